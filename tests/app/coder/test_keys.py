# SPDX-License-Identifier: GPL-3.0-or-later
"""One table of keys: none twice, none that typing would fire, each done by a part of the Coder."""

from __future__ import annotations

from collections import Counter

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeySequence

from app import menus
from app.coder import keys
from tests.app.coder.conftest import Coder

PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier
NAMED = {"Return", "Enter", "Del", "Backspace", "Esc", *(f"F{n}" for n in range(1, 13)), *(f"Shift+F{n}" for n in
                                                                                           range(1, 13))}


def test_no_keys_are_given_twice() -> None:
    given = Counter(QKeySequence(pressed).toString() for verb in menus.VERBS for pressed in verb.keys
                    if not (verb.here and verb.workspace == "corpus"))
    assert [pressed for pressed, times in given.items() if times > 1] == []


def test_no_bare_letter_acts() -> None:
    for key in keys.KEYS:
        for pressed in key.keys:
            held = QKeySequence(pressed)[0].keyboardModifiers()
            assert held & ~Qt.KeyboardModifier.ShiftModifier or pressed in NAMED, pressed


def test_keys_needed_for_writing_belong_to_the_page() -> None:
    for key in keys.KEYS:
        if key.everywhere:
            assert not {"Del", "Backspace", "Esc"} & set(key.keys)


def test_every_key_is_done_and_offered_in_the_menu(coder: Coder) -> None:
    offered = coder.page.commands()
    assert {f"coding.{key.verb}" for key in keys.KEYS} <= set(offered)
    assert {verb.key for verb in menus.VERBS if verb.workspace == "coder"} == set(offered)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the page: one table, which the Coding menu and the keyboard help show too."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent, QKeySequence

from coding.language import N_

AZERTY = "&é\"'(-è_ç"  # what the digit keys give without Shift on a French keyboard
KEYPAD = 0x20000000  # Qt.KeyboardModifier.KeypadModifier: Enter is Enter wherever it is
SCAN_CODES = (1, 9)  # from digit to scan code: Windows, X11 and Wayland


GROUPS = (
    ("code", N_("Code")), ("passage", N_("&Passage")), ("words", N_("&Select words")), ("go", N_("&Go to")),
    ("look", N_("Sho&w")), ("mend", N_("C&orrect the transcript")),
)


@dataclass(frozen=True)
class Key:
    """What keys ask for: ``verb``, which a part of the Coder does. ``group`` (of GROUPS) is where the menu shows it;
    ``writes``: not in a project open read-only; ``everywhere``: also while a panel beside the page has the focus
    (never for a key that writing needs)."""

    keys: tuple[str, ...]
    verb: str
    title: str
    group: str
    writes: bool = False
    everywhere: bool = False


KEYS = (
    Key(("Ctrl+K", "Return", "Enter"), "palette", N_("Code the selection"), "code", writes=True, everywhere=True),
    Key(("Ctrl+I",), "in_vivo", N_("Code in vivo"), "code", writes=True, everywhere=True),
    Key(("Ctrl+.", "Ctrl+;"), "repeat", N_("Give the last codes again"), "code", writes=True),
    Key(("Ctrl+T",), "whole_turn", N_("Code the whole turn"), "code", writes=True),
    Key(("Ctrl+Shift+T",), "repeat_turn", N_("Give the last codes to the whole turn"), "code", writes=True),
    Key(("Del", "Backspace"), "remove", N_("Delete the passage"), "passage", writes=True),
    Key(("Alt+Shift+Left",), "start_back", N_("Begin a word earlier"), "passage", writes=True),
    Key(("Alt+Shift+Right",), "start_on", N_("Begin a word later"), "passage", writes=True),
    Key(("Alt+Left",), "end_back", N_("End a word earlier"), "passage", writes=True),
    Key(("Alt+Right",), "end_on", N_("End a word later"), "passage", writes=True),
    Key(("Esc",), "clear", N_("Select nothing"), "words"),
    Key(("Ctrl+Down",), "next_passage", N_("Next passage"), "go"),
    Key(("Ctrl+Up",), "previous_passage", N_("Previous passage"), "go"),
    Key(("Ctrl+Shift+P",), "passages", N_("List of passages"), "go", everywhere=True),
    Key(("F6",), "next_panel", N_("Next panel"), "go", everywhere=True),
    Key(("Shift+F6",), "previous_panel", N_("Previous panel"), "go", everywhere=True),
    Key(("Ctrl+PgDown",), "next_interview", N_("Next interview"), "go", everywhere=True),
    Key(("Ctrl+PgUp",), "previous_interview", N_("Previous interview"), "go", everywhere=True),
)
BY_VERB = {key.verb: key for key in KEYS}
_BY_KEYS = {QKeySequence(keys)[0].toCombined(): key.verb for key in KEYS for keys in key.keys}


def native(verb: str) -> str:
    """The first key of a verb, as this system writes it."""
    return QKeySequence(BY_VERB[verb].keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def verb_of(event: QKeyEvent) -> str | None:
    """What a key event asks for; None when it is not one of ours."""
    combined = event.keyCombination().toCombined() & ~KEYPAD
    return _BY_KEYS.get(combined)


def digit_of(event: QKeyEvent) -> int | None:
    """The digit 1 to 9 of a key without Ctrl, Alt or Meta; the top row of a French keyboard needs no Shift."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if event.modifiers() & ~plain or len(text) != 1:
        return None
    if text in "123456789":
        return int(text)
    digit = AZERTY.find(text) + 1
    return digit if digit and event.nativeScanCode() in {digit + shift for shift in SCAN_CODES} else None

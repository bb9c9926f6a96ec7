# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys act on the passage where the caret is, and never on one that nobody sees."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt

from app.coder.places import Places
from tests.app.coder.conftest import CODES, Coder

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = "Au début", "poser mes limites"


@pytest.fixture
def two(coder: Coder) -> Coder:
    """Two passages; the first is the chosen one."""
    for words, code in ((SECOND, CODES[1]), (FIRST, CODES[0])):
        coder.select(words)
        coder.page.giving.give(coder.id_of(code))
    coder.text.setFocus()
    return coder


def stray(coder: Coder, words: str) -> None:
    """Let the arrows lead the caret before some words."""
    assert coder.page.reading is not None
    coder.text.set_caret(coder.page.reading.transcript.text.index(words))
    coder.key(Qt.Key.Key_Right)


def test_delete_asks_again_before_it_takes_the_passage_at_the_caret(two: Coder) -> None:
    first, second = (mark.id for mark in two.marks)
    assert two.text.chosen == first
    stray(two, SECOND)
    two.key(Qt.Key.Key_Delete)
    assert len(two.marks) == 2
    assert two.text.chosen == second
    two.key(Qt.Key.Key_Delete)
    assert [mark.id for mark in two.marks] == [first]


def test_keys_act_on_the_passage_at_the_caret(two: Coder) -> None:
    stray(two, SECOND)
    two.key(Qt.Key.Key_B, CTRL)
    assert [mark.strong for mark in two.marks] == [False, True]


def test_the_panel_acts_on_the_passage_it_shows(two: Coder) -> None:
    stray(two, SECOND)
    two.page.passage.star.click()
    assert [mark.strong for mark in two.marks] == [True, False]


def test_a_digit_codes_the_passage_at_the_caret_once_it_was_shown(two: Coder) -> None:
    panel = two.page.codebook
    panel.show_code(two.id_of(CODES[2]))
    two.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier, on=panel.tree)
    two.text.setFocus()
    stray(two, SECOND)
    two.key(Qt.Key.Key_1)
    assert [len(mark.codes) for mark in two.marks] == [1, 1]
    two.key(Qt.Key.Key_1)
    assert [len(mark.codes) for mark in two.marks] == [1, 2]


def test_words_selected_come_before_the_passage(two: Coder) -> None:
    two.select("Pendant deux mois")
    two.page.giving.recent.note([two.id_of(CODES[2])])
    two.key(Qt.Key.Key_Period, CTRL)
    assert len(two.marks) == 3


def test_nothing_is_deleted_out_of_sight(two: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = two.text.span_rect
    monkeypatch.setattr(two.text, "span_rect", lambda start, end: kept(start, start).adjusted(0, 0, 0, -10_000))
    two.key(Qt.Key.Key_Delete)
    assert len(two.marks) == 2
    monkeypatch.undo()
    two.key(Qt.Key.Key_Delete)
    assert len(two.marks) == 1


def test_delete_shows_what_it_would_take_when_nothing_was_chosen(two: Coder) -> None:
    two.text.choose(None)
    stray(two, FIRST)
    two.key(Qt.Key.Key_Delete)
    assert two.text.chosen == two.marks[0].id
    assert len(two.marks) == 2


def test_what_is_undone_out_of_sight_is_shown(two: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    start = two.marks[0].start
    assert two.page.reading is not None
    two.text.set_caret(len(two.page.reading.transcript.text))
    far = two.text.caret()
    two.desk.undo()  # in sight: the caret stays
    assert two.text.caret() == far
    two.desk.redo()
    kept = two.text.span_rect
    monkeypatch.setattr(two.text, "span_rect", lambda first, last: kept(first, first).adjusted(0, 0, 0, -10_000))
    two.desk.undo()
    assert two.text.caret() == start


def test_the_place_is_remembered_as_soon_as_the_caret_rests(two: Coder) -> None:
    stray(two, SECOND)
    two.page._soon.setInterval(0)
    two.key(Qt.Key.Key_Right)
    places = Places(two.page.settings, two.desk.store.path)
    two.qtbot.waitUntil(lambda: places.left(1).caret == two.text.caret())

# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting by keyboard: the caret passes the labels, the selection grows, shrinks and extends."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication

from app.coder.page.projection import Kind
from tests.app.coder.conftest import FIRST, SECOND, Coder
from tests.app.coder.test_by_hand import words
from tests.app.coder.test_mouse import SENTENCE

CONTROL, ALT, SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
                       Qt.KeyboardModifier.ShiftModifier)
UP, DOWN, RIGHT, LEFT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left


def put(coder: Coder, words: str, shift: int = 0) -> int:
    """The caret where words begin."""
    assert coder.page.reading is not None
    at = coder.page.reading.transcript.text.index(words) + shift
    coder.text.set_caret(at)
    return at


def at(coder: Coder) -> str:
    """What follows the caret."""
    assert coder.page.reading is not None
    return coder.page.reading.transcript.text[coder.text.caret():][:12]


def test_the_caret_is_seen(coder: Coder) -> None:
    assert coder.text.cursorWidth() == 2
    put(coder, "personne")
    coder.text.setFocus()
    QApplication.processEvents()
    view, rect = coder.text.viewport(), coder.text.cursorRect()
    assert view is not None
    image = view.grab().toImage()
    assert image.pixelColor(rect.center()).lightness() < 80


def test_arrows_pass_the_labels(coder: Coder) -> None:
    put(coder, "Oui ?")
    coder.key(LEFT)
    assert coder.text.caret() == put(coder, FIRST) + len(FIRST)
    put(coder, FIRST, len(FIRST))
    coder.key(RIGHT)
    assert at(coder).startswith("Oui ?")
    coder.key(DOWN)
    assert at(coder).startswith("Pendant")
    coder.key(UP)
    assert at(coder).startswith("Oui ?")
    coder.key(UP)
    assert not at(coder).startswith("Oui ?")
    assert coder.text.caret() in range(put(coder, FIRST), put(coder, "Oui ?"))


def test_the_caret_never_stands_on_a_label(coder: Coder) -> None:
    reading = coder.page.reading
    assert reading is not None
    coder.text.set_caret(len(reading.transcript.text))
    for key in [UP] * 9 + [DOWN] * 9 + [LEFT] * 30 + [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home]:
        coder.key(key)
        block = coder.text.textCursor().blockNumber()
        assert reading.projection.paragraphs[block].kind is not Kind.LABEL
    coder.key(Qt.Key.Key_Home, CONTROL)
    assert at(coder).startswith("Et dans")


def test_shift_and_arrows_select_across_a_label(coder: Coder) -> None:
    put(coder, "limites.")
    coder.key(Qt.Key.Key_End, SHIFT)
    assert words(coder) == "limites."
    coder.key(RIGHT, SHIFT)
    assert words(coder) == "limites."
    coder.key(RIGHT, SHIFT)
    assert words(coder) == "limites.\nQ : O"


def test_the_selection_grows_and_shrinks_along_the_same_path(coder: Coder) -> None:
    caret = put(coder, "Pendant", 9)
    path = ["deux", "Pendant deux mois je sortais de la salle.", SECOND]
    for expected in path:
        coder.key(UP, ALT)
        assert words(coder) == expected
    coder.key(UP, ALT)
    assert words(coder) == SECOND
    for expected in reversed(path[:-1]):
        coder.key(DOWN, ALT)
        assert words(coder) == expected
    coder.key(DOWN, ALT)
    assert coder.text.selected() is None
    assert coder.text.caret() == caret


def test_a_selection_grows_to_what_holds_it_and_shrinks_within(coder: Coder) -> None:
    coder.select("que personne ne")
    coder.key(UP, ALT)
    assert words(coder) == SENTENCE
    coder.key(UP, ALT)
    assert words(coder) == FIRST
    coder.key(DOWN, ALT)
    coder.key(DOWN, ALT)
    assert words(coder) == "que personne ne"
    coder.select(SECOND)
    coder.key(DOWN, ALT)
    assert words(coder) == "Pendant deux mois je sortais de la salle."
    coder.key(DOWN, ALT)
    assert words(coder) == "Pendant"


def test_it_extends_by_sentences_and_goes_back(coder: Coder) -> None:
    put(coder, "personne")
    coder.key(DOWN, CONTROL | SHIFT)
    assert words(coder) == SENTENCE
    coder.key(DOWN, CONTROL | SHIFT)
    assert words(coder) == FIRST
    coder.key(DOWN, CONTROL | SHIFT)
    assert words(coder) == f"{FIRST}\nQ : Oui ?"
    coder.key(UP, CONTROL | SHIFT)
    assert words(coder) == FIRST
    coder.key(UP, CONTROL | SHIFT)
    assert words(coder) == SENTENCE
    put(coder, "Oui ?")
    coder.key(UP, CONTROL | SHIFT)
    coder.key(UP, CONTROL | SHIFT)
    assert words(coder) == "J’ai préféré en parler, poser mes limites.\nQ : Oui ?"


def test_past_the_last_word_of_a_sentence_the_next_is_selected(coder: Coder) -> None:
    put(coder, SENTENCE, len(SENTENCE))
    coder.key(UP, ALT)
    assert words(coder) == SENTENCE
    coder.key(DOWN, ALT)
    coder.key(DOWN, CONTROL | SHIFT)
    assert words(coder) == "J’ai préféré en parler, poser mes limites."
    put(coder, FIRST, len(FIRST))
    coder.key(DOWN, CONTROL | SHIFT)
    assert words(coder) == "Oui ?"
    put(coder, FIRST, len(FIRST))
    coder.key(DOWN, ALT | SHIFT)
    assert words(coder) == "Oui ?"
    put(coder, FIRST, len(FIRST))
    coder.key(UP, ALT | SHIFT)
    assert words(coder) == FIRST
    put(coder, SECOND, len(SECOND))
    coder.key(DOWN, ALT | SHIFT)
    assert words(coder) == SECOND


def test_it_extends_by_turns(coder: Coder) -> None:
    put(coder, "personne")
    coder.key(DOWN, ALT | SHIFT)
    assert words(coder) == FIRST
    coder.key(DOWN, ALT | SHIFT)
    coder.key(DOWN, ALT | SHIFT)
    coder.key(DOWN, ALT | SHIFT)
    assert words(coder) == f"{FIRST}\nQ : Oui ?\nInès : {SECOND}"
    coder.key(UP, ALT | SHIFT)
    assert words(coder) == f"{FIRST}\nQ : Oui ?"
    coder.key(Qt.Key.Key_1)
    assert coder.quoted() == [f"{FIRST}\nQ : Oui ?"]


def test_to_the_next_turn_and_back(coder: Coder) -> None:
    put(coder, "personne")
    coder.key(Qt.Key.Key_PageDown, CONTROL | SHIFT)
    assert at(coder).startswith("Oui ?")
    coder.key(Qt.Key.Key_PageDown, CONTROL | SHIFT)
    coder.key(Qt.Key.Key_PageDown, CONTROL | SHIFT)
    assert at(coder).startswith("Pendant")
    coder.key(RIGHT)
    coder.key(Qt.Key.Key_PageUp, CONTROL | SHIFT)
    assert at(coder).startswith("Pendant")
    for _n in range(4):
        coder.key(Qt.Key.Key_PageUp, CONTROL | SHIFT)
    assert at(coder).startswith("Et dans")


@pytest.mark.parametrize("key", [DOWN, Qt.Key.Key_PageDown])
def test_lines_of_context_stay_in_sight(coder: Coder, key: Qt.Key) -> None:
    coder.page.resize(800, 260)
    QApplication.processEvents()
    view = coder.text.viewport()
    assert view is not None
    coder.text.set_caret(0)
    for _n in range(5):
        coder.key(key)
        rect = coder.text.cursorRect()
        assert rect.bottom() + 2 * rect.height() <= view.height()
    last = at(coder)
    for _n in range(5):
        coder.key(UP)
    assert coder.text.cursorRect().top() >= 0
    assert at(coder) != last


def test_page_down_ends_at_the_last_words(coder: Coder) -> None:
    assert coder.page.reading is not None
    for _n in range(6):
        coder.key(Qt.Key.Key_PageDown)
    assert coder.text.caret() == len(coder.page.reading.transcript.text)
    coder.key(Qt.Key.Key_PageUp, SHIFT)
    assert words(coder).endswith("case.")

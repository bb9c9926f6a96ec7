# SPDX-License-Identifier: GPL-3.0-or-later
"""An interview is coded from the first passage to the last without a mouse, in the whole window."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLineEdit, QWidget

from app.coder.workspace import CoderWorkspace
from app.window import MainWindow
from coding.intervals import Mark

CONTROL, SHIFT, ALT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                       Qt.KeyboardModifier.AltModifier)
PLAIN = Qt.KeyboardModifier.NoModifier
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


class Hands:
    """What a researcher's hands do: press keys, whatever has them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def coder(self) -> CoderWorkspace:
        """The Coder, shown."""
        page = self._window.pages.page if self._window.pages is not None else None
        assert isinstance(page, CoderWorkspace)
        return page

    @property
    def focused(self) -> QWidget:
        """What has the keys."""
        popup, focused = QApplication.activePopupWidget(), QApplication.focusWidget()
        widget = popup.focusWidget() if popup is not None else focused
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key."""
        for _n in range(times):
            QTest.keyClick(self.focused, key, held)  # type: ignore[call-overload]  # its stubs forget that it is static

    def write(self, words: str) -> None:
        """Type words."""
        for letter in words:
            QTest.keyClick(self.focused, letter)  # type: ignore[call-overload]

    def marks(self) -> list[Mark]:
        """The passages of the interview."""
        assert self.coder.reading is not None
        return list(self.coder.reading.index)

    def words(self) -> str:
        """What is selected or, failing that, chosen."""
        page, reading = self.coder.page, self.coder.reading
        mark = page.chosen_mark
        span = page.selected() or ((mark.start, mark.end) if mark is not None else (0, 0))
        assert reading is not None
        return reading.transcript.text[slice(*span)]

    def codes(self) -> set[str]:
        """The names of the codes of the chosen passage."""
        mark = self.coder.page.chosen_mark
        assert mark is not None
        return {self.coder.desk.codebook.by_id[key].name for key in mark.codes}


@pytest.fixture
def hands(opened: MainWindow) -> Hands:
    """The sample, open on another page than the Coder."""
    opened.activateWindow()
    opened.show_page("search")
    return Hands(opened)


def test_an_interview_is_coded_without_a_mouse(hands: Hands) -> None:
    hands.press(Qt.Key.Key_2, CONTROL)
    coder = hands.coder
    assert coder.page.hasFocus()
    before = len(hands.marks())

    # find some words, take the whole sentence, give two codes at once
    hands.press(Qt.Key.Key_F, CONTROL)
    assert isinstance(hands.focused, QLineEdit)
    hands.write("quatorze heures")
    hands.press(ENTER)
    hands.press(ESC)
    assert coder.page.hasFocus()
    assert hands.words() == "quatorze heures"
    hands.press(Qt.Key.Key_Up, ALT)
    sentence = hands.words()
    assert sentence.endswith("quatorze heures.")
    hands.press(Qt.Key.Key_Down, CONTROL | SHIFT)
    assert hands.words().startswith(sentence)
    assert len(hands.words()) > len(sentence)
    hands.press(Qt.Key.Key_K, CONTROL)
    hands.write("secert")
    hands.press(TAB)
    hands.write("Temps des equipes")
    hands.press(Qt.Key.Key_Down)
    hands.press(ENTER)  # under a theme to choose
    hands.write("statut")
    hands.press(ENTER)
    assert coder.page.hasFocus()
    assert len(hands.marks()) == before + 1
    assert hands.codes() == {"Secret professionnel", "Temps des equipes"}

    # a memo, a strong quote, then back to the page
    hands.press(Qt.Key.Key_M, CONTROL)
    hands.write("A revoir")
    hands.press(ESC)
    assert coder.page.hasFocus()
    hands.press(Qt.Key.Key_B, CONTROL)
    assert coder.page.chosen_mark is not None
    assert coder.page.chosen_mark.has_memo
    assert coder.page.chosen_mark.strong

    # correct its bounds, and undo
    whole = hands.words()
    hands.press(Qt.Key.Key_Left, ALT)
    assert len(hands.words()) < len(whole)
    hands.press(Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_Right, CONTROL)
    hands.press(ENTER)
    assert hands.words() == whole
    hands.press(Qt.Key.Key_Z, CONTROL, times=2)
    assert hands.words() == whole

    # split it where the caret stands, join it again
    hands.press(Qt.Key.Key_Right, CONTROL, times=5)
    hands.press(Qt.Key.Key_J, CONTROL | SHIFT)
    assert len(hands.marks()) == before + 2
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert len(hands.marks()) == before + 1

    # the next passage, the whole turn after it, the same codes there
    hands.press(Qt.Key.Key_Down, CONTROL)
    hands.press(Qt.Key.Key_PageDown, CONTROL | SHIFT)
    hands.press(Qt.Key.Key_T, CONTROL | SHIFT)
    assert len(hands.marks()) == before + 2
    assert hands.codes() == {"Secret professionnel", "Temps des equipes"}

    # the codebook, by its filter; then what it holds is given to the passage
    hands.press(Qt.Key.Key_F6, SHIFT)
    assert coder.codebook.isAncestorOf(hands.focused)
    while hands.focused is not coder.codebook.field:
        hands.press(TAB)
        assert coder.codebook.isAncestorOf(hands.focused)
    hands.write("recul")
    hands.press(ENTER)
    assert "Prise de recul" in hands.codes()

    # the list of passages, and on to another interview
    hands.press(Qt.Key.Key_P, CONTROL | SHIFT)
    assert coder.passages.isVisible()
    hands.press(Qt.Key.Key_Down, times=2)
    hands.press(ENTER)
    assert coder.page.hasFocus()
    first = coder.reading
    hands.press(Qt.Key.Key_PageDown, CONTROL)
    assert coder.reading is not first

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a hand does with the mouse, and what must be drawn again after it."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import QEvent, QObject, QPoint, Qt
from PyQt6.QtGui import QAction, QContextMenuEvent, QCursor
from PyQt6.QtWidgets import QApplication, QListView, QMenu, QScrollArea, QToolButton, QToolTip, QWidget

from app import rail
from coding.language import _
from tests.app.coder.conftest import CODES, Coder


class Drawn(QObject):
    """Whether a widget was drawn since."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        self.seen = self.seen or (event is not None and event.type() == QEvent.Type.Paint)
        return super().eventFilter(watched, event)


def point_of(coder: Coder, words: str, *, end: bool = False) -> QPoint:
    """Where words begin, or end, in the viewport; two pixels into the letter."""
    assert coder.page.reading is not None
    at = coder.page.reading.transcript.text.index(words) + (len(words) if end else 0)
    cursor = coder.text.textCursor()
    cursor.setPosition(coder.page.reading.projection.position(at))
    return coder.text.cursorRect(cursor).center() + QPoint(0 if end else 1, 0)


def drag(coder: Coder, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier) -> None:
    """Drag over words."""
    view = coder.text.viewport()
    coder.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    coder.qtbot.mouseMove(view, end)
    coder.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, modifier, end)


def words(coder: Coder) -> str:
    """The words selected."""
    span = coder.text.selected()
    assert span is not None and coder.page.reading is not None
    return coder.page.reading.transcript.text[slice(*span)]


def test_another_interview_draws_the_gutter_and_the_margin_again(coder: Coder) -> None:
    QApplication.processEvents()
    drawn = [Drawn(coder.text.gutter), Drawn(coder.text.margin)]
    coder.page.header.step(1)
    QApplication.processEvents()
    assert [one.seen for one in drawn] == [True, True]


@pytest.mark.parametrize("backwards", [False, True])
def test_words_dragged_over_are_taken_whole(coder: Coder, backwards: bool) -> None:
    ends = [point_of(coder, "nquiétude"), point_of(coder, "personne ne dis", end=True)]
    drag(coder, ends[backwards], ends[not backwards], Qt.KeyboardModifier.NoModifier)
    assert words(coder) == "inquiétude que personne ne disait"
    cursor = coder.text.textCursor()
    assert (cursor.position() < cursor.anchor()) is backwards


def test_alt_takes_the_very_letters(coder: Coder) -> None:
    ends = point_of(coder, "nquiétude"), point_of(coder, "personne ne dis", end=True)
    drag(coder, *ends, Qt.KeyboardModifier.AltModifier)
    assert words(coder) == "nquiétude que personne ne dis"


def test_a_long_name_does_not_widen_the_panel(coder: Coder) -> None:
    coder.select("Au début")
    coder.page.giving.give_new(["Statut", "Une très longue dénomination de code " * 4], None)
    QApplication.processEvents()
    panel = coder.page.passage
    chip, view = panel.chips.widgets()[0], panel.chips.parentWidget()
    assert view is not None
    assert view.width() <= panel.width()
    assert chip.geometry().right() <= view.width()


def menu_at(coder: Coder, point: QPoint) -> dict[str, QAction]:
    """The context menu asked for there, by the words of its lines."""
    view = coder.text.viewport()
    assert view is not None
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.mapToGlobal(point)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}


def test_a_right_click_chooses_the_passage_and_deletes_it(coder: Coder) -> None:
    coder.select("une inquiétude que")
    coder.key(Qt.Key.Key_1)
    coder.text.choose(None)
    there = point_of(coder, "quiétude que")
    actions = menu_at(coder, there)
    assert coder.text.chosen == coder.marks[0].id
    assert not actions[_("Copy")].isEnabled()
    actions[_("Delete the passage")].trigger()
    assert coder.marks == []
    coder.select("poser mes limites")
    actions = menu_at(coder, point_of(coder, "mes limites"))
    assert words(coder) == "poser mes limites"
    assert actions[_("Copy")].isEnabled()
    assert not actions[_("Delete the passage")].isEnabled()
    actions[_("Give the last codes again")].trigger()
    assert coder.quoted() == ["poser mes limites"]


def test_a_right_click_is_about_the_place_it_points_at(coder: Coder) -> None:
    start, end = coder.select("une inquiétude que")
    coder.key(Qt.Key.Key_1)
    coder.select("poser mes limites")
    actions = menu_at(coder, point_of(coder, "quiétude que"))
    assert coder.text.selected() is None
    assert start <= coder.text.caret() <= end
    assert actions[_("Delete the passage")].isEnabled()
    actions = menu_at(coder, point_of(coder, "de case"))
    assert coder.text.chosen is None
    assert not actions[_("Delete the passage")].isEnabled()
    actions[_("Split the turn at the caret")].trigger()
    assert coder.page.reading is not None
    turn = coder.page.reading.transcript.turns[-1]
    assert coder.page.reading.transcript.text[turn.start : turn.end] == "de case."


def test_a_passage_is_deleted_from_its_panel(coder: Coder) -> None:
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_3)
    coder.page.passage.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "remove").trigger()
    menu.close()
    assert coder.marks == []
    assert not coder.page.passage.more.isVisible()


def cross(chip: QWidget) -> QPoint:
    """Where the cross of a pill is."""
    return QPoint(chip.width() - 10, chip.height() // 2)


def test_taking_codes_off_leaves_the_keyboard_beside_then_on_the_page(coder: Coder) -> None:
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_3)
    chips = coder.page.passage.chips
    QApplication.processEvents()
    for left in (2, 1):
        chip = chips.widgets()[0]
        chip.setFocus()
        coder.click(chip, cross(chip))
        QApplication.processEvents()
        assert len(coder.marks) == left - 1 or chips.widgets()[0].hasFocus()
    assert coder.marks == []
    assert coder.text.hasFocus()


def test_a_button_that_opened_a_window_does_not_stay_lit(coder: Coder) -> None:
    button = coder.page.codebook.findChildren(QToolButton)[0]
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QCursor.setPos(coder.page.mapToGlobal(QPoint(600, 600)))
    menu = button.menu()
    assert menu is not None
    menu.popup(button.mapToGlobal(QPoint(0, 30)))
    menu.close()
    assert not button.underMouse()


def test_the_panels_fit_in_the_narrowest_window(coder: Coder) -> None:
    assert rail.WIDTH + coder.page.minimumSizeHint().width() <= 900  # the window’s least


def test_long_names_of_the_palette_are_told_by_their_tip(coder: Coder) -> None:
    coder.select("Au début")
    coder.page.giving.ask("secret")
    model = coder.page.giving.palette.findChild(QListView).model()
    assert model is not None
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == CODES[1]


def test_with_nothing_to_code_it_says_so(coder: Coder) -> None:
    for key, modifier in ((Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_1, Qt.KeyboardModifier(0))):
        QToolTip.hideText()
        coder.key(key, modifier)
        assert QToolTip.text() == _("Select words first, or click a passage.")
    assert coder.marks == []


def test_a_narrow_window_cuts_nothing_of_the_panel(coder: Coder) -> None:
    coder.page.resize(824, 560)
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    QApplication.processEvents()
    area = coder.page.passage.findChild(QScrollArea)
    assert area is not None
    inside, view = area.widget(), area.viewport()
    assert inside is not None
    assert view is not None
    assert inside.width() <= view.width()

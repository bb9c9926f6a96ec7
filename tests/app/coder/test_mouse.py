# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting by mouse: words, sentences, turns, across turns; lifted, and given codes that fall."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PyQt6.QtGui import QDrag, QDropEvent, QMouseEvent
from PyQt6.QtWidgets import QApplication, QToolTip, QWidget

from app.coder.codebook.codebook_model import CODE_MIME, SELECTION_MIME
from coding.language import _
from tests.app.coder.conftest import FIRST, SECOND, Coder
from tests.app.coder.test_by_hand import drag, point_of, words

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
SENTENCE = "Au début 😀 il y avait une inquiétude que personne ne disait."


def view_of(coder: Coder) -> QWidget:
    """Where the words are."""
    view = coder.text.viewport()
    assert view is not None
    return view


def send(on: QWidget | None, kind: QEvent.Type, point: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """A mouse event with the left button."""
    assert on is not None
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    down = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    QApplication.sendEvent(on, QMouseEvent(kind, QPointF(point), QPointF(on.mapToGlobal(point)), button, down, held))


def press(coder: Coder, point: QPoint, clicks: int) -> None:
    """Click so many times, as Qt tells it, and keep the button down."""
    view = coder.text.viewport()
    for n in range(1, clicks + 1):
        send(view, QEvent.Type.MouseButtonDblClick if n % 2 == 0 else QEvent.Type.MouseButtonPress, point)
        if n < clicks:
            send(view, QEvent.Type.MouseButtonRelease, point)


@pytest.mark.parametrize(("clicks", "selected"), [
    (2, "personne"), (3, SENTENCE), (4, FIRST), (5, FIRST),
])
def test_clicks_select_the_word_the_sentence_the_turn(coder: Coder, clicks: int, selected: str) -> None:
    press(coder, point_of(coder, "sonne"), clicks)
    send(coder.text.viewport(), QEvent.Type.MouseButtonRelease, point_of(coder, "sonne"))
    assert words(coder) == selected


@pytest.mark.parametrize(("clicks", "start", "end", "selected"), [
    (2, "sonne", "sait", "personne ne disait"),
    (2, "sonne", "quiétude", "inquiétude que personne"),
    (3, "sonne", "limites", FIRST),
    (3, "sortais", "Oui ?", "Oui ?\nInès : Pendant deux mois je sortais de la salle."),
    (4, "sonne", "case", f"{FIRST}\nQ : Oui ?\nInès : {SECOND}"),
    (4, "sortais", "Oui ?", f"Oui ?\nInès : {SECOND}"),
])
def test_a_drag_goes_on_in_the_same_stretches(coder: Coder, clicks: int, start: str, end: str, selected: str) -> None:
    press(coder, point_of(coder, start), clicks)
    send(coder.text.viewport(), QEvent.Type.MouseMove, point_of(coder, end))
    assert words(coder) == selected
    send(coder.text.viewport(), QEvent.Type.MouseMove, point_of(coder, start) + QPoint(6, 0))
    assert end == "sait" or len(words(coder)) < len(selected)


def test_across_turns_it_holds_no_label_at_its_ends_and_white_space_nowhere(coder: Coder) -> None:
    below = point_of(coder, "Oui ?") - QPoint(0, 24)  # on the label
    drag(coder, point_of(coder, "poser"), below, NONE)
    assert words(coder) == "poser mes limites."
    drag(coder, below, point_of(coder, "Oui ?", end=True), NONE)
    assert words(coder) == "Oui ?"
    drag(coder, point_of(coder, "limites"), point_of(coder, "deux"), NONE)
    assert words(coder) == "limites.\nQ : Oui ?\nInès : Pendant"


def test_a_drag_shows_at_any_moment_what_would_be_coded(coder: Coder) -> None:
    press(coder, point_of(coder, "nquiétude"), 1)
    send(coder.text.viewport(), QEvent.Type.MouseMove, point_of(coder, "sonne"))
    assert words(coder) == "inquiétude que personne"
    send(coder.text.viewport(), QEvent.Type.MouseMove, point_of(coder, "sonne"), ALT)
    assert words(coder) == "nquiétude que per"


def test_a_hand_that_shakes_still_clicks(coder: Coder) -> None:
    there = point_of(coder, "sonne")
    drag(coder, there, there + QPoint(2, 1), NONE)
    assert coder.text.selected() is None


def test_shift_and_click_extend(coder: Coder) -> None:
    view = view_of(coder)
    coder.click(view, point_of(coder, "que personne"))
    coder.qtbot.mouseClick(view, LEFT, SHIFT, point_of(coder, "dis", end=True))
    assert words(coder) == "que personne ne disait"
    coder.qtbot.mouseClick(view, LEFT, SHIFT, point_of(coder, "sonne"))
    assert words(coder) == "que personne"
    coder.qtbot.mouseClick(view, LEFT, SHIFT, point_of(coder, "avait"))
    assert words(coder) == "avait une inquiétude"


def test_a_click_beside_the_words_selects_and_chooses_nothing(coder: Coder) -> None:
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    coder.select("personne")
    assert coder.text.chosen is not None
    coder.click(view_of(coder), point_of(coder, "Oui ?", end=True) + QPoint(200, 0))
    assert coder.text.selected() is None
    assert coder.text.chosen is None


def test_the_number_of_a_turn_selects_it_and_a_drag_along_them_several(coder: Coder) -> None:
    gutter = coder.text.gutter
    beside = [QPoint(20, point_of(coder, part).y()) for part in ("sonne", "Oui ?", "salle")]
    coder.click(gutter, beside[0])
    assert words(coder) == FIRST
    send(gutter, QEvent.Type.MouseButtonPress, beside[1])
    send(gutter, QEvent.Type.MouseMove, beside[2])
    send(gutter, QEvent.Type.MouseButtonRelease, beside[2])
    assert words(coder) == f"Oui ?\nInès : {SECOND}"


def test_the_words_come_to_a_pointer_that_waits_below(coder: Coder) -> None:
    coder.page.resize(900, 220)
    QApplication.processEvents()
    bar, view = coder.text.verticalScrollBar(), coder.text.viewport()
    assert bar is not None
    assert view is not None
    press(coder, point_of(coder, "début"), 1)
    send(view, QEvent.Type.MouseMove, QPoint(200, view.height() + 60))
    coder.qtbot.waitUntil(lambda: bar.value() > 100)
    send(view, QEvent.Type.MouseButtonRelease, QPoint(200, view.height() - 10))
    assert words(coder).startswith("début 😀 il y avait")
    assert len(words(coder)) > len(SENTENCE)


def test_they_come_to_a_grip_and_to_a_code_too(coder: Coder) -> None:
    coder.page.resize(900, 260)
    coder.select("début 😀 il")
    coder.key(Qt.Key.Key_1)
    QApplication.processEvents()
    bar, view, grip = coder.text.verticalScrollBar(), coder.text.viewport(), coder.text.handles.bar("end")
    assert bar is not None
    assert view is not None
    assert grip is not None
    send(view, QEvent.Type.MouseButtonPress, grip.center().toPoint())
    send(view, QEvent.Type.MouseMove, QPoint(200, view.height() + 60))
    coder.qtbot.waitUntil(lambda: bar.value() > 60)
    send(view, QEvent.Type.MouseButtonRelease, QPoint(200, view.height() - 10))
    assert len(coder.quoted()[0]) > len("début 😀 il")
    value = bar.value()
    coder.text.falling.over(code_at(coder, "Statut > Absence de cadre", QPoint(200, 4)))
    coder.qtbot.waitUntil(lambda: bar.value() < value)
    coder.text.falling.out()


def test_many_clicks_on_a_long_turn_leave_the_page_where_it_is(coder: Coder) -> None:
    coder.page.resize(760, 200)
    QApplication.processEvents()
    bar = coder.text.verticalScrollBar()
    assert bar is not None
    coder.text.set_caret(0)
    bar.setValue(60)
    press(coder, point_of(coder, "début"), 4)
    assert words(coder) == FIRST
    assert bar.value() == 60


# -- lifted and let fall -------------------------------------------------------------------------------------------


def test_what_is_selected_is_lifted_with_its_words(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    lifted: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda self, *_actions: lifted.append(self))
    coder.select("personne ne disait")
    press(coder, point_of(coder, "ne disait"), 1)
    assert words(coder) == "personne ne disait"
    send(coder.text.viewport(), QEvent.Type.MouseMove, point_of(coder, "ne disait") + QPoint(30, 30))
    data = lifted[0].mimeData()
    assert data is not None
    assert data.hasFormat(SELECTION_MIME)
    assert data.text() == "personne ne disait"
    assert not lifted[0].pixmap().isNull()
    assert words(coder) == "personne ne disait"


def test_a_code_is_carried_beside_the_pointer(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    lifted: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda self, *_actions: lifted.append(self))
    tree = coder.page.codebook.tree
    tree.startDrag(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
    assert lifted == []
    tree.setCurrentIndex(coder.page.codebook.model.index_of(coder.id_of("Statut > Absence de cadre")))
    tree.startDrag(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
    data = lifted[0].mimeData()
    assert data is not None and data.hasFormat(CODE_MIME)
    assert 0 < lifted[0].pixmap().width() < tree.width()
    assert lifted[0].hotSpot().x() < 0 and lifted[0].hotSpot().y() < 0


def test_a_click_on_what_is_selected_selects_nothing(coder: Coder) -> None:
    coder.select("personne ne disait")
    coder.click(view_of(coder), point_of(coder, "ne disait"))
    assert coder.text.selected() is None


def code_at(coder: Coder, path: str, point: QPoint) -> QDropEvent:
    """A code over a point; the test keeps its data alive."""
    data = QMimeData()
    data.setData(CODE_MIME, str(coder.id_of(path)).encode())
    data.setParent(coder.text)
    return QDropEvent(QPointF(point), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, data, LEFT, NONE)


def test_a_code_falls_on_what_is_selected(coder: Coder) -> None:
    span = coder.select("personne ne disait")
    event = code_at(coder, "Statut > Absence de cadre", point_of(coder, "ne disait"))
    coder.text.falling.over(event)
    assert event.isAccepted()
    assert coder.text.falling.target == span
    coder.text.falling.fall(event)
    assert coder.text.falling.target is None
    assert coder.quoted() == ["personne ne disait"]


def test_a_code_falls_on_a_passage(coder: Coder) -> None:
    coder.select("personne ne disait")
    coder.key(Qt.Key.Key_1)
    coder.select("poser mes limites")
    over = code_at(coder, "Statut > Absence de cadre", point_of(coder, "ne disait"))
    coder.text.falling.over(over)
    assert coder.text.falling.target == (coder.marks[0].start, coder.marks[0].end)
    coder.text.falling.fall(over)
    assert coder.quoted() == ["personne ne disait"]
    assert len(coder.marks[0].codes) == 2
    assert coder.text.chosen == coder.marks[0].id


def test_a_code_that_falls_beside_says_what_to_do(coder: Coder) -> None:
    coder.select("poser mes limites")
    QToolTip.hideText()
    over = code_at(coder, "Statut > Absence de cadre", point_of(coder, "ne disait"))
    coder.text.falling.over(over)
    assert coder.text.falling.target is None
    coder.text.falling.fall(over)
    assert coder.marks == []
    assert QToolTip.text() == _("Let a code fall on selected words or on a passage.")


def test_nothing_else_falls_on_the_page(coder: Coder) -> None:
    data = QMimeData()
    data.setText("Ailleurs")
    data.setParent(coder.text)
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, LEFT, NONE)
    coder.text.falling.over(event)
    assert not event.isAccepted()
    coder.text.falling.fall(event)
    assert coder.marks == []


def test_what_is_copied_across_turns_says_who_speaks(coder: Coder) -> None:
    drag(coder, point_of(coder, "limites"), point_of(coder, "deux"), NONE)
    assert coder.text.createMimeDataFromSelection().text().replace("\xa0:", ":") == (
        "Inès: limites.\nQ: Oui ?\nInès: Pendant")
    coder.select("poser mes limites")
    assert coder.text.createMimeDataFromSelection().text() == "poser mes limites"

# SPDX-License-Identifier: GPL-3.0-or-later
"""The grips of the chosen passage."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QMouseEvent
from PyQt6.QtWidgets import QApplication, QWidget

from tests.app.coder.conftest import CODES, Coder
from tests.app.coder.test_by_hand import point_of
from tests.app.coder.test_mouse import ALT, NONE, SENTENCE, SHIFT, send


def grip(coder: Coder, bound: str) -> QPoint:
    """Where a grip stands."""
    bar = coder.text.handles.bar("start" if bound == "start" else "end")
    assert bar is not None
    return bar.center().toPoint()


def hover(on: QWidget, point: QPoint) -> None:
    """The pointer passes, no button down."""
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(on, QMouseEvent(QEvent.Type.MouseMove, QPointF(point), QPointF(on.mapToGlobal(point)), none,
                                           none, NONE))


@pytest.fixture
def coded(coder: Coder) -> Coder:
    """A passage, chosen."""
    coder.select("inquiétude que personne")
    coder.key(Qt.Key.Key_1)
    return coder


@pytest.mark.parametrize(("bound", "to", "held", "expected"), [
    ("end", "sait.", NONE, "inquiétude que personne ne disait"),
    ("end", "que", NONE, "inquiétude"),
    ("start", "vait une", NONE, "avait une inquiétude que personne"),
    ("start", "sonne", NONE, "personne"),
    ("end", "sait.", ALT, "inquiétude que personne ne di"),
    ("start", "une", SHIFT, "Au début 😀 il y avait une inquiétude que personne"),
    ("end", "poser", SHIFT, "inquiétude que personne ne disait. J’ai préféré en parler, poser mes limites."),
    ("end", "Au début", NONE, "inquiétude"),
    ("end", "Oui ?", NONE, None),
    ("end", "deux", NONE, None),
])
def test_a_bound_is_dragged(coded: Coder, bound: str, to: str, held: Qt.KeyboardModifier, expected: str | None) -> None:
    view, revision = coded.text.viewport(), coded.desk.store.revision()
    send(view, QEvent.Type.MouseButtonPress, grip(coded, bound))
    send(view, QEvent.Type.MouseMove, point_of(coded, to), held)
    preview = coded.text.handles.preview
    assert coded.desk.store.revision() == revision
    coded.text.grab()
    send(view, QEvent.Type.MouseButtonRelease, point_of(coded, to), held)
    mark, = coded.marks
    assert preview == (mark.start, mark.end)
    assert coded.text.chosen == mark.id
    assert coded.text.selected() is None
    said = coded.quoted()[0]
    if expected is not None:
        assert said == expected
    assert said == said.strip()
    assert not said.endswith(":")
    coded.desk.undo()
    assert coded.quoted() == ["inquiétude que personne"]


def test_escape_lets_go_and_changes_nothing(coded: Coder) -> None:
    view, revision = coded.text.viewport(), coded.desk.store.revision()
    send(view, QEvent.Type.MouseButtonPress, grip(coded, "end"))
    send(view, QEvent.Type.MouseMove, point_of(coded, "limites"))
    coded.key(Qt.Key.Key_Escape)
    assert coded.text.handles.preview is None
    send(view, QEvent.Type.MouseButtonRelease, point_of(coded, "limites"))
    assert coded.desk.store.revision() == revision
    assert coded.text.chosen is not None


def test_a_grip_shows_that_it_can_be_seized(coded: Coder) -> None:
    view = coded.text.viewport()
    assert view is not None
    hover(view, grip(coded, "start"))
    assert view.cursor().shape() == Qt.CursorShape.SizeHorCursor
    hover(view, point_of(coded, "limites"))
    assert view.cursor().shape() == Qt.CursorShape.IBeamCursor


def test_a_passage_that_is_not_chosen_has_none(coded: Coder) -> None:
    there = grip(coded, "end")
    coded.text.choose(None)
    assert coded.text.handles.bar("end") is None
    assert coded.text.handles.at(there) is None
    coded.text.choose(coded.marks[0].id)
    coded.text.handles.movable = False
    assert coded.text.handles.at(there) is None


def test_dragged_onto_another_the_same_words_are_one_passage(coded: Coder) -> None:
    coded.select("inquiétude que personne ne disait")
    coded.key(Qt.Key.Key_2)
    coded.text.choose(next(mark.id for mark in coded.marks if coded.id_of(CODES[0]) in mark.codes))
    view = coded.text.viewport()
    send(view, QEvent.Type.MouseButtonPress, grip(coded, "end"))
    send(view, QEvent.Type.MouseMove, point_of(coded, "sait."))
    send(view, QEvent.Type.MouseButtonRelease, point_of(coded, "sait."))
    mark, = coded.marks
    assert len(mark.codes) == 2
    assert coded.text.chosen == mark.id
    assert SENTENCE.endswith(f"{coded.quoted()[0]}.")

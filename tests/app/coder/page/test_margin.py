# SPDX-License-Identifier: GPL-3.0-or-later
"""The margin: names told in full, thirty passages over one paragraph, clicks that choose and cycle."""

from __future__ import annotations

from itertools import pairwise

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QContextMenuEvent
from PyQt6.QtWidgets import QApplication, QMenu

from app import theme
from app.acts import codes
from app.acts import passages as acts
from app.coder.page.margin import Margin
from coding.language import _
from tests.app.coder.conftest import CODES, FIRST, Coder

SHIFT = Qt.KeyboardModifier.ShiftModifier


def crowd(coder: Coder, count: int = 30) -> None:
    """So many passages over one paragraph."""
    assert coder.page.reading is not None
    start = coder.page.reading.transcript.text.index(FIRST)
    for n in range(count):
        acts.code_span(coder.desk, interview_id=1, start=start + n, end=start + 60 + n,
                       code_ids=[coder.id_of(CODES[n % 3])])


def test_thirty_passages_over_one_paragraph_stay_legible(coder: Coder) -> None:
    crowd(coder)
    margin = coder.text.margin
    placed, rests = margin.placed(0, 800), margin.rests(0, 800)
    assert len(rests) == 1
    assert len(placed) + rests[0].hidden == 30
    boxes = [*map(margin.box, placed), *map(margin.box, rests)]
    for before, after in pairwise(boxes):
        assert not before.intersects(after)
    assert all(box.left() > 0 and box.right() <= margin.width() for box in boxes)
    assert coder.page.reading is not None
    assert coder.page.reading.lanes.depth == 30


def test_the_rest_opens_a_list_that_keys_go_through(coder: Coder) -> None:
    crowd(coder)
    margin = coder.text.margin
    rest, = margin.rests(0, 800)
    coder.click(margin, margin.box(rest).center().toPoint())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(coder.marks)
    assert "Au début" in menu.actions()[0].text()
    for _n in range(2):
        coder.qtbot.keyClick(menu, Qt.Key.Key_Down)
    coder.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert coder.text.chosen == coder.marks[2].id


def test_shift_click_goes_from_one_overlapping_passage_to_the_next(coder: Coder) -> None:
    crowd(coder, 3)
    margin = coder.text.margin
    name = margin.placed(0, 800)[0]
    point = margin.box(name).center().toPoint()
    coder.click(margin, point)
    chosen = [coder.text.chosen]
    for _n in range(3):
        coder.qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, SHIFT, point)
        chosen.append(coder.text.chosen)
    ids = [mark.id for mark in coder.marks]
    assert chosen == [*ids, ids[0]]


def test_a_name_is_told_in_full(coder: Coder) -> None:
    codes.edit(coder.desk, coder.id_of(CODES[0]), definition="Redoute une reprise.\nDétails.")
    coder.select("une inquiétude")
    coder.key(Qt.Key.Key_1)
    acts.mark_strong(coder.desk, passage_id=coder.marks[0].id, strong=True)
    acts.write_memo(coder.desk, passage_id=coder.marks[0].id, text="Dit par elle-même.")
    margin = coder.text.margin
    point = margin.box(margin.placed(0, 800)[0]).center().toPoint()
    assert tip(margin, point).splitlines() == [
        CODES[0], "Redoute une reprise.", _("Strong quote"),
        _("Memo: {text}").format(text="Dit par elle-même.")]
    with coder.desk.store.writing() as session, session.begin():
        from coding import project as projects

        projects.coder_named(session, "Zoé")
    assert _("Coded by {names}").format(names=_("Coder 1")) in tip(margin, point)


def test_a_stripe_is_told_and_clicked(coder: Coder) -> None:
    coder.select("une inquiétude")
    coder.key(Qt.Key.Key_1)
    coder.text.choose(None)
    margin = coder.text.margin
    assert coder.text.sight is not None
    stripe, = coder.text.sight.stripes(0, 800)
    point = QPoint(margin._x(stripe.lanes[0]) + 1, round(stripe.top) + 4)
    assert tip(margin, point).startswith(CODES[0])
    coder.click(margin, point)
    assert coder.text.chosen == coder.marks[0].id


def test_a_click_takes_the_caret_along_and_a_right_click_opens_the_menu(coder: Coder) -> None:
    start, _end = coder.select("une inquiétude")
    coder.key(Qt.Key.Key_1)
    coder.text.choose(None)
    coder.text.set_caret(0)
    margin = coder.text.margin
    point = margin.box(margin.placed(0, 800)[0]).center().toPoint()
    coder.click(margin, point)
    assert coder.text.caret() == start
    coder.text.choose(None)
    coder.select("poser mes limites")
    coder.click(margin, point)
    assert coder.text.selected() is not None
    QApplication.sendEvent(margin, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, margin.mapToGlobal(point)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert coder.text.chosen == coder.marks[0].id
    next(action for action in menu.actions() if action.objectName() == "remove").trigger()
    menu.close()
    assert coder.marks == []


def test_names_are_legible_in_both_themes(coder: Coder) -> None:
    choices: tuple[theme.Choice, ...] = ("dark", "light")
    for choice in choices:
        theme.use(choice)
        for node in coder.desk.codebook:
            for strength in (0.08, 0.24):
                assert theme.contrast(theme.palette().ink, theme.tint(node.colour, strength)) >= 4.5
        assert theme.contrast(theme.palette().muted, theme.palette().chip) >= 4.5


def tip(margin: Margin, point: QPoint) -> str:
    return margin._tip(point)

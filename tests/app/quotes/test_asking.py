# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of the quotes: codes that any, all or none bear, relations, words, and the line that says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app import theme
from app.desk import Desk
from app.quotes import asked, states
from app.quotes.states import State
from app.workspaces.quotes import QuotesWorkspace
from coding.quotes import Meets, Query
from tests.app.workspaces.pages import CODES, SAID

KEYS = [("code", 1), ("code", 2), ("group", 1), ("interview", 3), ("person", 2), ("where", ("Métier", "pair")),
        ("strong", True), ("memo", True), ("memo", False), ("cited", False), ("withheld", True), ("asks", False)]


def _code(desk: Desk, path: str) -> int:
    found = desk.codebook.find(path.split(" > "))
    assert found is not None
    return found.id


@given(st.lists(st.sampled_from(KEYS), max_size=20))
def test_what_is_turned_is_said_and_taken_away_piece_by_piece(keys: list[states.Key]) -> None:
    query = Query()
    for key in keys:
        query = states.turned(query, key)
    named = asked.Names()
    pieces = asked.pieces(query, named)
    assert bool(pieces) == (query != Query())
    while pieces:
        query = pieces[-1].rest
        assert len(asked.pieces(query, named)) == len(pieces) - 1
        pieces = asked.pieces(query, named)
    assert query == Query()


@pytest.mark.parametrize("key", KEYS)
def test_a_line_that_is_put_so_stands_so(key: states.Key) -> None:
    wanted: list[State] = ["any", "all", "without", ""] if key[0] == "code" else ["any", ""]
    for state in wanted:
        assert states.state(states.put(Query(), key, state), key) == state
    assert states.put(states.put(Query(), key, "any"), key, "") == Query()


def test_a_click_goes_through_all_that_a_code_may_be(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    secret = _code(desk, CODES[1])
    tree = page.filters.tree
    item = next(item for item in tree.items() if item.data(0, Qt.ItemDataRole.UserRole) == ("code", secret))
    viewport = tree.viewport()
    assert viewport is not None
    tree.scrollToItem(item)
    ids = (secret,)
    for expected, found in ((Query(code_ids=ids), 9), (Query(all_code_ids=ids), 9), (Query(without_code_ids=ids), 10)):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).topLeft() + QPoint(8, 12))
        assert page.filters.query() == expected
        assert page._tally[0] == found
    tree.setCurrentItem(item)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert page.filters.query() == Query()
    assert page._tally[0] == 19


def test_the_menu_of_a_code_says_all_that_it_may_be(page: QuotesWorkspace, desk: Desk) -> None:
    crainte, cadre = _code(desk, CODES[0]), _code(desk, CODES[2])
    actions = [action for action in page.filters.tree.menu(("code", cadre)).actions() if action.isCheckable()]
    actions[2].trigger()
    assert page.filters.query().without_code_ids == (cadre,)
    assert page._tally[0] == 18
    near = page.filters.tree.menu(("code", crainte)).actions()[-1].menu()
    assert near is not None
    near.actions()[2].trigger()  # in the same turn
    assert page.filters.query().meets == (Meets("same_turn", (crainte,)),)
    assert page._tally[0] == 8  # the secrets that are not also about the frame


def test_relations_are_rows_that_come_and_go(page: QuotesWorkspace, desk: Desk) -> None:
    cadre, rows = _code(desk, CODES[2]), page.filters.relations
    rows.add.click()
    assert page.filters.query() == Query()  # no code yet: nothing is asked
    rows.rows[0]._toggle(cadre)
    assert page.filters.query().meets == (Meets("near", (cadre,), 2),)
    found = page._tally[0]
    assert 0 < found < 19
    rows.rows[0].kind.pick(("near", True))
    assert page.filters.query().meets[0].absent
    assert page._tally[0] == 19 - found
    rows.rows[0].turns.setFocus()
    rows.rows[0].turns.setValue(5)
    assert page.filters.query().meets[0].turns == 5
    assert rows.rows[0].turns.hasFocus()  # of the row made anew
    rows.rows[0].removed.emit()
    assert page.filters.query() == Query()
    assert not rows.rows


def test_the_words_sought_are_shown_in_the_quotes(page: QuotesWorkspace, qtbot: QtBot) -> None:
    before = page.list.grab().toImage()
    qtbot.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.words.hasFocus()
    qtbot.keyClicks(page.words, "taisait")
    qtbot.keyClick(page.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._tally[0] == 9)
    wanted = theme.palette().found.rgb()

    def shown(image: QImage) -> bool:
        return any(image.pixel(x, y) == wanted for y in range(0, image.height(), 3) for x in range(image.width()))

    assert not shown(before) and shown(page.list.grab().toImage())


def test_words_are_looked_for_after_a_pause(page: QuotesWorkspace, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.words, "taisait")
    assert page._tally[0] == 19
    qtbot.waitUntil(lambda: page._tally[0] == 9)
    assert page.filters.query().words == "taisait"
    page.asked.chips[0].click()  # type: ignore[attr-defined]
    assert page.words.text() == ""
    assert page._tally[0] == 19


def test_what_is_asked_is_said_in_chips_that_go(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    page.ask(("code", _code(desk, CODES[0])), ("code", _code(desk, CODES[1])), ("where", ("Métier", "pair")))
    assert len(page.asked.chips) == 4
    page.asked.chips[0].setFocus()
    qtbot.keyClick(page.asked.chips[0], Qt.Key.Key_Delete)
    assert page.filters.query().code_ids == (_code(desk, CODES[1]),)
    page.asked.chips[-1].click()  # type: ignore[attr-defined]
    assert page.filters.query() == Query()
    assert not page.asked.isVisible()


def test_the_strip_says_where_quotes_are_and_narrows_to_an_interview(page: QuotesWorkspace, qtbot: QtBot) -> None:
    assert [bar.quotes for bar in page.strip.bars] == [2, 1, *[2] * 8]
    second = page.strip.bars[1].interview_id
    qtbot.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=page.strip.place(1).center().toPoint())
    assert page.filters.query().interview_ids == (second,)
    assert page._tally == (1, 1)
    page.strip.setFocus()
    qtbot.keyClick(page.strip, Qt.Key.Key_Space)
    assert page._tally == (19, 10)
    qtbot.keyClick(page.strip, Qt.Key.Key_Right)
    assert page.strip.accessibleDescription() == page.strip.said(2)


def test_counts_stand_beside_the_filters(page: QuotesWorkspace, desk: Desk) -> None:
    page.ask(("code", _code(desk, CODES[2])))
    texts = {item.data(0, Qt.ItemDataRole.UserRole): item.text(1) for item in page.filters.tree.items()}
    found = page._found
    assert found is not None
    fourth = page.strip.bars[3].interview_id
    assert found.spread.interviews == {fourth: 1}
    assert texts["interview", fourth] == "1"
    assert texts["where", ("Métier", "soignant")] == "1"
    assert found.spread.groups == {found.scope.groups[0].id: 1}
    assert SAID[1] in found.sections[0].quotes[0].source

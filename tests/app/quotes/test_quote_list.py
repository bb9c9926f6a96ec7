# SPDX-License-Identifier: GPL-3.0-or-later
"""The list: stars, context, order by hand, several quotes at once, the way to the transcript and to the citation."""

from __future__ import annotations

from PyQt6.QtCore import QMimeData, QPoint, QRect, Qt
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.acts import citations
from app.desk import Desk
from app.name_dialog import NameDialog
from app.quotes.model import ENTRY
from app.quotes.sections import Card, Section, moved
from app.workspaces.quotes import QuotesWorkspace
from coding.language import _
from coding.quotes import Query, find


def _on(page: QuotesWorkspace, row: int, section: int = 0) -> Card:
    model = page.list.quotes
    index = model.index(row, 0, model.index(section, 0))
    page.list.setCurrentIndex(index)
    found = index.data(ENTRY)
    assert isinstance(found, Card)
    return found


def _section(page: QuotesWorkspace, section: int = 0) -> Section:
    found = page.list.quotes.index(section, 0).data(ENTRY)
    assert isinstance(found, Section)
    return found


def _ids(page: QuotesWorkspace, section: int = 0) -> list[int]:
    return [quote.passage_id for quote in _section(page, section).quotes]


def _place(page: QuotesWorkspace, zone: str) -> QPoint:
    """Where a zone of the current card is."""
    index = page.list.currentIndex()
    area = QRect(page.list.visualRect(index))
    return next(QPoint(x, y) for y in range(area.top(), area.bottom(), 3) for x in range(area.left(), area.right(), 3)
                if page.list._zone(QPoint(x, y)) == zone)


def _click(page: QuotesWorkspace, qtbot: QtBot, zone: str) -> None:
    viewport = page.list.viewport()
    assert viewport is not None
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=_place(page, zone))


def test_the_first_quote_is_chosen_by_itself_until_one_chooses(
    page: QuotesWorkspace, desk: Desk, qtbot: QtBot
) -> None:
    first = _ids(page)[0]
    here = page.list.current_quote()
    assert here is not None and here.passage_id == first
    assert page.cited.source.toPlainText() == here.plain
    page.ask(("interview", 2))
    qtbot.waitUntil(lambda: _ids(page)[0] != first)
    here = page.list.current_quote()
    assert here is not None and here.passage_id == _ids(page)[0]


def test_a_star_is_given_by_key_and_by_mouse_and_one_stays_where_one_was(
    page: QuotesWorkspace, desk: Desk, qtbot: QtBot
) -> None:
    quote = _on(page, 3).quote
    qtbot.keyClick(page.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _section(page).quotes[3].strong)
    here = page.list.current_quote()
    assert here is not None and here.passage_id == quote.passage_id
    _click(page, qtbot, "star")
    qtbot.waitUntil(lambda: not _section(page).quotes[3].strong)
    desk.undo()
    qtbot.waitUntil(lambda: _section(page).quotes[3].strong)


def test_a_click_chooses_and_the_line_of_who_speaks_leads_to_the_place(
    page: QuotesWorkspace, desk: Desk, qtbot: QtBot
) -> None:
    quote = _on(page, 1).quote
    with qtbot.assertNotEmitted(desk.place_asked):
        _click(page, qtbot, "")
    with qtbot.waitSignal(desk.place_asked) as asked:
        _click(page, qtbot, "place")
    assert asked.args == [quote.interview_id, quote.start, quote.end]


def test_what_was_said_around_is_shown_turn_by_turn_and_put_away(page: QuotesWorkspace, qtbot: QtBot) -> None:
    card = _on(page, 0)
    tall = page.list.visualRect(page.list.currentIndex()).height()
    qtbot.keyClick(page.list, Qt.Key.Key_Right)
    around = page.list.quotes.around[card.quote.passage_id]
    assert [said.asks for said in around.before][:1] == [True]
    assert page.list.visualRect(page.list.currentIndex()).height() > tall
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    assert card.quote.passage_id not in page.list.quotes.around
    assert page.list.visualRect(page.list.currentIndex()).height() == tall
    _click(page, qtbot, "before")
    around = page.list.quotes.around[card.quote.passage_id]
    assert around.before and not around.after


def test_quotes_are_put_in_order_by_keys_within_their_heading(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    usual = _ids(page)
    _on(page, 1)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _ids(page) == [usual[1], usual[0], *usual[2:]])
    assert _section(page).by_hand and not _section(page, 1).by_hand
    assert page.list.currentIndex().row() == 0
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _ids(page) == [usual[0], usual[2], usual[1], *usual[3:]] or _ids(page) == usual)
    page.list.usual_asked.emit(_section(page))
    qtbot.waitUntil(lambda: not _section(page).by_hand)
    assert _ids(page) == usual
    desk.undo()
    qtbot.waitUntil(lambda: _section(page).by_hand)


def test_quotes_are_dragged_within_their_heading_and_nowhere_else(page: QuotesWorkspace, qtbot: QtBot) -> None:
    usual, model = _ids(page), page.list.quotes
    above, other = model.index(0, 0), model.index(1, 0)
    carried: QMimeData = model.mimeData([model.index(0, 0, above), model.index(2, 0, above)])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(carried, move, 0, 0, other)
    assert model.canDropMimeData(carried, move, 5, 0, above)
    model.dropMimeData(carried, move, 5, 0, above)
    qtbot.waitUntil(lambda: _ids(page) == [usual[1], usual[3], usual[4], usual[0], usual[2], *usual[5:]])


def test_an_order_given_where_some_quotes_are_hidden_keeps_the_others(page: QuotesWorkspace) -> None:
    section, ids = _section(page), _ids(page)
    shown = Section(section.title, "", section.quotes[:3], None, section.heading, section.key)
    assert moved(shown, [ids[2]], 0, ids) == [ids[2], ids[0], ids[1], *ids[3:]]
    assert moved(shown, [ids[0]], 3, ids) == [ids[1], ids[2], ids[0], *ids[3:]]


def test_several_quotes_are_starred_withheld_and_cited_in_one_act(
    page: QuotesWorkspace, desk: Desk, qtbot: QtBot
) -> None:
    _on(page, 0)
    for _each in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.list.quotes_chosen()) == 3
    actions = [action for action in page.list.menu().actions() if action.isCheckable()]
    assert [action.isChecked() for action in actions] == [False, False]
    for action in actions:
        action.trigger()
    qtbot.waitUntil(lambda: [quote.withheld for quote in _section(page).quotes] == [True] * 3 + [False] * 7)
    assert [quote.strong for quote in _section(page).quotes] == [True] * 3 + [False] * 7
    assert len(page.list.quotes_chosen()) == 3
    desk.undo()
    qtbot.waitUntil(lambda: not any(quote.withheld for quote in _section(page).quotes))
    citing = next(action for action in page.list.menu().actions() if action.text() == _("Cited in…"))
    citing.trigger()
    dialog = next(widget for widget in page.findChildren(NameDialog))
    dialog.field.setText("Chapitre 2")
    dialog.accept()
    qtbot.waitUntil(lambda: [quote.cited.cited_in for quote in _section(page).quotes[:4]]
                    == [("Chapitre 2",)] * 3 + [()])
    page.ask(("cited", True))
    assert page._tally[0] == 3


def test_the_quote_one_is_on_is_cited_at_the_right(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    _on(page, 0)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    qtbot.waitUntil(page.cited.text.hasFocus)
    qtbot.keyClick(page.cited.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.list.hasFocus)
    page.fold_cited()
    assert page.cited.isHidden()
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    assert not page.cited.isHidden()


def test_nothing_is_offered_for_writing_where_the_project_is_only_read(
    page: QuotesWorkspace, qtbot: QtBot
) -> None:
    page.list._read_only = True
    _on(page, 1)
    with qtbot.assertNotEmitted(page.list.strong_asked), qtbot.assertNotEmitted(page.list.order_asked):
        qtbot.keyClick(page.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.list._zone(_place(page, "place")) == "place"


def test_what_is_noted_of_a_quote_stands_on_its_card(page: QuotesWorkspace, desk: Desk, qapp: QApplication) -> None:
    quote = _on(page, 0).quote
    tall = page.list.visualRect(page.list.currentIndex()).height()
    citations.cite_in(desk, passage_id=quote.passage_id, chapters=["Conclusion"])
    page.reload()
    assert page.list.visualRect(page.list.currentIndex()).height() > tall


def test_one_stays_on_the_same_quote_under_other_headings(page: QuotesWorkspace) -> None:
    quote = _on(page, 4).quote
    page._order.pick("interview")
    here = page.list.current_quote()
    assert here is not None and here.passage_id == quote.passage_id


def test_headings_that_were_closed_stay_closed(page: QuotesWorkspace) -> None:
    model = page.list.quotes
    page.list.setExpanded(model.index(1, 0), False)
    page.reload()
    page.list.finish()
    assert [page.list.isExpanded(model.index(row, 0)) for row in range(model.rowCount())] == [True, False, True]


def test_what_is_being_written_is_not_disturbed_when_the_list_is_read_again(
    page: QuotesWorkspace, qtbot: QtBot
) -> None:
    _on(page, 2)
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    qtbot.waitUntil(page.cited.text.hasFocus)
    qtbot.keyClick(page.cited.text, Qt.Key.Key_Home)
    qtbot.keyClicks(page.cited.text, "[alors] ")
    place = page.cited.text.textCursor().position()
    page.cited.text.keep()
    qtbot.waitUntil(lambda: bool(_section(page).quotes[2].cited.text))
    qtbot.keyClicks(page.cited.text, "x")
    page.reload()
    assert page.cited.text.hasFocus()
    assert page.cited.text.textCursor().position() == place + 1
    assert page.cited.text.written().startswith("[alors] x")


def test_codes_are_given_to_several_quotes_in_one_act(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    _on(page, 0)
    page.list.selectAll()
    chosen = {quote.passage_id for quote in page.list.quotes_chosen()}
    qtbot.keyClick(page.list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = page.giving.palette
    qtbot.waitUntil(palette.isVisible)
    qtbot.keyClicks(palette.field, "À reprendre")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(node.name == "À reprendre" for node in desk.codebook))
    made = next(node.id for node in desk.codebook if node.name == "À reprendre")

    def bearing() -> set[int]:
        return {quote.passage_id for quote in desk.read_now(lambda s: find(s, Query(code_ids=(made,))))}

    assert bearing() == chosen and len(chosen) > 1
    desk.undo()
    qtbot.waitUntil(lambda: all(node.id != made for node in desk.codebook))

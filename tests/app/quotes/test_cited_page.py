# SPDX-License-Identifier: GPL-3.0-or-later
"""The quote as cited, within the page of quotes."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PyQt6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.quotes.who_dialog import WhoDialog
from app.quotes.who_model import CITED, NAME
from app.workspaces.quotes import QuotesWorkspace
from coding import citations, exports_log, quotes
from coding.changes import Label
from coding.quotes import Query, Quote
from tests.app.conftest import Dialogs
from tests.app.workspaces.conftest import here

__all__ = ["here"]
X = Label("x")


def _first(desk: Desk) -> Quote:
    return desk.read_now(quotes.find)[0]


def _choose_first(page: QuotesWorkspace) -> None:
    model = page.list.quotes
    page.list.setCurrentIndex(model.index(0, 0, model.index(0, 0)))


def test_writing_goes_on_where_one_is_while_what_is_written_is_recorded(page: QuotesWorkspace, desk: Desk,
                                                                        qtbot: QtBot) -> None:
    quote = _first(desk)
    _choose_first(page)
    field = page.cited.text
    assert field.written() == quote.plain
    page.activateWindow()
    page.edit_cited()
    qtbot.waitUntil(field.hasFocus)
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    qtbot.keyClicks(field, " [ici]")
    field.keep()
    page._fresh.catch_up()
    assert field.hasFocus() and field.textCursor().position() == 8
    qtbot.keyClicks(field, "!")
    assert field.written()[:9] == f"{quote.plain[:2]} [ici]!"


def test_what_no_longer_holds_is_listed_to_be_looked_at_again(page: QuotesWorkspace, desk: Desk) -> None:
    quote = _first(desk)
    assert page.cited.review.isHidden()
    desk.do(X, lambda s: citations.write(s, quote.passage_id, text="Rien de tel."))
    page.cited._fresh.catch_up()
    assert not page.cited.review.isHidden()
    page.cited.review.click()
    assert page.filters.query() == Query(passage_ids=(quote.passage_id,))
    _choose_first(page)
    current = page.list.current_quote()
    assert current is not None and current.passage_id == quote.passage_id
    assert current.printed == quote.plain
    page.cited.restore_button.click()
    page.cited._fresh.catch_up()
    assert page.cited.review.isHidden()


def test_who_is_cited_is_shown_and_leaves_as_a_spreadsheet(page: QuotesWorkspace, desk: Desk, dialogs: Dialogs,
                                                           tmp_path: Path, here: None) -> None:
    quote = _first(desk)
    desk.do(X, lambda s: citations.write(s, quote.passage_id, cited_in=("Chapitre 2",)))
    page.cited.who.click()
    dialog = page.findChild(WhoDialog)
    assert dialog is not None
    assert [row.name for row in dialog.model.rows] == ["Paul"]
    dialog.kinds.pick(1)
    rows = dialog.model.rows
    assert [row.cited for row in rows] == [1] + [0] * 9
    assert dialog.model.index(0, CITED).data() == "1" and dialog.model.index(1, CITED).data() not in ("", "0")
    dialog.model.sort(NAME)
    assert dialog.model.rows[0].name == "Entretien 1"
    assert "Entretien 2" in dialog.said.text()
    dialogs.files = [tmp_path / "cited.xlsx"]
    dialog._exporter.run(dialog._formats()[0])
    assert len(load_workbook(tmp_path / "cited.xlsx").worksheets) == 4
    assert [one.what for one in exports_log.read(desk.store)] == ["citations"]
    dialog.accept()


def test_a_selection_to_the_end_is_cut(page: QuotesWorkspace, desk: Desk) -> None:
    _choose_first(page)
    page.cited.source.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    page.cited.cut()
    assert page.cited.text.written().startswith("[…]")

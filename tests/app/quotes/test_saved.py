# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries under a name: saved, taken up, changed, brought up to date, renamed, put in order, deleted."""

from __future__ import annotations

from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import messages
from app.acts import codes, queries
from app.desk import Desk
from app.name_dialog import NameDialog
from app.workspaces.quotes import QuotesWorkspace
from coding.quotes import Query
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import CODES


def _code(desk: Desk, path: str) -> int:
    found = desk.codebook.find(path.split(" > "))
    assert found is not None
    return found.id


def _names(page: QuotesWorkspace) -> list[str]:
    return [one.name for one in page.saved.saved]


def _save(page: QuotesWorkspace, qtbot: QtBot, name: str) -> None:
    page.saved.ask_name()
    dialog = page.findChildren(NameDialog)[-1]
    dialog.field.setText(name)
    dialog.accept()
    qtbot.waitUntil(lambda: name in _names(page))


def test_a_query_is_saved_changed_and_brought_up_to_date(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    crainte, cadre = _code(desk, CODES[0]), _code(desk, CODES[2])
    page.ask(("code", crainte))
    _save(page, qtbot, "Peur")
    assert page.saved.current is not None and not page.saved.changed
    page.filters.tree.turn(("strong", True))
    assert page.saved.changed
    page.saved.update_saved()
    qtbot.waitUntil(lambda: not page.saved.changed)
    assert page.saved.saved[0].query == Query(code_ids=(crainte,), strong=True)
    desk.undo()
    qtbot.waitUntil(lambda: page.saved.changed)
    page.saved.take(page.saved.saved[0].id)
    assert page.filters.query() == Query(code_ids=(crainte,))
    page.ask(("code", cadre))
    assert page.saved.found() is None


def test_queries_are_renamed_put_in_order_and_deleted_and_it_can_be_undone(
    page: QuotesWorkspace, desk: Desk, qtbot: QtBot
) -> None:
    for name, path in (("Peur", CODES[0]), ("Secret", CODES[1]), ("Cadre", CODES[2])):
        page.ask(("code", _code(desk, path)))
        _save(page, qtbot, name)
    page.saved.move_by(-1)
    qtbot.waitUntil(lambda: _names(page) == ["Peur", "Cadre", "Secret"])
    page.saved.ask_new_name()
    dialog = page.findChildren(NameDialog)[-1]
    assert dialog.field.text() == "Cadre"
    dialog.field.setText("Le cadre")
    dialog.accept()
    qtbot.waitUntil(lambda: _names(page) == ["Peur", "Le cadre", "Secret"])
    page.saved.fill()
    page.saved._menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: _names(page) == ["Peur", "Secret"])
    assert page.saved.current is None
    desk.undo()
    qtbot.waitUntil(lambda: _names(page) == ["Peur", "Le cadre", "Secret"])


def test_a_name_that_is_taken_is_asked_about(page: QuotesWorkspace, desk: Desk, qtbot: QtBot, dialogs: Dialogs) -> None:
    page.ask(("code", _code(desk, CODES[0])))
    _save(page, qtbot, "Peur")
    page.ask(("code", _code(desk, CODES[2])))
    dialogs.choice = 1
    page.saved.save_as("Peur")
    assert isinstance(dialogs.said[-1], messages.Message)
    assert page.saved.saved[0].query.code_ids == (_code(desk, CODES[0]),)
    dialogs.choice = 0
    page.saved.save_as("Peur")
    qtbot.waitUntil(lambda: page.saved.saved[0].query.code_ids == (_code(desk, CODES[2]),))


def test_codes_that_are_gone_are_said(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    page.ask(("code", _code(desk, CODES[0])), ("code", _code(desk, CODES[2])))
    _save(page, qtbot, "Tout")
    assert not page._gone.isVisible()
    codes.remove(desk, _code(desk, CODES[2]))
    qtbot.waitUntil(lambda: page.saved.saved[0].gone == 1)
    page.saved.take(page.saved.saved[0].id)
    assert page._gone.isVisible()
    page.saved.update_saved()
    qtbot.waitUntil(lambda: not page._gone.isVisible())


def test_quotes_stand_under_the_queries_that_find_them(
    page: QuotesWorkspace, desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    page._order.pick("query")
    assert page._pages.currentWidget() is page.empty
    queries.save(desk, name="Peur", query=Query(code_ids=(_code(desk, CODES[0]),)))
    queries.save(desk, name="Cadre", query=Query(code_ids=(_code(desk, CODES[2]),)))
    model = page.list.quotes
    qtbot.waitUntil(lambda: [model.rowCount(model.index(row, 0)) for row in range(model.rowCount())] == [10, 1])
    page.filters.tree.turn(("where", ("Métier", "soignant")))
    assert [model.rowCount(model.index(row, 0)) for row in range(model.rowCount())] == [5, 1]

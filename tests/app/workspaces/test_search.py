# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window import MainWindow
from app.workspaces.search import SearchWorkspace


@pytest.fixture
def page(opened: MainWindow) -> SearchWorkspace:
    """The Search page, on the sample."""
    opened.show_page("search")
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, SearchWorkspace)
    return page


def test_words_are_found_whatever_the_accents_and_a_result_opens_its_place(
    opened: MainWindow, page: SearchWorkspace, qtbot: QtBot
) -> None:
    assert opened.desk is not None
    qtbot.keyClicks(page.line, "reunion")
    qtbot.waitUntil(lambda: page.model.rowCount() > 5)
    hit = page.model.hit(page.model.index(0))
    assert hit.found.casefold() == "réunion"
    assert hit.found in str(page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert page.status_text() == page.found.text()
    with qtbot.waitSignal(opened.desk.place_asked) as asked:
        qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert asked.args == [hit.interview_id, hit.start, hit.end]


def test_down_goes_into_the_results(page: SearchWorkspace, qtbot: QtBot) -> None:
    page.line.setText("équipe")
    page.search()
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 0
    assert not page.grab().isNull()


def test_nothing_and_nothing_found_are_said(page: SearchWorkspace) -> None:
    page.line.setText("zzzz")
    page.search()
    assert page.model.rowCount() == 0
    assert page.found.text()
    page.line.setText("")
    page.search()
    assert page.found.text() == ""
    assert page._hint.isVisible()

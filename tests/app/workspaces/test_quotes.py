# SPDX-License-Identifier: GPL-3.0-or-later
"""The quotes page: what is listed, where it leads, what leaves."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app import theme
from app.acts import citations, passages
from app.desk import Desk
from app.quotes.model import ENTRY
from app.quotes.sections import Card
from app.settings import Settings
from app.workspaces.quotes import QuotesWorkspace
from coding.reports.cover import kept_back
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import CODES, SAID


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[QuotesWorkspace]:
    made = QuotesWorkspace(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activate()
    yield made
    made.hide()


def _code(desk: Desk, path: str) -> int:
    found = desk.codebook.find(path.split(" > "))
    assert found is not None
    return found.id


def _headings(page: QuotesWorkspace) -> list[str]:
    model = page.list.quotes
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _first(page: QuotesWorkspace) -> Card:
    model = page.list.quotes
    index = model.index(0, 0, model.index(0, 0))
    page.list.setCurrentIndex(index)
    found = index.data(ENTRY)
    assert isinstance(found, Card)
    return found


def test_quotes_stand_under_each_of_their_codes_and_are_counted_once(page: QuotesWorkspace) -> None:
    assert _headings(page) == ["Réticences › Crainte (10)", "Réticences › Secret (9)", "Statut › Cadre (1)"]
    assert page.status_text() == page._count_text()
    assert page._tally == (19, 10)
    page._order.pick("interview")
    assert _headings(page)[:2] == ["Entretien 1 (2)", "Entretien 2 (1)"]


def test_filters_narrow_what_is_listed(page: QuotesWorkspace, desk: Desk) -> None:
    page.ask(("code", _code(desk, CODES[2])))
    assert page._tally == (1, 1)
    page.ask(("where", ("Métier", "soignant")))
    assert page._tally == (9, 5)
    page.ask(("code", _code(desk, CODES[2])), ("where", ("Métier", "pair")))
    assert page._tally == (0, 0)
    assert page._pages.currentWidget() is page.empty
    page.empty.asked.emit()
    assert page._tally == (19, 10)


def test_a_quote_leads_to_its_place(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    quote = _first(page).quote
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == [quote.interview_id, quote.start, quote.end]


def test_a_quote_is_copied_as_the_thesis_prints_it(page: QuotesWorkspace) -> None:
    _first(page)
    page.list.copy_cited()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text() == f"«\u00a0{SAID[0]}\u00a0» (Paul, pair aidant)"


def test_a_quote_that_is_not_to_be_cited_is_not_copied_and_that_is_said(
        page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    clipboard.setText("before")
    citations.withhold(desk, passage_id=_first(page).quote.passage_id, withheld=True)
    qtbot.waitUntil(lambda: _first(page).quote.withheld)
    page.list.copy_cited()
    assert clipboard.text() == "before" and page._exporter.outcome.text == kept_back(1)


def test_the_list_follows_codings_while_it_is_seen(page: QuotesWorkspace, desk: Desk, qtbot: QtBot) -> None:
    passage = _first(page).quote.passage_id
    passages.uncode(desk, passage_id=passage, code_id=_code(desk, CODES[0]))
    qtbot.waitUntil(lambda: page._tally == (18, 10))
    desk.undo()
    qtbot.waitUntil(lambda: page._tally == (19, 10))


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "md"])
def test_quotes_leave_in_several_formats(
    page: QuotesWorkspace, dialogs: Dialogs, tmp_path: Path, ending: str, here: None
) -> None:
    chosen = next(one for one in page._formats() if one.name.endswith(ending))
    path = tmp_path / f"quotes{Path(chosen.name).suffix}"
    dialogs.files = [path]
    page._exporter.run(chosen)
    assert path.name in page._exporter.outcome.text
    match path.suffix:
        case ".docx":
            words = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
        case ".xlsx":
            words = "\n".join(str(row) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True))
        case _:
            words = path.read_text("utf-8-sig")
    assert words.count(SAID[0]) >= 10
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == 20


def test_the_filters_follow_the_theme(page: QuotesWorkspace) -> None:
    item = page.filters.tree.items()[1]
    theme.use("dark")
    assert item.foreground(1).color() == theme.palette().muted

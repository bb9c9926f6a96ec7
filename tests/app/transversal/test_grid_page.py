# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal grid: what it shows, what a cell opens, what is written of it, what leaves."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.settings import Settings
from app.transversal.grid_page import GridPage
from app.transversal.model import CELL
from coding import memos
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import CODES, GROUP


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[GridPage]:
    made = GridPage(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activate()
    yield made
    made.hide()


def _cell(page: GridPage, desk: Desk, path: str, title: str | None) -> QModelIndex:
    found = desk.codebook.find(path.split(" > "))
    assert found is not None
    index = page.grid.grid.locate(found.id, title)
    assert index.isValid()
    return index


def _names(page: GridPage) -> list[str]:
    return [row.name for row in page.grid.grid.table.rows]


def _open(page: GridPage, qtbot: QtBot, index: QModelIndex) -> None:
    with qtbot.waitSignal(page.grid.opened):
        page.grid.choose(index)


def test_the_largest_group_opens_first(page: GridPage, desk: Desk) -> None:
    table = page.grid.grid.table
    assert (table.group, len(table.columns)) == (GROUP, 8)
    assert [row.name for row in table.rows] == ["Réticences", "Crainte", "Secret", "Statut", "Cadre"]
    assert _cell(page, desk, CODES[1], "Entretien 1").data() == "◆ 1"
    assert _cell(page, desk, CODES[1], "Entretien 2").data() == ""
    assert _cell(page, desk, CODES[1], None).data() == "7/8"


def test_a_cell_opens_its_quotes(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    _open(page, qtbot, _cell(page, desk, "Réticences", "Entretien 4"))
    assert page.panel.list.quotes.rowCount() == 2
    assert page.panel.place is not None and page.panel.place.title == "Réticences × Entretien 4"
    with qtbot.waitSignal(desk.place_asked):
        page.panel.list.clicked.emit(page.panel.list.quotes.index(0, 0))


def test_the_list_is_as_tall_as_its_cards(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    _open(page, qtbot, _cell(page, desk, "Réticences", "Entretien 4"))
    with qtbot.waitSignal(page.panel.list.measured):
        page.panel.list.resize(200, 300)
    assert page.panel.list.maximumHeight() == page.panel.list.content_height() + 4


def test_the_last_column_opens_every_quote_of_the_row(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    _open(page, qtbot, _cell(page, desk, CODES[1], None))
    assert page.panel.list.quotes.rowCount() == 7
    assert not page.panel.summary.isVisible()


def test_a_summary_is_kept_when_left_and_undone_as_one_act(page: GridPage, desk: Desk,
                                                           qtbot: QtBot) -> None:
    index = _cell(page, desk, CODES[0], "Entretien 1")
    _open(page, qtbot, index)
    page.panel.summary.setPlainText("On contourne la question.")
    page.panel.summary.keep()
    assert list(desk.read_now(memos.summaries).values()) == ["On contourne la question."]
    assert index.data(CELL).summed
    desk.undo()
    assert desk.read_now(memos.summaries) == {}
    assert page.panel.summary.toPlainText() == ""


def test_what_is_being_written_goes_to_the_cell_it_was_written_for(page: GridPage, desk: Desk,
                                                                   qtbot: QtBot) -> None:
    first, second = (_cell(page, desk, CODES[0], title) for title in ("Entretien 1", "Entretien 2"))
    _open(page, qtbot, first)
    page.panel.summary.setPlainText("À reprendre.")
    page.grid.choose(second)
    qtbot.waitUntil(lambda: page.panel.place is not None and "Entretien 2" in page.panel.place.title)
    assert page.panel.summary.toPlainText() == ""
    assert first.data(CELL).summed and not second.data(CELL).summed


def test_keys_fold_a_theme_and_the_box_hides_empty_rows(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    page.grid.choose(_cell(page, desk, "Réticences", "Entretien 1"))
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    assert _names(page) == ["Réticences", "Statut", "Cadre"]
    qtbot.keyClick(page.grid, Qt.Key.Key_Plus)
    assert _names(page) == ["Réticences", "Crainte", "Secret", "Statut", "Cadre"]
    page.group_pill.pick(next(row.id for row in page._found.scope.groups if row.name != GROUP))  # type: ignore[union-attr]
    page.layout_button.hide_rows.trigger()
    assert _names(page) == ["Réticences", "Crainte", "Secret"]
    page.layout_button.fold_all.trigger()
    assert _names(page) == ["Réticences"]


def test_columns_may_be_the_values_of_an_attribute(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    page.columns_pill.pick(("Métier", False))
    assert page.grid.grid.table.columns == ("pair", "soignant")
    _open(page, qtbot, _cell(page, desk, CODES[1], "soignant"))
    assert page.panel.list.quotes.rowCount() == 3
    page.columns_pill.pick((None, False))
    page.cells_pill.pick("share")
    assert "%" in _cell(page, desk, CODES[0], "Entretien 1").data()


def test_another_order_of_columns_moves_no_first_appearance(page: GridPage, desk: Desk) -> None:
    page.order_pill.pick("most")
    assert page.grid.grid.title(0) == "Entretien 4"
    assert page.grid.grid.title(7) == "Entretien 2"
    assert _cell(page, desk, CODES[1], "Entretien 1").data() == "◆ 1"


def test_the_table_leaves_as_it_is_read(
    page: GridPage, dialogs: Dialogs, tmp_path: Path, here: None
) -> None:
    for chosen in page._formats():
        path = tmp_path / f"grid{Path(chosen.name).suffix}"
        dialogs.files = [path]
        page._exporter.run(chosen)
        assert path.stat().st_size > 100
    with (tmp_path / "grid.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5 and rows[0]["Entretien 4"] == "2"

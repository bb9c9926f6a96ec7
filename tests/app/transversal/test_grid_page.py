# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal grid: what it shows, what a cell opens, what is written of it, what leaves."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import QModelIndex, Qt
from PyQt6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.settings import Settings
from app.transversal import figure
from app.transversal.choices import found_again, kept
from app.transversal.delegate import LINE
from app.transversal.grid_page import GridPage
from app.transversal.model import CELL
from app.transversal.reading import Asked
from coding import memos
from coding.arrangement import Arrangement
from coding.changes import Label
from coding.guides import asked
from coding.transversal import GROUPS
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


def test_groups_are_compared_among_all_interviews(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    page.columns_pill.pick((GROUPS, False))
    assert page.group_pill.current is None
    index = _cell(page, desk, CODES[1], GROUP)
    assert index.data() == "7/8"
    _open(page, qtbot, index)
    assert page.panel.list.quotes.rowCount() == 7
    assert not page.panel.summary.isVisible()


def test_interviews_side_by_side_end_each_band_with_its_own_total(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    page.columns_pill.pick(("Métier", True))
    grid, found = page.grid.grid, desk.codebook.find(CODES[1].split(" > "))
    assert found is not None
    assert [band.title for band in grid.table.bands or ()] == ["pair", "soignant"]
    total = grid.locate(found.id, None, "soignant")
    assert total.data() == "3/4" and grid.locate(found.id, None).data() == "7/8"
    _open(page, qtbot, total)
    assert page.panel.list.quotes.rowCount() == 3
    assert page.panel.place is not None and page.panel.place.title == "Secret × soignant"
    _open(page, qtbot, grid.locate(found.id, "Entretien 4", "soignant"))
    assert page.panel.summary.isVisible()


def test_what_is_chosen_comes_back_with_the_project(page: GridPage, desk: Desk, settings: Settings,
                                                    qtbot: QtBot) -> None:
    page.columns_pill.pick(("Métier", True))
    page.cells_pill.pick("words")
    page.order_pill.pick("title")
    page.layout_button.fold_all.trigger()
    page.layout_button.hide_columns.trigger()
    again = GridPage(desk, settings)
    qtbot.addWidget(again)
    again.show()
    again.activate()
    assert again.grid.grid.table == page.grid.grid.table
    assert again.grid.grid.arrangement == page.grid.grid.arrangement
    again.hide()


def test_settings_of_another_make_are_forgotten() -> None:
    for strange in (None, 3, {"rows": "upwards", "folded": "all", "hide": [1], "by": 4, "shown": {}}):
        assert found_again(strange) == (Asked(), Arrangement())
    chosen, arrangement = Asked(by="", beside=True, shown="share"), Arrangement("name", "most", frozenset((3, 1)), True)
    assert found_again(kept(chosen, arrangement)) == (chosen, arrangement)


def test_a_framework_matrix_is_written_through_by_keys(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    page.cells_pill.pick("summaries")
    index = _cell(page, desk, CODES[0], "Entretien 1")
    low = page.grid.codes.sectionSize(index.row())
    page.grid.choose(index)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    for text, key in (("On contourne la question. " * 20, Qt.Key.Key_Right), ("Rien.", Qt.Key.Key_Down)):
        page.panel.summary.setPlainText(text)
        qtbot.keyClick(page.panel.summary, key, Qt.KeyboardModifier.AltModifier)
    found = desk.read_now(memos.summaries)
    ids = page.grid.grid.table.interview_ids
    fear = desk.codebook.find(CODES[0].split(" > "))
    assert fear is not None
    assert list(found) == [(fear.id, ids[0]), (fear.id, ids[1])]
    assert page.panel.place is not None and page.panel.place.title == "Secret × Entretien 2"
    assert page.panel.summary.toPlainText() == ""
    assert "On contourne" in index.data()
    assert page.grid.codes.sectionSize(index.row()) > 2 * low


def test_the_keys_go_into_a_cell_and_back(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    _open(page, qtbot, _cell(page, desk, CODES[0], "Entretien 1"))
    qtbot.waitUntil(page.panel.list.isVisible)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.focusWidget() is page.panel.list
    assert page.panel.list.currentIndex().row() == 0
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.grid
    page.panel.summary.setFocus()
    qtbot.keyClick(page.panel.summary, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.grid


def test_the_first_summary_explains_its_sign(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    before = page._legend.text()
    _open(page, qtbot, _cell(page, desk, CODES[0], "Entretien 1"))
    page.panel.summary.setPlainText("On contourne la question.")
    page.panel.summary.keep()
    assert page._legend.text().startswith(before) and "•" in page._legend.text()
    desk.undo()
    assert page._legend.text() == before


def test_a_theme_that_was_not_asked_says_so(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    theme = desk.codebook.find(["Statut"])
    assert theme is not None
    first = page.grid.grid.table.interview_ids[0]
    desk.do(Label("x"), lambda session: asked.set_theme_asked(session, theme.id, first, False))
    qtbot.waitUntil(lambda: _cell(page, desk, "Statut", "Entretien 1").data() == "–")
    assert _cell(page, desk, "Statut", "Entretien 1").data(CELL).unasked
    assert "7" in _cell(page, desk, "Statut", None).data(Qt.ItemDataRole.ToolTipRole)
    _open(page, qtbot, _cell(page, desk, CODES[2], "Entretien 1"))
    assert page.panel.place is not None and page.panel.place.note


def test_a_double_click_reads_the_cell_in_its_transcript(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    _open(page, qtbot, _cell(page, desk, "Réticences", "Entretien 4"))
    with qtbot.waitSignals([desk.code_asked, desk.place_asked]):
        page.grid.doubleClicked.emit(page.grid.currentIndex())
    with qtbot.waitSignal(desk.place_asked):
        qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_title_leads_to_its_interview(page: GridPage, desk: Desk, qtbot: QtBot) -> None:
    key = page.grid.grid.interview_id(2)
    assert key is not None
    read, profile = page._interview_menu(key).actions()
    with qtbot.waitSignal(desk.place_asked) as opened:
        read.trigger()
    assert opened.args == [key, 0, 0]
    with qtbot.waitSignal(page.profile_asked) as shown:
        profile.trigger()
    assert shown.args == [key]


def test_the_picture_holds_the_whole_grid(page: GridPage, tmp_path: Path) -> None:
    whole = figure._plan(page.grid.grid).size
    figure.write(page.grid.grid, tmp_path / "g.png")
    image = QImage(str(tmp_path / "g.png"))
    assert image.size() == whole * figure.SHARP
    assert whole.height() > 5 * LINE and whole.width() > 8 * figure.CELL
    figure.write(page.grid.grid, tmp_path / "g.svg")
    assert "Crainte" in (tmp_path / "g.svg").read_text(encoding="utf-8")


def test_a_picture_that_would_be_too_large_is_refused(page: GridPage, desk: Desk, tmp_path: Path, dialogs: Dialogs,
                                                      qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure, "LARGEST", 200)
    dialogs.files = [tmp_path / "g.png"]
    with qtbot.waitSignal(desk.failed):
        page._exporter.run(page._formats()[-2])
    assert not (tmp_path / "g.png").exists()


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

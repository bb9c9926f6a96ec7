# SPDX-License-Identifier: GPL-3.0-or-later
"""The table and the chart: what they say, hover, keys, passages that were new, groups compared, figures kept."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.quotes.sections import Card
from app.saturation import chart, chart_words
from app.saturation.chart_layout import Frame, frame
from app.saturation.columns import CURVE, NAME, STATUS
from app.saturation.compared_model import STANDING
from app.saturation.drawn import Drawn
from app.saturation.model import WHY
from app.saturation.reading import Reading
from app.settings import Settings
from app.workspaces.saturation import COMPARE, SaturationWorkspace
from coding import codebook, elsewhere, merging
from coding.changes import Label
from coding.language import speaking
from tests import build
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import CODES, GROUP, REFUSED, SAID, desk_on, small

NEW = 3  # the interview, 0-based, in which «Cadre» is first seen


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """Ten coded interviews in two groups; one code in a single interview, so that there is something to extrapolate."""
    writer = small(tmp_path)
    build.code(writer, "Vide > Jamais", origin="emergent")
    made = desk_on(writer)
    yield made
    made.tasks.close()
    made.store.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[SaturationWorkspace]:
    made = SaturationWorkspace(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activate()
    yield made
    made.hide()


def _select(page: SaturationWorkspace, name: str) -> None:
    page.table.selectRow([line.name for line in page.table.verdicts.lines].index(name))


def _drawn(page: SaturationWorkspace) -> Drawn:
    assert page.chart.drawn is not None
    return page.chart.drawn


def _line(page: SaturationWorkspace) -> str:
    line = page.table.line()
    assert line is not None
    return line.name


def _laid(page: SaturationWorkspace) -> Frame:
    return frame(_drawn(page), page.chart._area())


def _over(page: SaturationWorkspace, place: int) -> QPointF:
    """A point over the bar of an interview."""
    laid = _laid(page)
    return QPointF(laid.x(place), laid.plot.bottom() - 4)


def test_a_line_says_why_and_where_guests_rule_was_met(page: SaturationWorkspace) -> None:
    lines = page.table.verdicts.lines
    for row, line in enumerate(lines):
        why = page.table.verdicts.index(row, STATUS).data(WHY)
        assert why and all(why)
        assert page.table.verdicts.index(row, CURVE - 1).data() == (line.block.guest.label or "–")
    assert [line.name for line in lines][1:] == ["Réticences", "Statut", "Vide"]


def test_a_title_sorts_the_themes_and_gives_back_the_codebook(page: SaturationWorkspace) -> None:
    head = page.table.horizontalHeader()
    assert head is not None
    before = [line.name for line in page.table.verdicts.lines]
    head.setSortIndicator(NAME, Qt.SortOrder.DescendingOrder)
    assert [line.name for line in page.table.verdicts.lines] == [before[0], *sorted(before[1:], reverse=True)]
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert [line.name for line in page.table.verdicts.lines] == before


def test_columns_give_way_whole_and_their_figures_stay_in_the_tooltip(page: SaturationWorkspace) -> None:
    page.table.resize(560, 300)
    page.table.fit()
    hidden = [column for column in range(CURVE + 1) if page.table.isColumnHidden(column)]
    assert CURVE in hidden and NAME not in hidden
    line = page.table.verdicts.lines[1]
    told = page.table.verdicts.index(1, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert all(figure in told for figure in line.figures)


def test_the_mouse_over_an_interview_is_told_what_it_brought(page: SaturationWorkspace) -> None:
    _select(page, "Statut")
    words = page.chart.words(_over(page, NEW))
    assert "Entretien 4" in words[0]
    assert any("Cadre" in word for word in words)
    assert not any("Cadre" in word for word in page.chart.words(_over(page, 0)))


def test_the_estimated_minimum_and_what_lies_beyond_are_told(page: SaturationWorkspace) -> None:
    page.table.selectRow(0)
    drawn, laid = page.chart.drawn, _laid(page)
    assert drawn is not None
    if drawn.beyond:
        assert page.chart.words(laid.beyond.center()) == chart_words.beyond(drawn, len(drawn.beyond) // 2 + 1)
    assert chart_words.minimum(drawn)
    at = laid.plot.topRight() + QPointF(-6, laid.y(drawn.block.chao2.estimate or 0) - laid.plot.top() - 8)
    assert page.chart.words(at) == chart_words.minimum(drawn)


def test_the_keys_walk_the_interviews_and_what_they_brought_is_said(page: SaturationWorkspace, qtbot: QtBot) -> None:
    _select(page, "Statut")
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert page.chart.pointed == 0
    qtbot.keyClick(page.chart, Qt.Key.Key_End)
    assert page.chart.pointed == 7
    qtbot.keyClick(page.chart, Qt.Key.Key_Left)
    assert "Entretien 7" in page.chart.accessibleName()
    assert "Entretien 7" in page.body.pane.words._whole
    qtbot.keyClick(page.chart, Qt.Key.Key_Escape)
    assert page.chart.pointed is None


def test_a_bar_opens_the_passages_that_were_new(page: SaturationWorkspace, desk: Desk, qtbot: QtBot) -> None:
    _select(page, "Statut")
    places: list[tuple[int, int, int]] = []
    desk.place_asked.connect(lambda *place: places.append(place))
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=_over(page, NEW).toPoint())
    new = page.body.new
    assert new.isVisible()
    model = new.list.quotes
    assert model.rowCount() == 1
    section = model.index(0, 0)
    assert model.rowCount(section) == 1 and "Statut" not in str(section.data())
    card = model.entry(model.index(0, 0, section))
    assert isinstance(card, Card) and SAID[1] in card.quote.printed
    new.list.setCurrentIndex(model.index(0, 0, section))
    qtbot.keyClick(new.list, Qt.Key.Key_Return)
    assert places and places[0][0] == _drawn(page).interview_ids[NEW]
    qtbot.keyClick(new.list, Qt.Key.Key_Escape)
    assert not new.isVisible()


def test_a_minimum_agrees_with_the_figure_that_is_printed(page: SaturationWorkspace) -> None:
    _select(page, "Statut")
    drawn = _drawn(page)
    for language, value, plural in (("fr", 1.0, False), ("fr", 1.96, True), ("fr", 1.94, False), ("fr", 2.0, True),
                                    ("en", 1.0, False), ("en", 1.4, True), ("en", 1.04, False)):
        block = replace(drawn.block, chao2=replace(drawn.block.chao2, estimate=value))
        with speaking(language):
            said = chart.minimum_text(replace(drawn, block=block))
        assert said.endswith("codes") is plural, (language, value, said)


def test_an_interview_that_brought_nothing_opens_nothing(page: SaturationWorkspace, qtbot: QtBot) -> None:
    _select(page, "Statut")
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=_over(page, 0).toPoint())
    assert not page.body.new.isVisible()
    page.chart.walk(NEW)
    qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    assert page.body.new.isVisible()
    for _press in range(2):  # it lets go of the interview, then of its passages
        qtbot.keyClick(page.chart, Qt.Key.Key_Escape)
    assert not page.body.new.isVisible()
    page.chart._open(NEW)
    assert page.body.new.isVisible()
    _select(page, "Réticences")
    assert not page.body.new.isVisible()


def test_passages_listed_follow_what_changes(page: SaturationWorkspace, desk: Desk, qtbot: QtBot) -> None:
    _select(page, "Statut")
    page.chart._open(NEW)
    code_id = next(node.id for node in desk.codebook if node.name == "Cadre")
    desk.do(Label("x"), lambda s: codebook.edit(s, code_id, name="Cadre de travail"))
    model = page.body.new.list.quotes
    qtbot.waitUntil(lambda: "Cadre de travail" in str(model.index(0, 0).data()))
    desk.do(Label("y"), lambda s: codebook.remove(s, code_id))
    qtbot.waitUntil(lambda: not page.body.new.isVisible())


def test_the_extrapolation_is_drawn_or_not_and_it_is_remembered(page: SaturationWorkspace, settings: Settings) -> None:
    page.table.selectRow(0)
    drawn = page.chart.drawn
    assert drawn is not None
    there = drawn.block.extrapolation is not None
    assert page.body.pane.beyond.isEnabled() == there
    page.body.pane.beyond.setChecked(False)
    assert settings.extrapolated is False
    assert page.chart.drawn is not None and page.chart.drawn.beyond == ()
    page.body.pane.beyond.setChecked(True)
    assert bool(page.chart.drawn.beyond) == there


def test_a_merge_stands_under_the_interview_that_was_being_coded(page: SaturationWorkspace, desk: Desk,
                                                                 qtbot: QtBot) -> None:
    _select(page, "Réticences")
    book = {node.name: node.id for node in desk.codebook}
    last = _drawn(page).interview_ids[-1]
    desk.do(Label(merging.LABEL, {"code": "Secret", "target": "Crainte", "interview": str(last)}),
            lambda s: merging.merge(s, book["Secret"], into=book["Crainte"]))
    qtbot.waitUntil(lambda: any(mark.kind == "merged" for marks in _drawn(page).signs.values() for mark in marks))
    place = len(_drawn(page).interview_ids) - 1
    assert any("Secret" in word for word in page.chart.words(_over(page, place)))


def test_a_theme_that_nobody_raised_says_so(page: SaturationWorkspace, qtbot: QtBot) -> None:
    _select(page, "Vide")
    assert page.chart.words(QPointF(300, 100)) == []
    qtbot.keyClick(page.chart, Qt.Key.Key_Right)
    assert page.chart.pointed is None
    assert not page.grab().isNull()


def test_thresholds_tried_repaint_without_reading_again(page: SaturationWorkspace, monkeypatch: pytest.MonkeyPatch
                                                        ) -> None:
    _select(page, "Réticences")
    page.chart.walk(2)
    monkeypatch.setattr(page._latest, "read", lambda *_asked: pytest.fail("nothing is to be read"))
    assert page.reading is not None
    page.panel.tried.emit(replace(page.reading.kept, base=3, run=1))
    assert _drawn(page).base == 3
    assert page.chart.pointed == 2
    assert _line(page) == "Réticences"


def test_another_order_keeps_the_theme_and_says_its_name(page: SaturationWorkspace) -> None:
    assert page.reading is not None
    before = page.scope_pill.accessibleName()
    page.panel.asked.emit(replace(page.reading.asked, order="random", seed=4))
    assert page.reading.analysis.order_basis == "random"
    assert page.scope_pill.accessibleName() != before and "4" in page.scope_pill.accessibleName()
    assert "8/8" in page.scope_pill.accessibleName()


def test_groups_are_compared_and_a_cell_opens_its_theme(page: SaturationWorkspace, qtbot: QtBot) -> None:
    page.group_pill.pick(COMPARE)
    assert page.compared.isVisible() and not page.panel.isVisible()
    model = page.compared.verdicts
    names = [group.name for group in model.side.groups]
    assert set(names) == {GROUP, REFUSED}
    refused = model.index(0, names.index(REFUSED))
    assert refused.data(STANDING).tone == "refused" and "4" in refused.data(STANDING).below
    theme = next(row for row, (_key, name) in enumerate(model.side.themes) if name == "Statut")
    page.compared.setCurrentIndex(model.index(theme, names.index(REFUSED)))
    qtbot.keyClick(page.compared, Qt.Key.Key_Return)
    reading: Reading | None = page.reading
    assert reading is not None and reading.group is not None and reading.group.name == REFUSED
    assert _line(page) == "Statut"
    assert page.panel.isVisible()


def test_groups_compared_leave_as_tables(page: SaturationWorkspace, dialogs: Dialogs, tmp_path: Path,
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "run", lambda work, *arguments, **_watched: work(*arguments))
    page.group_pill.pick(COMPARE)
    for chosen in page._formats():
        dialogs.files = [tmp_path / f"groupes{Path(chosen.name).suffix}"]
        page._exporter.run(chosen)
    with (tmp_path / "groupes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["group"], row["theme"]) for row in rows} >= {(GROUP, ""), (REFUSED, "Statut")}
    assert {row["status"] for row in rows if row["group"] == REFUSED} == {"not_declarable"}
    sheet = load_workbook(tmp_path / "groupes.xlsx").worksheets[0]
    assert (sheet.max_row, sheet.max_column) == (5, 3)


def test_all_the_figures_leave_in_a_folder(page: SaturationWorkspace, dialogs: Dialogs, tmp_path: Path) -> None:
    chosen = next(one for one in page._formats() if one.folder)
    dialogs.files = [tmp_path]
    page._exporter.run(chosen)
    written = sorted((tmp_path / chosen.name).iterdir())
    assert len(written) == len(page.table.verdicts.lines)
    assert all(QImage(str(path)).width() > 2_000 for path in written)
    assert CODES[0].split(" > ")[0] in written[1].name

# SPDX-License-Identifier: GPL-3.0-or-later
"""The saturation page: verdicts, words, refusals, thresholds, reservations, recruitment, and what leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage
from PyQt6.QtSvg import QSvgRenderer
from PyQt6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.saturation.frame_dialog import FrameDialog
from app.settings import Settings
from app.widgets.notice import Notice
from app.workspaces.saturation import SaturationWorkspace
from coding import exports_log, groups, verdicts
from tests import build
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import GROUP, REFUSED, desk_on


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[SaturationWorkspace]:
    made = SaturationWorkspace(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activate()
    yield made
    made.hide()


def _notices(page: SaturationWorkspace) -> list[str]:
    return [notice.text.text() for notice in page.panel.findChildren(Notice) if not notice.isHidden()]


def _choose(page: SaturationWorkspace, name: str) -> None:
    assert page.reading is not None
    page.group_pill.pick(next(row.id for row in page.reading.scope.groups if row.name == name))


def test_a_line_for_the_group_and_for_each_theme(page: SaturationWorkspace) -> None:
    assert page.reading is not None and page.reading.group is not None
    assert page.reading.group.name == GROUP
    lines = page.table.verdicts.lines
    assert [line.name for line in lines[1:]] == ["Réticences", "Statut"]
    assert lines[1].figures[:2] == ("2", "8/8")
    assert page.table.line() is lines[1]
    assert "Réticences" in page.panel.page("finding").text.text()


def test_another_group_that_is_refused_is_said_so(page: SaturationWorkspace) -> None:
    assert any(REFUSED in text and "4" in text for text in _notices(page))


def test_a_refused_group_keeps_its_figures_and_loses_the_word(page: SaturationWorkspace) -> None:
    _choose(page, REFUSED)
    lines = page.table.verdicts.lines
    assert {line.tone for line in lines} == {"refused"}
    assert lines[0].figures[0] == "2"
    assert not page.panel.page("finding").text.isVisible()
    assert REFUSED in _notices(page)[0]


def test_thresholds_are_tried_then_kept_by_one_undoable_act(page: SaturationWorkspace, desk: Desk,
                                                            qtbot: QtBot) -> None:
    assert page.reading is not None
    before = page.reading.kept
    page.panel.tried.emit(replace(before, base=8))
    assert page.table.verdicts.lines[1].tone == "quiet"
    assert desk.read_now(verdicts.project_parameters) == before
    page.panel.chosen.emit(replace(before, base=8))
    assert desk.read_now(verdicts.project_parameters).base == 8
    desk.undo()
    qtbot.waitUntil(lambda: page.reading is not None and page.reading.analysis.parameters == before)


def test_a_reservation_is_kept_with_its_theme(page: SaturationWorkspace, desk: Desk, qtbot: QtBot) -> None:
    page.panel.page("finding").reservation.setPlainText("Un seul site.")
    page.panel.page("finding").reservation.keep()
    qtbot.waitUntil(lambda: page.table.verdicts.lines[1].reservation == "Un seul site.")
    assert page.table.verdicts.lines[1].tone == "warn"
    desk.undo()
    qtbot.waitUntil(lambda: page.table.verdicts.lines[1].reservation == "")


def test_recruitment_is_recorded_from_here(page: SaturationWorkspace, desk: Desk, qtbot: QtBot) -> None:
    assert page.reading is not None
    group = next(row for row in page.reading.scope.groups if row.name == REFUSED)
    dialog = FrameDialog(desk, group, page)
    dialog.form.counts["silent"].setValue(0)
    dialog.accept()
    row = next(row for row in desk.read_now(groups.listed) if row.name == REFUSED)
    assert row.frame is not None and row.frame.silent == 0


def test_the_curve_is_kept_as_a_picture_and_as_a_drawing(page: SaturationWorkspace, dialogs: Dialogs,
                                                         tmp_path: Path) -> None:
    for chosen in page._formats():
        if chosen.write is not None and not chosen.folder:
            dialogs.files = [tmp_path / f"curve{Path(chosen.name).suffix}"]
            page._exporter.run(chosen)
    assert QImage(str(tmp_path / "curve.png")).width() > 2_000
    assert QSvgRenderer(str(tmp_path / "curve.svg")).isValid()


def test_the_report_leaves_for_word(page: SaturationWorkspace, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path / "rapport.docx"]
    page.commands()["saturation.report"]()
    words = "\n".join(paragraph.text for paragraph in Document(str(dialogs.files[0])).paragraphs)
    assert GROUP in words
    written = sorted(file.name for file in tmp_path.iterdir() if file.name.startswith("rapport"))
    assert len(written) == 3
    assert all(name in page._exporter.outcome.text for name in written)
    logged = {one.path.name for one in exports_log.read(page.desk.store)}
    assert logged == set(written)


def test_a_table_beside_a_new_report_is_not_replaced_unasked(page: SaturationWorkspace, dialogs: Dialogs,
                                                             tmp_path: Path) -> None:
    report = tmp_path / "rapport.docx"
    dialogs.files, dialogs.choice = [report], 1
    chosen = page._formats()[0]
    table = chosen.beside(report)[0]
    table.write_text("mine", encoding="utf-8")
    page.commands()["saturation.report"]()
    assert table.name in dialogs.said[-1].text
    assert not report.exists() and table.read_text(encoding="utf-8") == "mine"
    dialogs.choice = 0
    page.commands()["saturation.report"]()
    asked = len(dialogs.said)
    assert report.exists() and table.read_text(encoding="utf-8") != "mine"
    page.commands()["saturation.report"]()
    assert len(dialogs.said) == asked, "the file dialog asked about the report, and its tables go with it"


def test_no_two_ways_out_propose_the_same_file(page: SaturationWorkspace) -> None:
    names = [chosen.name for chosen in page._formats() if not chosen.folder]
    assert len(set(names)) == len(names)


def test_the_report_leaves_in_either_language(page: SaturationWorkspace, dialogs: Dialogs, tmp_path: Path) -> None:
    own, other = (chosen for chosen in page._formats() if chosen.what == "saturation")
    for chosen, name in ((own, "fr"), (other, "en")):
        dialogs.files = [tmp_path / f"{name}.docx"]
        page._exporter.run(chosen)
        assert Document(str(dialogs.files[0])).core_properties.language.startswith(name)


def test_the_chart_has_words_for_who_cannot_see_it(page: SaturationWorkspace) -> None:
    assert "Entretien 8" in page.chart.accessibleDescription()


@pytest.mark.parametrize("interviews", [0, 1, 2])
def test_too_little_to_compare_is_said_rather_than_drawn(
    qtbot: QtBot, settings: Settings, tmp_path: Path, interviews: int
) -> None:
    writer = build.project(tmp_path, title="Vide")
    for n in range(interviews):
        build.interview(writer, f"E{n}", [("Paul", "Oui, voilà.")])
    if interviews == 2:
        build.coded(writer, "E0", "Oui", "Thème > Code")
    desk = desk_on(writer)
    page = SaturationWorkspace(desk, settings)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    assert page._pages.currentWidget() is page.empty
    assert all(label.text() for label in page.empty.findChildren(QLabel))
    assert page.commands() == {}
    desk.store.close()


def test_interviews_all_left_out_can_be_counted_again(page: SaturationWorkspace) -> None:
    part = page.panel.page("choices").interviews
    page.panel.show_page("choices")
    for row in range(7):
        part.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        part.reason.setText("Essai.")
        part.keep.click()
    assert page.reading is not None and page.reading.analysis.overall.interviews == 1
    assert page._pages.currentWidget() is page.empty and page.panel.isVisible()
    part.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert page._pages.currentWidget() is page.body

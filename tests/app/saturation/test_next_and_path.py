# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do next (interviews to read again, how many more), and the path of verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from app.acts import codes as code_acts
from app.acts import rereading as acts
from app.desk import Desk
from app.saturation.next_page import NextPage
from app.saturation.path_page import PathPage
from app.saturation.path_words import day
from app.settings import Settings
from app.tasks import Tasks
from app.window import MainWindow
from app.workspaces.saturation import SaturationWorkspace
from coding import codebook, past_verdicts, rereading
from coding.past_verdicts import Past
from coding.rereading import Due
from coding.saturation import Parameters, Status
from models.base import now
from models.change import ChangeEntry
from models.code import Code
from models.passage import Coding
from models.past_verdict import PastVerdict
from models.store import open_store
from tests import build
from tests.app.workspaces.pages import CODES, GROUP, SAID, desk_on, small

LATE = "Réticences > Tabou"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The small project, where «Tabou» was made long after the coding began, for the first interview."""
    writer = small(tmp_path)
    build.coded(writer, "Entretien 1", SAID[2], LATE)
    with writer.store.writing() as session, session.begin():
        for code in session.query(Code).filter(Code.name != "Tabou"):
            code.created_at = now() - timedelta(days=90)
        for coding in session.query(Coding):
            coding.created_at = now() - timedelta(days=80)
        session.query(Code).filter_by(name="Tabou").one().created_at = now() - timedelta(days=20)
    made = desk_on(writer)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[SaturationWorkspace]:
    made = SaturationWorkspace(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.activate()
    yield made
    made.hide()


def shown(page: SaturationWorkspace, tab: str) -> Any:
    page.panel.show_page(tab)
    return page.panel.page(tab)


def items(next_page: NextPage) -> list[QListWidgetItem]:
    found = (next_page.rereading.list.item(at) for at in range(next_page.rereading.list.count()))
    return [item for item in found if item is not None]


def ticks(next_page: NextPage) -> list[bool]:
    return [item.checkState() == Qt.CheckState.Checked for item in items(next_page)]


def due(desk: Desk) -> list[Due]:
    return list(desk.read_now(lambda session: rereading.due(session, 1)))


def path(desk: Desk, group_id: int | None = 1) -> tuple[Past, ...]:
    return desk.read_now(lambda session: past_verdicts.path(session, group_id))


def test_interviews_to_read_again_are_ticked_one_by_one_and_undone(page: SaturationWorkspace, desk: Desk,
                                                                   qtbot: QtBot) -> None:
    found = shown(page, "next")
    assert [item.text().split("\n") for item in items(found)] == [[f"Entretien {n}", "Tabou"] for n in range(2, 9)]
    assert page.body.table.verdicts.lines[1].tone == "warn"
    items(found)[0].setCheckState(Qt.CheckState.Checked)
    assert [one.interview for one in due(desk)] == [f"Entretien {n}" for n in range(3, 9)]
    qtbot.waitUntil(lambda: ticks(found) == [False] * 6 + [True])
    assert "1" in found.rereading.said.text()
    assert "7" in found.rereading.said.text()
    items(found)[-1].setCheckState(Qt.CheckState.Unchecked)
    assert len(due(desk)) == 7
    desk.undo()
    assert len(due(desk)) == 6


def test_all_of_a_theme_at_once_frees_the_finding(page: SaturationWorkspace, desk: Desk, qtbot: QtBot) -> None:
    found = shown(page, "next")
    found.rereading.all.click()
    assert due(desk) == []
    qtbot.waitUntil(lambda: all(ticks(found)))
    assert not found.rereading.all.isEnabled()
    reasons = {why.code for why in page.body.table.verdicts.lines[1].block.verdict.grounds}
    assert "unread" not in reasons
    desk.undo()
    assert len(due(desk)) == 7


def test_an_interview_opens_in_the_coder_with_its_code(window: MainWindow, tmp_path: Path, desk: Desk) -> None:
    code_id = due(desk)[0].code_ids[0]
    project = desk.store.path
    desk.close()
    window.open(project)
    pages = window.pages
    assert pages is not None
    page = pages.show_page("saturation")
    assert isinstance(page, SaturationWorkspace)
    found = shown(page, "next")
    found.rereading.list.setCurrentRow(2)
    found.rereading.open.click()
    assert pages.key == "coder"
    coder: Any = pages.page
    assert coder.reading.transcript.title == "Entretien 4"
    assert coder.codebook.tree.currentIndex() == coder.codebook.model.index_of(code_id)


def test_nothing_is_written_when_reading_only(qtbot: QtBot, desk: Desk, settings: Settings) -> None:
    project = desk.store.path
    desk.close()
    only = Desk(open_store(project, write=False), Tasks(inline=True))
    made = SaturationWorkspace(only, settings)
    qtbot.addWidget(made)
    made.show()
    made.activate()
    found = shown(made, "next")
    assert not found.rereading.all.isEnabled()
    assert not any(item.flags() & Qt.ItemFlag.ItemIsUserCheckable for item in items(found))
    assert path(only) == ()
    made.hide()
    only.close()


def test_how_many_more_is_said_copied_and_refused(page: SaturationWorkspace) -> None:
    found = shown(page, "next")
    plan = found.plan
    assert page.reading is not None
    assert plan.table.isHidden()  # of the theme, one code rests on one interview alone
    found.show_line(page.reading.lines[0], page.reading)
    assert not plan.table.isHidden()
    assert "+ 5" in plan.table.text()
    plan.copy.click()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert "Chao" in clipboard.text()
    assert clipboard.text().startswith(GROUP)
    page.group_pill.pick(2)
    assert plan.table.isHidden()
    assert plan.copy.isHidden()
    assert plan.said.text()


def test_a_verdict_seen_is_kept_and_a_trial_is_not(page: SaturationWorkspace, desk: Desk) -> None:
    (one,) = path(desk)
    assert one.parameters["base"] == Parameters().base
    page.group_pill.pick(2)
    assert len(path(desk, 2)) == 1
    page.group_pill.pick(1)
    page.panel.tried.emit(Parameters(base=3))
    page.reload()
    assert path(desk) == (one,)
    assert path(desk, None) == ()


def test_keeping_a_verdict_is_no_act_and_asks_for_no_new_reading(page: SaturationWorkspace, desk: Desk) -> None:
    heard: list[object] = []
    desk.changed.connect(heard.append)
    last, acts_known = desk.writer.last, desk.read_now(lambda s: s.query(ChangeEntry).count())
    page.reload()
    assert (heard, desk.writer.last) == ([], last)
    assert desk.read_now(lambda s: s.query(ChangeEntry).count()) == acts_known


def test_the_path_tells_verdicts_decisions_and_changes_by_day(page: SaturationWorkspace, desk: Desk,
                                                             qtbot: QtBot) -> None:
    with desk.store.writing() as session, session.begin():
        for row in (*session.query(PastVerdict), *session.query(ChangeEntry)):
            row.at -= timedelta(days=3)
    theme = desk.codebook.find(["Réticences"])
    assert theme is not None
    acts.mark(desk, due(desk)[0])
    made = desk.codebook.find(CODES[0].split(" > "))
    assert made is not None
    code_acts.edit(desk, made.id, name="Peur")
    build.coded(desk.writer, "Entretien 2", SAID[2], LATE)
    page.reload()
    found: PathPage = shown(page, "path")
    assert found.path is not None
    assert [one.step is not None for one in found.path.days[:2]] == [True, True]
    today, earlier = found.path.days[:2]
    assert today.step is not None
    assert today.step.before is not None
    assert Status(today.step.finding.status) is Status.PARTIAL_REDUNDANCY
    assert [one.what for one in today.alterations] == ["name"]
    assert len(today.decisions) == 1
    assert not earlier.alterations  # the codebook of the first verdict is where the path begins
    said = day(today)
    assert "Peur" in said
    assert found.path.state.short in said
    assert [label.text() for label in found.days[:1]] == [said]
    found.copy.click()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text().startswith(found.path.state.hash)


def test_the_path_of_a_group_without_any_is_said_to_be_empty(qtbot: QtBot, desk: Desk) -> None:
    made = PathPage(desk)
    qtbot.addWidget(made)
    from coding import codebook_state, verdict_path

    made.show_path(verdict_path.Path(desk.read_now(codebook_state.state), ()))
    assert not made.empty.isHidden()
    assert made.days == []
    assert desk.read_now(lambda s: verdict_path.read(s, 1, 10**6)).days == ()
    assert desk.read_now(codebook.read).themes

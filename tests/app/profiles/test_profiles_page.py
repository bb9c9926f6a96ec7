# SPDX-License-Identifier: GPL-3.0-or-later
"""The profiles: one interview on one page, its portrait written there, its code line leading to the transcript."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.desk import Desk
from app.profiles.code_line_delegate import LANE, PAD
from app.profiles.page import ProfilesPage
from app.settings import Settings
from app.tasks import Tasks
from app.window import MainWindow
from coding import corpus, elsewhere, exports_log, groups, interviews, passages
from coding.elsewhere import Told
from coding.project import open_reader
from models.interview import Interview
from models.passage import Passage
from tests import build
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import REFUSED

BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> ProfilesPage:
    """The page on the screen, on the largest group."""
    made = ProfilesPage(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.activate()
    return made


def title(page: ProfilesPage) -> str:
    assert page.sheet.profile is not None
    return page.sheet.profile.title


def portrait(desk: Desk, interview_id: int) -> str:
    return desk.read_now(lambda session: interviews.get(session, interview_id).portrait)


def test_the_first_interview_of_the_largest_group_is_shown_and_keys_go_on(qtbot: QtBot, page: ProfilesPage) -> None:
    assert title(page) == "Entretien 1"
    assert page.list.model.rowCount() == 8
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert title(page) == "Entretien 2"
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    assert title(page) == "Entretien 3"
    page.on.click()
    assert title(page) == "Entretien 4" and page.list.place() == (4, 8)


def test_the_list_is_narrowed_by_what_is_typed_and_by_the_group(qtbot: QtBot, page: ProfilesPage) -> None:
    qtbot.keyClicks(page.list.field, "entretien 3")
    assert page.list.model.rowCount() == 1 and title(page) == "Entretien 1"
    qtbot.keyClick(page.list.field, Qt.Key.Key_Down)
    assert title(page) == "Entretien 3"
    page.list.field.setText("personne")
    assert page.list.nobody.isVisible()
    page.list.field.clear()
    refused = page.desk.read_now(lambda session: _group(session, REFUSED))
    page.group_pill.pick(refused)
    assert [page.list.model.rowCount(), title(page)] == [2, "Entretien 9"]


def test_a_portrait_is_written_kept_undone_and_the_next_interview_has_its_own(
        qtbot: QtBot, page: ProfilesPage, desk: Desk) -> None:
    first = page.sheet.profile
    assert first is not None
    page.sheet.portrait.setFocus()
    qtbot.keyClicks(page.sheet.portrait, "Un homme prudent.")
    page.list.step(1)
    assert portrait(desk, first.interview_id) == "Un homme prudent."
    assert title(page) == "Entretien 2" and page.sheet.portrait.written() == ""
    assert page.list._entries[0].has_portrait
    page.list.step(-1)
    assert page.sheet.portrait.written() == "Un homme prudent."
    desk.undo()
    page.activate()
    assert portrait(desk, first.interview_id) == ""
    qtbot.waitUntil(lambda: page.sheet.portrait.written() == "")
    desk.redo()
    assert portrait(desk, first.interview_id) == "Un homme prudent."


def test_a_click_on_the_code_line_leads_to_the_place_and_beside_it_opens_the_theme(
        qtbot: QtBot, page: ProfilesPage, desk: Desk) -> None:
    view, asked = page.sheet.line.view, []
    desk.place_asked.connect(lambda *place: asked.append(place))
    theme = view.lanes.themes[0]
    area = view.visualRect(view.lanes.index(0, 0))
    mark = theme.marks[1]
    low, high = view.columns.bar(mark)
    on_bar = QPoint(area.left() + round((low + high) / 2), area.top() + PAD + LANE // 2)
    assert mark.quote.printed in view.tip(mark) and view.mark_at(on_bar) == mark
    qtbot.mouseClick(view.viewport(), BUTTON, pos=on_bar)
    assert asked == [(mark.quote.interview_id, mark.quote.start, mark.quote.end)]
    assert not view.isExpanded(view.lanes.index(0, 0))
    before = view.height()
    qtbot.mouseClick(view.viewport(), BUTTON, pos=area.topLeft() + QPoint(40, PAD + 4))
    assert view.isExpanded(view.lanes.index(0, 0)) and view.height() > before
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked[1] == (theme.marks[0].quote.interview_id, theme.marks[0].quote.start, theme.marks[0].quote.end)


def test_the_code_line_is_read_aloud(page: ProfilesPage) -> None:
    lanes = page.sheet.line.view.lanes
    said = lanes.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert lanes.themes[0].name in said
    passage = lanes.index(0, 0, lanes.index(0, 0))
    assert lanes.themes[0].marks[0].quote.printed in passage.data(Qt.ItemDataRole.AccessibleTextRole)


def test_strong_quotes_come_as_they_are_marked_and_what_is_open_stays_so(
        qtbot: QtBot, page: ProfilesPage, desk: Desk) -> None:
    sheet = page.sheet
    assert sheet.no_quote.isVisible() and not sheet.quotes.isVisible() and not sheet._click.isVisible()
    view = sheet.line.view
    view.expand(view.lanes.index(0, 0))
    passage_id = view.lanes.themes[0].marks[0].quote.passage_id
    desk.do(build.BUILD, lambda session: passages.mark_strong(session, passage_id=passage_id, strong=True))
    qtbot.waitUntil(sheet.quotes.isVisible)
    assert not sheet.no_quote.isVisible() and sheet.quotes.quotes.rowCount() == 1 and sheet._click.isVisible()
    assert view.isExpanded(view.lanes.index(0, 0))


def test_what_is_being_written_stays_when_something_else_changes(
        qtbot: QtBot, page: ProfilesPage, desk: Desk) -> None:
    assert page.sheet.profile is not None
    key = page.sheet.profile.interview_id
    qtbot.keyClicks(page.sheet.portrait, "Un homme")
    desk.do(build.BUILD, lambda session: corpus.set_details(session, key, mode="par téléphone"))
    qtbot.waitUntil(lambda: "par téléphone" in page.sheet.subtitle.text())
    assert page.sheet.portrait.written() == "Un homme"


def test_a_project_without_interviews_says_so(qtbot: QtBot, desk: Desk, settings: Settings) -> None:
    for key in desk.read_now(lambda session: session.scalars(select(Interview.id)).all()):
        desk.do(build.BUILD, partial(corpus.remove_interview, interview_id=key))
    page = ProfilesPage(desk, settings)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    assert page.empty.isVisible() and not page.list.isVisible()
    assert len(page._formats()) == 1


def test_an_interview_in_which_nothing_is_coded_says_so(qtbot: QtBot, desk: Desk, settings: Settings) -> None:
    def strip(session: Session) -> None:
        first = session.scalars(select(Interview.id).order_by(Interview.id)).first()
        for key in session.scalars(select(Passage.id).where(Passage.interview_id == first)).all():
            passages.remove(session, passage_id=key)

    desk.do(build.BUILD, strip)
    page = ProfilesPage(desk, settings)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    assert page.sheet.uncoded.isVisible() and not page.sheet.line.isVisible()


def _heads(path: Path) -> list[Paragraph]:
    return [p for p in Document(str(path)).paragraphs if p.style is not None and p.style.style_id == "Heading1"]


@pytest.mark.usefixtures("here")
def test_one_profile_or_all_of_them_go_to_word(
        page: ProfilesPage, desk: Desk, dialogs: Dialogs, tmp_path: Path) -> None:
    one, _png, svg, every = page._formats()
    dialogs.files = [tmp_path / "une.docx"]
    page.commands()["profiles.export"]()
    assert [p.text for p in _heads(tmp_path / "une.docx")] == ["Entretien 1"]
    dialogs.files = [tmp_path / "toutes.docx"]
    page._exporter.run(every)
    heads = _heads(tmp_path / "toutes.docx")
    assert [p.text for p in heads] == [f"Entretien {n}" for n in range(1, 9)]
    assert all(p.paragraph_format.page_break_before for p in heads)
    dialogs.files = [tmp_path / "ligne.svg"]
    page._exporter.run(svg)
    assert "Réticences" in (tmp_path / "ligne.svg").read_text("utf-8")
    logged = exports_log.read(desk.store)
    assert {found.what for found in logged} == {"profiles"} and one.what == "profiles"
    assert sorted(len(found.interviews) for found in logged) == [1, 1, 8]


def test_all_the_profiles_tell_how_far_they_are_and_can_be_stopped(
        page: ProfilesPage, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = page._exporter.outcome
    bar = outcome.findChild(QProgressBar)
    assert bar is not None

    def run(*_asked: object, told: Told, cancelled: Callable[[], bool]) -> None:
        assert bar.maximum() == 0 and outcome.stop.isVisible() and not cancelled()
        told(3, 8, "Entretien 4")
        assert (bar.value(), bar.maximum()) == (3, 8)
        outcome.stop.click()
        assert cancelled() and not outcome.stop.isEnabled()
        raise elsewhere.Cancelled("stopped")

    monkeypatch.setattr(elsewhere, "run", run)
    dialogs.files = [tmp_path / "toutes.docx"]
    page._exporter.run(page._formats()[-1])
    assert not outcome.isVisible() and not dialogs.said


@pytest.mark.usefixtures("here")
def test_the_menu_writes_the_profile_from_any_page(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path / "une.docx"]
    opened._actions["profiles.export"].trigger()
    assert (tmp_path / "une.docx").exists()
    pages = opened.pages
    assert pages is not None and pages.page is not None and pages.key == "transversal"
    assert "profiles.export" in pages.page.commands()


def test_a_project_that_may_only_be_read_shows_its_portraits(
        qtbot: QtBot, desk: Desk, settings: Settings) -> None:
    with open_reader(desk.store.path) as store:
        reader = Desk(store, Tasks(inline=True))
        page = ProfilesPage(reader, settings)
        qtbot.addWidget(page)
        page.show()
        page.activate()
        assert title(page) == "Entretien 1"
        assert page.sheet.portrait.isReadOnly() and page.sheet.portrait.placeholderText() == ""
        reader.tasks.close()


def _group(session: Session, name: str) -> int:
    return groups.named(session, name).id

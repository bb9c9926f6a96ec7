# SPDX-License-Identifier: GPL-3.0-or-later
"""The Memos page: what is listed, found, written, undone; where it leads, what leaves."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PyQt6.QtCore import QDate, Qt
from PyQt6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.acts import codes, passages
from app.desk import Desk
from app.memos.exports import ExportDialog
from app.memos.link_dialog import LinkDialog
from app.memos.model import Asked
from app.settings import Settings
from app.window import MainWindow
from app.workspaces.memos import MemosWorkspace
from app.workspaces.quotes import QuotesWorkspace
from app.workspaces.search import SearchWorkspace
from coding import memo_links, memos
from coding.changes import Label
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import SAID

DO = Label("do")


def write(desk: Desk, text: str, **about: Any) -> None:
    desk.do(DO, partial(memos.add, text=text, **about))


def read(desk: Desk, memo_id: int) -> memos.MemoRow:
    return desk.read_now(lambda session: memos.listed(session, [memo_id]))[0]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[MemosWorkspace]:
    """Memos of every kind, and three days of journal."""
    write(desk, "Première écoute", target="passage_id", target_id=1)
    write(desk, "Seconde écoute", target="passage_id", target_id=1)
    write(desk, "À scinder", target="code_id", target_id=2, title="Réserve")
    write(desk, "Elle hésite", target="interview_id", target_id=3)
    write(desk, "Discret", target="participant_id", target_id=1)
    write(desk, "Les plus nombreux", target="group_id", target_id=1)
    write(desk, "Œuvre en cours")
    for day in (date(2026, 3, 2), date(2026, 11, 3), date(2026, 11, 23)):
        write(desk, f"Le {day.day}", day=day)
    made = MemosWorkspace(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activate()
    yield made
    made.hide()


def listed(page: MemosWorkspace) -> list[str]:
    return [entry.plain for entry in page.model.shown]


def stand(page: MemosWorkspace, words: str) -> int:
    """Stand on the memo that says this; returns its id."""
    entry = next(entry for entry in page.model.shown if entry.plain == words)
    page.list.setCurrentIndex(page.model.index_of(entry.memo.id))
    return entry.memo.id


def headings(page: MemosWorkspace) -> list[str]:
    rows = [page.model.index(row) for row in range(page.model.rowCount())]
    return [str(index.data()) for index in rows if page.model.entry(index) is None]


def test_every_memo_is_listed_several_on_one_passage_too(page: MemosWorkspace) -> None:
    assert len(listed(page)) == 10
    assert listed(page)[0] == "Le 23"
    page.order.pick("kind")
    assert len(headings(page)) == 7
    page.kind.pick("passage")
    assert listed(page) == ["Première écoute", "Seconde écoute"]
    assert page.editor.quote.text() == f"«\u00a0{SAID[0]}\u00a0»"
    assert headings(page) == []


def test_the_journal_is_a_diary_by_month(page: MemosWorkspace) -> None:
    page.kind.pick("journal")
    assert listed(page) == ["Le 23", "Le 3", "Le 2"]
    assert len(headings(page)) == 2
    first = page.model.index(0)
    assert not first.flags() & Qt.ItemFlag.ItemIsSelectable


def test_words_are_found_whatever_accents(page: MemosWorkspace) -> None:
    page.line.setText("OEUVRE cours")
    assert listed(page) == ["Œuvre en cours"]
    page.line.setText("ecoute")
    assert len(listed(page)) == 2
    page.line.setText("rien de tel")
    assert page._pages.currentWidget() is page.empty
    page.empty.asked.emit()
    assert len(listed(page)) == 10


@pytest.mark.parametrize(("words", "signal", "leads_to"), [
    ("Première écoute", "place_asked", [1, 0, 1]), ("Elle hésite", "place_asked", [3, 0, 0]),
    ("À scinder", "code_asked", [2])])
def test_its_heading_leads_to_what_it_is_about(
    page: MemosWorkspace, desk: Desk, qtbot: QtBot, words: str, signal: str, leads_to: list[int]
) -> None:
    stand(page, words)
    with qtbot.waitSignal(getattr(desk, signal)) as asked:
        page.editor.about.click()
    assert asked.args is not None and asked.args[0] == leads_to[0]
    if signal == "place_asked":
        assert (asked.args[2] > asked.args[1]) == (leads_to[2] > leads_to[1])


def test_what_is_written_is_one_act_when_it_is_left(page: MemosWorkspace, desk: Desk, qtbot: QtBot) -> None:
    key = stand(page, "Elle hésite")
    page.editor.begin()
    qtbot.keyClicks(page.editor.text, ", puis parle")
    stand(page, "Discret")
    assert read(desk, key).text == "Elle hésite, puis parle"
    assert page.editor.text.written() == "Discret"
    desk.undo()
    assert read(desk, key).text == "Elle hésite"
    stand(page, "Elle hésite")
    page.editor.title.setText("Hésitations")
    page.settle()
    assert read(desk, key).title == "Hésitations"
    assert "Hésitations" in [entry.heading for entry in page.model.shown]


def test_what_is_written_elsewhere_is_seen_here(page: MemosWorkspace, desk: Desk) -> None:
    stand(page, "Elle hésite")
    desk.do(DO, lambda s: memos.write(s, text="Autrement", target="interview_id", target_id=3))
    assert page.editor.text.written() == "Autrement"
    codes.edit(desk, 2, name="Peur")
    page._fresh.catch_up()
    assert "Réticences > Peur" in [entry.about for entry in page.model.shown]


def test_new_memos_and_journal_entries(page: MemosWorkspace, desk: Desk, qtbot: QtBot) -> None:
    page.kind.pick("code")
    page.add(date.today())
    assert page.asked.kind is None
    entry = page.editor.entry
    assert entry is not None and entry.memo.day == date.today()
    qtbot.keyClicks(page.editor.text, "Bon jour")
    page.editor.day.setDate(QDate(2026, 3, 5))
    page.settle()
    kept = read(desk, entry.memo.id)
    assert (kept.text, kept.day) == ("Bon jour", date(2026, 3, 5))
    page.kind.pick("journal")
    assert listed(page) == ["Le 23", "Le 3", "Bon jour", "Le 2"]
    page.add(None)
    assert page.editor.entry is not None and page.editor.entry.kind == "project"
    desk.undo()
    assert len(page.entries) == 11


def test_a_memo_is_deleted_and_comes_back(page: MemosWorkspace, desk: Desk, qtbot: QtBot) -> None:
    stand(page, "Discret")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert "Discret" not in listed(page)
    assert page.editor.entry is not None
    desk.undo()
    assert "Discret" in listed(page)
    for _memo in range(10):
        page.editor.remove()
    assert page._pages.currentWidget() is page.empty
    assert desk.read_now(memos.listed) == []


def test_what_is_being_written_in_a_memo_deleted_comes_back_with_it(page: MemosWorkspace, desk: Desk) -> None:
    key = stand(page, "Discret")
    page.editor.text.setPlainText("Discret, puis non")
    page.editor.remove()
    assert page.editor.text.written() != "Discret, puis non"
    desk.undo()
    assert read(desk, key).text == "Discret, puis non"


def test_a_memo_asked_for_before_the_page_is_read(
    page: MemosWorkspace, desk: Desk, settings: Settings, qtbot: QtBot
) -> None:
    key = stand(page, "Discret")
    other = MemosWorkspace(desk, settings)
    qtbot.addWidget(other)
    other.asked = Asked(kind="code")
    other.show_memo(key)
    other.show()
    other.activate()
    assert other.editor.entry is not None and other.editor.entry.memo.id == key
    assert other.asked.kind is None
    other.hide()


def test_a_quote_gives_its_link(desk: Desk, settings: Settings, qtbot: QtBot) -> None:
    quotes = QuotesWorkspace(desk, settings)
    qtbot.addWidget(quotes)
    quotes.show()
    quotes.activate()
    model = quotes.list.quotes
    quotes.list.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    quotes.list.actions()[-1].trigger()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    link, = memo_links.links(clipboard.text())
    assert desk.read_now(lambda s: memo_links.resolve(s, [link]))[link.guid].id == desk.lately[0]
    quotes.hide()


def test_a_link_is_put_in_a_memo(page: MemosWorkspace, desk: Desk) -> None:
    key = stand(page, "Elle hésite")
    page.editor.text.moveCursor(page.editor.text.textCursor().MoveOperation.End)
    desk.remember_passage(1)
    page.editor.link.click()
    dialog = page.editor.findChild(LinkDialog)
    assert dialog is not None
    dialog.accept()
    page.settle()
    link, = desk.read_now(lambda s: memo_links.to_passages(s, [1]))
    assert read(desk, key).text == f"Elle hésite {link.source} "
    passages.remove(desk, passage_id=1)
    page._fresh.catch_up()
    assert "(" in page.editor.text.toPlainText()
    assert page.editor.text.targets == {}


@pytest.mark.parametrize("place", range(3))
def test_memos_leave_by_kind(page: MemosWorkspace, dialogs: Dialogs, tmp_path: Path, place: int, here: None) -> None:
    ending = ("docx", "md", "csv")[place]
    path = tmp_path / f"memos.{ending}"
    dialogs.files = [path]
    page.export()
    dialog = page.findChild(ExportDialog)
    assert dialog is not None
    assert len(dialog.chosen) == 7
    dialog.kinds["code"].setChecked(False)
    dialog.format.setCurrentIndex(place)
    dialog.accept()
    assert path.name in page._exporter.outcome.text
    words = ("\n".join(p.text for p in Document(str(path)).paragraphs) if ending == "docx"
             else path.read_text("utf-8-sig"))
    assert "Première écoute" in words and "Seconde écoute" in words and "Le 23" in words
    assert "À scinder" not in words
    if ending == "csv":
        assert len(list(csv.DictReader(words.splitlines()))) == 9


def test_the_page_has_its_place_in_the_window(opened: MainWindow, here: None) -> None:
    opened._actions["view.memos"].trigger()
    assert opened.pages is not None and opened.pages.key == "memos"
    page = opened.pages.page
    assert isinstance(page, MemosWorkspace)
    assert [key.toString() for key in opened._actions["view.memos"].shortcuts()] == ["Ctrl+6"]
    interview = next(entry for entry in page.model.shown if entry.kind == "interview")
    page.show_memo(interview.memo.id)
    page.editor.about.click()
    assert opened.pages.key == "coder"
    assert opened.desk is not None
    opened.desk.memo_asked.emit(interview.memo.id)
    assert opened.pages.key == "memos"
    assert page.editor.entry is not None and page.editor.entry.memo.id == interview.memo.id


def test_a_search_goes_on_in_the_memos(opened: MainWindow) -> None:
    opened.show_page("search")
    assert opened.pages is not None
    search = opened.pages.page
    assert isinstance(search, SearchWorkspace)
    found = search.searching
    assert found.memos.isHidden()
    found.line.setText("reticences")
    found.search()
    found.memos.click()
    page = opened.pages.page
    assert isinstance(page, MemosWorkspace)
    assert listed(page) and all("éticences" in entry.plain + entry.about for entry in page.model.shown)


def test_nothing_can_be_written_in_a_project_open_elsewhere(
    page: MemosWorkspace, desk: Desk, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "read_only", True)
    other = MemosWorkspace(desk, settings)
    qtbot.addWidget(other)
    other.show()
    other.activate()
    assert other.editor.text.isReadOnly() and other.editor.title.isReadOnly()
    assert not other.editor.bin.isEnabled()
    qtbot.keyClick(other.list, Qt.Key.Key_Delete)
    assert len(desk.read_now(memos.listed)) == 10
    other.hide()

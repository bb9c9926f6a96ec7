# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports look first: at once when nothing is left, told when something is, and never against their author's will."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.pseudonyms.before_export import ExportCheck, look_first
from app.pseudonyms.sitting import Sitting
from app.tasks import Tasks
from coding import elsewhere
from coding import project as projects
from coding.elsewhere import Cancelled
from coding.pseudonyms import search
from coding.pseudonyms.held import held_by
from tests.app.conftest import Dialogs
from tests.app.pseudonyms.conftest import Review, project


@pytest.fixture
def gone(review: Review) -> list[str]:
    """Filled when something is exported."""
    return []


def first(review: Review, gone: list[str], **more: Any) -> ExportCheck | None:
    """Look before exporting."""
    return look_first(review.desk, review.window, "citations.docx", lambda: gone.append("out"), **more)


def test_what_is_left_is_told(review: Review, gone: list[str]) -> None:
    dialog = first(review, gone)
    assert dialog is not None
    assert not gone
    assert dialog.list.count() == 4
    item = dialog.list.item(0)
    assert item is not None
    assert item.text().startswith("Martine Guilbaud")
    dialog.export.click()
    assert gone == ["out"]
    assert Sitting.of(review.desk).asks


def test_cancel_exports_nothing(review: Review, gone: list[str]) -> None:
    dialog = first(review, gone)
    assert dialog is not None
    dialog.cancel.click()
    assert not gone


def test_what_was_kept_is_not_told_and_what_is_only_decided_is(looked: Review, gone: list[str]) -> None:
    review = looked.page.sitting.review
    keys = [line.key for line in review.lines]
    review.accept(keys[:1])
    review.act(keys[1:], "keep")
    dialog = first(looked, gone)
    assert dialog is not None
    assert dialog.list.count() == 1
    dialog.reject()
    review.act(keys[:1], "never")
    assert first(looked, gone) is None
    assert gone == ["out"]


def test_places_left_out_on_purpose_are_not_told(looked: Review, gone: list[str]) -> None:
    review = looked.page.sitting.review
    for line in review.lines[:-1]:
        review.leave_out(line.key, line.identity.places, True)
    last = review.lines[-1]
    review.leave_out(last.key, last.identity.places[1:], True)
    dialog = first(looked, gone)
    assert dialog is not None
    assert dialog.list.count() == 1
    dialog.reject()
    looked.page.show_left()
    assert [line.key for line in looked.page.model.lines] == [last.key]
    review.leave_out(last.key, last.identity.places, True)
    assert first(looked, gone) is None


def test_only_what_the_file_holds_counts(looked: Review, gone: list[str]) -> None:
    assert first(looked, gone, holds=held_by("codebook")) is None
    dialog = first(looked, gone, holds=held_by("quotes", [2]))
    assert dialog is not None
    assert dialog.list.count() == 3
    dialog.reject()
    assert first(looked, gone, holds=held_by("guide")) is None
    assert gone == ["out", "out"]


def test_review_leads_to_the_identity(review: Review, gone: list[str]) -> None:
    dialog = first(review, gone)
    assert dialog is not None
    review.window.show_page("quotes")
    dialog.list.setCurrentRow(2)
    dialog.review.click()
    assert not gone
    assert review.window.pages is not None
    assert review.window.pages.key == "corpus"
    assert review.current in {"Karim", "Angers"}
    assert review.page.model.filter.state == "left"


def test_never_again_for_this_sitting(review: Review, gone: list[str]) -> None:
    dialog = first(review, gone)
    assert dialog is not None
    dialog.quiet.setChecked(True)
    dialog.export.click()
    assert first(review, gone) is None
    assert gone == ["out", "out"]


def test_the_quotes_page_looks_first(review: Review, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch,
                                     tmp_path: Path) -> None:
    monkeypatch.setattr(elsewhere, "run", lambda work, *arguments, **_watched: work(*arguments))
    dialogs.files = [tmp_path / "citations.csv"]
    review.window.show_page("quotes")
    assert review.window.pages is not None
    page = review.window.pages.page
    assert page is not None
    page.commands()["quotes.export"]()
    assert not dialogs.files[0].exists()
    page.findChildren(ExportCheck)[-1].export.click()
    assert dialogs.files[0].exists()


def test_all_tables_look_first(review: Review, dialogs: Dialogs, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    dialogs.files = [tmp_path / "out"]
    review.window._commands()["project.export"]()
    assert not list((tmp_path / "out").iterdir())
    review.window.findChildren(ExportCheck)[-1].export.click()
    assert list((tmp_path / "out").iterdir())


def test_a_search_under_way_goes_on_by_itself_or_is_given_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let = threading.Event()

    def slow(_path: Path, _told: Any, cancelled: Callable[[], bool], _read: Any) -> search.Found:
        while not let.is_set():
            if cancelled():
                raise Cancelled("Stopped.")
            time.sleep(0.01)
        return search.Found((), 1)

    monkeypatch.setattr(search, "search", slow)
    writer = projects.open_writer(project(tmp_path))
    desk = Desk(writer.store, Tasks())
    gone: list[str] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = look_first(desk, parent, "a.docx", lambda: gone.append("unseen"))
    assert dialog is not None
    dialog.export.click()
    assert gone == ["unseen"]
    qtbot.waitUntil(lambda: not Sitting.of(desk).looking)
    assert look_first(desk, parent, "b.docx", lambda: gone.append("seen")) is not None
    let.set()
    qtbot.waitUntil(lambda: gone == ["unseen", "seen"])
    assert look_first(desk, parent, "c.docx", lambda: gone.append("at once")) is None
    assert gone[-1] == "at once"
    desk.closing.emit()
    desk.tasks.close()
    writer.store.close()

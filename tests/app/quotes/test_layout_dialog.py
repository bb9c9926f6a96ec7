# SPDX-License-Identifier: GPL-3.0-or-later
"""The page layout of quotes: remembered, tried on a real quote, used by the exports."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PyQt6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.quotes import layout_kept
from app.quotes.layout_dialog import LayoutDialog
from app.quotes.layout_kept import Kept
from app.settings import Settings
from app.workspaces.quotes import QuotesWorkspace
from coding import citation_pattern
from coding.citation_pattern import USUAL
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import SAID


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, settings: Settings) -> LayoutDialog:
    made = LayoutDialog(desk, settings, None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_preview_follows_the_pattern(dialog: LayoutDialog) -> None:
    assert dialog.pattern.text() == USUAL
    dialog.pattern.setText("{pseudonym} : « {quote} »")
    assert dialog.preview.text().startswith("Paul\u00a0: «\u00a0")
    dialog.pattern.setText("{pseudonym}")
    assert not dialog.take.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_fields_are_inserted_where_the_cursor_stands(dialog: LayoutDialog) -> None:
    dialog.pattern.setText("« {quote} » ()")
    dialog.pattern.setCursorPosition(len("« {quote} » ("))
    menu = dialog.insert.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    assert dialog.pattern.text() == "« {quote} » ({pseudonym})"
    dialog.usual.click()
    assert dialog.pattern.text() == USUAL


def test_a_field_stays_within_the_brackets_when_the_caret_stands_after_them(dialog: LayoutDialog) -> None:
    menu = dialog.insert.menu()
    assert isinstance(menu, QMenu)
    dialog.pattern.end(False)
    menu.actions()[5].trigger()
    assert dialog.pattern.text() == USUAL.removesuffix(")") + ", {time})"


def test_the_layout_is_remembered_and_the_pattern_is_the_projects(
    dialog: LayoutDialog, desk: Desk, settings: Settings, dialogs: Dialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    dialogs.files = [tmp_path / "modèle.docx"]
    dialog.choose.click()
    dialog.grouping.setCurrentIndex(2)
    dialog.form.setCurrentIndex(1)
    dialog.definitions.setChecked(True)
    dialog.pattern.setText("« {quote} » ({pseudonym})")
    dialog.take.click()
    qtbot.waitUntil(lambda: desk.read_now(citation_pattern.read) == "« {quote} » ({pseudonym})")
    assert layout_kept.read(settings) == Kept("interview", "table", True, True, str(tmp_path / "modèle.docx"))
    again = LayoutDialog(desk, settings, None)
    qtbot.addWidget(again)
    assert (again.grouping.currentData(), again.template.text()) == ("interview", "modèle.docx")
    again.clear.click()
    again.take.click()
    assert layout_kept.read(settings).layout("theme").template is None
    desk.undo()
    qtbot.waitUntil(lambda: desk.read_now(citation_pattern.read) == "")


def test_what_is_unreadable_is_the_usual(settings: Settings) -> None:
    settings.quote_layout = {"grouping": "nothing", "form": 3, "contents": "yes", "definitions": True}
    assert layout_kept.read(settings) == Kept(definitions=True)


def test_exports_have_the_last_layout(
    qtbot: QtBot, desk: Desk, settings: Settings, dialogs: Dialogs, tmp_path: Path
) -> None:
    layout_kept.write(settings, Kept(form="table", contents=False))
    page = QuotesWorkspace(desk, settings)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    dialogs.files = [tmp_path / "extraits.docx"]
    page.commands()["quotes.export"]()
    qtbot.waitUntil((tmp_path / "extraits.docx").exists, timeout=20_000)
    tables = Document(str(tmp_path / "extraits.docx")).tables
    assert any(SAID[0] in row.cells[0].text for table in tables for row in table.rows)
    page.hide()


def test_the_layout_is_kept_and_the_document_written_at_once(
    qtbot: QtBot, desk: Desk, settings: Settings, dialogs: Dialogs, tmp_path: Path
) -> None:
    page = QuotesWorkspace(desk, settings)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    page._ask_layout()
    dialog = page.findChild(LayoutDialog)
    assert dialog is not None
    dialog.form.setCurrentIndex(dialog.form.findData("table"))
    dialogs.files = [tmp_path / "extraits.docx"]
    dialog.to_word.click()
    qtbot.waitUntil((tmp_path / "extraits.docx").exists, timeout=20_000)
    assert layout_kept.read(settings).form == "table"
    page.hide()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of participants from the menu: columns ticked, moved, remembered; the file written and logged."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.corpus.annex_dialog import AnnexDialog
from app.settings import Settings
from app.window import MainWindow
from coding import exports_log
from tests.app.conftest import Dialogs

COLUMNS = ("pseudonym", "role", "structure", "mode", "date", "duration", "interview", "group", "attr:Âge")


def test_columns_are_ticked_moved_and_remembered(qtbot: QtBot, settings: Settings) -> None:
    taken: list[object] = []
    dialog = AnnexDialog(settings, COLUMNS, lambda columns, order: taken.append((columns, order)))
    qtbot.addWidget(dialog)
    dialog.show()
    last = dialog.columns.item(len(COLUMNS) - 1)
    assert last is not None
    last.setCheckState(Qt.CheckState.Checked)
    dialog.columns.setCurrentRow(0)
    dialog.down.click()
    dialog.order.setCurrentIndex(1)
    dialog.take.click()
    columns = ("role", "pseudonym", "structure", "mode", "date", "duration", "attr:Âge")
    assert taken == [(columns, "name")]
    again = AnnexDialog(settings, COLUMNS[:-1], lambda *_chosen: None)
    qtbot.addWidget(again)
    assert again.chosen() == columns[:-1]
    for row in range(again.columns.count()):
        item = again.columns.item(row)
        assert item is not None
        item.setCheckState(Qt.CheckState.Unchecked)
    assert not again.take.isEnabled()


def test_the_table_leaves_from_the_menu(opened: MainWindow, dialogs: Dialogs, tmp_path: Path, qtbot: QtBot) -> None:
    dialogs.files = [tmp_path / "annexe.docx"]
    opened._actions["corpus.annex"].trigger()
    dialog = opened.findChild(AnnexDialog)
    assert dialog is not None
    dialog.take.click()
    qtbot.waitUntil((tmp_path / "annexe.docx").exists)
    assert len(Document(str(tmp_path / "annexe.docx")).tables[0].rows) > 5
    assert opened.desk is not None
    assert exports_log.read(opened.desk.store)[0].what == "annex"

# SPDX-License-Identifier: GPL-3.0-or-later
"""The field journal, opened anywhere by Ctrl+D; and the window that offers links."""

from __future__ import annotations

from datetime import date

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.memos.journal_dialog import JournalDialog
from app.memos.link_dialog import LinkDialog
from app.window import MainWindow
from coding import memos
from coding.memo_links import Link
from tests.app.workspaces.pages import CODES, SAID


def today(desk: Desk) -> str:
    return desk.read_now(lambda session: memos.read_day(session, date.today()))


def journal(window: MainWindow) -> JournalDialog:
    assert window.pages is not None
    found = window.pages.findChild(JournalDialog)
    assert found is not None
    return found


def tips(dialog: LinkDialog) -> list[str]:
    """What each row offers, whole."""
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.toolTip() for item in items if item is not None]


def test_the_journal_opens_from_any_page_and_keeps_what_is_written(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    opened.show_page("coder")
    assert [key.toString() for key in opened._actions["coding.journal"].shortcuts()] == ["Ctrl+D"]
    opened._actions["coding.journal"].trigger()
    dialog = journal(opened)
    assert not dialog.isModal()
    qtbot.keyClicks(dialog.text, "Relu Nora.")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.windowType() == Qt.WindowType.Tool
    assert today(opened.desk) == "Relu Nora."
    opened._actions["coding.journal"].trigger()
    qtbot.keyClicks(dialog.text, " Puis Hugo.")
    opened._actions["coding.journal"].trigger()
    assert today(opened.desk) == "Relu Nora. Puis Hugo."
    opened._actions["edit.undo"].trigger()
    assert today(opened.desk) == "Relu Nora."
    assert opened.pages is not None
    assert opened.pages.key == "coder"


def test_what_is_being_written_survives_a_pause_and_the_end_of_the_project(opened: MainWindow, qtbot: QtBot) -> None:
    desk = opened.desk
    assert desk is not None
    path = desk.store.path
    opened._actions["coding.journal"].trigger()
    dialog = journal(opened)
    dialog.text.setPlainText("En cours")
    qtbot.waitUntil(lambda: today(desk) == "En cours")
    dialog.text.setPlainText("En cours, encore")
    opened.close_project()
    opened.open(path)
    assert opened.desk is not None
    assert today(opened.desk) == "En cours, encore"


def test_links_offered_are_those_chosen_lately_or_those_that_answer(desk: Desk, qtbot: QtBot) -> None:
    taken: list[Link] = []
    above = QWidget()
    qtbot.addWidget(above)
    desk.remember_passage(3)
    desk.remember_passage(1)
    dialog = LinkDialog(desk, taken.append, above)
    assert tips(dialog) == [SAID[0]] * 2
    dialog.line.setText("se taisait")
    dialog.search()
    assert tips(dialog) == [SAID[1]] * 9
    dialog.line.setText("crainte")
    dialog.search()
    assert tips(dialog) == [CODES[0]]
    dialog.line.setText("entretien 2")
    dialog.search()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    dialog.accept()
    assert [link.kind for link in taken] == ["interview"]
    dialog.line.setText("introuvable")
    dialog.search()
    dialog.accept()
    assert (dialog.list.count(), len(taken)) == (0, 1)

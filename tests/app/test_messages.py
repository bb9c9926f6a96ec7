# SPDX-License-Identifier: GPL-3.0-or-later
"""The message box itself; everywhere else it is recorded by the ``dialogs`` fixture."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.message_box import MessageBox


def box(qtbot: QtBot, *, detail: str = "", warning: bool = False, safe: bool = False) -> MessageBox:
    made = MessageBox("Supprimer ?", "Ceci s’en va.", detail, ("Supprimer", "Annuler"), warning=warning,
                      safe=safe)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, 0), (Qt.Key.Key_Escape, 1)])
def test_enter_makes_the_first_choice_and_escape_the_last(qtbot: QtBot, key: Qt.Key, answer: int) -> None:
    asked = box(qtbot)
    qtbot.keyClick(asked, key)
    assert not asked.isVisible()
    assert asked.answer == answer


def test_enter_makes_the_last_choice_where_the_first_would_lose_something(qtbot: QtBot) -> None:
    asked = box(qtbot, safe=True)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert asked.answer == 1


def test_a_click_chooses(qtbot: QtBot) -> None:
    asked = box(qtbot)
    next(made for made in asked.findChildren(QPushButton) if made.text() == "Annuler").click()
    assert asked.answer == 1


def test_details_open(qtbot: QtBot) -> None:
    asked = box(qtbot, detail="ligne 3", warning=True)
    shown = asked.findChild(QPlainTextEdit)
    assert shown is not None
    assert shown.isHidden()
    asked._show_detail()
    assert shown.isVisible()
    assert shown.toPlainText() == "ligne 3"

# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of the transversal reading: turned by tabs and keys, and found again where they were left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.settings import Settings
from app.transversal.grid_page import GridPage
from app.workspaces.transversal import TransversalWorkspace


@pytest.fixture
def host(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[TransversalWorkspace]:
    made = TransversalWorkspace(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activate()
    yield made
    made.hide()


def test_a_tab_shows_its_page_and_stays_chosen_in_its_own_row(host: TransversalWorkspace, qtbot: QtBot) -> None:
    grid = host.page
    assert isinstance(grid, GridPage)
    with qtbot.waitSignal(host.status_changed):
        grid.tabs.setCurrentIndex(2)
    assert host.page is not grid and not grid.isVisible()
    assert grid.tabs.currentIndex() == 0


def test_keys_turn_the_pages_round(host: TransversalWorkspace, qtbot: QtBot) -> None:
    grid, seen = host.page, []
    for _turn in range(3):
        qtbot.keyClick(host.page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        seen.append(host.page)
    assert len(set(seen)) == 3 and seen[-1] is grid
    qtbot.keyClick(host.page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert host.page is seen[1]


def test_the_last_page_comes_back_with_the_project(host: TransversalWorkspace, desk: Desk, settings: Settings,
                                                   qtbot: QtBot) -> None:
    left = type(host.show_page("relations"))
    again = TransversalWorkspace(desk, settings)
    qtbot.addWidget(again)
    assert isinstance(again.page, left)
    assert "transversal.export" in again.commands()

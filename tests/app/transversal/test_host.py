# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of the transversal reading: turned by tabs and keys, and found again where they were left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.profiles.page import ProfilesPage
from app.relations.page import RelationsPage
from app.settings import Settings
from app.transversal.grid_page import GridPage
from app.workspaces.transversal import TransversalWorkspace
from coding import groups
from coding.transversal import GROUPS
from tests.app.workspaces.pages import GROUP, REFUSED


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


def _groups(desk: Desk) -> dict[str, int]:
    return {row.name: row.id for row in desk.read_now(groups.listed)}


def test_a_group_chosen_on_one_page_is_that_of_the_others(host: TransversalWorkspace, desk: Desk) -> None:
    refused = _groups(desk)[REFUSED]
    grid = host.page
    assert isinstance(grid, GridPage)
    grid.group_pill.pick(refused)
    profiles = host.show_page("profiles")
    assert isinstance(profiles, ProfilesPage)
    assert [profiles.group_pill.current, profiles.list.model.rowCount()] == [refused, 2]
    profiles.group_pill.pick(None)
    relations = host.show_page("relations")
    assert isinstance(relations, RelationsPage) and relations.group_pill.current is None
    host.show_page("grid")
    assert grid.group_pill.current is None and grid.grid.grid.table.interviews == 10


def test_groups_side_by_side_neither_give_nor_take_a_group(host: TransversalWorkspace, desk: Desk) -> None:
    grid = host.page
    assert isinstance(grid, GridPage)
    grid.columns_pill.pick((GROUPS, False))
    profiles = host.show_page("profiles")
    assert isinstance(profiles, ProfilesPage) and profiles.group_pill.current == _groups(desk)[GROUP]
    profiles.group_pill.pick(_groups(desk)[REFUSED])
    host.show_page("grid")
    assert grid.group_pill.current is None and grid.grid.grid.table.gathered


def test_a_profile_asked_for_is_found_outside_the_group_being_read(host: TransversalWorkspace, desk: Desk) -> None:
    grid = host.page
    assert isinstance(grid, GridPage)
    host.show_page("profiles")
    host.show_page("grid")
    grid.columns_pill.pick((GROUPS, True))
    last = grid.grid.grid.table.interview_ids[-1]
    host.show_profile(last)
    profiles = host.page
    assert isinstance(profiles, ProfilesPage) and profiles.sheet.profile is not None
    assert profiles.sheet.profile.interview_id == last and profiles.group_pill.current is None

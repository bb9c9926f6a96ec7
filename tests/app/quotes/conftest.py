# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk on a small project, and the quotes page on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.settings import Settings
from app.workspaces.quotes import QuotesWorkspace
from tests.app.workspaces.conftest import desk

__all__ = ["desk", "page"]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[QuotesWorkspace]:
    """The page, shown."""
    made = QuotesWorkspace(desk, settings)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.activate()
    made.list.finish()
    yield made
    made.hide()

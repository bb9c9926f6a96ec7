# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk on a small project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QApplication

from app.desk import Desk
from coding import elsewhere
from tests.app.workspaces.pages import desk_on, small


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """Ten coded interviews in two groups."""
    made = desk_on(small(tmp_path))
    yield made
    made.tasks.close()
    made.store.close()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be done in another process is done in this one: a second saved for each file."""
    monkeypatch.setattr(elsewhere, "run", lambda work, *arguments, **_watched: work(*arguments))

# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk on a small project, and links to its passages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QApplication

from app.desk import Desk
from coding import memo_links
from coding.memo_links import Link
from tests.app.workspaces.pages import desk_on, small


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """Ten coded interviews in two groups."""
    made = desk_on(small(tmp_path))
    yield made
    made.tasks.close()
    made.store.close()


@pytest.fixture
def link(desk: Desk) -> Link:
    """A link to the first passage of the first interview."""
    return desk.read_now(lambda session: memo_links.to_passages(session, [1]))[0]

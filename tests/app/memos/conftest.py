# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk on a small project, and links to its passages."""

from __future__ import annotations

import pytest

from app.desk import Desk
from coding import memo_links
from coding.memo_links import Link
from tests.app.workspaces.conftest import desk

__all__ = ["desk", "link"]


@pytest.fixture
def link(desk: Desk) -> Link:
    """A link to the first passage of the first interview."""
    return desk.read_now(lambda session: memo_links.to_passages(session, [1]))[0]

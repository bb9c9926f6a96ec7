# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk on a small project, as the other workspaces have it."""

from __future__ import annotations

from tests.app.workspaces.conftest import desk, here

__all__ = ["desk", "here"]

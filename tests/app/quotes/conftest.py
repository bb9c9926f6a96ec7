# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk on a small project."""

from __future__ import annotations

from tests.app.workspaces.conftest import desk

__all__ = ["desk"]

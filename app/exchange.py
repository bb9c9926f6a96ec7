# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's tables in and out, from the menus: one verb a table, with a report of what was taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.desk import Desk
from app.settings import Settings
from PyQt6.QtWidgets import QWidget


def commands(desk: Desk, settings: Settings, parent: QWidget) -> dict[str, Callable[[], None]]:
    return {}

# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the Corpus that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtWidgets import QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.settings import Settings
from coding.changes import Change


class GuidePage(parts.Panel):
    """Made when its tab is first shown. ``follow`` hears of each change, shown or not."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._settings = settings
        QVBoxLayout(self)

    def load(self) -> None:
        """Read again what is shown."""

    def follow(self, change: Change) -> None:
        """A change was made somewhere."""

    def settle(self) -> None:
        """Another page is about to be shown: record what is still being typed."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """What this page does for the menus, while it is shown."""
        return {}

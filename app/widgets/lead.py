# SPDX-License-Identifier: GPL-3.0-or-later
"""Which part of a page has the keys when the page is given them."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QObject
from PyQt6.QtGui import QFocusEvent
from PyQt6.QtWidgets import QWidget


class _Lead(QObject):
    def __init__(self, page: QWidget, target: Callable[[], QWidget | None]) -> None:
        super().__init__(page)
        self._target = target
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            target = self._target()
            if target is not None:
                target.setFocus(event.reason())
        return super().eventFilter(watched, event)


def lead(page: QWidget, target: Callable[[], QWidget | None]) -> None:
    """Hand on the focus given to a page. A focus proxy would do it too, but Shift+Tab cannot pass a page that has one:
    it falls back on the proxy, and what stands before the page is out of reach."""
    _Lead(page, target)

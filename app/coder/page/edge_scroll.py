# SPDX-License-Identifier: GPL-3.0-or-later
"""The words come to a pointer that drags beyond what is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, QPoint, QTimer
from PyQt6.QtWidgets import QAbstractScrollArea

EVERY_MS = 40
FASTEST = 80  # pixels a time


class EdgeScroll(QObject):
    """Scrolls while the pointer is less than ``inset`` pixels within the edge, or beyond it; the further, the faster.
    ``then`` is called each time. Points are the viewport's."""

    def __init__(self, area: QAbstractScrollArea, then: Callable[[], None], inset: int = 0) -> None:
        super().__init__(area)
        self._area = area
        self._then = then
        self._inset = inset
        self._beyond = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._scroll)

    def follow(self, point: QPoint) -> None:
        """The pointer is there."""
        view = self._area.viewport()
        height = view.height() if view is not None else 0
        self._beyond = min(0, point.y() - self._inset) + max(0, point.y() - height + 1 + self._inset)
        if not self._beyond:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """It no longer drags."""
        self._timer.stop()

    def _scroll(self) -> None:
        bar = self._area.verticalScrollBar()
        if bar is not None:
            bar.setValue(bar.value() + max(-FASTEST, min(FASTEST, self._beyond)))
            self._then()

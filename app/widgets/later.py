# SPDX-License-Identifier: GPL-3.0-or-later
"""What may follow an act a moment after it is seen on the page."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer

FRAME_MS = 20  # one frame: what was asked to be painted is painted first


class Later(QObject):
    """Does ``work`` once, a frame after it was last asked for; at once when ``inline``, as tests work."""

    def __init__(self, parent: QObject, work: Callable[[], None], *, inline: bool) -> None:
        super().__init__(parent)
        self._work = work
        self._inline = inline
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(work)

    def ask(self) -> None:
        """Soon."""
        if self._inline:
            self._work()
        else:
            self._timer.start()

    def settle(self) -> None:
        """Now, if it was asked for."""
        if self._timer.isActive():
            self._timer.stop()
            self._work()

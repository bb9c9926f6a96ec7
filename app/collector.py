# SPDX-License-Identifier: GPL-3.0-or-later
"""Garbage is collected on the GUI thread, between two acts: Python would do it in the middle of one (a tenth of a
second for a large project), or on a worker thread, where nothing of Qt may die."""

from __future__ import annotations

import gc

from PyQt6.QtCore import QObject, QTimer

EVERY = 3000  # ms
WHOLE = 100  # times: in between, only what is young is looked at


class Collector(QObject):
    """Takes over from Python as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._times = 0
        timer = QTimer(self)
        timer.setInterval(EVERY)
        timer.timeout.connect(self.collect)
        timer.start()
        self.destroyed.connect(_give_back)

    def collect(self) -> None:
        """Once in a while everything, else what is young."""
        self._times += 1
        gc.collect(2 if self._times % WHOLE == 0 else 0)


def _give_back() -> None:
    gc.enable()

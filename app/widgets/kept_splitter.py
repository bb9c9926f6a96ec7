# SPDX-License-Identifier: GPL-3.0-or-later
"""Panels side by side, as wide as they were left."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app.settings import Settings


class KeptSplitter(QSplitter):
    """The panels of ``parent``, which it fills. ``usual`` are their widths in pixels before anyone moved them;
    ``main`` is the place of the panel that takes the room when the window grows."""

    def __init__(self, name: str, settings: Settings, panels: Sequence[QWidget], *, usual: Sequence[int], main: int,
                 parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name = name
        self._settings = settings
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for place, panel in enumerate(panels):
            self.addWidget(panel)
            self.setStretchFactor(place, int(place == main))
        self.setSizes(settings.splitters.get(name) or list(usual))
        self.splitterMoved.connect(self._keep)
        line = QHBoxLayout(parent)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self)

    def _keep(self) -> None:
        kept = self._settings.splitters.get(self._name, [])
        sizes = [kept[place] if size == 0 and place < len(kept) else size for place, size in enumerate(self.sizes())]
        self._settings.splitters = {**self._settings.splitters, self._name: sizes}

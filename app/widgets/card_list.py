# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of cards, each as tall as its words need at the width there is."""

from __future__ import annotations

from PyQt6.QtCore import QAbstractListModel, QObject, Qt, QTimer
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget


class WideDelegate(QStyledItemDelegate):
    """``width`` is the viewport's, which the list keeps up to date."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = 400


class CardList(QListView):
    """One card at a time has the keys; cards wrap anew, a moment after the last change, at another width."""

    def __init__(self, cards: QAbstractListModel, delegate: WideDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cards.setParent(self)
        delegate.setParent(self)
        self._delegate = delegate
        self.setModel(cards)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(30)
        self._relayout.timeout.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Cards wrap anew at another width."""
        super().resizeEvent(event)
        viewport = self.viewport()
        if viewport is not None and viewport.width() != self._delegate.width:
            self._delegate.width = viewport.width()
            self._relayout.start()

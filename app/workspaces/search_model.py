# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of a search, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, Qt

from coding.language import _
from coding.search import Hit


class HitsModel(QAbstractListModel):
    """One row a hit; its text, for screen readers, is the whole line."""

    HIT = Qt.ItemDataRole.UserRole

    _hits: Sequence[Hit] = ()

    def take(self, hits: Sequence[Hit]) -> None:
        """Show these."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, index: QModelIndex) -> Hit:
        """The result of a row."""
        return self._hits[index.row()]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self._hits[index.row()]
        if role == self.HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("{interview}, turn {n}: {line}").format(
                interview=hit.interview, n=hit.turn, line=hit.before + hit.found + hit.after)
        return None

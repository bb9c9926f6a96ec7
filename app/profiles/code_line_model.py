# SPDX-License-Identifier: GPL-3.0-or-later
"""The code line as a tree: the themes that the interview raises, and below each its passages in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from app.quotes.model import ENTRY
from app.quotes.sections import Card, card
from app.widgets.words import joined
from coding.codebook import Codebook
from coding.profiles import words
from coding.profiles.profile import Mark, Profile, ThemePart, Tick

_TOP = 0


class CodeLineModel(QAbstractItemModel):
    """ENTRY of a theme is its ThemePart, that of a passage its Card."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile: Profile | None = None
        self._book = Codebook([])
        self.themes: Sequence[ThemePart] = ()

    def show(self, profile: Profile, book: Codebook) -> None:
        """Replace everything; cards are made when they are asked for."""
        self.beginResetModel()
        self._profile, self._book, self.themes = profile, book, profile.raised
        self.endResetModel()

    @property
    def ticks(self) -> Sequence[Tick]:
        """The landmarks along the interview."""
        return self._profile.ticks if self._profile is not None else ()

    def mark(self, index: QModelIndex) -> Mark | None:
        """The passage at an index; None for a theme."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self.themes[index.internalId() - 1].marks[index.row()]

    def entry(self, index: QModelIndex) -> ThemePart | Card | None:
        """What stands at an index."""
        mark = self.mark(index)
        if mark is not None and self._profile is not None:
            theme = self.themes[index.internalId() - 1]
            return card(mark.quote, self._book, self._profile.language, under=theme.theme_id)
        return self.themes[index.row()] if index.isValid() else None

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        """Themes know no theme; a passage knows its theme's number, from 1."""
        if row < 0 or column != 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent is not None and parent.isValid() else _TOP)

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]
        """The theme above a passage."""
        above = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if above == _TOP else self.createIndex(above - 1, 0, _TOP)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Themes at the top, passages below each."""
        if parent is None or not parent.isValid():
            return len(self.themes)
        return len(self.themes[parent.row()].marks) if parent.internalId() == _TOP else 0

    def columnCount(self, _parent: QModelIndex | None = None) -> int:
        """One."""
        return 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, for the screen reader as for the painter."""
        if role == ENTRY:
            return self.entry(index)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        mark, entry = self.mark(index), self.entry(index)
        if mark is not None and isinstance(entry, Card):
            return joined(words.where(mark), *(name for name, _colour in entry.codes), entry.words)
        if isinstance(entry, ThemePart):
            return joined(entry.name, words.figures(entry), words.codes(entry), *words.summaries(entry))
        return None

# SPDX-License-Identifier: GPL-3.0-or-later
"""Completion of a line whose parts are listed one after the other."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QObject, Qt
from PyQt6.QtWidgets import QCompleter, QLineEdit


class PartCompleter(QCompleter):
    """Completes the last part of a line whose parts have ``between`` between them, or the whole line."""

    def __init__(self, words: list[str], between: str, parent: QObject) -> None:
        super().__init__(words, parent)
        self._between = between
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains if between else Qt.MatchFlag.MatchStartsWith)

    def splitPath(self, path: str | None) -> list[str]:
        return [(path or "").rpartition(self._between)[2].strip()] if self._between else [path or ""]

    def pathFromIndex(self, index: QModelIndex) -> str:
        word, line = super().pathFromIndex(index), self.widget()
        if not self._between or not isinstance(line, QLineEdit):
            return word
        before = line.text().rpartition(self._between)[0].strip()
        return f"{before} {self._between.strip()} {word}" if before else word

# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of the palette: codes that are there, codes to make, and the model that shows them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.coder.palette.ranking import Found
from coding.codebook import PATH_SEPARATOR, Codebook
from coding.language import _, ngettext

ENTRY = Qt.ItemDataRole.UserRole
KEYS = Qt.ItemDataRole.UserRole + 1  # the shortcut of a line, if it has one
TICK = Qt.ItemDataRole.UserRole + 2  # MARKED, BORNE or nothing
MARKED, BORNE = "marked", "borne"


@dataclass(frozen=True)
class Create:
    """A line that makes a code: the names of its path below ``parent_id`` (themes when None), and its colour if that
    is known."""

    names: tuple[str, ...]
    parent_id: int | None
    sentence: str
    colour: str = ""


@dataclass(frozen=True)
class InVivo:
    """A line that makes a code named by the words themselves."""

    name: str


@dataclass(frozen=True)
class Elsewhere:
    """A line that asks under which theme a code shall be made."""

    name: str


Entry = Found | Create | InVivo | Elsewhere


def said(entry: Entry) -> str:
    """What a line says."""
    if isinstance(entry, Found):
        return entry.node.name
    if isinstance(entry, Create):
        return entry.sentence
    if isinstance(entry, InVivo):
        return _("In vivo: “{name}”").format(name=entry.name)
    return _("Create “{name}” in a chosen theme…").format(name=entry.name)


def name_of(entry: Entry) -> str:
    """The name of the code that a line gives or makes."""
    if isinstance(entry, Found):
        return entry.node.name
    return entry.names[-1] if isinstance(entry, Create) else entry.name


def creations(book: Codebook, names: Sequence[str], parent_id: int | None) -> list[Entry]:
    """The lines that make a code of what was typed: a path; or a name in the theme at hand, another, or alone."""
    if len(names) > 1:
        return [Create(tuple(names), None, _("Create “{name}”").format(name=PATH_SEPARATOR.join(names)))]
    alone = Create((names[0],), None, _("Create the theme “{name}”").format(name=names[0]))
    chosen: list[Entry] = [Elsewhere(names[0])] if any(theme.id != parent_id for theme in book.themes) else []
    if parent_id is None:
        return [alone, *chosen]
    return [under(book, names[0], parent_id), *chosen, alone]


def under(book: Codebook, name: str, parent_id: int) -> Create:
    """The line that makes a code in a theme."""
    theme = book.by_id[parent_id]
    sentence = _("Create “{name}” in {theme}").format(name=name, theme=theme.name)
    return Create((name,), parent_id, sentence, theme.colour)


class Entries(QAbstractListModel):
    """The lines shown; ``marked`` and ``borne`` (ids of codes) are ticked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._marked: Collection[Entry] = ()
        self._borne: Collection[int] = ()

    def show(self, entries: list[Entry], marked: Collection[Entry], borne: Collection[int]) -> None:
        """Replace every line."""
        self.beginResetModel()
        self.entries, self._marked, self._borne = entries, marked, borne
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many lines."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line's words, and the entry itself for the delegate."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return said(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.above} > {entry.node.name}" if isinstance(entry, Found) and entry.above else said(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        if role == KEYS:
            return "Ctrl+I" if isinstance(entry, InVivo) else ""
        if role == TICK:
            return self._tick(entry)
        return entry if role == ENTRY else None

    def _tick(self, entry: Entry) -> str:
        if isinstance(entry, Found):
            if entry.node.id in self._borne:
                return BORNE
            return MARKED if any(isinstance(m, Found) and m.node.id == entry.node.id for m in self._marked) else ""
        return MARKED if entry in self._marked else ""

    def _spoken(self, entry: Entry) -> str:
        """All that the delegate draws, in words."""
        spoken = [said(entry)]
        if isinstance(entry, Found):
            passages = ngettext("{n} passage", "{n} passages", entry.uses).format(n=entry.uses)
            key = _("key {digit}").format(digit=entry.node.pin) if entry.node.pin else ""
            spoken += [entry.above, passages, key]
        spoken.append({MARKED: _("marked"), BORNE: _("given already")}.get(self._tick(entry), ""))
        return ", ".join(part for part in spoken if part)

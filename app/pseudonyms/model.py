# SPDX-License-Identifier: GPL-3.0-or-later
"""The identities as a table: which are listed, in which order, and what each says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Literal

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal

from app.pseudonyms import words
from app.pseudonyms.review import Line, Review
from app.widgets.words import interviews_counted, joined
from coding.fold import fold
from coding.identifiers.span import Label
from coding.language import N_, _, number
from coding.pseudonyms.adding import AROUND

TITLES = (N_("Found in the texts"), N_("Kind"), N_("Places"), N_("Will become"))
NAME, KIND, PLACES, BECOMES = range(4)
BEFORE = 32  # characters of the words before
LINE = Qt.ItemDataRole.UserRole
Show = Qt.ItemDataRole
State = Literal["all", "undecided", "decided", "left"]
Order = Literal["places", "name", "first"]


@dataclass(frozen=True)
class Filter:
    """Which lines, in which order. ``left``: whatever would still stand in an export."""

    label: Label | None = None
    state: State = "all"
    words: str = ""
    order: Order = "places"

    def takes(self, line: Line) -> bool:
        """Whether a line is listed."""
        if self.label not in (None, line.identity.label):
            return False
        left = not line.stays and bool(line.places)
        if self.state != "all" and not {
                "undecided": not line.decided, "decided": line.decided, "left": left}[self.state]:
            return False
        if not self.words.strip():
            return True
        sought = (line.identity.name, line.decision.words, *(form for form, _count in line.identity.forms))
        return fold(self.words.strip()) in fold("\n".join(sought))

    def arranged(self, lines: Collection[Line]) -> list[Line]:
        """The lines listed; those found at the most places first, unless told."""
        found = [line for line in lines if self.takes(line)]
        if self.order == "places":
            found.sort(key=lambda line: -len(line.identity.places))
        elif self.order == "name":
            found.sort(key=lambda line: fold(line.identity.name))
        return found


class IdentitiesModel(QAbstractTableModel):
    """Follows ``review``. ``listed`` says that other lines are there, or the same in another order."""

    listed = pyqtSignal()

    def __init__(self, review: Review, *, read_only: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._read_only = read_only
        self.filter = Filter()
        self.lines: list[Line] = []
        review.reset.connect(self._reload)
        review.changed.connect(self._follow)
        self._reload()

    def ask(self, **fields: Any) -> None:
        """Change the filter or the order."""
        asked = replace(self.filter, **fields)
        if asked != self.filter:
            self.filter = asked
            self._reload()

    def row_of(self, key: str) -> int:
        """Where an identity is listed; -1 when it is not."""
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)

    def next_undecided(self, row: int, step: int = 1) -> int:
        """The row of the next line to decide after ``row``, the first ones after the last; -1 when none is left."""
        count = len(self.lines)
        rows = ((row + step * n) % count for n in range(1, count + 1))
        return next((place for place in rows if not self.lines[place].decided), -1)

    def _reload(self) -> None:
        self.beginResetModel()
        self.lines = self.filter.arranged(self._review.lines)
        self.endResetModel()
        self.listed.emit()

    def _follow(self, keys: Collection[str]) -> None:
        now = self.filter.arranged(self._review.lines)
        if [line.key for line in now] != [line.key for line in self.lines]:
            self._reload()
            return
        self.lines = now
        for row, line in enumerate(now):
            if line.key in keys:
                self.dataChanged.emit(self.index(row, 0), self.index(row, BECOMES))

    # -- Qt's

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Show.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Show.DisplayRole:
            return _(TITLES[section])
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == BECOMES and not self._read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: QModelIndex, role: int = Show.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Show.EditRole and index.column() == BECOMES:
            return line.decision.words
        if role == Show.ToolTipRole and index.column() == NAME:
            return forms_of(line)
        if role in (Show.DisplayRole, Show.AccessibleTextRole):
            return (forms_of(line), words.kind(line.identity.label), places_of(line), becomes(line))[index.column()]
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Show.EditRole) -> bool:
        self._review.write(self.lines[index.row()].key, str(value))
        return True


def forms_of(line: Line) -> str:
    """The name, then its other forms with how often each is written."""
    return joined(line.identity.name, others(line))


def others(line: Line) -> str:
    """«Martine 12 · Mme Guilbaud 4»: the forms, unless the name is the only one."""
    forms = line.identity.forms
    if len(forms) == 1 and forms[0][0] == line.identity.name:
        return ""
    return joined(*(f"{form}\u00a0{number(count)}" for form, count in forms))


def glimpse(line: Line) -> str:
    """The words around the first place: «… habitez-vous à Orléans ? …»."""
    place = line.identity.places[0]
    before = " ".join(place.before.split())[-BEFORE:]
    lead = "…" + before.partition(" ")[2] if len(before) == BEFORE else before
    gap, after = " " * place.before[-1:].isspace(), " " * place.after[:1].isspace()
    return f"{lead}{gap}{' '.join(place.form.split())}{after}{_whole(place.after)}"


def _whole(after: str) -> str:
    """The words after, without the last when it is cut."""
    said = " ".join(after.split())
    return said if len(after) < AROUND else said.rpartition(" ")[0].rstrip(" .,;:") + "…"


def places_of(line: Line) -> str:
    """«38 · 4 interviews»."""
    out = _("{n} left out").format(n=len(line.left_out)) if line.left_out else ""
    held = interviews_counted(line.interviews) if line.interviews else ""
    return joined(number(len(line.identity.places)), held, out)


def becomes(line: Line) -> str:
    """What will be done, and whether it is decided, in words."""
    done = _(words.ACTIONS[line.decision.action]) if line.stays else line.decision.words
    return joined(done, _("decided") if line.decided else _("to decide"))

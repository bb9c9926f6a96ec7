# SPDX-License-Identifier: GPL-3.0-or-later
"""Themes × groups, each cell a verdict, as an item model."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.saturation.lines import Tone
from coding.groups import GroupRow
from coding.language import _, clauses

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coding.saturation import Parameters

STANDING = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Standing:
    """A verdict: its word, its tone, a line below it (why a group is refused, in the row of the whole group; else the
    figures), all of it."""

    status: str
    tone: Tone
    below: str
    told: str


@dataclass(frozen=True)
class Side:
    """What is compared: groups across, (theme id, name) down, the whole group first with the id None."""

    groups: tuple[GroupRow, ...]
    themes: tuple[tuple[int | None, str], ...]
    standings: dict[tuple[int | None, int], Standing]


def read(session: Session, parameters: Parameters | None) -> Side:
    """Compare the groups; imports numpy."""
    from app.saturation.reading import TONES
    from coding.groups_compared import compare
    from coding.saturation import finding, status_label
    from coding.saturation.short_words import summary, why

    found = compare(session, _("Whole group"), parameters=parameters)
    standings = {}
    for key, block in found.blocks.items():
        grounds, tone = why(block.verdict), TONES[block.verdict.status]
        standings[key] = Standing(status_label(block.verdict.status), tone,
                                  grounds[0] if tone == "refused" and key[0] is None else summary(block),
                                  "\n".join([finding(block).text, clauses(grounds), summary(block)]))
    return Side(found.groups, found.themes, standings)


class ComparedModel(QAbstractTableModel):
    """STANDING gives the Standing of a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.side = Side((), (), {})

    def show(self, side: Side) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.side = side
        self.endResetModel()

    def place(self, index: QModelIndex) -> tuple[int, int | None]:
        """The group and the theme of a cell."""
        return self.side.groups[index.column()].id, self.side.themes[index.row()][0]

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """The whole group and each theme."""
        return 0 if parent is not None and parent.isValid() else len(self.side.themes)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """The groups."""
        return 0 if parent is not None and parent.isValid() else len(self.side.groups)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the painter and for the screen reader."""
        group_id, theme_id = self.place(index)
        found = self.side.standings[theme_id, group_id]
        if role == STANDING:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{found.status}. {found.below}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "".join(f"<p>{escape(line)}</p>" for line in found.told.split("\n"))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names of groups with their interviews, names of themes."""
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
            return left if across else left | Qt.TextFlag.TextWordWrap.value
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if not across:
            return self.side.themes[section][1]
        group = self.side.groups[section]
        return _("{group} ({count})").format(group=group.name, count=group.interviews)

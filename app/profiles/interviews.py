# SPDX-License-Identifier: GPL-3.0-or-later
"""The interviews whose profiles can be read: a list, narrowed by what is typed above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PyQt6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import icons, parts, theme
from app.widgets.words import joined
from coding.fold import fold
from coding.language import _, ngettext, number
from coding.profiles.reading import Entry

ENTRY = Qt.ItemDataRole.UserRole
ROW, SIDE = 46, 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class InterviewList(parts.Panel):
    """``chosen`` carries the id of the interview that is now to be shown."""

    chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._entries: Sequence[Entry] = ()
        self._current: int | None = None
        self.field = _Field()
        self.field.setPlaceholderText(_("Find an interview"))
        self.field.setAccessibleName(_("Find an interview"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.field.stepped.connect(self.step)
        self.model = _Model(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setProperty("role", "panel")
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(_("Interviews"))
        self.nobody = parts.label(_("No interview of this group is called so."), "hint", wrap=True)
        self.nobody.setContentsMargins(SIDE, 6, SIDE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        across = QVBoxLayout()
        across.setContentsMargins(SIDE - 2, 0, SIDE - 2, 0)
        across.addWidget(self.field)
        column.addLayout(across)
        column.addWidget(self.nobody)
        column.addWidget(self.view, 1)
        selection = self.view.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._moved)

    def show_entries(self, entries: Sequence[Entry], current: int | None) -> None:
        """Show these interviews, that one chosen."""
        self._entries, self._current = entries, current
        self._narrow()

    def step(self, by: int) -> None:
        """Choose the interview ``by`` lines further, among those listed."""
        row = self.view.currentIndex().row() + by if self.view.currentIndex().isValid() else 0
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row, 0))

    def place(self) -> tuple[int, int]:
        """Which of the listed interviews is chosen, from 1 (0 when none is), and how many there are."""
        return self.view.currentIndex().row() + 1, self.model.rowCount()

    def _narrow(self) -> None:
        wanted = fold(self.field.text().strip())
        found = [one for one in self._entries
                 if wanted in fold(" ".join((one.title, *(part for person in one.people for part in person))))]
        self.model.show(found)
        self.nobody.setVisible(not found and bool(wanted))
        row = next((n for n, one in enumerate(found) if one.interview_id == self._current), None)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _moved(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry.interview_id != self._current:
            self._current = entry.interview_id
            self.chosen.emit(entry.interview_id)


class _Field(QLineEdit):
    """Up and down go through the list while one types."""

    stepped = pyqtSignal(int)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event is not None and event.key() in steps and not event.modifiers():
            self.stepped.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None
        if role == ENTRY or entry is None:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            passages = ngettext("{n} coded passage", "{n} coded passages", entry.passages)
            return joined(entry.title, _people(entry), passages.format(n=number(entry.passages)),
                          _("portrait written") if entry.has_portrait else "")
        return None


class _Delegate(QStyledItemDelegate):
    """The title, who was met, how many passages; a pencil where a portrait is written."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if painter is None or not isinstance(entry, Entry):
            return
        colours, area = theme.palette(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colours.selection)
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), colours.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colours.hover)
        right = area.right() - SIDE
        painter.setFont(theme.ui_font(12))
        painter.setPen(colours.muted)
        count = number(entry.passages)
        wide = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(QRect(right - wide, area.top() + 6, wide, 18), _LEFT, count)
        right -= wide + 8
        if entry.has_portrait:
            icons.icon("pencil", "muted").paint(painter, QRect(right - 14, area.top() + 8, 14, 14))
            right -= 22
        self._line(painter, QRect(area.left() + SIDE, area.top() + 6, right - area.left() - SIDE, 18), entry.title,
                   theme.ui_font(13, QFont.Weight.DemiBold))
        painter.setPen(colours.muted)
        self._line(painter, QRect(area.left() + SIDE, area.top() + 24, area.width() - 2 * SIDE, 16), _people(entry),
                   theme.ui_font(12))
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, font: QFont) -> None:
        if font.weight() == QFont.Weight.DemiBold:
            painter.setPen(theme.palette().ink)
        painter.setFont(font)
        painter.drawText(room, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


def _people(entry: Entry) -> str:
    """The roles; names too where they are not the title."""
    said = []
    for name, role in entry.people:
        said.append(role if role and name == entry.title else ", ".join(part for part in (name, role) if part))
    return " ; ".join(one for one in said if one and one != entry.title)

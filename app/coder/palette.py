# SPDX-License-Identifier: GPL-3.0-or-later
"""The palette: a few letters, Enter, and the words are coded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFocusEvent, QKeyEvent
from PyQt6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLineEdit, QListView, QVBoxLayout, QWidget

from app.coder.palette_delegate import KEYS, ROW, PaletteDelegate
from app.coder.ranking import Found, rank
from coding import code_path
from coding.codebook import Codebook
from coding.language import _

WIDTH, ROWS_SHOWN = 360, 8
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -ROWS_SHOWN, Qt.Key.Key_PageDown: ROWS_SHOWN}
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Create:
    """A line that makes a code: the names of its path below ``parent_id``, and where that is."""

    names: tuple[str, ...]
    parent_id: int | None
    sentence: str


@dataclass(frozen=True)
class InVivo:
    """A line that makes a code named by the words themselves."""

    name: str


Entry = Found | Create | InVivo


class Entries(QAbstractListModel):
    """The lines of the palette."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        """Replace every line."""
        self.beginResetModel()
        self.entries = entries
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
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.above} > {entry.node.name}" if isinstance(entry, Found) and entry.above else said(entry)
        if role == KEYS:
            return "Ctrl+I" if isinstance(entry, InVivo) else ""
        return entry if role == ENTRY else None


class CodePalette(QFrame):
    """A panel over the page. ``picked`` carries the entry chosen; ``closed`` comes after, or after Esc."""

    picked = pyqtSignal(object)
    closed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("code-palette")
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Code, or Theme > Code…"))
        self.field.setAccessibleName(_("Code to give"))
        self.field.textChanged.connect(self._refresh)
        self.field.installEventFilter(self)
        self._entries = Entries(self)
        self._list = QListView()
        self._list.setModel(self._entries)
        self._list.setItemDelegate(PaletteDelegate(self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._pick)
        self._list.setMouseTracking(True)
        self._list.entered.connect(self._list.setCurrentIndex)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(6)
        box.addWidget(self.field)
        box.addWidget(self._list)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def ask(self, beside: QRect, book: Codebook, *, recent: Sequence[int], uses: Callable[[int], int],
            parent_id: int | None, in_vivo: str, typed: str = "") -> None:
        """Open below the rectangle of the words, or above it. New codes go under ``parent_id``; ``in_vivo`` is the
        name the words would give."""
        self._book, self._recent, self._uses = book, recent, uses
        self._parent_id, self._in_vivo = parent_id, in_vivo
        self.field.setText(typed)
        self._refresh()
        self._move_near(beside)
        self.show()
        self.raise_()
        self.field.setFocus()

    def entries(self) -> list[Entry]:
        """The lines shown."""
        return self._entries.entries

    def close_now(self) -> None:
        """Close without choosing."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Arrows and Enter belong to the list while one types; leaving closes."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self.close_now()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_now()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Tab):
            step = STEPS.get(Qt.Key(key), 1)
            rows = max(1, self._entries.rowCount())
            row = self._list.currentIndex().row() + step
            row = row % rows if abs(step) == 1 else min(max(row, 0), rows - 1)
            self._list.setCurrentIndex(self._entries.index(row))
        elif event.key() == Qt.Key.Key_I and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._give(InVivo(self._in_vivo))
        else:
            return False
        return True

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self._give(self._entries.entries[index.row()])

    def _give(self, entry: Entry) -> None:
        self.hide()
        self.picked.emit(entry)
        self.closed.emit()

    def _refresh(self) -> None:
        text = self.field.text()
        entries: list[Entry] = [*rank(self._book, text, recent=self._recent, uses=self._uses)]
        names = code_path.typed(text)
        exact = any(isinstance(entry, Found) and entry.node.name == names[-1] for entry in entries) if names else True
        if not exact:
            entries.extend(self._creations(names))
        if self._in_vivo and len(names) < 2:
            entries.append(InVivo(self._in_vivo))
        self._entries.show(entries)
        self._list.setCurrentIndex(self._entries.index(0))
        self._list.setFixedHeight(min(len(entries), ROWS_SHOWN) * ROW)
        self.adjustSize()

    def _creations(self, names: list[str]) -> list[Create]:
        if len(names) > 1:
            return [Create(tuple(names), None, _("Create “{name}”").format(name=" > ".join(names)))]
        made = []
        if self._parent_id is not None:
            sentence = _("Create “{name}” in {theme}").format(
                name=names[0], theme=self._book.by_id[self._parent_id].name)
            made.append(Create((names[0],), self._parent_id, sentence))
        made.append(Create((names[0],), None, _("Create the theme “{name}”").format(name=names[0])))
        return made

    def _move_near(self, beside: QRect) -> None:
        """With room for a full list, which a shorter one leaves empty."""
        parent = self.parentWidget()
        if parent is None:
            return
        height = self.field.sizeHint().height() + ROWS_SHOWN * ROW + 22
        below = beside.bottom() + 14
        if below + height > parent.height() - 8:
            above = beside.top() - 14 - height
            below = above if above >= 8 else parent.height() - 8 - height
        self.move(max(8, beside.right() - WIDTH - 20), below)


def said(entry: Entry) -> str:
    """What a line says."""
    if isinstance(entry, Found):
        return entry.node.name
    return entry.sentence if isinstance(entry, Create) else _("In vivo: “{name}”").format(name=entry.name)

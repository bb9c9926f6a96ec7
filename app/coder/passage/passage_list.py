# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of the interview as a list: what the page paints, for those who read it by ear or by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PyQt6.QtCore import QAbstractListModel, QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from app import icons, parts
from app.coder import keys
from app.coder.page.reading import Reading
from app.coder.palette import target
from app.coder.passage.passage_delegate import ROW_DATA, PassageDelegate
from app.desk import Desk
from coding.fold import fold
from coding.intervals import Mark
from coding.language import _, ngettext, number


@dataclass(frozen=True)
class PassageRow:
    """One passage, in words; ``colours`` are those of its codes."""

    mark: Mark
    turn: int | None
    words: str
    codes: tuple[str, ...]
    colours: tuple[str, ...]

    def spoken(self) -> str:
        """«Turn 42, Crainte de la rechute, Statut: “…”, memo, strong quote»."""
        head = [_("Turn {n}").format(n=self.turn)] if self.turn is not None else []
        tail = [said for said, true in ((_("memo"), self.mark.has_memo), (_("strong quote"), self.mark.strong)) if true]
        codes = list(self.codes) or [_("no code")]
        return f"{', '.join(head + codes)}: {', '.join([_('“{words}”').format(words=self.words), *tail])}"


class PassageRows(QAbstractListModel):
    """The passages of one interview in reading order; words are looked up when they are shown."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading: Reading | None = None
        self.marks: list[Mark] = []

    def show(self, reading: Reading | None, wanted: str = "") -> None:
        """Show the passages whose words, codes or turn hold ``wanted``."""
        needles = fold(wanted).split()
        marks = list(reading.index) if reading is not None else []
        self.beginResetModel()
        self._reading = reading
        self.marks = [mark for mark in marks if not needles or self._holds(mark, needles)]
        self.endResetModel()

    def row_of(self, passage_id: int | None) -> int | None:
        """Where a passage stands."""
        return next((row for row, mark in enumerate(self.marks) if mark.id == passage_id), None)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many passages."""
        return 0 if parent is not None and parent.isValid() else len(self.marks)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """All of it in words; the row itself for the delegate."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, ROW_DATA):
            return None
        row = self._row(self.marks[index.row()])
        return row if role == ROW_DATA else row.spoken() if row is not None else None

    def _row(self, mark: Mark) -> PassageRow | None:
        if self._reading is None:
            return None
        turn = self._reading.transcript.turn_at(mark.start)
        nodes = [self._desk.codebook.by_id[key] for key in mark.codes]
        return PassageRow(mark, turn.number if turn else None, target.words_of(self._reading, (mark.start, mark.end)),
                          tuple(node.name for node in nodes), tuple(node.colour for node in nodes))

    def _holds(self, mark: Mark, wanted: list[str]) -> bool:
        row = self._row(mark)
        text = fold(" ".join((row.words, *row.codes, str(row.turn)))) if row is not None else ""
        return all(part in text for part in wanted)


class PassageList(parts.Panel):
    """``looked`` carries the passage one stands on, ``asked`` the one to go to; ``left`` that one is done."""

    looked = pyqtSignal(int)
    asked = pyqtSignal(int)
    left = pyqtSignal()

    def __init__(self, desk: Desk, chosen: Callable[[], int | None], parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._reading: Reading | None = None
        self._chosen = chosen
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Filter: words, code or turn…"))
        self.field.setAccessibleName(_("Filter the passages"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._refill)
        self.field.installEventFilter(self)
        self.model = PassageRows(desk, self)
        self.list = QListView()
        self.list.setProperty("role", "panel")
        self.list.setModel(self.model)
        self.list.setItemDelegate(PassageDelegate(self.list))
        self.list.setAccessibleName(_("Passages of this interview"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._go)
        selection = self.list.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._look)
        self._count = parts.label("", "faint")
        self._none = parts.label("", "muted", wrap=True)
        self._none.setContentsMargins(12, 6, 12, 6)
        self._build()

    def show_reading(self, reading: Reading | None) -> None:
        """The passages of another interview, or of this one after a change."""
        self._reading = reading
        if self.isVisible():
            self._refill()

    def show_chosen(self) -> None:
        """Stand on the chosen passage."""
        row, selection = self.model.row_of(self._chosen()), self.list.selectionModel()
        if not self.isVisible() or row is None or selection is None:
            return
        index = self.model.index(row)
        selection.blockSignals(True)  # it is shown already
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.list.scrollTo(index)
        view = self.list.viewport()
        if view is not None:
            view.update()

    def open(self) -> None:
        """Show every passage, and type to find some."""
        self.field.clear()
        self._refill()
        self.field.setFocus()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Up and Down move in the list while one types; Enter goes there; Esc leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(self.list.currentIndex())
            elif key == Qt.Key.Key_Escape:
                self.field.clear() if self.field.text() else self.left.emit()
            elif watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
            else:
                return False
            return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        index = self.list.currentIndex()
        row = index.row() + step if index.isValid() else 0
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def _go(self, index: QModelIndex) -> None:
        index = index if index.isValid() else self.model.index(0)
        if index.isValid():
            self.asked.emit(self.model.marks[index.row()].id)

    def _look(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked.emit(self.model.marks[index.row()].id)

    def _refill(self) -> None:
        text, every = self.field.text(), len(self._reading.index) if self._reading is not None else 0
        self.model.show(self._reading, text)
        count = self.model.rowCount()
        self._count.setText(number(count) if count == every else _("{n} of {all}").format(n=count, all=number(every)))
        self.list.setAccessibleDescription(ngettext("{n} passage", "{n} passages", count).format(n=count))
        self._none.setText("" if count else _("No passage answers this filter.") if every
                           else _("Nothing is coded in this interview yet."))
        self._none.setVisible(count == 0)
        self.show_chosen()

    def _build(self) -> None:
        header = parts.Header(_("Passages of this interview"), small=True)
        header.add_left(self._count)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setToolTip(_("Close the list") + f" ({keys.native('passages')})")
        close.setAccessibleName(_("Close the list"))
        close.clicked.connect(self.left)
        header.add_right(close)
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 8, 10, 6)
        inner.addWidget(self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(header)
        box.addLayout(inner)
        box.addWidget(self._none)
        box.addWidget(self.list, 1)

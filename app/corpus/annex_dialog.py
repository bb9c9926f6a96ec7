# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the table of participants, and its order, chosen in a small window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.settings import Settings
from coding.language import N_, _
from coding.reports.participants_annex import USUAL, Order, title

ORDERED: dict[Order, str] = {"interview": N_("In the order of the interviews"), "name": N_("By pseudonym")}
_COLUMN = Qt.ItemDataRole.UserRole
Take = Callable[[tuple[str, ...], Order], None]
ROW = 26  # pixels
SHOWN = 12  # rows, before the list scrolls


class AnnexDialog(QDialog):
    """``take`` is called with the columns, in their order, and that of the rows; both are remembered."""

    def __init__(self, settings: Settings, columns: Sequence[str], take: Take, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._take = settings, take
        self.setWindowTitle(_("Table of participants"))
        self.setMinimumWidth(420)
        self.columns = QListWidget()
        self.columns.setAccessibleName(_("Columns"))
        self.columns.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        chosen = [name for name in settings.annex_columns or USUAL if name in columns]
        for name in [*chosen, *(name for name in columns if name not in chosen)]:
            item = QListWidgetItem(title(name), self.columns)
            item.setData(_COLUMN, name)
            item.setSizeHint(QSize(0, ROW))
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        self.columns.setCurrentRow(0)
        self.columns.setMinimumHeight(ROW * min(len(columns), SHOWN) + 8)
        self.order = QComboBox()
        for key, words in ORDERED.items():
            self.order.addItem(_(words), key)
        self.order.setCurrentIndex(max(self.order.findData(settings.annex_order), 0))
        self.order.setAccessibleName(_("Order of the rows"))
        self.up = parts.button(_("Up"), lambda: self._move(-1))
        self.down = parts.button(_("Down"), lambda: self._move(1))
        self.take = parts.button(_("Write…"), self.accept, name="primary")
        self.take.setDefault(True)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self.columns, lambda step=step: self._move(step),
                      context=Qt.ShortcutContext.WidgetShortcut)
        self._lay_out()
        self.columns.itemChanged.connect(lambda _item: self.take.setEnabled(bool(self.chosen())))

    def chosen(self) -> tuple[str, ...]:
        """The columns ticked, in their order."""
        items = [item for row in range(self.columns.count()) if (item := self.columns.item(row)) is not None]
        return tuple(str(item.data(_COLUMN)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def accept(self) -> None:
        """Remember the choice and hand it over."""
        columns, order = self.chosen(), self.order.currentData()
        if columns:
            super().accept()
            self._settings.annex_columns, self._settings.annex_order = list(columns), order
            self._take(columns, order)

    def _move(self, step: int) -> None:
        row = self.columns.currentRow()
        if 0 <= row + step < self.columns.count():
            item = self.columns.takeItem(row)
            self.columns.insertItem(row + step, item)
            self.columns.setCurrentRow(row + step)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(parts.label(_("Table of participants"), "title"))
        column.addWidget(parts.label(_("The columns ticked, from left to right. Drag them, or use Alt+↑ and Alt+↓."),
                                     "muted", wrap=True))
        column.addWidget(self.columns, 1)
        row = QHBoxLayout()
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch(1)
        row.addWidget(self.order)
        column.addLayout(row)
        column.addSpacing(4)
        column.addLayout(parts.dialog_foot(self, parts.label("", "muted"), self.take))


def ask_columns(settings: Settings, columns: Sequence[str], take: Take, parent: QWidget) -> AnnexDialog:
    """Open the dialog; it closes by itself."""
    dialog = AnnexDialog(settings, columns, take, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog

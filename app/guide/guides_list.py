# SPDX-License-Identifier: GPL-3.0-or-later
"""The guides of the project, at the left of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QAction, QKeyEvent
from PyQt6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from app import parts
from app.widgets.lead import lead
from app.widgets.words import interviews_counted, joined
from coding.guides.guides import GuideRow
from coding.language import _, ngettext

ID = Qt.ItemDataRole.UserRole


class GuidesList(parts.Panel):
    """``picked`` carries the id of the guide to show; the other signals ask for what their names say of it, or for
    another one."""

    picked = pyqtSignal(int)
    rename_asked = pyqtSignal()
    remove_asked = pyqtSignal()
    import_asked = pyqtSignal()
    new_asked = pyqtSignal()

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._read_only = read_only
        self.list = _Guides()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Interview guides"))
        self.list.setProperty("role", "panel")
        self.list.currentItemChanged.connect(self._pick)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        if not read_only:
            self.list.rename_asked.connect(self.rename_asked)
            self.list.remove_asked.connect(self.remove_asked)
            for text, asked in ((_("Rename…"), self.rename_asked), (_("Delete…"), self.remove_asked)):
                action = QAction(text, self.list)
                action.triggered.connect(lambda _checked, asked=asked: asked.emit())
                self.list.addAction(action)
        self.add = self._make_add()
        header = parts.Header(_("Guides"), small=True)
        header.add_right(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.list, 1)
        lead(self, lambda: self.list)

    def _make_add(self) -> QWidget:
        menu = QMenu(self)
        for text, asked in ((_("Import a guide…"), self.import_asked), (_("New empty guide…"), self.new_asked)):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked, asked=asked: asked.emit())
            menu.addAction(action)
        made = parts.button(_("Add"), name="flat", icon="plus", menu=menu)
        made.setProperty("opens", "menu")
        made.setAccessibleName(_("Add a guide"))
        made.setToolTip(made.accessibleName())
        made.setEnabled(not self._read_only)
        return made

    def show_guides(self, rows: Sequence[GuideRow], shown: int | None) -> None:
        """Show the guides, ``shown`` being the one that is read."""
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            questions = sum(not each.is_prompt for each in row.questions)
            counted = joined(ngettext("{n} question", "{n} questions", questions).format(n=questions),
                             interviews_counted(len(row.interviews)))
            item = QListWidgetItem(f"{row.title}\n{counted}")
            item.setData(ID, row.id)
            item.setToolTip(row.title)
            self.list.addItem(item)
            if row.id == shown:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def _pick(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.picked.emit(item.data(ID))


class _Guides(QListWidget):
    """F2 renames and Delete deletes."""

    rename_asked = pyqtSignal()
    remove_asked = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Ours; else Qt's."""
        if event is not None and event.key() == Qt.Key.Key_F2 and self.currentRow() >= 0:
            self.rename_asked.emit()
        elif event is not None and event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

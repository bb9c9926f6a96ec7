# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that left the project, a line each: when, what, where, still there or not; opened, copied, kept."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt, QUrl
from PyQt6.QtGui import QColor, QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PyQt6.QtWidgets import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app import messages, parts, theme
from app.settings import Settings
from coding import exports_log
from coding.exports_log import Export
from coding.language import N_, _, short_date
from models.errors import KnownError

FILES = N_("Text (*.txt);;Tables (*.csv)")


class ExportsList(QWidget):
    """The table and its buttons; ``take`` fills it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rows: Sequence[Export] = ()
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setHeaderLabels([_("When"), _("Kind of export"), _("Where"), _("Still there")])
        self.table.setAccessibleName(_("Files that left the project"))
        self.table.itemActivated.connect(lambda _item: self.open_folder())
        self.table.currentItemChanged.connect(lambda *_items: self._enable())
        self.table.ensurePolished()  # rows are measured once, when the first comes
        head = self.table.header()
        if head is not None:
            head.setStretchLastSection(False)
            head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.open = parts.button(_("Open its folder"), self.open_folder)
        self.copied = parts.button(_("Copy the list"), self.copy)
        self.saved = parts.button(_("Save the list…"), self.save)
        line = QHBoxLayout()
        line.setSpacing(10)
        for button in (self.open, self.copied, self.saved):
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(line)
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self.copy)
        copied.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.take(())

    def take(self, rows: Sequence[Export]) -> None:
        """Show these."""
        self._rows = rows
        self.table.clear()
        faint = QColor(theme.palette().faint)
        for row in rows:
            there = row.still_there
            item = QTreeWidgetItem([f"{short_date(row.when.date())} {row.when:%H:%M}", row.title, str(row.path),
                                    _("yes") if there else _("no longer")])
            item.setToolTip(2, str(row.path))
            for place in range(0 if there else self.table.columnCount()):
                item.setForeground(place, faint)
            self.table.addTopLevelItem(item)
        if rows:
            self.table.setCurrentItem(self.table.topLevelItem(0))
        self._enable()

    def open_folder(self) -> None:
        """Show the folder where the chosen file was written."""
        row = self._current()
        if row is not None and row.path.parent.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(row.path.parent)))

    def copy(self) -> None:
        """The list to the clipboard, as a spreadsheet takes it."""
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None and self._rows:
            clipboard.setText(exports_log.listed(self._rows))

    def save(self) -> None:
        """The list to a file."""
        path = messages.ask_new_file(self, self._settings, _("Save the list"), _(FILES), name=_("exports") + ".txt")
        if path is not None:
            try:
                exports_log.write_list(self._rows, path)
            except KnownError as error:
                messages.show_error(self, error)

    def _current(self) -> Export | None:
        item = self.table.currentItem()
        return self._rows[self.table.indexOfTopLevelItem(item)] if item is not None else None

    def _enable(self) -> None:
        row = self._current()
        self.open.setEnabled(row is not None and row.path.parent.is_dir())
        for button in (self.copied, self.saved):
            button.setEnabled(bool(self._rows))

# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the files of an import, one line a file, to be copied or kept."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QRect, QSize, Qt
from PyQt6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PyQt6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app import messages, parts, theme
from app.settings import Settings
from coding.arrivals_report import Outcome, ReportRow, as_text, headings, summary, write
from coding.language import N_, _
from models.errors import KnownError

FILES = N_("Tables (*.csv *.xlsx);;Text (*.txt)")

ROW = 26  # pixels of a row of one line
REMARKS = 3  # the column of the reasons
_BESIDE = 20  # pixels of a cell that are not its text's


class ArrivalsDialog(QDialog):
    """Opened after an import of several files, or one that did not go in."""

    def __init__(self, rows: Sequence[ReportRow], settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import"))
        self._rows = rows
        self._settings = settings
        self.table = self._table()
        whole = all(row.outcome is Outcome.IMPORTED and not row.remarks for row in rows)
        notice = parts.Panel("notice-ok" if whole else "notice-warn")
        inside = QVBoxLayout(notice)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(parts.label(summary(rows), wrap=True))
        close = parts.button(_("Close"), self.accept, name="primary")
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(parts.button(_("Copy"), self.copy))
        foot.addWidget(parts.button(_("Save…"), self.save))
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(parts.label(_("What became of the files"), "title"))
        column.addWidget(notice)
        column.addWidget(self.table, 1)
        column.addWidget(parts.label(_("Undo takes all of it back in one act."), "hint"))
        column.addLayout(foot)
        copied = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table, self.copy)
        copied.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.resize(900, 480)
        close.setFocus()

    def copy(self) -> None:
        """The report to the clipboard, as a spreadsheet takes it."""
        clipboard = QGuiApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(as_text(self._rows))

    def save(self) -> None:
        """The report to a file."""
        path = messages.ask_new_file(self, self._settings, _("Save the report"), _(FILES),
                                     name=_("import report") + ".csv")
        if path is not None:
            try:
                write(path, self._rows)
            except KnownError as error:
                messages.show_error(self, error)

    def _table(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setWordWrap(True)  # why a file was refused is read whole
        made.setHeaderLabels(list(headings()))
        made.setAccessibleName(_("What became of the files"))
        colours = theme.palette()
        for row in self._rows:
            item = QTreeWidgetItem(list(row.cells))
            item.setSizeHint(0, QSize(0, ROW))
            for column, text in enumerate(row.cells):
                item.setToolTip(column, text)
            if row.outcome is Outcome.REFUSED:
                item.setForeground(0, colours.bad)
            elif row.outcome is Outcome.LEFT_OUT:
                item.setForeground(0, colours.warn)
            made.addTopLevelItem(item)
        head = made.header()
        if head is not None:
            head.sectionResized.connect(lambda column, _was, width: _fit(made, width) if column == REMARKS else None)
            for column, width in enumerate((90, 190, 190)):
                head.resizeSection(column, width)
            head.setSectionResizeMode(REMARKS, QHeaderView.ResizeMode.Stretch)
        return made


def _fit(table: QTreeWidget, width: int) -> None:
    """Make each row as high as its remarks are, in a column of this width: a tree does not wrap by itself."""
    metrics, wrap = table.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
    for row in range(table.topLevelItemCount()):
        item = table.topLevelItem(row)
        if item is not None and item.text(REMARKS):
            lines = metrics.boundingRect(QRect(0, 0, max(1, width - _BESIDE), 10_000), wrap, item.text(REMARKS))
            item.setSizeHint(REMARKS, QSize(0, ROW + lines.height() - metrics.height()))

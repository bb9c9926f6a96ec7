# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the codebook: each act that changed it, and what differs between two days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.coder.codebook import difference_html
from app.desk import Desk
from app.settings import Settings
from app.widgets.day_field import DayField
from app.widgets.exporting import Exporter, Format, export_button, file_name
from coding import codebook_history
from coding.code_changes import Alteration
from coding.codebook_history import Entry
from coding.codebook_log import utc
from coding.language import _, ngettext, short_date
from coding.reports.cover import cover

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class HistoryDialog(QDialog):
    """Two pages on one log. Reads at once: a log of ten thousand acts takes a fraction of a second."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._exporter = Exporter(desk, settings, self)
        self.setWindowTitle(_("History of the codebook"))
        self.resize(860, 620)
        self.entries: list[Entry] = desk.read_now(codebook_history.timeline)
        self.found: list[Alteration] = []
        self.acts = ActsPage(self.entries)
        first = self.entries[-1].at.date() if self.entries else date.today()
        self.since = DayField(max(first, date.today() - WEEK), _("From"))
        self.until = DayField(date.today(), _("To"))
        self.differences = QTextBrowser()
        self.differences.setProperty("role", "page")
        self.differences.setAccessibleName(_("What differs between the two days"))
        self.said = parts.label("", "muted", wrap=True)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.acts, _("Changes"))
        self.tabs.addTab(self._make_differences(), _("Between two days"))
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.addWidget(export_button(self._exporter, self.formats, self))
        foot.addStretch(1)
        foot.addWidget(parts.button(_("Close"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._exporter.outcome)
        column.addLayout(foot)
        for field in (self.since, self.until):
            field.dateChanged.connect(lambda _day: self.compare())
        self.compare()
        self.acts.search.setFocus()
        self.finished.connect(self.deleteLater)

    def compare(self) -> None:
        """Show what differs between the morning of the first day and the evening of the second."""
        since, until = sorted((self.since.day(), self.until.day()))
        self.found = self._desk.read_now(
            lambda session: codebook_history.differences(session, utc(since), utc(until + DAY)))
        if self.found:
            codes = len({change.guid for change in self.found})
            self.said.setText(ngettext("{n} code differs.", "{n} codes differ.", codes).format(n=codes))
        else:
            self.said.setText(_("The codebook is the same."))
        self.differences.setHtml(difference_html.grouped(self.found))

    def formats(self) -> list[Format]:
        """The ways out of the page that is shown."""
        from coding.reports import codebook_changes  # brings python-docx along

        name = self._desk.store.path.stem
        if self.tabs.currentIndex() == 0:
            entries = self.acts.shown
            front = self._desk.read_now(lambda session: cover(session, _("History of the codebook")))
            name = file_name(name, _("history of the codebook"))
            return _formats(name, lambda path: codebook_changes.write_history_docx(path, entries, front),
                            lambda path: codebook_changes.write_history_csv(path, entries))
        found, days = self.found, sorted((self.since.day(), self.until.day()))
        said = _("From {since} to {until}").format(since=short_date(days[0]), until=short_date(days[1]))
        front = self._desk.read_now(lambda session: cover(session, _("Changes of the codebook"), said))
        name = file_name(name, _("codebook"), f"{days[0].isoformat()}_{days[1].isoformat()}")
        return _formats(name, lambda path: codebook_changes.write_differences_docx(path, found, front),
                        lambda path: codebook_changes.write_differences_csv(path, found))

    def _make_differences(self) -> QWidget:
        page = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(12, 10, 12, 4)
        for title, field in ((_("From"), self.since), (_("To"), self.until)):
            caption = parts.label(title, "muted")
            caption.setBuddy(field)
            line.addWidget(caption)
            line.addWidget(field)
        line.addSpacing(8)
        line.addWidget(self.said, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(_padded(self.differences), 1)
        return page


class ActsPage(QWidget):
    """The acts, the latest first, those on a code when one is sought; below, what the current one changed."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.shown: list[Entry] = list(entries)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Code…"))
        self.search.setAccessibleName(_("Find the changes of a code"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.list = QTreeWidget()
        self.list.setAccessibleName(_("Changes of the codebook"))
        self.list.setHeaderLabels([_("When"), _("What"), _("Interview"), _("By")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        for place, width in enumerate((130, 380, 170)):
            self.list.setColumnWidth(place, width)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.detail = QTextBrowser()
        self.detail.setProperty("role", "page")
        self.detail.setAccessibleName(_("What this changed"))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(_padded(self.detail))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 8)
        head.addWidget(self.search)
        column.addLayout(head)
        column.addWidget(split, 1)
        self._fill("")

    def _fill(self, text: str) -> None:
        self.shown = [entry for entry in self._entries if entry.holds(text)]
        self.list.clear()
        self.list.addTopLevelItems([QTreeWidgetItem([
            f"{short_date(entry.at.date())} {entry.at:%H:%M}", entry.act[:1].upper() + entry.act[1:], entry.interview,
            entry.coder]) for entry in self.shown])
        if self.shown:
            self.list.setCurrentItem(self.list.topLevelItem(0))
        else:
            self._show(None)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            said = _("No change of such a code.") if self.search.text().strip() else _("Nothing was changed yet.")
            self.detail.setPlainText(said)
            return
        entry = self.shown[self.list.indexOfTopLevelItem(item)]
        self.detail.setHtml("".join(difference_html.line(change) for change in entry.changes))


def _formats(name: str, word: Callable[[Path], None], table: Callable[[Path], None]) -> list[Format]:
    return [Format(_("Word…"), _("Word documents (*.docx)"), f"{name}.docx", write=word,
                   what="codebook_history"),
            Format(_("Table (csv)…"), _("CSV tables (*.csv)"), f"{name}.csv", write=table,
                   what="codebook_history")]


def _padded(inside: QWidget) -> QWidget:
    """The same paper, with air around the words."""
    paper = parts.Panel("page")
    box = QVBoxLayout(paper)
    box.setContentsMargins(12, 8, 4, 4)
    box.addWidget(inside)
    return paper

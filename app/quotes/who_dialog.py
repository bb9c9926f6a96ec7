# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is cited: participants, interviews or groups by chapter, and those never cited."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from app import messages, parts
from app.desk import Desk
from app.quotes.who_model import NAME, WhoModel
from app.relations.segments import Segments
from app.settings import Settings
from app.widgets import tables
from app.widgets.exporting import Exporter, Format, export_button, file_name
from app.widgets.freshness import Latest
from coding import citation_counts, exports_elsewhere
from coding.citation_counts import By, Counts
from coding.language import _, ngettext, number

KINDS: tuple[By, ...] = ("participant", "interview", "group")
NAMED = 12  # of those never cited


class WhoDialog(QDialog):
    """Reads once, when it opens."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counts: Counts | None = None
        self._by: By = "participant"
        self._exporter = Exporter(desk, settings, self)
        self.setWindowTitle(_("Who is cited"))
        self.kinds = Segments((_("Participants"), _("Interviews"), _("Groups")), _("Who is counted"))
        self.model = WhoModel(self)
        self.table = QTableView()
        self.said = parts.label("", "muted", wrap=True)
        self.total = parts.label("", "muted")
        self.export = export_button(self._exporter, self._formats, self)
        self._build()
        self.kinds.chosen.connect(self._turn)
        Latest(desk).read(citation_counts.read, self._show)
        self.finished.connect(self.deleteLater)

    def _show(self, counts: Counts) -> None:
        self._counts = counts
        self._turn(KINDS.index(self._by))
        self.total.setText(_("All coded passages, each once: {passages}; cited: {cited}").format(
            passages=number(counts.total.passages), cited=number(counts.total.cited)))

    def _turn(self, place: int) -> None:
        self._by = KINDS[place]
        if self._counts is None:
            return
        self.model.show(self._counts, self._by)
        head = self.table.horizontalHeader()
        if head is not None:
            head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.said.setText(self._told(self._counts))
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _told(self, counts: Counts) -> str:
        """How many are cited, and who never."""
        rows = [row for row in counts.by(self._by) if row.passages]
        cited, never = sum(bool(row.cited) for row in rows), citation_counts.never(rows)
        if not rows:
            return _("Nothing is coded yet.")
        if not cited:
            return _("No quote is cited yet. The chapters that cite one are named under “Cited in”, beside the list of "
                     "quotes.")
        said = _("{cited} of {all} with coded passages are cited.").format(cited=number(cited), all=number(len(rows)))
        if not never:
            return said
        names, more = ", ".join(never[:NAMED]), len(never) - NAMED
        who = _("Never: {names}.") if more <= 0 else ngettext(
            "Never: {names} and {n} more.", "Never: {names} and {n} more.", more)
        return f"{said} {who.format(names=names, n=number(more))}"

    def _formats(self) -> list[Format]:
        stem = file_name(self._desk.store.path.stem, _("who is cited"))
        return [
            Format(title, files, f"{stem}.{ending}", exports_elsewhere.citations, what="citations")
            for title, files, ending in (
                (_("Spreadsheet (.xlsx)…"), _("Spreadsheets (*.xlsx)"), "xlsx"),
                (_("Table (.csv)…"), _(messages.TABLES), "csv"),
            )
        ]

    def _build(self) -> None:
        self.table.setModel(self.model)
        tables.rows(self.table, _("Who is cited"), 32)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.setMinimumHeight(260)
        head = self.table.horizontalHeader()
        if head is not None:
            head.setMinimumSectionSize(72)
        tables.sortable(self.table, self.model.sort)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(parts.label(_("Who is cited"), "title"))
        top.addSpacing(12)
        top.addWidget(self.kinds)
        top.addStretch(1)
        top.addWidget(self.export)
        close = parts.button(_("Close"), self.accept, name="primary")
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.total, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self._exporter.outcome)
        column.addLayout(foot)
        self.resize(820, 520)
        self.table.setFocus()

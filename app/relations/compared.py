# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes and groups: how many interviews of each value, or group, hold each code."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PyQt6.QtCore import QModelIndex, pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.quotes.sections import Section, sections
from app.relations.asked import Asked
from app.relations.compared_model import Kept, kept_rows
from app.relations.compared_panel import ComparedPanel
from app.relations.compared_table import ComparedTable
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.freshness import Latest
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill, PillRow
from app.widgets.words import codes_counted, interviews_counted, joined
from coding import codebook, quotes
from coding.language import _, ngettext, quoted_list
from coding.quotes import Query
from coding.relations import by_attribute
from coding.relations.by_attribute import FEW, Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class ComparedView(QWidget):
    """``show_asked`` reads; ``tools`` are its pills, which the page places."""

    counted = pyqtSignal()  # what the status bar tells has changed

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest, self._latest_cell = Latest(desk), Latest(desk)
        self._asked = Asked()
        self.found: Comparison | None = None
        self.by = Pill(_("Side by side: {choice}"))
        self.kept = Pill(_("Codes: {choice}"))
        self.kept.offer([
            Choice("all", _("every code")), Choice("held", _("held by someone")),
            Choice("differs", _("that differ"), apart=True), Choice("one", _("in one column only")),
            Choice("everywhere", _("in every column"))], "all")
        self.kept.setToolTip(_("Differ: some columns hold the code and others do not"))
        self.tools = PillRow((self.by, self.kept))
        self.table, self.empty, self.panel = ComparedTable(), Empty(), ComparedPanel(desk)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        self._few, self._legend = parts.label("", "warn", wrap=True), parts.label("", "faint", wrap=True)
        self._build(settings)
        self.by.chosen.connect(lambda _key: self.show_asked(self._asked))
        self.kept.chosen.connect(lambda _key: self._redraw())
        self.table.opened.connect(self._open)
        self.table.entered.connect(self.panel.list.setFocus)

    def _build(self, settings: Settings) -> None:
        left = parts.Panel("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        for label, below in ((self._few, 0), (self._legend, 10)):
            label.setContentsMargins(16, 6, 14, below)
            column.addWidget(label)
        KeptSplitter("relations.compared", settings, (left, self.panel), usual=(820, 380), main=0, parent=self)

    def offer(self, attributes: Sequence[str], groups: int) -> None:
        """What can be set side by side: groups, when there are two at least, and attributes."""
        choices = [Choice(None, _("groups"))] if groups > 1 or not attributes else []
        choices += [Choice(name, name, apart=not n and bool(choices)) for n, name in enumerate(attributes)]
        self.by.offer(choices, self.by.current)
        self.tools.fit()

    @property
    def by_name(self) -> str | None:
        """The attribute whose values stand side by side; None for groups."""
        return cast("str | None", self.by.current)

    def show_asked(self, asked: Asked) -> None:
        """Read the project again."""
        self._asked = asked
        by, group_id = self.by_name, asked.group_id
        self._latest.read(lambda session: by_attribute.compare(session, by, group_id if by is not None else None),
                          self._show)

    def lead(self) -> QWidget:
        """What has the keys when the view is shown."""
        return self._pages.currentWidget() or self.table

    def status_text(self) -> str:
        """How much is shown."""
        if self.found is None:
            return ""
        codes = sum(1 for row in self.table.compared.rows if row.depth)
        return joined(interviews_counted(len(self.found.interviews)), codes_counted(codes))

    def hints(self) -> str:
        """The keys."""
        return _("Arrows move · Enter goes to the quotes")

    def rows_shown(self) -> list[by_attribute.Row]:
        """The rows of the theme and filter chosen."""
        if self.found is None:
            return []
        within = self._asked.within(self._desk.codebook)
        return kept_rows(self.found, cast(Kept, self.kept.current), None if within is None else frozenset(within))

    def _show(self, found: Comparison) -> None:
        self.found = found
        self._redraw()
        self.counted.emit()

    def _redraw(self) -> None:
        found = self.found
        if found is None:
            return
        kept = self._place()
        rows = self.rows_shown()
        self.table.compared.show(found, rows)
        self.table.fit()
        self._few.setText(_few_words(found))
        self._few.setVisible(bool(self._few.text()) and bool(rows))
        self._legend.setText(_legend(found))
        shown = bool(rows) and bool(found.columns)
        if not shown:
            self.empty.say(*_why_empty(found))
            self.panel.show_nothing()
        self._pages.setCurrentWidget(self.table if shown else self.empty)
        index = self.table.compared.locate(*kept) if kept is not None else QModelIndex()
        if index.isValid():
            self.table.setCurrentIndex(index)
            self._open(index)
        else:
            self.panel.show_nothing()

    def _place(self) -> tuple[int, str] | None:
        index, model = self.table.currentIndex(), self.table.compared
        if not index.isValid():
            return None
        return model.rows[index.row()].code_id, model.columns[index.column()].title

    def _open(self, index: QModelIndex) -> None:
        found = self.found
        if found is None or not index.isValid():
            return
        row = self.table.compared.rows[index.row()]
        column = self.table.compared.columns[index.column()]
        holders = tuple(key for key in column.interview_ids if key in row.holders)
        self._latest_cell.read(
            lambda session: _quotes(session, row.code_id, holders),
            lambda made: self.panel.show_cell(found, row, column, made, self._asked.language))


def _quotes(session: Session, code_id: int, interview_ids: tuple[int, ...]) -> list[Section]:
    if not interview_ids:
        return []
    found = quotes.find(session, Query(code_ids=(code_id,), interview_ids=interview_ids), order="interview")
    return sections(found, codebook.read(session), order="interview", under=code_id)


def _few_words(found: Comparison) -> str:
    """The columns that are too small to be set beside the others."""
    few = [column.title for column in found.columns if column.few]
    if not few:
        return ""
    return _("Fewer than {n} interviews, to be read rather than compared: {columns}.").format(
        n=FEW, columns=quoted_list(few))


def _legend(found: Comparison) -> str:
    words = [_("n/N: of N interviews, n hold the code or one below it")]
    if found.several:
        words.append(ngettext("{n} interview stands in several columns", "{n} interviews stand in several columns",
                              found.several).format(n=found.several))
    if found.bare:
        words.append(ngettext("{n} interview without any code counts in N", "{n} interviews without any code count "
                              "in N", found.bare).format(n=found.bare))
    return joined(*words)


def _why_empty(found: Comparison) -> tuple[str, str]:
    if not found.rows:
        return _("No codebook yet"), _("Create codes while you read, or import a codebook.")
    if not found.columns:
        return _("Nothing to set side by side yet"), _("Put interviews in groups, or give them attributes, in Corpus.")
    return _("No code is like that here"), _("Choose other codes, or every theme.")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Extraits: coded passages read by code, group, interview and attribute, and taken to Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PyQt6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.memos import links
from app.quotes import exports
from app.quotes.filters import Filters
from app.quotes.sections import Section, sections
from app.quotes.view import QuoteView
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill
from app.widgets.words import interviews_counted, joined, quotes_counted
from app.workspaces.base import Workspace
from coding import project as projects
from coding import quotes
from coding import scope as scopes
from coding.changes import Change
from coding.language import _
from coding.quotes import Order, Query
from coding.scope import Scope

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class _Found:
    """What one reading brought: the filters there are, the quotes filed, and how many of each."""

    scope: Scope
    language: str
    sections: list[Section]
    quotes: int
    interviews: int
    coded: bool


class QuotesWorkspace(Workspace):
    """Filters at the left, quotes at the right."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._tally = (0, 0)
        self.order: Order = "theme"
        self.filters = Filters()
        self.list = QuoteView(margin=22, size=16)
        self.empty = Empty()
        self._exporter = Exporter(desk, settings, self)
        self._count = parts.label("", "muted")
        self._order = Pill(_("Order: {choice}"))
        self._order.offer([Choice("theme", _("theme")), Choice("interview", _("interview"))], "theme")
        self._build()
        self._order.chosen.connect(self._reorder)
        self.filters.changed.connect(self.reload)
        self.list.place_asked.connect(desk.place_asked)
        self.list.link_asked.connect(partial(links.copy_passage, desk))
        self.empty.asked.connect(self.filters.clear)
        desk.changed.connect(self._follow)

    def _build(self) -> None:
        head = parts.Header(_("Quotes"))
        head.add_left(self._order)
        head.add_left(self._count)
        head.add_right(export_button(self._exporter, self._formats, self))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        right = parts.Panel("page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, self._pages, self._exporter.outcome):
            column.addWidget(part, 1 if part is self._pages else 0)
        KeptSplitter("quotes", self.settings, (self.filters, right), usual=(320, 950), main=1, parent=self)

    def activate(self) -> None:
        """Read what changed meanwhile."""
        self._fresh.catch_up()
        self.list.setFocus()

    def status_text(self) -> str:
        """How many are shown."""
        return self._count_text()

    def hints(self) -> str:
        """The keys of the list."""
        return _("Enter shows the place · Ctrl+C copies as cited · Ctrl+E to Word")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """To Word."""
        return {"quotes.export": lambda: self._exporter.run(self._formats()[0])}

    def reload(self) -> None:
        """Read the quotes that the filters ask for."""
        query, order = self.filters.query(), self.order
        self._latest.read(lambda session: _read(session, query, order), self._show)

    def ask(self, *keys: tuple[str, object]) -> None:
        """Show the quotes of these codes, groups, interviews or values, such as ("code", 3)."""
        self.filters.tick(*keys)

    def _show(self, found: _Found) -> None:
        self.filters.blockSignals(True)
        self.filters.show_scope(self.desk.codebook, self.desk.counts, found.scope)
        self.filters.blockSignals(False)
        self.list.show_sections(found.sections, self.desk.codebook, found.language)
        self._tally = (found.quotes, found.interviews)
        self._count.setText(self._count_text())
        if not found.quotes:
            self._say_empty(found.coded)
        self._pages.setCurrentWidget(self.list if found.quotes else self.empty)
        self.status_changed.emit()

    def _say_empty(self, coded: bool) -> None:
        if coded:
            self.empty.say(_("No quote answers these filters"), _("Untick some of them, or clear them all."),
                           _("Clear the filters"))
        else:
            self.empty.say(_("No quotes yet"),
                           _("Code a passage of an interview: it will stand here under its code, ready for Word."))

    def _count_text(self) -> str:
        found, interviews = self._tally
        return joined(quotes_counted(found), interviews_counted(interviews))

    def _reorder(self, key: object) -> None:
        self.order = cast(Order, key)
        self.reload()

    def _follow(self, _change: Change) -> None:
        self._fresh.mark()

    def _formats(self) -> list[Format]:
        return exports.formats(self.filters.query(), self.order, self.desk.store.path.stem)


def _read(session: Session, query: Query, order: Order) -> _Found:
    from coding import codebook

    book, about = codebook.read(session), projects.overview(session)
    found = quotes.find(session, query, order=order)
    return _Found(
        scopes.scope(session), about.language, sections(found, book, order=order),
        len(found), len({quote.interview_id for quote in found}), about.passages > 0,
    )

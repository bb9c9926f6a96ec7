# SPDX-License-Identifier: GPL-3.0-or-later
"""What the quotes are narrowed to: relations to other passages above, then everything that can be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app import parts
from app.quotes.filter_tree import FilterTree
from app.quotes.relation_rows import RelationRows
from app.quotes.states import Key, only
from app.widgets.words import interviews_counted, quotes_counted
from coding.codebook import Codebook
from coding.counts import Counts
from coding.language import _, number
from coding.quote_counts import Spread
from coding.quotes import Meets, Query
from coding.scope import Scope


class Filters(parts.Panel):
    """Holds the query; ``changed`` is emitted when it asks something else."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._query = Query()
        self._book = Codebook([])
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(_("Find a code, an interview…"))
        self.finder.setClearButtonEnabled(True)
        self.finder.setAccessibleName(_("Find a code, an interview…"))
        self.tree = FilterTree()
        self.relations = RelationRows()
        self.finder.textChanged.connect(self.tree.narrow)
        self.tree.asked.connect(self.show_query)
        self.relations.changed.connect(self._relate)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 2, 12, 0)
        inset.setSpacing(6)
        inset.addWidget(self.finder)
        inset.addWidget(self.relations)
        beside = QVBoxLayout()
        beside.setContentsMargins(4, 0, 8, 0)
        beside.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        column.addLayout(inset)
        column.addLayout(beside, 1)

    def query(self) -> Query:
        """What is asked."""
        return self._query

    def show_query(self, query: Query) -> None:
        """Ask for something else."""
        if query != self._query:
            self._query = query
            self.tree.show_query(query)
            self.relations.show_meets(query.meets, self._book)
            self.changed.emit()

    def show_scope(self, book: Codebook, counts: Counts, scope: Scope, people: Sequence[tuple[int, str]]) -> None:
        """List what there is."""
        self._book = book
        self.tree.show_scope(book, counts, scope, people)
        self.tree.narrow(self.finder.text())
        self.relations.show_meets(self._query.meets, book)

    def show_spread(self, spread: Spread, scope: Scope) -> None:
        """Say how the quotes found spread: quotes an interview, interviews a group or a value."""
        sizes = {row.id: row.interviews for row in scope.groups}
        for kind, value in self.tree.lines():
            if kind == "interview":
                self._tell((kind, value), spread.interviews.get(value, 0))
            elif kind == "person":
                self._tell((kind, value), spread.people.get(value, 0))
            elif kind == "group":
                held = spread.groups.get(value, 0)
                self.tree.tell((kind, value), _("{n} of {total}").format(n=number(held), total=number(sizes[value])),
                               _("Interviews of the group where there are quotes"))
            elif kind == "where":
                held = spread.value(*value)
                self.tree.tell((kind, value), number(held),
                               _("Quotes found in {interviews}").format(interviews=interviews_counted(held)))

    def tick(self, *keys: Key) -> None:
        """Ask for these and nothing else."""
        self.show_query(only(keys))

    def clear(self) -> None:
        """Ask for everything."""
        self.show_query(Query())

    def _relate(self, meets: tuple[Meets, ...]) -> None:
        self.show_query(replace(self._query, meets=meets))

    def _tell(self, key: Key, quotes: int) -> None:
        self.tree.tell(key, number(quotes) if quotes else "–",
                       _("Found: {quotes}").format(quotes=quotes_counted(quotes)))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel beside attributes and groups: who holds the code of a cell, who does not, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.memos import links
from app.quotes.sections import Section
from app.quotes.view import QuoteView
from coding.language import _, percent
from coding.relations.by_attribute import Column, Comparison, Row, share


class ComparedPanel(parts.Panel):
    """Names above, quotes below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._title, self._count = parts.Elided("", "heading"), parts.label("", "muted")
        self.holding, self.others = parts.label("", wrap=True), parts.label("", "muted", wrap=True)
        self.list = QuoteView(margin=12, size=14)
        self.list.setProperty("role", "panel")
        self.list.place_asked.connect(desk.place_asked)
        self.list.link_asked.connect(partial(links.copy_passage, desk))
        self._hint = parts.label(_("Choose a cell: who holds the code stands here, and what they say."), "hint",
                                 wrap=True)
        head = parts.Panel("header")
        head.setFixedHeight(48)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(10)
        line.addWidget(self._title, 1)
        line.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        for label in (self._hint, self.holding, self.others):
            label.setContentsMargins(12, 10, 12, 0)
            column.addWidget(label)
        column.addSpacing(10)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self._title.show_text(_("Cell"))
        self._count.setText("")
        for widget, shown in ((self._hint, True), (self.holding, False), (self.others, False), (self.list, False)):
            widget.setVisible(shown)

    def show_cell(self, found: Comparison, row: Row, column: Column, sections: Sequence[Section],
                  language: str) -> None:
        """Show who of a column holds a code."""
        titles = {ref.id: ref.title for ref in found.interviews}
        held = [titles[key] for key in column.interview_ids if key in row.holders]
        not_held = [titles[key] for key in column.interview_ids if key not in row.holders]
        part = share(len(held), len(column.interview_ids))
        figure = f"{len(held)}/{len(column.interview_ids)}"
        self._title.show_text(f"{row.name} × {column.title}")
        self._count.setText(figure if part is None else f"{figure} ({percent(part)})")
        self.holding.setText(_("Hold it: {interviews}").format(interviews=", ".join(held) or "–"))
        self.others.setText(_("Do not: {interviews}").format(interviews=", ".join(not_held) or "–"))
        self._hint.hide()
        self.holding.show()
        self.others.show()
        self.list.setVisible(bool(held))
        self.list.show_sections(sections, self._desk.codebook, language)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The profile of one interview, set as a page: who, in what circumstances, the portrait, the code line, the strong
quotes, the memos."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PyQt6.QtCore import QModelIndex, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QResizeEvent
from PyQt6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QScrollArea, QTreeView, QVBoxLayout, QWidget

from app import parts, theme
from app.desk import Desk
from app.memos import links
from app.profiles.code_line import CodeLine
from app.profiles.portrait import Portrait
from app.quotes.sections import Section
from app.quotes.view import QuoteView
from coding import memo_links
from coding.language import _
from coding.profiles import words
from coding.profiles.profile import Profile

WIDEST, SIDE = 900, 36  # pixels of the page, and of its margins
FACTS = 150  # pixels of what is told, before what it is
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse


class Sheet(QScrollArea):
    """``place_asked`` carries interview id, start and end: what is to be shown in its transcript."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.profile: Profile | None = None
        self.title = parts.label("", font=theme.ui_font(23, QFont.Weight.DemiBold))
        self.subtitle = parts.label("", "muted", wrap=True)
        self.read = parts.button(_("Read the interview"), self._read_it, name="flat", icon="book")
        self.portrait = Portrait(desk)
        self.line = CodeLine()
        self.legend = parts.label(_("A bar is a passage: a click leads to it. Under a stroke: a strong quote. ◆ first "
                                    "seen in this interview, in the order of the group."), "faint", wrap=True)
        self.uncoded = parts.label("", "hint", wrap=True)
        self.quotes = QuoteView(flat=True, margin=0, size=16)
        self.quotes.setAccessibleName(_("Strong quotes"))
        self.quotes.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.no_quote = parts.label(
            _("No strong quote yet. While you code, Ctrl+B marks a passage as one; it will stand here."), "hint",
            wrap=True)
        self._click = parts.label(_("a click shows the place"), "faint")
        self._people, self._facts, self._unheard = (_Facts() for _each in range(3))
        self._memos = _Facts(theme.reading_font(15))
        self._build()
        self.line.place_asked.connect(self.place_asked)
        self.quotes.place_asked.connect(self.place_asked)
        self.quotes.link_asked.connect(partial(links.copy_passage, desk))
        self.quotes.measured.connect(self._fit_quotes)
        for view in (self.line.view, self.quotes):
            selection = view.selectionModel()
            if selection is not None:
                selection.currentChanged.connect(partial(self._bring, view))

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.read, 0, Qt.AlignmentFlag.AlignTop)
        paper = QWidget()
        paper.setMaximumWidth(WIDEST)
        column = QVBoxLayout(paper)
        column.setContentsMargins(SIDE, 26, SIDE, 48)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.subtitle)
        for space, part in (
            (18, self._people), (6, self._facts), (26, _heading(_("Portrait"))), (6, self.portrait),
            (26, _heading(_("Themes along the interview"))), (2, self.line), (6, self.legend),
            (0, self.uncoded), (10, self._unheard),
            (26, _heading(_("Strong quotes"), self._click)), (8, self.quotes), (0, self.no_quote),
        ):
            column.addSpacing(space)
            column.addWidget(part)
        self._memos_title = _heading(_("Memos"))
        column.addSpacing(20)
        column.addWidget(self._memos_title)
        column.addSpacing(6)
        column.addWidget(self._memos)
        column.addStretch(1)
        page = parts.Panel("page")
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(paper, 1000)
        across.addStretch(1)
        self.setWidget(page)

    def show_profile(self, profile: Profile) -> None:
        """Show an interview; what is open in it stays so when it is the one already shown."""
        before = self.profile
        anew = before is None or before.interview_id != profile.interview_id
        self.portrait.show_profile(profile)
        self.profile = profile
        self.title.setText(profile.title)
        self.subtitle.setText(words.subtitle(profile))
        self._people.show_lines([(one.name, words.person(one)) for one in profile.people])
        self._facts.show_lines(words.facts(profile))
        if before is None or before.themes != profile.themes or anew:
            self._show_codings(profile, anew=anew)
        self._show_memos(profile)
        if anew:
            self._to_top()

    def keep(self) -> None:
        """Record what is being written."""
        self.portrait.keep()

    def _show_codings(self, profile: Profile, *, anew: bool) -> None:
        self.line.show_profile(profile, self._desk.codebook, anew=anew)
        for part in (self.line, self.legend):
            part.setVisible(bool(profile.raised))
        self.uncoded.setText(_("Nothing is coded in this interview yet: read it, and what you code stands here."))
        self.uncoded.setVisible(not profile.passages)
        self._unheard.show_lines(words.unheard(profile) if profile.passages else [])
        strong = tuple(mark.quote for mark in profile.strong)
        self.quotes.show_sections([Section("", "", strong)], self._desk.codebook, profile.language)
        self.quotes.setVisible(bool(strong))
        self._click.setVisible(bool(strong))
        self.no_quote.setVisible(not strong)
        self._fit_quotes()

    def _show_memos(self, profile: Profile) -> None:
        found = [link for memo in profile.memos for link in memo_links.links(memo.text)]
        targets = self._desk.read_now(lambda session: memo_links.resolve(session, found)) if found else {}
        self._memos.show_lines([(memo.title, memo_links.rendered(memo.text, targets, profile.language))
                                for memo in profile.memos])
        for part in (self._memos_title, self._memos):
            part.setVisible(bool(profile.memos))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Quotes wrap anew at another width."""
        super().resizeEvent(event)
        self._fit_quotes()

    def _fit_quotes(self) -> None:
        self.quotes.setFixedHeight(self.quotes.content_height() + 4)

    def _bring(self, view: QTreeView, index: QModelIndex) -> None:
        """Scroll to the row that a key moved to: its own view is as tall as all its rows."""
        viewport, page = view.viewport(), self.widget()
        if view.hasFocus() and viewport is not None and page is not None:
            row = view.visualRect(index)
            at = viewport.mapTo(page, row.topLeft())
            self.ensureVisible(0, at.y() + min(row.height(), 120), 0, 16)
            self.ensureVisible(0, at.y(), 0, 16)

    def _to_top(self) -> None:
        bar = self.verticalScrollBar()
        if bar is not None:
            bar.setValue(0)

    def _read_it(self) -> None:
        if self.profile is not None:
            self.place_asked.emit(self.profile.interview_id, 0, 0)


class _Facts(QWidget):
    """Lines of what is told and what it is; where nothing names it, the words take the whole line."""

    def __init__(self, font: QFont | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font = font
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, FACTS)
        self._grid.setColumnStretch(1, 1)
        self._shown: Sequence[tuple[str, str]] = ()

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Replace them."""
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        _empty(self._grid)
        for row, (name, text) in enumerate(lines):
            value = _selectable(text, self._font)
            if name:
                title = parts.label(name, "muted", wrap=True)
                title.setFixedWidth(FACTS)
                self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(value, row, 1)
            else:
                self._grid.addWidget(value, row, 0, 1, 2)


def _selectable(text: str, font: QFont | None) -> QLabel:
    made = parts.label(text, wrap=True, font=font)
    made.setTextInteractionFlags(_SELECTABLE)
    return made


def _heading(text: str, aside: QWidget | None = None) -> QWidget:
    """A heading over a line across the page, something said at its right."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    line = QHBoxLayout()
    line.addWidget(parts.label(text, "heading"))
    line.addStretch(1)
    if aside is not None:
        line.addWidget(aside)
    column.addLayout(line)
    column.addWidget(parts.Panel("rule"))
    return made


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Extraits: coded passages asked for, read, put in order, made ready to be cited, and taken to Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PyQt6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.acts import citations, queries
from app.desk import Desk
from app.memos import links
from app.name_dialog import ask_name
from app.quotes import asked, exports, layout_dialog, layout_kept, reading
from app.quotes.asked_line import AskedLine
from app.quotes.cited_panel import CitedPanel
from app.quotes.filters import Filters
from app.quotes.giving import Giving
from app.quotes.interview_strip import InterviewStrip
from app.quotes.quote_list import QuoteList
from app.quotes.reading import Found
from app.quotes.saved_pill import SavedPill
from app.quotes.sections import Section, moved
from app.quotes.states import turned
from app.quotes.who_dialog import WhoDialog
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Choice, Pill
from app.widgets.words import interviews_counted, joined, quotes_counted
from app.workspaces.base import Workspace
from coding import quote_context
from coding.changes import Change
from coding.language import _, ngettext, number
from coding.quotes import Query, Quote
from coding.reports.quote_layout import Grouping

PAUSE = 150  # ms without typing before the words are looked for
FOLDED = "quotes.cited"


class QuotesWorkspace(Workspace):
    """Filters at the left, quotes in the middle, at the right the quote as it is cited."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._found: Found | None = None
        self._tally = (0, 0)
        self.grouping: Grouping = "theme"
        self.filters = Filters()
        self.saved = SavedPill(desk)
        self._gone = parts.label("", "warn", wrap=True)
        self._around: dict[int, tuple[int, int]] = {}
        self.words = _words_line()
        self.asked = AskedLine()
        self.strip = InterviewStrip()
        self.list = QuoteList(desk.read_only)
        self.giving = Giving(self, desk, settings, self.list)
        self.cited = CitedPanel(desk)
        self.empty = Empty()
        self._exporter = Exporter(desk, settings, self)
        self._count = parts.label("", "muted")
        self._order = Pill(_("Order: {choice}"))
        self._order.offer([Choice("theme", _("theme")), Choice("interview", _("interview")),
                           Choice("query", _("saved query"))], "theme")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._build()
        self._connect()

    def _build(self) -> None:
        head = parts.Header(_("Quotes"))
        head.add_left(self.saved)
        head.add_left(self._order)
        head.add_left(self._count)
        self._fold = parts.button("", self.fold_cited, name="flat", icon="panel-right")
        self._fold.setCheckable(True)
        self._fold.setToolTip(_("Show the quote as it is cited, or put it away"))
        self._fold.setAccessibleName(self._fold.toolTip())
        head.add_right(self.words)
        head.add_right(export_button(self._exporter, self._formats, self, (_("Page layout…"), self._ask_layout)))
        head.add_right(self._fold)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        middle = parts.Panel("page")
        column = _column(middle)
        self._gone.setContentsMargins(22, 4, 14, 0)
        self._gone.hide()
        for part in (self.asked, self._gone, self.strip, self._pages, self._exporter.outcome):
            column.addWidget(part, 1 if part is self._pages else 0)
        body = QWidget()
        KeptSplitter("quotes.page", self.settings, (self.filters, middle, self.cited), usual=(290, 620, 370), main=1,
                     parent=body)
        whole = _column(self)
        whole.addWidget(head)
        whole.addWidget(body, 1)
        self._show_folded()

    def _connect(self) -> None:
        self._order.chosen.connect(self._reorder)
        self.filters.changed.connect(self._asked_anew)
        self.asked.asked.connect(self._ask_less)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.words.returnPressed.connect(self._seek)
        self._pause.timeout.connect(self._seek)
        self.strip.asked.connect(lambda key: self.filters.show_query(turned(self.filters.query(), ("interview", key))))
        self.list.place_asked.connect(self.desk.place_asked)
        self.list.link_asked.connect(partial(links.copy_passage, self.desk))
        self.list.told.connect(self._exporter.outcome.say)
        self.list.current_changed.connect(self._show_cited)
        self.list.strong_asked.connect(self._mark_strong)
        self.list.order_asked.connect(self._arrange)
        self.list.usual_asked.connect(lambda section: self._give_order(section, []))
        self.list.context_asked.connect(self._more_around)
        self.list.extra = self._offer_citing
        self.saved.taken.connect(self._take)
        self.cited.review_asked.connect(self._review)
        self.cited.who_asked.connect(self.show_who)
        self.empty.asked.connect(self._clear)
        for keys, act, widget in (("F2", self.edit_cited, self), ("Ctrl+K", self.giving.ask, self.list),
                                  ("Ctrl+F", self.seek_words, self), ("Esc", self.list.setFocus, self.cited)):
            QShortcut(QKeySequence(keys), widget, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.desk.changed.connect(self._follow)

    # -- what the shell asks -------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Read what changed meanwhile."""
        self._fresh.catch_up()
        self.list.setFocus()

    def settle(self) -> None:
        """Record what is being written."""
        self.cited.settle()
        self.giving.recent.keep()

    def status_text(self) -> str:
        """How many are shown."""
        return self._count_text()

    def hints(self) -> str:
        """The keys of the list."""
        return _("Enter shows the place · → context · F2 edits the citation · Ctrl+B strong · Ctrl+C copies")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """To Word, and who is cited."""
        return {"quotes.export": lambda: self._exporter.run(self._formats()[0]), "quotes.who": self.show_who}

    def reload(self) -> None:
        """Read the quotes that the filters ask for."""
        query, grouping = self.filters.query(), self.grouping
        self._latest.read(lambda session: reading.read(session, query, grouping), self._show)

    def ask(self, *keys: tuple[str, object]) -> None:
        """Show the quotes of these codes, groups, interviews or values, such as ("code", 3)."""
        self.saved.leave()
        self.filters.tick(*keys)

    def edit_cited(self) -> None:
        """Go to the text as it will be printed."""
        if self.list.current_quote() is not None:
            if self.cited.isHidden():
                self.fold_cited()
            self.cited.text.setFocus()

    def seek_words(self) -> None:
        """Go to the words sought."""
        self.words.setFocus()
        self.words.selectAll()

    def show_who(self) -> None:
        """How often each participant is cited."""
        self.cited.settle()
        WhoDialog(self.desk, self.settings, self).open()

    def fold_cited(self) -> None:
        """Put the quote as cited away, or show it."""
        folded = self.settings.folded_panels
        self.settings.folded_panels = ([name for name in folded if name != FOLDED] if FOLDED in folded
                                       else [*folded, FOLDED])
        self._show_folded()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """↓ goes from the words to the quotes."""
        if event is not None and event.key() == Qt.Key.Key_Down and self.words.hasFocus():
            self.list.setFocus()
            return
        super().keyPressEvent(event)

    # -- what is shown -------------------------------------------------------------------------------------------

    def _show(self, found: Found) -> None:
        self._found = found
        self.filters.show_scope(self.desk.codebook, self.desk.counts, found.scope, list(found.people.items()))
        self.filters.show_spread(found.spread, found.scope)
        query = self.filters.query()
        named = asked.names(self.desk.codebook, found.scope, found.people)
        self.asked.show_pieces(asked.pieces(query, named))
        self._show_saved()
        self.strip.show_bars(found.bars, frozenset(query.interview_ids))
        self.strip.setVisible(len(found.bars) > 1 and found.quotes > 0)
        self.list.mark(query.words)
        self.list.show_sections(found.sections, self.desk.codebook, found.language)
        self._tally = (found.quotes, len(found.spread.interviews))
        self._count.setText(self._count_text())
        if not found.sections:
            self._say_empty(found)
        self._pages.setCurrentWidget(self.list if found.sections else self.empty)
        self.status_changed.emit()

    def _say_empty(self, found: Found) -> None:
        if found.quotes:
            self.empty.say(_("No saved query finds these quotes"),
                           _("Save what you ask under a name: its quotes will stand under it here."))
        elif found.coded:
            self.empty.say(_("No quote matches these filters"), _("Untick some of them, or clear them all."),
                           _("Clear the filters"))
        else:
            self.empty.say(_("No quotes yet"),
                           _("Code a passage of an interview: it will stand here under its code, ready for Word."))

    def _show_saved(self) -> None:
        if self._found is not None:
            self.saved.show_saved(self._found.saved, self.filters.query())
        taken = self.saved.found()
        gone = taken.gone if taken is not None else 0
        self._gone.setText(ngettext(
            "{n} thing that this query asked for is gone from the project: it is left out.",
            "{n} things that this query asked for are gone from the project: they are left out.", gone,
        ).format(n=number(gone)))
        self._gone.setVisible(gone > 0)

    def _count_text(self) -> str:
        found, interviews = self._tally
        return joined(quotes_counted(found), interviews_counted(interviews))

    def _show_cited(self, quote: Quote | None) -> None:
        if not self.cited.isHidden():
            self.cited.show_quote(quote)

    def _show_folded(self) -> None:
        folded = FOLDED in self.settings.folded_panels
        if folded:
            self.cited.settle()
        self.cited.setVisible(not folded)
        self._fold.setChecked(not folded)
        self._show_cited(self.list.current_quote())

    # -- what is asked -------------------------------------------------------------------------------------------

    def _asked_anew(self) -> None:
        words = self.filters.query().words
        if self.words.text().strip() != words:
            self.words.setText(words)
            self._pause.stop()
        self.reload()

    def _take(self, query: Query) -> None:
        self.filters.show_query(query)
        self._show_saved()

    def _ask_less(self, query: Query) -> None:
        if query == Query():
            self.saved.leave()
        self.filters.show_query(query)

    def _review(self, passage_ids: tuple[int, ...]) -> None:
        self._ask_less(Query(passage_ids=passage_ids))
        self.list.setFocus()

    def _clear(self) -> None:
        self._ask_less(Query())

    def _seek(self) -> None:
        self._pause.stop()
        self.filters.show_query(replace(self.filters.query(), words=self.words.text().strip()))

    def _reorder(self, key: object) -> None:
        self.grouping = cast(Grouping, key)
        self.reload()

    def _follow(self, _change: Change) -> None:
        self._fresh.mark()

    def _formats(self) -> list[Format]:
        layout = layout_kept.read(self.settings).layout(self.grouping)
        return exports.formats(self.filters.query(), layout, self.desk.store.path.stem)

    def _ask_layout(self) -> None:
        dialog = layout_dialog.ask_layout(self.desk, self.settings, self.list.current_quote(), self)
        dialog.word_asked.connect(lambda: self._exporter.run(self._formats()[0]))

    # -- what is done --------------------------------------------------------------------------------------------

    def _mark_strong(self, chosen: list[Quote], strong: bool) -> None:
        queries.mark_strong(self.desk, passage_ids=[quote.passage_id for quote in chosen], strong=strong)

    def _more_around(self, quote: Quote, before: int, after: int) -> None:
        had = self._around.get(quote.passage_id, (0, 0))
        wanted = (max(0, had[0] + before), max(0, had[1] + after))
        self._around[quote.passage_id] = wanted
        if not any(wanted):
            self.list.show_around(quote.passage_id, None)
            return
        found = self.desk.read_now(lambda session: quote_context.around(
            session, quote.interview_id, quote.start, quote.end, turns=max(wanted)))
        self._around[quote.passage_id] = (min(wanted[0], len(found.before)), min(wanted[1], len(found.after)))
        self.list.show_around(quote.passage_id, quote_context.Context(
            found.before[len(found.before) - min(wanted[0], len(found.before)):], found.after[:wanted[1]]))

    def _offer_citing(self, menu: QMenu, chosen: list[Quote]) -> None:
        ids, kept_back = [quote.passage_id for quote in chosen], all(quote.cited.is_withheld for quote in chosen)
        code = menu.addAction(_("Give codes…"), self.giving.ask)
        withhold = menu.addAction(_("Do not cite"), lambda: citations.withhold_all(
            self.desk, passage_ids=ids, withheld=not kept_back))
        cite = menu.addAction(_("Cited in…"), lambda: ask_name(
            self, _("Cited in"), lambda chapter: citations.cite_all_in(self.desk, passage_ids=ids, chapter=chapter)))
        edit = menu.addAction(_("Edit as cited"), self.edit_cited)
        if code is not None and withhold is not None and cite is not None and edit is not None:
            code.setShortcut(QKeySequence("Ctrl+K"))
            withhold.setCheckable(True)
            withhold.setChecked(kept_back)
            edit.setShortcut(QKeySequence("F2"))
            for action in (code, withhold, cite, edit):
                action.setEnabled(not self.desk.read_only)

    def _arrange(self, section: Section, passage_ids: list[int], to: int) -> None:
        hand = self._found.hands.get(section.key or 0, ()) if self._found is not None else ()
        self._give_order(section, moved(section, passage_ids, to, hand))

    def _give_order(self, section: Section, passage_ids: list[int]) -> None:
        if section.heading is not None and section.key is not None:
            queries.arrange(self.desk, heading=section.heading, key=section.key, passage_ids=passage_ids)


def _words_line() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(_("Words in the quotes…"))
    made.setAccessibleName(_("Words in the quotes"))
    made.setToolTip(_("All of these words, accents and capitals aside; a phrase between quotation marks"))
    made.setClearButtonEnabled(True)
    made.setFixedWidth(210)
    return made


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made

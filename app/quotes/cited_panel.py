# SPDX-License-Identifier: GPL-3.0-or-later
"""The quote as it is cited: the transcript's words above, below them the text as it will be printed, checked as it is
written; what is never to be cited, and which chapters cite it. The transcript itself never changes."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeySequence, QShortcut, QShowEvent
from PyQt6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app import parts, theme
from app.acts import citations as acts
from app.coder.passage.flow import Flow
from app.desk import Desk
from app.name_dialog import NameDialog
from app.quotes.cited_check import CheckLine
from app.quotes.cited_in import CitedIn
from app.quotes.cited_source import MARGIN, SourceText
from app.quotes.cited_text import CitedText
from app.quotes.keys import ADD, CUT
from app.widgets.freshness import Freshness, Latest
from coding import citations, citations_astray, citing, project
from coding.changes import Change
from coding.citations import AS_IT_STANDS, Cited
from coding.citing import Fault, Span
from coding.language import _, ngettext, number
from coding.quotes import Quote
from coding.typography import one_line

PAUSE_MS = 150


class CitedPanel(parts.Panel):
    """``show_quote`` shows another quote, or none; ``settle`` records at once what is being written. ``review_asked``
    carries the passages whose text no longer holds (a tuple of ids); ``who_asked``: how often each is cited."""

    review_asked = pyqtSignal(object)
    who_asked = pyqtSignal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._quote: Quote | None = None
        self._cited: Cited = AS_IT_STANDS
        self._whole = False  # whether the whole interview is withheld
        self._shares = False  # whether a passage that is withheld has words of this one
        self._untidy = False  # whether there is something to clean up
        self._language = desk.read_now(project.language)
        self._astray: tuple[int, ...] = ()
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self._look_astray)
        self.source = SourceText()
        self.text = CitedText()
        self.check = CheckLine()
        self.preview = _preview()
        self.note = parts.label("", "muted", wrap=True)
        self.withheld = QCheckBox(_("Do not cite"))
        self.cited_in = CitedIn()
        self._make_buttons()
        self._build()
        self._connect()
        self.show_quote(None)

    def show_quote(self, quote: Quote | None) -> None:
        """Show another quote, once what is being written is recorded."""
        same = quote is not None and self._quote is not None and quote.passage_id == self._quote.passage_id
        if not same:
            self.settle()
        before, self._quote = self._quote, quote
        self._pages.setCurrentWidget(self._empty if quote is None else self._body)
        if quote is None:
            return
        if not same or before is None or before.plain != quote.plain:
            self.source.show_text(quote.plain)
        if not same:
            self.text.show_text("")
        self._read()

    def settle(self) -> None:
        """Record what is being written."""
        if self._quote is not None:
            self.text.keep()
            self.cited_in.keep()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Look again for what no longer holds."""
        super().showEvent(event)
        self._fresh.catch_up()

    def cut(self) -> None:
        """Leave out the words selected, in the transcript or in the text, for «[…]»."""
        place = self.text.picked() or self._answer(self.source.picked())
        if place is not None and self._writes():
            self._put(citing.elided(self.text.written(), [place]))

    def add(self) -> None:
        """Ask for a precision, put between brackets after the caret's word."""
        if self._writes():
            NameDialog(_("Clarify"), self._add, self, caption=_("Words to add between brackets")).open()

    def tidy(self) -> None:
        """Propose the text without what speech leaves."""
        if self._writes():
            self._put(citing.tidied(self.text.written(), self._language))

    def restore(self) -> None:
        """Back to the transcript's words."""
        if self._writes() and self._quote is not None:
            self._put(self._quote.plain)

    # -- what is shown -------------------------------------------------------------------------------------------

    def _read(self) -> None:
        quote = self._quote
        if quote is None:
            return
        self._cited, known, withheld_whole = self._desk.read_now(lambda session: (
            citations.read(session, quote.passage_id), citations.chapters_used(session),
            quote.interview_id in citations.withheld_interviews(session)))
        if one_line(self.text.written()) != (self._cited.text or quote.plain):
            self.text.show_text(self._cited.text or quote.plain)
        self.withheld.setChecked(self._cited.is_withheld)
        self.cited_in.show_chapters(self._cited.cited_in, known)
        self._whole = withheld_whole
        self._shares = quote.withheld and not self._whole and not self._cited.is_withheld
        self._look()

    def _look_astray(self) -> None:
        """Look for the quotes whose text as cited no longer holds."""
        self._latest.read(lambda session: tuple(quote.passage_id for quote in citations_astray.find(session)),
                          self._show_astray)

    def _show_astray(self, passage_ids: tuple[int, ...]) -> None:
        self._astray = passage_ids
        count = len(passage_ids)
        self.review.setText(ngettext("{n} to look at again", "{n} to look at again", count).format(n=number(count)))
        self.review.setVisible(count > 0)

    def _look(self) -> None:
        """Check the text, and show what becomes of it."""
        quote = self._quote
        if quote is None:
            return
        text = one_line(self.text.written()) or quote.plain
        aligned = citing.align(quote.plain, self.text.written())
        self.check.show_faults(aligned.faults, as_it_stands=text == quote.plain)
        self.text.mark(aligned.faults)
        self.source.strike(() if text == quote.plain else aligned.left_out)
        self.preview.setPlainText(replace(quote, printed=quote.plain if aligned.faults else text).line(self._language))
        self._untidy = citing.tidied(self.text.written(), self._language) != self.text.written()
        self._say_note(bool(aligned.faults))
        self._enable()

    def _say_note(self, faulty: bool) -> None:
        said = ""
        if self._whole:
            said = _("Nothing of this interview is to be cited.")
        elif self._cited.is_withheld:
            said = _("This quote stays out of every export of quotes.")
        elif self._shares:
            said = _("It shares words with a passage that is not to be cited: it stays out of exports too.")
        elif faulty:
            said = _("Until this is put right, the transcript’s words are printed.")
        self.note.setText(said)
        self.note.setVisible(bool(said))
        self.preview.setDisabled(self._whole or self._cited.is_withheld or self._shares)

    def _enable(self) -> None:
        writes = self._writes()
        picked = self.text.picked() is not None or self.source.picked() is not None
        written = self.text.written()
        self.cut_button.setEnabled(writes and picked)
        self.add_button.setEnabled(writes)
        self.tidy_button.setEnabled(writes and self._untidy)
        self.restore_button.setEnabled(writes and self._quote is not None and written != self._quote.plain)

    # -- what is done --------------------------------------------------------------------------------------------

    def _writes(self) -> bool:
        return self._quote is not None and not self._desk.read_only

    def _put(self, text: str) -> None:
        self.text.put(text)
        self.text.keep()
        self._look()

    def _add(self, words: str) -> None:
        answer = self._answer(self.source.picked()) if self.text.picked() is None else None
        at = answer[1] if answer is not None else self.text.caret()
        self._put(citing.inserted(self.text.written(), at or len(self.text.written()), words))

    def _answer(self, picked: Span | None) -> Span | None:
        """Where the text has the words selected in the transcript."""
        if picked is None or self._quote is None:
            return None
        places = [place for (start, end), place in citing.align(self._quote.plain, self.text.written()).pairs
                  if start < picked[1] and end > picked[0]]
        return (min(place[0] for place in places), max(place[1] for place in places)) if places else None

    def _write(self, text: str) -> None:
        if self._quote is not None:
            said = one_line(text)
            acts.write_text(self._desk, passage_id=self._quote.passage_id,
                            text="" if said == self._quote.plain else said)

    def _withhold(self, withheld: bool) -> None:
        if self._quote is not None:
            acts.withhold(self._desk, passage_id=self._quote.passage_id, withheld=withheld)

    def _cite_in(self, chapters: tuple[str, ...]) -> None:
        if self._quote is not None:
            acts.cite_in(self._desk, passage_id=self._quote.passage_id, chapters=chapters)

    def _only(self, one: CitedText | SourceText, other: CitedText | SourceText) -> None:
        """One selection at a time: the last one made."""
        if one.textCursor().hasSelection() and other.textCursor().hasSelection():
            cursor = other.textCursor()
            cursor.clearSelection()
            other.setTextCursor(cursor)
        self._enable()

    def _follow(self, change: Change) -> None:
        if change.touches("citation", "interview"):
            self._read()
        if change.touches("citation", "passage", "coding", "speaker", "turn"):
            self._fresh.mark()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.cut_button = parts.button(_("Cut the selection"), self.cut)
        self.add_button = parts.button(_("Clarify…"), self.add)
        self.tidy_button = parts.button(_("Clean up speech"), self.tidy)
        self.restore_button = parts.button(_("Back to the transcript"), self.restore, name="flat")
        self.review = parts.button("", lambda: self.review_asked.emit(self._astray), name="flat", icon="warning")
        self.review.hide()
        self.who = parts.button("", self.who_asked.emit, name="flat", icon="people")
        self.who.setAccessibleName(_("Who is cited"))
        for button, told in (
            (self.cut_button, _("Put […] in place of the words selected, above or below ({key})").format(
                key=QKeySequence(CUT).toString(QKeySequence.SequenceFormat.NativeText))),
            (self.add_button, _("Add words of yours in [ ] where the caret is ({key})").format(
                key=QKeySequence(ADD).toString(QKeySequence.SequenceFormat.NativeText))),
            (self.tidy_button, _("Take out hesitations, words begun or said twice, doubled punctuation")),
            (self.restore_button, _("Print the transcript’s words as they stand")),
            (self.review, _("List the quotes whose text is no longer, or not yet, the transcript’s words")),
            (self.who, _("Who is cited: how often each participant is, in which chapters")),
        ):
            button.setToolTip(told)

    def _build(self) -> None:
        self._empty = parts.label(_("Choose a quote in the list: here stand the transcript’s words and, below them, "
                                    "the text as it will be printed."), "muted", wrap=True)
        self._empty.setContentsMargins(14, 12, 14, 12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        for title, editor in ((_("In the transcript"), self.source), (_("As it will be printed"), self.text)):
            column.addWidget(parts.label(title, "heading"))
            editor.setMinimumHeight(64)
            column.addWidget(editor, 3)
        tools = Flow(6)
        for button in (self.cut_button, self.add_button, self.tidy_button, self.restore_button):
            tools.addWidget(button)
        column.addLayout(tools)
        column.addWidget(self.check)
        column.addWidget(parts.Panel("rule"))
        column.addWidget(self.preview, 3)
        column.addWidget(self.note)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.withheld)
        foot.addStretch(1)
        column.addLayout(foot)
        cited = QHBoxLayout()
        cited.setSpacing(8)
        caption = parts.label(_("Cited in"), "muted")
        caption.setBuddy(self.cited_in)
        cited.addWidget(caption)
        cited.addWidget(self.cited_in, 1)
        column.addLayout(cited)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._body)
        self._pages.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        header = parts.Header(_("Quote as cited"), small=True)
        header.add_right(self.review)
        header.add_right(self.who)
        whole.addWidget(header)
        whole.addWidget(self._pages, 1)

    def _connect(self) -> None:
        read_only = self._desk.read_only
        self.text.setReadOnly(read_only)
        self.cited_in.setReadOnly(read_only)
        self.withheld.setEnabled(not read_only)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self._look)
        self.text.textChanged.connect(self._soon.start)
        self.text.kept.connect(self._write)
        self.text.selectionChanged.connect(lambda: self._only(self.text, self.source))
        self.source.selectionChanged.connect(lambda: self._only(self.source, self.text))
        self.source.cut_asked.connect(self.cut)
        self.check.asked.connect(self._show_fault)
        self.withheld.clicked.connect(self._withhold)
        self.cited_in.kept.connect(self._cite_in)
        for keys, verb in ((CUT, self.cut), (ADD, self.add)):
            QShortcut(QKeySequence(keys), self, verb, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._desk.changed.connect(self._follow)

    def _show_fault(self, fault: Fault) -> None:
        self.text.go(fault.start, fault.end)


def _preview() -> QPlainTextEdit:
    """The whole line, to be read."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setProperty("role", "page")
    made.setFont(theme.reading_font(15))
    made.setMinimumHeight(64)
    document = made.document()
    if document is not None:
        document.setDocumentMargin(MARGIN)
    made.setAccessibleName(_("The whole line, as it is printed"))
    return made

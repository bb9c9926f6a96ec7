# SPDX-License-Identifier: GPL-3.0-or-later
"""One file of the import dialog: its title, who speaks and who asks, how it begins, and what should be looked at."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QLineEdit, QPlainTextEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from app import icons, parts
from app.corpus.first_turns import FirstTurns
from app.corpus.label_notices import LabelNotices
from app.corpus.replacing_part import ReplacingPart
from app.corpus.text_part import TextPart
from app.corpus.voices_part import VoicesPart
from app.widgets.lead import lead
from coding.intake.transcript import Transcript
from coding.interview_words import clock
from coding.interviews import words_spoken
from coding.language import _, ngettext, number, say
from coding.reviewing import FileReview

_ABOVE = 112  # pixels of the speakers' heading, their table's, and the buttons below
_ROW = 30  # of one speaker
_MOST_ROWS = 7  # shown before one asks for more room


class FilePage(QWidget):
    """Shows a file's review and corrects it. ``changed`` says that it was corrected here; ``spread``, that other files
    are to be corrected alike."""

    changed = pyqtSignal()
    spread = pyqtSignal()

    def __init__(self, review: FileReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.review = review
        self.replacing: ReplacingPart | None = None
        self.made_for = review.refusal is not None, review.unturned
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 10)
        column.setSpacing(8)
        if review.refusal is not None:
            column.addWidget(parts.label(review.name, "title", wrap=True))
            column.addWidget(_Notice("notice-bad", say(review.refusal.error)))
            column.addWidget(parts.label(_("This file is left out; the others are not concerned."), "hint", wrap=True))
            if review.unturned:
                self._offer(column)
            column.addStretch(0 if review.unturned else 1)
        else:
            self._show(column)

    def _offer(self, column: QVBoxLayout) -> None:
        """A diary, a document: it can go in as it is."""
        self.text = TextPart(self.review)
        self.text.changed.connect(self.changed)
        self.first = FirstTurns()
        self.first.show_transcript(self.review.read)
        column.addSpacing(8)
        column.addWidget(parts.label(_("A diary, a document, an open answer?"), "heading"))
        column.addWidget(self.text)
        column.addWidget(parts.label(_("How it begins"), "heading"))
        column.addWidget(self.first, 1)
        lead(self, lambda: self.text)

    def _show(self, column: QVBoxLayout) -> None:
        review = self.review
        self.title = QLineEdit(review.title)
        self.title.setAccessibleName(_("Title of the interview"))
        self.title.textChanged.connect(self._retitle)
        self.sizes = parts.label("", "muted", wrap=True)
        self.rival = _Notice("notice-bad", "")
        self.unasked = _Notice("notice-warn", _("Nobody is ticked: who asks the questions?"))
        self.notices = LabelNotices(review)
        self.notices.changed.connect(self._tell)
        self.notices.spread.connect(self.spread)
        if review.unturned:
            self._above: TextPart | VoicesPart = TextPart(review)
            self.text = self._above
        else:
            self._above = self.part = VoicesPart(review)
            self.voices = self.part.table
        self._above.changed.connect(self._tell)
        lead(self, lambda: self._above)
        self.first = FirstTurns()
        self.tabs = QTabWidget()
        self.tabs.setTabBarAutoHide(True)
        column.addWidget(parts.label(_("Title of the interview"), "faint"))
        column.addWidget(self.title)
        column.addWidget(self.sizes)
        for words in self._already():
            column.addWidget(_Notice("notice-warn", words))
        column.addWidget(self.rival)
        column.addWidget(self.unasked)
        column.addWidget(self.notices)
        column.addWidget(self.tabs, 1)
        self._fill_tabs()
        self.refresh()

    def _fill_tabs(self) -> None:
        review = self.review
        if review.compared.likeness is not None and review.compared.replacement is not None:
            self.replacing = ReplacingPart(review)
            self.replacing.changed.connect(self._tell)
            self.tabs.addTab(self.replacing, _("Another version"))
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        asked = _("A text without turns") if review.unturned else _("Who speaks? Tick those who ask the questions.")
        both.addWidget(_under(asked, self._above))
        both.addWidget(_under(_("How it begins"), self.first))
        both.setStretchFactor(1, 1)
        both.setSizes([_ABOVE + _ROW * min(len(review.read.speakers), _MOST_ROWS), 1000])
        self.tabs.addTab(both, _("Kind and first lines") if review.unturned else _("Speakers and first turns"))
        left = [notice.say() for notice in (*review.read.notices, *review.read.oddities)]
        if left:
            said = QPlainTextEdit("\n\n".join(left))
            said.setReadOnly(True)
            said.setAccessibleName(_("What was left out, and why"))
            n = len(left)
            place = self.tabs.addTab(said, ngettext("{n} remark on the file", "{n} remarks on the file", n).format(n=n))
            if review.doubtful_remarks:
                self.tabs.setTabIcon(place, icons.icon("warning", "warn"))
                self.tabs.setTabToolTip(place, _("To look at"))

    def refresh(self, *, alike: int = 0, rival: str = "") -> None:
        """Show the review as it stands; ``alike`` other files could be corrected in the same way, ``rival`` is a file
        that already replaces the same interview."""
        review = self.review
        if review.refusal is not None:
            return
        read = review.transcript
        self.sizes.setText(_sizes(read))
        self.unasked.setVisible(review.nobody_asks)
        self.notices.refresh(alike=alike)
        self._above.refresh()
        self.first.show_transcript(read)
        self.title.setEnabled(not review.replacing)
        like = review.compared.likeness
        wanted = like.title if review.replacing and like is not None else review.title
        if self.title.text() != wanted:
            self.title.setText(wanted)
        self.rival.setVisible(bool(rival) or not read.turns)
        self.rival.said.setText(
            _("“{file}” of this batch already replaces this interview. Import the two one after the other, or keep one "
              "of them.").format(file=rival) if rival else _("Nobody is left who speaks: this file is left out."))

    def _retitle(self, title: str) -> None:
        if not self.review.replacing:
            self.review.title = title
            self.changed.emit()

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()

    def _already(self) -> list[str]:
        """What is said of a file whose text is not new."""
        like, twin = self.review.compared.likeness, self.review.compared.twin
        if like is not None and like.same:
            return [_("Already in the project, as “{title}”: the text is the same. This file is left out; tick it to "
                      "import it all the same.").format(title=like.title)]
        if twin:
            return [_("The text is the same as in “{file}”. This file is left out; tick it to import it all the "
                      "same.").format(file=twin)]
        return []


class _Notice(parts.Panel):
    """A sentence on a coloured paper."""

    def __init__(self, role: str, words: str) -> None:
        super().__init__(role)
        self.said = parts.label(words, wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.said)


def _under(title: str, widget: QWidget) -> QWidget:
    """A widget below its heading."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 6, 0, 4)
    column.setSpacing(6)
    column.addWidget(parts.label(title, "heading"))
    column.addWidget(widget, 1)
    return made


def _sizes(read: Transcript) -> str:
    """«E01.docx · 312 turns · 9,876 words · times from 0:00:01 to 1:02:33»."""
    words = words_spoken(read.text, ((turn.start, turn.end) for turn in read.turns))
    said = [
        read.file_name,
        ngettext("{n} turn", "{n} turns", len(read.turns)).format(n=number(len(read.turns))),
        ngettext("{n} word", "{n} words", words).format(n=number(words)),
    ]
    times = [turn.time_ms for turn in read.turns if turn.time_ms is not None]
    if not times:
        said.append(_("no times"))
    else:
        key = _("times from {first} to {last}") if len(times) == len(read.turns) else _(
            "times from {first} to {last}, on {n} turns")
        said.append(key.format(first=clock(min(times)), last=clock(max(times)), n=number(len(times))))
    return " · ".join(said)

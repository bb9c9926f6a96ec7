# SPDX-License-Identifier: GPL-3.0-or-later
"""One memo: what it is about, as a link that leads there; its title, its day, its words, when it was written."""

from __future__ import annotations

from datetime import date
from typing import Any

from PyQt6.QtCore import QDate, QLocale, Qt
from PyQt6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import parts, theme
from app.acts import memos as acts
from app.coder.passage.quote_block import QuoteBlock
from app.desk import Desk
from app.memos.link_dialog import ask_link
from app.memos.linked_text import LinkedText
from coding.language import _, current_language
from coding.memo_shelf import KINDS, Entry, dates

WIDEST = 820  # pixels
PLACES = ("passage", "code", "interview")  # kinds that lead somewhere
NO_CODE = "#8A8F94"


class MemoEditor(parts.Panel):
    """``show_entry`` fills it; what is written becomes one act when it is left, or after a pause."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self.entry: Entry | None = None
        self.kind = parts.label("", "faint")
        self.about = parts.button("", self._go, name="link")
        self.quote = QuoteBlock()
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("Title"))
        self.title.setAccessibleName(_("Title of the memo"))
        self.title.setReadOnly(desk.read_only)
        self.title.setMaxLength(500)
        self.title.editingFinished.connect(self._keep_fields)
        self.day = self._make_day()
        self.text = LinkedText(desk, _("Memo"), _("What strikes you, what to come back to, what it may mean…"))
        self.text.setFont(theme.reading_font(16))
        self.text.kept.connect(lambda text: self._write(text=text))
        self.dates = parts.label("", "faint")
        self.link = parts.button(_("Link to a passage…"), self._ask_link, name="flat", icon="link")
        self.bin = parts.button(_("Delete"), self.remove, name="flat", icon="trash")
        self.bin.setToolTip(_("Delete this memo; Ctrl+Z brings it back"))
        for button in (self.link, self.bin):
            button.setEnabled(not desk.read_only)
        self._lay_out()

    def show_entry(self, entry: Entry | None) -> None:
        """Show a memo; what is being written of another is kept first."""
        if self.entry is not None and (entry is None or entry.memo.id != self.entry.memo.id):
            self.keep()
        before, self.entry = self.entry, entry
        if entry is None:
            return
        memo, journal = entry.memo, entry.kind == "journal"
        self.kind.setText(_(KINDS[entry.kind]))
        self.about.setText(entry.about.replace("&", "&&"))
        self.about.setVisible(bool(entry.about) and not journal)
        self.about.setEnabled(entry.kind in PLACES)
        self.about.setToolTip(_("Go there") if entry.kind in PLACES else "")
        self.quote.setVisible(bool(entry.quote))
        if entry.quote:
            self.quote.show_quote(entry.quote, NO_CODE)
        if self.title.text() != memo.title and (not self.title.hasFocus() or before is None
                                                or before.memo.id != memo.id or before.memo.title != memo.title):
            self.title.setText(memo.title)
        self.day.setVisible(journal)
        if memo.day is not None and not self.day.hasFocus():
            self.day.setDate(QDate(memo.day.year, memo.day.month, memo.day.day))
        self.text.show_text(memo.text)
        self.dates.setText(dates(memo))

    def keep(self) -> None:
        """Record what is being written."""
        fields = self._fields()  # before the text’s own act shows them again as they are recorded
        self.text.keep()
        if fields:
            self._write(**fields)

    def remove(self) -> None:
        """Delete the memo being shown."""
        if self.entry is None or self._desk.read_only:
            return
        self.keep()  # so that undo brings back all of it
        entry, self.entry = self.entry, None
        if entry is not None:
            acts.remove(self._desk, memo_id=entry.memo.id, heading=entry.heading)

    def begin(self) -> None:
        """Put the caret where one writes."""
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def _make_day(self) -> QDateEdit:
        made = QDateEdit()
        made.setLocale(QLocale(current_language()))
        made.setDisplayFormat("dddd d MMMM yyyy")
        made.setCalendarPopup(True)
        made.setAccessibleName(_("Day of the journal"))
        made.setReadOnly(self._desk.read_only)
        made.setMinimumWidth(260)
        made.editingFinished.connect(self._keep_fields)
        calendar = made.calendarWidget()
        if calendar is not None:
            calendar.clicked.connect(lambda _day: self._keep_fields())
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 18, 30, 14)
        row.addWidget(inside, 1)
        row.addStretch(0)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        foot = QHBoxLayout()
        foot.addWidget(self.dates)
        foot.addStretch(1)
        foot.addWidget(self.link)
        foot.addWidget(self.bin)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.kind)
        column.addWidget(self.about, 0, left)
        column.addWidget(self.day, 0, left)
        column.addWidget(self.quote)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def _fields(self) -> dict[str, Any]:
        """Title and day, those that differ from what is recorded."""
        if self.entry is None:
            return {}
        memo, chosen, title = self.entry.memo, self.day.date(), self.title.text().strip()
        day = date(chosen.year(), chosen.month(), chosen.day()) if memo.day is not None else None
        return {name: value for name, value in (("title", title), ("day", day)) if value != getattr(memo, name)}

    def _keep_fields(self) -> None:
        if fields := self._fields():
            self._write(**fields)

    def _write(self, **fields: Any) -> None:
        if self.entry is not None and not self._desk.read_only:
            acts.edit(self._desk, memo_id=self.entry.memo.id, heading=self.entry.heading, **fields)

    def _ask_link(self) -> None:
        ask_link(self, self._desk, self.text.insert)

    def _go(self) -> None:
        """Show what the memo is about."""
        entry = self.entry
        if entry is None:
            return
        self.keep()
        if entry.kind == "code" and entry.memo.target_id is not None:
            self._desk.code_asked.emit(entry.memo.target_id)
        elif entry.interview_id is not None:
            self._desk.place_asked.emit(entry.interview_id, entry.start, entry.end)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel beside co-occurrence: where the two codes of a pair meet."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QAction, QKeyEvent, QResizeEvent
from PyQt6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.relations.meeting_delegate import MEETING, MeetingDelegate, Sides, source
from coding.language import _, ngettext, number
from coding.relations.cooccurrence import Pair
from coding.relations.meetings import Found, Meeting


class MeetingsModel(QAbstractListModel):
    """One row a meeting; its words for screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.meetings: tuple[Meeting, ...] = ()
        self.language = "fr"

    def show(self, meetings: tuple[Meeting, ...], language: str) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.meetings, self.language = meetings, language
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """As many as meetings."""
        return 0 if parent is not None and parent.isValid() else len(self.meetings)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The meeting, or both quotes in words."""
        if not index.isValid():
            return None
        meeting = self.meetings[index.row()]
        if role == MEETING:
            return meeting
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            both = (meeting.one,) if meeting.same else (meeting.one, meeting.other)
            return " / ".join([*(context.quote.printed for context in both), source(meeting, self.language)])
        return None


class MeetingsView(QListView):
    """``place_asked`` carries interview id, start and end of a quote to show in its transcript: that of the first code,
    unless the second is asked for."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = MeetingsModel(self)
        self.cards = MeetingDelegate(self)
        self.setModel(self.found)
        self.setItemDelegate(self.cards)
        self.setProperty("role", "panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # cards are measured as they are wrapped: a few at a time
        self.setBatchSize(10)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Passages where the two codes meet"))
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(30)
        self._relayout.timeout.connect(self.scheduleDelayedItemsLayout)
        self.clicked.connect(self.show_first)
        for text, act in ((_("Show the first quote in the transcript"), self.show_first),
                          (_("Show the second quote in the transcript"), self.show_second)):
            action = QAction(text, self)
            action.triggered.connect(lambda _checked, act=act: act(self.currentIndex()))
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_first(self, index: QModelIndex) -> None:
        """Show the quote of the first code in its transcript."""
        meeting = index.data(MEETING)
        if isinstance(meeting, Meeting):
            quote = meeting.one.quote
            self.place_asked.emit(quote.interview_id, quote.start, quote.end)

    def show_second(self, index: QModelIndex) -> None:
        """Show the quote of the second code in its transcript."""
        meeting = index.data(MEETING)
        if isinstance(meeting, Meeting):
            quote = meeting.other.quote
            self.place_asked.emit(quote.interview_id, quote.start, quote.end)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter shows the first quote, Shift+Enter the second."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            second = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.show_second if second else self.show_first)(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Cards wrap anew."""
        super().resizeEvent(event)
        view = self.viewport()
        if view is not None and view.width() != self.cards.width:
            self.cards.width = view.width()
            self._relayout.start()


class MeetingsPanel(parts.Panel):
    """``mark_asked``: the pair shown is to be marked as contradictory."""

    mark_asked = pyqtSignal(int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self.pair: Pair | None = None
        self._title, self._count = parts.Elided("", "heading"), parts.label("", "muted")
        self.list = MeetingsView()
        self.list.place_asked.connect(desk.place_asked)
        self.mark = parts.button(_("Mark as contradictory…"), self._mark)
        self.mark.setToolTip(_("Hold these two codes to say opposite things, and see which interviews hold both"))
        self._hint = parts.label("", "hint", wrap=True)
        self._hint.setContentsMargins(12, 12, 12, 4)
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        head = parts.Panel("header")
        head.setFixedHeight(48)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(10)
        line.addWidget(self._title, 1)
        line.addWidget(self._count)
        self._foot = parts.Panel("panel")
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(12, 8, 12, 10)
        foot.addWidget(self.mark)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        column.addStretch(0)

    def show_nothing(self, why: str = "") -> None:
        """No pair is chosen, or its codes do not meet."""
        self.pair = None
        self._title.show_text(_("Meetings"))
        self._count.setText("")
        self.list.found.show((), "fr")
        self._say(why or _("Choose a pair: the passages where its codes meet stand here, one above the other."))
        self.list.hide()
        self._foot.hide()

    def show_found(self, pair: Pair, found: Found, language: str, *, marked: bool) -> None:
        """Show where a pair meets."""
        book = self._desk.codebook
        if pair.one_id not in book.by_id or pair.other_id not in book.by_id:
            self.show_nothing()
            return
        one, other = book.by_id[pair.one_id], book.by_id[pair.other_id]
        self.pair = pair
        self._title.show_text(f"{one.name} × {other.name}")
        self._count.setText(number(found.total))
        self._count.setToolTip(ngettext("{n} meeting", "{n} meetings", found.total).format(n=number(found.total)))
        self.list.cards.sides = Sides((one.name, other.name), (one.colour, other.colour), language)
        self.list.found.show(found.meetings, language)
        listed = len(found.meetings)
        self._say(_("The first {n} are listed, in the order of interviews.").format(n=listed)
                  if listed < found.total else "")
        if marked and self.mark.hasFocus():  # a button that is disabled would let go of the keys
            self.list.setFocus()
        self.mark.setEnabled(not marked and not self._desk.read_only)
        self.mark.setText(_("Marked as contradictory") if marked else _("Mark as contradictory…"))
        self.list.show()
        self._foot.show()

    def _say(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def _mark(self) -> None:
        if self.pair is not None:
            self.mark_asked.emit(self.pair.one_id, self.pair.other_id)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar under the header in which one finds words of the interview, as one types them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app import icons, parts
from app.coder import keys
from app.coder.page.page import Page
from app.coder.page.reading import Reading
from app.tasks import Tasks
from app.widgets.pill import Choice, Pill
from coding.elsewhere import Cancelled
from coding.finding import MOST, Finder, Wish
from coding.language import _, number, say
from coding.passage_index import Span
from models.errors import KnownError

PAUSE = 200  # ms after the last letter of a regular expression, for which a process is started
EVERYONE, PARTICIPANTS = "everyone", "participants"


class FindBar(parts.Panel):
    """Hits are lit on the page; the one shown is selected there, so that it can be coded at once. ``found`` carries
    all the hits, for whoever else shows where they are."""

    found = pyqtSignal(object)

    def __init__(self, page: Page, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("header", parent)
        self._page = page
        self._tasks = tasks
        self._finder: Finder | None = None
        self._hits: Sequence[Span] = ()
        self._shown: tuple[int, Span | None] | None = None  # the hit shown, and what that selected
        self._from = 0  # where the search began
        self._asked = 0  # how many searches were asked for: only the last one's answer counts
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PAUSE)
        self._late.timeout.connect(self._search_by_regex)
        self._build()
        self.hide()

    # -- what others ask -----------------------------------------------------------------------------------------

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"find": self.open, "next_hit": partial(self.step, 1), "previous_hit": partial(self.step, -1)}

    def show_reading(self, reading: Reading | None) -> None:
        """Another interview is read, or its text has changed."""
        self._finder = Finder(reading.transcript) if reading is not None else None
        self._from = 0
        self._offer_voices(reading)
        if self.isVisible():
            self._search(stay=True)

    def open(self) -> None:
        """Show the bar, with the words selected in it when they are few; type on."""
        span, reading = self._page.selected(), self._page.reading
        self._from = span[0] if span else self._page.caret()
        if span and reading is not None and span[1] - span[0] <= 60 and not self.field.hasFocus():
            self.field.setText(" ".join(reading.transcript.text[slice(*span)].split()))
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Put the bar away; the hit shown stays selected on the page."""
        self.give_up()
        self.hide()
        self._light(())
        self._page.setFocus()

    def give_up(self) -> None:
        """End what is still being searched: its answer would come too late."""
        self._late.stop()
        self._asked += 1

    def step(self, direction: int) -> None:
        """Show the next hit, or the one before; after the last comes the first."""
        if not self.isVisible():
            self.open()
            return
        if self._hits:
            place = self._place()
            if place is None:
                after = sum(1 for start, _end in self._hits if start < self._page.caret())
                place = after - (direction > 0)
            self._show((place + direction) % len(self._hits))

    # -- searching -----------------------------------------------------------------------------------------------

    def wish(self) -> Wish:
        """What is looked for."""
        reading, who = self._page.reading, self.who.current
        voices = None
        if reading is not None and who != EVERYONE:
            turns = reading.transcript.turns
            asked = {turn.speaker for turn in turns if not turn.is_interviewer} if who == PARTICIPANTS else {str(who)}
            voices = frozenset(asked)
        return Wish(self.field.text(), self.whole.isChecked(), self.regex.isChecked(), voices)

    def _search(self, *, stay: bool = False) -> None:
        """Find again; ``stay``: without going to a hit."""
        self._asked += 1
        self._late.stop()
        wish = self.wish()
        if self._finder is None or not wish.words.strip():
            self._take((), "", stay=True)
        elif wish.regex:
            self._late.start()
        else:
            self._take(self._finder.find(wish), stay=stay)

    def _search_by_regex(self) -> None:
        finder, wish, asked = self._finder, self.wish(), self._asked
        if finder is None:
            return

        def take(hits: list[Span]) -> None:
            if asked == self._asked:
                self._take(hits)

        def refuse(error: KnownError) -> None:
            if asked == self._asked and not isinstance(error, Cancelled):
                self._take((), say(error), stay=True)

        self._say(_("Searching…"))
        self._tasks.read(
            lambda: finder.find_by_regex(wish, cancelled=lambda: asked != self._asked), take, refuse)

    def _take(self, hits: Sequence[Span], said: str | None = None, *, stay: bool = False) -> None:
        self._light(hits)
        for button in (self.back, self.on):
            button.setEnabled(bool(hits))
        if hits and not stay:
            self._show(next((n for n, (start, _end) in enumerate(hits) if start >= self._from), 0))
        else:
            self._count(said)

    def _show(self, place: int) -> None:
        start, end = self._hits[place]
        self._page.show_offset(start, only_if_hidden=True)
        self._page.pick(start, end)
        self._shown = place, self._page.selected()
        self._count()

    def _place(self) -> int | None:
        """The number of the hit shown, as long as it is selected."""
        return self._shown[0] if self._shown is not None and self._shown[1] == self._page.selected() else None

    def _count(self, said: str | None = None) -> None:
        wrong = bool(said)
        if said is None:
            most = f"{number(MOST)}+" if len(self._hits) == MOST else number(len(self._hits))
            place = self._place()
            said = _("Not found") if not self._hits else (
                f"{number(place + 1)} / {most}" if place is not None else most)
        self._say(said, wrong=wrong)

    def _say(self, said: str, *, wrong: bool = False) -> None:
        """How many there are, or under that what is wrong with the regular expression."""
        self.said.setText("" if wrong else said)
        self.wrong.setText(said if wrong else "")
        self.wrong.setVisible(wrong)
        self.field.setAccessibleDescription(said)

    def _light(self, hits: Sequence[Span]) -> None:
        self._hits, self._shown = hits, None
        self._page.show_found(hits)
        self.found.emit(hits)

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(_("Find in the interview"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in the interview"))
        self.field.setAccessibleName(_("Find in the interview"))
        self.field.setMinimumWidth(110)
        self.field.setMaximumWidth(320)
        self.field.textChanged.connect(lambda _text: self._search())
        self.field.installEventFilter(self)
        self.said = parts.label("", "muted")
        self.wrong = parts.label("", "bad", wrap=True)
        self.wrong.hide()
        self.back = self._tool("chevron-up", _("Previous hit"), "previous_hit", partial(self.step, -1))
        self.on = self._tool("chevron-down", _("Next hit"), "next_hit", partial(self.step, 1))
        self.whole = self._switch("whole-word", _("Whole words only"))
        self.regex = self._switch("regex", _("Regular expression"))
        self.who = Pill("{choice}")
        self.who.setToolTip(_("Who says it"))
        self.who.chosen.connect(lambda _key: self._search())
        close = self._tool("close", _("Close (Esc)"), "", self.close_bar)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addSpacing(4)
        row.addWidget(self.said)
        row.addStretch(0)
        for widget in (self.back, self.on, self.whole, self.regex, self.who, close):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.wrong)
        self._offer_voices(None)

    def _offer_voices(self, reading: Reading | None) -> None:
        turns = reading.transcript.turns if reading is not None else ()
        voices = list(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
        asked = any(turn.is_interviewer for turn in turns)
        choices = [Choice(EVERYONE, _("Everyone"))]
        choices += [Choice(PARTICIPANTS, _("Participants"))] if asked else []
        self.who.offer(choices + [Choice(voice, voice, apart=not n) for n, voice in enumerate(voices)],
                       self.who.current if self.who.current in (EVERYONE, PARTICIPANTS) else EVERYONE)
        self.who.setVisible(len(voices) > 1)

    def _tool(self, icon: str, tip: str, verb: str, act: Callable[[], None]) -> QToolButton:
        made = QToolButton()
        made.setIcon(icons.icon(icon))
        made.setToolTip(f"{tip} ({keys.native(verb)})" if verb else tip)
        made.setAccessibleName(tip)
        made.clicked.connect(act)
        return made

    def _switch(self, icon: str, tip: str) -> QToolButton:
        made = self._tool(icon, tip, "", lambda: None)
        made.setCheckable(True)
        made.toggled.connect(lambda _on: self._search())
        return made

    def eventFilter(self, watched: QObject | None, event: object) -> bool:
        """In the field: Enter goes to the next hit, with Shift to the one before."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and (
                event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Esc closes the bar, wherever in it one is."""
        if event is not None and event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

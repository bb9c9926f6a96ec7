# SPDX-License-Identifier: GPL-3.0-or-later
"""What serves reading around the page: finding, going to a turn, options, how far one has come."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QObject, QTimer, pyqtSignal
from PyQt6.QtWidgets import QToolButton

from app import icons
from app.acts import reading as acts
from app.coder import keys
from app.coder.find_bar import FindBar
from app.coder.go_to_turn import GoToTurn, show
from app.coder.interview_header import InterviewHeader
from app.coder.page.page import Page
from app.coder.page.reading import Reading
from app.coder.page.reading_options import ReadingOptions
from app.coder.progress_button import ProgressButton
from app.desk import Desk
from app.settings import Settings
from coding.changes import Change
from coding.guides import asked
from coding.language import _
from coding.reading_progress import Progress, read
from coding.transcripts import TurnText

REST = 300  # ms after the last act: coding never waits for the bars


class Reader(QObject):
    """``told`` carries a sentence to say near the caret."""

    told = pyqtSignal(str)

    def __init__(self, desk: Desk, settings: Settings, page: Page, header: InterviewHeader,
                 run: Callable[[str], None]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._header = header
        self._reading: Reading | None = None
        self.progress: Progress | None = None
        self.questions: dict[int, tuple[str, ...]] = {}  # those of the guide that turns put, by number
        self.find_bar = FindBar(page, desk.tasks)
        self.go_to_turn = GoToTurn(page)
        self.options = ReadingOptions(settings, page)
        self.bars = ProgressButton(self.show_turn, run)
        self.letters = QToolButton()
        self.letters.setIcon(icons.icon("letters"))
        self.letters.setToolTip(f"{_('How the page looks')} ({keys.native('options')})")
        self.letters.setAccessibleName(_("How the page looks"))
        self.letters.clicked.connect(self.open_options)
        header.add_reading(self.bars, self.letters)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(REST)
        self._late.timeout.connect(self.refresh)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {
            **self.find_bar.verbs(), "go_to_turn": self.go_to_turn.ask, "options": self.open_options,
            "read_to_here": self._read_to_here, "to_revisit": self._turn_flag, "next_to_revisit": self._next_to_revisit,
            "resume": self._resume,
        }

    def show_reading(self, reading: Reading | None) -> None:
        """Another interview is read, or its text has changed."""
        self._reading = reading
        self.find_bar.show_reading(reading)
        self.refresh()

    def follow(self, change: Change) -> None:
        """Note a change: what depends on passages waits until one rests."""
        if change.touches("interview", "turn", "question_asked", "guide_question"):
            self.refresh()
        elif change.touches("passage", "coding", "speaker"):
            self._late.start()

    def refresh(self) -> None:
        """Read again how far one has come, and which turns put questions of the guide."""
        self._late.stop()
        reading = self._reading
        key = reading.transcript.interview_id if reading is not None else None
        found = self._desk.read_now(lambda session: read(session, [key])) if key is not None else {}
        self.progress = found.get(key) if key is not None else None
        self.questions = self._desk.read_now(lambda session: asked.words_put(session, key)) if key is not None else {}
        self._page.gutter.show_questions(self.questions)
        flagged = self.progress.to_revisit if self.progress is not None else ()
        self._page.gutter.show_flags(flagged, self.progress.read_turn if self.progress is not None else None)
        turns = reading.transcript.turns if reading is not None else ()
        self._page.overview.set_bookmarks([turn.start for turn in turns if turn.number in flagged])
        self._page.overview.set_read_to(self.progress.read_to or None if self.progress is not None else None)
        self.bars.show_progress(reading.transcript if reading is not None else None, self.progress)

    def open_options(self) -> None:
        """How the page looks."""
        self.options.open_below(self.letters)

    def show_turn(self, number: int) -> None:
        """Show a turn, the caret at its first word."""
        reading = self._page.reading
        turn = next((t for t in reading.transcript.turns if t.number == number), None) if reading else None
        if turn is not None:
            show(self._page, turn)

    def _turn(self) -> TurnText | None:
        reading = self._page.reading
        return reading.transcript.turn_at(self._page.caret()) if reading is not None else None

    def _read_to_here(self) -> None:
        """The turn at the caret, its last word included, and all before."""
        reading, turn = self._page.reading, self._turn()
        if reading is None:
            return
        end = turn.end if turn is not None else self._page.caret()
        if self.progress is not None and self.progress.read_to == end:
            self.told.emit(_("Already read up to here."))
            return
        acts.read_up_to(self._desk, interview_id=reading.transcript.interview_id, offset=end,
                        number=turn.number if turn is not None else None)

    def _turn_flag(self) -> None:
        """Flag the turn at the caret, or take its flag away."""
        reading, turn = self._page.reading, self._turn()
        if reading is not None and turn is not None and self.progress is not None:
            acts.set_to_revisit(self._desk, interview_id=reading.transcript.interview_id, number=turn.number,
                                wanted=turn.number not in self.progress.to_revisit)

    def _next_to_revisit(self) -> None:
        """The next flagged turn; after the last comes the first."""
        flagged, turn = self.progress.to_revisit if self.progress else (), self._turn()
        if not flagged:
            self.told.emit(_("No turn to revisit. {keys} flags the one at the caret.").format(
                keys=keys.native("to_revisit")))
            return
        here = turn.number if turn is not None else 0
        self.show_turn(next((number for number in flagged if number > here), flagged[0]))

    def _resume(self) -> None:
        """Where reading came to."""
        if self.progress is not None and self.progress.read_turn is not None:
            self.show_turn(self.progress.read_turn)

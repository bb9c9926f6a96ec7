# SPDX-License-Identifier: GPL-3.0-or-later
"""The Coder: codebook, page and passage side by side, and what their gestures do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PyQt6.QtCore import QPoint, QRect, QSize, QTimer
from PyQt6.QtGui import QCursor, QHideEvent
from PyQt6.QtWidgets import QStackedWidget, QToolTip, QVBoxLayout, QWidget

from app import parts
from app.acts import codes, passages
from app.coder import here, keys
from app.coder.codebook.codebook_panel import CodebookPanel
from app.coder.codebook.history_dialog import HistoryDialog
from app.coder.focus import Focus
from app.coder.giving import Giving
from app.coder.interview_header import InterviewHeader
from app.coder.mending import Mending
from app.coder.page.look import Look
from app.coder.page.page import Page
from app.coder.page.page_menu import PageMenu
from app.coder.page.pile_menu import PileMenu
from app.coder.page.reading import Reading
from app.coder.page.telling import Telling
from app.coder.panels import Panels
from app.coder.passage.astray import Astray
from app.coder.passage.bounds_mode import BoundsMode
from app.coder.passage.moving import Moving
from app.coder.passage.passage_list import PassageList
from app.coder.passage.passage_panel import PassagePanel
from app.coder.passage.reshaping import Reshaping
from app.coder.places import Place, Places
from app.coder.reader import Reader
from app.coder.showing import Showing
from app.desk import Desk
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.later import Later
from app.workspaces.base import Workspace
from coding import code_path, transcripts
from coding.anchors import moved
from coding.changes import Change
from coding.intervals import Span
from coding.language import _, ngettext, number
from coding.order import ordered_interviews
from coding.reading_progress import is_progress

# What an interview is shown from: when these change, it is read again.
ITS_TABLES = ("interview", "turn", "speaker", "participation", "participant")
OF_THE_PANEL = frozenset({"memo", "next_of_code", "previous_of_code"})  # verbs that look at the passage panel
SIZES = (270, 770, 290)
TOLD = QSize(720, 90)  # more than what is told at the caret takes
REMEMBER_MS = 2000  # after the caret rests: not even a power cut loses the place


class CoderWorkspace(Workspace):
    """Reads one interview at a time. Made with the project; follows ``desk.changed`` by itself."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self.reading: Reading | None = None
        self._places = Places(settings, desk.store.path)
        self._ids: list[int] = []
        self._here: here.Place = (None, [], ())  # the turn at the caret, its codes and the questions it puts
        self.codebook = CodebookPanel(desk)
        self.header = InterviewHeader()
        self.page = Page(lambda key: desk.codebook.by_id[key].colour, lambda key: desk.codebook.by_id[key].name)
        self.passage = PassagePanel(desk)
        self.passages = PassageList(desk, lambda: self.page.chosen)
        self.empty = Empty()
        self._panel = Later(self, self._show_chosen, inline=desk.tasks.inline)
        self._build()
        self.giving = Giving(self, desk, settings, self.page)
        self.moving = Moving(desk, self.page, self.passage, self.open, lambda: self._ids)
        self.reshaping = Reshaping(self, desk, self.page, self.passage, self.giving)
        self.astray = Astray(self.page)
        self.bounds = BoundsMode(desk, self.page, self.reshaping.mark)
        self.mending = Mending(self, desk, self.page)
        self.showing = Showing(desk, self.page, self.codebook.current)
        self.header.add_filter(self.showing.pill)
        self.page.margin.tell = Telling(desk, self.page).full
        self._pile = PileMenu(desk, self.page)
        self.page.margin.rest.connect(self._pile.popup)
        self.page.overview.theme_of = self._theme_of
        self.menu = PageMenu(desk, self.page, self.giving, self.run_verb)
        self.reader = Reader(desk, settings, self.page, self.header, self.run_verb)
        self._column.insertWidget(1, self.reader.find_bar)
        self.focus = Focus(settings, {"codebook": self.codebook, "passage": self._side}, self.page)
        self.header.add_ends(self.focus.left, self.focus.back, self.focus.right)
        self._verbs: dict[str, Callable[[], None]] = {
            **self.giving.verbs(), **self.moving.verbs(), **self.reshaping.verbs(), **self.bounds.verbs(),
            **self.header.verbs(), **self.showing.verbs(),
            **self.page.steps.verbs(),
            **self.mending.verbs(), **self.reader.verbs(), **self.focus.verbs(),
            **self._panels.verbs(), "clear": self._clear, "passages": self._list_passages,
        }
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REMEMBER_MS)
        self._connect()
        self._list_interviews()
        self._open_left()

    # -- the workspace protocol ----------------------------------------------------------------------------------

    def activate(self) -> None:
        """Read on; without an interview, arrange the codebook."""
        (self.page if self.reading is not None else self.codebook.field).setFocus()

    def status_text(self) -> str:
        """«148 turns · 63 coded passages · Turn 42»."""
        if self.reading is None:
            return ""
        turns, coded = len(self.reading.transcript.turns), len(self.reading.index)
        said = [
            ngettext("{n} turn", "{n} turns", turns).format(n=number(turns)),
            ngettext("{n} coded passage", "{n} coded passages", coded).format(n=number(coded)),
        ]
        return " · ".join(said) + f"      {here.short(*self._here)}"

    def hints(self) -> str:
        """The keys worth knowing here."""
        return _("F1 help") if self.desk.read_only else _("Ctrl+K code · Ctrl+Z undo · F1 help")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """Coding, for the menus."""
        history = {"coding.history": self._show_history}
        if self.reading is None:
            return history
        history["coding.transcript_out"] = self._send
        return history | {f"coding.{verb}": partial(self.run_verb, verb) for verb in self._verbs
                if not (self.desk.read_only and keys.BY_VERB[verb].writes)}

    def show_place(self, interview_id: int, start: int, end: int) -> None:
        """Show these words and light them for a moment; choose the passage that stands there. An empty span only
        opens the interview, where it was left."""
        self.open(interview_id)
        if start == end or self.reading is None or self.reading.transcript.interview_id != interview_id:
            return
        self.page.clear_selection()
        self.page.flash(start, end)
        exact = [mark for mark in self.reading.index.between(start, end) if (mark.start, mark.end) == (start, end)]
        self.page.choose(exact[0].id if exact else None)

    def show_code(self, code_id: int) -> None:
        """Make a code the current one of the codebook."""
        self.codebook.show_code(code_id)

    def settle(self) -> None:
        """Write what is still being typed, and remember where one is."""
        self._panel.settle()
        self.passage.memo.keep()
        self.passage.definition.memo.keep()
        self.giving.recent.keep()
        self.reader.find_bar.give_up()
        self._remember()

    # -- interviews ----------------------------------------------------------------------------------------------

    def open(self, interview_id: int) -> None:
        """Read an interview, where it was left."""
        if self.reading is not None and self.reading.transcript.interview_id == interview_id:
            return
        self.settle()
        self._read(interview_id, self._places.left(interview_id))
        self._places.enter(interview_id)

    def _read(self, interview_id: int, left: Place) -> None:
        self.reading = self.desk.read_now(lambda session: Reading.load(session, interview_id))
        self.desk.read_interview(interview_id)
        self.header.show_interview(self.reading.transcript)
        self.page.open(self.reading, at=left.top)
        self.page.set_caret(left.caret)
        self.page.choose(left.chosen)
        self.reader.show_reading(self.reading)
        self._middle.setCurrentWidget(self.page)
        self.passages.show_reading(self.reading)
        self._note_turn()
        self.status_changed.emit()

    def _read_again(self, former: Reading) -> None:
        """The interview's text, its turns or its people changed; one stays where one is."""
        key, before = former.transcript.interview_id, former.transcript.text
        self.reading = self.desk.read_now(lambda session: Reading.load(session, key))
        self.header.show_interview(self.reading.transcript)
        self.page.reopen(self.reading, moved(before, self.reading.transcript.text))
        self.reader.show_reading(self.reading)
        self.passages.show_reading(self.reading)
        self._note_turn()
        self.status_changed.emit()

    def _list_interviews(self) -> None:
        ordered = self.desk.read_now(ordered_interviews)
        self._ids = ordered.ids
        self.header.list_interviews(ordered.rows)

    def _open_left(self) -> None:
        """The interview one was in; else the first; else say that there is none."""
        left = self._places.interview()
        if left in self._ids:
            self.open(left)
        elif self._ids:
            self.open(self._ids[0])
        else:
            self.reading = None
            self.desk.read_interview(None)
            self.header.show_interview(None)
            self.passage.show_passage(None, None)
            self.passages.show_reading(None)
            self.reader.show_reading(None)
            self._middle.setCurrentWidget(self.empty)
            self.status_changed.emit()

    def _remember(self) -> None:
        if self.reading is not None:
            place = Place(self.page.top_offset(), self.page.caret(), self.page.chosen)
            self._places.leave(self.reading.transcript.interview_id, place)

    # -- following changes ---------------------------------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        # the passages first: what is shown of them looks its codes up in the codebook of now
        dirty = self.reading.apply(change) if self.reading is not None else []
        self.codebook.follow(change)
        self.reader.follow(change)
        if is_progress(change):
            return
        if change.touches("question_asked", "guide_question"):
            self._note_turn()
        if change.touches(*ITS_TABLES, "project") and self._follow_interviews(change):
            return
        if change.touches("code"):
            self.showing.follow(change)
            self.passage.definition.refresh()
            self.page.repaint_all()
            self._note_turn()
        else:
            if change.touches("memo"):
                self.passage.definition.refresh_memo()
            self.page.follow(dirty)
        if dirty or change.touches("code", "memo", "citation"):
            self._panel.ask()
        if dirty and change.kind != "do":
            self._show_undone(dirty)
        if dirty:
            self.passages.show_reading(self.reading)
            self._note_turn()
            self.status_changed.emit()

    def _follow_interviews(self, change: Change) -> bool:
        """Follow what became of the interviews; whether one is shown anew."""
        self._list_interviews()
        if self.reading is None or self.reading.transcript.interview_id not in self._ids:
            self.reading = None
            self._open_left()
            return True
        former = self.reading
        read = partial(transcripts.read, interview_id=former.transcript.interview_id)
        changed = change.touches(*ITS_TABLES) and self.desk.read_now(read) != former.transcript
        if changed:
            self._read_again(former)
        return changed

    def _show_undone(self, spans: Sequence[Span]) -> None:
        """What was undone, or done again, is brought in sight, the caret with it."""
        if not any(self.page.span_rect(*span).height() > 4 for span in spans):
            start, _end = min(spans)
            self.page.set_caret(start)
            self.page.show_offset(start)

    def _show_chosen(self) -> None:
        self.bounds.follow()
        if self.page.chosen is not None:
            self.desk.remember_passage(self.page.chosen)
        self.passage.show_passage(self.reading, self.page.chosen_mark)
        self.passages.show_chosen()
        if self.page.chosen_mark is None:
            node = self.codebook.current()
            self.passage.define(node.id if node is not None else None)

    def _note_turn(self) -> None:
        """Say what stands at the caret: in the status bar, and to a screen reader."""
        place: here.Place = (None, [], ())
        if self.reading is not None:
            turn = self.reading.transcript.turn_at(self.page.caret())
            codes_here = here.codes_at(self.reading, self.desk.codebook, self.page.caret())
            number_here = turn.number if turn is not None else None
            place = number_here, codes_here, self.reader.questions.get(number_here or 0, ())
        if place != self._here:
            self._here = place
            self.page.setAccessibleDescription(here.spoken(*place))
            self.status_changed.emit()

    # -- gestures ------------------------------------------------------------------------------------------------

    def run_verb(self, verb: str) -> None:
        """Do what a key asks for (``app.coder.keys``); those of the page, where its caret is."""
        if not self.page.hasFocus() or self.astray.may(verb):
            self._run(verb)

    def _run(self, verb: str) -> None:
        if not (self.desk.read_only and keys.BY_VERB[verb].writes):
            self.focus.make_room_for(verb)
            if verb in OF_THE_PANEL:
                self._panel.settle()
            self._verbs[verb]()

    def _give_pinned(self, digit: int) -> None:
        if self.astray.may("pinned"):
            self.giving.pinned(digit)

    def _say(self, sentence: str) -> None:
        """Say where one looks why nothing was coded."""
        view, near = self.page.viewport(), self.page.cursorRect().bottomLeft() + QPoint(0, 6)
        if view is not None:
            if not view.rect().contains(near):
                near = QPoint(0, 12)
            pointer = view.mapFromGlobal(QCursor.pos())
            if QRect(near, TOLD).contains(pointer):
                near.setY(pointer.y() + 8)  # Qt would take away at once what comes under the pointer
            QToolTip.showText(view.mapToGlobal(near), sentence, view)

    def _list_passages(self) -> None:
        """The list of passages in place of the passage; again, away."""
        if self._side.currentWidget() is self.passages and self.passages.isAncestorOf(self.focusWidget()):
            self._leave_passages()
        else:
            self._side.setCurrentWidget(self.passages)
            self.passages.open()

    def _leave_passages(self) -> None:
        self._side.setCurrentWidget(self.passage)
        self.page.setFocus()

    def _go_to_passage(self, passage_id: int) -> None:
        self.page.choose(passage_id, show=True)
        self.page.setFocus()

    def _clear(self) -> None:
        if self.page.selected() is not None:
            self.page.clear_selection()
        elif self.page.chosen is not None:
            self.page.choose(None)
        else:
            self.focus.leave()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Another page is shown: with it comes back all that had stepped aside."""
        super().hideEvent(event)
        if event is not None and not event.spontaneous():
            self.focus.leave()

    def _move_bounds(self, passage_id: int, start: int, end: int) -> None:
        """The grips of a passage were dragged."""
        passages.resize(self.desk, passage_id=passage_id, start=start, end=end,
                        then=lambda change: self.page.choose(int(change.result)))

    def _pick(self, code_id: int) -> None:
        """A code was picked in the tree: it codes what is selected."""
        if self.giving.target() is not None:
            self.giving.give(code_id)
            self.page.setFocus()

    def _send(self) -> None:
        """The interview that is read, to Word, with its codes as comments."""
        from app.comments.letters import Letters

        if self.reading is not None:
            Letters(self.desk, self.settings, self).send([self.reading.transcript.interview_id])

    def _show_history(self) -> None:
        HistoryDialog(self.desk, self.settings, self).open()

    def _want(self, name: str) -> None:
        """A name was typed that no code has: make it, and give it to what is selected."""
        names, parent_id = code_path.typed(name), self.codebook.current_theme_id()
        if len(names) > 1:
            parent_id = None
        if names and self.giving.target() is not None:
            self.giving.give_new(names, parent_id)
        elif names:
            codes.add_path(self.desk, names=names, parent_id=parent_id,
                           then=lambda change: self.codebook.show_code(int(change.result)))

    def _theme_of(self, code_id: int) -> tuple[int, int]:
        """The theme of a code, and its place among the themes."""
        theme = self.desk.codebook.theme_of(code_id)
        return theme.id, theme.position

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.empty.say(_("No interview yet"), _("Import your transcripts in the Corpus page; they are read and coded "
                                                "here."))
        self._middle = QStackedWidget()
        self._middle.addWidget(self.page)
        self._middle.addWidget(self.empty)
        centre = parts.Panel("page")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._middle, 1)
        self._column = column
        self._side = QStackedWidget()
        self._side.addWidget(self.passage)
        self._side.addWidget(self.passages)
        panels = (self.codebook, centre, self._side)
        self._panels = Panels(panels, 1, self)
        for panel, least in zip(panels, (198, 414, 208), strict=True):
            panel.setMinimumWidth(least)
        KeptSplitter("coder", self.settings, panels, usual=SIZES, main=1, parent=self)

    def _connect(self) -> None:
        self.desk.changed.connect(self._follow)
        self.header.asked.connect(self.open)
        self.page.verb.connect(self.run_verb)
        self.page.digit.connect(self._give_pinned)
        self.page.chosen_changed.connect(self._panel.ask)
        self.page.moved.connect(self._note_turn)
        self.page.moved.connect(self._soon.start)
        self._soon.timeout.connect(self._remember)
        self.page.falling.fell.connect(self._pick)
        self.page.handles.movable = not self.desk.read_only
        self.page.handles.moved.connect(self._move_bounds)
        self.focus.asked.connect(self.alone_asked)
        self.reader.find_bar.found.connect(self.page.overview.set_hits)
        for part in (self.astray, self.reader, self.giving, self.moving, self.reshaping, self.mending):
            part.told.connect(self._say)
        for asked in (self.page.menu_asked, self.passage.menu_asked):
            asked.connect(self.menu.popup)
        self.codebook.picked.connect(self._pick)
        self.codebook.wanted.connect(self._want)
        self.codebook.history_asked.connect(self._show_history)
        self.codebook.current_changed.connect(self._current_code)
        self.passage.verb.connect(self._run)  # on the passage it shows
        self.passages.looked.connect(lambda passage_id: self.page.choose(passage_id, show=True))
        self.passages.asked.connect(self._go_to_passage)
        self.passages.left.connect(self._leave_passages)
        self.passage.add_asked.connect(self.giving.ask)
        self.passage.replace_asked.connect(self.reshaping.replace)
        self.passage.passage_asked.connect(lambda passage_id: self.page.choose(passage_id, show=True))
        self.passage.left.connect(self.page.setFocus)
        self.settings.changed.connect(self._use_setting)
        self._use_setting("reading_")

    def _current_code(self) -> None:
        node = self.codebook.current()
        self.giving.parent_id = node.id if node is not None else None
        if node is not None:
            self.passage.ask_definition(node.id)

    def _use_setting(self, name: str) -> None:
        if name.startswith("reading_"):
            self.page.set_look(Look.of(self.settings))

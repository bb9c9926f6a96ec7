# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving codes to words: by palette, by digit, from the tree, in vivo, again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QObject, QRect, pyqtSignal
from PyQt6.QtWidgets import QWidget

from app.acts import passages as acts
from app.coder.page.page import Page
from app.coder.palette import target
from app.coder.palette.palette import APART, CodePalette, Question
from app.coder.palette.palette_lines import Create, Entry, InVivo
from app.coder.palette.ranking import Found
from app.coder.palette.recent import RecentCodes
from app.desk import Desk
from app.settings import Settings
from coding import code_path
from coding.changes import Change
from coding.intervals import Span
from coding.language import _

Path = tuple[tuple[str, ...], int | None]  # the names of a code to make, and the code they are below


class Giving(QObject):
    """What is coded is the selection or, without one, the chosen passage. ``told`` carries a sentence: why nothing
    was coded. New codes go under ``parent_id``, which the codebook panel sets."""

    told = pyqtSignal(str)

    def __init__(self, over: QWidget, desk: Desk, settings: Settings, page: Page) -> None:
        super().__init__(over)
        self._desk = desk
        self._page = page
        self.parent_id: int | None = None
        self.recent = RecentCodes(desk, settings)
        self.palette = CodePalette(over)
        self.palette.closed.connect(page.setFocus)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"palette": self._ask_or_choose, "in_vivo": self.in_vivo, "repeat": self.repeat,
                "whole_turn": self._ask_turn, "repeat_turn": self._repeat_turn}

    def target(self) -> Span | None:
        """The span that would be coded."""
        mark = self._page.chosen_mark
        return self._page.selected() or ((mark.start, mark.end) if mark is not None else None)

    # -- asking --------------------------------------------------------------------------------------------------

    def ask(self, typed: str = "") -> None:
        """Open the palette near what is selected, which is brought in sight."""
        span, reading = self._wanted(), self._page.reading
        if span is not None and reading is not None:
            question = Question(
                target.turns_of(reading, span), target.words_of(reading, span), self._borne(span),
                self._parent(), self._in_vivo_name(span))
            self._open(question, span, lambda entries: self._take(span, entries), typed)

    def ask_code(self, title: str, span: Span, then: Callable[[int], None], *,
                 without: frozenset[int] = frozenset()) -> None:
        """Ask for one code of those that are there, for another use of it: ``title`` says what for («Replace “X” by»),
        ``span`` whose words are shown. ``then`` gets its id; codes of ``without`` are not offered."""
        reading = self._page.reading
        if reading is not None and not self._desk.read_only:
            question = Question(title, target.words_of(reading, span), without, one=True)
            self._open(question, span, lambda entries: _first(entries, then))

    def _open(self, question: Question, span: Span, then: Callable[[Sequence[Entry]], None], typed: str = "") -> None:
        near = self._make_room(span)
        self.palette.ask(question, near, self._desk.codebook, then, recent=self.recent.ids(),
                         uses=self._desk.counts.own, typed=typed)

    def _make_room(self, span: Span) -> QRect:
        """Bring the words in sight, at the top when the palette would not fit above or below them; returns where they
        are, in the coordinates of what the palette is over."""
        if not self._in_sight(span):
            self._page.show_offset(span[0])
        near, over = self._near(span), self.palette.parentWidget()
        height = self.palette.full_height() + 2 * APART
        if over is not None and near.top() < height and over.height() - near.bottom() < height:
            self._page.show_offset(span[0], share=0.04)
            near = self._near(span)
        return near

    def _near(self, span: Span) -> QRect:
        over, near = self.palette.parentWidget(), QRect(self._page.span_rect(*span))
        if over is not None:
            near.moveTopLeft(self._page.mapTo(over, near.topLeft()))
        return near

    def _ask_or_choose(self) -> None:
        """With something to code, the palette; else the passage at the caret becomes the chosen one."""
        reading = self._page.reading
        marks = reading.index.at(self._page.caret()) if reading is not None and self.target() is None else []
        if marks:
            self._page.choose(marks[-1].id)
        else:
            self.ask()

    def _ask_turn(self) -> None:
        """Select the turn at the caret, and open the palette on it."""
        span = self._turn()
        if span is not None and not self._desk.read_only:
            self._page.pick(*span)
            self.ask()

    # -- giving --------------------------------------------------------------------------------------------------

    def give(self, code_id: int) -> None:
        """Give a code."""
        span = self._shown()
        if span is not None and code_id in self._desk.codebook.by_id:
            self._give(span, [code_id])

    def give_new(self, names: Sequence[str], parent_id: int | None) -> None:
        """Make the code at a path of names below a code (themes when None) and give it; one that is there already
        is just given."""
        span = self._shown()
        if span is not None and names:
            self._give(span, [], [(tuple(names), parent_id)])

    def in_vivo(self) -> None:
        """Give a code named by the words themselves; a name that had to be cut short can be changed first."""
        span = self._shown()
        name = self._in_vivo_name(span) if span is not None else ""
        if span is not None and name:
            self._give_in_vivo(span, name)

    def pinned(self, digit: int) -> None:
        """Give the code that has a digit."""
        node = next((node for node in self._desk.codebook if node.pin == digit), None)
        span = self._shown() if node is not None else None
        if node is not None and span is not None:
            self._give(span, [node.id])

    def repeat(self) -> None:
        """Give the last codes again, all those of one act."""
        last = self.recent.last()
        span = self._shown() if last else None
        if span is not None:
            self._give(span, last)

    def _repeat_turn(self) -> None:
        """Give the last codes to the whole turn at the caret."""
        span, last = self._turn(), self.recent.last()
        if span is not None and not last:
            self.told.emit(_("No code was given yet: give one first."))
        elif span is not None and not self._desk.read_only and self._seen(span):
            self._give(span, last)

    def _take(self, span: Span, entries: Sequence[Entry]) -> None:
        """What was chosen in the palette."""
        codes = [entry.node.id for entry in entries if isinstance(entry, Found)]
        new = [(entry.names, entry.parent_id) for entry in entries if isinstance(entry, Create)]
        name = next((entry.name for entry in entries if isinstance(entry, InVivo)), "")
        if name and len(entries) == 1:
            self._give_in_vivo(span, name)
        else:
            self._give(span, codes, [*new, *([((name,), self._parent())] if name else [])])

    def _give_in_vivo(self, span: Span, name: str) -> None:
        if name.endswith("…"):
            self.ask(typed=name)
        else:
            self._give(span, [], [((name,), self._parent())])

    def _give(self, span: Span, codes: Sequence[int], new: Sequence[Path] = ()) -> None:
        """Give codes in one act, those made for it included; say so when there is nothing to give."""
        reading, borne = self._page.reading, self._borne(span)
        if reading is None:
            return
        if not new and borne.issuperset(codes):
            self._choose_at(span)
            names = ", ".join(self._desk.codebook.by_id[key].name for key in codes)
            self.told.emit(_("This passage already bears “{code}”.").format(code=names))
            return
        acts.code_span(self._desk, interview_id=reading.transcript.interview_id, start=span[0], end=span[1],
                       code_ids=codes, new=new, then=lambda change: self._show(change, codes, new))

    # -- what would be coded -------------------------------------------------------------------------------------

    def _wanted(self) -> Span | None:
        """The target, when it may be coded."""
        if self._desk.read_only:
            return None
        span = self.target()
        if span is None:
            self.told.emit(_("Select words first, or click a passage."))
        return span

    def _shown(self) -> Span | None:
        """The target, for what codes at once: never what nobody sees."""
        span = self._wanted()
        return span if span is not None and self._seen(span) else None

    def _seen(self, span: Span) -> bool:
        if self._in_sight(span):
            return True
        self._page.show_offset(span[0])
        self.told.emit(_("These words would be coded: press again if they are the ones."))
        return False

    def _in_sight(self, span: Span) -> bool:
        return self._page.span_rect(*span).height() > 4

    def _turn(self) -> Span | None:
        reading = self._page.reading
        span = target.turn_span(reading, self._page.caret()) if reading is not None else None
        if span is None:
            self.told.emit(_("There is no turn at the caret."))
        return span

    def _borne(self, span: Span) -> frozenset[int]:
        """The codes that this coder gave these very words."""
        index = self._page.reading.index if self._page.reading is not None else None
        marks = [mark for mark in index.between(*span) if (mark.start, mark.end) == span] if index is not None else []
        pairs = index.codings_of(marks[0].id) if index is not None and marks else []
        return frozenset(code_id for code_id, coder_id in pairs if coder_id == self._desk.coder_id)

    def _in_vivo_name(self, span: Span) -> str:
        return code_path.in_vivo(target.words_of(self._page.reading, span)) if self._page.reading else ""

    def _parent(self) -> int | None:
        """The theme of the current code, or of the last one given."""
        book = self._desk.codebook
        near = [self.parent_id, *self.recent.ids()]
        known = next((key for key in near if key is not None and key in book.by_id), None)
        return book.theme_of(known).id if known is not None else None

    # -- afterwards ----------------------------------------------------------------------------------------------

    def _choose_at(self, span: Span) -> None:
        index = self._page.reading.index if self._page.reading is not None else None
        exact = [mark for mark in index.between(*span) if (mark.start, mark.end) == span] if index is not None else []
        if exact:
            self._page.clear_selection()
            self._page.choose(exact[0].id)

    def _show(self, change: Change, codes: Sequence[int], new: Sequence[Path]) -> None:
        """What was coded is now the chosen passage, and its codes the latest used."""
        self._page.clear_selection()
        self._page.choose(int(change.result))
        made = (code_path.at(self._desk.codebook, names, parent_id=parent_id) for names, parent_id in new)
        self.recent.note([*codes, *(node.id for node in made if node is not None)])


def _first(entries: Sequence[Entry], then: Callable[[int], None]) -> None:
    found = next((entry for entry in entries if isinstance(entry, Found)), None)
    if found is not None:
        then(found.node.id)

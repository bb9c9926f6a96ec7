# SPDX-License-Identifier: GPL-3.0-or-later
"""Going from one passage to another: the next one, the next of the same code across interviews, those that overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PyQt6.QtCore import QObject, pyqtSignal

from app.coder.page.page import Page
from app.coder.page.reading import Reading
from app.coder.page.shown import What
from app.coder.passage.passage_panel import PassagePanel
from app.desk import Desk
from coding import passage_walk
from coding.intervals import Mark
from coding.language import _
from coding.passage_walk import Step


class Moving(QObject):
    """Chooses passages of a page. The code that is followed is the one whose meaning the panel shows. ``told`` carries
    a sentence for the reader; ``open_interview`` shows another interview, ``order`` gives the ids of all of them."""

    told = pyqtSignal(str)

    def __init__(self, desk: Desk, page: Page, panel: PassagePanel, open_interview: Callable[[int], None],
                 order: Callable[[], Sequence[int]]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._panel = panel
        self._open = open_interview
        self._order = order

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {
            "next_passage": partial(self._step, 1), "previous_passage": partial(self._step, -1),
            "next_of_code": partial(self._follow, 1), "previous_of_code": partial(self._follow, -1),
            "overlapping": self._turn_over,
        }

    def _step(self, direction: int) -> None:
        """Go to the next passage shown; while what is uncoded is looked for, select the next stretch of it."""
        reading = self._page.reading
        if reading is None:
            return
        if reading.shown.what is What.UNCODED:
            self._step_uncoded(reading, direction)
            return
        mark = reading.next_mark(self._page.chosen_mark, self._page.caret(), direction)
        if mark is None:
            self.told.emit(_("No passage is shown beyond here."))
        else:
            self._page.choose(mark.id, show=True)

    def _step_uncoded(self, reading: Reading, direction: int) -> None:
        selected = self._page.selected()
        gap = reading.next_gap(selected[0] if selected is not None else self._page.caret(), direction)
        if gap is None:
            self.told.emit(_("Nothing is left uncoded beyond here."))
            return
        self._page.choose(None)
        self._page.show_offset(gap[0], only_if_hidden=True)
        self._page.pick(*gap)

    # -- the same code -------------------------------------------------------------------------------------------

    def _follow(self, direction: int) -> None:
        """Go to the next passage of the code that is shown, in this interview or those that follow; start again at the
        end."""
        reading, code_id = self._page.reading, self._panel.definition.code_id
        if reading is None:
            return
        if code_id is None:
            self.told.emit(_("Choose a passage or a code: its passages are then one key away."))
            return
        here, mark = reading.transcript.interview_id, self._page.chosen_mark
        place = (mark.start, mark.end, mark.id) if mark is not None else passage_walk.before(self._page.caret())
        codes = reading.shown.among(self._desk.codebook.below(code_id))
        step = self._desk.read_now(lambda session: passage_walk.next_of_code(
            session, codes, order=self._order(), interview_id=here, place=place, direction=direction,
            coder_id=reading.shown.coder_id))
        if step is not None and (mark is None or step.passage_id != mark.id):
            self._open(step.interview_id)
            self._page.choose(step.passage_id, show=True)
            self._panel.ask_definition(code_id)
        self._say(step, mark, code_id, here, direction)

    def _say(self, step: Step | None, mark: Mark | None, code_id: int, here: int, direction: int) -> None:
        """What the reader would not see by themselves."""
        name, reading = self._desk.codebook.by_id[code_id].name, self._page.reading
        if step is None and reading is not None and reading.shown.what is not What.EVERYTHING:
            self.told.emit(_("No passage of “{code}” is shown now: show all passages first.").format(code=name))
        elif step is None:
            self.told.emit(_("No passage bears “{code}” yet.").format(code=name))
        elif mark is not None and step.passage_id == mark.id:
            self.told.emit(_("This is the only passage of “{code}”.").format(code=name))
        elif step.wrapped and direction > 0:
            self.told.emit(_("“{code}”: back to the first passage.").format(code=name))
        elif step.wrapped:
            self.told.emit(_("“{code}”: back to the last passage.").format(code=name))
        elif step.interview_id != here and reading is not None:
            self.told.emit(_("“{code}” in “{interview}”.").format(code=name, interview=reading.transcript.title))

    # -- one over the other --------------------------------------------------------------------------------------

    def _turn_over(self) -> None:
        """Choose the passage at the caret; again, the next of those that overlap there."""
        reading, ids = self._page.reading, []
        if reading is not None:
            ids = [mark.id for mark in pile(reading, self._page.caret(), self._page.chosen_mark)]
        if not ids:
            self.told.emit(_("There is no passage at the caret."))
            return
        place = ids.index(self._page.chosen) + 1 if self._page.chosen in ids else 0
        if ids[place % len(ids)] == self._page.chosen:
            self.told.emit(_("No other passage here."))
        self._page.choose(ids[place % len(ids)])


def pile(reading: Reading, caret: int, chosen: Mark | None) -> list[Mark]:
    """The passages at the caret, the innermost first, then those that overlap them; those around the chosen one when
    there are none at the caret."""
    here = reading.view.at(caret)[::-1] or ([chosen] if chosen is not None else [])
    if not here:
        return []
    around = reading.view.between(min(mark.start for mark in here), max(mark.end for mark in here))
    met = {mark.id for mark in here}
    return [*here, *(mark for mark in around if mark.id not in met)]

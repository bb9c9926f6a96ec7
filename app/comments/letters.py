# SPDX-License-Identifier: GPL-3.0-or-later
"""Coded interviews sent to Word, and the comments that come back: the verbs of the menus."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PyQt6.QtWidgets import QWidget

from app import messages
from app.comments.arriving_dialog import ArrivingDialog
from app.comments.sending_dialog import SendingDialog
from app.desk import Desk
from app.settings import Settings
from coding.comments import arriving, word_file
from coding.comments.arriving import Arrivals, Taken
from coding.comments.word_file import Letter
from coding.language import _, ngettext, number
from coding.order import ordered_interviews


class Letters:
    """Those of one open project."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget) -> None:
        self._desk, self._settings, self._parent = desk, settings, parent

    def send(self, interview_ids: Collection[int]) -> None:
        """Ask what of these interviews goes to Word."""
        rows = [(row.id, row.title) for row in self._desk.read_now(ordered_interviews) if row.id in interview_ids]
        if rows:
            SendingDialog(self._desk, self._settings, rows, self._parent).open()

    def ask(self) -> None:
        """Ask which file, read it, show what came."""
        path = messages.ask_file(self._parent, self._settings, _("Comments from Word"), _(messages.WORD))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read the comments of a file and show them."""
        self._desk.tasks.read(lambda: self._found(path), lambda found: self._show(*found))

    def _found(self, path: Path) -> tuple[Letter, Arrivals | None]:
        """The file, and what it brings to the interview that it was made from, when that is known."""
        letter = word_file.read(path)
        with self._desk.store.reading() as session:
            key = arriving.recognised(session, letter) if letter.comments else None
            return letter, arriving.foresee(session, letter, key) if key is not None else None

    def _show(self, letter: Letter, arrivals: Arrivals | None) -> None:
        if not letter.comments:
            messages.tell(self._parent, _("“{name}” bears no comment.").format(name=letter.name),
                          _("Comments are read, not changes made in the text. Nothing was changed."))
        elif arrivals is not None and not arrivals.new:
            messages.tell(
                self._parent, _("“{name}” brings nothing new.").format(name=letter.name), ngettext(
                    "Its comment on “{title}” is here already. Nothing was changed.",
                    "Its {n} comments on “{title}” are here already. Nothing was changed.",
                    arrivals.known).format(n=number(arrivals.known), title=arrivals.title))
        else:
            key = arrivals.interview_id if arrivals is not None else None
            ArrivingDialog(self._desk, letter, key, self._tell, self._parent).open()

    def _tell(self, taken: Taken) -> None:
        memos = ngettext("{n} memo", "{n} memos", taken.memos).format(n=number(taken.memos))
        codes = ngettext("{n} code given", "{n} codes given", taken.codings).format(n=number(taken.codings))
        messages.tell(self._parent, _("Taken from Word: {memos}, {codes}.").format(memos=memos, codes=codes),
                      _("Ctrl+Z takes all of it back."))

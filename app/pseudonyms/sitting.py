# SPDX-License-Identifier: GPL-3.0-or-later
"""The search for identifiers of one open project: under way in the background, found, or overtaken by changes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from app.desk import Desk
from app.pseudonyms.review import Review
from app.tasks import Tasks
from coding.changes import Change
from coding.elsewhere import Cancelled
from coding.language import ngettext
from coding.pseudonyms import adding, cleared, proposals, search
from coding.pseudonyms.fields import BY_COLUMN
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.pseudonyms.correspondence import Correspondence
    from coding.pseudonyms.identity import Identity


class Sitting(QObject):
    """What every part that asks about identifiers shares, as long as the project is open; ``of`` gives it.

    ``turned`` says that a search began, ended or is out of date; ``told`` is its progress. ``asks`` is whether exports
    are looked at first.
    """

    turned = pyqtSignal()
    told = pyqtSignal(int, int, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.review = Review(self)
        self.asks = True
        self.error: KnownError | None = None
        self.looking = False
        self._desk = desk
        self._found: search.Found | None = None
        self._overtaken = False
        self._stop = threading.Event()
        self._tasks = Tasks(self, inline=desk.tasks.inline)  # neither writing nor exports wait for it
        desk.changed.connect(self._follow)
        desk.closing.connect(self._close)
        desk.pending = self._pending

    @classmethod
    def of(cls, desk: Desk) -> Sitting:
        """That of a desk, begun when it is first asked for."""
        return desk.findChild(cls) or cls(desk)

    @property
    def found(self) -> bool:
        """Whether a search came to its end."""
        return self._found is not None

    @property
    def fresh(self) -> bool:
        """Whether what was found is true of the texts as they are."""
        return self.found and not self._overtaken and not self.looking

    def look(self) -> None:
        """Look for identifiers; the texts that did not change since the last time are not read again, and nothing at
        all when none did."""
        if self.looking:
            return
        stop = self._stop = threading.Event()
        self.looking, self._overtaken, self.error = True, False, None
        self.turned.emit()
        project, before = self._desk.store.path, self._found
        added = self.review.added

        def work() -> tuple[search.Found, list[Identity]]:
            found = search.search(project, self.told.emit, stop.is_set, before)
            if found is not before:
                proposals.propose_all(found.identities)  # lists of names are read here, not while the window waits
            again = self._desk.read_now(lambda session: [adding.everywhere(session, *words) for words in added])
            return found, [one for one in again if one is not None]

        self._tasks.read(work, self._take, self._fail)

    def stop(self) -> None:
        """End the search under way; what was found before stays."""
        self._stop.set()

    def open_table(self, table: Correspondence) -> None:
        """What the table knows already is proposed for the same identities."""
        self.review.table = table
        self.review.recall()

    def _pending(self) -> str:
        """What closing the project would lose."""
        n = len(self.review.decisions())
        said = ngettext("{n} decision about an identity is not applied.",
                        "{n} decisions about identities are not applied.", n)
        return said.format(n=n) if n else ""

    def _take(self, done: tuple[search.Found, list[Identity]]) -> None:
        found, added = done
        self._found, self.looking = found, False
        self.review.used = self._desk.read_now(cleared.pseudonyms)
        self.review.take((*found.identities, *added))
        self.turned.emit()

    def _fail(self, error: KnownError) -> None:
        self.looking, self._overtaken = False, True
        self.error = None if isinstance(error, Cancelled) else error
        self.turned.emit()

    def _follow(self, change: Change) -> None:
        fresh = self.fresh
        self._overtaken = self._overtaken or any(
            (image.table, column) in BY_COLUMN and BY_COLUMN[image.table, column].searched
            for image in change.images for column in (image.after or image.before or ()))
        # Those kept by an act are gone from the review by then; taken back, they are to be asked about again.
        self._overtaken = self._overtaken or (change.kind != "do" and change.touches("cleared_form"))
        if fresh and self._overtaken:
            self.turned.emit()

    def _close(self) -> None:
        self.stop()
        self._tasks.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk: one open project and what every view of it needs, handed to each by its constructor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PyQt6.QtCore import QObject, pyqtSignal

from app.tasks import Tasks
from coding import codebook as codebooks
from coding import exports_log
from coding import project as projects
from coding.changes import Change, Label, Writer
from coding.codebook import Codebook
from coding.counts import Counts
from models.errors import KnownError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coding.saturation import Analysis
    from models.store import Store

T = TypeVar("T")
LATELY = 30


class Desk(QObject):
    """Signals: ``changed`` (a Change, after ``codebook`` and ``counts`` follow it), ``failed`` (a KnownError no
    one else took), ``place_asked`` (interview id, start, end: show this in its transcript), ``code_asked`` (code id)
    and ``memo_asked`` (memo id) likewise, ``memos_sought`` (words: list the memos that hold them),
    ``close_asked`` (code id: propose words that resemble its passages),
    ``identity_asked`` (key: show it among what may identify someone, or all that is left when it is empty),
    ``interview_read`` (the Coder shows another interview), ``closing`` (the project is about to be closed: whoever
    works apart from ``tasks`` ends it)."""

    changed = pyqtSignal(object)
    failed = pyqtSignal(object)
    place_asked = pyqtSignal(int, int, int)
    code_asked = pyqtSignal(int)
    memo_asked = pyqtSignal(int)
    memos_sought = pyqtSignal(str)
    close_asked = pyqtSignal(int)
    identity_asked = pyqtSignal(str)
    interview_read = pyqtSignal()
    closing = pyqtSignal()

    def __init__(self, store: Store, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.tasks = tasks
        self.writer: Writer = projects.writer_for(store)
        self.codebook: Codebook
        self.counts: Counts
        self.lately: list[int] = []
        self.interview_id: int | None = None
        self.pending: Callable[[], str] = str  # what closing would lose, in a sentence: nothing, unless someone says
        self._reload()
        tasks.failed.connect(self.failed)

    @property
    def read_only(self) -> bool:
        """Whether this window may only read."""
        return self.store.read_only

    @property
    def coder_id(self) -> int:
        """The coder at work."""
        return self.writer.coder_id or 1

    def read_interview(self, interview_id: int | None) -> None:
        """The Coder shows an interview, or none: what is done to the codebook is logged with it."""
        if interview_id != self.interview_id:
            self.interview_id = interview_id
            self.interview_read.emit()

    def remember_passage(self, passage_id: int) -> None:
        """A passage was chosen: ``lately`` holds the ids of the last ones, the latest first."""
        self.lately = [passage_id, *(key for key in self.lately if key != passage_id)][:LATELY]

    def do(self, label: Label, act: Callable[[Session], Any], then: Callable[[Change], None] | None = None,
           otherwise: Callable[[KnownError], None] | None = None) -> None:
        """Run an act on the writing thread; views hear of it by ``changed``, then ``then`` is called."""
        self.tasks.write(lambda: self.writer.do(label, act), lambda change: self._follow(change, then), otherwise)

    def run(self, work: Callable[[Writer], T], then: Callable[[T], None],
            otherwise: Callable[[KnownError], None] | None = None) -> None:
        """Run what does an act of its own, such as importing a table; ``then`` gets what it returns."""

        def both() -> tuple[T, Change | None]:
            before = self.writer.last
            result = work(self.writer)
            return result, self.writer.last if self.writer.last is not before else None

        def follow(done: tuple[T, Change | None]) -> None:
            self._follow(done[1])
            then(done[0])

        self.tasks.write(both, follow, otherwise)

    def undo(self) -> None:
        """Take back the last act of this sitting."""
        self.tasks.write(self.writer.undo, self._follow)

    def redo(self) -> None:
        """Do the last undone act again."""
        self.tasks.write(self.writer.redo, self._follow)

    def read(self, query: Callable[[Session], T], then: Callable[[T], None]) -> None:
        """Run a long query on the reading thread."""
        self.tasks.read(lambda: self.read_now(query), then)

    def read_now(self, query: Callable[[Session], T]) -> T:
        """Run a short query at once (a few milliseconds at most when on the GUI thread)."""
        with self.store.reading() as session:
            return query(session)

    def log_export(self, what: str, path: Path, whose: Callable[[Session], Iterable[int]] = lambda _session: ()
                   ) -> None:
        """Remember that a file left the project; ``whose`` gives the interviews whose words it may hold, none for
        all."""
        found = tuple(self.read_now(whose))
        if self.read_only:
            self.tasks.read(lambda: exports_log.note(self.store.path, what, path, found))
        else:
            self.tasks.write(lambda: self.writer.log_export(what, path.absolute(), found))

    def log_verdict(self, group_id: int | None, analysis: Analysis) -> None:
        """Remember what was found of a group by what the project records (no trial)."""
        if not self.read_only:
            self.tasks.write(lambda: self.writer.log_verdict(group_id, analysis))

    def close(self) -> None:
        """Finish what is under way, leave no trace of what was erased, and let go of the file."""
        self.closing.emit()
        self.tasks.close()
        self.tasks.blockSignals(True)  # answers still on their way have nowhere to go
        with suppress(KnownError):  # another window reads the file: the next one to open it will do it
            self.writer.finish_erasing()
        self.store.close()

    def follow(self, change: Change) -> None:
        """Tell the views of an act that the writer did by itself."""
        self._follow(change)

    def _follow(self, change: Change | None, then: Callable[[Change], None] | None = None) -> None:
        if change:
            if not self.counts.apply(change):
                self._reload()
            elif change.touches("code"):
                self.codebook = self.read_now(codebooks.read)
                self.counts.follow(self.codebook)
            self.changed.emit(change)
        if then is not None and change is not None:
            then(change)

    def _reload(self) -> None:
        def load(session: Session) -> tuple[Codebook, Counts]:
            book = codebooks.read(session)
            return book, Counts.load(session, book)

        self.codebook, self.counts = self.read_now(load)

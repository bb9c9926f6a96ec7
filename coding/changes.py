# SPDX-License-Identifier: GPL-3.0-or-later
"""The writer: every act is one committed transaction that knows how to be undone.

An act is a function of a session. Whatever rows it adds, changes or deletes are photographed at flush; the
photographs are the inverse. Undo writes the earlier ones back after checking that nothing else has touched
those rows, so no act needs an undo of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from sqlalchemy import event, insert, inspect, select
from sqlalchemy.orm import PassiveFlag, Session
from sqlalchemy.orm.attributes import get_history

from coding import search
from coding.language import N_, _
from coding.row_images import Row, RowImage, unmoved, write_back
from models import dialect_sqlite
from models.base import Table, now
from models.change import ChangeEntry
from models.errors import KnownError
from models.export_entry import ExportEntry
from models.interview import Turn
from models.store import Store

if TYPE_CHECKING:
    from coding.saturation import Analysis

Kind = Literal["do", "undo", "redo"]


@dataclass(frozen=True)
class Label:
    """What an act is called: a msgid such as N_("code “{code}”") and the values that fill it."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def say(self) -> str:
        """The label in the user's language."""
        return _(self.key).format(**self.values)


@dataclass(frozen=True)
class Change:
    """One committed act: its label, the rows it touched, the revision it made, and what the act returned.

    ``images`` is empty, and the revision unchanged, when the act found nothing to change. ``erases``: nothing of what
    was there before may stay on disk once it is done, or undone.
    """

    label: Label
    images: tuple[RowImage, ...]
    revision: int
    kind: Kind = "do"
    result: Any = None
    erases: bool = False

    def __bool__(self) -> bool:
        return bool(self.images)

    def of(self, table: type[Table]) -> list[RowImage]:
        """The images of one table."""
        return [image for image in self.images if image.table == table.__tablename__]

    def touches(self, *tables: str) -> bool:
        """Whether any row of the tables so named was touched."""
        return any(image.table in tables for image in self.images)

    def ids(self, table: type[Table]) -> set[int]:
        """The touched ids of one table."""
        return {image.id for image in self.of(table)}


class Writer:
    """The only way to change a project. Used from one thread at a time; undo lasts for its lifetime."""

    def __init__(self, store: Store, *, coder_id: int | None = None) -> None:
        self.store = store
        self.coder_id = coder_id
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._greater: Session | None = None  # of the act that others are part of

    @property
    def last(self) -> Change | None:
        """The act that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back; None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Label | None:
        """What redo would do again; None when there is nothing."""
        return self._undone[-1].label if self._undone else None

    def do(self, label: Label, act: Callable[[Session], Any], *, codebook_logged: bool = True) -> Change:
        """Run ``act`` in one transaction and commit it; any error leaves the project as it was. An act that erases
        words from the codebook does not log them. Within ``as_one`` it is part of the greater act."""
        if self._greater is not None:
            result = act(self._greater)
            self._greater.flush()
            return Change(label, (), 0, "do", result)
        with self.store.writing() as session, session.begin():
            dialect_sqlite.defer_foreign_keys(session.connection())
            camera = _Camera(session)
            result = act(session)
            session.flush()
            images = camera.images()
            revision = _close(session, "do", label, images, self.coder_id, codebook_logged=codebook_logged)
        change = Change(label, images, revision, "do", result, erases=not codebook_logged)
        if change:
            self._done.append(change)
            self._undone.clear()
        return change

    def as_one(self, label: Label, work: Callable[[Writer], Any]) -> Change:
        """Run ``work``, all of whose acts become one: one transaction, one undo; any error leaves the project as it
        was. ``result`` is what ``work`` returns."""

        def act(session: Session) -> Any:
            self._greater = session
            try:
                return work(self)
            finally:
                self._greater = None

        return self.do(label, act)

    def undo(self) -> Change | None:
        """Take back the last act; None when there is nothing to undo. Raises KnownError when its rows have
        changed since by another way."""
        return self._again(self._done, self._undone, "undo")

    def redo(self) -> Change | None:
        """Do the last undone act again; None when there is nothing to redo."""
        return self._again(self._undone, self._done, "redo")

    def erase(self, label: Label, act: Callable[[Session], Any]) -> tuple[Change, list[Path]]:
        """``do``, then ``scrub``; returns the act and the backups that went. Should the program die in between, or
        another window read the file, the next writer of the project scrubs it (``finish_erasing``)."""
        with self._marked():
            change = self.do(label, act, codebook_logged=False)
        return change, self.scrub()

    @contextmanager
    def _marked(self) -> Iterator[None]:
        """Mark the project as one to scrub; as it was, when the block fails."""
        already = self.store.unscrubbed
        self.store.mark_unscrubbed()
        try:
            yield
        except BaseException:
            if not already:
                self.store.unmark_unscrubbed()
            raise

    def finish_erasing(self) -> None:
        """Scrub what an earlier sitting erased without coming to its end, if it did."""
        if self.store.unscrubbed and not self.store.read_only:
            self.scrub()

    def scrub(self) -> list[Path]:
        """Leave nothing on disk of what was erased or replaced: the search index is made anew, the file written anew
        and its log emptied, earlier backups deleted and one made now. Returns the backups that went. Undo stays
        possible, from memory. Raises KnownError when another window is reading the file."""
        with self.store.writing() as session, session.begin():
            search.rebuild(session)
        self.store.vacuum()
        gone = self.store.replace_backups()
        self.store.unmark_unscrubbed()
        return gone

    def log_export(self, what: str, path: Path, interviews: Iterable[int] = ()) -> None:
        """Remember that a file left the project; no act, and nothing that undo takes back."""
        with self.store.writing() as session, session.begin():
            session.add(ExportEntry(what=what, path=str(path), interviews=sorted(interviews)))

    def log_verdict(self, group_id: int | None, analysis: Analysis) -> None:
        """Remember what was found of a group (of the whole corpus when None) by what the project records; no act, and
        nothing that undo takes back."""
        from coding import past_verdicts

        with self.store.writing() as session, session.begin():
            past_verdicts.record(session, group_id, analysis)

    def forget(self) -> None:
        """Empty the undo history."""
        self._done.clear()
        self._undone.clear()

    def _again(self, source: list[Change], target: list[Change], kind: Kind) -> Change | None:
        """Replay the last of ``source``. An act that erases, or brings back what was erased, leaves no trace of what
        goes: at once, or at the next opening when another window reads the file."""
        if not (source and source[-1].erases):
            return self._replay(source, target, kind)
        with self._marked():
            change = self._replay(source, target, kind)
        with suppress(KnownError):  # the mark stays, and finish_erasing does it
            self.scrub()
        return change

    def _replay(self, source: list[Change], target: list[Change], kind: Kind) -> Change | None:
        if not source:
            return None
        change = source[-1]
        images = tuple(image.reversed() for image in reversed(change.images))
        with self.store.writing() as session, session.begin():
            dialect_sqlite.defer_foreign_keys(session.connection())
            if not unmoved(session, images):
                raise KnownError(
                    N_("“{act}” can no longer be undone or redone: what it touched has changed since."),
                    act=change.label.say(),
                )
            write_back(session, images)
            if change.erases:
                _forget_since(session, change.revision)
            revision = _close(session, kind, change.label, images, self.coder_id,
                              codebook_logged=not change.erases)
        replayed = Change(change.label, images, revision, kind, change.result, erases=change.erases)
        source.pop()
        target.append(replayed)
        return replayed


def _forget_since(session: Session, revision: int) -> None:
    """Leave the log without what was done and undone since, which may say what goes now."""
    for row in session.scalars(select(ChangeEntry).where(ChangeEntry.id > revision)):
        row.values, row.codebook = {}, []
    session.flush()


class _Camera:
    """Photographs the rows that a session flushes."""

    def __init__(self, session: Session) -> None:
        self._images: dict[tuple[str, int], RowImage] = {}
        event.listen(session, "before_flush", self._before)
        event.listen(session, "after_flush", self._after)

    def images(self) -> tuple[RowImage, ...]:
        """What was touched, net: a row added then deleted, or changed back, leaves no image."""
        return tuple(image for image in self._images.values() if image.before != image.after)

    def _before(self, session: Session, _context: Any, _instances: Any) -> None:
        for row in session.deleted:
            for column in inspect(row).mapper.column_attrs:
                getattr(row, column.key)  # deferred columns must be in the photograph too

    def _after(self, session: Session, _context: Any) -> None:
        for row in session.new:
            self._add(row, None, _whole(row))
        for row in session.dirty:
            earlier = self._images.get((row.__tablename__, row.id))
            before, after = _difference(row, fresh=earlier is not None and earlier.before is None)
            if after:
                self._add(row, before, after)
        for row in session.deleted:
            self._add(row, _whole(row) | _difference(row, fresh=True)[0], None)

    def _add(self, row: Any, before: Row | None, after: Row | None) -> None:
        key = (cast(str, row.__tablename__), cast(int, row.id))
        earlier = self._images.get(key)
        if earlier is not None:
            before, after = _merged(earlier, before, after)
        self._images[key] = RowImage(*key, before, after)


def _whole(row: Any) -> Row:
    return {column.key: row.__dict__.get(column.key) for column in inspect(row).mapper.column_attrs}


def _difference(row: Any, *, fresh: bool) -> tuple[Row, Row]:
    """The changed columns before and after; only a ``fresh`` row may have columns that were never read."""
    before: Row = {}
    after: Row = {}
    for key in list(inspect(row).committed_state):  # what was set since the last flush
        history = get_history(row, key, PassiveFlag.PASSIVE_NO_INITIALIZE)
        if history.added:
            if not history.deleted and not fresh:
                raise RuntimeError(f"{row.__tablename__}.{key} was set without being read")
            if history.deleted:
                before[key] = history.deleted[0]
            after[key] = history.added[0]
    return before, after


def _merged(earlier: RowImage, before: Row | None, after: Row | None) -> tuple[Row | None, Row | None]:
    if earlier.before is None:  # appeared in this act
        return None, None if after is None else {**(earlier.after or {}), **after}
    if earlier.after is None:  # deleted, then added again under the same id
        return earlier.before, after
    if after is None:  # changed, then deleted: the first photograph knows the changed columns best
        return {**(before or {}), **earlier.before}, None
    return {**(before or {}), **earlier.before}, {**earlier.after, **after}


def _close(session: Session, kind: Kind, label: Label, images: tuple[RowImage, ...], coder_id: int | None, *,
           codebook_logged: bool = True) -> int:
    """Refresh the search index and log the act; return the revision."""
    if not images:
        return session.scalar(select(ChangeEntry.id).order_by(ChangeEntry.id.desc()).limit(1)) or 0
    turn_ids = _reworded(session, images)
    if turn_ids:
        search.refresh(session, turn_ids)
    codebook = [
        {"id": image.id, "before": plain(image.before), "after": plain(image.after)}
        for image in images if image.table == "code" and codebook_logged
    ]
    entry = insert(ChangeEntry).values(
        at=now(), coder_id=coder_id, kind=kind, label=label.key,
        values={key: str(value) for key, value in label.values.items()}, codebook=codebook,
    )
    return cast(int, cast(Any, session.connection().execute(entry)).inserted_primary_key[0])


def plain(row: Row | None) -> Row | None:
    """A row as the log keeps it."""
    if row is None:
        return None
    return {key: value.isoformat() if isinstance(value, date | datetime) else value for key, value in row.items()}


def _reworded(session: Session, images: Iterable[RowImage]) -> list[int]:
    """The turns that came, went, moved in a text that stayed, or say something else in a text that changed."""
    turns = {image.id: image for image in images if image.table == "turn"}
    found = set(turns)
    for image in images:
        if image.table == "interview" and image.before and image.after and "text" in image.after:
            old, new = image.before["text"], image.after["text"]
            for key, start, end in session.execute(
                select(Turn.id, Turn.start, Turn.end).where(Turn.interview_id == image.id)
            ):
                was = turns[key].before if key in turns else {}
                if was is not None and old[was.get("start", start) : was.get("end", end)] == new[start:end]:
                    found.discard(key)
                else:
                    found.add(key)
    return sorted(found)

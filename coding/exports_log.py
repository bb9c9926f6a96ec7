# SPDX-License-Identifier: GPL-3.0-or-later
"""What left the project: each file written, when, where, and whose words it may hold.

The log is a table of the project. A process that may only read leaves a note among the backups instead, which the
next writer takes in; readers see both.
"""

from __future__ import annotations

import csv
import io
import json
import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook_log
from coding.changes import Writer
from coding.language import N_, _
from coding.reports.leaving import replacing
from models import dialect_sqlite
from models.base import new_guid, now
from models.errors import KnownError
from models.export_entry import ExportEntry
from models.group import GroupMember
from models.store import Store, open_to_write

log = logging.getLogger(__name__)

KINDS = {
    "quotes": N_("Coded quotes"), "transversal": N_("Transversal table"), "profiles": N_("Profiles"),
    "relations": N_("Relations between codes"), "contradictions": N_("Contradictory codes"),
    "saturation": N_("Saturation report"), "statuses": N_("Groups compared"),
    "transcript": N_("Coded interview"), "memos": N_("Memos"), "citations": N_("Who is cited"),
    "codebook": N_("Codebook"), "codebook_history": N_("History of the codebook"),
    "interviews": N_("Interviews table"), "participants": N_("Participants table"),
    "annex": N_("Table of participants for an annex"), "guide": N_("Interview guide"),
    "groups": N_("Sampling frames"), "folder": N_("All tables and transcripts"),
    "concordance": N_("Concordance"), "vocabulary": N_("Vocabulary"),
    "qdpx": N_("Project for other programs (REFI-QDA)"), "iramuteq": N_("Corpus for IRaMuTeQ"),
}
GONE = 0  # stands for nobody’s interview: one that is no longer in the project, or none at all. No row has this id
_NOTE = "export-"


@dataclass(frozen=True)
class Export:
    """One file, or folder, written. ``at`` is in UTC, without a zone; ``interviews`` are the ids whose words it may
    hold, empty for all of those there were."""

    at: datetime
    what: str
    path: Path
    interviews: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """What it is, in the user's language."""
        return _(KINDS[self.what]) if self.what in KINDS else self.what

    @property
    def when(self) -> datetime:
        """The moment, in the time of this machine."""
        return codebook_log.local(self.at)

    @property
    def still_there(self) -> bool:
        """Whether something stands at that place now."""
        return self.path.exists()

    def may_hold(self, interview_ids: Collection[int]) -> bool:
        """Whether words of any of these interviews may be in it."""
        return not self.interviews or not set(interview_ids).isdisjoint(self.interviews)


def add(project: Path, what: str, path: Path, interviews: Iterable[int] = ()) -> None:
    """Log an export from a process that reads: in the project when nobody holds it, by a note otherwise."""
    try:
        with open_to_write(project) as store:
            Writer(store).log_export(what, path.absolute(), interviews)
    except KnownError:
        note(project, what, path, interviews)


def note(project: Path, what: str, path: Path, interviews: Iterable[int] = ()) -> None:
    """Leave word of an export among the backups. An export is never refused for want of room for its note."""
    said = {"at": now().isoformat(), "what": what, "path": str(path.absolute()), "interviews": sorted(interviews)}
    folder = dialect_sqlite.backups_folder(project)
    try:
        folder.mkdir(exist_ok=True)
        target = folder / f"{_NOTE}{new_guid()}.json"
        partial = target.with_suffix(".partial")
        partial.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        partial.replace(target)
    except OSError as error:  # a project on a disk that cannot be written
        log.info("the export could not be logged: %s", error)


def take_in(writer: Writer) -> None:
    """Put into the log the notes that readers left."""
    noted = dict(_notes(writer.store.path))
    if not noted or writer.store.read_only:
        return
    with writer.store.writing() as session, session.begin():
        known = {(row.at, row.path) for row in session.scalars(select(ExportEntry))}
        session.add_all(
            ExportEntry(at=one.at, what=one.what, path=str(one.path), interviews=list(one.interviews))
            for one in noted.values() if (one.at, str(one.path)) not in known)
    for file in noted:
        file.unlink(missing_ok=True)


def read(store: Store) -> list[Export]:
    """Every export, the latest first."""
    with store.reading() as session:
        found = [Export(row.at, row.what, Path(row.path), tuple(row.interviews))
                 for row in session.scalars(select(ExportEntry))]
    noted = (one for _file, one in _notes(store.path) if one not in found)
    return sorted([*found, *noted], key=lambda one: one.at, reverse=True)


def within(session: Session, *, interview_ids: Collection[int] = (), group_ids: Collection[int] = ()
           ) -> tuple[int, ...]:
    """Whose words an export limited to these interviews and groups may hold; empty when it is limited to none."""
    found = set(interview_ids)
    if group_ids:
        members = set(session.scalars(select(GroupMember.interview_id).where(GroupMember.group_id.in_(group_ids))))
        found = found & members if found else members
    return tuple(sorted(found)) or ((GONE,) if interview_ids or group_ids else ())


def listed(exports: Sequence[Export], *, separator: str = "\t") -> str:
    """The exports as lines to be copied or kept: when, what, where, still there or not."""
    lines = io.StringIO()
    table = csv.writer(lines, delimiter=separator, lineterminator="\n")
    table.writerow([_("date"), _("export"), _("path"), _("still there")])
    for one in exports:
        there = _("yes") if one.still_there else _("no")
        table.writerow([f"{one.when:%Y-%m-%d %H:%M}", one.title, str(one.path), there])
    return lines.getvalue()


def write_list(exports: Sequence[Export], path: Path) -> None:
    """Write that list, commas apart in a csv and tabs otherwise. Raises KnownError when it cannot be written."""
    table = path.suffix.lower() == ".csv"
    with replacing(path) as partial:
        partial.write_text(listed(exports, separator="," if table else "\t"), newline="\n",
                           encoding="utf-8-sig" if table else "utf-8")


def _notes(project: Path) -> Iterator[tuple[Path, Export]]:
    folder = dialect_sqlite.backups_folder(project)
    for file in sorted(folder.glob(f"{_NOTE}*.json")) if folder.is_dir() else []:
        said = json.loads(file.read_text(encoding="utf-8"))
        yield file, Export(datetime.fromisoformat(said["at"]), said["what"], Path(said["path"]),
                           tuple(said["interviews"]))

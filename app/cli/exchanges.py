# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA files among those that ``filrouge import`` is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coding.language import _, ngettext
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.arrivals import Failure
    from coding.changes import Writer

SUFFIXES = (".qdpx", ".qdc")


@dataclass
class Brought:
    """What became of them: entries of the JSON document, one an interview (one that names none when a file brought no
    interview), and the files that were refused."""

    imported: list[dict[str, Any]] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    def tell(self) -> None:
        """Say it in words."""
        for entry in self.imported:
            n = entry["turns"]
            turns = ngettext("{n} turn", "{n} turns", n).format(n=n)
            print(f"{entry['interview']}: {turns}" if entry["interview"] else entry["file"])
            for warning in entry["warnings"]:
                print(f"  {warning}")
        for failure in self.failed:
            print(_("Not imported: {reason}").format(reason=failure.error))


def is_one(path: Path) -> bool:
    """Whether a file is of REFI-QDA, by its ending."""
    return path.suffix.lower() in SUFFIXES


def take_all(writer: Writer, paths: Sequence[Path], group: str | None) -> Brought:
    """Take each file in an act of its own; one that is refused stops nothing. New interviews join ``group``."""
    from coding.arrivals import Failure

    found = Brought()
    for path in paths:
        try:
            found.imported += _project(writer, path, group) if path.suffix.lower() == ".qdpx" else _codes(writer, path)
        except KnownError as error:
            found.failed.append(Failure(path.name, error))
    return found


def _project(writer: Writer, path: Path, group: str | None) -> list[dict[str, Any]]:
    from coding.exchange import losses, reading, taking

    report = taking.take(writer, reading.read_project(path), group=group)
    entries = [_interview(writer, path, key) for key in report.interviews] or [_entry(path)]
    entries[0]["warnings"] = losses.said(report.losses)
    return entries


def _codes(writer: Writer, path: Path) -> list[dict[str, Any]]:
    from coding import codebook_differences
    from coding.exchange import codebooks, losses

    warnings = losses.said(codebooks.read(path).losses)
    report = codebook_differences.take(writer, path)
    return [_entry(path, warnings=[*warnings, *(problem.say() for problem in report.problems)])]


def _interview(writer: Writer, path: Path, interview_id: int) -> dict[str, Any]:
    from coding import speakers, transcripts

    with writer.store.reading() as session:
        read = transcripts.read(session, interview_id)
        voices = [{"label": one.label, "turns": one.turns, "interviewer": one.is_interviewer}
                  for one in speakers.speakers(session, interview_id)]
    return _entry(path, interview=read.title, turns=len(read.turns), speakers=voices)


def _entry(path: Path, **said: Any) -> dict[str, Any]:
    return {"file": path.name, "interview": "", "turns": 0, "speakers": [], "warnings": [], **said}

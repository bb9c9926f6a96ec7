# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole projects and codebooks among what ``filrouge import`` is given: REFI-QDA files, folders of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coding.language import N_, _, ngettext, number
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.arrivals import Failure
    from coding.changes import Writer
    from coding.metadata.report import Report


@dataclass(frozen=True)
class Taken:
    """What one of them brought: counts in words, what did not come, and an entry of the JSON document for each new
    interview (one that names none when there is none)."""

    file: str
    counts: Sequence[str]
    entries: Sequence[Mapping[str, Any]]

    def tell(self) -> None:
        """Say it in words."""
        print(self.file if self.counts else _("“{name}” brings nothing new.").format(name=self.file))
        for said in (*self.counts, *(warning for entry in self.entries for warning in entry["warnings"])):
            print(f"  {said}")
        for entry in self.entries:
            if entry["interview"]:
                print(f"  {line(entry['interview'], entry['turns'], entry['speakers'])}")


@dataclass
class Brought:
    """What became of them: what was taken, and what was refused."""

    taken: list[Taken] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    @property
    def imported(self) -> list[Mapping[str, Any]]:
        """The entries of the JSON document."""
        return [entry for one in self.taken for entry in one.entries]


def is_one(path: Path) -> bool:
    """Whether this is a REFI-QDA file, by its ending, or a folder."""
    return path.suffix.lower() in (".qdpx", ".qdc") or path.is_dir()


def take_all(writer: Writer, paths: Sequence[Path], group: str | None) -> Brought:
    """Take each in an act of its own; one that is refused stops nothing. New interviews join ``group``."""
    from coding.arrivals import Failure

    found = Brought()
    for path in paths:
        try:
            if path.is_dir():
                taken, failed = _folder(writer, path, group)
                found.failed += failed
            else:
                taken = _project(writer, path, group) if path.suffix.lower() == ".qdpx" else _codes(writer, path)
            found.taken.append(taken)
        except KnownError as error:
            found.failed.append(Failure(path.name, error))
    return found


def line(interview: str, turns: int, speakers: Sequence[Mapping[str, Any]]) -> str:
    """An interview that came in, in words."""
    said = ngettext("{n} turn", "{n} turns", turns).format(n=turns)
    names = ", ".join(_("{label} (interviewer)").format(label=one["label"]) if one["interviewer"] else one["label"]
                      for one in speakers)
    return _("{interview}: {turns} – {speakers}").format(interview=interview, turns=said, speakers=names or "–")


def _project(writer: Writer, path: Path, group: str | None) -> Taken:
    from coding.exchange import losses, reading, taking
    from coding.exchange.taking_work import KINDS, NAMES

    report = taking.take(writer, reading.read_project(path), group=group)
    counts = [_("{what}: {n}").format(what=_(NAMES[kind]), n=number(report.new[kind]))
              for kind in KINDS if report.new.get(kind)]
    entries = [_entry(writer, path.name, key) for key in report.interviews] or [_said(path.name)]
    entries[0]["warnings"] = losses.said(report.losses)
    return Taken(path.name, counts, entries)


def _codes(writer: Writer, path: Path) -> Taken:
    from coding import codebook_differences
    from coding.exchange import codebooks, losses

    warnings = losses.said(codebooks.read(path).losses)
    report = codebook_differences.take(writer, path)
    warnings += [problem.say() for problem in report.problems]
    return Taken(path.name, _counts(path.name, report), [_said(path.name, warnings=warnings)])


def _folder(writer: Writer, path: Path, group: str | None) -> tuple[Taken, list[Failure]]:
    """Its tables, each by its file name; a row that is not taken is a failure of its table."""
    from coding import groups
    from coding.arrivals import Failure
    from coding.changes import Label
    from coding.metadata.folder import import_folder
    from coding.metadata.transcripts_table import NAME

    here = _interviews(writer)
    reports = import_folder(writer, path)
    new = sorted(_interviews(writer) - here)
    if group and new:
        writer.do(Label(N_("import the folder “{folder}”"), {"folder": path.name}),
                  lambda session: groups.gather(session, group, new))
    failed = [
        Failure(name, KnownError(N_("Only part of “{file}” was taken. {reason}"), file=name, reason=" ".join(
            one.say() for one in report.problems)))
        for name, report in reports.items() if report.problems]
    counts = [said for name, report in reports.items() for said in _counts(name, report)]
    entries = [_entry(writer, NAME, key) for key in new] + [
        _said(name) for name, report in reports.items() if name != NAME and report.added + report.updated]
    return Taken(path.name, counts, entries or [_said(path.name)]), failed


def _counts(file: str, report: Report) -> list[str]:
    """What a table changed, in words; nothing when nothing did."""
    if not report.added + report.updated:
        return []
    return [_("{file}: {added} added, {updated} updated, {unchanged} unchanged.").format(
        file=file, added=report.added, updated=report.updated, unchanged=report.unchanged)]


def _interviews(writer: Writer) -> set[int]:
    from coding.order import ordered_interviews

    with writer.store.reading() as session:
        return {row.id for row in ordered_interviews(session)}


def _entry(writer: Writer, file: str, interview_id: int) -> dict[str, Any]:
    from coding import speakers, transcripts

    with writer.store.reading() as session:
        read = transcripts.read(session, interview_id)
        voices = [{"label": one.label, "turns": one.turns, "interviewer": one.is_interviewer}
                  for one in speakers.speakers(session, interview_id)]
    return _said(file, interview=read.title, turns=len(read.turns), speakers=voices)


def _said(file: str, **said: Any) -> dict[str, Any]:
    return {"file": file, "interview": "", "turns": 0, "speakers": [], "warnings": [], **said}

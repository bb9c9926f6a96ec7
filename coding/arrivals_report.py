# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the files of an import, to be read, copied or kept: a row a file, those that did not go in first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from coding.arrivals import Arrival, Arrivals
from coding.exports import check_format
from coding.language import N_, _, ngettext, say
from coding.metadata import sheets
from coding.reports.leaving import replacing
from coding.reviewing import FileReview

FORMATS = (".csv", ".xlsx", ".txt")


class Outcome(IntEnum):
    """From what most asks for attention to what least does."""

    REFUSED = 0
    LEFT_OUT = 1
    REPLACED = 2
    IMPORTED = 3


OUTCOMES = {Outcome.REFUSED: N_("Refused"), Outcome.LEFT_OUT: N_("Left out"), Outcome.REPLACED: N_("Replaced"),
            Outcome.IMPORTED: N_("Imported")}


@dataclass(frozen=True)
class ReportRow:
    """One file: what became of it, the interview it is, and what there is to say, in the user's language."""

    outcome: Outcome
    file: str
    interview: str = ""
    remarks: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """As they are shown and written."""
        return _(OUTCOMES[self.outcome]), self.file, self.interview, self.remarks


def headings() -> tuple[str, str, str, str]:
    """Of the report's columns."""
    return _("Outcome"), _("File"), _("Interview"), _("Remarks")


def rows(arrivals: Arrivals, left: Iterable[FileReview] = ()) -> list[ReportRow]:
    """The report; ``left`` are the files that were read, or could not be, and never came to the project."""
    told = [ReportRow(Outcome.REFUSED, failure.file, "", say(failure.error)) for failure in arrivals.failed]
    told += [ReportRow(Outcome.REFUSED, one.name, "", say(one.refusal.error)) if one.refusal
             else ReportRow(Outcome.LEFT_OUT, one.name, "", _reason(one)) for one in left]
    told += [_arrived(arrival) for arrival in arrivals.imported]
    return sorted(told, key=lambda row: row.outcome)


def summary(told: Sequence[ReportRow]) -> str:
    """«58 imported · 1 replaced · 1 refused»."""
    counts = {outcome: sum(row.outcome is outcome for row in told) for outcome in Outcome}
    said = {
        Outcome.IMPORTED: ngettext("{n} imported", "{n} imported", counts[Outcome.IMPORTED]),
        Outcome.REPLACED: ngettext("{n} replaced", "{n} replaced", counts[Outcome.REPLACED]),
        Outcome.LEFT_OUT: ngettext("{n} left out", "{n} left out", counts[Outcome.LEFT_OUT]),
        Outcome.REFUSED: ngettext("{n} refused", "{n} refused", counts[Outcome.REFUSED]),
    }
    return " · ".join(words.format(n=counts[outcome]) for outcome, words in said.items() if counts[outcome])


def as_text(told: Sequence[ReportRow]) -> str:
    """The report as tabulated lines."""
    return "".join("\t".join(cells) + "\n" for cells in (headings(), *(row.cells for row in told)))


def write(path: Path, told: Sequence[ReportRow]) -> None:
    """Write the report. Raises KnownError when the file cannot be written."""
    if check_format(path, FORMATS) == ".txt":
        with replacing(path) as partial:
            partial.write_text(as_text(told), "utf-8")
    else:
        sheets.write(path, headings(), [row.cells for row in told])


def _reason(one: FileReview) -> str:
    """Why a file that could be read stayed out."""
    like, twin = one.compared.likeness, one.compared.twin
    if like is not None and like.same:
        return _("Already in the project, as “{title}”.").format(title=like.title)
    if twin:
        return _("The text is the same as in “{file}”.").format(file=twin)
    if not one.wanted:
        return _("Not chosen.")
    if one.lost and not one.agreed:
        return _("It would lose passages, and that was not agreed to.")
    return _("Another file replaces the same interview.") if one.incoming else _("Nobody is left who speaks.")


def _arrived(arrival: Arrival) -> ReportRow:
    remarks = [warning.say() for warning in arrival.transcript.warnings]
    told = arrival.replacement
    if told is None:
        return ReportRow(Outcome.IMPORTED, arrival.transcript.file_name, arrival.title, " ".join(remarks))
    lost = len(told.lost)
    if lost:
        remarks.insert(0, ngettext("{n} passage was lost and is in the memo of the interview.",
                                   "{n} passages were lost and are in the memo of the interview.", lost).format(n=lost))
    return ReportRow(Outcome.REPLACED, arrival.transcript.file_name, arrival.title, " ".join(remarks))

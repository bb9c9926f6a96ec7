# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the interviews table: what each shows, how it sorts, and the act that an edit becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.acts import interviews as acts
from app.corpus import words
from app.desk import Desk
from coding.interviews import InterviewRow
from coding.language import _, number, percent, short_date
from coding.metadata import values
from coding.reading_progress import Progress

Edit = Callable[[Desk, InterviewRow, str], None]


@dataclass(frozen=True)
class Column:
    """``show`` gives the cell's text, ``rank`` what it sorts by, ``edit`` takes what was typed or, where there are
    ``choices`` (stored value → words), the value chosen. ``edit`` raises KnownError for what it cannot read."""

    key: str
    title: str
    width: int
    show: Callable[[InterviewRow], str]
    rank: Callable[[InterviewRow], Any]
    edit: Edit | None = None
    choices: dict[str, str] | None = None
    to_the_right: bool = False
    tip: str = ""


def columns(attributes: Sequence[str], word_counts: Mapping[int, int],
            progress: Mapping[int, Progress]) -> list[Column]:
    """The fixed columns, then one for each attribute of interviews."""
    return [*_identity(), *_sizes(word_counts), *_progress(progress), *_belonging(), *_holding(),
            *map(_attribute, attributes)]


def _details(field: str, read: Callable[[str], Any] = str.strip) -> Edit:
    def edit(desk: Desk, row: InterviewRow, text: str) -> None:
        acts.set_details(desk, interview_id=row.id, title=row.title, **{field: read(text)})

    return edit


def _identity() -> list[Column]:
    statuses, order = words.translated(words.STATUSES), list(words.STATUSES)
    return [
        Column("title", _("Interview"), 150, lambda row: row.title, lambda row: row.title.casefold(),
               lambda desk, row, text: acts.rename(desk, interview_id=row.id, title=row.title, new=text)),
        Column("status", _("Status"), 92, lambda row: statuses[row.status], lambda row: order.index(row.status),
               _details("status"), statuses),
        Column("date", _("Date"), 100, lambda row: short_date(row.date) if row.date else "",
               lambda row: row.date or date.max, _details("date", _day)),
        Column("duration", _("Duration"), 78, lambda row: words.duration(row.duration_min),
               lambda row: row.duration_min or 0, _details("duration_min", _minutes), to_the_right=True),
    ]


def _sizes(word_counts: Mapping[int, int]) -> list[Column]:
    return [
        Column("words", _("Words"), 70, lambda row: number(word_counts[row.id]) if row.id in word_counts else "…",
               lambda row: word_counts.get(row.id, row.length), to_the_right=True),
        Column("passages", _("Passages"), 82, lambda row: number(row.passages), lambda row: row.passages,
               to_the_right=True, tip=_("Passages that bear a code or a memo.")),
    ]


def _progress(known: Mapping[int, Progress]) -> list[Column]:
    def share(row: InterviewRow, of: Callable[[Progress], float]) -> str:
        return percent(of(known[row.id])) if row.id in known else "…"

    def revisit(row: InterviewRow) -> int:
        return len(known[row.id].to_revisit) if row.id in known else 0

    return [
        Column("read", _("Read"), 66, lambda row: share(row, lambda found: found.read_share),
               lambda row: known[row.id].read_share if row.id in known else 0.0, to_the_right=True,
               tip=_("How much of the interview you have marked as read, in the Coding page.")),
        Column("coded", _("Coded"), 70, lambda row: share(row, lambda found: found.coded_share),
               lambda row: known[row.id].coded_share if row.id in known else 0.0, to_the_right=True,
               tip=_("How much of what participants say bears a code.")),
        Column("to_revisit", _("To revisit"), 86, lambda row: number(revisit(row)) if revisit(row) else "", revisit,
               to_the_right=True, tip=_("Turns you mean to come back to.")),
    ]


def _belonging() -> list[Column]:
    return [
        Column("groups", _("Groups"), 180, lambda row: words.joined(row.groups), lambda row: row.groups,
               lambda desk, row, text: acts.set_groups(
                   desk, interview_id=row.id, title=row.title, names=values.listed(text)),
               tip=_("Several groups are separated by semicolons; a new name makes a new group.")),
        Column("participants", _("Participants"), 290, _people, lambda row: [role.name for role in row.participants],
               tip=_("Edited on the Participants tab, or at the right.")),
        Column("units", _("Speaks for"), 190, lambda row: words.joined(row.units), lambda row: row.units,
               lambda desk, row, text: acts.set_units(
                   desk, interview_id=row.id, title=row.title, names=values.listed(text)),
               tip=_("The structures or configurations it speaks for, separated by semicolons.")),
    ]


def _holding() -> list[Column]:
    kinds = words.translated(words.KINDS)
    return [
        Column("mode", _("Mode"), 128, lambda row: row.mode, lambda row: row.mode.casefold(), _details("mode"),
               tip=_("How it was held: face to face, by video, by telephone…")),
        Column("kind", _("Kind"), 130, lambda row: kinds[row.kind], lambda row: kinds[row.kind],
               _details("kind"), kinds),
        Column("turns", _("Turns"), 70, lambda row: number(row.turns), lambda row: row.turns, to_the_right=True),
    ]


def _attribute(name: str) -> Column:
    return Column(
        f"attribute:{name}", name, 130, lambda row: row.attributes.get(name, ""),
        lambda row: row.attributes.get(name, "").casefold(),
        lambda desk, row, text: acts.set_attribute(
            desk, interview_id=row.id, title=row.title, name=name, value=text.strip()),
    )


def _people(row: InterviewRow) -> str:
    return " + ".join(f"{part.name} ({part.role})" if part.role else part.name for part in row.participants)


def _day(text: str) -> Any:
    return values.day(text.strip(), _("Date")) if text.strip() else None


def _minutes(text: str) -> int | None:
    return values.minutes(text.strip(), _("Duration")) if text.strip() else None



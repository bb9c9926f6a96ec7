# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the interviews table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.corpus import words
from app.corpus.columns import Column, attribute
from coding.attributes import AttributeRow
from coding.fold import fold
from coding.interviews import InterviewRow
from coding.language import _, number, percent, short_date
from coding.metadata.together import TOGETHER, joined_roles
from coding.reading_progress import Progress


def columns(own: Sequence[AttributeRow], word_counts: Mapping[int, int],
            progress: Mapping[int, Progress]) -> list[Column]:
    """The fixed columns, then one for each attribute of interviews."""
    return [*_identity(), *_sizes(word_counts), *_progress(progress), *_belonging(), *_holding(), *map(attribute, own)]


def _identity() -> list[Column]:
    statuses, order = words.translated(words.STATUSES), list(words.STATUSES)
    return [
        Column("title", _("Interview"), 150, lambda row: row.title, lambda row: fold(row.title), "title"),
        Column("status", _("Status"), 92, lambda row: statuses[row.status], lambda row: order.index(row.status),
               "status", choices=statuses, stored=lambda row: row.status),
        Column("date", _("Date"), 100, lambda row: short_date(row.date) if row.date else "", lambda row: row.date,
               "date", copied=lambda row: row.date.isoformat() if row.date else ""),
        Column("duration", _("Duration"), 78, lambda row: words.duration(row.duration_min),
               lambda row: row.duration_min, "duration_min", to_the_right=True,
               copied=lambda row: str(row.duration_min or "")),
    ]


def _sizes(word_counts: Mapping[int, int]) -> list[Column]:
    return [
        Column("words", _("Words"), 70, lambda row: number(word_counts[row.id]) if row.id in word_counts else "…",
               lambda row: word_counts.get(row.id, row.length), to_the_right=True,
               copied=lambda row: str(word_counts.get(row.id, ""))),
        Column("passages", _("Passages"), 82, lambda row: number(row.passages), lambda row: row.passages,
               to_the_right=True, tip=_("Passages that bear a code or a memo."), copied=lambda row: str(row.passages)),
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
        Column("groups", _("Groups"), 180, lambda row: words.joined(row.groups), lambda row: row.groups or None,
               "groups", between=";",
               tip=_("Several groups are separated by semicolons; a new name makes a new group.")),
        Column("participants", _("Participants"), 150, _people, lambda row: fold(_people(row)) or None, "participants",
               between=TOGETHER, tip=_("Several participants have “ + ” between them.")),
        Column("roles", _("Roles"), 260, _roles, lambda row: fold(_roles(row)) or None, "roles",
               tip=_("Printed after quotes. Where there are several participants: one role each, in the same order, "
                     "with “ + ” between.")),
        Column("units", _("Speaks for"), 190, lambda row: words.joined(row.units), lambda row: row.units or None,
               "units", between=";",
               tip=_("The structures or configurations it speaks for, separated by semicolons.")),
    ]


def _holding() -> list[Column]:
    kinds = words.translated(words.KINDS)
    return [
        Column("mode", _("Mode"), 128, lambda row: row.mode, lambda row: fold(row.mode) or None, "mode",
               tip=_("How it was held: face to face, by video, by telephone…")),
        Column("kind", _("Kind"), 130, lambda row: kinds[row.kind], lambda row: kinds[row.kind], "kind", choices=kinds,
               stored=lambda row: row.kind),
        Column("cite", _("Cite"), 66, lambda row: _("no") if row.is_withheld else "", lambda row: not row.is_withheld,
               "cite", choices={"": "", "no": _("no")}, stored=lambda row: "no" if row.is_withheld else "",
               tip=_("“No”: none of its words ever leaves in an export of quotes.")),
        Column("turns", _("Turns"), 70, lambda row: number(row.turns), lambda row: row.turns, to_the_right=True,
               copied=lambda row: str(row.turns)),
    ]


def _people(row: InterviewRow) -> str:
    return TOGETHER.join(part.name for part in row.participants)


def _roles(row: InterviewRow) -> str:
    return joined_roles([part.role for part in row.participants])

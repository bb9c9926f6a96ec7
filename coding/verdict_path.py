# SPDX-License-Identifier: GPL-3.0-or-later
"""The path to a verdict, day by day: what was found, what was decided, what became of the codebook meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from coding import codebook, codebook_history, codebook_state, past_verdicts
from coding.calendar_words import local_day
from coding.code_changes import Alteration
from coding.codebook import PATH_SEPARATOR
from coding.codebook_log import local
from coding.codebook_state import State
from coding.decisions import Decision, decisions
from coding.past_verdicts import Past, PastFindingRow

TELLING = ("created", "split", "merged", "deleted", "name", "parent_id", "definition", "include", "exclude")


@dataclass(frozen=True)
class Step:
    """A verdict, what it said of the theme asked for, and the verdict before it (None for the first)."""

    past: Past
    finding: PastFindingRow
    before: Past | None


@dataclass
class Day:
    """What happened on a day (of this machine's calendar). ``alterations`` are those of the theme's codes."""

    day: date
    step: Step | None = None
    decisions: list[Decision] = field(default_factory=list)
    alterations: list[Alteration] = field(default_factory=list)


@dataclass(frozen=True)
class Path:
    """The codebook of now, and the days, the latest first."""

    state: State
    days: tuple[Day, ...]


def read(session: Session, group_id: int | None = None, theme_id: int | None = None) -> Path:
    """The path of a theme (of all codes when None) in a group (in the whole corpus when None). The codebook counts
    from the first verdict on: what it went through before is its own history."""
    book = codebook.read(session)
    if theme_id is not None and theme_id not in book.by_id:
        return Path(codebook_state.state(session), ())
    theme_guid, name = (None, None) if theme_id is None else (book.by_id[theme_id].guid, book.by_id[theme_id].name)
    verdicts = past_verdicts.path(session, group_id)
    days: dict[date, Day] = {}
    for before, past in zip((None, *verdicts), verdicts, strict=False):
        found = past.of(theme_guid)
        if found is not None:
            _day(days, local_day(past.at)).step = Step(past, found, before)
    for one in decisions(session, group_id, theme=name):
        _day(days, one.at.date()).decisions.append(one)
    if days and verdicts:
        theirs = None if theme_id is None else {book.by_id[key].guid for key in book.below(theme_id)}
        for at, changes in _altered(session, local(verdicts[0].at), theirs, name).items():
            _day(days, at).alterations.extend(changes)
    return Path(codebook_state.state(session), tuple(days[at] for at in sorted(days, reverse=True)))


def _day(days: dict[date, Day], at: date) -> Day:
    return days.setdefault(at, Day(at))


def _altered(session: Session, since: datetime, guids: Collection[str] | None, theme: str | None
             ) -> dict[date, list[Alteration]]:
    """What each day changed, after a moment (local), in the codes of a theme, those it has and those it had."""
    found: dict[date, list[Alteration]] = defaultdict(list)
    for entry in reversed(codebook_history.timeline(session)):
        if entry.at > since:
            found[entry.at.date()] += _telling(entry.changes, guids, theme)
    return {at: changes for at, changes in found.items() if changes}


def _telling(changes: Iterable[Alteration], guids: Collection[str] | None, theme: str | None) -> list[Alteration]:
    return [one for one in changes if one.what in TELLING and (
        guids is None or one.guid in guids or one.code.split(PATH_SEPARATOR)[0] == theme)]

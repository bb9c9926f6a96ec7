# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of the codebook: what each act changed, and what differs between two days.

What was done then undone leaves no trace here, although the log keeps both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook_log, merging, splitting
from coding.changes import Label
from coding.code_changes import FIELDS, Alteration, altered
from coding.codebook_log import LogRow, Rows
from coding.fold import fold
from coding.language import _
from models.interview import Interview

WHATS = ("created", "split", "merged", "deleted", *FIELDS)


@dataclass(frozen=True)
class Entry:
    """One act, as it is listed. ``at`` is local; ``interview`` is the one that was being coded, empty when none was
    or when the act was not made while coding."""

    revision: int
    at: datetime
    act: str
    interview: str
    coder: str
    changes: tuple[Alteration, ...]

    def holds(self, words: str) -> bool:
        """Whether a code of that name, or part of it, was touched; accents and case do not count."""
        sought = fold(words.strip())
        told = [self.act, *(part for change in self.changes for part in (change.code, *_names(change)))]
        return any(sought in fold(text) for text in told)


def timeline(session: Session) -> list[Entry]:
    """Every act that changed the codebook and was not taken back, the latest first."""
    kept = {act.revision for act in standing(codebook_log.read(session))}
    titles = {str(key): title for key, title in session.execute(select(Interview.id, Interview.title))}
    return [
        Entry(act.revision, codebook_log.local(act.at), Label(act.key, act.values).say(),
              _interview(act, titles), act.coder, tuple(_changes(before, after, act)))
        for act, before, after in codebook_log.backwards(session) if act.revision in kept
    ]


def differences(session: Session, since: datetime, until: datetime) -> list[Alteration]:
    """What differs between the codebook before ``since`` and at ``until`` (UTC, as the log writes moments).

    Codes that appeared first, then those that went, then what became of the others.
    """
    before: Rows = codebook_log.present(session)
    acts = codebook_log.read(session)
    for act in reversed([act for act in acts if act.at >= until]):
        codebook_log.rewind(before, act)
    after = dict(before)
    during = [act for act in acts if since <= act.at < until]
    for act in reversed(during):
        codebook_log.rewind(before, act)
    found = list(_compared(before, after, during))
    return sorted(found, key=lambda one: (WHATS.index(one.what), fold(one.code)))


def standing(acts: Sequence[LogRow]) -> list[LogRow]:
    """The acts that no undo took back."""
    kept: list[LogRow] = []
    for act in acts:
        place = next((n for n in reversed(range(len(kept))) if act.reverses(kept[n])), None)
        if place is None:
            kept.append(act)
        else:
            del kept[place]
    return kept


def _changes(before: Rows, after: Rows, act: LogRow) -> list[Alteration]:
    ids = [image["id"] for image in act.codes]
    found = list(_compared(before, after, [act], ids))
    if not found:
        moved = next((key for key in ids if key in after), None)
        found = [Alteration(after[moved]["guid"], codebook_log.path(after, moved), "order")] if moved else []
    return found


def _compared(before: Rows, after: Rows, acts: Sequence[LogRow], ids: Iterable[int] | None = None
              ) -> Iterable[Alteration]:
    """What differs between two states that ``acts`` part; only the codes ``ids`` when they are given."""
    was = {row["guid"]: row for key, row in before.items() if ids is None or key in ids}
    now = {row["guid"]: row for key, row in after.items() if ids is None or key in ids}
    made, gone = _births(acts), _deaths(acts)
    for guid, row in now.items():
        there = codebook_log.path(after, row["id"])
        if guid in was:
            yield from altered(before, after, was[guid], row)
        elif made.get(guid):
            yield Alteration(guid, there, "split", made[guid], there)
        else:
            yield Alteration(guid, there, "created", "", row["definition"])
    for guid, row in was.items():
        if guid not in now:
            there, into = codebook_log.path(before, row["id"]), gone.get(guid, "")
            yield Alteration(guid, there, "merged" if into else "deleted", there if into else row["definition"], into)


def _births(acts: Sequence[LogRow]) -> dict[str, str]:
    """For the codes that splitting made, the name of the code split."""
    return {image["after"]["guid"]: act.values.get("code", "") for act in acts if act.key == splitting.LABEL
            for image in act.codes if image["before"] is None}


def _deaths(acts: Sequence[LogRow]) -> dict[str, str]:
    """For the codes that merging took away, last of all, the name of what took them over."""
    return {image["before"]["guid"]: act.values.get("target", "") if act.key == merging.LABEL else ""
            for act in acts for image in act.codes if image["after"] is None}


def _interview(act: LogRow, titles: dict[str, str]) -> str:
    key = act.values.get("interview")
    return "" if key is None else titles.get(key, _("an interview since deleted"))


def _names(change: Alteration) -> tuple[str, str]:
    return (change.before, change.after) if change.what in ("name", "parent_id", "merged", "split") else ("", "")

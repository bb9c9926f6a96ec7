# SPDX-License-Identifier: GPL-3.0-or-later
"""When the codebook changed under the accumulation of codes: merges, splits and new codes, beside the interviews
that were being coded then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, codebook_history, codebook_log
from coding.code_changes import Alteration
from coding.codebook import PATH_SEPARATOR, Codebook
from coding.codebook_history import Entry
from coding.holding import begun
from coding.language import ngettext, quoted_list
from models.code import Code

if TYPE_CHECKING:
    from coding.verdicts import Counted

Kind = Literal["merged", "split", "created"]
KINDS: tuple[Kind, ...] = ("merged", "split", "created")
_NAMED = 3  # new codes of one act that are named; beyond, they are counted


@dataclass(frozen=True)
class Mark:
    """One change of the codebook. ``at`` is local; ``after`` is how many of the counted interviews had begun to be
    coded by then, ``interview_id`` the one that was being coded, or else the last to have begun (None when none had);
    ``themes`` are the themes that it touched, by their names of now when they still stand."""

    at: datetime
    kind: Kind
    text: str
    after: int
    interview_id: int | None
    themes: frozenset[str]


def marks(session: Session, counted: Counted) -> tuple[Mark, ...]:
    """The merges, splits and new codes that stand, the earliest first."""
    began = sorted((codebook_log.local(at), key) for key, at in begun(session).items() if key in counted.interview_ids)
    titles = dict(zip(counted.incidence.interviews, counted.interview_ids, strict=True))
    places = _Themes(session)
    found = []
    for entry in reversed(codebook_history.timeline(session)):
        at_work = titles.get(entry.interview)
        before = [key for moment, key in began if moment < entry.at and key != at_work]
        before += [at_work] if at_work is not None else []
        for kind, changes in _by_kind(entry):
            found.append(Mark(entry.at, kind, _said(kind, changes), len(before), before[-1] if before else None,
                              frozenset(theme for change in changes for theme in places.of(change))))
    return tuple(found)


def beside(found: Iterable[Mark], interview_ids: Sequence[int], theme: str | None) -> dict[int, tuple[Mark, ...]]:
    """The marks of a theme (of every theme when None) by the 0-based place of their interview among those given; the
    others are left out."""
    places = {key: place for place, key in enumerate(interview_ids)}
    signs: dict[int, list[Mark]] = defaultdict(list)
    for mark in found:
        if mark.interview_id in places and (theme is None or theme in mark.themes):
            signs[places[mark.interview_id]].append(mark)
    return {place: tuple(those) for place, those in signs.items()}


def _by_kind(entry: Entry) -> Iterator[tuple[Kind, list[Alteration]]]:
    for kind in KINDS:
        changes = [change for change in entry.changes if change.what == kind]
        if changes:
            yield kind, changes


class _Themes:
    """Which themes a change touched."""

    def __init__(self, session: Session) -> None:
        self._book: Codebook = codebook.read(session)
        self._ids: dict[str, int] = {guid: key for key, guid in session.execute(select(Code.id, Code.guid))}

    def of(self, change: Alteration) -> set[str]:
        """The theme that the code stood or stands in, and the one of what took it over."""
        key = self._ids.get(change.guid)
        found = {self._book.theme_of(key).name if key is not None else change.code.split(PATH_SEPARATOR)[0]}
        if change.what == "merged":
            found |= {self._book.theme_of(node.id).name for node in self._book if node.name == change.after}
        return found


def _said(kind: Kind, changes: Sequence[Alteration]) -> str:
    """«“Crainte” and “Peur” merged into “Crainte du jugement”»."""
    names = [change.code.split(PATH_SEPARATOR)[-1] for change in changes]
    listed = quoted_list(names)
    match kind:
        case "merged":
            return ngettext("{codes} merged into “{target}”", "{codes} merged into “{target}”", len(names)).format(
                codes=listed, target=changes[0].after)
        case "split":
            return ngettext("{codes} split off “{source}”", "{codes} split off “{source}”", len(names)).format(
                codes=listed, source=changes[0].before)
        case "created":
            if len(names) > _NAMED:
                return ngettext("{n} new code", "{n} new codes", len(names)).format(n=len(names))
            return ngettext("new code: {codes}", "new codes: {codes}", len(names)).format(codes=listed)

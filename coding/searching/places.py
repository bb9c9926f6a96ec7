# SPDX-License-Identifier: GPL-3.0-or-later
"""Where what is sought stands: the index counts and finds the turns, patterns find every place in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coding.fold import fold_with_offsets
from coding.searching import pattern
from coding.searching.query import Sought, Term
from coding.textometry.small_words import SMALL_WORDS
from models import dialect_sqlite
from models.group import GroupMember
from models.interview import Interview, Speaker
from models.participant import Participation


@dataclass(frozen=True, slots=True)
class Said:
    """A turn: its words at [start, end) of the interview's text."""

    id: int
    interview_id: int
    number: int
    start: int
    end: int
    speaker_id: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """What was found, at [start, end) of the interview's text."""

    turn: Said
    start: int
    end: int


@dataclass(frozen=True)
class Tally:
    """How many turns answer, by interview, in the order of the corpus."""

    turns: dict[int, int]

    @property
    def total(self) -> int:
        """How many turns in all."""
        return sum(self.turns.values())


def tally(session: Session, sought: Sought) -> Tally:
    """The turns that answer, without looking into them."""
    if not sought:
        return Tally({})
    counted = dialect_sqlite.counted_turns(session.connection(), _expression(sought), *_voices(session, sought))
    wanted = _interviews(session, sought)
    return Tally({key: counted[key] for key in session.scalars(
        select(Interview.id).order_by(Interview.position, Interview.id))
        if key in counted and (wanted is None or key in wanted)})


def walk(session: Session, sought: Sought, interview_ids: Sequence[int]) -> Iterator[list[Place]]:
    """Every place, an interview at a time, in the order of the text; one of them may hold none."""
    look = _Look(sought)
    expression, voices = _expression(sought), _voices(session, sought)
    for interview_id in interview_ids:
        rows = dialect_sqlite.answering_turns(session.connection(), expression, interview_id, *voices)
        text = session.scalars(select(Interview.text).where(Interview.id == interview_id)).one() if rows else ""
        turns = (Said(row.id, interview_id, row.number, row.start, row.end, row.speaker_id) for row in rows)
        yield [Place(turn, *span) for turn in turns for span in look.spans(text, turn.start, turn.end)]


class _Look:
    """Finds the words in the turns that the index gave. Where several alternatives are sought, only those that a turn
    answers count in it. Among several words of one turn, small ones («la rechute») count only where they are said in a
    row with the others."""

    def __init__(self, sought: Sought) -> None:
        self._whole = pattern.compiled(*map(_telling, sought.either)) if sought else None
        self._parts = [(pattern.compiled(_telling(terms)), [pattern.compiled(([term], ())) for term in terms])
                       for terms in sought.either] if _mixed(sought.either) else []

    def spans(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The places in [start, end), which do not overlap."""
        if self._whole is None:
            return []
        if self._parts and len(held := [whole for whole, terms in self._parts
                                        if all(term.search(text, start, end) for term in terms)]) < len(self._parts):
            found = sorted({hit.span() for whole in held for hit in whole.finditer(text, start, end)})
            return _apart(found) or _folded(self._whole, text, start, end)
        return [hit.span() for hit in self._whole.finditer(text, start, end)] or _folded(self._whole, text, start, end)


def _telling(terms: Sequence[Term]) -> tuple[list[Term], Sequence[Term]]:
    """The terms that count by themselves, and those that count in a row."""
    told = [term for term in terms if not SMALL_WORDS.issuperset(word for said in term.phrases for word in said)]
    return told or list(terms), terms


def _mixed(either: Sequence[Sequence[Term]]) -> bool:
    return len(either) > 1 and any(len(terms) > 1 for terms in either)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _folded(sought: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """As the index read it: for letters that are written in ways of which a pattern knows nothing."""
    folded, origin = fold_with_offsets(text[start:end])
    return [(start + origin[hit.start()], start + origin[hit.end() - 1] + 1) for hit in sought.finditer(folded)]


def _expression(sought: Sought) -> str:
    def plain(terms: Sequence[Term]) -> list[dialect_sqlite.Sought]:
        return [(term.phrases, term.begun) for term in terms]

    return dialect_sqlite.match_expression(map(plain, sought.either), plain(sought.without))


def _interviews(session: Session, sought: Sought) -> set[int] | None:
    """Those that may be looked through; None for all."""
    wanted = set(sought.interview_ids) if sought.interview_ids else None
    if sought.group_ids:
        members = set(session.scalars(
            select(GroupMember.interview_id).where(GroupMember.group_id.in_(sought.group_ids))))
        wanted = members if wanted is None else wanted & members
    return wanted


def _voices(session: Session, sought: Sought) -> tuple[str, str]:
    """Whose turns are looked through, as JSON: ids of speakers, and of the interviews whose turns without a speaker
    are heard too. A voice linked to no participant is its interview's single one, unless another voice is."""
    if sought.asks is None and not sought.participant_ids:
        return "null", "null"
    speakers, silent = select(Speaker.id), select(Interview.id)
    if sought.asks is not None:
        speakers = speakers.where(Speaker.is_interviewer == sought.asks)
        silent = silent.where(~Interview.id.in_([])) if not sought.asks else silent.where(Interview.id.in_([]))
    if sought.participant_ids:
        theirs = _alone(session, sought.participant_ids)
        speakers = speakers.where(or_(
            Speaker.participant_id.in_(sought.participant_ids),
            ~Speaker.is_interviewer & Speaker.participant_id.is_(None) & Speaker.interview_id.in_(theirs)))
        silent = silent.where(Interview.id.in_(theirs))
    return json.dumps(list(session.scalars(speakers))), json.dumps(list(session.scalars(silent)))


def _alone(session: Session, participant_ids: Sequence[int]) -> list[int]:
    """The interviews of which one of these is the only participant, and where no voice is anybody's."""
    single = (select(Participation.interview_id).group_by(Participation.interview_id)
              .having(func.count() == 1))
    linked = select(Speaker.interview_id).where(Speaker.participant_id.is_not(None))
    return list(session.scalars(select(Participation.interview_id).where(
        Participation.participant_id.in_(participant_ids), Participation.interview_id.in_(single),
        Participation.interview_id.not_in(linked))))

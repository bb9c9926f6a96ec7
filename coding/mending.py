# SPDX-License-Identifier: GPL-3.0-or-later
"""Mending the text of a coded transcript: turns and passages stay on their words, or nothing is done.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import dismissals, followers, interviews, passage_memos, passages
from coding.anchors import Anchors, Edit, Span, differences
from coding.changes import Change
from coding.corpus import text_hash
from coding.intake.cleaning import clean
from coding.language import N_
from coding.passage_bounds import cleared, trimmed
from coding.typography import one_line
from models.errors import KnownError
from models.interview import Interview, Turn
from models.passage import Coding, Passage

SHOWN = 60  # characters of a quote that a message gives


def correct(session: Session, interview_id: int, edits: Iterable[Edit]) -> list[Span]:
    """Replace words of a transcript, all the edits at once; returns where the new words stand.

    Each edit stays within the words of one turn, within one label, or between turns; edits do not overlap. New words
    are cleaned as at intake, and only what really differs is replaced. A passage stays around its corrected words; two
    that come to hold the same words become one, with the codes and memos of both. Raises KnownError, and changes
    nothing, when a passage would lose all its words.
    """
    row = interviews.get(session, interview_id)
    anchors = Anchors(row.text, [Edit(edit.start, edit.end, clean(edit.words)[0]) for edit in edits])
    if not anchors.edits:
        return []
    first = len(row.text[: anchors.edits[0].start].rstrip())
    turns = session.scalars(select(Turn).where(Turn.interview_id == interview_id, Turn.end >= first)
                            .order_by(Turn.label_start, Turn.id)).all()
    touched = session.scalars(select(Passage).where(Passage.interview_id == interview_id, Passage.end >= first)
                              .order_by(Passage.id)).all()
    turns_to = dict(zip(turns, _turns_after(turns, anchors), strict=True))
    passages_to = _passages_after(touched, turns, list(turns_to.values()), anchors)
    with dismissals.following(session, interview_id):
        _correct(session, row, anchors, turns_to, passages_to)
    return list(anchors.replaced())


def _correct(session: Session, row: Interview, anchors: Anchors, turns_to: Mapping[Turn, tuple[int, int, int]],
             passages_to: Mapping[Passage, Span]) -> None:
    with session.no_autoflush:
        kept = merge(session, passages_to)
        far = len(row.text) + len(anchors.text) + 1
        move(session, {turn: dict(zip(("label_start", "start", "end"), at, strict=True))
                        for turn, at in turns_to.items()}, ("label_start",), far)
        move(session, {passage: {"start": at[0], "end": at[1], "quote": anchors.text[slice(*at)]}
                        for passage, at in kept.items()}, ("start", "end"), far)
    _rewrite(row, anchors)
    session.flush()


def correct_turn(session: Session, interview_id: int, number: int, words: str) -> list[Span]:
    """Make ``words`` the words of a turn; returns where those stand that differ. As ``correct``."""
    turn = turn_of(session, interview_id, number)
    said = interviews.text(session, interview_id)[turn.start : turn.end]
    return correct(session, interview_id, differences(said, clean(words)[0].strip(), turn.start))


def foreseen(text: str, start: int, end: int, words: str, spans: Iterable[Span]) -> list[str]:
    """What passages at ``spans`` would say once the turn [start, end) says ``words``; empty for those that would lose
    all their words."""
    anchors = Anchors(text, differences(text[start:end], clean(words)[0].strip(), start))
    return [anchors.text[slice(*anchors.span(*span))] for span in spans]


def retold(change: Change, interview_id: int) -> bool:
    """Whether an act changed the text of an interview: whatever holds offsets of it is to be read anew."""
    return any(image.id == interview_id and "text" in (image.after or {}) for image in change.of(Interview))


def turn_of(session: Session, interview_id: int, number: int) -> Turn:
    """The row of a turn. Raises KnownError when there is none of that number."""
    turn = session.scalar(select(Turn).where(Turn.interview_id == interview_id, Turn.number == number))
    if turn is None:
        raise KnownError(
            N_("There is no turn {n} in this interview. It may have been joined to another one."), n=number)
    return turn


def _turns_after(turns: Sequence[Turn], anchors: Anchors) -> list[tuple[int, int, int]]:
    """Label start, start and end of each turn. Words put at either end of a turn's words are the turn's."""
    # what lies before the label of turn n is zone 3n, its label zone 3n + 1, its words zone 3n + 2
    zones = [_zone(turns, edit) for edit in anchors.edits]
    shifts = [0, *accumulate(len(edit.words) - (edit.end - edit.start) for edit in anchors.edits)]
    found = []
    for n, turn in enumerate(turns):
        low, start, end = (
            at + shifts[bisect_left(zones, 3 * n + place)]
            for place, at in enumerate((turn.label_start, turn.start, turn.end), start=1))
        if bisect_left(zones, 3 * n + 2) < bisect_left(zones, 3 * n + 3):
            said = trimmed(anchors.text, start, end)
            start, end = said if said[0] < said[1] else (start, start)
        found.append((low, start, end))
    return found


def _zone(turns: Sequence[Turn], edit: Edit) -> int:
    n = bisect_right(turns, edit.start, key=lambda turn: turn.start) - 1
    if n >= 0 and edit.end <= turns[n].end:
        return 3 * n + 2
    after = turns[n + 1] if n + 1 < len(turns) else None
    if (n < 0 or turns[n].end <= edit.start) and (after is None or edit.end <= after.label_start):
        return 3 * (n + 1)
    if after is not None and after.label_start <= edit.start and edit.end <= after.start:
        return 3 * (n + 1) + 1
    raise KnownError(N_("A correction cannot reach over two turns. Correct them one after the other, or join them "
                        "first."))


def _passages_after(rows: Sequence[Passage], turns: Sequence[Turn], turns_to: Sequence[tuple[int, int, int]],
                    anchors: Anchors) -> dict[Passage, Span]:
    """Where each passage stands then; a bound comes to lie within a label only where it did."""
    was = [(turn.label_start, turn.start) for turn in turns]
    now = [(low, start) for low, start, _end in turns_to]
    found: dict[Passage, Span] = {}
    for row in rows:
        start, end = anchors.span(row.start, row.end)
        at_start, at_end = label_at(was, row.start), label_at(was, row.end - 1)
        if start < end and at_start is None and at_end is None:
            start, end = cleared(anchors.text, start, end, lambda at: label_at(now, at)) or (start, start)
        found[row] = start, end
    gone = sorted((row for row, (start, end) in found.items() if start >= end), key=lambda row: row.start)
    if gone:
        quotes = ", ".join(f"“{_short(row.quote)}”" for row in gone[:5]) + (", …" if len(gone) > 5 else "")
        raise KnownError(N_("These words are coded and would be gone: {quotes}. Keep a word of each, or delete the "
                            "passage first."), quotes=quotes)
    return found


def label_at(labels: Sequence[Span], offset: int) -> Span | None:
    place = bisect_right(labels, offset, key=lambda label: label[0]) - 1
    return labels[place] if place >= 0 and offset < labels[place][1] else None


def merge(session: Session, places: Mapping[Passage, Span]) -> dict[Passage, Span]:
    """Let those that come to one place become one; returns where the rest goes."""
    at: dict[Span, Passage] = {}
    for row, span in places.items():
        first = at.setdefault(span, row)
        if first is not row:
            codings = session.scalars(select(Coding).where(Coding.passage_id == row.id).order_by(Coding.id)).all()
            passages.give(session, codings, first.id)
            for coding in codings:
                session.delete(coding)
            passage_memos.fold(session, row.id, into=first.id)
            followers.pass_on(session, row.id, into=first.id)
            if row.is_strong and not first.is_strong:
                first.is_strong = True
            session.delete(row)
            session.flush()
    return {row: span for span, row in at.items()}


def move(session: Session, places: Mapping[Any, Mapping[str, Any]], key: Sequence[str], far: int) -> None:
    """Give rows their new values. Rows that stand where another is to go step aside first, ``far`` away: no two may
    be at one place, even in between."""
    coming = {tuple(values[name] for name in key): row for row, values in places.items()}
    aside = [row for row in places if coming.get(tuple(getattr(row, name) for name in key), row) is not row]
    for row in aside:
        for name, value in places[row].items():
            if isinstance(value, int):
                setattr(row, name, getattr(row, name) + far)
    if aside:
        session.flush()
    for row, values in places.items():
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    session.flush()


def _rewrite(row: Interview, anchors: Anchors) -> None:
    """The interview's own columns."""
    old = len(row.text)
    read_to = len(anchors.text) if row.read_to >= old else anchors.end(row.read_to)
    values = {"read_to": read_to, "text": anchors.text, "length": len(anchors.text),
              "text_hash": text_hash(anchors.text)}
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _short(quote: str) -> str:
    words = one_line(quote)
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking one voice out of an interview that others share.

Their turns stay in their place, so that the others’ keep their numbers, but say «[…]» under the label «[withdrawn]».
A passage keeps what those who stay say in it; one that is left with no answer goes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import dismissals, interviews, mending, passages
from coding.anchors import Edit
from coding.consent.said import Names
from coding.consent.whose import CUT, Part, Shared
from coding.corpus import text_hash
from coding.language import N_, _
from coding.passage_bounds import trimmed
from models.citation import Citation
from models.interview import Interview, Speaker, Turn
from models.passage import Passage

WITHDRAWN = N_("[withdrawn]")
Span = tuple[int, int]


@dataclass(frozen=True)
class Fate:
    """What becomes of a passage in which the voice is heard: the span of the text as it was that it keeps, or None
    when it goes."""

    passage_id: int
    quote: str
    kept: Span | None


def fates(session: Session, shared: Shared) -> list[Fate]:
    """What becomes of the passages of an interview; those that are not touched are left out."""
    text = interviews.text(session, shared.id)
    found = []
    for key, start, end, quote in session.execute(
            select(Passage.id, Passage.start, Passage.end, Passage.quote)
            .where(Passage.interview_id == shared.id).order_by(Passage.start, Passage.end)):
        crossed = [turn for turn in shared.turns if turn.label_start < end and start < turn.end]
        if any(turn.theirs for turn in crossed):
            kept = _kept(text, crossed, start, end)
            if kept != (start, end) or any(_within(text, turn, start, end) for turn in crossed if turn.theirs):
                found.append(Fate(key, quote, kept))
    return found


def _kept(text: str, crossed: Iterable[Part], start: int, end: int) -> Span | None:
    """From the first to the last word that the others say in [start, end); None when they answer nothing there."""
    stay = [(turn, said) for turn in crossed if not turn.theirs and (said := _within(text, turn, start, end))
            and any(map(str.isalnum, text[slice(*said)]))]
    if not any(not turn.asks for turn, _said in stay):
        return None
    return min(said[0] for _turn, said in stay), max(said[1] for _turn, said in stay)


def _within(text: str, turn: Part, start: int, end: int) -> Span | None:
    """The words of a turn that stand in [start, end)."""
    low, high = trimmed(text, max(start, turn.start), max(start, turn.start, min(end, turn.end)))
    return (low, high) if low < high else None


def silence(session: Session, shared: Shared, names: Names) -> None:
    """Take the voice out of the interview, then its names."""
    for row, after in cited(session, shared, names):
        row.text = after
    session.flush()
    for fate in fates(session, shared):
        if fate.kept is None:
            passages.remove(session, passage_id=fate.passage_id)
    with dismissals.following(session, shared.id):
        _rewrite(session, shared)
        _take_label(session, shared)
    _unname(session, shared.id, names)


def cited(session: Session, shared: Shared, names: Names) -> list[tuple[Citation, str]]:
    """The quotes as cited of an interview whose text is to change, with what it becomes: passages that are cut are
    cited as they stand then, and the names go from the others."""
    touched = {fate.passage_id for fate in fates(session, shared)}
    rows = session.scalars(select(Citation).join(Passage, Passage.id == Citation.passage_id).where(
        Passage.interview_id == shared.id, Citation.text != "").order_by(Citation.id))
    found = [(row, "" if row.passage_id in touched else names.replaced(row.text, _(WITHDRAWN))) for row in rows]
    return [(row, after) for row, after in found if row.text != after]


def _rewrite(session: Session, shared: Shared) -> None:
    row = interviews.get(session, shared.id)
    text = row.text
    shift = _Shift(_edits(text, shared.turns))
    kept = {fate.passage_id: fate.kept for fate in fates(session, shared) if fate.kept}
    rows = session.scalars(select(Passage).where(Passage.interview_id == shared.id).order_by(Passage.id)).all()
    turns = session.scalars(select(Turn).where(Turn.interview_id == shared.id).order_by(Turn.label_start)).all()
    after = shift.text(text)
    far = len(text) + len(after) + 1
    with session.no_autoflush:
        places = mending.merge(session, {one: kept.get(one.id, (one.start, one.end)) for one in rows})
        mending.move(session, {turn: {"label_start": shift(turn.label_start), "start": shift(turn.start),
                                      "end": shift(turn.end)} for turn in turns}, ("label_start",), far)
        moved = {one: (shift(start), shift(end)) for one, (start, end) in places.items()}
        mending.move(session, {one: {"start": span[0], "end": span[1], "quote": after[slice(*span)]}
                               for one, span in moved.items()}, ("start", "end"), far)
    for name, value in (("read_to", shift(row.read_to)), ("text", after), ("length", len(after)),
                        ("text_hash", text_hash(after))):
        if getattr(row, name) != value:
            setattr(row, name, value)
    session.flush()


def _edits(text: str, turns: Iterable[Part]) -> list[Edit]:
    """The labels and the words to take out, in order."""
    found = []
    for turn in turns:
        label = trimmed(text, turn.label_start, turn.start)
        if turn.theirs and label[0] < label[1]:
            colon = ":" if text[slice(*label)].endswith(":") else ""
            spaced = " " if text[slice(*label)].endswith((" :", "\u00a0:", "\u202f:")) else ""
            found.append(Edit(*label, f"{_(WITHDRAWN)}{spaced}{colon}"))
        if turn.theirs and text[turn.start : turn.end].strip():
            found.append(Edit(turn.start, turn.end, CUT))
    return found


class _Shift:
    """Where an offset goes that is within no edit, or at the end of one that it is within."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._ends = [edit.end for edit in edits]
        self._by = [0, *accumulate(len(edit.words) - (edit.end - edit.start) for edit in edits)]

    def __call__(self, offset: int) -> int:
        place = bisect_right(self._ends, offset)
        if place < len(self._edits) and self._edits[place].start < offset:
            return self._edits[place].end + self._by[place + 1]
        return offset + self._by[place]

    def text(self, old: str) -> str:
        """The text once the edits are made."""
        pieces, at = [], 0
        for edit in self._edits:
            pieces += [old[at : edit.start], edit.words]
            at = edit.end
        return "".join([*pieces, old[at:]])


def _take_label(session: Session, shared: Shared) -> None:
    """Let the turns be a voice that is nobody’s: the one that earlier withdrawals left, if any."""
    theirs = {turn.speaker_id for turn in shared.turns if turn.theirs}
    rows = session.scalars(select(Speaker).where(Speaker.id.in_(theirs)).order_by(Speaker.id)).all()
    kept = session.scalar(
        select(Speaker).where(Speaker.interview_id == shared.id, Speaker.label == _(WITHDRAWN)))
    for row in rows:
        if kept is None:
            row.label, row.participant_id, kept = _(WITHDRAWN), None, row
            continue
        for turn in session.scalars(select(Turn).where(Turn.speaker_id == row.id)).all():
            turn.speaker_id = kept.id
        session.flush()
        session.delete(row)
    session.flush()


def _unname(session: Session, interview_id: int, names: Names) -> None:
    """Take the names out of what is left: the others’ words, their labels, the title, the file’s name."""
    row = session.get_one(Interview, interview_id)
    mark = _(WITHDRAWN)
    for voice in session.scalars(select(Speaker).where(Speaker.interview_id == interview_id)).all():
        if (label := names.replaced(voice.label, mark)) != voice.label:
            voice.label = label
    mending.correct(session, interview_id, [Edit(*span, mark) for span in names.places(row.text)])
    title, taken = names.replaced(row.title, mark), set(session.scalars(
        select(Interview.title).where(Interview.id != interview_id)))
    number, free = 2, title
    while free in taken:
        free, number = f"{title} ({number})", number + 1
    for field, value in (("title", free), ("file_name", names.replaced(row.file_name, mark))):
        if getattr(row, field) != value:
            setattr(row, field, value)
    session.flush()

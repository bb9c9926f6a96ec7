# SPDX-License-Identifier: GPL-3.0-or-later
"""What decisions change in the project, to the letter: which words of which columns become what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.identifiers.span import Label as IdentifiedBy
from coding.intake.cleaning import key_of
from coding.pseudonyms import fields
from coding.pseudonyms.classes import gender_of
from coding.pseudonyms.decisions import Decision
from coding.pseudonyms.elision import REACH, agreed
from coding.pseudonyms.fields import ASKED, BY_COLUMN, FIELDS, FILE_NAME, SPEAKER, TRANSCRIPT, Field
from coding.pseudonyms.identity import Place
from coding.pseudonyms.rewriting import Swap, Target, joined, told_apart
from coding.pseudonyms.spotting import Spotter, whole
from coding.pseudonyms.wording import Wording
from models.interview import Interview, Speaker, Turn
from models.memo import CellSummary, Memo
from models.participant import Participation

STRAYED = 2000  # characters within which words are looked for that are no longer where the search saw them
AGREES = 8  # characters beside them that tell them
AROUND = 50


@dataclass(frozen=True)
class Plan:
    """``texts`` as they are; ``swaps`` in order, disjoint. ``skipped``: places whose words are no longer there.
    ``left``: words that read as a form that is replaced everywhere, where nobody decided on them."""

    texts: Mapping[Field, Mapping[int, str]]
    swaps: Mapping[Target, list[Swap]]
    skipped: tuple[Place, ...]
    left: tuple[Place, ...]


@dataclass(frozen=True)
class _Wish:
    """What a span becomes; None: it stays as it is. Of two that overlap, the lower rank wins, then the longer."""

    rank: int
    start: int
    end: int
    words: str | None
    of: int


@dataclass(frozen=True)
class _Turn:
    label_start: int
    start: int
    end: int
    speaker_id: int | None
    number: int


class Planner:
    """Makes the plan of some decisions on a project."""

    def __init__(self, session: Session, decisions: Sequence[Decision]) -> None:
        self._session = session
        self._decisions = decisions
        self._wording = Wording(decisions)
        self._texts = {field: dict(fields.texts(session, field)) for field in FIELDS}
        self._exact, self._loose = self._wording.spotter(), self._wording.loose_spotter()
        self._wishes: dict[Target, list[_Wish]] = defaultdict(list)
        self._about = self._about_interviews()
        self._present = {  # which decisions an interview is known to be about
            (number, self._interview(BY_COLUMN[place.table, place.column], place.row_id))
            for number, decision in enumerate(decisions) for place in decision.identity.places}
        self._skipped: list[Place] = []
        self._left: list[Place] = []

    def plan(self) -> Plan:
        """What changes, and what cannot."""
        for number, decision in enumerate(self._decisions):
            self._place(number, decision)
        swaps = self._columns()
        swaps |= self._transcripts(swaps)
        return Plan(self._texts, swaps, tuple(self._skipped), tuple(self._left))

    def _place(self, number: int, decision: Decision) -> None:
        """The places that the search gave."""
        chosen = None if decision.places is None else set(decision.places)
        for place in dict.fromkeys((*decision.identity.places, *(decision.places or ()))):
            field = BY_COLUMN[place.table, place.column]
            changes = decision.rewrites and (chosen is None or place in chosen)
            start = located(self._texts[field].get(place.row_id, ""), place)
            if start is not None:
                words = self._wording.of(number, place.form) if changes else None
                self._wishes[field, place.row_id].append(_Wish(0, start, start + len(place.form), words, number))
            elif changes:
                self._skipped.append(place)

    def _columns(self) -> dict[Target, list[Swap]]:
        """Every column but the transcripts: the places given, and the same words wherever else they surely mean the
        same."""
        every = self._wording.spotter(all_forms=True)
        found: dict[Target, list[Swap]] = {}
        for field in FIELDS:
            if field is TRANSCRIPT:
                continue
            spotters = [self._exact]
            if field in (FILE_NAME, ASKED) or not field.searched:
                spotters.append(self._loose)
            rows: dict[int, list[Swap]] = {}
            for row_id, words in self._texts[field].items():
                swept = self._swept(words, spotters, self._interview(field, row_id), surely=not field.searched)
                wishes = [*self._wishes[field, row_id], *swept]
                if swaps := self._settled(words, wishes):
                    rows[row_id] = swaps
                if field.searched:
                    self._note_left(field, row_id, words, [*wishes, *swaps], every)
            told_apart(self._session, field, rows)
            found |= {(field, row_id): swaps for row_id, swaps in rows.items()}
        return found

    def _transcripts(self, columns: Mapping[Target, list[Swap]]) -> dict[Target, list[Swap]]:
        """The transcripts: the places given, and the labels, which follow their speakers."""
        every = self._wording.spotter(all_forms=True)
        turns = self._turns()
        found: dict[Target, list[Swap]] = {}
        for row_id, text in self._texts[TRANSCRIPT].items():
            wishes = list(self._wishes[TRANSCRIPT, row_id])
            for turn in turns[row_id]:
                wishes += self._label(text, turn, row_id, columns)
            swaps = self._settled(text, wishes)
            bounds = [at for turn in turns[row_id] for at in (turn.label_start, turn.start, turn.end)]
            if swaps := [piece for swap in swaps for piece in split(text, swap, bounds)]:
                found[TRANSCRIPT, row_id] = swaps
            self._note_left(TRANSCRIPT, row_id, text, [*wishes, *swaps], every, turns[row_id])
        return found

    def _turns(self) -> dict[int, list[_Turn]]:
        turns: dict[int, list[_Turn]] = defaultdict(list)
        query = select(Turn.interview_id, Turn.label_start, Turn.start, Turn.end, Turn.speaker_id, Turn.number)
        for key, low, start, end, speaker_id, number in self._session.execute(
            query.order_by(Turn.interview_id, Turn.label_start)
        ):
            turns[key].append(_Turn(low, start, end, speaker_id, number))
        return turns

    def _label(self, text: str, turn: _Turn, interview_id: int, columns: Mapping[Target, list[Swap]]) -> list[_Wish]:
        """A turn's label: the speaker's, and any other name it holds."""
        label = text[turn.label_start : turn.start]
        wishes = [_Wish(wish.rank + 1, wish.start + turn.label_start, wish.end + turn.label_start, wish.words, wish.of)
                  for wish in self._swept(label, [self._loose], interview_id)]
        target = (SPEAKER, turn.speaker_id or 0)
        if target in columns:
            called = self._texts[SPEAKER][target[1]]
            at = label.find(called)
            at = at if at >= 0 else label.casefold().find(called.casefold())
            if at >= 0 and key_of(label[at : at + len(called)]) == key_of(called):
                now = SPEAKER.edited(called, [swap.edit for swap in columns[target]])
                low = turn.label_start + at
                wishes.append(_Wish(-1, low, low + len(called), now, columns[target][0].of))
        return wishes

    def _swept(self, text: str, spotters: Iterable[Spotter], interview_id: int, *,
               surely: bool = False) -> Iterator[_Wish]:
        """Words that read as a form, other than at the places given. A single word may be somebody else's name, unless
        it stands in what is about an interview that names this person, or where nobody looks (``surely``)."""
        for spotter in spotters:
            for spot in spotter.spots(text):
                number = self._wording.whose(spot.form, interview_id)
                several = " " in spot.form or self._decisions[number].identity.label is not IdentifiedBy.PERSON
                if surely or several or (interview_id and (number, interview_id) in self._present):
                    words = self._wording.of(number, text[spot.start : spot.end])
                    yield _Wish(1, spot.start, spot.end, words, number)

    def _settled(self, text: str, wishes: Iterable[_Wish]) -> list[Swap]:
        """The wishes that are granted, in order, with the little words before them."""
        taken = bytearray(len(text))
        granted = []
        for wish in sorted(wishes, key=lambda one: (one.rank, one.start - one.end, one.start)):
            if not any(taken[wish.start : wish.end]):
                taken[wish.start : wish.end] = b"\1" * (wish.end - wish.start)
                granted.append(wish)
        swaps = []
        apostrophe = "’" if "’" in text or "'" not in text else "'"
        for wish in sorted(granted, key=lambda one: one.start):
            form = text[wish.start : wish.end]
            if wish.words is None or wish.words == form:
                continue
            gender = gender_of(wish.words) or self._decisions[wish.of].identity.gender
            count, head = agreed(text[max(0, wish.start - REACH) : wish.start], form, wish.words, gender=gender,
                                 apostrophe=apostrophe)
            if count and not any(taken[wish.start - count : wish.start]):
                swaps.append(Swap(wish.start - count, wish.start, head, wish.of))
            swaps.append(Swap(wish.start, wish.end, wish.words, wish.of))
        return swaps

    def _note_left(self, field: Field, row_id: int, text: str, settled: Sequence[_Wish | Swap], every: Spotter,
                   turns: Sequence[_Turn] = ()) -> None:
        taken = bytearray(len(text))
        for one in settled:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        place = -1
        for spot in every.spots(text):
            while place + 1 < len(turns) and turns[place + 1].label_start <= spot.start:
                place += 1
            if not any(taken[spot.start : spot.end]):
                self._left.append(Place(
                    field.table, row_id, field.column, spot.start, spot.end, spot.form,
                    text[max(0, spot.start - AROUND) : spot.start], text[spot.end : spot.end + AROUND],
                    turns[place].number if place >= 0 else None))

    def _interview(self, field: Field, row_id: int) -> int:
        """The interview that a row is about; 0 for none."""
        return row_id if field.model is Interview else self._about.get((field.table, row_id), 0)

    def _about_interviews(self) -> dict[tuple[str, int], int]:
        return {
            (model.__tablename__, key): interview for model in (Speaker, Participation, Memo, CellSummary)
            for key, interview in self._session.execute(select(model.id, model.interview_id)) if interview is not None}


def located(text: str, place: Place) -> int | None:
    """Where the words of a place begin now: there, or near, beside the same words; None when they are gone."""
    if text[place.start : place.end] == place.form:
        return place.start
    found: list[tuple[int, int]] = []
    at = text.find(place.form, max(0, place.start - STRAYED))
    while 0 <= at <= place.start + STRAYED:
        end = at + len(place.form)
        before, after = text[max(0, at - AROUND) : at], text[end : end + AROUND]
        agree = _alike(before[::-1], place.before[::-1]) + _alike(after, place.after)
        if whole(text, at, end) and agree >= min(AGREES, len(place.before) + len(place.after)):
            found.append((-agree, at))
        at = text.find(place.form, at + 1)
    return min(found)[1] if found else None


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def split(text: str, swap: Swap, bounds: Iterable[int]) -> list[Swap]:
    """A swap that reaches over the end of a turn or of a label, cut there: each part that says something becomes one of
    the words put, the last one the rest of them; all of them when there are too few."""
    cuts = [swap.start, *sorted({at for at in bounds if swap.start < at < swap.end}), swap.end]
    if len(cuts) == 2:
        return [swap]
    parts = [(low, high) for low, high in pairwise(cuts)
             if any(map(str.isalnum, text[low:high]))]
    words = swap.words.split()
    enough = len(words) >= len(parts)
    found = []
    for place, (low, high) in enumerate(parts):
        said = text[low:high]
        last = place == len(parts) - 1
        now = (" ".join(words[place:]) if last else words[place]) if enough else swap.words
        start = low + len(said) - len(said.lstrip())
        found.append(Swap(start, start + len(said.strip()), now, swap.of))
    return found


def counted(swaps: Mapping[Target, Sequence[Swap]]) -> Counter[str]:
    """How many words change, by table; the little word before a name, which follows it, is not one more."""
    found: Counter[str] = Counter()
    for (field, _row), listed in swaps.items():
        found[field.table] += len(joined(listed))
    return found

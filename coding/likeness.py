# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts that are in the project already, or look like another version of one that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.corpus import text_hash
from coding.fold import words
from coding.intake.transcript import Transcript
from models.interview import Interview, Turn

SAME_TURNS = 0.6  # the share of common turns from which two transcripts are of one interview
TOLD = 4  # words from which a turn tells something: «oui, d’accord» is said everywhere
FEWEST = 3  # common turns without which the share says nothing


@dataclass(frozen=True)
class Likeness:
    """An interview that a transcript looks like. ``same``: the text is the same; ``share`` of the transcript's turns
    are there, from 0 to 1; ``named``: it came from a file of that name."""

    interview_id: int
    title: str
    same: bool
    share: float
    named: bool

    @property
    def versions(self) -> bool:
        """Whether the two are most probably versions of one transcript."""
        return self.share >= SAME_TURNS


def likenesses(session: Session, transcripts: Sequence[Transcript],
               look: Callable[[], None] = lambda: None) -> list[Likeness | None]:
    """For each transcript the interview it looks like most, None when there is none. Reads every text: not for the
    GUI thread on a large corpus. ``look`` is called before each interview, and may raise to stop."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for key, start, end in session.execute(select(Turn.interview_id, Turn.start, Turn.end)):
        spans.setdefault(key, []).append((start, end))
    wanted = []
    for one in transcripts:
        look()
        wanted.append((text_hash(one.text), _told(one.text, ((turn.start, turn.end) for turn in one.turns))))
    best: list[Likeness | None] = [None] * len(transcripts)
    for key, title, file_name, digest, text in session.execute(
        select(Interview.id, Interview.title, Interview.file_name, Interview.text_hash, Interview.text)
    ):
        look()
        there = _told(text, spans.get(key, ()))
        for place, (one, (hashed, told)) in enumerate(zip(transcripts, wanted, strict=True)):
            found = Likeness(key, title, digest == hashed, _share(told, there),
                             one.file_name.casefold() == file_name.casefold())
            if (found.same or found.versions or found.named) and _rank(found) > _rank(best[place]):
                best[place] = found
    return best


def _rank(found: Likeness | None) -> tuple[bool, bool, float]:
    """The same text before another version, another version before a mere name."""
    return (False, False, -1.0) if found is None else (found.same, found.versions, found.share)


def _told(text: str, spans: Iterable[tuple[int, int]]) -> Counter[str]:
    """The turns that tell something, whatever the accents, the case and the punctuation."""
    found = (words(text[start:end]) for start, end in spans)
    return Counter(" ".join(turn) for turn in found if len(turn) >= TOLD)


def _share(told: Counter[str], there: Counter[str]) -> float:
    common = (told & there).total()
    return common / told.total() if common >= FEWEST else 0.0

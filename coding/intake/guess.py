# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asks the questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coding.intake.cleaning import fold
from coding.intake.shapes import asks
from coding.intake.transcript import TurnSpan

# Measured on the 12 interviews of ESLO: the one who asks speaks less, and asks twice as often.
_FEWEST_TURNS = 3
_LEAST_SHARE_OF_TURNS = 0.15
_LEAST_QUESTIONS = 0.08
_MARGIN = 1.5


@dataclass(frozen=True)
class _Manner:
    """How one label speaks: turns, share of turns that ask, mean words of a turn."""

    label: str
    turns: int
    asking: float
    words: float


def interviewers(text: str, turns: Sequence[TurnSpan], announced: Sequence[str] = ()) -> frozenset[str]:
    """The labels of those who ask; empty when nothing tells (a monologue, two participants alone).

    Told, in this order, by the label itself, by the title block (``announced``, folded), by letters used in
    pairs (I or E before R), by the manner of speaking.
    """
    labels = list(dict.fromkeys(t.speaker for t in turns if t.speaker))
    if len(labels) < 2:
        return frozenset(label for label in labels if asks(label) and fold(label) != "q")
    named = frozenset(label for label in labels if asks(label))
    if named and len(named) < len(labels):
        return named
    told = frozenset(label for label in labels if any(_within(fold(label), said) for said in announced))
    if told and len(told) < len(labels):
        return told
    folded = {fold(label): label for label in labels}
    if "r" in folded and ("i" in folded or "e" in folded):
        return frozenset([folded.get("i") or folded["e"]])
    return _by_manner(text, turns, labels)


def _within(name: str, said: str) -> bool:
    """Whether a label is a word, or the initials, of what the title block says."""
    words = said.replace("-", " ").replace(",", " ").split()
    return name in words or name == said or (len(name) > 1 and name == "".join(w[0] for w in words))


def _by_manner(text: str, turns: Sequence[TurnSpan], labels: Sequence[str]) -> frozenset[str]:
    manners = [_manner(label, [text[t.start : t.end] for t in turns if t.speaker == label]) for label in labels]
    enough = max(_FEWEST_TURNS, _LEAST_SHARE_OF_TURNS * len(turns))
    main = [m for m in manners if m.turns >= enough]
    if len(main) < 2:
        return frozenset()
    best = max(main, key=lambda m: m.asking)
    others = [m for m in main if m is not best]
    clear = best.asking >= _LEAST_QUESTIONS and all(
        best.asking >= _MARGIN * m.asking and best.words < m.words for m in others
    )
    return frozenset([best.label]) if clear else frozenset()


def _manner(label: str, said: Sequence[str]) -> _Manner:
    asking = sum("?" in words for words in said)
    count = sum(len(words.split()) for words in said)
    return _Manner(label, len(said), asking / max(1, len(said)), count / max(1, len(said)))

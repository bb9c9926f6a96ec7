# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asks the questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from coding.intake.cleaning import fold
from coding.intake.shapes import asks
from coding.intake.transcript import TurnSpan

# Measured on the 12 interviews of ESLO: for the same number of words, the one who asks puts at least twice as many
# questions; and speaks in turns two thirds as long at most.
_FEWEST_TURNS = 3
_LEAST_SHARE_OF_TURNS = 0.15
_FEWEST_QUESTIONS = 2
_MARGIN = 1.5
_BREVITY = 0.75


@dataclass(frozen=True)
class _Manner:
    """How one label speaks: turns, questions, words."""

    label: str
    turns: int
    questions: int
    words: int

    @property
    def asking(self) -> float:
        """Questions a word."""
        return self.questions / max(1, self.words)

    @property
    def length(self) -> float:
        """Words a turn."""
        return self.words / max(1, self.turns)


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
    said: dict[str | None, list[str]] = defaultdict(list)
    for turn in turns:
        said[turn.speaker].append(text[turn.start : turn.end])
    manners = [_manner(label, said[label]) for label in labels]
    enough = max(_FEWEST_TURNS, _LEAST_SHARE_OF_TURNS * len(turns))
    main = [m for m in manners if m.turns >= enough]
    if len(main) < 2:
        return frozenset()
    best = max(main, key=lambda m: m.asking)
    clear = best.questions >= _FEWEST_QUESTIONS and all(
        best.asking >= _MARGIN * m.asking and best.length <= _BREVITY * m.length for m in main if m is not best
    )
    return frozenset([best.label]) if clear else frozenset()


def _manner(label: str, said: Sequence[str]) -> _Manner:
    """A question is a turn that holds a question mark: «hein ? hein ?» asks once."""
    return _Manner(label, len(said), sum("?" in words for words in said), sum(len(words.split()) for words in said))

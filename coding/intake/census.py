# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole file's figures about its possible labels: one line proves nothing, recurrence does."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from coding.intake.labels import Candidate, Form, candidates
from coding.intake.lines import Line
from coding.intake.shapes import Shape, question_stem, shape_of
from coding.intake.stamps import STAMP, milliseconds

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TIME_LINE = re.compile(STAMP)
# A label with a colon and one with a time of its own are the same habit.
_FAMILY = {Form.TIMED: Form.COLON}
Habit = tuple[Form, str]


def habit_of(candidate: Candidate) -> Habit:
    """What recurs: a key in one form."""
    return (_FAMILY.get(candidate.form, candidate.form), candidate.key)


class Census:
    """Counts of the candidates of a file. Lines are numbered from 0."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        read = [candidates(i, line) for i, line in enumerate(lines)]
        self.by_line = _number_families(_times_above(lines, read))
        self.total = sum(1 for line in lines if line.text.strip())
        self.places: dict[Habit, list[Candidate]] = defaultdict(list)
        for found in self.by_line:
            for candidate in found:
                self.places[habit_of(candidate)].append(candidate)
        self._shapes: dict[str, Shape] = {}

    def count(self, habit: Habit) -> int:
        return len(self.places[habit])

    def share(self, habits: Iterable[Habit]) -> float:
        """The share of non-blank lines that begin in one of these ways."""
        return sum(self.count(h) for h in habits) / max(1, self.total)

    def shape(self, habit: Habit) -> Shape:
        """The best shape among the spellings of a label."""
        key = habit[1]
        if key not in self._shapes:
            self._shapes[key] = max(shape_of(c.label) for c in self.places[habit])
        return self._shapes[key]

    def bold_share(self, habits: Iterable[Habit]) -> float:
        """How many of these labels are in bold type."""
        bold = [c.bold for h in habits for c in self.places[h]]
        return sum(bold) / len(bold) if bold else 0.0

    def timed_share(self, habits: Iterable[Habit]) -> float:
        """How many of these labels carry a time."""
        timed = [c.time_ms is not None for h in habits for c in self.places[h]]
        return sum(timed) / len(timed) if timed else 0.0

    @cached_property
    def _lower_words(self) -> frozenset[str]:
        words = (w for line in self.lines for w in _WORD.findall(line.text))
        return frozenset(w for w in words if w[0].islower())

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(w for line in self.lines for w in re.findall(r"\w+", line.text))

    @cached_property
    def _first_labels(self) -> Counter[str]:
        return Counter(found[0].label for found in self.by_line if found)

    def is_common_noun(self, label: str) -> bool:
        """Whether a label of one capitalised word also stands in the text without its capital."""
        return label[:1].isupper() and label[:1].lower() + label[1:] in self._lower_words

    def spoken_of(self, label: str) -> bool:
        """Whether the text uses a label elsewhere than as a label (an acronym, say)."""
        return self._words[label] > self._first_labels[label]


def _times_above(lines: Sequence[Line], by_line: list[list[Candidate]]) -> list[list[Candidate]]:
    """Labels below a line that holds a time alone (subtitles, some recognisers) take that time."""
    timed = list(by_line)
    for i, line in enumerate(lines[:-1]):
        time = milliseconds(line.text) if not line.row and _TIME_LINE.fullmatch(line.text.strip()) else None
        if time is not None:
            timed[i + 1] = [_timed(c, time) for c in by_line[i + 1]]
    return timed


def _timed(candidate: Candidate, time: int) -> Candidate:
    return replace(candidate, time_ms=time, above=True) if candidate.time_ms is None else candidate


def _number_families(by_line: list[list[Candidate]]) -> list[list[Candidate]]:
    """Numbered questions (Q1, Q2…, each rare) become one speaker; E1 and E2 remain two."""
    seen: Counter[tuple[str, str]] = Counter()
    for found in by_line:
        for c in found[:1]:
            if stem := question_stem(c.label):
                seen[(stem.casefold(), c.key)] += 1
    rare = Counter(stem for (stem, _), n in seen.items() if n <= 2)
    often = {stem for (stem, _), n in seen.items() if n > 2}
    families = {stem for stem, n in rare.items() if n >= 3 and stem not in often}
    if not families:
        return by_line
    return [[_in_family(c, families) for c in found] for found in by_line]


def _in_family(candidate: Candidate, families: set[str]) -> Candidate:
    stem = question_stem(candidate.label)
    return replace(candidate, label=stem) if stem and stem.casefold() in families else candidate

# SPDX-License-Identifier: GPL-3.0-or-later
"""From lines and their labels to one text with its turns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from coding.intake.census import Census
from coding.intake.evidence import labelled_lines
from coding.intake.labels import Candidate, certain
from coding.intake.lines import Content
from coding.intake.meeting import without_meeting
from coding.intake.title_block import header_interviewers, without_title_block
from coding.intake.transcript import Notice, TurnSpan


@dataclass(frozen=True)
class Assembled:
    """The text of a file, its turns in order, the folded names of the interviewers its title block gives, and what was
    left out of the turns."""

    text: str
    turns: tuple[TurnSpan, ...]
    announced: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def assemble(content: Content, hint: str = "") -> Assembled:
    """One text (lines joined by LF) and its turns; lines without a label go on the turn before them.

    ``hint`` is the file's name, which may name a lone speaker.
    """
    census = Census(content.lines)
    said = [certain(number, line) for number, line in enumerate(content.lines)]
    chosen = {label.line: label for label in said if label is not None}
    if not chosen:
        chosen = without_title_block(census, labelled_lines(census, hint))
    text = "\n".join(line.text for line in content.lines)
    offsets = [0, *accumulate(len(line.text) + 1 for line in content.lines)]
    if not chosen:
        return Assembled(text, (), ())
    spelling = _spellings(chosen)
    starts = sorted(chosen)
    begins = [offsets[n - 1] if chosen[n].above else offsets[n] + chosen[n].start for n in starts]
    turns = []
    for number, begin, limit in zip(starts, begins, [*begins[1:], len(text)], strict=True):
        label = chosen[number]
        alone = number + 1 in chosen or number + 1 == len(content.lines)
        stop = min(limit, _row_end(census, number, offsets)) if alone else limit
        start, end = _words(text, offsets[number] + label.words, stop)
        turns.append(TurnSpan(begin, start, end, spelling[label.key], label.time_ms))
    kept, notices = without_meeting(text, turns)
    return Assembled(text, kept, tuple(header_interviewers(census, starts[0])), notices)


def _row_end(census: Census, number: int, offsets: list[int]) -> int:
    """Where the words of a table row end: notes in further columns are not said by anyone."""
    line = census.lines[number]
    return offsets[number] + (line.row.words[1] if line.row else len(line.text))


def _words(text: str, start: int, limit: int) -> tuple[int, int]:
    """``text[start:limit]`` without the white space around it; an empty turn stands right after its label."""
    said = text[start:limit]
    if not said.strip():
        return start, start
    start += len(said) - len(said.lstrip())
    return start, start + len(said.strip())


def _spellings(chosen: Mapping[int, Candidate]) -> dict[str, str | None]:
    """The most frequent spelling of each label (the first, when even); None for turns without a name."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for number in sorted(chosen):
        seen[chosen[number].key][chosen[number].label] += 1
    return {key: spellings.most_common(1)[0][0] or None for key, spellings in seen.items()}

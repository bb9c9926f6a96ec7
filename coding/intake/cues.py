# SPDX-License-Identifier: GPL-3.0-or-later
"""From the cues of a recogniser or a subtitler to lines a person reads: cues of one speaker joined into a turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coding.intake.census import Census
from coding.intake.cleaning import clean, key_of
from coding.intake.evidence import labelled_lines
from coding.intake.lines import Line, Row

# Without speakers a new turn begins after a silence, or when a sentence ends in what has become long.
_SILENCE_MS = 2_000
_LONG = 600
_SENTENCE_END = re.compile(r"[.!?…][\s»”\")]*$")
_DASHES = re.compile(r"(?m)^\s*[-–—]\s")


@dataclass(frozen=True)
class Cue:
    """What is said from ``start_ms`` to ``end_ms``, and by whom when the file says so."""

    start_ms: int
    end_ms: int
    speaker: str | None
    text: str


def lines_of(cues: Sequence[Cue]) -> tuple[Line, ...]:
    """One line a turn, «[0:01:12] Marie : words», its label and time told apart; no words are left out."""
    tidy = [tidied for cue in cues if (tidied := _tidy(cue)).text]
    return tuple(_line(turn) for turn in _turns(_named(tidy)))


def _tidy(cue: Cue) -> Cue:
    text = clean(cue.text)[0]
    if len(_DASHES.findall(text)) < 2:  # two dashes: two people in one cue, a line each
        text = " ".join(text.split())
    speaker = " ".join(clean(cue.speaker)[0].split()) if cue.speaker else None
    return replace(cue, text=text.strip(), speaker=speaker or None)


def _named(cues: list[Cue]) -> list[Cue]:
    """Cues whose words begin by «Marie :» say who speaks, when such labels recur; the next ones are theirs too."""
    if any(cue.speaker for cue in cues):
        return cues
    census = Census([Line(cue.text) for cue in cues])
    labels = labelled_lines(census)
    speaker: str | None = None
    found = []
    for number, cue in enumerate(cues):
        label = labels.get(number)
        speaker = label.label if label is not None else speaker
        text = cue.text[label.words :].strip() if label is not None else cue.text
        found.append(replace(cue, text=text, speaker=speaker))
    return found


def _turns(cues: Sequence[Cue]) -> Iterator[Cue]:
    turn: Cue | None = None
    for cue in cues:
        if turn is not None and _goes_on(turn, cue):
            turn = replace(turn, end_ms=cue.end_ms, text=f"{turn.text} {cue.text}".strip())
        else:
            if turn is not None:
                yield turn
            turn = cue
    if turn is not None:
        yield turn


def _goes_on(turn: Cue, cue: Cue) -> bool:
    if turn.speaker is not None or cue.speaker is not None:
        return key_of(turn.speaker or "") == key_of(cue.speaker or "")
    if "\n" in turn.text or cue.start_ms - turn.end_ms >= _SILENCE_MS:
        return False
    return len(turn.text) < _LONG or not _SENTENCE_END.search(turn.text)


def _line(turn: Cue) -> Line:
    seconds = turn.start_ms // 1000
    time = f"[{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}]"
    label = turn.speaker or ""
    head = f"{time} {label} : " if label else f"{time} "
    at = len(time) + 1
    return Line(head + turn.text, 0, Row((at, at + len(label)), (len(head), len(head) + len(turn.text)),
                                         (0, len(time)), certain=True))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks in an interview and where its turns stand, as the text of a note.

Line 1: the SHA-256 of the interview's text (the turns hold for no other). Then a line a voice, «label⇥asks⇥case»
(«asks» or «answers»; the GUID of the participant's case, or nothing); an empty line; a line a turn,
«label_start⇥start⇥end⇥time_ms⇥voice» (offsets in code points; the time may be empty; voices are counted from 1 in the
order above, empty when nobody is named).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ASKS = "asks"
ANSWERS = "answers"


@dataclass(frozen=True)
class Voice:
    """A speaker; ``case`` is the GUID of the participant, or empty."""

    label: str
    asks: bool
    case: str = ""


@dataclass(frozen=True)
class SpokenTurn:
    """A turn; ``voice`` is the place of its speaker in the list of voices, from 0, or None."""

    label_start: int
    start: int
    end: int
    time_ms: int | None
    voice: int | None


@dataclass(frozen=True)
class Voices:
    """What a note holds."""

    text_hash: str
    voices: tuple[Voice, ...]
    turns: tuple[SpokenTurn, ...]


def written(text_hash: str, voices: Sequence[Voice], turns: Iterable[SpokenTurn]) -> str:
    """The text of the note."""
    lines = [text_hash]
    lines += [f"{' '.join(one.label.split())}\t{ASKS if one.asks else ANSWERS}\t{one.case}" for one in voices]
    lines.append("")
    for turn in turns:
        time = "" if turn.time_ms is None else turn.time_ms
        voice = "" if turn.voice is None else turn.voice + 1
        lines.append(f"{turn.label_start}\t{turn.start}\t{turn.end}\t{time}\t{voice}")
    return "\n".join(lines)


def read(text: str) -> Voices | None:
    """The inverse of ``written``; None when the note says anything else."""
    head, _gap, tail = text.partition("\n\n")
    text_hash, *people = head.rstrip("\n").split("\n")
    try:
        voices = tuple(_voice(line) for line in people)
        turns = tuple(_turn(line, len(voices)) for line in tail.split("\n") if line)
    except ValueError:
        return None
    return Voices(text_hash, voices, turns) if len(text_hash) == 64 else None


def _voice(line: str) -> Voice:
    label, asks, case = line.split("\t")
    if asks not in (ASKS, ANSWERS) or not label:
        raise ValueError(line)
    return Voice(label, asks == ASKS, case)


def _turn(line: str, voices: int) -> SpokenTurn:
    label_start, start, end, time, voice = line.split("\t")
    place = int(voice) - 1 if voice else None
    turn = SpokenTurn(int(label_start), int(start), int(end), int(time) if time else None, place)
    if not 0 <= turn.label_start <= turn.start <= turn.end or (place is not None and not 0 <= place < voices):
        raise ValueError(line)
    return turn

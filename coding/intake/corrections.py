# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person corrects in the labels of a transcript before it goes in; its text never changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from coding.intake.transcript import Transcript, TurnSpan, speakers_seen


@dataclass(frozen=True)
class Voice:
    """What a label of the file stands for: the speaker ``becomes``, who asks the questions or not; empty when it is no
    speaker at all."""

    becomes: str
    asks: bool = False


Voices = Mapping[str, Voice]


def as_read(transcript: Transcript) -> dict[str, Voice]:
    """Each label as intake understood it."""
    return {seen.label: Voice(seen.label, seen.interviewer) for seen in transcript.speakers}


def corrected(transcript: Transcript, voices: Voices) -> Transcript:
    """The transcript with each of these labels standing for its voice; the others stay as they were read.

    The turns of a label that is no speaker go on the turn before (those before the first turn go to the title block).
    Of several labels joined in one speaker, the one that bears its name says who asks; else any of them does.
    """
    whole = as_read(transcript) | dict(voices)
    turns = tuple(_turns(transcript, whole))
    own = {voice.becomes: voice.asks for label, voice in whole.items() if voice.becomes == label}
    asking = frozenset(voice.becomes for voice in whole.values() if own.get(voice.becomes, voice.asks))
    return replace(transcript, turns=turns, speakers=speakers_seen(transcript.text, turns, asking))


def _turns(transcript: Transcript, voices: Voices) -> Iterator[TurnSpan]:
    before: TurnSpan | None = None
    for turn in transcript.turns:
        becomes = voices[turn.speaker].becomes if turn.speaker else None
        if becomes == "":
            before = before and _going_on(transcript.text, before, turn.end)
            continue
        if before is not None:
            yield before
        before = replace(turn, speaker=becomes)
    if before is not None:
        yield before


def _going_on(text: str, turn: TurnSpan, end: int) -> TurnSpan:
    """A turn whose words go on to ``end``; one that had none begins at its first word."""
    said = text[turn.start : end]
    start = turn.start + len(said) - len(said.lstrip())
    return replace(turn, start=start, end=max(start, turn.start + len(said.rstrip())))

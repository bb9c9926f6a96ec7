# SPDX-License-Identifier: GPL-3.0-or-later
"""What was corrected in the labels of earlier files, proposed for the next ones of the same make.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.intake.cleaning import key_of
from coding.intake.corrections import Voice, Voices, as_read
from coding.intake.shapes import asks
from coding.intake.transcript import Transcript
from coding.intake.unturned import KINDS, AsText
from coding.language import _, quoted_list
from models.label_memory import LabelMemory

_TOLD = 4  # corrections in one line

Key = tuple[str, str]  # a make, and a label as labels are compared
Memory = Mapping[Key, Voice]


@dataclass(frozen=True)
class Reviewed:
    """A transcript as its file was read, and what its labels stand for in the end; ``dropped`` are the proposals of
    earlier files that were taken off."""

    transcript: Transcript
    voices: Voices
    dropped: frozenset[str] = field(default_factory=frozenset)


def recall(session: Session) -> dict[Key, Voice]:
    """All that is remembered."""
    rows = session.execute(
        select(LabelMemory.make, LabelMemory.label, LabelMemory.becomes, LabelMemory.is_interviewer))
    return {(make, key_of(label)): Voice(becomes, is_interviewer) for make, label, becomes, is_interviewer in rows}


def proposed(memory: Memory, transcript: Transcript) -> dict[str, Voice]:
    """What earlier files of its make say of the labels of a transcript, where it differs from how they were read.

    Where the one who asks is remembered, nobody else is taken to ask but by a label that says so («Enquêtrice»).
    """
    known = {seen.label: memory[key] for seen in transcript.speakers
             if (key := (transcript.make, key_of(seen.label))) in memory}
    if any(voice.asks for voice in known.values()):
        known |= {seen.label: Voice(seen.label) for seen in transcript.speakers
                  if seen.interviewer and seen.label not in known and not asks(seen.label)}
    guessed = as_read(transcript)
    return {label: voice for label, voice in known.items() if voice != guessed[label]}


def text_proposed(memory: Memory, read: Transcript) -> AsText | None:
    """How the last text without turns of its make went in; None when none did."""
    known = ((kind, memory.get((read.make, kind))) for kind in KINDS)
    return next((AsText(kind, voice.becomes) for kind, voice in known if voice is not None), None)


def text_learnt(read: Transcript, how: AsText) -> Reviewed:
    """A text without turns, and how it goes in: its kind is remembered as a label, which its make has none of."""
    return Reviewed(read, {how.kind: Voice(how.speaker)}, frozenset(KINDS) - {how.kind})


def learn(session: Session, files: Iterable[Reviewed]) -> None:
    """Remember what was corrected in these files, the last one being right when they differ; what was taken off and
    kept nowhere is forgotten."""
    kept: dict[Key, tuple[str, Voice]] = {}
    dropped: set[Key] = set()
    for one in files:
        guessed = as_read(one.transcript)
        for label, voice in one.voices.items():
            if voice != guessed.get(label):
                kept[one.transcript.make, key_of(label)] = (label, voice)
        dropped |= {(one.transcript.make, key_of(label)) for label in one.dropped}
    rows = {(row.make, key_of(row.label)): row for row in session.scalars(select(LabelMemory))}
    for key in dropped - set(kept):
        if key in rows:
            session.delete(rows[key])
    for key, (label, voice) in kept.items():
        _write(session, rows.get(key), key[0], label, voice)
    session.flush()


def told(voices: Voices) -> str:
    """Corrections in one line: «I» → «Enquêtrice» · «Date»: not a speaker."""
    said = []
    for label, voice in voices.items():
        name = quoted_list([label])
        if not voice.becomes:
            said.append(_("{label}: not a speaker").format(label=name))
        elif voice.becomes != label:
            said.append(f"{name} → {quoted_list([voice.becomes])}")
        else:
            said.append((_("{label} asks") if voice.asks else _("{label} does not ask")).format(label=name))
    return " · ".join(said[:_TOLD]) + (" · …" if len(said) > _TOLD else "")


def _write(session: Session, row: LabelMemory | None, make: str, label: str, voice: Voice) -> None:
    if row is None:
        session.add(LabelMemory(make=make, label=label, becomes=voice.becomes, is_interviewer=voice.asks))
        return
    if (row.becomes, row.is_interviewer) != (voice.becomes, voice.asks):
        row.becomes, row.is_interviewer = voice.becomes, voice.asks

# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts arriving in a project: those read go in together, in one act; those refused keep their reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from coding import corpus
from coding.changes import Label, Writer
from coding.intake.batch import Refusal
from coding.intake.transcript import Transcript
from coding.interviews import get
from coding.language import N_
from models.errors import KnownError


@dataclass(frozen=True)
class Arrival:
    """A transcript that went in, and the interview it became."""

    transcript: Transcript
    interview_id: int
    title: str


@dataclass(frozen=True)
class Failure:
    """A file that did not go in, and why."""

    file: str
    error: KnownError


@dataclass(frozen=True)
class Arrivals:
    """What became of the files, each list in their order."""

    imported: tuple[Arrival, ...]
    failed: tuple[Failure, ...]


def take_in(writer: Writer, read: Sequence[Transcript | Refusal], *, group: str | None = None) -> Arrivals:
    """Put what intake has read into the corpus, and into ``group`` (made if needed), in one act. A text that is
    already there fails like a file that could not be read, and stops nothing."""
    transcripts = [one for one in read if isinstance(one, Transcript)]
    label = Label(N_("import “{file}”"), {"file": transcripts[0].file_name}) if len(transcripts) == 1 else Label(
        N_("import {n} transcripts"), {"n": len(transcripts)})

    def act(session: Session) -> list[Arrival | Failure]:
        return [_add(session, one, group) if isinstance(one, Transcript) else Failure(one.path.name, one.error)
                for one in read]

    outcomes: list[Arrival | Failure] = writer.do(label, act).result
    return Arrivals(
        tuple(one for one in outcomes if isinstance(one, Arrival)),
        tuple(one for one in outcomes if isinstance(one, Failure)),
    )


def _add(session: Session, transcript: Transcript, group: str | None) -> Arrival | Failure:
    try:
        interview_id = corpus.add_transcript(session, transcript, group=group)
    except KnownError as error:
        return Failure(transcript.file_name, error)
    return Arrival(transcript, interview_id, get(session, interview_id).title)

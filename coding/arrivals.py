# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts arriving in a project: those read go in together, in one act; those refused keep their reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from coding import corpus
from coding.changes import Label, Writer
from coding.elsewhere import Cancelled
from coding.intake.batch import Refusal
from coding.intake.transcript import Transcript
from coding.interviews import get
from coding.label_memory import Reviewed, learn
from coding.language import N_
from coding.retranscribing import Replacement, replace_transcript
from models.errors import KnownError


@dataclass(frozen=True)
class Correction:
    """A transcript to put in the place of an interview's; ``keep_lost`` as in ``replace_transcript``."""

    transcript: Transcript
    interview_id: int
    keep_lost: bool = False


@dataclass(frozen=True)
class Again:
    """A transcript to take although its text is already there."""

    transcript: Transcript


Incoming = Transcript | Correction | Again


@dataclass(frozen=True)
class Arrival:
    """A transcript that went in, and the interview it became, or whose transcript it replaced: ``replacement`` then
    says what became of the passages."""

    transcript: Transcript
    interview_id: int
    title: str
    replacement: Replacement | None = None


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


def take_in(
    writer: Writer, read: Sequence[Incoming | Refusal], *, group: str | None = None, learnt: Sequence[Reviewed] = (),
    progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Arrivals:
    """Put what intake has read into the corpus, and what is new of it into ``group`` (made if needed), in one act that
    also remembers what was ``learnt`` of labels. A text that is already there, a second one in the same interview's
    place, or one that would lose passages against one's will, fails like a file that could not be read, and stops
    nothing. Raises Cancelled, nothing being changed, once ``cancelled()`` turns true."""

    def act(session: Session) -> list[Arrival | Failure]:
        outcomes: list[Arrival | Failure] = []
        replaced: dict[int, str] = {}
        for done, one in enumerate(read):
            if cancelled():
                raise Cancelled(N_("Stopped. Nothing was changed."))
            if isinstance(one, Refusal):
                outcomes.append(Failure(one.path.name, one.error))
                continue
            progress(done, len(read), _transcript(one).file_name)
            outcomes.append(_add(session, one, group, replaced))
        learn(session, learnt)
        return outcomes

    coming = [one for one in read if not isinstance(one, Refusal)]
    outcomes: list[Arrival | Failure] = writer.do(_label(coming), act).result
    return Arrivals(
        tuple(one for one in outcomes if isinstance(one, Arrival)),
        tuple(one for one in outcomes if isinstance(one, Failure)),
    )


def _label(coming: Sequence[Incoming]) -> Label:
    if len(coming) != 1:
        return Label(N_("import {n} transcripts"), {"n": len(coming)})
    if isinstance(coming[0], Correction):
        return Label(N_("replace a transcript by “{file}”"), {"file": coming[0].transcript.file_name})
    return Label(N_("import “{file}”"), {"file": _transcript(coming[0]).file_name})


def _transcript(one: Incoming) -> Transcript:
    return one if isinstance(one, Transcript) else one.transcript


def _add(session: Session, one: Incoming, group: str | None, replaced: dict[int, str]) -> Arrival | Failure:
    """``replaced`` are the interviews that have a new transcript already, each with its file."""
    transcript, replacement = _transcript(one), None
    try:
        if isinstance(one, Correction):
            interview_id = one.interview_id
            if interview_id in replaced:
                raise KnownError(
                    N_("{file} would take the place of “{title}”, which {other} has just taken. Import it by itself."),
                    file=transcript.file_name, title=get(session, interview_id).title, other=replaced[interview_id])
            replacement = replace_transcript(session, interview_id, transcript, keep_lost=one.keep_lost)
            replaced[interview_id] = transcript.file_name
        else:
            interview_id = corpus.add_transcript(session, transcript, group=group, twice=isinstance(one, Again))
    except KnownError as error:
        return Failure(transcript.file_name, error)
    return Arrival(transcript, interview_id, get(session, interview_id).title, replacement)

# SPDX-License-Identifier: GPL-3.0-or-later
"""One file in, one transcript out."""

from __future__ import annotations

import importlib
import unicodedata
from pathlib import Path
from typing import cast

from coding.file_name import readable
from coding.intake import refusals
from coding.intake.cleaning import fold
from coding.intake.guess import interviewers
from coding.intake.kinds import AS_SAVED, READERS
from coding.intake.lines import Content
from coding.intake.make import make_of
from coding.intake.transcript import Transcript, speakers_seen
from coding.intake.turns import Assembled, assemble
from coding.language import N_
from models.errors import KnownError


def read_transcript(path: Path, *, interviewer: str | None = None) -> Transcript:
    """Read one transcript; ``interviewer`` is the label of the one who asks, when the guess is not wanted.

    Raises KnownError naming the file and the reason when it cannot be read, is no transcript, or has no such
    label. Pure: it can run in any process.
    """
    read = read_file(path, interviewer=interviewer)
    if not read.turns:
        raise refusals.no_turns(read.file_name)
    return read


def read_file(path: Path, *, interviewer: str | None = None) -> Transcript:
    """``read_transcript``, but that a file in which nothing says who speaks is given without turns."""
    name = unicodedata.normalize("NFC", readable(path.name))
    refusals.check(path, name)
    content = _content(path, name)
    if len(content.lines) > refusals.MOST_LINES or (
            sum(len(line.text) + 1 for line in content.lines) > refusals.MOST_CHARACTERS):
        raise refusals.too_large(name)
    if not any(line.text.strip() for line in content.lines):
        raise KnownError(N_("{file} holds no text."), file=name)
    assembled = assemble(content, hint=path.stem)
    asking = _asking(assembled, interviewer, name) if assembled.turns else frozenset()
    return Transcript(
        title=unicodedata.normalize("NFC", readable(path.stem)),
        file_name=name,
        text=assembled.text,
        turns=assembled.turns,
        speakers=speakers_seen(assembled.text, assembled.turns, asking),
        notices=(*content.notices, *assembled.notices),
        make=make_of(path.suffix, assembled.text, assembled.turns),
    )


def read_text(path: Path) -> str:
    """The text of one file, whoever speaks in it. Raises KnownError as ``read_transcript`` does.

    A plain text is given as it was saved, so that offsets into it are the file's own: accents and line ends are left
    as they stand, and only a byte order mark is not counted. Of other kinds it is the text that intake would store.
    """
    name = unicodedata.normalize("NFC", readable(path.name))
    refusals.check(path, name)
    if path.suffix.lower() in AS_SAVED:
        from coding.intake.txt_reader import as_saved

        return as_saved(path, name)[0]
    text = "\n".join(line.text for line in _content(path, name).lines)
    if len(text) > refusals.MOST_CHARACTERS:
        raise refusals.too_large(name)
    return text


def _content(path: Path, name: str) -> Content:
    """What the reader of the file's kind finds; each is imported when a file of its kind comes."""
    reader = importlib.import_module(f"coding.intake.{READERS[path.suffix.lower()]}")
    return cast(Content, reader.read(path, name))


def _asking(assembled: Assembled, interviewer: str | None, name: str) -> frozenset[str]:
    if interviewer is None:
        return interviewers(assembled.text, assembled.turns, assembled.announced)
    labels = list(dict.fromkeys(t.speaker for t in assembled.turns if t.speaker))
    found = frozenset(label for label in labels if fold(label) == fold(interviewer))
    if not found:
        raise KnownError(
            N_("{file}: nobody is called “{label}”. Its speakers are: {labels}."),
            file=name,
            label=interviewer,
            labels=", ".join(labels) or "–",
        )
    return found

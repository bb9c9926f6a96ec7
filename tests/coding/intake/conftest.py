# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts written for a test, and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree

from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript

Read = Callable[..., Transcript]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def txt(tmp_path: Path) -> Read:
    """Reads a text as if it were a UTF-8 file."""

    def read(text: str, name: str = "essai.txt", interviewer: str | None = None) -> Transcript:
        path = tmp_path / name
        path.write_bytes(text.encode())
        return read_transcript(path, interviewer=interviewer)

    return read


@pytest.fixture
def word(tmp_path: Path) -> Read:
    """Reads a python-docx document as if it were a file."""

    def read(document: Document, name: str = "essai.docx") -> Transcript:
        path = tmp_path / name
        document.save(str(path))
        return read_transcript(path)

    return read


@pytest.fixture
def word_xml(word: Read) -> Read:
    """Reads a document made of raw WordprocessingML paragraphs (prefix ``w``)."""

    def read(*blocks: str) -> Transcript:
        document = docx.Document()
        body = document.element.body
        for block in blocks:
            root = etree.fromstring(f'<w:x xmlns:w="{W}">{block}</w:x>')
            for element in root:
                body.insert(len(body) - 1, element)
        return word(document)

    return read


@pytest.fixture
def said() -> Callable[[Transcript], list[tuple[str | None, str]]]:
    """The turns of a transcript as (speaker, words), their spans checked on the way."""

    def turns(transcript: Transcript) -> list[tuple[str | None, str]]:
        at = 0
        for turn in transcript.turns:
            assert at <= turn.label_start <= turn.start <= turn.end <= len(transcript.text)
            at = turn.end
        return [(t.speaker, transcript.text[t.start : t.end]) for t in transcript.turns]

    return turns

# SPDX-License-Identifier: GPL-3.0-or-later
"""An interview guide read from a file: a document, a plain text or a table."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from coding.codebook import clean_name
from coding.file_name import readable
from coding.guides import documents
from coding.guides.columns import ALIASES, drafts
from coding.guides.draft import GuideDraft, QuestionDraft
from coding.guides.layout import laid_out
from coding.guides.outline import GuideLine
from coding.intake import refusals
from coding.language import N_
from coding.metadata import sheets
from models.errors import KnownError

TABLES = (".csv", ".tsv", ".xlsx")
DOCUMENTS = (".docx", ".docm", ".odt", ".rtf", ".pdf", ".txt", ".md")
SUFFIXES = (*DOCUMENTS, *TABLES)
_MOST_LINES, _MOST_QUESTIONS = 1500, 500
_LABEL = re.compile(r"([^\W\d_][\w .·-]{0,24}?)\s?:\s")
_TALK = 0.5  # share of the lines that begin with the label of one who speaks, in a transcript


def read_guide(path: Path) -> GuideDraft:
    """The guide of a file: Word, OpenDocument, rtf, pdf, plain text, csv or xlsx. Raises KnownError when it cannot be
    read or is no guide."""
    name, suffix = unicodedata.normalize("NFC", readable(path.name)), path.suffix.lower()
    if suffix not in SUFFIXES:
        raise KnownError(
            N_("{file} cannot be read as a guide. Guides are read from docx, odt, rtf, pdf, txt, csv or xlsx files."),
            file=name)
    stem = clean_name(readable(path.stem))
    if suffix in TABLES:
        return GuideDraft(*_table(path, name, stem))
    refusals.check(path, name)
    lines = documents.lines(path, name)
    if _is_transcript(lines):
        raise KnownError(N_("{file} is a transcript, not a guide. Import it as an interview."), file=name)
    if len([line for line in lines if line.text]) > _MOST_LINES:
        raise _no_guide(name)
    laid = laid_out(lines)
    return GuideDraft(laid.title or stem, _checked(laid.questions, name))


def _table(path: Path, name: str, stem: str) -> tuple[str, tuple[QuestionDraft, ...]]:
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("question")
    titles = dict.fromkeys(clean_name(row.get("guide")) for row in sheet.rows if row.get("guide"))
    if len(titles) > 1:
        raise KnownError(
            N_("{file} holds several guides: {guides}. Put each in a file of its own."),
            file=name, guides=", ".join(titles))
    questions: list[QuestionDraft] = []
    for row in sheet.rows:
        if row.spilt:
            raise KnownError(
                N_("{file}, row {row}: there are more cells than columns. Put its text between quotation marks."),
                file=name, row=row.number)
        questions += drafts(row, sheet.columns)
    return next(iter(titles), stem), _checked(questions, name)


def _checked(questions: Sequence[QuestionDraft], name: str) -> tuple[QuestionDraft, ...]:
    """Each question once in its section. Raises KnownError when there is none, or more than any guide has."""
    once = tuple(dict.fromkeys(questions))
    if not any(not question.is_prompt for question in once) or len(once) > _MOST_QUESTIONS:
        raise _no_guide(name)
    return once


def _is_transcript(lines: Sequence[GuideLine]) -> bool:
    """Whether a few labels, «Q :», «Paul :», come back at the head of most lines."""
    spoken = [line.text for line in lines if line.text]
    labels = Counter(found[1] for text in spoken if (found := _LABEL.match(text)))
    often = sum(count for _label, count in labels.most_common(4) if count > 2)
    return len(spoken) >= 8 and often >= _TALK * len(spoken)


def _no_guide(name: str) -> KnownError:
    return KnownError(
        N_("No interview guide was found in {file}: its questions should stand one a line, under headings or numbers."),
        file=name)

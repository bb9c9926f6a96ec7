# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus as IRaMuTeQ reads it, to be opened there as UTF-8.

A text begins with a line «**** *ent_nora *groupe_ville *milieu_urbain»; in the corpus by theme, lines «-*reticences»
stand above the passages of each theme. Variables and values are lower-case letters and digits only, every text has
every variable («na» where nothing is known), and what IRaMuTeQ takes for its own signs (* and _) leaves the words
(IRaMuTeQ, documentation, «Les règles de formatage»). The interviewer's words are left out: they would make classes of
their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, transcripts
from coding.fold import fold
from coding.interviews import InterviewRow, interviews
from coding.language import N_, pgettext
from coding.reports.leaving import replacing
from coding.voices import Voices
from models.errors import KnownError
from models.passage import Coding, Passage

if TYPE_CHECKING:
    from coding.elsewhere import Told

UNKNOWN = "na"
# Its own signs, quotation marks and control characters are no words; one apostrophe, one space, one way to trail off.
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "…": "...", **dict.fromkeys("*_«»“”\"‹›\u200b\ufeff", " ")})
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_LEFT_BEHIND = re.compile(r" (?=[.,)])")  # where a closing mark stood
_DASH = re.compile(r"^[-–—\s]+")


def write(session: Session, path: Path, *, by_theme: bool, told: Told) -> int:
    """Write every interview, or with ``by_theme`` the coded passages of each under their themes; returns how many texts
    were written. Raises KnownError when there is none, or the file cannot be written."""
    rows = interviews(session)
    headers = _headers(rows)
    texts = []
    for done, (row, body) in enumerate(_by_theme(session, rows) if by_theme else _whole(session, rows)):
        told(done, len(rows), row.title)
        if body:
            texts.append(f"{headers[row.id]}\n{body}\n")
    if not texts:
        raise KnownError(N_("There are no words to export: no interview has any answer, or none is coded yet."))
    with replacing(path) as partial:
        partial.write_text("\n".join(texts), encoding="utf-8", newline="\n")
    return len(texts)


def slug(name: str) -> str:
    """A name as a variable or a value may be written: «Léa (2)» is «lea2»."""
    return "".join(sign for sign in fold(name) if sign.isascii() and sign.isalnum()) or UNKNOWN


def cleaned(words: str) -> str:
    """Words on one line, without what IRaMuTeQ would take for its own signs."""
    return _DASH.sub("", _LEFT_BEHIND.sub("", _SPACES.sub(" ", words.translate(_SIGNS)))).strip()


def _headers(rows: Sequence[InterviewRow]) -> dict[int, str]:
    columns = _variables(rows)
    return {row.id: " ".join(["****", *(f"*{variable}_{values.get(row.id, UNKNOWN)}" for variable, values in columns)])
            for row in rows}


def _variables(rows: Sequence[InterviewRow]) -> list[tuple[str, Mapping[int, str]]]:
    """(variable, value by interview id): which interview, its groups, mode, structures and attributes; what is known of
    none is left out."""
    titles = _apart([row.title for row in rows])
    asked: list[tuple[str, Mapping[int, str]]] = [
        (pgettext("IRaMuTeQ", "interview"), {row.id: title for row, title in zip(rows, titles, strict=True)}),
        *_groups(rows), (pgettext("IRaMuTeQ", "mode"), {row.id: row.mode for row in rows if row.mode}),
        (pgettext("IRaMuTeQ", "structure"), {row.id: " ".join(row.units) for row in rows if row.units})]
    names = dict.fromkeys(name for row in rows for name in row.attributes)
    asked += [(name, {row.id: row.attributes[name] for row in rows if name in row.attributes}) for name in names]
    used = [(name, {key: slug(value) for key, value in values.items()}) for name, values in asked if values]
    variables = _apart([name for name, _values in used])
    return [(variable, values) for variable, (_name, values) in zip(variables, used, strict=True)]


def _groups(rows: Sequence[InterviewRow]) -> list[tuple[str, Mapping[int, str]]]:
    """One variable that names the group; one a group as soon as an interview is in several."""
    if all(len(row.groups) < 2 for row in rows):
        return [(pgettext("IRaMuTeQ", "group"), {row.id: name for row in rows for name in row.groups})]
    return [(name, {row.id: _yes(name in row.groups) for row in rows})
            for name in dict.fromkeys(group for row in rows for group in row.groups)]


def _yes(said: bool) -> str:
    return pgettext("IRaMuTeQ", "yes") if said else pgettext("IRaMuTeQ", "no")


def _apart(names: Sequence[str]) -> list[str]:
    """The slug of each name, a number after those that would be the same."""
    made: list[str] = []
    for name in names:
        one, number = slug(name), 2
        while one in made:
            one, number = f"{slug(name)}{number}", number + 1
        made.append(one)
    return made


def _whole(session: Session, rows: Sequence[InterviewRow]) -> Iterator[tuple[InterviewRow, str]]:
    """(interview, what is answered, a turn a line)."""
    for row in rows:
        read = transcripts.read(session, row.id)
        answers = [read.text[turn.start:turn.end] for turn in read.turns if not turn.is_interviewer]
        said = answers or ([] if read.turns else read.text.split("\n"))
        yield row, "\n".join(filter(None, map(cleaned, said)))


def _by_theme(session: Session, rows: Sequence[InterviewRow]) -> Iterator[tuple[InterviewRow, str]]:
    """(interview, «-*theme» and the passages of the theme, and so on in the order of the codebook)."""
    book = codebook.read(session)
    voices = Voices(session, [row.id for row in rows])
    names = dict(zip((theme.id for theme in book.themes), _apart([theme.name for theme in book.themes]), strict=True))
    theme_of = {node.id: book.theme_of(node.id).id for node in book}
    for row in rows:
        said: dict[int, dict[int, str]] = {key: {} for key in names}
        for key, start, end, quote, code_id in session.execute(
            select(Passage.id, Passage.start, Passage.end, Passage.quote, Coding.code_id)
            .join(Coding, Coding.passage_id == Passage.id)
            .where(Passage.interview_id == row.id).order_by(Passage.start, Passage.end)
        ):
            words = said[theme_of[code_id]]
            if key not in words:
                words[key] = cleaned(voices.answered(row.id, start, end, quote))
        yield row, "\n".join(
            "\n".join([f"-*{names[theme]}", *filter(None, words.values())]) for theme, words in said.items()
            if any(words.values()))

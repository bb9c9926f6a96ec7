# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts as plain texts, with the tables that say where each turn stands in them, out and back.

``transcripts.csv`` (interview, file, read_from, characters, sha256) names the text of each interview in the folder
``transcripts``, and the file it was first read from; ``turns.csv`` (interview, turn, speaker, time_ms, label_start,
start, end, text) gives the turns in code points of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import corpus
from coding.changes import Label, Writer
from coding.intake.transcript import Transcript, TurnSpan, speakers_seen
from coding.language import N_
from coding.metadata import sheets
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.order import ordered_interviews
from coding.reports.leaving import replacing
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn

NAME, TURNS, FOLDER = "transcripts.csv", "turns.csv", "transcripts"
COLUMNS = ("interview", "file", "read_from", "characters", "sha256")
TURN_COLUMNS = ("interview", "turn", "speaker", "time_ms", "label_start", "start", "end", "text")


def export_transcripts(session: Session, folder: Path) -> list[str]:
    """Write each text into ``folder``/transcripts, which is there, and the table of them; returns the names of the
    texts."""
    files = _names([row.title for row in ordered_interviews(session)])
    lines = []
    for row in ordered_interviews(session):
        text, digest, source = session.execute(
            select(Interview.text, Interview.text_hash, Interview.file_name).where(Interview.id == row.id)).one()
        with replacing(folder / FOLDER / files[row.title]) as partial:
            partial.write_text(text, encoding="utf-8", newline="\n")
        lines.append((row.title, files[row.title], source, len(text), digest))
    sheets.write(folder / NAME, COLUMNS, lines)
    return [f"{FOLDER}/{files[title]}" for title, *_rest in lines]


def export_turns(session: Session, path: Path) -> None:
    """Write every turn."""
    sheets.write(path, TURN_COLUMNS, _spoken(session))


def import_transcripts(writer: Writer, path: Path) -> Report:
    """Take the texts that ``transcripts.csv`` names, with the turns of ``turns.csv`` beside it, in one act; one that is
    there already under its title is unchanged. Raises KnownError when a table is missing or is no such table; texts
    that fail are in the report."""
    sheet = sheets.read(path)
    sheet.require("interview", "file", "sha256")
    turns = _turns(path.with_name(TURNS))

    def act(session: Session) -> Report:
        return take(sheet.rows, lambda row: _take(session, path.parent / FOLDER, row, turns))

    report: Report = writer.do(Label(N_("import {n} transcripts"), {"n": len(sheet.rows)}), act).result
    return report


def _take(session: Session, folder: Path, row: Row, turns: Mapping[str, Sequence[TurnSpan]]) -> Outcome:
    title, text = row.get("interview"), _read(folder, row.get("file"))
    if corpus.text_hash(text) != row.get("sha256"):
        raise KnownError(N_("“{file}” was changed since it was written: the turns and passages would not be at their "
                            "places. Import it by itself, as a transcript."), file=row.get("file"))
    there = session.scalar(select(Interview.text_hash).where(Interview.title == title))
    if there is not None and there != row.get("sha256"):
        raise KnownError(N_("There is another interview called “{title}”. Bring the folder into an empty project."),
                         title=title)
    if there is not None:
        return "unchanged"
    spans = tuple(turns.get(title, ()))
    bounds = [0, *(place for turn in spans for place in (turn.label_start, turn.start, turn.end)), len(text)]
    if bounds != sorted(bounds):
        raise KnownError(N_("The turns of “{title}” in “{file}” do not follow one another in its text."), title=title,
                         file=TURNS)
    source, voices = row.get("read_from") or row.get("file"), speakers_seen(text, spans, frozenset())
    corpus.add_transcript(session, Transcript(title, source, text, spans, voices, ()), title=title)
    return "added"


def _read(folder: Path, name: str) -> str:
    try:
        if Path(name).name != name:
            raise OSError
        return (folder / name).read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError(N_("There is no text “{file}” in the folder “{folder}”."), file=name, folder=FOLDER) from error


def _turns(path: Path) -> dict[str, list[TurnSpan]]:
    """Title → its turns. A number that is none is the table's fault, not a row's: nothing stands without the others."""
    sheet = sheets.read(path)
    sheet.require(*TURN_COLUMNS[:-1])
    found: dict[str, list[TurnSpan]] = defaultdict(list)
    for row in sheet.rows:
        try:
            low, start, end = (int(row.get(key)) for key in ("label_start", "start", "end"))
            time = int(row.get("time_ms")) if row.get("time_ms") else None
        except ValueError as error:
            raise KnownError(N_("{file}, row {row}: a place or a time is not a whole number."),
                             file=path.name, row=row.number) from error
        found[row.get("interview")].append(TurnSpan(low, start, end, row.get("speaker") or None, time))
    return found


def _spoken(session: Session) -> Iterator[tuple[object, ...]]:
    for row in ordered_interviews(session):
        text = session.scalars(select(Interview.text).where(Interview.id == row.id)).one()
        for number, label, time_ms, low, start, end in session.execute(
            select(Turn.number, Speaker.label, Turn.time_ms, Turn.label_start, Turn.start, Turn.end)
            .outerjoin(Speaker, Speaker.id == Turn.speaker_id)
            .where(Turn.interview_id == row.id).order_by(Turn.number)
        ):
            yield row.title, number, label, time_ms, low, start, end, text[start:end]


def _names(titles: Sequence[str]) -> dict[str, str]:
    """A file name for each title that any disk takes: no sign that one forbids, at most some 200 bytes, each once."""
    taken: set[str] = set()
    found = {}
    for title in titles:
        stem = re.sub(r'[\x00-\x1f<>:"/\\|?*]', "_", title).encode()[:200].decode("utf-8", "ignore").strip(" .") or "_"
        name, number = f"{stem}.txt", 2
        while name.casefold() in taken:
            name, number = f"{stem} ({number}).txt", number + 1
        taken.add(name.casefold())
        found[title] = name
    return found

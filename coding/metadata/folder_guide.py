# SPDX-License-Identifier: GPL-3.0-or-later
"""The README of a folder of tables: what each file is and what each of its columns says, for whoever opens it without
Fil rouge. In the language of the project."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from coding import project
from coding.language import N_, _, speaking
from coding.metadata import interviews_table, participants_table
from coding.reports.leaving import replacing

NAME = "README.txt"
FILES = {
    "interviews.csv": N_("One row per interview, in the order of the project."),
    "participants.csv": N_("One row per person met, under a pseudonym."),
    "speakers.csv": N_("One row per voice of a transcript."),
    "groups.csv": N_("One row per group of interviews, with its sampling frame."),
    "codebook.csv": N_("One row per theme or code, in the order of the codebook."),
    "guide.csv": N_("One row per question of an interview guide, in order."),
    "questions.csv": N_("One row each time a question of the guide is put."),
    "asked.csv": N_("One row for each theme and interview of which it is known whether the theme was put."),
    "codings.csv": N_("One row each time a code is given to a passage."),
    "citations.csv": N_("One row per quote of which it was said how it is cited."),
    "memos.csv": N_("One row per memo, field journal included; that of a coded passage may stand in codings.csv."),
    "summaries.csv": N_("One row for each summary of what an interview says of a theme or code."),
    "portraits.csv": N_("One row per portrait of an interview."),
    "contradictions.csv": N_("One row per pair of codes held to be contradictory."),
    "queries.csv": N_("Saved queries of quotes, one row per condition."),
    "turns.csv": N_("One row per turn of speech, with its words."),
    "transcripts.csv": N_("One row per transcript: the texts are in the folder “transcripts”, in UTF-8."),
}
# By column; by file and column where a word says another thing there.
COLUMNS = {
    "interview": N_("title of the interview"), "file": N_("file that the transcript was read from"),
    "group": N_("group; several separated by “;”"), "groups.csv group": N_("name of the group"),
    "participants": N_("people met, in the order of their roles, joined by “+”"),
    "participant": N_("pseudonym of the person"), "roles": N_("role that quotes are attributed to, person by person"),
    "interviews": N_("titles of the interviews that the person is in, separated by “;”"),
    "units": N_("structures spoken for, separated by “;”"), "date": N_("year-month-day"),
    "mode": N_("face to face, telephone…"), "duration_min": N_("minutes"),
    "status": N_("how far the coding is: “à faire”, “en cours”, “codé”, “relu”"),
    "cite": N_("no: none of it is ever to be cited"),
    "kind": N_("“entretien”, “entretien collectif”, “journal”, “document”, “réponse ouverte”"),
    "speaker": N_("label of the voice in the transcript"), "interviewer": N_("yes: asks the questions"),
    "speakers.csv participant": N_("the person who speaks, when known"),
    "unit": N_("what was invited: interview, structure…"),
    "frame_known": N_("whether everyone who could have been invited is known: yes, partial, no, not_applicable"),
    "invited": N_("how many were invited"), "reached": N_("how many were reached"),
    "refused": N_("how many refused"), "silent": N_("how many did not answer"),
    "justification": N_("why the group may be declared"),
    "theme": N_("theme"), "code": N_("path of the code below its theme; empty for the theme itself"),
    "path": N_("names from the theme down to the code, joined by “ > ”"), "definition": N_("what the code says"),
    "include": N_("when to give it"), "exclude": N_("when not to give it"),
    "example": N_("an example in the researcher’s words"),
    "colour": N_("#rrggbb"), "origin": N_("where the code comes from: guide, a priori, emergent"),
    "guide": N_("title of the guide"), "section": N_("section of the guide"), "question": N_("words of the question"),
    "prompt": N_("yes: a follow-up"), "guide.csv theme": N_("path of the theme that the question opens"),
    "turn": N_("number of the turn, from 1"), "asked": N_("yes or no"), "by_hand": N_("yes: said by the researcher"),
    "start": N_("first character of the passage, counted from 0 in the transcript"),
    "end": N_("end of the passage: the first character after it"), "quote": N_("words of the passage"),
    "coder": N_("who gave the code"), "memo": N_("memo on the passage"), "strong": N_("yes: a strong quote"),
    "citations.csv text": N_("the quote as it is printed; empty: as it stands in the transcript"),
    "withheld": N_("yes: never to be cited"), "cited_in": N_("chapters that cite it, separated by “;”"),
    "target": N_("what the memo is on: project, interview, code, participant, group, passage"),
    "name": N_("name of what it is on; of a passage, its interview"), "title": N_("title of the memo"),
    "day": N_("day of the field journal"), "author": N_("who wrote it, when not the researcher"),
    "text": N_("what is written"), "one": N_("path of one code"), "other": N_("path of the other"),
    "note": N_("what the researcher makes of it"), "query": N_("name of the query"),
    "condition": N_("what is asked: a code, an attribute, words, a relation to other passages…"),
    "value": N_("what it must be"), "turns": N_("how many turns away, for a relation"),
    "relation": N_("conditions of one number are alternatives"),
    "time_ms": N_("beginning of the turn in the recording, in thousandths of a second"),
    "label_start": N_("first character of the label that names the speaker"),
    "turns.csv start": N_("first character of what is said"), "turns.csv end": N_("end of what is said"),
    "turns.csv text": N_("what is said"),
    "transcripts.csv file": N_("name of the text in the folder “transcripts”"),
    "read_from": N_("file that the transcript was first read from"), "characters": N_("length of the text"),
    "sha256": N_("fingerprint of the text: offsets hold for no other"),
}

_WITH_ATTRIBUTES = {"interviews.csv": interviews_table.COLUMNS, "participants.csv": participants_table.COLUMNS}


def write_guide(session: Session, folder: Path, files: Sequence[str]) -> None:
    """Write the README of the tables of ``folder``, which are there."""
    with speaking(project.language(session)), replacing(folder / NAME) as partial:
        partial.write_text("\n".join(_lines(folder, files)) + "\n", encoding="utf-8", newline="\n")


def _lines(folder: Path, files: Sequence[str]) -> Iterator[str]:
    yield _("Tables of a Fil rouge project: UTF-8, commas between cells, names of columns in the first row. Characters "
            "are counted from 0 in Unicode code points.")
    yield _("Fil rouge reads the whole folder back: menu Project, Import a folder of tables.")
    for name in files:
        yield ""
        yield name
        yield f"  {_(FILES[name])}"
        for column in _headings(folder / name):
            meaning = _meaning(name, column)
            yield "  - " + _("{part}: {words}").format(part=column, words=_(meaning))


def _meaning(file: str, column: str) -> str:
    if column not in _WITH_ATTRIBUTES.get(file, (column,)):
        return N_("attribute")
    return COLUMNS.get(f"{file} {column}") or COLUMNS.get(column, "–")


def _headings(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))

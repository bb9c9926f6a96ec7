# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the questions of guides were put, in and out by csv or xlsx: guide, question, interview, turn.

A row without question and turn says that an interview followed a guide. The guide may be left out when there is one.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.fold import words
from coding.guides import asked, guides
from coding.guides.guides import GuideRow
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Interviews
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from coding.order import ordered_interviews
from models.errors import KnownError
from models.interview import Turn

COLUMNS = ("guide", "question", "interview", "turn")
ALIASES = {"entretien": "interview", "tour": "turn"}


def import_questions(writer: Writer, path: Path) -> Report:
    """Take the table in one act; what it does not mention stays. Raises KnownError when the file is no such table;
    rows that fail are in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("question", "interview", "turn")

    def act(session: Session) -> Report:
        take_in = _Taking(session)
        report = take(sheet.rows, take_in.row)
        take_in.write()
        return report

    report: Report = writer.do(Label(N_("import the questions asked of “{file}”"), {"file": path.name}), act).result
    return report


def export_questions(session: Session, path: Path) -> None:
    """Write which interviews followed each guide, and the turns that put its questions."""
    numbers = dict(session.execute(select(Turn.id, Turn.number)).all())
    titles = {row.id: row.title for row in ordered_interviews(session)}
    rows: list[tuple[object, ...]] = []
    for guide in guides.read(session):
        matrix = asked.matrix(session, guide.id)
        rows += [(guide.title, None, titles[key], None) for key in guide.interviews]
        rows += [(guide.title, question.text, titles[key], numbers[turn_id]) for key in guide.interviews
                 for question in guide.questions for turn_id in matrix.turns(question.id, key)]
    sheets.write(path, COLUMNS, rows)


class _Taking:
    """What the rows of one table say, written together at the end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._guides = guides.read(session)
        self._interviews = Interviews(session)
        self._turns = {(row.interview_id, row.number): row.id
                       for row in session.execute(select(Turn.interview_id, Turn.number, Turn.id))}
        self._known = {(guide.id, turn_id, question_id) for guide in self._guides
                       for (question_id, _interview), turns in asked.matrix(session, guide.id).cells.items()
                       for turn_id in turns}
        self._follows = {guide.id: set(guide.interviews) for guide in self._guides}
        self._pairs: dict[int, set[tuple[int, int]]] = defaultdict(set)

    def row(self, row: Row) -> Outcome:
        """Take one row."""
        guide = self._guide(row)
        interview_id = self._interviews.titled(clean_name(row.get("interview")))
        if not row.get("question") and not row.get("turn"):
            new = interview_id not in self._follows[guide.id]
            self._follows[guide.id].add(interview_id)
            return "added" if new else "unchanged"
        question_id = self._question(guide, row.get("question"))
        turn_id = self._turns.get((interview_id, values.count(row.get("turn"), "turn")))
        if turn_id is None:
            raise KnownError(N_("This interview has no turn {turn}."), turn=row.get("turn"))
        if (guide.id, turn_id, question_id) in self._known:
            return "unchanged"
        self._known.add((guide.id, turn_id, question_id))
        self._pairs[guide.id].add((turn_id, question_id))
        self._follows[guide.id].add(interview_id)
        return "added"

    def write(self) -> None:
        """Do what the rows said."""
        for guide in self._guides:
            if self._follows[guide.id] != set(guide.interviews):
                guides.follow(self._session, guide.id, self._follows[guide.id])
            if self._pairs[guide.id]:
                asked.put_all(self._session, guide.id, self._pairs[guide.id])

    def _guide(self, row: Row) -> GuideRow:
        title = clean_name(row.get("guide"))
        found = [guide for guide in self._guides if not title or guide.title == title]
        if len(found) != 1:
            raise KnownError(N_("There is no guide “{title}” in this project."), title=title or "–")
        return found[0]

    def _question(self, guide: GuideRow, text: str) -> int:
        for question in guide.questions:
            if words(question.text) == words(text):
                return question.id
        raise KnownError(N_("There is no question “{question}” in the guide."), question=text)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos as a table, in and out by csv or xlsx: target, name, text; and, where there is one, title and day.

``target`` is project, interview, code, participant, group or passage; ``name`` is empty for the project, the path of
a code («Theme > Code»), the interview of a passage, else a name. A passage also has its start and its quote. A memo
on the project that has a ``day`` is an entry of the field journal.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook, groups, memos
from coding.changes import Label, Writer
from coding.codebook import PATH_SEPARATOR, clean_name
from coding.language import N_
from coding.metadata import sheets, values
from coding.metadata.lookup import Codes, Interviews
from coding.metadata.places import Place, Texts
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from models.errors import KnownError
from models.group import Group
from models.interview import Interview
from models.memo import Memo
from models.participant import Participant
from models.passage import Coding, Passage

COLUMNS = ("target", "name", "title", "day", "text", "start", "quote", "author")
_WORDS = {
    "project": ("project", "projet"), "interview": ("interview", "entretien"), "code": ("code", "theme"),
    "participant": ("participant", "enquêté"), "group": ("group", "groupe"), "passage": ("passage", "extrait"),
}


def import_memos(writer: Writer, path: Path) -> Report:
    """Add memos in one act; a memo already there word for word changes nothing, none is overwritten. Raises
    KnownError when the file is no such table; rows that fail are in the report."""
    sheet = sheets.read(path)
    sheet.require("target", "name", "text")

    def act(session: Session) -> Report:
        finder = _Finder(session)
        return take(sheet.rows, lambda row: _take(session, finder, row))

    report: Report = writer.do(Label(N_("import the memos of “{file}”"), {"file": path.name}), act).result
    return report


def export_memos(session: Session, path: Path) -> None:
    """Write every memo, but the first of a coded passage when it has no title: the table of codings holds it."""
    sheets.write(path, COLUMNS, _lines(session))


def _lines(session: Session) -> Iterator[tuple[object, ...]]:
    book = codebook.read(session)
    titles = dict(session.execute(select(Interview.id, Interview.title)).all())
    names: dict[str, dict[int, str]] = {
        "interview": titles,
        "code": {node.id: book.path_text(node.id) for node in book},
        "participant": dict(session.execute(select(Participant.id, Participant.name)).all()),
        "group": dict(session.execute(select(Group.id, Group.name)).all()),
    }
    for memo in session.scalars(select(Memo).where(Memo.passage_id.is_(None)).order_by(Memo.id)):
        target = next((word for word in names if getattr(memo, f"{word}_id") is not None), "project")
        name = names[target][getattr(memo, f"{target}_id")] if target in names else None
        yield target, name, memo.title or None, memo.day, memo.text, None, None, memo.author or None
    held = _held_by_codings(session)
    for memo, interview_id, start, quote in session.execute(
        select(Memo, Passage.interview_id, Passage.start, Passage.quote)
        .join(Passage, Passage.id == Memo.passage_id).order_by(Memo.id)
    ):
        if memo.id not in held or memo.title:
            title = titles[interview_id]
            yield "passage", title, memo.title or None, None, memo.text, start, quote, memo.author or None


def _held_by_codings(session: Session) -> set[int]:
    """The memos that the table of codings writes: the researcher's first of each coded passage."""
    first = select(func.min(Memo.id)).where(
        Memo.passage_id.in_(select(Coding.passage_id)), Memo.author == "").group_by(Memo.passage_id)
    return set(session.scalars(first))


def _take(session: Session, finder: _Finder, row: Row) -> Outcome:
    text, title = row.get("text"), clean_name(row.get("title"))
    if not text and not title:
        raise KnownError(N_("The memo has no text."))
    target = values.chosen(_WORDS, row.get("target"), "target")
    day = values.day(row.get("day"), "day") if row.get("day") else None
    if day is not None and target != "project":
        raise KnownError(N_("Only a memo on the project can have a day: it is then an entry of the field journal."))
    target_id = finder.passage(row) if target == "passage" else finder.named(target, row.get("name"))
    column = None if target == "project" else f"{target}_id"
    author = clean_name(row.get("author"))
    same = select(Memo).where(
        Memo.text == text, Memo.author == author, Memo.day.is_(None) if day is None else Memo.day == day)
    same = same.where(getattr(Memo, column) == target_id) if column else same.where(*_on_project())
    found = session.scalars(same).all()
    if any(memo.title == title or not title for memo in found):
        return "unchanged"
    bare = next((memo for memo in found if not memo.title), None)
    if bare is not None:  # the table of codings brought its text already
        bare.title = title
        return "updated"
    memos.add(session, text=text, title=title, day=day, target=column, target_id=target_id,
              author=author)
    return "added"


def _on_project() -> list[Any]:
    return [getattr(Memo, f"{word}_id").is_(None) for word in _WORDS if word != "project"]


class _Finder:
    """What memos may be on, by name."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._interviews, self._codes, self._texts = Interviews(session), Codes(session), Texts(session)

    def named(self, target: str, name: str) -> int | None:
        """The id of what a memo is on, None for the project. Raises KnownError when there is no such thing."""
        if target == "project":
            return None
        if target == "interview":
            return self._interviews.titled(clean_name(name))
        if target == "group":
            return groups.named(self._session, name).id
        if target == "participant":
            found = self._session.scalar(select(Participant.id).where(Participant.name == clean_name(name)))
        else:
            found = self._codes.find([clean_name(part) for part in name.split(PATH_SEPARATOR)])
        if found is None:
            raise KnownError(N_("There is nothing called “{name}” here."), name=name)
        return found

    def passage(self, row: Row) -> int:
        """The passage a memo is on, made if there is none yet."""
        start = values.count(row.get("start"), "start") if row.get("start") else None
        place: Place = self._texts.place(
            self._interviews.titled(clean_name(row.get("name"))), row.get("quote"), start=start)
        passage = self._session.scalar(select(Passage).where(
            Passage.interview_id == place.interview_id, Passage.start == place.start, Passage.end == place.end))
        if passage is None:
            passage = Passage(interview_id=place.interview_id, start=place.start, end=place.end, quote=place.quote)
            self._session.add(passage)
            self._session.flush()
        return passage.id

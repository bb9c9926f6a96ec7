# SPDX-License-Identifier: GPL-3.0-or-later
"""What the researcher wrote, as the notes of an export: memos, cell summaries, and how quotes are cited."""

from __future__ import annotations

from itertools import product

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import citations, examples
from coding.exchange import conventions
from coding.exchange.derived import derived, fixed, named
from coding.exchange.gathered import Gathered
from coding.exchange.model import Link, User
from coding.language import _
from models.citation import Citation
from models.code import Code
from models.interview import Interview
from models.memo import CellSummary, Memo
from models.passage import Passage


def add(session: Session, found: Gathered) -> None:
    """Add every note, and the sets that tell what they are."""
    _add_memos(session, found)
    _add_summaries(session, found)
    _add_examples(session, found)
    _add_marks(session, found)
    _add_citations(session, found)


def _add_memos(session: Session, found: Gathered) -> None:
    journal = []
    for row in session.scalars(select(Memo).order_by(Memo.id)):
        name = row.title
        if row.day is not None:
            name = f"{row.day.isoformat()} {row.title}".rstrip()
            journal.append(row.guid)
        made = found.note(row.guid, name, row.text, [] if row.participant_id is not None else [_bearer(row, found)])
        made.at, made.changed = row.created_at, row.updated_at
        if row.author:
            made.user = _author(row.author, found)
        if row.participant_id is not None:
            found.exchange.links.append(Link(derived(row.guid, conventions.LINK), row.guid,
                                             found.cases[row.participant_id].guid, _("memo"), "Associative"))
    found.set_of_notes(conventions.JOURNAL, _("Field journal"), journal)


def _bearer(row: Memo, found: Gathered) -> list[str]:
    """Where the memo is named."""
    if row.passage_id is not None:
        return found.selections[row.passage_id].notes
    if row.code_id is not None:
        return found.codes[row.code_id].notes
    if row.interview_id is not None:
        return found.sources[row.interview_id].notes
    if row.group_id is not None:
        return found.groups[row.group_id].notes
    return found.exchange.project_notes


def _author(name: str, found: Gathered) -> str:
    user = User(named(conventions.AUTHOR, name), name)
    if user not in found.exchange.users:
        found.exchange.users.append(user)
    return user.guid


def _add_summaries(session: Session, found: Gathered) -> None:
    held = []
    written = {(row.interview_id, row.code_id): row for row in session.scalars(select(CellSummary))}
    for row in (written[cell] for cell in product(found.sources, found.codes) if cell in written):
        code, source = found.codes[row.code_id], found.sources[row.interview_id]
        name = _("Summary: {code} – {interview}").format(code=code.name, interview=source.name)
        made = found.note(row.guid, name, row.text, [code.notes, source.notes])
        made.changed = row.updated_at
        held.append(row.guid)
    found.set_of_notes(conventions.SUMMARIES, _("Summaries of cells"), held)


def _add_examples(session: Session, found: Gathered) -> None:
    by_guid = {selection.guid: selection for selection in found.selections.values()}
    for guid, example in session.execute(select(Code.guid, Code.example).where(Code.example != "")):
        for passage in examples.guids(example):
            if passage in by_guid:
                by_guid[passage].notes.append(derived(guid, conventions.EXAMPLE))


def _add_marks(session: Session, found: Gathered) -> None:
    strong = session.scalars(select(Passage.id).where(Passage.is_strong)).all()
    if strong:
        found.note(fixed(conventions.STRONG), _("Strong quote"), _("The researcher marked these quotes as strong."),
                   [found.selections[key].notes for key in strong])
    withheld = [
        *(found.sources[key].notes for key in session.scalars(select(Interview.id).where(Interview.is_withheld))),
        *(found.selections[key].notes
          for key in session.scalars(select(Citation.passage_id).where(Citation.is_withheld))),
    ]
    if withheld:
        found.note(fixed(conventions.WITHHELD), _("Not to be cited"),
                   _("These words may be analysed; none of them is to be published."), withheld)


def _add_citations(session: Session, found: Gathered) -> None:
    cited, chapters = [], []
    for row in session.scalars(select(Citation).order_by(Citation.id)):
        notes = found.selections[row.passage_id].notes
        if row.text:
            found.note(row.guid, _("As cited"), row.text, [notes]).changed = row.updated_at
            cited.append(row.guid)
        for chapter in citations.chapters(row.cited_in):
            guid = named(conventions.CHAPTER, chapter)
            if guid in chapters:
                notes.append(guid)
            else:
                found.note(guid, chapter, _("Quotes cited in this chapter."), [notes])
                chapters.append(guid)
    found.set_of_notes(conventions.CITED, _("Quotes as cited"), cited)
    found.set_of_notes(conventions.CHAPTERS, _("Cited in"), chapters)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The first lines of anything that leaves the program: what it is, of which project, what was asked, when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, query_words
from coding.calendar_words import capital
from coding.language import _, ngettext, number, short_date
from coding.quotes import Query, Quote
from models.group import Group
from models.interview import Interview
from models.participant import Participant
from models.project import Coder, Project


@dataclass(frozen=True)
class Cover:
    """Title, project, and lines on what was asked. ``language`` is the project's, in which quotes are printed."""

    title: str
    project: str
    language: str
    lines: tuple[str, ...] = ()


def cover(session: Session, title: str, *lines: str) -> Cover:
    """The cover of a report on this project, dated today."""
    row = session.scalars(select(Project)).one()
    dated = _("{project}, {date}").format(project=row.title, date=short_date(date.today()))
    return Cover(title, row.title, row.language, (dated, *(line for line in lines if line)))


def asked(session: Session, query: Query) -> list[str]:
    """What a query asked for, a line a condition; that everything was asked where it sets none."""
    book = codebook.read(session)
    lines = []
    for label, ids in ((_("Codes: {names}"), query.code_ids), (_("With each of: {names}"), query.all_code_ids),
                       (_("Without: {names}"), query.without_code_ids)):
        if ids:
            lines.append(label.format(names=_listed(map(book.path_text, ids))))
    for meets in query.meets:
        lines.append(capital(query_words.relation(meets, query_words.either(map(book.path_text, meets.code_ids)))))
    for label, model, ids in (
        (_("Groups: {names}"), Group.name, query.group_ids),
        (_("Interviews: {names}"), Interview.title, query.interview_ids),
        (_("Participants: {names}"), Participant.name, query.participant_ids),
        (_("Coders: {names}"), Coder.name, query.coder_ids),
    ):
        if ids:
            rows = session.scalars(select(model).where(model.class_.id.in_(ids)).order_by(model))
            lines.append(label.format(names=_listed(rows)))
    if query.where:
        lines.append(_("Attributes: {names}").format(names=_listed(f"{name} = {value}" for name, value in query.where)))
    if query.words.strip():
        lines.append(_("Words: {words}").format(words=query.words.strip()))
    marks = query_words.marks(query)
    if marks:
        lines.append(_("Only: {what}").format(what=_listed(marks.values())))
    if query.passage_ids:
        count = len(query.passage_ids)
        lines.append(ngettext("{n} chosen passage", "{n} chosen passages", count).format(n=number(count)))
    return lines or [_("All coded passages")]


def tally(found: list[Quote]) -> str:
    """How many quotes, of how many interviews."""
    interviews = len({quote.interview_id for quote in found})
    quotes = ngettext("{n} quote", "{n} quotes", len(found)).format(n=number(len(found)))
    of = ngettext("{n} interview", "{n} interviews", interviews).format(n=number(interviews))
    return _("{quotes} from {interviews}").format(quotes=quotes, interviews=of)


def kept_back(count: int) -> str:
    """How many quotes do not leave, as they are not to be cited; empty for none."""
    return ngettext("{n} quote is kept back: it is not to be cited.",
                    "{n} quotes are kept back: they are not to be cited.", count).format(
                        n=number(count)) if count else ""


def _listed(names: Iterable[str]) -> str:
    return " · ".join(names)

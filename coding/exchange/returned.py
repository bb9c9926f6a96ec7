# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of ours that came back by way of another program, which gave everything identifiers of its own: what we had
written into it for want of an element of the standard is no memo and no attribute of the co-author's."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.corpus import text_hash
from coding.exchange import conventions
from coding.exchange.bearers import walk
from coding.exchange.derived import fixed
from coding.exchange.gathering import gather
from coding.exchange.model import Case, Exchange, Note, Source
from models.interview import Interview
from models.memo import Memo

_Described = TypeVar("_Described", Source, Case)
_DETAILS = tuple(fixed(part) for part in (
    conventions.FILE_NAME, conventions.DATE, conventions.MODE, conventions.DURATION, conventions.STATUS,
    conventions.KIND, conventions.UNITS))


def without_ours(session: Session, exchange: Exchange) -> Exchange:
    """``exchange``, a file of another program, without the notes, descriptions, links, sets and variables that say
    what a file of this project would say in theirs; itself when it holds no interview of the project. Memos are left
    to be compared with those that are there."""
    here = set(session.scalars(select(Interview.text_hash)))
    if not any(text_hash(source.text) in here for source in exchange.sources):
        return exchange
    ours = gather(session)
    memos = set(session.scalars(select(Memo.guid)))
    notes = {_said(note) for note in ours.notes if note.guid not in memos}
    days = {guid for one in ours.sets if one.guid == fixed(conventions.JOURNAL) for guid in one.notes}
    journal = {(note.name, _said(note)) for note in ours.notes if note.guid in days}
    described = {_one_line(text) for text in (
        *(one.description for one in ours.sources), *(one.description for one in ours.cases),
        *(one.description for one in ours.sets))}
    details = {(one.name, one.type) for one in ours.variables if one.guid in _DETAILS}
    gone = {one.guid for one in exchange.variables if (one.name, one.type) in details}
    together = _codes_together(ours)
    members = _codes_together(exchange)

    def freed(one: _Described) -> _Described:
        return replace(one, description="") if _one_line(one.description) in described else one

    left = [note for note in exchange.notes
            if _said(note) not in notes and (note.name, _said(note)) not in journal]
    stays = {note.guid for note in left}
    links = {link.name for link in ours.links}
    return replace(
        exchange, notes=left, variables=[one for one in exchange.variables if one.guid not in gone],
        sources=[replace(freed(one), values={key: value for key, value in one.values.items() if key not in gone})
                 for one in exchange.sources],
        cases=[freed(one) for one in exchange.cases],
        links=[link for link in exchange.links if link.name not in links],
        sets=[one for one in exchange.sets
              if one.sources or (members.get(one.guid) not in together.values()
                                 and (not one.notes or not stays.isdisjoint(one.notes)))])


def _said(note: Note) -> str:
    """What a note says, whatever became of its white space; its name when it says nothing more."""
    return _one_line(note.text) or _one_line(note.name)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _codes_together(exchange: Exchange) -> dict[str, frozenset[str]]:
    """The names of the codes in each set that has some, by its GUID."""
    names = {code.guid: code.name for code in walk(exchange.codes)}
    return {one.guid: frozenset(names[guid] for guid in one.codes if guid in names) for one in exchange.sets
            if one.codes}

# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes of an import as memos and summaries of cells, and what else is carried as a memo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coding.exchange import conventions
from coding.exchange.bearers import OUR_SETS, Bearer, Bearers, walk
from coding.exchange.derived import derived, named
from coding.exchange.model import Exchange, Link, Note
from coding.exchange.taking_people import frame_of
from coding.exchange.taking_work import Work
from coding.exchange.there import memo_key
from coding.language import N_, _
from models.base import now
from models.contradiction import Contradiction
from models.memo import CellSummary, Memo

LINKS = N_("Links between elements: {n}")
NOTE_SETS = N_("Sets of memos: {n}")
LOST_SETS = N_("Groups none of whose sources is read: {n}")
EMPTY_SETS = N_("Empty sets: {n}")
HOMELESS = N_("Memos on what is not carried, which become memos on the project: {n}")
TARGETS = {"code": "code_id", "source": "interview_id", "selection": "passage_id", "case": "participant_id",
            "set": "group_id"}
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (.*))?", re.DOTALL)


@dataclass(frozen=True)
class Written:
    """Something written that becomes a memo: a note on one thing, or a description."""

    note: Note
    on: Bearer
    author: str = ""
    day: date | None = None


def take(work: Work) -> None:
    """Make the memos, the summaries and the contradictory codes that the project lacks."""
    for one in written(work.exchange, work.bearers, ours=work.ours):
        _memo(work, one)
    work.session.flush()
    _summaries(work)
    _links(work)
    for each in work.exchange.sets:
        if each.guid not in OUR_SETS and each.notes and not each.sources:
            work.lose(NOTE_SETS, each.name)
        elif each.guid not in OUR_SETS and not (each.codes or each.sources or each.notes or work.ours):
            work.lose(EMPTY_SETS, each.name)
        elif each.guid not in OUR_SETS and each.sources and not each.codes and each.guid not in work.groups:
            work.lose(LOST_SETS, each.name)


def written(exchange: Exchange, bearers: Bearers, *, ours: bool) -> Iterator[Written]:
    """All that becomes a memo. In files of other programs, descriptions of what has none in the project, sets of codes,
    and codings of whole sources do too."""
    users = {user.guid: user.name for user in exchange.users}
    several = len(users) > 1
    for note, on in bearers.memos():
        name = users.get(note.user, "")
        author = name if name and (note.user == named(conventions.AUTHOR, name) or (several and not ours)) else ""
        for place, bearer in enumerate(on):
            guid = note.guid if place == 0 else derived(note.guid, bearer.guid or "project")
            title, day = _dated(note.name) if note.guid in bearers.journal else (note.name, None)
            yield Written(Note(guid, title, note.text, note.user, note.at, note.changed), bearer, author, day)
    if not ours:
        yield from _described(exchange)


def _described(exchange: Exchange) -> Iterator[Written]:
    for guid, text, bearer in (
        *((source.guid, source.description, Bearer("source", source.guid)) for source in exchange.sources),
        *((each.guid, each.description, Bearer("selection", each.guid))
          for source in exchange.sources for each in source.selections),
        *((case.guid, case.description, Bearer("case", case.guid)) for case in exchange.cases),
        *((one.guid, "" if frame_of(one) else one.description, Bearer("set", one.guid))
          for one in exchange.sets if one.sources),
    ):
        if text:
            yield Written(Note(derived(guid, "description"), "", text), bearer)
    names = {code.guid: code.name for code in walk(exchange.codes)}
    for source in exchange.sources:
        coded = list(dict.fromkeys(names[coding.code] for coding in source.codings))
        if coded:
            yield Written(Note(derived(source.guid, "codings"), _("Coded as a whole"), "\n".join(coded)),
                           Bearer("source", source.guid))
    for one in exchange.sets:
        if one.codes and one.guid not in OUR_SETS:
            listed = "\n".join(names[guid] for guid in one.codes if guid in names)
            text = "\n\n".join(filter(None, (one.description if not one.sources else "", listed)))
            yield Written(Note(derived(one.guid, "codes"), _("Group of codes: {name}").format(name=one.name), text),
                           Bearer("project"))
    if exchange.description:
        yield Written(Note(derived(named("project", exchange.name), "description"), exchange.name,
                            exchange.description), Bearer("project"))


def _memo(work: Work, one: Written) -> None:
    target, target_id = _target(work, one.on)
    if target is not None and target_id is None:
        work.lose(HOMELESS, one.note.name)
        target = None
    title = one.note.name[:500]
    key = memo_key(target, target_id, title, one.note.text)
    index = work.there.memos
    found = index.find(one.note.guid, key)
    work.count("memos", new=found is None)
    if found is not None:
        return
    at = one.note.at or one.note.changed or now()
    guid = index.free(one.note.guid)
    work.session.add(Memo(
        guid=guid, title=title, text=one.note.text, author=one.author[:500],
        day=one.day if target is None else None, created_at=at, updated_at=one.note.changed or at,
        **({target: target_id} if target else {})))
    index.by_guid[guid] = index.by_key[key] = 0


def _target(work: Work, on: Bearer) -> tuple[str | None, int | None]:
    """The column and the row that a memo is on; (column, None) when the row did not come."""
    rows = {"code": work.codes, "source": work.interviews, "selection": work.passages, "case": work.participants,
            "set": work.groups}
    if on.kind == "project":
        return None, None
    return TARGETS[on.kind], rows[on.kind].get(on.guid)


def _dated(name: str) -> tuple[str, date | None]:
    """The title and the day of an entry of the journal."""
    found = _DAY.fullmatch(name)
    try:
        return ((found[2] or "").strip(), date.fromisoformat(found[1])) if found else (name, None)
    except ValueError:
        return name, None


def _summaries(work: Work) -> None:
    index = work.there.summaries
    for guid in work.bearers.summaries:
        note, on = work.bearers.notes.get(guid), work.bearers.of.get(guid, [])
        code = next((work.codes.get(one.guid) for one in on if one.kind == "code"), None)
        interview = next((work.interviews.get(one.guid) for one in on if one.kind == "source"), None)
        if note is None or code is None or interview is None:
            continue
        found = index.find(guid, (code, interview))
        work.count("summaries", new=found is None)
        if found is None:
            row = CellSummary(guid=index.free(guid), code_id=code, interview_id=interview, text=note.text,
                              updated_at=note.changed or note.at or now())
            work.session.add(row)
            index.by_guid[row.guid] = index.by_key[(code, interview)] = 0
    work.session.flush()


def _links(work: Work) -> None:
    """Contradictory codes; the links that say a role or what a note is on have been read."""
    roles = {derived(case.guid, source) for case in work.exchange.cases for source in case.sources}
    for link in work.exchange.links:
        if link.guid in roles or link.guid in work.bearers.links:
            continue
        if work.ours and link.origin in work.codes and link.target in work.codes:
            _contradiction(work, link)
        else:
            work.lose(LINKS, link.name)
    work.session.flush()


def _contradiction(work: Work, link: Link) -> None:
    one, other = sorted((work.codes[link.origin], work.codes[link.target]))
    index = work.there.contradictions
    if one != other and index.find(link.guid, (one, other)) is None:
        work.session.add(Contradiction(guid=index.free(link.guid), one_id=one, other_id=other,
                                       note=work.bearers.text(link.guid, conventions.NOTE)))
        index.by_guid[link.guid] = index.by_key[(one, other)] = 0

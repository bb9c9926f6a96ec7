# SPDX-License-Identifier: GPL-3.0-or-later
"""Many codings at once: what stands already is read once an interview, what is new is written in few flushes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import passage_memos
from coding.metadata.places import Place
from coding.metadata.report import Outcome
from coding.passages import mark_strong, write_memo
from coding.project import coder_named
from models.passage import Coding, Passage
from models.project import Coder


@dataclass(frozen=True)
class Wanted:
    """One coding asked for; an empty ``coder`` is the project's own, an empty ``memo`` says nothing. ``strong``: its
    passage is a strong quote; a passage that is one stays so."""

    place: Place
    code_id: int
    coder: str
    memo: str
    strong: bool = False


class Batch:
    """Gathers codings with ``add``, then writes them with ``write``."""

    def __init__(self, session: Session, own_coder_id: int) -> None:
        self._session = session
        self._names = {row.id: row.name for row in session.scalars(select(Coder))}
        self._coders = {"": own_coder_id} | {name: key for key, name in self._names.items()}
        self._own = self._names.get(own_coder_id, "")
        self._passages: dict[int, dict[Place, int]] = {}
        self._codings: set[tuple[Place, int, str]] = set()
        self._memos: dict[Place, str] = {}
        self._strong: set[Place] = set()
        self._wanted: dict[int, list[Wanted]] = defaultdict(list)

    def add(self, wanted: Wanted) -> Outcome:
        """Ask for a coding; says what that will do."""
        interview_id = wanted.place.interview_id
        if interview_id not in self._passages:
            self._read(interview_id)
        key = wanted.place, wanted.code_id, wanted.coder or self._own
        new = key not in self._codings
        says = bool(wanted.memo) and self._memos.get(wanted.place) != wanted.memo
        stands_out = wanted.strong and wanted.place not in self._strong
        if not new and not says and not stands_out:
            return "unchanged"
        self._codings.add(key)
        if says:
            self._memos[wanted.place] = wanted.memo
        if stands_out:
            self._strong.add(wanted.place)
        self._wanted[interview_id].append(wanted)
        return "added" if new else "updated"

    def write(self) -> None:
        """Add, an interview at a time, the passages that are missing, then their codings, then their memos."""
        for interview_id, some in self._wanted.items():
            ids = self._with_passages(interview_id, some)
            self._session.add_all(self._new_codings(some, ids))
            self._session.flush()
            for place in dict.fromkeys(one.place for one in some if one.memo):
                write_memo(self._session, passage_id=ids[place], text=self._memos[place])
            for place in dict.fromkeys(one.place for one in some if one.strong):
                mark_strong(self._session, passage_id=ids[place], strong=True)
            self._session.flush()
        self._wanted.clear()

    def _read(self, interview_id: int) -> None:
        rows = self._session.execute(
            select(Passage.id, Passage.start, Passage.end, Passage.quote, Passage.is_strong)
            .where(Passage.interview_id == interview_id)).all()
        places = {row.id: Place(interview_id, row.start, row.end, row.quote) for row in rows}
        self._strong.update(places[row.id] for row in rows if row.is_strong)
        for passage_id, code_id, coder_id in self._session.execute(
            select(Coding.passage_id, Coding.code_id, Coding.coder_id)
            .join(Passage, Passage.id == Coding.passage_id).where(Passage.interview_id == interview_id)
        ):
            self._codings.add((places[passage_id], code_id, self._names[coder_id]))
        for passage_id, text in passage_memos.texts(self._session, interview_id, own=True).items():
            self._memos[places[passage_id]] = text
        self._passages[interview_id] = {place: key for key, place in places.items()}

    def _with_passages(self, interview_id: int, wanted: Sequence[Wanted]) -> dict[Place, int]:
        ids = self._passages[interview_id]
        new = {
            place: Passage(interview_id=interview_id, start=place.start, end=place.end, quote=place.quote)
            for place in dict.fromkeys(one.place for one in wanted) if place not in ids
        }
        self._session.add_all(new.values())
        self._session.flush()
        ids.update({place: passage.id for place, passage in new.items()})
        return ids

    def _new_codings(self, wanted: Sequence[Wanted], ids: dict[Place, int]) -> list[Coding]:
        interview_id = wanted[0].place.interview_id
        there = set(self._session.execute(
            select(Coding.passage_id, Coding.code_id, Coding.coder_id)
            .join(Passage, Passage.id == Coding.passage_id).where(Passage.interview_id == interview_id)))
        asked = dict.fromkeys((ids[one.place], one.code_id, self._coder_id(one.coder)) for one in wanted)
        return [Coding(passage_id=key[0], code_id=key[1], coder_id=key[2]) for key in asked if key not in there]

    def _coder_id(self, name: str) -> int:
        if name not in self._coders:
            self._coders[name] = coder_named(self._session, name).id
        return self._coders[name]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which passages answer a query: what SQL can tell, then what is asked of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from coding import citations
from coding.attributes import canonical
from coding.codebook import Codebook
from coding.fold import fold
from coding.language import N_
from coding.meeting_passages import below, standing
from coding.quote_query import Query
from coding.quote_words import Words
from coding.row_parts import in_parts
from coding.voices import Heard, Voice
from models.citation import Citation
from models.errors import KnownError
from models.group import GroupMember
from models.memo import Memo
from models.participant import Attribute, AttributeValue
from models.passage import Coding, Passage

_FEW = 10_000  # passages that SQL is told one by one; it takes some 30,000 values at most


class Filter:
    """A query made ready for the passages of a project. ``sought`` are the codes that it asks for, those below them
    included; all of them when it names none."""

    def __init__(self, session: Session, query: Query, book: Codebook) -> None:
        """Raises KnownError when ``query.where`` names an attribute that the project does not have."""
        self._query, self._book = query, book
        named = (*query.code_ids, *query.all_code_ids)
        self.sought = below(book, named) if named else set(book.by_id)
        self._allowed = _allowed(session, query.where)
        self._participants = frozenset(query.participant_ids)
        self._words = Words(query.words)
        self._hearing = bool(self._allowed or self._participants or self._words or query.asks is not None)
        self._only: set[int] | None = None  # the passages left, where more than SQL has told
        if query.meets:
            self._only = standing(session, book, query.meets, self.interviews(session),
                                  self.sought if named else None, query.coder_ids)
        if self._words:
            self._only = self._bearing_words(session)

    def interviews(self, session: Session) -> list[int]:
        """The interviews whose passages may answer."""
        return list(session.scalars(self.passages(Passage.interview_id).distinct()))

    @property
    def told(self) -> bool:
        """Whether all of ``passages`` answer, without a look at any."""
        return not self._hearing and (self._only is None or len(self._only) <= _FEW)

    def passages(self, *columns: Any) -> Select[Any]:
        """Columns of the passages that may answer: those that do not are turned away by ``may`` or ``hears``."""
        few = [] if self._only is None or len(self._only) > _FEW else [Passage.id.in_(self._only)]
        return select(*columns).select_from(Passage).where(*self._conditions(), *few)

    def by_coder(self) -> list[ColumnElement[bool]]:
        """What a coding must be to be seen."""
        return [Coding.coder_id.in_(self._query.coder_ids)] if self._query.coder_ids else []

    def may(self, passage_id: int) -> bool:
        """Whether a passage may answer."""
        return self._only is None or passage_id in self._only

    def hears(self, interview_id: int, heard: Heard) -> bool:
        """Whether a passage that may answer does, from what is heard in it."""
        if not self._hearing:
            return True
        asks, voices = self._query.asks, heard.voices
        return ((asks is None or heard.asks == asks)
                and self._words.stand_in(heard.printed)
                and (not self._participants or any(voice.participant_id in self._participants for voice in voices))
                and all(_answers(interview_id, voices, *sets) for sets in self._allowed))

    def _bearing_words(self, session: Session) -> set[int]:
        """The passages that may hold the words."""
        return {key for key, source in in_parts(session, self.passages(Passage.id, Passage.quote))
                if self.may(key) and self._words.may_stand_in(source)}

    def _conditions(self) -> Iterator[ColumnElement[bool]]:
        query = self._query
        yield self._bears(query.code_ids) if query.code_ids else self._bears()
        for code_id in query.all_code_ids:
            yield self._bears((code_id,))
        if query.without_code_ids:
            yield ~self._bears(query.without_code_ids)
        if query.interview_ids:
            yield Passage.interview_id.in_(query.interview_ids)
        if query.group_ids:
            yield Passage.interview_id.in_(
                select(GroupMember.interview_id).where(GroupMember.group_id.in_(query.group_ids)))
        if query.passage_ids:
            yield Passage.id.in_(query.passage_ids)
        yield from self._marks()

    def _marks(self) -> Iterator[ColumnElement[bool]]:
        query = self._query
        if query.strong:
            yield Passage.is_strong.is_(True)
        if query.memo is not None:
            yield _is(query.memo, Passage.id.in_(select(Memo.passage_id).where(
                Memo.passage_id.is_not(None), (Memo.text != "") | (Memo.title != ""))))
        if query.cited is not None:
            yield _is(query.cited, Passage.id.in_(select(Citation.passage_id).where(Citation.cited_in != "")))
        if query.withheld is not None:
            yield _is(query.withheld, Passage.id.in_(citations.withheld_passages()))

    def _bears(self, code_ids: Collection[int] | None = None) -> ColumnElement[bool]:
        """The passages that bear one of these codes or of those below them; or any code."""
        bearing = select(Coding.passage_id).where(*self.by_coder())
        return Passage.id.in_(
            bearing if code_ids is None else bearing.where(Coding.code_id.in_(below(self._book, code_ids))))


def _is(wanted: bool, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return condition if wanted else ~condition


def _allowed(session: Session, where: Sequence[tuple[str, str]]) -> list[tuple[set[int], set[int]]]:
    """For each attribute named, the interviews and the participants that have one of its values."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for name, value in where:
        wanted[fold(name.strip())].append(value)
    if not wanted:
        return []
    found: dict[str, tuple[set[int], set[int]]] = {}
    sought: dict[int, tuple[str, set[str]]] = {}
    for attribute_id, name, type_ in session.execute(select(Attribute.id, Attribute.name, Attribute.type)):
        key = fold(name)
        if key in wanted:
            found[key] = (set(), set())
            sought[attribute_id] = key, {fold(_stored(value, name, type_)) for value in wanted[key]}
    for name, _value in where:
        if fold(name.strip()) not in found:
            raise KnownError(N_("There is no attribute “{name}” in this project."), name=name)
    for row in session.scalars(select(AttributeValue).where(AttributeValue.attribute_id.in_(sought))):
        key, values = sought[row.attribute_id]
        if fold(row.value.strip()) in values:
            interviews, participants = found[key]
            if row.interview_id is not None:
                interviews.add(row.interview_id)
            if row.participant_id is not None:
                participants.add(row.participant_id)
    return list(found.values())


def _stored(value: str, name: str, type_: str) -> str:
    """A value as it is stored; a choice need not be spelled exactly."""
    return value.strip() if type_ == "choice" else canonical(value, name=name, type_=type_)


def _answers(interview_id: int, voices: Sequence[Voice], interviews: set[int], participants: set[int]) -> bool:
    return interview_id in interviews or any(voice.participant_id in participants for voice in voices)

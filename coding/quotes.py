# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes: coded passages sought by code, group, interview, attribute and coder, ready to be read or printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from coding import citation_pattern, citations, codebook, passage_memos
from coding.attributes import canonical
from coding.citation_pattern import USUAL_MANNER, Manner
from coding.citations import AS_IT_STANDS, Cited
from coding.codebook import Codebook
from coding.fold import fold
from coding.language import N_
from coding.order import ordered_interviews
from coding.quote_query import Meets, Query, Relation
from coding.typography import attribution
from coding.voices import Voice, Voices
from models.errors import KnownError
from models.group import GroupMember
from models.participant import Attribute, AttributeValue
from models.passage import Coding, Passage

__all__ = ["CodeRef", "Meets", "Order", "Query", "Quote", "Relation", "find", "interviews_of"]

Order = Literal["theme", "interview"]

_IN_PARTS = {"yield_per": 2_000}  # rows at a time: all of them would hold tens of megabytes for a moment


@dataclass(frozen=True)
class CodeRef:
    """A code of a quote: ``path`` is the names from the theme down, ``rank`` its place in the codebook."""

    id: int
    theme_id: int
    path: tuple[str, ...]
    rank: int

    @property
    def text(self) -> str:
        """«Theme > Code»."""
        return codebook.PATH_SEPARATOR.join(self.path)


@dataclass(frozen=True, slots=True)
class Quote:
    """A coded passage as it is read and printed. ``start`` and ``end`` are code points of the interview's text.

    ``source`` is the text there, ``plain`` the same on one line, without the labels it crosses; ``printed`` what is
    printed: the text as cited where there is one that holds, else ``plain``. ``turn`` is 1-based, None outside any
    turn; ``time_ms`` is when it begins. ``codes`` are all its codes in codebook order, ``sought`` those that the query
    asked for (all of them when it named none). ``rank`` is the interview's place in the order, from 0. ``withheld``:
    it is never to be cited, by itself or as its whole interview. ``manner`` is how the project cites.
    """

    passage_id: int
    interview_id: int
    interview: str
    rank: int
    turn: int | None
    label: str
    voices: tuple[Voice, ...]
    start: int
    end: int
    source: str
    printed: str
    codes: tuple[CodeRef, ...]
    sought: tuple[CodeRef, ...]
    memo: str
    strong: bool
    plain: str = ""
    time_ms: int | None = None
    cited: Cited = AS_IT_STANDS
    withheld: bool = False
    manner: Manner = field(default=USUAL_MANNER, compare=False, repr=False)

    @property
    def theme(self) -> str:
        """The theme of the first code sought."""
        return self.sought[0].path[0]

    @property
    def attribution(self) -> tuple[tuple[str, str], ...]:
        """(name, role) of each voice."""
        return tuple((voice.name, voice.role) for voice in self.voices)

    def attributed(self, language: str = "fr") -> str:
        """«Prénom, rôle»."""
        return attribution(self.attribution, language)

    def line(self, language: str = "fr") -> str:
        """The whole citation line, as the project's pattern prints it."""
        return self.manner.cited(self, language)


def find(session: Session, query: Query | None = None, *, order: Order = "theme") -> list[Quote]:
    """The quotes that answer ``query``, each passage once.

    ``order``: by the codebook's order of the first code sought, then by interview; or by interview and place.
    Raises KnownError when ``query.where`` names an attribute that the project does not have.
    """
    query = query or Query()
    book = codebook.read(session)
    interviews = {row.id: (rank, row.title) for rank, row in enumerate(ordered_interviews(session))}
    allowed = _allowed(session, query.where)
    refs = _refs(book)
    wanted = {key for code_id in query.code_ids for key in book.below(code_id)} if query.code_ids else set(refs)
    given = _codes_given(session, query, wanted)
    memos = passage_memos.texts(session)
    cited, kept_back = citations.by_passage(session), citations.withheld_interviews(session)
    manner = citation_pattern.manner(session)
    voices = Voices(session, set(session.scalars(_passages(query, wanted, Passage.interview_id).distinct())))
    alike: dict[tuple[CodeRef, ...], tuple[CodeRef, ...]] = {}  # thousands of quotes bear the same codes
    found = []
    for row in session.execute(_passages(query, wanted, Passage.id, Passage.interview_id, Passage.start, Passage.end,
                                         Passage.quote, Passage.is_strong), execution_options=_IN_PARTS):
        codes = tuple(sorted((refs[key] for key in given.get(row.id, ())), key=lambda ref: ref.rank))
        codes = alike.setdefault(codes, codes)
        sought = tuple(ref for ref in codes if ref.id in wanted)
        if not sought:
            continue
        heard = voices.over(row.interview_id, row.start, row.end, row.quote)
        if not all(_answers(row.interview_id, heard.voices, *sets) for sets in allowed):
            continue
        rank, title = interviews[row.interview_id]
        plain = row.quote if heard.printed == row.quote else heard.printed
        told = cited.get(row.id, AS_IT_STANDS)
        found.append(Quote(
            row.id, row.interview_id, title, rank, heard.turn, heard.label, heard.voices, row.start, row.end,
            row.quote, plain, codes, alike.setdefault(sought, sought), memos.get(row.id, ""), row.is_strong, plain,
            heard.time_ms, told, told.is_withheld or row.interview_id in kept_back,
            manner,
        ))
    by_place = (lambda q: (q.sought[0].rank, q.rank, q.start, q.end)) if order == "theme" else (
        lambda q: (q.rank, q.start, q.end))
    return sorted(found, key=by_place)


def interviews_of(session: Session, query: Query) -> tuple[int, ...]:
    """The interviews whose words the quotes of ``query`` may hold, its attributes and coders aside."""
    book = codebook.read(session)
    wanted = {key for code_id in query.code_ids for key in book.below(code_id)}
    return tuple(sorted(set(session.scalars(_passages(query, wanted, Passage.interview_id)))))


def _refs(book: Codebook) -> dict[int, CodeRef]:
    return {
        node.id: CodeRef(node.id, book.theme_of(node.id).id, book.path(node.id), rank)
        for rank, node in enumerate(book)
    }


def _passages(query: Query, wanted: Collection[int], *columns: Any) -> Select[Any]:
    """The passages of the interviews that the query asks for, those that bear one of ``wanted`` if it names codes."""
    sought = select(*columns)
    if query.interview_ids:
        sought = sought.where(Passage.interview_id.in_(query.interview_ids))
    if query.group_ids:
        members = select(GroupMember.interview_id).where(GroupMember.group_id.in_(query.group_ids))
        sought = sought.where(Passage.interview_id.in_(members))
    if query.passage_ids:
        sought = sought.where(Passage.id.in_(query.passage_ids))
    if query.code_ids:
        bearing = select(Coding.passage_id).where(Coding.code_id.in_(wanted), *_by_coder(query))
        sought = sought.where(Passage.id.in_(bearing))
    return sought.where(Passage.is_strong) if query.strong else sought


def _by_coder(query: Query) -> list[ColumnElement[bool]]:
    return [Coding.coder_id.in_(query.coder_ids)] if query.coder_ids else []


def _codes_given(session: Session, query: Query, wanted: Collection[int]) -> dict[int, frozenset[int]]:
    """Passage → its codes, for the passages of the query; one coder's, if asked."""
    sought = _passages(query, wanted, Coding.passage_id, Coding.code_id).join(
        Passage, Passage.id == Coding.passage_id).where(*_by_coder(query))
    alike: dict[frozenset[int], frozenset[int]] = {}
    found: dict[int, frozenset[int]] = {}
    for passage_id, code_id in session.execute(sought, execution_options=_IN_PARTS):
        codes = found.get(passage_id, frozenset()) | {code_id}
        found[passage_id] = alike.setdefault(codes, codes)
    return found


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

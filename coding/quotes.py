# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes: coded passages sought by code, group, interview, attribute and coder, ready to be read or printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import Select, String, and_, cast, func, select
from sqlalchemy.orm import Session, aliased

from coding import citation_pattern, citations, citing, codebook, passage_memos
from coding.citation_pattern import USUAL_MANNER, Manner
from coding.citations import AS_IT_STANDS, Cited
from coding.codebook import Codebook
from coding.order import ordered_interviews
from coding.quote_filter import Filter
from coding.quote_query import Meets, Query, Relation
from coding.row_parts import in_parts
from coding.typography import attribution
from coding.voices import Voice, Voices
from models.interview import Turn
from models.passage import Coding, Passage

__all__ = ["CodeRef", "Meets", "Order", "Query", "Quote", "Relation", "counts", "find", "interviews_of"]

Order = Literal["theme", "interview"]

_holds = lru_cache(maxsize=2_000)(citing.holds)  # milliseconds each, and the same quotes are read again and again

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


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen, fifty thousand take three times as long to make
class Quote:
    """A coded passage as it is read and printed. ``start`` and ``end`` are code points of the interview's text.

    ``source`` is the text there, ``plain`` the same on one line, without the labels it crosses; ``printed`` what is
    printed: the text as cited where there is one that holds, else ``plain``. ``turn`` is 1-based, None outside any
    turn; ``time_ms`` is when it begins. ``codes`` are all its codes in codebook order, ``sought`` those that the query
    asked for (all of them when it named none). ``rank`` is the interview's place in the order, from 0. ``withheld``:
    it is never to be cited, by itself, as its whole interview, or for words that it shares with one that is not.
    ``manner`` is how the project cites.
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
    book = codebook.read(session)
    asked = Filter(session, query or Query(), book)
    maker = _Maker(session, asked, book)
    shelves: dict[tuple[int, int], list[Quote]] = defaultdict(list)  # what is filed in order needs no sorting
    for row in in_parts(session, _rows(asked)):
        quote = maker.made(*row) if asked.may(row.id) else None
        if quote is not None:
            shelves[quote.sought[0].rank if order == "theme" else 0, quote.rank].append(quote)
    return [quote for key in sorted(shelves) for quote in shelves[key]]


def counts(session: Session, query: Query | None = None) -> dict[int, int]:
    """How many quotes answer ``query`` in each interview that has any."""
    asked = Filter(session, query or Query(), codebook.read(session))
    if asked.told:
        counted = asked.passages(Passage.interview_id, func.count()).group_by(Passage.interview_id)
        return dict(session.execute(counted).all())
    return dict(Counter(quote.interview_id for quote in find(session, query, order="interview")))


def interviews_of(session: Session, query: Query) -> tuple[int, ...]:
    """The interviews whose words an export of the quotes of ``query`` holds: those of what may be cited."""
    return () if query.withheld else tuple(sorted(counts(session, replace(query, withheld=False))))


class _Maker:
    """Makes quotes of rows. What thousands of quotes have in common is made once."""

    def __init__(self, session: Session, asked: Filter, book: Codebook) -> None:
        self._asked = asked
        self._borne = _Borne(book, asked.sought)
        self._interviews = {row.id: (rank, row.title) for rank, row in enumerate(ordered_interviews(session))}
        self._voices = Voices(session, asked.interviews(session))
        self._manner = citation_pattern.manner(session)
        self._memos = passage_memos.texts(session)
        self._cited = citations.by_passage(session)
        self._withheld = frozenset(session.scalars(citations.withheld_passages()))

    def made(self, key: int, interview_id: int, start: int, end: int, source: str, strong: bool, borne: str,
             turn_start: int | None, turn_end: int, number: int, speaker_id: int | None,
             time_ms: int | None) -> Quote | None:
        """The quote of a row of ``_rows``; None when it does not answer."""
        if turn_start is not None and turn_start <= start and end <= turn_end:
            heard = self._voices.within(interview_id, number, speaker_id, time_ms, source)
        else:
            heard = self._voices.over(interview_id, start, end, source)
        if not self._asked.hears(interview_id, heard):
            return None
        rank, title = self._interviews[interview_id]
        codes, sought = self._borne[borne]
        plain = source if heard.printed == source else heard.printed
        cited = self._cited.get(key, AS_IT_STANDS)
        printed = cited.text if cited.text and _holds(plain, cited.text) else plain
        return Quote(key, interview_id, title, rank, heard.turn, heard.label, heard.voices, start, end, source, printed,
                     codes, sought, self._memos.get(key, ""), strong, plain, heard.time_ms, cited,
                     key in self._withheld, self._manner)


class _Borne(dict[str, tuple[tuple[CodeRef, ...], tuple[CodeRef, ...]]]):
    """The codes of a passage, and those sought, by what ``_rows`` says of them: «3,12»."""

    def __init__(self, book: Codebook, sought: Collection[int]) -> None:
        self._sought = frozenset(sought)
        self._refs = {node.id: CodeRef(node.id, book.theme_of(node.id).id, book.path(node.id), rank)
                      for rank, node in enumerate(book)}

    def __missing__(self, borne: str) -> tuple[tuple[CodeRef, ...], tuple[CodeRef, ...]]:
        codes = tuple(sorted({self._refs[int(key)] for key in borne.split(",")}, key=lambda ref: ref.rank))
        self[borne] = codes, tuple(ref for ref in codes if ref.id in self._sought)
        return self[borne]


def _rows(asked: Filter) -> Select[Any]:
    """The passages that may answer, by interview and place, with the codes of each and the turn it begins in."""
    earlier = aliased(Turn)
    begins = select(func.max(earlier.label_start)).where(
        earlier.interview_id == Passage.interview_id, earlier.label_start <= Passage.start).scalar_subquery()
    borne = select(func.aggregate_strings(cast(Coding.code_id, String), ",")).where(
        Coding.passage_id == Passage.id, *asked.by_coder()).scalar_subquery()
    return asked.passages(
        Passage.id, Passage.interview_id, Passage.start, Passage.end, Passage.quote, Passage.is_strong, borne,
        Turn.start, Turn.end, Turn.number, Turn.speaker_id, Turn.time_ms,
    ).outerjoin(Turn, and_(Turn.interview_id == Passage.interview_id, Turn.label_start == begins)).order_by(
        Passage.interview_id, Passage.start, Passage.end)

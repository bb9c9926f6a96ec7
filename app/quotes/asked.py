# SPDX-License-Identifier: GPL-3.0-or-later
"""What a query asks, said piece by piece: «Réticences ou Statut · sans Cadre · à 2 tours de Confiance»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from coding import query_words
from coding.codebook import Codebook
from coding.language import _, ngettext, number
from coding.quotes import Query
from coding.scope import Scope

MANY = 4  # alternatives beyond which they are counted instead


@dataclass(frozen=True)
class Piece:
    """A thing asked, as words; ``rest`` is the query without it. ``another`` when it is an alternative to the piece
    before."""

    text: str
    rest: Query
    another: bool = False


@dataclass(frozen=True)
class Names:
    """How what a query names by its id is called."""

    codes: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, str] = field(default_factory=dict)
    interviews: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)


def names(book: Codebook, scope: Scope, people: Mapping[int, str]) -> Names:
    """The names there are."""
    return Names({node.id: node.name for node in book}, {row.id: row.name for row in scope.groups},
                 {row.id: row.title for row in scope.interviews}, people)


def pieces(query: Query, named: Names) -> list[Piece]:
    """Each thing that a query asks."""
    return [*_words(query), *_codes(query, named), *_meets(query, named), *_lists(query, named), *_marks(query)]


def codes_said(code_ids: Sequence[int], named: Names) -> str:
    """«Réticences ou Statut»; counted where they are many."""
    if len(code_ids) > MANY:
        return ngettext("{n} code", "{n} codes", len(code_ids)).format(n=number(len(code_ids)))
    return query_words.either(named.codes.get(key, "?") for key in code_ids) if code_ids else "…"


def _words(query: Query) -> Iterator[Piece]:
    if query.words.strip():
        yield Piece(_("“{words}”").format(words=query.words.strip()), replace(query, words=""))


def _codes(query: Query, named: Names) -> Iterator[Piece]:
    yield from _alternatives(query, "code_ids", [(key, named.codes.get(key, "?")) for key in query.code_ids],
                             codes_said(query.code_ids, named))
    for name, said in (("all_code_ids", _("with {code}")), ("without_code_ids", _("without {code}"))):
        for key in getattr(query, name):
            yield Piece(said.format(code=named.codes.get(key, "?")), _less(query, name, key))


def _meets(query: Query, named: Names) -> Iterator[Piece]:
    for place, meets in enumerate(query.meets):
        rest = tuple(other for n, other in enumerate(query.meets) if n != place)
        yield Piece(query_words.relation(meets, codes_said(meets.code_ids, named)), replace(query, meets=rest))


def _lists(query: Query, named: Names) -> Iterator[Piece]:
    counted = {
        "group_ids": ngettext("{n} group", "{n} groups", len(query.group_ids)),
        "interview_ids": ngettext("{n} interview", "{n} interviews", len(query.interview_ids)),
        "participant_ids": ngettext("{n} participant", "{n} participants", len(query.participant_ids)),
    }
    for name, known in (("group_ids", named.groups), ("interview_ids", named.interviews),
                        ("participant_ids", named.people)):
        ids = getattr(query, name)
        yield from _alternatives(query, name, [(key, known.get(key, "?")) for key in ids],
                                 counted[name].format(n=number(len(ids))))
    for attribute in dict.fromkeys(attribute for attribute, _value in query.where):
        pairs = [pair for pair in query.where if pair[0] == attribute]
        for place, pair in enumerate(pairs):
            text = pair[1] if place else _("{attribute}: {value}").format(attribute=attribute, value=pair[1])
            yield Piece(text, _less(query, "where", pair), another=place > 0)


def _marks(query: Query) -> Iterator[Piece]:
    for name, text in query_words.marks(query).items():
        yield Piece(text, _with(query, name, False if name == "strong" else None))
    for name, count, words in (
        ("coder_ids", len(query.coder_ids), ngettext("{n} coder", "{n} coders", len(query.coder_ids))),
        ("passage_ids", len(query.passage_ids), ngettext("{n} chosen passage", "{n} chosen passages",
                                                         len(query.passage_ids))),
    ):
        if count:
            yield Piece(words.format(n=number(count)), _with(query, name, ()))


def _alternatives(query: Query, name: str, named: Sequence[tuple[Any, str]], counted: str) -> Iterator[Piece]:
    if len(named) > MANY:
        yield Piece(counted, _with(query, name, ()))
        return
    for place, (key, text) in enumerate(named):
        yield Piece(text, _less(query, name, key), another=place > 0)


def _less(query: Query, name: str, key: Any) -> Query:
    return _with(query, name, tuple(other for other in getattr(query, name) if other != key))


def _with(query: Query, name: str, value: Any) -> Query:
    fields: dict[str, Any] = {name: value}
    return replace(query, **fields)

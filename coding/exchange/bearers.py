# SPDX-License-Identifier: GPL-3.0-or-later
"""Which elements of an exchange bear each note, and what the notes and the sets of our own files mean
(see ``gathering``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coding.exchange import conventions
from coding.exchange.derived import derived, fixed, named
from coding.exchange.model import CodeNode, Exchange, Note

Kind = Literal["code", "source", "selection", "case", "set", "project"]
OF_ORIGIN = {named(conventions.ORIGINS, origin): origin for origin in ("guide", "a_priori", "emergent")}
OUR_SETS = frozenset((*OF_ORIGIN, *map(fixed, (conventions.JOURNAL, conventions.SUMMARIES, conventions.CITED,
                                                conventions.CHAPTERS, conventions.PINS))))


@dataclass(frozen=True)
class Bearer:
    """What a note is on."""

    kind: Kind
    guid: str = ""


class Bearers:
    """``of`` gives the bearers of each note; the notes that are no memos are told by what they are."""

    def __init__(self, exchange: Exchange) -> None:
        self.notes = {note.guid: note for note in exchange.notes}
        self.links: set[str] = set()  # those that only tie a note to what it is on
        self.of: dict[str, list[Bearer]] = {}
        sets = {one.guid: frozenset(one.notes) for one in exchange.sets}
        none: frozenset[str] = frozenset()
        self.journal = sets.get(fixed(conventions.JOURNAL), none)
        self.summaries = sets.get(fixed(conventions.SUMMARIES), none)
        self.cited = sets.get(fixed(conventions.CITED), none)
        self.chapters = sets.get(fixed(conventions.CHAPTERS), none)
        for guid, bearer in _borne(exchange):
            self._bear(guid, bearer)
        self._tie(exchange)
        self._ours = self._conventional(exchange)

    def text(self, guid: str, part: str) -> str:
        """The text of the note that is a part of something; empty when there is none."""
        note = self.notes.get(derived(guid, part))
        return note.text if note else ""

    def memos(self) -> Iterator[tuple[Note, list[Bearer]]]:
        """The notes that are memos, each with what it is on (nothing: the project)."""
        for guid, note in self.notes.items():
            if guid not in self._ours:
                yield note, self.of.get(guid) or [Bearer("project")]

    def _bear(self, guid: str, bearer: Bearer) -> None:
        bearers = self.of.setdefault(guid, [])
        if bearer not in bearers:
            bearers.append(bearer)

    def _tie(self, exchange: Exchange) -> None:
        """Links from or to a note are how some programs say what it is on."""
        kinds = dict(_elements(exchange))
        for link in exchange.links:
            for note, other in ((link.origin, link.target), (link.target, link.origin)):
                if note in self.notes and other in kinds:
                    self._bear(note, Bearer(kinds[other], other))
                    self.links.add(link.guid)

    def _conventional(self, exchange: Exchange) -> frozenset[str]:
        codes = (derived(code.guid, part) for code in walk(exchange.codes) for part in conventions.CODE_TEXTS)
        turns = (derived(source.guid, conventions.TURNS) for source in exchange.sources)
        links = (derived(link.guid, conventions.NOTE) for link in exchange.links)
        return frozenset((*codes, *turns, *links, fixed(conventions.STRONG), fixed(conventions.WITHHELD),
                          *self.summaries, *self.cited, *self.chapters))


def walk(codes: list[CodeNode]) -> Iterator[CodeNode]:
    """Every code of a tree, parents first."""
    for code in codes:
        yield code
        yield from walk(code.codes)


def _borne(exchange: Exchange) -> Iterator[tuple[str, Bearer]]:
    """(note, bearer), a coding's notes being on its selection (or on its source)."""
    for code in walk(exchange.codes):
        yield from ((note, Bearer("code", code.guid)) for note in code.notes)
    for source in exchange.sources:
        notes = [*source.notes, *(note for coding in source.codings for note in coding.notes)]
        yield from ((note, Bearer("source", source.guid)) for note in notes)
        for selection in source.selections:
            notes = [*selection.notes, *(note for coding in selection.codings for note in coding.notes)]
            yield from ((note, Bearer("selection", selection.guid)) for note in notes)
    for one in exchange.sets:
        if one.guid not in OUR_SETS and one.sources:
            yield from ((note, Bearer("set", one.guid)) for note in one.notes)
    yield from ((note, Bearer("project")) for note in exchange.project_notes)


def _elements(exchange: Exchange) -> Iterator[tuple[str, Kind]]:
    yield from ((code.guid, "code") for code in walk(exchange.codes))
    yield from ((case.guid, "case") for case in exchange.cases)
    for source in exchange.sources:
        yield source.guid, "source"
        yield from ((selection.guid, "selection") for selection in source.selections)

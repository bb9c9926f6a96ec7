# SPDX-License-Identifier: GPL-3.0-or-later
"""The way through a source and what is cited of it, word by word, with as few faults as may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coding.cited_words import Word, same, words
from coding.spoken import droppable

State = tuple[int, int, int]  # words of the source behind, words of the citation behind, how words are left out now
_KEPT, _MARKED, UNMARKED = range(3)
_NEW, _MORE = 3, 1  # what a fault costs, and each word more that it leaves out
_STATES = 250_000  # beyond which two texts have too little in common to tell where they part

_REPLACED = frozenset(
    "il elle ils elles on lui leur eux le la les l ce c ça cela celui celle ceux celles y en ceci se s son sa ses "
    "leurs cette ces cet nous vous me m te t moi toi tu je j "
    "he she it they them him her this that these those his its their i you we us me there".split())


def path(source: str, cited: str, *, faultless: bool) -> list[State] | None:
    """The cheapest way through both texts (Dijkstra 1959, by buckets); None when there is none without a fault, or none
    within reach."""
    said, printed = words(source), words(cited)
    jumps, groups = droppable(source, said), _groups(printed)
    end = (len(said), len(printed))
    known: dict[State, State | None] = {}
    buckets: dict[int, list[tuple[State, State | None]]] = {0: [((0, 0, _KEPT), None)]}
    cost = 0
    while buckets and len(known) < _STATES:
        waiting = buckets.pop(cost, [])
        while waiting:
            state, origin = waiting.pop()
            if state in known:
                continue
            known[state] = origin
            if state[:2] == end:
                return _back(known, state)
            for price, after in () if faultless else _priced(state, said, printed):
                buckets.setdefault(cost + price, []).append((after, state))
            waiting += [(after, state) for after in _in_source(state, said, jumps)]
            waiting += [(after, state) for after in _in_citation(state, said, printed, groups)]
        cost += 1
    return None


def _priced(state: State, said: Sequence[Word], printed: Sequence[Word]) -> Iterator[tuple[int, State]]:
    """(cost, state) of each step that is a fault."""
    i, j, mode = state
    if i < len(said):
        yield _MORE if mode == UNMARKED else _NEW, (i + 1, j, UNMARKED)
    if j < len(printed):
        yield _NEW, (i, j + 1, mode)


def _in_source(state: State, said: Sequence[Word], jumps: dict[int, tuple[int, ...]]) -> Iterator[State]:
    """The steps past words of the source that need not be cited."""
    i, j, mode = state
    if i < len(said):
        if mode == _MARKED:
            yield i + 1, j, _MARKED
        for after in jumps.get(i, ()):
            yield after, j, mode
        if said[i].kind == "dash":
            yield i + 1, j, mode


def _in_citation(state: State, said: Sequence[Word], printed: Sequence[Word], groups: dict[int, int]
                 ) -> Iterator[State]:
    """The steps past what the citation holds, the likeliest last."""
    i, j, mode = state
    if j >= len(printed):
        return
    if printed[j].kind == "gap":
        yield i, j + 1, _MARKED
    elif printed[j].kind in {"dash", "voice"}:
        yield i, j + 1, mode
    elif j in groups:
        if i < len(said) and said[i].key in _REPLACED and not said[i].group:
            yield i + 1, groups[j], mode
        yield i, groups[j], mode
    if i < len(said) and _answers(said[i], printed[j]):
        yield i + 1, j + 1, _KEPT


def _answers(said: Word, printed: Word) -> bool:
    if said.kind == "voice":
        return printed.kind in ("voice", "dash")
    return said.kind == printed.kind and same(said, printed)


def _groups(printed: Sequence[Word]) -> dict[int, int]:
    """The rank of the first word of each pair of brackets → the rank after its last."""
    found = {}
    for at, word in enumerate(printed):
        if word.opens:
            found[at] = next((after for after in range(at, len(printed)) if printed[after].group != word.group),
                             len(printed))
    return found


def _back(known: dict[State, State | None], state: State) -> list[State]:
    way, at = [state], known[state]
    while at is not None:
        way.append(at)
        at = known[at]
    return way[::-1]


def steps(way: Sequence[State]) -> Iterator[tuple[State, State]]:
    """Each state and the next."""
    return pairwise(way)

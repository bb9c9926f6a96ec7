# SPDX-License-Identifier: GPL-3.0-or-later
"""Co-occurrence against a count by hand of every pair of passages, under each definition of near."""

from __future__ import annotations

from itertools import combinations_with_replacement, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding import codebook
from coding.codebook import Codebook, CodeNode
from coding.order import ordered_interviews
from coding.relations import cooccurrence, meetings, spans
from coding.relations.cooccurrence import Level, Near
from coding.relations.spans import Spans
from tests import build

PARENTS = {1: None, 2: 1, 3: 1, 4: 2, 5: None, 6: 5, 7: None}  # codes by their parents
BOOK = Codebook([CodeNode(key, str(key), parent, f"c{key}", "#888888", "", 0, "unknown", None, depth)
                 for (key, parent), depth in zip(PARENTS.items(), (0, 1, 1, 2, 0, 1, 0), strict=True)])
LABELS = (5, 12, 13, 30)  # where the turns begin, in every interview
NEARS: tuple[Near, ...] = ("passage", "overlap", "turn", 1, 2)
LEVELS: tuple[Level, ...] = ("codes", "below", "themes")
Drawn = list[tuple[int, int, int, frozenset[int]]]  # interview, start, end, codes

passages = st.lists(
    st.builds(lambda interview, start, length, codes: (interview, start, start + length, codes),
              st.integers(0, 2), st.integers(0, 40), st.integers(1, 15),
              st.frozensets(st.sampled_from(sorted(PARENTS)), min_size=1, max_size=4)),
    max_size=12, unique_by=lambda drawn: drawn[:3])


def _turn(offset: int) -> int:
    return sum(1 for label in LABELS if label <= offset)


def _spans(drawn: Drawn) -> Spans:
    rows = sorted(drawn, key=lambda row: row[:3])
    borne = [(place, code) for place, row in enumerate(rows) for code in sorted(row[3])]
    columns = [list(range(len(rows))), *([row[n] for row in rows] for n in range(3)),
               [_turn(row[1]) for row in rows], [_turn(row[2] - 1) for row in rows],
               [place for place, _code in borne], [code for _place, code in borne]]
    return Spans(*(np.array(column, dtype=np.int64) for column in columns))


def _above(code: int) -> set[int]:
    parent = PARENTS[code]
    return {code} if parent is None else {code, *_above(parent)}


def _borne(codes: frozenset[int], level: Level) -> set[int]:
    if level == "codes":
        return set(codes)
    every = set().union(*map(_above, codes))
    return every if level == "below" else {code for code in every if PARENTS[code] is None}


def _near(one: tuple[int, int], other: tuple[int, int], near: Near) -> bool:
    if near == "passage":
        return one == other
    if near == "overlap":
        return bool(set(range(*one)) & set(range(*other)))
    mine, others = ({_turn(offset) for offset in range(*span)} for span in (one, other))
    return any(abs(a - b) <= (0 if near == "turn" else near) for a in mine for b in others)


def _by_hand(drawn: Drawn, near: Near, level: Level) -> dict[tuple[int, int], tuple[int, int]]:
    found: dict[tuple[int, int], list[int]] = {}
    for one, other in combinations_with_replacement(drawn, 2):
        if one[0] == other[0] and _near(one[1:3], other[1:3], near):
            pairs = {(min(a, b), max(a, b)) for a in _borne(one[3], level) for b in _borne(other[3], level)
                     if a not in _above(b) and b not in _above(a)}
            for pair in pairs:
                found.setdefault(pair, []).append(one[0])
    return {pair: (len(set(where)), len(where)) for pair, where in found.items()}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("near", NEARS)
@settings(max_examples=80, deadline=None)
@given(drawn=passages)
def test_as_counted_by_hand(drawn: Drawn, near: Near, level: Level) -> None:
    counted = cooccurrence.count(_spans(drawn), BOOK, 3, near, level)
    found = {(pair.one_id, pair.other_id): (pair.interviews, pair.meetings) for pair in counted.pairs()}
    assert found == _by_hand(drawn, near, level)
    held = {code: len({row[0] for row in drawn if code in _borne(row[3], level)}) for code in counted.code_ids}
    assert dict(zip(counted.code_ids, counted.held, strict=True)) == held


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("near", NEARS)
@settings(max_examples=25, deadline=None)
@given(drawn=passages)
def test_the_meetings_are_where_they_are_counted(drawn: Drawn, near: Near, level: Level) -> None:
    made, rows = _spans(drawn), sorted(drawn, key=lambda row: row[:3])
    for pair in cooccurrence.count(made, BOOK, 3, near, level).pairs():
        found = meetings.pairs_of_passages(made, BOOK, (pair.one_id, pair.other_id), near, level)
        assert len(found) == len({frozenset(both) for both in found}) == pair.meetings
        for one, other in found:
            assert pair.one_id in _borne(rows[one][3], level) and pair.other_id in _borne(rows[other][3], level)
            assert rows[one][0] == rows[other][0] and _near(rows[one][1:3], rows[other][1:3], near)


@given(drawn=passages)
@settings(max_examples=40, deadline=None)
def test_each_definition_takes_in_the_one_before(drawn: Drawn) -> None:
    tables = [cooccurrence.count(_spans(drawn), BOOK, 3, near, "below") for near in NEARS]
    for tight, loose in pairwise(tables):
        assert (tight.meetings <= loose.meetings).all() and (tight.interviews <= loose.interviews).all()


def test_the_order_of_pairs() -> None:
    counted = cooccurrence.count(_spans([
        (0, 0, 2, frozenset({3, 5})), (1, 0, 2, frozenset({3, 7})), (1, 2, 3, frozenset({3, 7})),
        (2, 0, 2, frozenset({3, 5})),
    ]), BOOK, 3, "passage")
    assert [(pair.one_id, pair.other_id, pair.interviews, pair.meetings) for pair in counted.pairs()] == [
        (3, 5, 2, 2), (3, 7, 1, 2)]


def test_read_from_a_project(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    said = [("Q", "Et alors ?"), ("Paul", "On avait peur. On se taisait."), ("Q", "Ah."), ("Paul", "Pas de cadre.")]
    for title in ("B", "A"):
        build.interview(writer, title, said, groups=["G"] if title == "A" else [])
    build.coded(writer, "A", "On avait peur.", "T > Peur")
    build.coded(writer, "A", "peur. On se", "T > Silence")
    build.coded(writer, "A", "taisait.\nQ : Ah.\nPaul : Pas", "T > Bord")
    build.coded(writer, "A", "Pas de cadre.", "U > Cadre")
    build.coded(writer, "B", "On avait peur.", "T > Peur", "U > Cadre")
    with writer.store.reading() as session:
        book = codebook.read(session)
        name = {node.id: node.name for node in book}

        def met(ids: list[int], near: Near) -> set[tuple[str, str, int]]:
            counted = cooccurrence.count(spans.read(session, ids), book, len(ids), near)
            return {(name[pair.one_id], name[pair.other_id], pair.interviews) for pair in counted.pairs()}

        alone, both = ordered_interviews(session, 1).ids, ordered_interviews(session).ids
        assert len(alone) == 1 and len(both) == 2
        assert met(alone, "passage") == set()
        assert met(alone, "overlap") == {("Peur", "Silence", 1), ("Bord", "Cadre", 1)}
        in_turn = {("Peur", "Silence", 1), ("Bord", "Cadre", 1), ("Peur", "Bord", 1), ("Silence", "Bord", 1)}
        assert met(alone, "turn") == met(alone, 1) == in_turn
        assert met(alone, 2) == {*in_turn, ("Peur", "Cadre", 1), ("Silence", "Cadre", 1)}
        assert met(both, "passage") == {("Peur", "Cadre", 1)}
        assert met(both, 2) == {*in_turn, ("Peur", "Cadre", 2), ("Silence", "Cadre", 1)}
        assert met([], "turn") == set()
    writer.store.close()


def test_a_meeting_is_read_with_what_is_said_around_it(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    long = "mot " * 60
    build.interview(writer, "A", [("Q", "Et alors ?"), ("Paul", f"{long}Avant. On avait peur. Après.")])
    build.coded(writer, "A", "On avait peur.", "T > Peur")
    build.coded(writer, "A", "peur. Après", "T > Silence")
    with writer.store.reading() as session:
        book, ids = codebook.read(session), ordered_interviews(session).ids
        one, other = (node.id for node in book if node.depth)
        found = meetings.find(session, spans.read(session, ids), book, (other, one), "overlap")
        (meeting,) = found.meetings
        assert found.total == 1 and not meeting.same
        assert (meeting.one.quote.printed, meeting.other.quote.printed) == ("peur. Après", "On avait peur.")
        assert meeting.other.after == "Après."
        assert meeting.other.before.startswith("… mot") and meeting.other.before.endswith("mot Avant.")
        assert len(meeting.other.before) <= meetings.AROUND + 2
        build_in = meetings.find(session, spans.read(session, ids), book, (one, other), "passage")
        assert build_in.meetings == () and build_in.total == 0
    writer.store.close()

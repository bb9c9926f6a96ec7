# SPDX-License-Identifier: GPL-3.0-or-later
"""The index against a plain list of intervals."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from coding.passage_index import BUCKET, PassageIndex
from models.passage import Passage
from tests import build

LENGTH = 6 * BUCKET
spans = st.lists(
    st.tuples(st.integers(0, LENGTH - 2), st.integers(1, 2 * BUCKET)).map(lambda s: (s[0], min(LENGTH, s[0] + s[1]))),
    unique=True, max_size=40,
)


def index_of(rows: list[tuple[int, int]]) -> PassageIndex:
    from coding.changes import Change, Label
    from coding.row_images import RowImage

    index = PassageIndex(1)
    images = tuple(
        RowImage("passage", n + 1, None, {"interview_id": 1, "start": start, "end": end, "is_strong": False})
        for n, (start, end) in enumerate(rows)
    )
    index.apply(Change(Label("x"), images, 1))
    return index


@given(spans, st.integers(0, LENGTH), st.integers(0, 3 * BUCKET))
def test_between_finds_what_a_scan_finds(rows: list[tuple[int, int]], start: int, length: int) -> None:
    end = min(LENGTH, start + length)
    found = [(mark.start, mark.end) for mark in index_of(rows).between(start, end)]
    assert found == sorted((row for row in rows if row[0] < end and start < row[1]), key=lambda r: (r[0], -r[1]))


@given(spans)
def test_segments_cover_each_passage_exactly(rows: list[tuple[int, int]]) -> None:
    covered: dict[int, int] = {}
    last = 0
    for segment in index_of(rows).segments(0, LENGTH):
        assert segment.start >= last
        last = segment.end
        for mark in segment.marks:
            covered[mark.id] = covered.get(mark.id, 0) + segment.end - segment.start
    assert covered == {n + 1: end - start for n, (start, end) in enumerate(rows)}


def test_a_change_says_which_spans_look_different(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    interview = build.interview(writer, "Paul", [("Q", "Et alors ?"), ("Paul", "Je ne sais pas du tout.")])
    build.code(writer, "Réticences")
    with writer.store.reading() as session:
        index = PassageIndex.load(session, interview)
    assert len(index) == 0
    build.coded(writer, "Paul", "ne sais pas", "Réticences")
    with writer.store.reading() as session:
        fresh = PassageIndex.load(session, interview)
        (passage,) = session.query(Passage).all()
    undone = writer.undo()
    assert undone is not None
    assert fresh.apply(undone) == [(passage.start, passage.end)]
    assert len(fresh) == 0
    redone = writer.redo()
    assert redone is not None
    index.apply(redone)
    (mark,) = index
    assert (mark.start, mark.end) == (passage.start, passage.end)
    assert index.at(passage.start) == [mark]
    assert index.at(passage.end) == []
    writer.store.close()

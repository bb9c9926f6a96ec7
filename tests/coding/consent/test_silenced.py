# SPDX-License-Identifier: GPL-3.0-or-later
"""One voice leaves, the others stay on their words: whoever speaks when, wherever passages stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import passages
from coding.changes import Label, Writer
from coding.check import check
from coding.consent import silenced, whose
from coding.consent.said import Names
from coding.passage_bounds import whole_words
from models.interview import Interview, Turn
from models.participant import Participant
from models.passage import Coding, Passage
from tests import build

SPEAKERS = {"Q": "q", "Gontran": "g", "Inès": "i", "Paul": "p"}
TALKS = st.lists(st.tuples(st.sampled_from(sorted(SPEAKERS)), st.integers(1, 4)), min_size=1, max_size=9)
BOUNDS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=8)
number = count()


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    made = build.project(tmp_path_factory.mktemp("silenced"))
    build.code(made, "A")
    yield made
    made.store.close()


def written(talk: list[tuple[str, int]]) -> list[tuple[str, str]]:
    """Turns of words that tell who said them: «g0 g1»."""
    at = count()
    return [(label, " ".join(f"{SPEAKERS[label]}{next(at)}" for _n in range(size)) + ".") for label, size in talk]


def words(text: str, of: str) -> list[str]:
    return re.findall(rf"\b[{of}]\d+\b", text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(talk=TALKS, bounds=BOUNDS)
def test_the_others_stay_on_their_words(writer: Writer, talk: list[tuple[str, int]], bounds: list[tuple[float, float]]
                                        ) -> None:
    talk = [("Inès", 1), ("Gontran", 1), *talk]
    key = build.interview(writer, f"E{next(number)}", written(talk), people={"Gontran": "", "Inès": "", "Paul": ""})
    with writer.store.reading() as session:
        old = session.scalars(select(Interview.text).where(Interview.id == key)).one()
        pid = session.scalars(select(Participant.id).where(Participant.name == "Gontran")).one()
    for low, high in bounds:
        start, end = whole_words(old, *sorted((int(low * len(old)), int(high * len(old)))))
        if old[start:end].strip():
            writer.do(Label("code"), partial(
                passages.code, interview_id=key, start=start, end=end, code_ids=[1], coder_id=1))
    with writer.store.reading() as session:
        before = {row.id: row.quote for row in session.scalars(select(Passage).where(Passage.interview_id == key))}
        shared = next(one for one in whose.read(session, pid).shared if one.id == key)
        parts = [(part.start, part.end) for part in shared.turns if not part.theirs]

    writer.do(Label("silence"), lambda s: silenced.silence(s, shared, Names(["Gontran"])))

    with writer.store.reading() as session:
        text = session.scalars(select(Interview.text).where(Interview.id == key)).one()
        rows = {row.id: row for row in session.scalars(select(Passage).where(Passage.interview_id == key))}
        turns = session.scalars(select(Turn).where(Turn.interview_id == key).order_by(Turn.start)).all()
        codings = session.scalars(select(Coding.passage_id).where(Coding.passage_id.in_(rows))).all()
    assert not words(text, "g") and "Gontran" not in text
    assert words(text, "qip") == words(old, "qip")
    assert [text[turn.start : turn.end] for turn in turns if text[turn.start : turn.end] != whose.CUT] == [
        old[start:end] for start, end in parts]
    assert all(words(row.quote, "ip") or not words(before[row.id], "g") for row in rows.values())
    kept = {tuple(words(row.quote, "qip")) for row in rows.values()}
    for quote in before.values():
        if words(quote, "ip"):
            assert tuple(words(quote, "qip")) in kept, "what the others say in a passage stays one"
    assert len(codings) == len(set(codings)) == len(rows)
    assert check(writer.store).problems == ()

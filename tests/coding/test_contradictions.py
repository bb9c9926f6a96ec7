# SPDX-License-Identifier: GPL-3.0-or-later
"""Contradictory pairs: who holds which, and what becomes of pairs when codes are merged, deleted, and put back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from coding import codebook, contradictions, merging
from coding.changes import Label, Writer
from models.errors import KnownError
from tests import build

ACT = Label("act")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for title in "ABCD":
        build.interview(made, title, [("Q", "Alors ?"), ("X", "On avait peur. On se taisait.")],
                        groups=[] if title == "D" else ["G"])
    build.coded(made, "A", "On avait peur.", "T > Peur > Panique")
    build.coded(made, "B", "On avait peur.", "T > Peur", "T > Calme")
    build.coded(made, "C", "On se taisait.", "T > Calme")
    build.code(made, "T > Courage")
    yield made
    made.store.close()


def _id(writer: Writer, path: str) -> int:
    with writer.store.reading() as session:
        node = codebook.read(session).find(path.split(" > "))
    assert node is not None
    return node.id


def _mark(writer: Writer, one: str, other: str, note: str = "") -> int:
    one_id, other_id = _id(writer, one), _id(writer, other)
    return int(writer.do(ACT, lambda s: contradictions.mark(s, one_id, other_id, note=note)).result)


def _read(writer: Writer, group_id: int | None = None) -> list[tuple[Any, ...]]:
    with writer.store.reading() as session:
        book = codebook.read(session)
        return [
            (book.by_id[pair.one_id].name, book.by_id[pair.other_id].name, pair.note,
             *("".join(ref.title for ref in side)
               for side in (pair.only_one, pair.only_other, pair.both, pair.neither)))
            for pair in contradictions.readings(session, group_id)
        ]


def test_who_holds_which(writer: Writer) -> None:
    _mark(writer, "T > Calme", "T > Peur", "à revoir")
    assert _read(writer) == [("Peur", "Calme", "à revoir", "A", "C", "B", "D")]
    assert _read(writer, 1) == [("Peur", "Calme", "à revoir", "A", "C", "B", "")]
    with writer.store.reading() as session:
        (pair,) = contradictions.readings(session)
        assert [quote.printed for quote in contradictions.quotes_of(session, pair)] == ["On avait peur."]


def test_a_pair_is_marked_once_in_whichever_order(writer: Writer) -> None:
    first = _mark(writer, "T > Calme", "T > Peur", "note")
    assert _mark(writer, "T > Peur", "T > Calme", "other") == first
    assert [row[2] for row in _read(writer)] == ["note"]


@pytest.mark.parametrize(("one", "other"), [("T > Peur", "T > Peur"), ("T > Peur", "T"), ("T", "T > Peur > Panique")])
def test_a_code_and_one_above_it_are_refused(writer: Writer, one: str, other: str) -> None:
    with pytest.raises(KnownError):
        _mark(writer, one, other)


def test_a_pair_outlives_a_move_below_each_other(writer: Writer) -> None:
    _mark(writer, "T > Peur", "T > Calme")
    calme, peur = _id(writer, "T > Calme"), _id(writer, "T > Peur")
    writer.do(ACT, lambda s: codebook.move(s, calme, parent_id=peur, position=0))
    assert _read(writer) == [("Peur", "Calme", "", "A", "", "BC", "D")]


def test_merging_and_undoing(writer: Writer) -> None:
    _mark(writer, "T > Peur", "T > Calme", "une")
    _mark(writer, "T > Courage", "T > Calme", "autre")
    before = _read(writer)
    peur, courage, calme = (_id(writer, f"T > {name}") for name in ("Peur", "Courage", "Calme"))
    writer.do(ACT, lambda s: merging.merge(s, courage, into=peur))
    assert [row[:3] for row in _read(writer)] == [("Peur", "Calme", "une")]
    writer.undo()
    assert _read(writer) == before
    writer.do(ACT, lambda s: merging.merge(s, calme, into=peur))
    assert [row[:2] for row in _read(writer)] == [("Peur", "Courage")]
    writer.undo()
    writer.do(ACT, lambda s: codebook.remove(s, calme))
    assert _read(writer) == []
    writer.undo()
    assert _read(writer) == before


def test_unmarking_and_notes(writer: Writer) -> None:
    key = _mark(writer, "T > Peur", "T > Calme")
    writer.do(ACT, lambda s: contradictions.write_note(s, key, "deux moments"))
    assert not writer.do(ACT, lambda s: contradictions.write_note(s, key, "deux moments"))
    writer.do(ACT, lambda s: contradictions.unmark(s, key))
    assert _read(writer) == []
    with pytest.raises(KnownError):
        writer.do(ACT, lambda s: contradictions.unmark(s, key))
    writer.undo()
    assert [row[2] for row in _read(writer)] == ["deux moments"]


def _act(session: Session, what: str, one: int, other: int) -> None:
    match what:
        case "m":
            contradictions.mark(session, one, other)
        case "d":
            codebook.remove(session, one)
        case _:
            merging.merge(session, one, into=other)


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from("mdg"), st.integers(0, 4), st.integers(0, 4)), max_size=6))
def test_pairs_stay_pairs_of_codes_that_are(tmp_path_factory: pytest.TempPathFactory,
                                            steps: list[tuple[str, int, int]]) -> None:
    """Whatever is marked, merged and deleted, every pair is of two codes, once; undo gives back each state."""
    made = build.project(tmp_path_factory.mktemp("pairs"))
    ids = [build.code(made, f"c{n}") for n in range(5)]
    states = [_read(made)]
    done = 0
    for what, one, other in steps:
        try:
            change = made.do(ACT, partial(_act, what=what, one=ids[one], other=ids[other]))
        except KnownError:
            continue
        found = _read(made)
        assert len({frozenset(row[:2]) for row in found}) == len(found)
        assert all(row[0] != row[1] for row in found)
        if change:
            states.append(found)
            done += 1
    for _n in range(done):
        assert _read(made) == states.pop()
        made.undo()
    made.store.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes split and merged: what is said before is what is done, and undo brings everything back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from coding import codebook, examples, merging, splitting
from coding.changes import Label, Writer
from models.code import Code
from models.errors import KnownError
from models.passage import Coding
from tests import build
from tests.coding.test_undo import dump

WORDS = "Au début il y avait une inquiétude. Puis on a parlé. Aujourd’hui ça va mieux."


@pytest.fixture
def writer(tmp_path: Path) -> Any:
    """Two interviews; three passages bear «Crainte», one of them «Secret» too."""
    made = build.project(tmp_path)
    for title in ("Inès", "Paul"):
        build.interview(made, title, [(title, WORDS)])
    build.coded(made, "Inès", "une inquiétude", "Réticences > Crainte", "Réticences > Secret")
    build.coded(made, "Inès", "on a parlé", "Réticences > Crainte")
    build.coded(made, "Paul", "ça va mieux", "Réticences > Crainte")
    build.code(made, "Statut > Crainte")
    made.forget()
    yield made
    made.store.close()


def ids(writer: Writer) -> dict[str, int]:
    with writer.store.reading() as session:
        book = codebook.read(session)
        return {book.path_text(node.id): node.id for node in book}


def bearing(writer: Writer, code_id: int) -> list[int]:
    with writer.store.reading() as session:
        return list(session.scalars(select(Coding.passage_id).where(Coding.code_id == code_id).order_by(Coding.id)))


def split(writer: Writer, path: str, parts: dict[str, list[int]], *, below: bool = False) -> list[int]:
    code_id = ids(writer)[path]
    made: list[int] = writer.do(Label(splitting.LABEL, {"code": path}),
                                lambda s: splitting.split(s, code_id, parts, below=below)).result
    return made


def test_pieces_come_in_the_order_of_the_corpus(writer: Writer) -> None:
    with writer.store.reading() as session:
        pieces = splitting.pieces(session, ids(writer)["Réticences > Crainte"])
    assert [(piece.interview, piece.quote) for piece in pieces] == [
        ("Inès", "une inquiétude"), ("Inès", "on a parlé"), ("Paul", "ça va mieux")]


def test_a_code_is_split_in_one_act_that_undo_takes_back(writer: Writer) -> None:
    before = dump(writer)
    made = split(writer, "Réticences > Crainte", {"Honte": [1], "Soulagement": [3]})
    known = ids(writer)
    assert list(known)[:5] == ["Réticences", "Réticences > Crainte", "Réticences > Honte", "Réticences > Soulagement",
                               "Réticences > Secret"]
    assert made == [known["Réticences > Honte"], known["Réticences > Soulagement"]]
    assert [bearing(writer, key) for key in (known["Réticences > Crainte"], *made)] == [[2], [1], [3]]
    writer.undo()
    assert dump(writer) == before


def test_parts_may_stand_below_and_join_a_code_that_is_there(writer: Writer) -> None:
    secret = ids(writer)["Réticences > Secret"]
    assert split(writer, "Réticences > Crainte", {"secret": [1, 2]}) == [secret]
    assert bearing(writer, secret) == [1, 2]  # the first bore it already, and bears it once
    below = split(writer, "Réticences > Crainte", {"Crainte": [3]}, below=True)
    assert below == [ids(writer)["Réticences > Crainte > Crainte"]]


@pytest.mark.parametrize("name", ["Crainte", "crainte", "  ", "A > B"])
def test_a_part_needs_a_name_of_its_own(writer: Writer, name: str) -> None:
    with pytest.raises(KnownError):
        split(writer, "Réticences > Crainte", {name: [1]})
    assert bearing(writer, ids(writer)["Réticences > Crainte"]) == [1, 2, 3]


def test_merging_is_foreseen(writer: Writer) -> None:
    known = ids(writer)
    with writer.store.reading() as session:
        one = merging.foreseen(session, known["Réticences > Crainte"], into=known["Réticences > Secret"])
        themes = merging.foreseen(session, known["Réticences"], into=known["Statut"])
    assert (one.counted.passages, one.counted.interviews, one.both, one.twins) == (3, 2, 1, ())
    assert (themes.counted.codes, themes.both, themes.twins) == (3, 0, ("Crainte",))
    writer.do(Label("m"), lambda s: merging.merge(s, known["Réticences > Crainte"], into=known["Réticences > Secret"]))
    assert len(bearing(writer, known["Réticences > Secret"])) == one.counted.passages


def test_examples_of_two_codes_made_one_are_kept(writer: Writer) -> None:
    known = ids(writer)
    crainte, secret = known["Réticences > Crainte"], known["Réticences > Secret"]
    for code_id, passage_id in ((crainte, 2), (secret, 1), (crainte, 1)):
        writer.do(Label("e"), partial(examples.use, code_id=code_id, passage_id=passage_id))
    writer.do(Label("w"), lambda s: codebook.edit(s, crainte, example=examples.composed(
        "Écrit.", examples.guids(codebook.get(s, crainte).example))))
    writer.do(Label("m"), lambda s: merging.merge(s, crainte, into=secret))
    with writer.store.reading() as session:
        assert [one.passage_id for one in examples.of_code(session, secret)] == [1, 2]
        assert examples.written(codebook.get(session, secret).example) == "Écrit."
    writer.do(Label("d"), lambda s: examples.drop(s, code_id=secret, passage_id=1))
    with writer.store.reading() as session:
        found = examples.of_code(session, secret)
        assert [(one.interview, one.turn, one.quote) for one in found] == [("Inès", 1, "on a parlé")]


def test_an_example_that_is_gone_is_left_out(writer: Writer) -> None:
    from coding import passages

    crainte = ids(writer)["Réticences > Crainte"]
    for key in (2, 3):
        writer.do(Label("e"), partial(examples.use, code_id=crainte, passage_id=key))
    writer.do(Label("r"), lambda s: passages.remove(s, passage_id=2))
    with writer.store.reading() as session:
        field = session.get_one(Code, crainte).example
        assert [one.passage_id for one in examples.of_code(session, crainte)] == [3]
        assert examples.resolved(session, field) == ["ça va mieux"]
        assert len(examples.guids(field)) == 2
    writer.undo()
    with writer.store.reading() as session:
        assert [one.passage_id for one in examples.of_code(session, crainte)] == [2, 3]


def test_strong_quotes_of_a_code_are_found(writer: Writer) -> None:
    from coding import passages

    writer.do(Label("s"), lambda s: passages.mark_strong(s, passage_id=3, strong=True))
    with writer.store.reading() as session:
        assert [one.quote for one in examples.strong(session, ids(writer)["Réticences > Crainte"])] == ["ça va mieux"]
        assert examples.strong(session, ids(writer)["Réticences > Secret"]) == []


def test_recolouring_may_take_back_colours_of_their_own(writer: Writer) -> None:
    known = ids(writer)
    writer.do(Label("c"), lambda s: codebook.edit(s, known["Réticences > Crainte"], colour="#123456"))
    for follow, expected in ((False, "#123456"), (True, "#0072B2")):
        writer.do(Label("r"), partial(codebook.recolour, colours={known["Réticences"]: "#0072B2"}, follow=follow))
        with writer.store.reading() as session:
            book = codebook.read(session)
        assert book.by_id[known["Réticences"]].colour == "#0072B2"
        assert book.by_id[known["Réticences > Crainte"]].colour == expected

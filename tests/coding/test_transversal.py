# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table: what a row counts, and the JSON that scripts depend on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coding import codebook, extent, transversal
from coding.changes import Writer
from coding.counts import Counts
from coding.transversal import Table
from models.errors import KnownError
from models.project import Coder
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.code(made, "Réticences > Crainte > De la rechute")
    build.code(made, "Réticences > Secret")
    build.code(made, "Financement")
    build.interview(made, "Paul", [("Q", "Et ?"), ("Paul", "un deux trois quatre")], people={"Paul": "pair"},
                    groups=["Structures"], attributes={"Profession": "pair", "Années": "10"})
    build.interview(made, "Nora", [("Nora", "cinq six")], people={"Nora": "médecin"}, groups=["Structures"],
                    attributes={"Profession": "médecin", "Années": "9"})
    build.interview(made, "Inès", [("Inès", "sept huit")], people={"Inès": "pair"}, attributes={"Profession": "pair"})
    build.coded(made, "Paul", "un deux", "Réticences > Crainte > De la rechute", "Réticences > Secret")
    build.coded(made, "Paul", "deux trois", "Réticences")
    build.coded(made, "Nora", "six", "Réticences > Secret")
    build.coded(made, "Inès", "huit", "Réticences > Secret")
    yield made
    made.store.close()


def table(writer: Writer, group_id: int | None = None, **options: object) -> Table:
    with writer.store.reading() as session:
        return transversal.table(session, group_id, **options)  # type: ignore[arg-type]


def counts(found: Table) -> dict[str, list[float]]:
    return {row.name: list(row.counts) for row in found.rows}


def test_a_row_counts_the_codes_below_it_each_passage_once(writer: Writer) -> None:
    assert counts(table(writer)) == {
        "Réticences": [2, 1, 1], "Crainte": [1, 0, 0], "De la rechute": [1, 0, 0], "Secret": [1, 1, 1],
        "Financement": [0, 0, 0],
    }


def test_the_json_document(writer: Writer) -> None:
    document = transversal.document(table(writer, 1))
    assert list(document) == ["group", "interviews", "rows"]
    assert (document["group"], document["interviews"]) == ("Structures", ["Paul", "Nora"])
    assert document["rows"] == [
        {"theme": "Réticences", "code": None, "counts": [2, 1], "present": 2, "first": 0},
        {"theme": "Réticences", "code": "Crainte", "counts": [1, 0], "present": 1, "first": 0},
        {"theme": "Réticences", "code": "Crainte > De la rechute", "counts": [1, 0], "present": 1, "first": 0},
        {"theme": "Réticences", "code": "Secret", "counts": [1, 1], "present": 2, "first": 0},
        {"theme": "Financement", "code": None, "counts": [0, 0], "present": 0, "first": None},
    ]


def test_by_attribute_counts_interviews(writer: Writer) -> None:
    found = table(writer, by="profession")
    document = transversal.document(found)
    assert document["columns"] == ["médecin", "pair"]
    assert "interviews" not in document
    assert counts(found)["Réticences"] == [1, 2]
    assert next(row for row in found.rows if row.name == "Réticences").present == 3


def test_numbers_are_in_order_and_interviews_without_a_value_come_last(writer: Writer) -> None:
    assert table(writer, by="Années").columns[:2] == ("9", "10")
    assert len(table(writer, by="Années").columns) == 3
    with pytest.raises(KnownError, match="no attribute “Âge”"):
        table(writer, by="Âge")


def test_one_coder_alone_and_two_coders_on_one_passage(writer: Writer) -> None:
    def act(session: Session) -> int:
        coder = Coder(name="Deux")
        session.add(coder)
        session.flush()
        return coder.id

    second = writer.do(build.BUILD, act).result
    build.coded(writer, "Nora", "six", "Réticences > Secret", coder_id=second)
    assert counts(table(writer))["Secret"] == [1, 1, 1]
    assert counts(table(writer, coder_id=second))["Secret"] == [0, 1, 0]


def test_words_share_and_presence(writer: Writer) -> None:
    assert counts(table(writer, measure="words"))["Réticences"] == [3, 1, 1]
    assert counts(table(writer, measure="share"))["Réticences"] == [3 / 5, 1 / 2, 1 / 2]
    assert counts(table(writer, measure="presence"))["Réticences"] == [1, 1, 1]


def test_overlapping_spans_are_counted_once() -> None:
    assert extent.merged([(5, 9), (0, 3), (2, 4), (9, 10)]) == [(0, 4), (5, 10)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_table_agrees_with_the_counts_kept_in_memory(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    made = build.project(tmp_path, title=f"Hasard {seed}")
    words = " ".join(f"mot{place:02d}" for place in range(30))
    paths = ["A", "A > B", "A > B > C", "A > D", "E", "E > F"]
    for path in paths:
        build.code(made, path)
    for title in ("Un", "Deux", "Trois"):
        build.interview(made, title, [(title, words)])
        for _time in range(12):
            low = chance.randrange(30)
            quote = " ".join(words.split()[low : low + chance.randrange(1, 4)])
            build.coded(made, title, quote, *chance.sample(paths, chance.randrange(1, 4)))
    with made.store.reading() as session:
        book = codebook.read(session)
        kept = Counts.load(session, book)
        found = transversal.table(session)
        for row in found.rows:
            assert list(row.counts) == [kept.cell(row.code_id, key) for key in found.interview_ids]
    made.store.close()


def test_an_empty_project(tmp_path: Path) -> None:
    writer = build.project(tmp_path, title="Vide")
    found = table(writer)
    writer.store.close()
    assert (found.columns, found.rows) == ((), ())

# SPDX-License-Identifier: GPL-3.0-or-later
"""The transversal table: what a row counts, and the JSON that scripts depend on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coding import codebook, merging, transversal
from coding.changes import Writer
from coding.counts import Counts
from coding.transversal import GROUPS, Table
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


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_merging_two_codes_gives_the_table_of_the_merged_passages(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    made = build.project(tmp_path, title=f"Fusion {seed}")
    words = [f"mot{place:02d}" for place in range(12)]
    paths = ["A", "A > B", "A > C", "D", "D > E"]
    keys = {path: build.code(made, path) for path in paths}
    borne: dict[tuple[str, str], set[int]] = {}
    for title in ("Un", "Deux", "Trois"):
        build.interview(made, title, [(title, " ".join(words))])
        for word in chance.sample(words, 8):
            bears = chance.sample(paths, chance.randrange(1, 4))
            passage = build.coded(made, title, word, *bears)
            for path in bears:
                borne.setdefault((path, title), set()).add(passage)
    made.do(build.BUILD, lambda session: merging.merge(session, keys["A > B"], into=keys["D > E"]))
    found = table(made)
    made.store.close()
    under = {"A": ["A", "A > C"], "C": ["A > C"], "D": ["D", "D > E", "A > B"], "E": ["D > E", "A > B"]}
    assert counts(found) == {
        name: [len(set().union(*(borne.get((path, title), set()) for path in below))) for title in found.columns]
        for name, below in under.items()}


def test_groups_as_columns_count_interviews(writer: Writer) -> None:
    found = table(writer, by=GROUPS)
    assert (found.columns[0], found.sizes) == ("Structures", (2, 1))
    assert counts(found)["Réticences"] == [2, 1]
    assert transversal.document(found)["columns"][0] == "Structures"


def test_side_by_side_an_interview_stands_in_each_of_its_bands(writer: Writer) -> None:
    build.interview(writer, "Couple", [("Max", "neuf")], attributes={"Profession": "pair"},
                    groups=["Structures", "Autres"])
    build.coded(writer, "Couple", "neuf", "Financement")
    found = table(writer, by=GROUPS, beside=True)
    assert found.columns == ("Paul", "Nora", "Couple", "Couple", "Inès")
    assert [(band.title, band.interviews) for band in found.bands or ()][:2] == [("Structures", 3), ("Autres", 1)]
    row = next(row for row in found.rows if row.name == "Financement")
    assert [band.present(row) for band in found.bands or ()] == [1, 1, 0]
    assert row.present == 1
    assert transversal.document(found)["rows"][0]["bands"] == [2, 0, 1]


def test_bands_sum_to_the_whole_where_nobody_stands_in_two(writer: Writer) -> None:
    whole, found = table(writer), table(writer, by="Profession", beside=True)
    for row, same in zip(found.rows, whole.rows, strict=True):
        assert sum(band.present(row) for band in found.bands or ()) == same.present == row.present
        assert dict(zip(found.interview_ids, row.counts, strict=True)) == dict(
            zip(whole.interview_ids, same.counts, strict=True))
        firsts = {found.interview_ids[n] for n in range(len(found.columns)) if found.is_first(row, n)}
        assert firsts == {whole.interview_ids[n] for n in range(len(whole.columns)) if whole.is_first(same, n)}


def test_an_empty_project(tmp_path: Path) -> None:
    writer = build.project(tmp_path, title="Vide")
    found = table(writer)
    writer.store.close()
    assert (found.columns, found.rows) == ((), ())

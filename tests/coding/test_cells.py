# SPDX-License-Identifier: GPL-3.0-or-later
"""Many cells written as one act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from coding import attributes, order, participants, units
from coding.cells import set_cells
from coding.changes import Label, Writer
from coding.corpus import set_order
from coding.interviews import InterviewRow, interviews
from models.errors import KnownError
from tests import build
from tests.coding.metadata.test_undo_imports import dump

DO = Label("x")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Un", [("Q", "Oui ?"), ("Paul", "Oui.")], people={"Paul": "pair"}, units=["Nord"])
    build.interview(made, "Deux", [("Q", "Et ?"), ("Léa", "Bon.")], people={"Léa": ""}, units=["Nord", "Sud"])
    build.interview(made, "Trois", [("Q", "Et ?"), ("Zoé", "Bon.")])
    with made.store:
        yield made


def rows(writer: Writer) -> dict[int, InterviewRow]:
    with writer.store.reading() as session:
        return {row.id: row for row in interviews(session)}


def put(writer: Writer, target: str, columns: Mapping[str, Mapping[int, str]]) -> dict[tuple[int, str], KnownError]:
    found: dict[tuple[int, str], KnownError] = writer.do(DO, lambda s: set_cells(s, target, columns)).result
    return found


def test_a_block_is_one_act_and_undo_takes_it_back_whole(writer: Writer) -> None:
    key = writer.do(DO, lambda s: attributes.add(s, name="Âge", target="interview", type_="number")).result
    before = dump(writer)
    refused = put(writer, "interview", {
        "title": {1: "Deux", 2: "Un", 3: ""}, "status": {1: "relu", 2: "bof"}, "kind": {3: "document"},
        "date": {1: "3/2/2026", 2: "2026-02-04", 3: "hier"}, "duration_min": {1: "1 h 05", 3: "62"},
        "mode": {2: "visio"}, "groups": {1: "A ; B", 2: "B"}, "units": {2: "Sud;Est", 1: ""},
        "participants": {1: "Paul + Ana"}, "roles": {1: "pair aidant + médecin", 3: "a"},
        f"attribute:{key}": {1: "41,5", 2: "vieux", 3: ""},
    })
    one, two, three = (rows(writer)[key] for key in (1, 2, 3))
    assert (one.title, two.title, three.title) == ("Deux", "Un", "Trois")
    assert (one.status, one.date, two.date, one.duration_min, three.duration_min) == (
        "reread", date(2026, 2, 3), date(2026, 2, 4), 65, 62)
    assert (one.groups, two.groups, one.units, two.units, three.kind) == (
        ("A", "B"), ("B",), (), ("Sud", "Est"), "document")
    assert [(part.name, part.role) for part in one.participants] == [("Paul", "pair aidant"), ("Ana", "médecin")]
    assert one.attributes == {"Âge": "41.5"}
    assert set(refused) == {(3, "title"), (2, "status"), (3, "date"), (3, "roles"), (2, f"attribute:{key}")}
    after = dump(writer)
    writer.undo()
    assert dump(writer) == before
    writer.redo()
    assert dump(writer) == after


def test_cells_that_say_what_is_there_change_nothing(writer: Writer) -> None:
    done = writer.last
    put(writer, "interview", {
        "title": {1: "Un"}, "status": {1: "codé"}, "date": {1: ""}, "units": {2: "Nord; Sud"},
        "participants": {1: "Paul"}, "roles": {1: "pair"}, "groups": {1: ""}})
    put(writer, "participant", {"name": {1: "Paul"}, "interviews": {1: "Un"}, "roles": {1: "pair"}})
    put(writer, "unit", {"name": {1: "Nord"}, "interviews": {1: "Un; Deux"}})
    assert writer.last is done


def test_participants_are_renamed_moved_and_given_roles(writer: Writer) -> None:
    before = dump(writer)
    refused = put(writer, "participant", {
        "name": {1: "Léa", 2: "Paul"}, "interviews": {1: "Un; Trois", 2: "Nulle part"},
        "roles": {1: "pair + formateur"}})
    with writer.store.reading() as session:
        found = {row.id: row for row in participants.listed(session)}
    assert (found[1].name, found[2].name) == ("Léa", "Paul")
    assert [(part.title, part.role) for part in found[1].parts] == [("Un", "pair"), ("Trois", "formateur")]
    assert set(refused) == {(2, "interviews")}
    writer.undo()
    assert dump(writer) == before


def test_units_are_renamed_made_one_and_counted(writer: Writer) -> None:
    def listed() -> list[tuple[str, list[str]]]:
        with writer.store.reading() as session:
            return [(row.name, [title for _key, title in row.interviews]) for row in units.listed(session)]

    counted = units.tally(row.units for row in rows(writer).values())
    assert counted == units.Tally(3, 3, 2, 1)
    assert counted.say().startswith("3 entretiens · 3 configurations · 2 structures · 1 ")
    assert units.tally([(), ()]).say() == "2 entretiens"
    assert listed() == [("Nord", ["Un", "Deux"]), ("Sud", ["Deux"])]
    before = dump(writer)
    put(writer, "unit", {"interviews": {2: "Un ; Trois"}})
    assert listed() == [("Nord", ["Un", "Deux"]), ("Sud", ["Un", "Trois"])]
    put(writer, "unit", {"name": {2: "Nord"}})
    assert listed() == [("Nord", ["Un", "Deux", "Trois"])]
    assert set(put(writer, "unit", {"name": {1: " "}})) == {(1, "name")}
    writer.undo()
    writer.undo()
    assert dump(writer) == before


def test_the_order_is_the_one_chosen(writer: Writer) -> None:
    def titles() -> tuple[list[str], str]:
        with writer.store.reading() as session:
            found = order.ordered_interviews(session)
            return [row.title for row in found], found.basis

    assert titles() == (["Un", "Deux", "Trois"], "import")
    with pytest.raises(KnownError, match="These have none"):
        writer.do(DO, lambda s: order.choose(s, "date"))
    put(writer, "interview", {"date": {1: "2026-03-01", 2: "2026-01-01", 3: "2026-02-01"}})
    assert titles() == (["Deux", "Trois", "Un"], "date")
    writer.do(DO, lambda s: set_order(s, [3, 1, 2]))
    assert titles() == (["Trois", "Un", "Deux"], "manual")
    writer.do(DO, lambda s: order.choose(s, "import"))
    assert titles() == (["Un", "Deux", "Trois"], "import")
    writer.do(DO, lambda s: order.choose(s, "manual"))
    assert titles() == (["Trois", "Un", "Deux"], "manual")
    for _act in range(3):
        writer.undo()
    assert titles() == (["Deux", "Trois", "Un"], "date")


def test_an_attribute_changes_its_name_and_type_with_its_values(writer: Writer) -> None:
    def add() -> int:
        return int(writer.do(DO, lambda s: attributes.add(s, name="Vu", target="interview")).result)

    key = add()
    with pytest.raises(KnownError, match="already an attribute"):
        add()
    put(writer, "interview", {f"attribute:{key}": {1: "Oui", 2: "non"}})

    def revise(type_: str, choices: tuple[str, ...] = ()) -> str:
        writer.do(DO, lambda s: attributes.revise(s, key, name="Revu", type_=type_, choices=choices))
        return rows(writer)[1].attributes["Revu"]

    before = dump(writer)
    assert revise("yes_no") == "yes"
    writer.undo()
    assert dump(writer) == before
    assert revise("choice", ("oui", "non", " oui ")) == "oui"
    with writer.store.reading() as session:
        assert attributes.listed(session)[0].choices == ("oui", "non")
    with pytest.raises(KnownError, match="do not suit: «\xa0non"):
        revise("choice", ("oui",))
    with pytest.raises(KnownError, match="values to choose from"):
        revise("choice", (" ",))
    with pytest.raises(KnownError, match="do not suit"):
        revise("number")
    assert revise("yes_no") == "yes"
    assert revise("text") == "oui"

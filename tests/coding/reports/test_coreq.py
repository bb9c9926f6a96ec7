# SPDX-License-Identifier: GPL-3.0-or-later
"""The COREQ items that the sample can answer, and those that a bare project leaves to its authors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coding import sample
from coding.language import current_language, set_language
from coding.project import open_reader
from coding.reports import saturation_facts
from coding.reports.coreq import Item, domain
from coding.reports.recruitment import Recruited, paragraph, rows
from coding.saturation import Frame
from tests import build

PEERS = 1


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = current_language()
    set_language("en")
    yield
    set_language(before)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str | None]:
    project = sample.build(tmp_path_factory.mktemp("sample") / "sample.filrouge")
    before = current_language()
    set_language("en")
    with open_reader(project) as store, store.reading() as session:
        found = _items(session, PEERS)
    set_language(before)
    return {item.number: item.answer for item in found}


def _items(session: Session, group_id: int | None) -> tuple[Item, ...]:
    return saturation_facts.gather(session, group_id).items


def test_all_32_items_are_there_and_only_known_ones_are_answered(answers: dict[int, str | None]) -> None:
    assert list(answers) == list(range(1, 33))
    assert [number for number, answer in answers.items() if answer] == [
        10, 12, 13, 14, 16, 17, 18, 20, 21, 22, 24, 25, 26, 27, 29, 31, 32]
    assert len({domain(number) for number in answers}) == 3


@pytest.mark.parametrize(("number", "words"), [
    (10, "14 invited, 12 reached, 0 refused, 2 without an answer"),
    (12, "12 interviews counted, 13 participants, 10 units."),
    (13, "2 of the 14 invited (refused: 0, without an answer: 2). Aucun annuaire"),
    (14, "Présentiel 9, visioconférence 2, téléphone 1."),
    (16, "Profession: "),
    (17, "Guide “"),
    (18, "No participant was interviewed twice."),
    (21, "From 45 to 84 minutes, 62 on average."),
    (22, "Themes: "),
    (24, "1 person"),
    (25, "7 themes, 37 codes below them, 2 levels, 44 definitions written."),
    (26, "emergent"),
    (27, "Fil rouge, version "),
    (31, "Réticences (12 interviews)"),
    (32, "one interview only"),
])
def test_what_the_sample_answers(answers: dict[int, str | None], number: int, words: str) -> None:
    assert words in (answers[number] or "")


def test_the_justification_is_told_once(answers: dict[int, str | None]) -> None:
    assert "Aucun annuaire" not in (answers[10] or "")


def test_a_project_that_knows_nothing_answers_next_to_nothing(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    with writer.store.reading() as session:
        found = _items(session, None)
    writer.store.close()
    assert [item.number for item in found if item.answer] == [12, 22, 27]


def test_numbers_are_told_by_their_range_and_many_values_by_their_count(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    for n in range(10):
        build.interview(writer, f"E{n}", [("P", "Oui.")], people={"P": ""}, groups=["G"],
                        attributes={"âge": str(20 + n), "ville": f"V{n}"})
        build.coded(writer, f"E{n}", "Oui", "T > C")
    writer.do(build.BUILD, lambda s: _as_number(s, "âge"))
    with writer.store.reading() as session:
        found = {item.number: item.answer for item in _items(session, 1)}
    writer.store.close()
    assert found[16] == "Âge: from 20 to 29 (median 24.5); ville: 10 different values."
    assert found[18] == "1 participant was interviewed more than once."


def test_origins_are_those_of_codes_and_of_the_themes_that_are_coded_themselves(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    build.interview(writer, "E1", [("P", "Oui. Non.")], people={"P": ""}, groups=["G"])
    build.coded(writer, "E1", "Oui", "T > C", "U > D")
    found = []
    for _ in range(2):
        with writer.store.reading() as session:
            facts = saturation_facts.gather(session, 1)
        found.append((facts.work.codes, dict(facts.work.origins), facts.items[25].answer))
        build.coded(writer, "E1", "Non", "T")
    writer.store.close()
    assert found == [(2, {"emergent": 2}, "2 emergent."), (3, {"emergent": 3}, "3 emergent.")]


def _as_number(session: Session, name: str) -> None:
    from sqlalchemy import select

    from models.participant import Attribute

    session.scalars(select(Attribute).where(Attribute.name == name)).one().type = "number"


def test_recruitment_tells_what_is_recorded_and_no_more() -> None:
    bare = Recruited("A", 3, None)
    partly = Recruited("B", 4, Frame("no", "structure", reached=4))
    whole = Recruited("C", 4, Frame("yes", "", 10, 4, 0, 6, "Par courriel"))
    assert "nothing is recorded" in paragraph(bare)
    assert paragraph(partly) == "Group “B”: frame not known. Counted by unit (structure): 4 reached."
    assert paragraph(whole).endswith(
        "6 invitations in 10 (60%) went without an interview. Justification recorded: Par courriel.")
    told = [[cell.text for cell in row] for row in rows([bare, partly, whole])]
    assert told[1][3:8] == ["–"] * 5
    assert told[2][3:] == ["–", "4", "–", "–", "–", "4"]
    assert told[3][3:] == ["10", "4", "0", "6", "6 (60%)", "4"]

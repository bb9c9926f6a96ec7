# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of participants."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import participants
from coding.changes import Writer
from coding.metadata.participants_table import export_participants, import_participants
from coding.participants import ParticipantRow
from tests import build
from tests.coding.metadata.tables import counts, csv_file, problems


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Oui ?"), ("Paul", "Oui.")], people={"Paul": "pair"})
    build.interview(made, "Collectif", [("Q", "Et ?"), ("Paul", "Bon."), ("Zoé", "Ah.")],
                    people={"Paul": "", "Zoé": ""})
    with made.store:
        yield made


def rows(writer: Writer) -> dict[str, ParticipantRow]:
    with writer.store.reading() as session:
        return {row.name: row for row in participants.listed(session)}


def test_everything_goes_in_and_comes_back(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        enquêté;entretiens;rôles;Métier
        Paul;Paul ; Collectif;pair aidant + formateur;éducateur
        Ana;Collectif;médecin + cheffe;médecin
        Zoé;;;infirmière
        """.replace("Paul ; Collectif", '"Paul ; Collectif"'))
    before = rows(writer)
    assert counts(import_participants(writer, table)) == (1, 2, 0)
    found = rows(writer)
    assert list(found) == ["Paul", "Zoé", "Ana"]
    assert [(part.title, part.role) for part in found["Paul"].parts] == [
        ("Paul", "pair aidant"), ("Collectif", "formateur")]
    assert [(part.title, part.role) for part in found["Ana"].parts] == [("Collectif", "médecin + cheffe")]
    assert found["Zoé"].attributes == {"Métier": "infirmière"}
    with writer.store.reading() as session:
        for name in ("back.csv", "back.xlsx"):
            export_participants(session, tmp_path / name)
    for name in ("back.csv", "back.xlsx"):
        assert counts(import_participants(writer, tmp_path / name)) == (0, 0, 3)
    writer.undo()
    assert rows(writer) == before


def test_the_good_rows_are_kept(writer: Writer, tmp_path: Path) -> None:
    report = import_participants(writer, csv_file(tmp_path, """
        participant,interviews,roles
        Paul,Nulle part,
        Paul,,une
        ,Paul,
        Ana,Paul,pair
        Ana,Paul,paire
        """))
    assert counts(report) == (1, 0, 0)
    found = problems(report)
    assert [row for row, _reason in found] == [2, 3, 4, 6]
    for (_row, reason), part in zip(found, (
        "no interview “Nulle part”", "2 interviews and 1 roles", "needs a name", "already has a row",
    ), strict=True):
        assert part in reason

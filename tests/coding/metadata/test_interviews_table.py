# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of interviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coding.changes import Writer
from coding.interviews import InterviewRow, interviews
from coding.metadata.interviews_table import export_interviews, import_interviews
from coding.order import ordered_interviews
from coding.speakers import speakers
from tests import build
from tests.coding.metadata.tables import counts, csv_file, problems


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "01 Paul", [("Q", "Oui ?"), ("E07", "Oui.")])
    build.interview(made, "02 Léa et Zoé", [("Q", "Et ?"), ("Lea", "Bon."), ("ZOÉ", "Ah.")])
    with made.store:
        yield made


def rows(writer: Writer) -> dict[str, InterviewRow]:
    with writer.store.reading() as session:
        return {row.title: row for row in interviews(session)}


def test_everything_goes_in_and_comes_back(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        fichier;Entretien;Groupe;participants;rôles;units;date;mode;Durée_min;status;kind;Profession
        01 Paul.docx;Paul;A; Paul ;pair + aidant;CSAPA Nord;03/02/2026;visio;1h05;relu;journal;éducateur
        02 LÉA ET ZOÉ.docx;;A ; B;Léa + Zoé;médecin + ;;2026-01-15;;62,4;codé;entretien collectif;
        """.replace("A ; B", '"A ; B"'))
    assert (counts(import_interviews(writer, table))) == (0, 2, 0)
    paul, joint = rows(writer)["Paul"], rows(writer)["02 Léa et Zoé"]
    assert (paul.date, paul.mode, paul.duration_min, paul.status, paul.kind) == (
        date(2026, 2, 3), "visio", 65, "reread", "journal")
    assert (paul.groups, paul.units, dict(paul.attributes)) == (("A",), ("CSAPA Nord",), {"Profession": "éducateur"})
    assert [(p.name, p.role) for p in paul.participants] == [("Paul", "pair + aidant")]
    assert (joint.groups, joint.duration_min) == (("A", "B"), 62)
    assert [(p.name, p.role) for p in joint.participants] == [("Léa", "médecin"), ("Zoé", "")]
    with writer.store.reading() as session:
        assert [(s.label, s.participant) for s in speakers(session, paul.id)] == [("Q", None), ("E07", "Paul")]
        assert [s.participant for s in speakers(session, joint.id)] == [None, "Léa", "Zoé"]
        for name in ("back.csv", "back.xlsx"):
            export_interviews(session, tmp_path / name)
    for name in ("back.csv", "back.xlsx"):
        assert counts(import_interviews(writer, tmp_path / name)) == (0, 0, 2)
    writer.undo()
    writer.undo()
    assert set(rows(writer)) == {"01 Paul", "02 Léa et Zoé"} or set(rows(writer)) == {"Paul", "02 Léa et Zoé"}


def test_an_interview_not_to_be_cited_goes_in_and_comes_back(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        fichier;citer
        01 Paul.docx;non
        02 LÉA ET ZOÉ.docx;
        """)
    assert counts(import_interviews(writer, table)) == (0, 1, 1)
    assert sorted(row.title for row in rows(writer).values() if row.is_withheld) == ["01 Paul"]
    with writer.store.reading() as session:
        export_interviews(session, tmp_path / "back.csv")
    writer.undo()
    assert not any(row.is_withheld for row in rows(writer).values())
    assert counts(import_interviews(writer, tmp_path / "back.csv")) == (0, 1, 1)
    assert sum(row.is_withheld for row in rows(writer).values()) == 1


def test_the_good_rows_are_kept(writer: Writer, tmp_path: Path) -> None:
    report = import_interviews(writer, csv_file(tmp_path, """
        interview,date,status,participants,roles
        01 Paul,31/02/2026,,,
        02 Léa et Zoé,2026-01-15,coded,,
        Nobody,,,,
        01 Paul,,bof,,
        01 Paul,,,A + B,un rôle
        01 Paul,,,A + A,
        02 Léa et Zoé,,,,
        01 Paul,2026-01-01,,,,de trop
        """))
    found = problems(report)
    assert [row for row, _reason in found] == [2, 4, 5, 6, 7, 8, 9]
    for (_row, reason), part in zip(found, (
        "not a date", "no interview “Nobody”", "“bof” is not understood", "2 participants and 1 roles",
        "named twice", "already has a row", "more cells",
    ), strict=True):
        assert part in reason
    assert rows(writer)["02 Léa et Zoé"].date == date(2026, 1, 15)


def test_titles_may_be_exchanged_but_not_doubled(writer: Writer, tmp_path: Path) -> None:
    import_interviews(writer, csv_file(tmp_path, """
        file,interview
        01 Paul.docx,02 Léa et Zoé
        02 Léa et Zoé.docx,01 Paul
        """))
    assert rows(writer)["01 Paul"].file_name == "02 Léa et Zoé.docx"
    report = import_interviews(writer, csv_file(tmp_path, """
        file,interview
        01 Paul.docx,X
        02 Léa et Zoé.docx,X
        """))
    assert problems(report) == [(3, "Another interview is already called “X”. Choose another title.")]
    assert set(rows(writer)) == {"X", "01 Paul"}


def test_rows_give_the_order_unless_every_interview_has_a_date(writer: Writer, tmp_path: Path) -> None:
    build.interview(writer, "03", [("Q", "Trois ?"), ("E", "Trois.")])
    with writer.store.reading() as session:
        assert ordered_interviews(session).basis == "import"
    import_interviews(writer, csv_file(tmp_path, "interview,date\n03,2026-03-01\n01 Paul,2026-02-01"))
    with writer.store.reading() as session:
        ordered = ordered_interviews(session)
        assert ([row.title for row in ordered], ordered.basis) == (["03", "02 Léa et Zoé", "01 Paul"], "manual")
    import_interviews(writer, csv_file(tmp_path, "interview,date\n02 Léa et Zoé,2026-04-01"))
    with writer.store.reading() as session:
        ordered = ordered_interviews(session)
        assert ([row.title for row in ordered], ordered.basis) == (["01 Paul", "03", "02 Léa et Zoé"], "date")


def test_one_undo_takes_a_table_back(writer: Writer, tmp_path: Path) -> None:
    before = rows(writer)
    import_interviews(writer, csv_file(tmp_path, """
        interview,group,participants,roles,units,date,attribut
        02 Léa et Zoé,G,Mia + Léa,a + b,U1;U2,2026-01-15,x
        01 Paul,G,Paul,c,U1,,y
        """.replace("U1;U2", "U1;U2")))
    assert rows(writer) != before
    writer.undo()
    assert rows(writer) == before

# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups, themes asked, codebook, memos, summaries and guide as tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from coding import codebook, groups, memos
from coding.changes import Label, Writer
from coding.metadata.asked_table import export_asked, import_asked
from coding.metadata.codebook_table import export_codebook, import_codebook
from coding.metadata.contradictions_table import export_contradictions, import_contradictions
from coding.metadata.groups_table import export_groups, import_groups
from coding.metadata.guide_table import export_guide, import_guide
from coding.metadata.memos_table import export_memos, import_memos
from coding.metadata.portraits_table import export_portraits, import_portraits
from coding.metadata.summaries_table import export_summaries, import_summaries
from tests import build
from tests.coding.metadata.tables import counts, csv_file, problems


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Oui ?"), ("Paul", "Oui, voilà.")], people={"Paul": "pair"}, groups=["A"])
    build.code(made, "Réticences > Crainte")
    with made.store:
        yield made


def test_frames(writer: Writer, tmp_path: Path) -> None:
    report = import_groups(writer, csv_file(tmp_path, """
        Groupe;unit;frame_known;invited;reached;refused;silent;justification
        A;structure;oui;10;4;1;5;Sans réponse.
        B;;sans objet;;;;;
        C;;peut-être;;;;;
        D;;;3;;2;2;
        ;;;;;;;rien
        E;;;-1;;;;
        """))
    assert counts(report) == (1, 1, 0)
    assert [row for row, _reason in problems(report)] == [4, 5, 6, 7]
    with writer.store.reading() as session:
        listed = {row.name: row.frame for row in groups.listed(session)}
        export_groups(session, tmp_path / "back.csv")
    assert listed == {
        "A": groups.FrameRow("structure", "yes", 10, 4, 1, 5, "Sans réponse."),
        "B": groups.FrameRow("", "not_applicable", None, None, None, None, ""),
    }
    assert counts(import_groups(writer, tmp_path / "back.csv")) == (0, 0, 2)


def test_themes_asked(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        interview,theme,asked
        Paul,Réticences,oui
        Paul,Crainte,oui
        Paul,Réticences,peut-être
        Jean,Réticences,non
        """)
    report = import_asked(writer, table)
    assert (counts(report), [row for row, _reason in problems(report)]) == ((1, 0, 0), [3, 4, 5])
    with writer.store.reading() as session:
        export_asked(session, tmp_path / "back.csv")
    assert counts(import_asked(writer, tmp_path / "back.csv")) == (0, 0, 1)
    assert counts(import_asked(writer, csv_file(tmp_path, "interview,theme,asked\nPaul,Réticences,no"))) == (0, 1, 0)


def test_the_codebook_grows_and_loses_nothing(writer: Writer, tmp_path: Path) -> None:
    report = import_codebook(writer, csv_file(tmp_path, """
        theme,code,definition,colour,origin
        Réticences,,Ce qui freine.,#aa0000,guide
        Réticences,Crainte,Peur de l’inconnu.,,emergent
        Réticences,Lassitude,,,
        Statut,Contrat,,,a priori
        Statut,Contrat,,rouge,
        ,Orphelin,,,
        Statut,Contrat,,,inventé
        """))
    assert (counts(report), [row for row, _reason in problems(report)]) == ((2, 2, 0), [6, 7, 8])
    with writer.store.reading() as session:
        book = codebook.read(session)
        assert [book.path_text(node.id) for node in book] == [
            "Réticences", "Réticences > Crainte", "Réticences > Lassitude", "Statut", "Statut > Contrat"]
        assert [node.origin for node in book] == ["guide", "emergent", "unknown", "unknown", "a_priori"]
        for name in ("back.csv", "back.xlsx"):
            export_codebook(session, tmp_path / name)
    for name in ("back.csv", "back.xlsx"):
        assert counts(import_codebook(writer, tmp_path / name)) == (0, 0, 5)


def test_deep_trees_travel_by_path(writer: Writer, tmp_path: Path) -> None:
    report = import_codebook(writer, csv_file(tmp_path, """
        path,definition
        Réticences > Crainte > Du patient,Fine.
        Réticences > > Rien,
        """))
    assert (counts(report), [row for row, _reason in problems(report)]) == ((1, 0, 0), [3])
    with writer.store.reading() as session:
        export_codebook(session, tmp_path / "deep.csv")
    assert (tmp_path / "deep.csv").read_text(encoding="utf-8").startswith("path,definition,")
    other = build.project(tmp_path, title="Autre")
    with other.store:
        assert counts(import_codebook(other, tmp_path / "deep.csv")) == (3, 0, 0)


def test_memos_are_added_never_overwritten(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        target,name,text,start,quote
        project,,Journal.,,
        projet,,Suite.,,
        interview,Paul,Calme.,,
        code,Réticences > Crainte,À scinder ?,,
        participant,Paul,Discret.,,
        group,A,Petit.,,
        passage,Paul,À relire.,,voilà
        code,Rien,x,,
        interview,Paul,,,
        """)
    report = import_memos(writer, table)
    assert (counts(report), [row for row, _reason in problems(report)]) == ((7, 0, 0), [9, 10])
    with writer.store.reading() as session:
        assert len(memos.listed(session)) == 7
        export_memos(session, tmp_path / "back.csv")
    assert counts(import_memos(writer, tmp_path / "back.csv")) == (0, 0, 7)


def test_titles_and_days_of_memos_travel(writer: Writer, tmp_path: Path) -> None:
    passage = build.coded(writer, "Paul", "voilà", "Réticences")
    some: list[dict[str, Any]] = [
        {"text": "Rien de neuf.", "day": date(2026, 11, 22)}, {"text": "Rien de neuf.", "day": date(2026, 11, 23)},
        {"text": "", "title": "À faire"}, {"text": "Un", "target": "passage_id", "target_id": passage},
        {"text": "Deux", "title": "Plus tard", "target": "passage_id", "target_id": passage},
    ]
    for fields in some:
        writer.do(Label("do"), partial(memos.add, **fields))
    with writer.store.reading() as session:
        export_memos(session, tmp_path / "out.csv")
        before = [(row.title, row.day, row.text) for row in memos.listed(session)]
    assert counts(import_memos(writer, tmp_path / "out.csv")) == (0, 0, 4)
    for _memo in before:
        writer.undo()
    assert counts(import_memos(writer, tmp_path / "out.csv")) == (4, 0, 0)
    with writer.store.reading() as session:
        kept = [memo for memo in before if memo[2] != "Un"]  # which the table of codings holds
        assert sorted((row.title, str(row.day), row.text) for row in memos.listed(session)) == sorted(
            (title, str(day), text) for title, day, text in kept)


def test_a_title_joins_the_memo_that_the_codings_brought(writer: Writer, tmp_path: Path) -> None:
    passage = build.coded(writer, "Paul", "voilà", "Réticences")
    writer.do(Label("do"), lambda s: memos.write(s, text="Un", target="passage_id", target_id=passage))
    table = csv_file(tmp_path, """
        target,name,title,day,text,start,quote
        passage,Paul,Titre,,Un,,voilà
        interview,Paul,,2026-11-23,Non,,
        """)
    report = import_memos(writer, table)
    assert (counts(report), [row for row, _reason in problems(report)]) == ((0, 1, 0), [3])
    with writer.store.reading() as session:
        assert [(row.title, row.text) for row in memos.listed(session)] == [("Titre", "Un")]


def test_summaries(writer: Writer, tmp_path: Path) -> None:
    report = import_summaries(writer, csv_file(tmp_path, """
        interview,theme,code,text
        Paul,Réticences,,Un frein.
        Paul,Réticences,Crainte,"Peur, un peu."
        Paul,Réticences,Autre,x
        Paul,Réticences,,
        """))
    assert (counts(report), [row for row, _reason in problems(report)]) == ((2, 0, 0), [4, 5])
    with writer.store.reading() as session:
        export_summaries(session, tmp_path / "back.csv")
    assert counts(import_summaries(writer, tmp_path / "back.csv")) == (0, 0, 2)
    assert counts(import_summaries(writer, csv_file(tmp_path, """
        interview,theme,code,text
        Paul,Réticences,,Deux freins.
        """))) == (0, 1, 0)


def test_portraits(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        Entretien,texte
        Paul,"Parle peu, et juste."
        Personne,Absent.
        Paul,
        """)
    report = import_portraits(writer, table)
    assert counts(report) == (1, 0, 0)
    assert [row for row, _reason in problems(report)] == [3, 4]
    with writer.store.reading() as session:
        export_portraits(session, tmp_path / "back.csv")
    assert counts(import_portraits(writer, tmp_path / "back.csv")) == (0, 0, 1)
    assert counts(import_portraits(writer, csv_file(tmp_path, "interview,text\nPaul,Autre.\n"))) == (0, 1, 0)


def test_contradictions(writer: Writer, tmp_path: Path) -> None:
    build.code(writer, "Réticences > Confiance")
    table = csv_file(tmp_path, """
        un,autre,note
        Réticences > Confiance,Réticences > Crainte,Deux moments ?
        Réticences > Crainte,Réticences > Confiance,Deux moments ?
        Réticences,Réticences > Crainte,
        Réticences > Rien,Réticences > Crainte,
        """)
    report = import_contradictions(writer, table)
    assert counts(report) == (1, 0, 1)
    assert [row for row, _reason in problems(report)] == [4, 5]
    with writer.store.reading() as session:
        export_contradictions(session, tmp_path / "back.csv")
    assert (tmp_path / "back.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "one,other,note", "Réticences > Crainte,Réticences > Confiance,Deux moments ?"]
    assert counts(import_contradictions(writer, tmp_path / "back.csv")) == (0, 0, 1)


def test_the_guide(writer: Writer, tmp_path: Path) -> None:
    report = import_guide(writer, csv_file(tmp_path, """
        section,question,theme
        Parcours,Comment êtes-vous arrivé là ?,
        Freins,Qu’est-ce qui retient ?,Réticences
        Freins,,
        Freins,Et puis ?,Inconnu
        """))
    assert (counts(report), [row for row, _reason in problems(report)]) == ((2, 0, 0), [4, 5])
    with writer.store.reading() as session:
        export_guide(session, tmp_path / "back.csv")
    assert counts(import_guide(writer, tmp_path / "back.csv")) == (0, 0, 2)

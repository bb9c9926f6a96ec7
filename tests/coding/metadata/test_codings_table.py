# SPDX-License-Identifier: GPL-3.0-or-later
"""Codings as a table: where quotes are found, which rows fail, and that none is lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import codebook, corpus, passage_memos
from coding.changes import Label, Writer
from coding.check import check
from coding.intake.reader import read_transcript
from coding.language import _
from coding.metadata import sheets
from coding.metadata.codings_table import export_codings, import_codings
from models.interview import Interview
from models.passage import Coding, Passage
from models.project import Coder
from tests import build
from tests.coding.metadata.tables import counts, csv_file, problems


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [
        ("Q", "Et l’équipe ?"), ("Paul", "Oui. Au début, non. Oui."), ("Q", "Pourquoi ?"), ("Paul", "La peur. Oui.")])
    build.code(made, "Réticences > Crainte > Du patient")
    with made.store:
        yield made


def found(writer: Writer) -> list[tuple[int, str, str, str]]:
    """(start, quote, code path, coder) of every coding, in order."""
    with writer.store.reading() as session:
        book = codebook.read(session)
        return sorted(
            (start, quote, book.path_text(code), coder) for start, quote, code, coder in session.execute(
                select(Passage.start, Passage.quote, Coding.code_id, Coder.name)
                .join(Coding, Coding.passage_id == Passage.id).join(Coder, Coder.id == Coding.coder_id)))


def test_each_rule_of_the_contract(writer: Writer, tmp_path: Path) -> None:
    report = import_codings(writer, csv_file(tmp_path, """
        interview,quote,theme,code,turn,start,coder,memo
        Paul,La peur.,Réticences,Crainte,,,,
        Paul,La peur.,Réticences,,,,,
        Paul,La peur.,Réticences,Crainte > Du patient,,,Ana,Central.
        Paul,La peur.,Réticences,Crainte,,,,
        Paul,Oui.,Réticences,Crainte,,,,
        Paul,Oui.,Réticences,Crainte,4,,,
        Paul,Oui.,Réticences,Crainte,,25,,
        Paul,Oui.,Réticences,Crainte,,24,,
        Paul,Pourquoi ?,Réticences,Crainte,4,,,
        Paul,Pourquoi ?,Réticences,Crainte,9,,,
        Paul,la peur.,Réticences,Crainte,,,,
        Paul,La peur.,Statut,,,,,
        Paul,La peur.,Réticences,Statut,,,,
        Jean,La peur.,Réticences,,,,,
        Paul,,Réticences,,,,,
        Paul,La peur.,,Crainte,,,,
        Paul,La peur.,Réticences,,deux,,,
        """))
    assert counts(report) == (5, 0, 1)
    expected = {
        6: "several places", 9: "does not stand at 24", 10: "not in turn 4", 11: "no turn 9",
        12: "not in the transcript", 13: "no theme “Statut”", 14: "no code “Statut”", 15: "no interview “Jean”",
        16: "no quote", 17: "name a theme", 18: "not a whole number",
    }
    assert [row for row, _reason in problems(report)] == list(expected)
    assert all(part in reason for (_row, reason), part in zip(problems(report), expected.values(), strict=True))
    text = "Q : Et l’équipe ?\nPaul : Oui. Au début, non. Oui.\nQ : Pourquoi ?\nPaul : La peur. Oui."
    own = _("Coder 1")
    peur, crainte = text.index("La peur."), "Réticences > Crainte"
    assert found(writer) == [
        (25, "Oui.", crainte, own), (peur, "La peur.", "Réticences", own),
        (peur, "La peur.", crainte, own), (peur, "La peur.", f"{crainte} > Du patient", "Ana"),
        (text.rindex("Oui."), "Oui.", crainte, own)]


def test_the_same_table_twice_changes_nothing_and_undo_takes_it_back(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        entretien;citation;chemin;memo
        Paul;La peur.;Réticences > Crainte > Du patient;À voir.
        Paul;Et l’équipe ?;Réticences;
        """)
    assert counts(import_codings(writer, table)) == (2, 0, 0)
    assert counts(import_codings(writer, table)) == (0, 0, 2)
    changed = csv_file(tmp_path, "interview,quote,path,memo\nPaul,La peur.,Réticences > Crainte > Du patient,Vu.")
    assert counts(import_codings(writer, changed)) == (0, 1, 0)
    with writer.store.reading() as session:
        assert list(passage_memos.texts(session, 1).values()) == ["Vu."]
    writer.undo()
    writer.undo()
    assert found(writer) == []
    assert check(writer.store).ok


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_exported_is_read_back(writer: Writer, tmp_path: Path, suffix: str) -> None:
    build.coded(writer, "Paul", "Oui. Au début", "Réticences > Crainte", "Réticences")
    build.coded(writer, "Paul", "non. Oui.\nQ : Pourquoi ?\nPaul : La", "Réticences > Crainte > Du patient")
    with writer.store.reading() as session:
        export_codings(session, tmp_path / f"back{suffix}")
    before = found(writer)
    assert counts(import_codings(writer, tmp_path / f"back{suffix}")) == (0, 0, 3)
    while writer.undo_label and writer.undo_label.key == "build":
        if not found(writer):
            break
        writer.undo()
    build.code(writer, "Réticences > Crainte > Du patient")
    assert counts(import_codings(writer, tmp_path / f"back{suffix}")) == (3, 0, 0)
    assert found(writer) == before


WORDS = st.text(st.sampled_from("aeé\u0301o 😀👩🏽‍⚕️\u00a0\u202f«»œŒ\r\n’"), min_size=1, max_size=40)


@settings(max_examples=25)
@given(turns=st.lists(WORDS.filter(lambda text: text.strip() != ""), min_size=2, max_size=5), data=st.data())
def test_offsets_survive_whatever_the_text_holds(
    tmp_path_factory: pytest.TempPathFactory, turns: list[str], data: st.DataObject
) -> None:
    """A text as files have it (BOM, CRLF, decomposed accents, emoji): each quote lands on its words."""
    folder = tmp_path_factory.mktemp("offsets")
    raw = "\r\n".join(f"{label}\u00a0: mot{n} {' '.join(words.split())} fin{n}." for n, (label, words) in enumerate(
        zip(["Marie", "Jean"] * len(turns), turns, strict=False)))
    (folder / "t.txt").write_bytes(raw.encode("utf-8-sig"))
    writer = build.project(folder)
    with writer.store:
        writer.do(Label("x"), lambda s: corpus.add_transcript(s, read_transcript(folder / "t.txt")))
        build.code(writer, "T")
        with writer.store.reading() as session:
            text = session.scalars(select(Interview.text)).one()
        assert text == unicodedata.normalize("NFC", raw).replace("\r\n", "\n")
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        quote = text[start:end].strip()
        start = text.index(quote, start) if quote else start
        sent = unicodedata.normalize("NFD", quote).replace("\n", "\r\n")
        sheets.write(folder / "c.csv", ("interview", "quote", "theme", "start"), [("t", sent, "T", start)])
        report = import_codings(writer, folder / "c.csv")
        assert report.ok == bool(quote)
        assert [(row[0], row[1]) for row in found(writer)] == ([(start, quote)] if quote else [])
        assert check(writer.store).ok


def test_strong_quotes_travel(writer: Writer, tmp_path: Path) -> None:
    table = csv_file(tmp_path, """
        interview,quote,theme,code,strong
        Paul,La peur.,Réticences,,oui
        """)
    assert counts(import_codings(writer, table)) == (1, 0, 0)
    with writer.store.reading() as session:
        export_codings(session, tmp_path / "back.csv")
        assert [row.quote for row in session.scalars(select(Passage).where(Passage.is_strong))] == ["La peur."]
    assert counts(import_codings(writer, tmp_path / "back.csv")) == (0, 0, 1)
    unmarked = csv_file(tmp_path, "interview,quote,theme,code,strong\nPaul,La peur.,Réticences,,\n")
    assert counts(import_codings(writer, unmarked)) == (0, 0, 1), "a table that says nothing takes nothing away"

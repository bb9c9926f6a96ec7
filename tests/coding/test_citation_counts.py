# SPDX-License-Identifier: GPL-3.0-or-later
"""How often each participant is cited, and where."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from coding import citation_counts, citations, exports, passages, quotes
from coding.changes import Label, Writer
from coding.citation_counts import never
from tests import build

X = Label("x")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Paul speaks in two interviews, once with Léa; Zoé is never cited; a voice is nobody’s. What Paul
    says by himself is not to be cited, nor what holds it."""
    made = build.project(tmp_path)
    build.code(made, "Réticences")
    people = {"Paul": "pair", "Léa": "cadre"}
    build.interview(made, "Un", [("Q", "Et ?"), ("Paul", "Je ne sais pas."), ("Léa", "Moi non plus.")], people=people,
                    groups=["A"])
    build.interview(made, "Deux", [("Paul", "On verra bien."), ("X", "Sans doute.")], people={"Paul": "pair"},
                    groups=["A", "B"])
    build.interview(made, "Trois", [("Zoé", "Jamais.")], people={"Zoé": "infirmière"})
    build.coded(made, "Un", "Je ne sais pas.\nLéa : Moi non plus.", "Réticences")
    build.coded(made, "Un", "Je ne sais pas.", "Réticences")
    for title, words in (("Deux", "On verra bien."), ("Deux", "Sans doute."), ("Trois", "Jamais.")):
        build.coded(made, title, words, "Réticences")
    with made.store.reading() as session:
        both, alone, later, *_others = quotes.find(session, order="interview")
    if len(both.voices) == 1:
        both, alone = alone, both
    made.do(X, lambda s: citations.write(s, both.passage_id, cited_in=("Chapitre 10", "Chapitre 2")))
    made.do(X, lambda s: citations.write(s, later.passage_id, cited_in=("Chapitre 2",)))
    made.do(X, lambda s: citations.write(s, alone.passage_id, is_withheld=True))
    made.do(X, lambda s: passages.mark_strong(s, passage_id=alone.passage_id, strong=True))
    yield made
    made.store.close()


def test_each_voice_of_a_passage_is_cited_and_the_total_counts_it_once(writer: Writer) -> None:
    with writer.store.reading() as session:
        counts = citation_counts.read(session)
    assert counts.chapters == ("Chapitre 2", "Chapitre 10")
    found = {row.name: (row.passages, row.strong, row.withheld, row.cited, row.chapters) for row in counts.participants}
    assert found == {"Paul": (3, 1, 2, 2, (2, 1)), "Léa": (1, 0, 1, 1, (1, 1)), "Zoé": (1, 0, 0, 0, (0, 0)),
                     "X": (1, 0, 0, 0, (0, 0))}
    assert counts.participants[0].within == ("Un", "Deux")
    assert never(counts.participants) == ("Zoé", "X")
    assert [(row.name, row.passages, row.cited) for row in counts.interviews] == [
        ("Un", 2, 1), ("Deux", 2, 1), ("Trois", 1, 0)]
    assert [(row.name, row.passages, row.chapters) for row in counts.groups] == [("A", 4, (2, 1)), ("B", 2, (1, 0))]
    assert (counts.total.passages, counts.total.cited, counts.total.chapters) == (5, 2, (2, 1))


def test_they_leave_as_a_spreadsheet_and_as_csv(writer: Writer, tmp_path: Path) -> None:
    with writer.store.reading() as session:
        exports.citations(session, tmp_path / "c.csv")
        exports.citations(session, tmp_path / "c.xlsx")
    rows = list(csv.reader((tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][-2:] == ["Chapitre 2", "Chapitre 10"]
    assert len(rows) == 1 + 4 + 3 + 2
    assert rows[1][1:] == ["Paul", "Un; Deux", "3", "1", "2", "2", "2", "1"]
    book = load_workbook(tmp_path / "c.xlsx")
    assert len(book.worksheets) == 4
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["Paul", "Un; Deux", 3, 1, 2, 2, 2, 1]
    assert sheet.cell(sheet.max_row, 3).value == 5

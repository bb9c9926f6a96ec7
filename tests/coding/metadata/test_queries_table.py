# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved queries and quotes as cited, out as tables and back: the same, by name, in another project too."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coding import citations, saved_queries
from coding.changes import Writer
from coding.citations import Cited
from coding.metadata.citations_table import export_citations, import_citations
from coding.metadata.queries_table import COLUMNS, export_queries, import_queries
from coding.quotes import Meets, Query
from tests import build

SAVED = {
    "Peurs": Query((2, 3), strong=True, meets=(Meets("near", (2, 3), 4), Meets("before", (4,), 2, absent=True)),
                   words="peur « le statut »"),
    "Tout ; rien": Query(),
    "Qui": Query((), (1,), (1, 2), (1,), where=(("Métier", "pair = aidant"),), passage_ids=(1, 3), all_code_ids=(1, 4),
                 without_code_ids=(3,), participant_ids=(2,), asks=False, memo=True, cited=False, withheld=True),
}


def made(folder: Path, *, turned: bool = False) -> Writer:
    """A project; ``turned``: the same with other ids."""
    folder.mkdir(exist_ok=True)
    writer = build.project(folder)
    if turned:
        build.code(writer, "Autre")
    for title in ("Paul", "Nora 1")[:: -1 if turned else 1]:
        build.interview(writer, title, [("Q", "Et alors ?"), (title, "Une peur. Le statut.")], people={title: "pair"},
                        groups=["Pairs"], attributes={"Métier": "pair"})
    build.coded(writer, "Paul", "Une peur.", "Réticences > Crainte")
    build.coded(writer, "Nora 1", "Une peur.", "Réticences > Peur")
    build.coded(writer, "Nora 1", "Le statut.", "Statut")
    return writer


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    found = made(tmp_path / "one")
    for name, query in SAVED.items():
        found.do(build.BUILD, partial(saved_queries.save, name=name, query=query))
    yield found
    found.store.close()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_queries_come_back_in_another_project(tmp_path: Path, writer: Writer, suffix: str) -> None:
    out, again = tmp_path / f"queries{suffix}", tmp_path / f"again{suffix}"
    with writer.store.reading() as session:
        export_queries(session, out)
    assert import_queries(writer, out).unchanged == len(SAVED)
    other = made(tmp_path / "two", turned=True)
    assert import_queries(other, out).added == len(SAVED)
    with other.store.reading() as session:
        assert [saved.gone for saved in saved_queries.listed(session)] == [0, 0, 0]
        assert saved_queries.named(session, "Peurs").query.code_ids != SAVED["Peurs"].code_ids
        export_queries(session, again)
    back = made(tmp_path / "three")
    import_queries(back, again)
    with back.store.reading() as session:
        assert {saved.name: saved.query for saved in saved_queries.listed(session)} == SAVED
    other.store.close()
    back.store.close()


def test_a_query_of_which_a_row_fails_stays_as_it_was(tmp_path: Path, writer: Writer) -> None:
    rows = [("Peurs", "strong", "yes"), ("Peurs", "code", "Inconnu"), ("Neuve", "memo", "oui"), ("Neuve", "sung", ""),
            ("", "memo", "yes"), ("Bonne", "where", "Métier=pair"), ("Bonne", "passage", "Paul 0-1")]
    path = tmp_path / "queries.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS[:3], *rows, ("Seule", "code", "Statut")])
    report = import_queries(writer, path)
    assert [problem.row for problem in report.problems] == [3, 5, 6, 8]
    assert (report.added, report.updated) == (1, 0)
    with writer.store.reading() as session:
        found = {saved.name: saved.query for saved in saved_queries.listed(session)}
    assert found == {**SAVED, "Seule": Query((4,))}


def test_quotes_as_cited_come_back(tmp_path: Path, writer: Writer) -> None:
    def act(session: Session) -> None:
        citations.write(session, 1, text="Une […] peur.", cited_in=["Chapitre 2", "Conclusion"])
        citations.write(session, 3, is_withheld=True)

    writer.do(build.BUILD, act)
    with writer.store.reading() as session:
        export_citations(session, tmp_path / "out.csv")
    assert import_citations(writer, tmp_path / "out.csv").unchanged == 2
    writer.undo()
    assert import_citations(writer, tmp_path / "out.csv").added == 2
    with writer.store.reading() as session:
        assert citations.by_passage(session) == {
            1: Cited("Une […] peur.", False, ("Chapitre 2", "Conclusion")), 3: Cited("", True, ())}


def test_a_citation_of_nothing_coded_is_refused(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "out.csv"
    path.write_text("interview,quote,text,withheld,cited_in\nPaul,Le statut.,,yes,\n", encoding="utf-8")
    assert [problem.row for problem in import_citations(writer, path).problems] == [2]

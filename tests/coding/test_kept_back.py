# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not to be cited is in no byte of any export of quotes, however they are laid out; nor is a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import (
    citations,
    codebook,
    contradictions,
    examples,
    exports,
    memo_links,
    memos,
    nuances,
    passages,
    saved_queries,
)
from coding.changes import Label, Writer
from coding.fold import fold
from coding.quotes import Query
from coding.relations import exports as relations
from coding.reports.quote_layout import Layout
from coding.saturation import Parameters
from coding.searching import leaving, lines, places
from coding.searching.query import Sought, terms
from models.interview import Interview
from models.passage import Passage
from tests import build
from tests.coding.pseudonyms.traces import traces

ACT = Label("act")
SECRET = ("zorglubine", "quasimodesque", "plumbagotin", "krapouchnik", "brindezingue")
SAID = ("Je le dis : la peur zorglubine. Puis la peur encore." + 9 * " Tout simplement, on verra bien."
        + " La peur du lendemain.")
KINDS = ("passage", "code", "interview", "project")
SOUGHT = Sought(*terms("peur"), line="peur")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """One passage withheld, one that overlaps it, one of a withheld interview, one whose text as cited is a draft; all
    of them strong, all of them examples, with memos and links."""
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Et ?"), ("Paul", SAID), ("Paul", "La peur ordinaire.")],
                    people={"Paul": "pair aidant"}, groups=["A"])
    build.interview(made, "Inès", [("Q", "Et ?"), ("Inès", "La peur quasimodesque.")], people={"Inès": "cadre"},
                    groups=["A"])
    code, other = build.code(made, "Freins > Peur"), build.code(made, "Freins > Calme")
    keys = [build.coded(made, title, words, "Freins > Peur", "Freins > Calme") for title, words in (
        ("Paul", "la peur zorglubine."), ("Paul", "zorglubine. Puis la peur"), ("Inès", "La peur quasimodesque."),
        ("Paul", "La peur ordinaire."))]

    def mark(session: Session) -> None:
        citations.write(session, keys[0], is_withheld=True, text="la peur plumbagotin", cited_in=["Chapitre 1"])
        citations.write(session, keys[3], text="la peur krapouchnik")
        ines = session.scalars(select(Interview).where(Interview.title == "Inès")).one()
        citations.withhold_interview(session, ines.id, True)
        ines.portrait = f"Elle dit {memo_links.to_passages(session, [keys[2]])[0].source}."
        theme = codebook.get(session, code).parent_id
        for key in keys:
            passages.mark_strong(session, passage_id=key, strong=True)
            passages.write_memo(session, passage_id=key, text="Une note.")
            examples.use(session, code_id=code, passage_id=key)
            assert theme is not None
            nuances.answer(session, theme, key, True, "un mot")
        links = memo_links.to_passages(session, keys)
        memos.write(session, text=" ".join(link.source for link in links), target="code_id", target_id=code)
        contradictions.mark(session, code, other)
        saved_queries.save(session, "Tout", Query(code_ids=(code,)))

    made.do(ACT, mark)
    yield made
    made.store.close()


def _quotes(**layout: object) -> Callable[[Writer, Session, Path], None]:
    def write(_writer: Writer, session: Session, out: Path) -> None:
        for ending in exports.QUOTES:
            exports.quotes(session, out / f"quotes{ending}", Query(), layout=Layout(**layout))  # type: ignore[arg-type]

    return write


def _annexes(_writer: Writer, session: Session, out: Path) -> None:
    for ending in exports.CODEBOOK:
        exports.codebook(session, out / f"codebook{ending}")
    for ending in exports.MEMOS:
        exports.memos(session, out / f"memos{ending}", KINDS)  # type: ignore[arg-type]
    for ending in exports.CITATIONS:
        exports.citations(session, out / f"citations{ending}")


def _reports(_writer: Writer, session: Session, out: Path) -> None:
    from coding.profiles import reading

    found = reading.profiles(session, list(session.scalars(select(Interview.id))))
    exports.profiles(session, out / "profiles.docx", found)
    exports.saturation(session, out / "saturation.docx", parameters=Parameters())


def _elsewhere(writer: Writer, _session: Session, out: Path) -> None:
    for ending in leaving.CONCORDANCE:
        leaving.concordance(writer.store.path, out / f"concordance{ending}", SOUGHT, "corpus")
    for ending in relations.TABLES:
        relations.contradictory(writer.store.path, out / f"contradictory{ending}", None, None)


WAYS = {
    "by theme": _quotes(), "by interview": _quotes(grouping="interview"), "by query": _quotes(grouping="query"),
    "in tables": _quotes(form="table", definitions=True), "by turn": _quotes(pattern="{quote} ({turn})"),
    "annexes": _annexes, "reports": _reports, "elsewhere": _elsewhere,
}


@pytest.mark.parametrize("way", WAYS)
def test_no_byte_says_what_is_not_to_be_cited(way: str, writer: Writer, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with writer.store.reading() as session:
        WAYS[way](writer, session, out)
    assert traces(out, SECRET) == []
    if way != "annexes":
        assert traces(out, ["peur"]), "the test can fail"


def test_the_concordance_keeps_what_may_be_cited_and_says_what_it_kept_back(writer: Writer, tmp_path: Path) -> None:
    leaving.concordance(writer.store.path, tmp_path / "c.csv", SOUGHT, "corpus")
    said = fold((tmp_path / "c.csv").read_text("utf-8-sig"))
    assert len(said.splitlines()) == 3 and "ordinaire" in said and "lendemain" in said
    with writer.store.reading() as session:
        hits = lines.lines(session, [
            place for some in places.walk(session, SOUGHT, (1, 2)) for place in some])
        texts = {row.id: row.text for row in session.scalars(select(Interview))}
        assert len(hits) == 5
    for hit in hits:
        assert f"{hit.before}{hit.found}{hit.after}" == " ".join(texts[hit.interview_id][hit.low : hit.high].split())


def test_once_it_may_be_cited_again_it_leaves(writer: Writer, tmp_path: Path) -> None:
    def free(session: Session) -> None:
        for key in session.scalars(select(Passage.id)):
            citations.write(session, key, is_withheld=False)
        for row in session.scalars(select(Interview)):
            citations.withhold_interview(session, row.id, False)

    writer.do(ACT, free)
    with writer.store.reading() as session:
        exports.quotes(session, tmp_path / "q.md", Query())
    assert {name for trace in traces(tmp_path, SECRET[:2]) if trace.startswith("q.md")
            for name in [trace.split(": ")[1]]} == set(SECRET[:2])

# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import codebook, examples, memos
from coding.changes import Writer
from coding.exports_log import GONE
from coding.pseudonyms.at_a_glance import reachable
from coding.pseudonyms.held import held_by, quoted
from coding.pseudonyms.identity import Place
from models.cleared_form import ClearedForm
from models.interview import Interview
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Où ?"), ("Paul", "À paul@exemple.org, ou au 06 12 34 56 78.")])
    build.interview(made, "Léa", [("Q", "Où ?"), ("Léa", "Toujours paul@exemple.org, et www.exemple.org/lea.")])
    build.code(made, "Peur", definition="Écrire à equipe@exemple.org.")
    made.do(build.BUILD, lambda session: memos.add(session, text="Rappeler le 01 98 76 54 32."))
    yield made
    made.store.close()


def found(writer: Writer, what: str, *interviews: int) -> set[str]:
    with writer.store.reading() as session:
        return set(reachable(session, what, interviews))


def test_a_whole_project_may_hold_anything(writer: Writer) -> None:
    assert found(writer, "qdpx") == {
        "paul@exemple.org", "06 12 34 56 78", "www.exemple.org/lea", "equipe@exemple.org", "01 98 76 54 32"}


def test_a_file_holds_what_its_kind_takes(writer: Writer) -> None:
    assert found(writer, "codebook") == {"equipe@exemple.org"}
    assert not found(writer, "participants")


def test_a_codebook_holds_the_passages_that_are_its_examples_and_no_others(writer: Writer) -> None:
    passage = build.coded(writer, "Léa", "et www.exemple.org/lea", "Peur")
    build.coded(writer, "Paul", "06 12 34 56 78", "Peur")
    writer.do(build.BUILD, lambda session: examples.use(
        session, code_id=codebook.read(session).themes[0].id, passage_id=passage))
    assert found(writer, "codebook") == {"equipe@exemple.org", "www.exemple.org/lea"}
    with writer.store.reading() as session:
        holds = held_by("codebook", spans=quoted(session, "codebook"))
        text = session.scalars(select(Interview.text).where(Interview.title == "Léa")).one()

    def at(words: str) -> Place:
        return Place("interview", 2, "text", text.index(words), text.index(words) + len(words), words, "", "")

    assert holds(at("exemple.org/lea")) and not holds(at("Toujours"))


def test_a_file_holds_the_words_of_its_interviews(writer: Writer) -> None:
    assert "06 12 34 56 78" not in found(writer, "quotes", 2) and "www.exemple.org/lea" in found(writer, "quotes", 2)
    assert "paul@exemple.org" not in found(writer, "quotes", GONE)


def test_what_was_cleared_is_not_pointed_out(writer: Writer) -> None:
    writer.do(build.BUILD, lambda session: session.add(ClearedForm(form="paul@exemple.org", reason="kept")))
    assert "paul@exemple.org" not in found(writer, "qdpx")

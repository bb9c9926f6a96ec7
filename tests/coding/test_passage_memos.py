# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos of other authors stand beside the researcher's, and stay theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import memo_shelf, memos, passage_memos, passages
from coding.changes import Label, Writer
from coding.metadata.memos_table import export_memos, import_memos
from models.memo import Memo
from tests import build

ACT = Label("test")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Paul", "Une peur. Un secret.")])
    for words in ("Une peur.", "Un secret."):
        build.coded(made, "Paul", words, "Réticences")
    made.do(ACT, lambda s: memos.add(s, text="Vraiment ?", target="passage_id", target_id=1, author="Pr. Martin"))
    made.do(ACT, lambda s: passages.write_memo(s, passage_id=1, text="À voir."))
    yield made
    made.store.close()


def test_writing_ones_own_memo_leaves_theirs(writer: Writer) -> None:
    writer.do(ACT, lambda s: passages.write_memo(s, passage_id=1, text=""))
    with writer.store.reading() as session:
        assert passage_memos.read(session, 1) == ""
        assert [one.text for one in passage_memos.received(session, 1)] == ["Vraiment ?"]
        assert passage_memos.texts(session, own=True) == {}
        whole = passage_memos.whole(session, 1)
        assert whole.startswith("Vraiment ? (Pr. Martin, ")


def test_they_go_along_when_passages_become_one(writer: Writer) -> None:
    writer.do(ACT, lambda s: passage_memos.fold(s, 1, into=2))
    with writer.store.reading() as session:
        assert [one.text for one in passage_memos.received(session, 2)] == ["Vraiment ?"]
        assert passage_memos.read(session, 2) == "À voir."
        assert set(session.scalars(select(Memo.author))) == {"", "Pr. Martin"}


def test_their_name_is_told_among_memos_and_goes_through_the_table(writer: Writer, tmp_path: Path) -> None:
    path = tmp_path / "memos.csv"
    with writer.store.reading() as session:
        entry = next(one for one in memo_shelf.entries(session) if one.memo.author)
        assert memo_shelf.dates(entry.memo).startswith("Pr. Martin, ")
        assert memo_shelf.answers(entry, "martin")
        export_memos(session, path)
    assert not writer.do(ACT, lambda s: None)
    report = import_memos(writer, path)
    assert not report.problems
    with writer.store.reading() as session:
        assert len(session.scalars(select(Memo)).all()) == 2

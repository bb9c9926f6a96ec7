# SPDX-License-Identifier: GPL-3.0-or-later
"""Of which interview a memo speaks."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import memos
from coding.changes import Label
from coding.memos import MemoPlace
from models.passage import Passage
from tests import build


def test_a_memo_stands_on_its_interview_or_its_passage(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    nora = build.interview(writer, "Nora", [("Nora", "Je suis venue à pied.")])
    build.code(writer, "Marche")
    build.coded(writer, "Nora", "à pied", "Marche")
    made: list[int] = []

    def write(session: Session) -> None:
        passage = session.scalars(select(Passage.id)).one()
        made.append(memos.add(session, text="a", target="interview_id", target_id=nora))
        made.append(memos.add(session, text="b", target="passage_id", target_id=passage))
        memos.add(session, text="c")

    writer.do(Label("test"), write)
    with writer.store.reading() as session:
        assert memos.places(session) == {made[0]: MemoPlace(nora, False), made[1]: MemoPlace(nora, True)}
    writer.store.close()

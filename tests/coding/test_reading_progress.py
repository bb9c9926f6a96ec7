# SPDX-License-Identifier: GPL-3.0-or-later
"""How far each interview is read and coded, told by letters and kept in step with every act."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coding import passages, reading_progress
from coding.changes import Label, Writer
from coding.corpus import remove_interview
from coding.reading_progress import Progress, ProgressBook, is_progress, read
from models.errors import KnownError
from models.interview import Interview
from tests import build

ACT = Label("act")


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    """Two interviews."""
    made = build.project(tmp_path)
    build.interview(made, "Inès", [("Q", "Et alors ?"), ("Inès", "Dix lettres"), ("Q", "Oui ?"), ("Inès", "Rien")])
    build.interview(made, "Paul", [("Paul", "Je ne sais pas.")])
    return made


def of(writer: Writer, title: str) -> Progress:
    """The progress of an interview, read from the project."""
    with writer.store.reading() as session:
        found = session.query(Interview.id).where(Interview.title == title).scalar()
        return read(session)[found]


def test_nothing_is_read_at_first(writer: Writer) -> None:
    progress = of(writer, "Inès")
    assert (progress.said, progress.theirs, progress.turns) == (10 + 11 + 5 + 4, 11 + 4, 4)
    assert (progress.read_share, progress.coded_share, progress.read_turn, progress.coded_turn) == (0, 0, None, None)
    assert not progress.ended and progress.to_revisit == ()


def test_what_is_coded_counts_once_and_only_what_participants_say(writer: Writer) -> None:
    build.coded(writer, "Inès", "Dix", "Thème > Un")
    build.coded(writer, "Inès", "Dix lettres", "Thème > Deux")
    build.coded(writer, "Inès", "Et alors", "Thème > Un")
    progress = of(writer, "Inès")
    assert (progress.coded, progress.coded_turn) == (11, 2)


def test_a_passage_that_only_a_memo_keeps_is_not_coded(writer: Writer) -> None:
    from coding import memos

    passage, code_id = build.coded(writer, "Paul", "sais", "Thème > Un"), build.code(writer, "Thème > Un")

    def only_a_memo(session: Session) -> None:
        memos.write(session, target="passage_id", target_id=passage, text="noté")
        passages.uncode(session, passage_id=passage, code_id=code_id)

    assert of(writer, "Paul").coded == 4
    writer.do(ACT, only_a_memo)
    assert of(writer, "Paul").coded == 0


def test_reading_is_an_act_that_can_be_undone(writer: Writer) -> None:
    text = "Q : Et alors ?\nInès : Dix"
    change = writer.do(ACT, lambda s: reading_progress.read_up_to(s, 1, len(text)))
    assert is_progress(change)
    assert (of(writer, "Inès").read, of(writer, "Inès").read_turn) == (13, 2)
    writer.undo()
    assert of(writer, "Inès").read == 0
    writer.do(ACT, lambda s: reading_progress.read_up_to(s, 2, 10_000))
    assert of(writer, "Paul").ended


def test_turns_to_revisit(writer: Writer) -> None:
    assert is_progress(writer.do(ACT, lambda s: reading_progress.set_to_revisit(s, 1, 3, True)))
    assert of(writer, "Inès").to_revisit == (3,)
    assert not writer.do(ACT, lambda s: reading_progress.set_to_revisit(s, 1, 3, True))
    writer.undo()
    assert of(writer, "Inès").to_revisit == ()
    with pytest.raises(KnownError):
        writer.do(ACT, lambda s: reading_progress.set_to_revisit(s, 1, 99, True))


def test_the_book_follows_every_act(writer: Writer) -> None:
    book = ProgressBook()

    def same() -> bool:
        with writer.store.reading() as session:
            return dict(book.refreshed(session)) == read(session)

    assert same()
    build.coded(writer, "Paul", "sais", "Thème > Un")
    book.follow(writer.last)  # type: ignore[arg-type]
    assert same()
    for act in (
        lambda s: reading_progress.set_to_revisit(s, 1, 2, True), lambda s: reading_progress.read_up_to(s, 2, 12),
        lambda s: passages.resize(s, passage_id=1, start=8, end=14, coder_id=writer.coder_id or 0),
        lambda s: passages.remove(s, passage_id=1),
        lambda s: remove_interview(s, 1),
    ):
        book.follow(writer.do(ACT, act))
        assert same()
    for _n in range(5):
        book.follow(writer.undo())  # type: ignore[arg-type]
        assert same()

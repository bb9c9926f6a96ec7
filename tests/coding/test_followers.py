# SPDX-License-Identifier: GPL-3.0-or-later
"""What hangs on a passage or a code goes where it goes, and comes back by undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import citations, codebook, corpus, merging, passage_cuts, passages, quote_orders
from coding.changes import Label, Writer
from coding.citations import AS_IT_STANDS, Cited
from models.interview import Interview
from models.passage import Passage
from tests import build

ACT = Label("act")
FIRST, SECOND = "Je ne sais pas.", "On verra bien."
CODE = "Réticences > Crainte"


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Et alors ?"), ("Paul", f"{FIRST} {SECOND}")])
    for words in (FIRST, SECOND):
        build.coded(made, "Paul", words, CODE)
    yield made
    made.store.close()


def _cited(writer: Writer) -> dict[str, Cited]:
    with writer.store.reading() as session:
        return {session.get_one(Passage, key).quote: cited for key, cited in citations.by_passage(session).items()}


def _passage(writer: Writer, words: str) -> int:
    with writer.store.reading() as session:
        return session.scalars(select(Passage.id).where(Passage.quote == words)).one()


def _cite(writer: Writer, words: str, **said: object) -> None:
    key = _passage(writer, words)
    writer.do(ACT, lambda s: citations.write(s, key, **said))  # type: ignore[arg-type]


def test_a_passage_cited_as_it_stands_keeps_no_row(writer: Writer) -> None:
    _cite(writer, FIRST, text="Je sais pas.", is_withheld=True, cited_in=["Conclusion", " Conclusion", ""])
    assert _cited(writer) == {FIRST: Cited("Je sais pas.", True, ("Conclusion",))}
    _cite(writer, FIRST, text="", is_withheld=False, cited_in=[])
    assert _cited(writer) == {}
    writer.undo()
    assert _cited(writer) == {FIRST: Cited("Je sais pas.", True, ("Conclusion",))}


def test_joined_passages_keep_what_was_said_of_both(writer: Writer) -> None:
    _cite(writer, FIRST, text="Je sais pas.", cited_in=["Chapitre 2"])
    _cite(writer, SECOND, is_withheld=True, cited_in=["Conclusion", "Chapitre 2"])
    one, other = _passage(writer, FIRST), _passage(writer, SECOND)
    writer.do(ACT, lambda s: passage_cuts.join(s, passage_id=one, other_id=other))
    (joined,) = _cited(writer).values()
    assert (joined.text, joined.is_withheld) == ("Je sais pas.", True)
    assert set(joined.cited_in) == {"Chapitre 2", "Conclusion"}
    writer.undo()
    assert _cited(writer) == {FIRST: Cited("Je sais pas.", False, ("Chapitre 2",)),
                              SECOND: Cited("", True, ("Conclusion", "Chapitre 2"))}


def test_both_halves_of_a_passage_not_to_be_cited_are_not(writer: Writer) -> None:
    _cite(writer, FIRST, text="Je sais pas.", is_withheld=True, cited_in=["Conclusion"])
    key = _passage(writer, FIRST)
    with writer.store.reading() as session:
        middle = session.get_one(Passage, key).start + len("Je ne")
    writer.do(ACT, lambda s: passage_cuts.split(s, passage_id=key, at=middle))
    assert _cited(writer) == {"Je ne": Cited("Je sais pas.", True, ("Conclusion",)), "sais pas.": Cited("", True)}
    writer.undo()
    assert _cited(writer) == {FIRST: Cited("Je sais pas.", True, ("Conclusion",))}


def test_a_passage_that_goes_takes_it_along(writer: Writer) -> None:
    _cite(writer, FIRST, is_withheld=True)
    key = _passage(writer, FIRST)
    code = build.code(writer, CODE)
    writer.do(ACT, lambda s: passages.uncode(s, passage_id=key, code_id=code))
    assert _cited(writer) == {}
    writer.undo()
    assert _cited(writer) == {FIRST: Cited("", True)}


def test_an_order_by_hand_follows_a_merged_code_and_goes_with_a_deleted_one(writer: Writer) -> None:
    code, other = build.code(writer, CODE), build.code(writer, "Réticences > Peur")
    one, two = _passage(writer, FIRST), _passage(writer, SECOND)
    writer.do(ACT, lambda s: quote_orders.give(s, "code_id", code, [two, one]))
    writer.do(ACT, lambda s: quote_orders.give(s, "code_id", other, [one]))
    writer.do(ACT, lambda s: merging.merge(s, code, into=other))
    with writer.store.reading() as session:
        assert quote_orders.read(session, "code_id") == {other: [one, two]}
    writer.do(ACT, lambda s: codebook.remove(s, other))
    with writer.store.reading() as session:
        assert quote_orders.read(session, "code_id") == {}
    writer.undo()
    writer.undo()
    with writer.store.reading() as session:
        assert quote_orders.read(session, "code_id") == {code: [two, one], other: [one]}


def test_an_interview_that_goes_takes_its_order_along(writer: Writer) -> None:
    with writer.store.reading() as session:
        key = session.scalars(select(Interview.id)).one()
    writer.do(ACT, lambda s: quote_orders.give(s, "interview_id", key, [_passage(writer, FIRST)]))
    writer.do(ACT, lambda s: citations.withhold_interview(s, key, True))
    writer.do(ACT, lambda s: corpus.remove_interview(s, key))
    with writer.store.reading() as session:
        assert quote_orders.read(session, "interview_id") == {} and not citations.withheld_interviews(session)
    writer.undo()
    with writer.store.reading() as session:
        assert quote_orders.read(session, "interview_id") == {key: [_passage(writer, FIRST)]}
        assert citations.withheld_interviews(session) == {key}
        assert citations.read(session, _passage(writer, FIRST)) == AS_IT_STANDS

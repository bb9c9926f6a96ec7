# SPDX-License-Identifier: GPL-3.0-or-later
"""What was said around a quote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import quote_context
from coding.changes import Writer
from coding.quote_context import Context, Said
from models.errors import KnownError
from tests import build

TURNS = [("Q", "Et alors ?"), ("Paul", "Je ne sais pas.\nUne peur. Voilà."), ("Q", ""), ("Q", "Ah."), ("Paul", "Oui.")]
TEXT = "\n".join(f"{label} : {words}" for label, words in TURNS)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", TURNS, people={"Paul": "pair"})
    yield made
    made.store.close()


def around(writer: Writer, quote: str, turns: int = 1) -> Context:
    start = TEXT.index(quote)
    with writer.store.reading() as session:
        return quote_context.around(session, 1, start, start + len(quote), turns)


def test_the_rest_of_the_turn_then_the_turns_around(writer: Writer) -> None:
    asked, ah, oui = Said(1, "Q", True, "Et alors ?"), Said(4, "Q", True, "Ah."), Said(5, "Paul", False, "Oui.")
    own = Said(2, "Paul", False, "Je ne sais pas."), Said(2, "Paul", False, "Voilà.")
    assert around(writer, "Une peur.") == Context((asked, own[0]), (own[1], ah))
    assert around(writer, "Une peur.", 2) == Context((asked, own[0]), (own[1], ah, oui))
    assert around(writer, "Une peur.", 0) == Context((own[0],), (own[1],))
    assert around(writer, "Voilà.\nQ : \nQ : Ah.") == Context(
        (asked, Said(2, "Paul", False, "Je ne sais pas. Une peur.")), (oui,))


def test_a_whole_turn_has_its_neighbours(writer: Writer) -> None:
    assert [said.number for said in around(writer, "Ah.").before + around(writer, "Ah.").after] == [2, 5]
    assert around(writer, "Et alors ?").before == ()
    assert around(writer, "Oui.").after == ()
    assert around(writer, "Q : Et alors ?", 9) == around(writer, "Et alors ?", 9)


def test_a_label_alone_and_an_interview_that_is_gone(writer: Writer) -> None:
    low = TEXT.index("Q : Ah")
    with writer.store.reading() as session:
        found = quote_context.around(session, 1, low, low + 3)
    assert [said.number for said in (*found.before, *found.after)] == [2, 4]
    with writer.store.reading() as session, pytest.raises(KnownError):
        quote_context.around(session, 2, 0, 3)

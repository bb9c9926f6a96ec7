# SPDX-License-Identifier: GPL-3.0-or-later
"""A quote as cited whose source changed: never printed when it no longer holds, listed to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from coding import citations, citations_astray, passages, quotes
from coding.anchors import Edit
from coding.changes import Label, Writer
from coding.mending import correct
from coding.pseudonyms.replacing import replace
from coding.quotes import Quote
from tests import build
from tests.coding.pseudonyms.people import martine, named, orvault

X = Label("x")
SAID = "Je ne sais pas quoi dire de plus."


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.code(made, "Réticences")
    build.interview(made, "Paul", [("Q", "Et ?"), ("Paul", SAID)], people={"Paul": "pair"})
    key = build.coded(made, "Paul", SAID, "Réticences")
    made.do(X, lambda s: citations.write(s, key, text="Je ne sais pas […] de plus."))
    yield made
    made.store.close()


def _quotes(writer: Writer) -> list[Quote]:
    with writer.store.reading() as session:
        return quotes.find(session, order="interview")


def _astray(writer: Writer) -> list[str]:
    with writer.store.reading() as session:
        return [quote.cited.text for quote in citations_astray.find(session)]


def test_a_transcript_mended_sets_the_quote_aside_until_it_holds_again(writer: Writer) -> None:
    (quote,) = _quotes(writer)
    assert quote.printed == "Je ne sais pas […] de plus." and _astray(writer) == []
    at = quote.start + SAID.index("pas")
    writer.do(X, lambda s: correct(s, quote.interview_id, [Edit(at, at + 3, "plus")]))
    (mended,) = _quotes(writer)
    assert mended.printed == mended.plain == SAID.replace("pas", "plus")
    assert _astray(writer) == ["Je ne sais pas […] de plus."]
    writer.undo()
    assert _quotes(writer)[0].printed == "Je ne sais pas […] de plus." and _astray(writer) == []


def test_what_a_mend_does_not_touch_holds(writer: Writer) -> None:
    (quote,) = _quotes(writer)
    at = quote.start + SAID.index("quoi")
    writer.do(X, lambda s: correct(s, quote.interview_id, [Edit(at, at + 4, "que")]))
    assert _quotes(writer)[0].printed == "Je ne sais pas […] de plus."


def test_a_passage_resized_sets_the_quote_aside(writer: Writer) -> None:
    (quote,) = _quotes(writer)
    writer.do(X, lambda s: passages.resize(s, passage_id=quote.passage_id, start=quote.start, end=quote.end - 8))
    (cut,) = _quotes(writer)
    assert cut.printed == cut.plain and len(_astray(writer)) == 1


def test_a_pseudonym_replaced_is_replaced_in_the_quote_as_cited_which_still_holds(tmp_path: Path) -> None:
    writer = named(tmp_path)
    cited = {"La sœur de Martine Guilbaud": "La sœur [Marie, pas Martine] de […] Guilbaud",
             "MARTINE": "Martine [d’Orvault]", "Orvault ils disent": "[Orvault] Orvault […] disent"}
    before = {quote.passage_id: quote for quote in _quotes(writer)}
    for quote in before.values():
        if quote.plain in cited:
            writer.do(X, partial(citations.write, passage_id=quote.passage_id, text=cited[quote.plain]))
    assert _astray(writer) == []
    replace(writer, [martine(writer), orvault(writer)], None)
    parted = "La sœur [Marie, pas Hélène] de […] Guilbaud"  # the name was cut in two: not found, so not printed
    assert {quote.cited.text for quote in _quotes(writer) if quote.cited.text} == {
        parted, "Hélène [de [ville 1]]", "[[ville 1]] [ville 1] […] disent"}
    assert _astray(writer) == [parted]
    assert parted not in [quote.printed for quote in _quotes(writer)]
    writer.store.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that resemble the passages of a code: which are proposed, in which order, and which never again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import close_passages, corpus, dismissals, merging
from coding.changes import Label, Writer
from coding.close_passages import Found
from coding.saturation.novelty import plain_tokens
from coding.stretches import LONGEST, stretches
from coding.tfidf import weighed
from tests import build

ACT = Label("act")
CODE = "Réticences > Crainte"
SAID = "les soignants craignent de perdre leur poste"
LIKE = "plusieurs soignants craignent encore de perdre leur poste demain"
OTHER = "la voiture rouge du voisin dort devant notre maison"


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Anne", [("Q", LIKE), ("Anne", SAID), ("Anne", OTHER)])
    build.interview(made, "Basile", [("Q", "Et alors ?"), ("Basile", OTHER), ("Basile", LIKE), ("Basile", "poste")])
    build.coded(made, "Anne", SAID, CODE)
    yield made
    made.store.close()


def _found(writer: Writer, code: str = CODE) -> Found:
    with writer.store.reading() as session:
        material = close_passages.read(session, build.code(writer, code))
    return close_passages.rank(material, [tuple(plain_tokens(text)) for text in material.texts])


def test_what_resembles_comes_and_the_interviewer_and_the_coded_do_not(writer: Writer) -> None:
    found = _found(writer)
    assert [one.stretch.words for one in found.close] == [LIKE]
    assert found.close[0].nearest.source == SAID
    assert {"soignants", "poste", "perdre"} <= set(found.close[0].shared)
    assert not found.close[0].is_coded


def test_what_bears_another_code_is_told(writer: Writer) -> None:
    build.coded(writer, "Basile", "craignent encore", "Cadre > Équipe")
    assert [one.is_coded for one in _found(writer).close] == [True]


def test_the_codes_below_speak_for_their_theme(writer: Writer) -> None:
    assert [one.stretch.words for one in _found(writer, "Réticences").close] == [LIKE]


def test_nothing_is_proposed_for_a_code_without_passages(writer: Writer) -> None:
    build.code(writer, "Statut")
    assert _found(writer, "Statut") == Found((), 0, 0, 0)


def test_what_is_refused_does_not_come_back_until_it_is_taken_back(writer: Writer) -> None:
    one = _found(writer).close[0].stretch
    code = build.code(writer, CODE)
    change = writer.do(ACT, lambda s: dismissals.refuse(s, code, one.interview_id, f"  {one.words}\n"))
    assert (_found(writer).close, _found(writer).refused) == ((), 1)
    writer.undo()
    assert len(_found(writer).close) == 1
    writer.redo()
    writer.do(ACT, lambda s: dismissals.take_back(s, code, one.interview_id, one.words))
    assert len(_found(writer).close) == 1
    assert change.touches("dismissal")


def test_refusals_go_with_a_merged_code_and_with_an_interview(writer: Writer) -> None:
    one = _found(writer).close[0].stretch
    code, other = build.code(writer, CODE), build.code(writer, "Réticences > Peur")
    writer.do(ACT, lambda s: dismissals.refuse(s, code, one.interview_id, one.words))
    writer.do(ACT, lambda s: merging.merge(s, code, into=other))
    with writer.store.reading() as session:
        assert dismissals.refused(session, other) == {(one.interview_id, dismissals.words_hash(one.words))}
    writer.do(ACT, lambda s: corpus.remove_interview(s, one.interview_id))
    with writer.store.reading() as session:
        assert not dismissals.refused(session, other)


def test_texts_that_the_model_has_not_read_wait(writer: Writer) -> None:
    with writer.store.reading() as session:
        material = close_passages.read(session, build.code(writer, CODE))
    found = close_passages.rank(material, [None] * len(material.texts))
    assert (found.close, found.pending) == ((), len(material.texts))


def test_stretches_tile_what_those_who_answer_say(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    sentence = "Je vais au centre le lundi. "
    build.interview(writer, "Paul", [
        ("Q", "Et alors ? Oui."), ("Paul", (sentence * 40).strip()), ("Q", "Ah."), ("Paul", "Voilà.")])
    with writer.store.reading() as session:
        found = stretches(session)
    assert {one.turn for one in found} == {2, 4}
    assert "".join(one.words.replace(" ", "") for one in found if one.turn == 2) == (sentence * 40).replace(" ", "")
    assert all(one.end - one.start == len(one.words) <= LONGEST for one in found)
    assert all(one.words.endswith(".") for one in found)
    writer.store.close()


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_rows_have_unit_length_and_their_own_words(texts: list[list[str]]) -> None:
    rows = weighed(texts)
    for n, words in enumerate(texts):
        low, high = rows.starts[n], rows.starts[n + 1]
        assert {rows.names[place] for place in rows.words[low:high]} == set(words)
        assert np.isclose((rows.weights[low:high] ** 2).sum(), 1 if words else 0)


@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=4))
def test_the_weights_are_those_of_rocchio_computed_plainly(open_texts: list[list[str]], coded: list[list[str]]) -> None:
    """Against dense rows and means, from the definition."""
    texts = [tuple(words) for words in (*open_texts, *coded) if words]
    first = sum(map(bool, open_texts))
    if not 0 < first < len(texts):
        return
    names = sorted({word for words in texts for word in words})
    table = np.array([[words.count(name) for name in names] for words in texts], float)
    table *= np.log((1 + len(texts)) / (1 + (table > 0).sum(0))) + 1
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    expected = dict(zip(names, table[first:].mean(0) - table[:first].mean(0), strict=True))
    found = close_passages.rows(texts)
    assert dict(zip(found.names, close_passages.typical(found, first), strict=True)) == pytest.approx(expected)

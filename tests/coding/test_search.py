# SPDX-License-Identifier: GPL-3.0-or-later
"""Search: whatever the accents and the case, on the right words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from coding.changes import Label
from coding.fold import fold, fold_with_offsets
from coding.searching.find import find
from models.interview import Interview, Turn
from tests import build


@given(st.text())
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    folded, origin = fold_with_offsets(text)
    assert len(origin) == len(folded) + 1
    assert origin == sorted(origin)
    for index, character in enumerate(folded):
        assert character in fold(text[origin[index]])


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs", "P"])))
def test_folding_by_character_is_folding_the_whole(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold_with_offsets(composed)[0] == "".join(fold(c) for c in composed)


def test_accents_case_ligatures_and_apostrophes_do_not_matter(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    build.interview(writer, "Inès", [
        ("Q", "Et à l’hôpital ?"), ("Inès", "😀 À l’Hôpital, ma sœur était là. L’équipe aussi, déjà."),
    ])
    with writer.store.reading() as session:
        text = session.query(Interview.text).scalar()
        for query, found in [("hopital", "hôpital"), ("HÔPITAL ma", "Hôpital, ma"), ("soeur", "sœur"),
                             ("l'equipe", "L’équipe"), ("equ", "équ"), ("deja", "déjà")]:
            hits = find(session, query)
            assert any(text[hit.start : hit.end] == hit.found for hit in hits), query
            assert found.split()[0].rstrip(",") in hits[-1].found or hits[0].found == found, query
        assert [hit.turn for hit in find(session, "hopital")] == [1, 2]
        assert find(session, "absent") == []
        for hostile in ("", "  ", '"', "a OR b", "l'", "NEAR(", "*", "-x", "col:x"):
            find(session, hostile)  # never a syntax error of the index
    writer.store.close()


def test_the_index_follows_removal_and_undo(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    build.interview(writer, "A", [("Q", "Alors ?"), ("A", "Une inquiétude.")])

    def shorten(session) -> None:  # type: ignore[no-untyped-def]
        session.delete(session.query(Turn).filter_by(number=2).one())

    def hits() -> int:
        with writer.store.reading() as session:
            return len(find(session, "inquietude"))

    assert hits() == 1
    writer.do(Label("x"), shorten)
    assert hits() == 0
    writer.undo()
    assert hits() == 1
    writer.store.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""How somebody's words and names are recognised in what others wrote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.consent.said import RUN, Names, Said, names_of, without

SPOKEN = "Au début, j’avais peur qu’on me voie comme un ancien malade."


def test_a_quote_is_found_whatever_its_accents_case_and_signs() -> None:
    said = Said([SPOKEN, "Voilà."])
    text = "Elle me dit : « J'AVAIS PEUR qu’on me voie comme un ancien… » et se tait."
    (span,) = said.quoted_in(text)
    assert text[slice(*span)] == "AVAIS PEUR qu’on me voie comme un ancien"
    assert said.quoted_in("j’avais peur qu’on me voie") == [], "elided words do not count: five may be a coincidence"
    assert said.holds("un ancien malade") and not said.holds("malade voilà") and not said.holds("")
    assert not said.holds("peur", least=2)


def test_words_in_a_row_are_of_one_turn() -> None:
    assert Said(["un deux trois", "quatre cinq six"]).quoted_in("un deux trois quatre cinq six") == []


def test_names_are_whole_words() -> None:
    names = Names(["Paul", "Paul Martin"])
    assert names.replaced("Paul, PAUL MARTIN et Pauline ; paul, d’Paul.", "[x]") == "[x], [x] et Pauline ; paul, d’[x]."


def test_initials_are_known_only_alone() -> None:
    names = Names(["L", "E7"])
    assert names.replaced("L’autre, l’E7.", "[x]") == "L’autre, l’[x]."
    assert names.replaced("L", "[x]") == "[x]"


def test_nobody_else_loses_their_name() -> None:
    assert names_of("Paul Martin", ["Paul", "E1"], ["Inès"]) == ("Paul Martin", "Paul")
    assert names_of("Paul Martin", ["Paul"], ["Paul Petit"]) == ("Paul Martin",)
    assert names_of("E7", ["E"], []) == ("E7",)


@given(st.lists(st.text("abe ", max_size=30), max_size=3), st.text("abe .", max_size=60))
def test_quotes_found_were_said(stretches: list[str], text: str) -> None:
    said = Said(stretches)
    for start, end in said.quoted_in(text):
        found = text[start:end].replace(".", " ").split()
        assert len(found) >= RUN and text[start].strip() and text[end - 1].strip()
    assert without(text, said.quoted_in(text), "").strip(" .abe") == ""

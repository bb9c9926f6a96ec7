# SPDX-License-Identifier: GPL-3.0-or-later
"""Which code a few letters call for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.coder.palette.ranking import rank
from coding.codebook import Codebook, CodeNode

NAMES = ("Réticences", "Crainte de l’inconnu", "Secret professionnel", "Œuvre collective", "Décret")


def book(names: Sequence[str] = NAMES, pin: dict[int, int] | None = None) -> Codebook:
    """A theme and codes below it."""
    return Codebook([CodeNode(n, str(n), None if n == 1 else 1, name, "#000000", "", n, "unknown", (pin or {}).get(n),
                              int(n > 1)) for n, name in enumerate(names, start=1)])


def names(typed: str, *, recent: Sequence[int] = (), uses: dict[int, int] | None = None) -> list[str]:
    """The names found, the likeliest first."""
    return [found.node.name for found in rank(book(), typed, recent=recent, uses=lambda key: (uses or {}).get(key, 0))]


def test_accents_and_case_do_not_count() -> None:
    assert names("RETI")[0] == "Réticences"
    assert names("oeuvre") == ["Œuvre collective"]
    assert names("l'inc") == ["Crainte de l’inconnu"]


def test_beginnings_come_before_middles_and_scattered_letters() -> None:
    assert names("cre")[:2] == ["Secret professionnel", "Décret"]
    assert names("pro") == ["Secret professionnel"]
    assert names("sp") == ["Secret professionnel"]
    assert names("zz") == []


@pytest.mark.parametrize("typed", ["scret", "secrt", "seecret", "sekret", "secert", "secret profesionel",
                                   "professionnel secret", "secret reticences", "retiences secret"])
def test_a_fault_or_another_order_of_words_still_finds(typed: str) -> None:
    assert names(typed)[0] == "Secret professionnel"


def test_what_is_typed_rightly_comes_before_what_is_not() -> None:
    shown = [found.node.name for found in rank(book(("Thème", "Secte", "Secret")), "secr", recent=[3, 2],
                                               uses=lambda _key: 0)]
    assert shown == ["Secret", "Secte"]


@given(st.sampled_from(NAMES), st.data())
def test_any_letter_may_be_missing_but_the_first(name: str, data: st.DataObject) -> None:
    word = max(name.replace("’", " ").split(), key=len)
    at = data.draw(st.integers(1, len(word) - 1))
    assert name in names(word[:at] + word[at + 1 :])


def test_recent_then_most_used_come_first() -> None:
    assert names("", recent=[4, 2])[:2] == ["Œuvre collective", "Crainte de l’inconnu"]
    assert names("", uses={5: 9})[0] == "Décret"


def test_a_digit_finds_its_code_first_and_codes_that_begin_with_it() -> None:
    three = book(("Temps", "3 mois d’essai", "Durée"), pin={3: 3})
    assert [found.node.name for found in rank(three, "3", recent=[2], uses=lambda _key: 0)] == ["Durée",
                                                                                               "3 mois d’essai"]


def test_a_path_narrows_to_its_theme() -> None:
    assert names("retic > dec")[0] == "Décret"
    assert names("statut > dec") == []


def test_matched_letters_are_those_of_the_name() -> None:
    found, = rank(book(), "oeu", recent=[], uses=lambda _key: 7)
    assert found.matched == (0, 1)
    assert found.above == "Réticences"
    assert found.uses == 7

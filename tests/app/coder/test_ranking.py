# SPDX-License-Identifier: GPL-3.0-or-later
"""Which code a few letters call for."""

from __future__ import annotations

from collections.abc import Sequence

from app.coder.ranking import rank
from coding.codebook import Codebook, CodeNode

NAMES = ("Réticences", "Crainte de l’inconnu", "Secret professionnel", "Œuvre collective", "Décret")


def book() -> Codebook:
    """A theme and four codes below it."""
    return Codebook([CodeNode(n, str(n), None if n == 1 else 1, name, "#000000", "", n, "unknown", None, int(n > 1))
                     for n, name in enumerate(NAMES, start=1)])


def names(typed: str, *, recent: Sequence[int] = (), uses: dict[int, int] | None = None) -> list[str]:
    """The names found, the likeliest first."""
    return [found.node.name for found in rank(book(), typed, recent=recent, uses=lambda key: (uses or {}).get(key, 0))]


def test_accents_and_case_do_not_count() -> None:
    assert names("RETI") == ["Réticences"]
    assert names("oeuvre") == ["Œuvre collective"]
    assert names("l'inc") == ["Crainte de l’inconnu"]


def test_beginnings_come_before_middles_and_scattered_letters() -> None:
    assert names("cre")[:2] == ["Secret professionnel", "Décret"]
    assert names("pro") == ["Secret professionnel"]
    assert names("sp") == ["Secret professionnel"]
    assert names("zz") == []


def test_recent_then_most_used_come_first() -> None:
    assert names("", recent=[4, 2])[:2] == ["Œuvre collective", "Crainte de l’inconnu"]
    assert names("", uses={5: 9})[0] == "Décret"


def test_a_path_narrows_to_its_theme() -> None:
    assert names("retic > dec")[0] == "Décret"
    assert names("statut > dec") == []


def test_matched_letters_are_those_of_the_name() -> None:
    found, = rank(book(), "oeu", recent=[], uses=lambda _key: 0)
    assert found.matched == (0, 1)
    assert found.above == "Réticences"

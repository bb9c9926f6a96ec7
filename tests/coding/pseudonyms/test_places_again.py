# SPDX-License-Identifier: GPL-3.0-or-later
"""Places are known again when the words around them moved or were replaced."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coding.pseudonyms.identity import Place
from coding.pseudonyms.places_again import places_again

TEXT = "Martine est venue, puis Martine est partie avec sa sœur. Un autre jour, Martine a téléphoné à son mari."


def places(text: str, form: str = "Martine") -> list[Place]:
    found, at = [], text.find(form)
    while at >= 0:
        end = at + len(form)
        found.append(Place("memo", 1, "text", at, end, form, text[max(0, at - 50) : at], text[end : end + 50]))
        at = text.find(form, end)
    return found


def test_words_around_may_move() -> None:
    before, after = places(TEXT), places("Un début. " + TEXT)
    assert places_again(before[1:2], after) == {after[1]}


def test_when_the_others_are_gone_what_is_left_is_it_whatever_stands_around() -> None:
    before = places(TEXT)
    (left,) = places("Hélène est venue, puis Martine. Fin.")
    assert places_again(before[1:2], [left]) == {left}


def test_another_column_form_or_row_is_another_place() -> None:
    (one, *_others) = places(TEXT)
    for other in (replace(one, table="code"), replace(one, row_id=2), replace(one, form="martine")):
        assert not places_again([one], [other])


def test_nothing_alike_is_not_known() -> None:
    (one, *_others) = places(TEXT)
    strangers = [replace(one, start=at, end=at + 7, before="xyz", after="zyx") for at in (300, 400)]
    assert not places_again([one], strangers)


@given(st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True), st.text(alphabet="abé ", max_size=30))
def test_as_many_are_known_again(chosen: list[int], added: str) -> None:
    before, after = places(TEXT), places(added + TEXT)
    assert places_again([before[n] for n in chosen], after) == {after[n] for n in chosen}

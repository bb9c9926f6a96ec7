# SPDX-License-Identifier: GPL-3.0-or-later
"""Spans stay on their words, whatever is replaced around them, in them or across their bounds."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coding.anchors import Anchors, Edit, differences
from coding.passage_bounds import trimmed

TEXTS = st.text(alphabet="abé 😀\u0301,’\n", max_size=16).map(lambda text: unicodedata.normalize("NFC", text))


def made(text: str, edits: list[Edit]) -> str:
    """The edits made one by one, the last first."""
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))[::-1]:
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(start, end, draw(st.text(alphabet="abé 😀,", max_size=6))) for start, end in pairs]


@given(TEXTS, TEXTS, st.integers(0, 5))
def test_differences_turn_the_one_text_into_the_other(old: str, new: str, at: int) -> None:
    found = differences(old, new, at)
    assert made("x" * at + old, found) == "x" * at + new
    assert all(low.end <= high.start for low, high in pairwise(found))


@given(edited())
def test_the_text_is_what_the_edits_make_of_it(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    anchors = Anchors(text, edits)
    assert anchors.text == unicodedata.normalize("NFC", made(text, edits))
    assert made(text, anchors.edits) == anchors.text
    for (start, end), edit in zip(anchors.replaced(), anchors.edits, strict=True):
        assert anchors.text[start:end] == edit.words


def spans(text: str) -> set[tuple[int, int]]:
    """Every span of a text that a passage could have."""
    every = (trimmed(text, start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1))
    return {(start, end) for start, end in every if start < end}


@given(edited())
def test_a_span_apart_from_every_edit_keeps_its_words(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assume(unicodedata.is_normalized("NFC", made(text, edits)))
    anchors = Anchors(text, edits)
    for start, end in spans(text):
        if all(end < edit.start or edit.end < start for edit in edits):
            low, high = anchors.span(start, end)
            assert anchors.text[low:high] == text[start:end]
            assert low - start == sum(len(edit.words) - (edit.end - edit.start) for edit in edits if edit.end < start)


@given(edited())
def test_a_span_stays_around_what_is_replaced_in_it(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assume(unicodedata.is_normalized("NFC", made(text, edits)))
    anchors = Anchors(text, edits)
    for start, end in spans(text):
        inside = [edit for edit in edits if start <= edit.start < edit.end <= end]
        if all(edit in inside or end < edit.start or edit.end < start for edit in edits):
            own = [Edit(edit.start - start, edit.end - start, edit.words) for edit in inside]
            words = made(text[start:end], own).strip()
            gone = not any(c.isalnum() for c in words) and any(c.isalnum() for c in text[start:end])
            assert anchors.text[slice(*anchors.span(start, end))] == ("" if gone else words)


@given(edited(), st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_bounds_keep_their_order(case: tuple[str, list[Edit]], offsets: list[int]) -> None:
    text, edits = case
    anchors = Anchors(text, edits)
    held = sorted(min(offset, len(text)) for offset in offsets)
    for bounds in ([anchors.start(offset) for offset in held], [anchors.end(offset) for offset in held]):
        assert bounds == sorted(bounds)
        assert bounds[0] >= 0 and bounds[-1] <= len(anchors.text)


@pytest.mark.parametrize(("old", "quote", "new", "expected"), [
    ("il est addicto ici", "addicto", "il est addict au ici", "addict au"),
    ("la maison bleue", "maison", "la maisons bleue", "maisons"),  # one goes on with the last word
    ("il va faire tout", "faire", "il va refaire tout", "refaire"),
    ("le chat noir dort", "chat noir", "le petit chat noir dort", "chat noir"),  # a word put before
    ("le chat noir dort", "chat noir", "le chat noir ne dort", "chat noir"),  # a word put after
    ("le chat noir dort", "chat noir", "le chat très noir dort", "chat très noir"),
    ("le chat noir dort", "noir dort", "le chien nu dort", "nu dort"),
    ("je vai a la mer hier", "vai a", "je vais à la mer hier", "vais à"),
    ("on ma dit sa alors", "sa alors", "on m’a dit ça, alors", "ça, alors"),
    ("il et parti", "il et", "il est parti tôt", "il est"),
    ("le tra|vailleur pair".replace("|", ""), "vailleur pair", "le travailleur paire", "vailleur paire"),
    ("un deux trois quatre", "deux", "un trois quatre", ""),
    ("un deux, trois", "deux,", "un, trois", ""),
])
def test_a_span_goes_with_its_words_through_a_whole_turn(old: str, quote: str, new: str, expected: str) -> None:
    start = old.index(quote)
    anchors = Anchors(old, differences(old, new))
    low, high = anchors.span(start, start + len(quote))
    assert anchors.text == new
    assert anchors.text[low:high] == expected


def test_a_bound_among_words_replaced_goes_where_the_words_match() -> None:
    old, new = "nous avons parler hier", "nous avions parlé hiers"
    edit = [Edit(0, len(old), new)]
    for word, found in (("avons parler", "avions parlé"), ("parler", "parlé"), ("parler hier", "parlé hiers")):
        start = old.index(word)
        low, high = Anchors(old, edit).span(start, start + len(word))
        assert new[low:high] == found


def test_an_accent_put_after_its_letter_becomes_one_with_it() -> None:
    anchors = Anchors("un ete ici", [Edit(4, 4, ""), Edit(6, 6, "\u0301")])
    assert anchors.text == "un eté ici"
    assert anchors.text[slice(*anchors.span(3, 6))] == "eté"


def test_two_edits_of_the_same_words_are_refused() -> None:
    with pytest.raises(ValueError, match="same words"):
        Anchors("un deux trois", [Edit(0, 5, "x"), Edit(3, 8, "y")])

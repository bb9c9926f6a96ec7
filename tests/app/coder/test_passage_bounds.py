# SPDX-License-Identifier: GPL-3.0-or-later
"""Bounds by characters, words and sentences, over labels, white space, emoji and combining marks."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.coder.passage.bounds import Bound, Unit, between_words, settled, snapped, stepped
from coding.transcripts import TranscriptText, TurnText

SAID = (
    ("Inès", "Au début 😀 c’était dur,\u00a0vraiment.  Et puis non. "),
    ("Q", "Et apre\u0301s 👩\u200d🔬 ?"), ("", "Rien.\n\nFin"),
)


def transcript() -> TranscriptText:
    text, turns = "", []
    for number, (label, words) in enumerate(SAID, start=1):
        said = f"{label} : " if label else ""
        start = len(text) + len(said)
        turns.append(TurnText(number, len(text), start, start + len(words), label, label == "Q", None))
        text += f"{said}{words}\n"
    return TranscriptText(1, "Inès", text, tuple(turns))


READ = transcript()
SPANS = st.tuples(st.integers(0, len(READ.text)), st.integers(0, len(READ.text))).map(lambda ends: settled(
    READ, min(ends), max(ends))).filter(bool)
UNITS, BOUNDS = st.sampled_from(get_args(Unit)), st.sampled_from(get_args(Bound))


def words(span: tuple[int, int] | None) -> str:
    return READ.text[slice(*span)] if span else ""


def span_of(quote: str) -> tuple[int, int]:
    start = READ.text.index(quote)
    return start, start + len(quote)


@given(span=SPANS, bound=BOUNDS, direction=st.sampled_from([-1, 1]), unit=UNITS)
def test_a_step_moves_one_bound_one_way_and_stays_on_words(
        span: tuple[int, int], bound: Bound, direction: int, unit: Unit) -> None:
    moved = stepped(READ, span, bound, direction, unit)
    assume(moved is not None)
    assert moved is not None
    assert settled(READ, *moved) == moved
    here = 0 if bound == "start" else 1
    assert moved[1 - here] == span[1 - here]
    assert (moved[here] - span[here]) * direction > 0


@given(span=SPANS, bound=BOUNDS, offset=st.integers(0, len(READ.text)), unit=UNITS)
def test_a_dragged_bound_stays_on_words_and_leaves_the_other(
        span: tuple[int, int], bound: Bound, offset: int, unit: Unit) -> None:
    moved = snapped(READ, span, bound, offset, unit)
    if moved is not None:
        assert settled(READ, *moved) == moved
        assert moved[1] == span[1] if bound == "start" else moved[0] == span[0]


@given(span=SPANS, bound=BOUNDS, unit=UNITS)
def test_steps_end(span: tuple[int, int], bound: Bound, unit: Unit) -> None:
    for direction in (-1, 1):
        moved: tuple[int, int] | None = span
        for _n in range(len(READ.text) + 1):
            moved = stepped(READ, moved, bound, direction, unit) if moved else None
        assert moved is None


@pytest.mark.parametrize(("quote", "bound", "direction", "unit", "expected"), [
    ("début", "end", 1, "character", "début 😀"),
    ("début 😀", "end", -1, "character", "début"),
    ("Et apr", "end", 1, "character", "Et apre\u0301"),
    ("après".replace("è", "e\u0301"), "end", 1, "word", "apre\u0301s 👩\u200d🔬"),
    ("apre\u0301s", "end", 1, "character", "apre\u0301s 👩\u200d🔬"),
    ("dur", "start", -1, "word", "était dur"),
    ("puis non.", "end", 1, "word", "puis non. \nQ : Et"),
    ("Et apre", "start", -1, "character", ".\u0020\nQ : Et apre"),
    ("puis non", "start", -1, "sentence", "Et puis non"),
    ("c’était", "end", 1, "sentence", "c’était dur,\u00a0vraiment."),
    ("Et puis", "start", -1, "sentence", "Au début 😀 c’était dur,\u00a0vraiment.  Et puis"),
    ("Au", "start", -1, "word", ""),
    ("Fin", "start", 1, "word", ""),
])
def test_steps(quote: str, bound: Bound, direction: int, unit: Unit, expected: str) -> None:
    assert words(stepped(READ, span_of(quote), bound, direction, unit)) == expected


def test_a_bound_takes_the_word_or_sentence_it_is_dropped_in() -> None:
    span = span_of("début 😀 c’était")
    at = READ.text.index("vraiment") + 3
    assert words(snapped(READ, span, "end", at, "word")) == "début 😀 c’était dur,\u00a0vraiment"
    assert words(snapped(READ, span, "end", at, "sentence")) == "début 😀 c’était dur,\u00a0vraiment."
    assert words(snapped(READ, span, "start", 0, "word")) == "Au début 😀 c’était"
    assert words(snapped(READ, span, "start", len(READ.text), "character")) == "t"


def test_a_cut_goes_between_words() -> None:
    inside = READ.text.index("vraiment") + 3
    assert between_words(READ, inside) == READ.text.index("vraiment")
    assert between_words(READ, 0) == 0

# SPDX-License-Identifier: GPL-3.0-or-later
"""Stretches of words: they nest, hold no label at their ends, and steps always get further."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.coder.page.stretches import STRETCHES, step, stretch_at, stretched
from app.coder.passage.bounds import label_at
from coding.transcripts import TranscriptText, TurnText

SAYINGS = st.lists(st.sampled_from(["Oui", "l’an", "M", ".", "…", " ", " ", "\n", "😀", "?", "peut-être"]),
                   max_size=9).map("".join)


def transcript(said: list[str]) -> TranscriptText:
    """Turns that say this, after a title."""
    text, turns = "Titre\n", []
    for number, words in enumerate(said, start=1):
        label = "Q : " if number % 2 else "Inès : "
        at = len(text) + len(label)
        turns.append(TurnText(number, len(text), at, at + len(words), label.rstrip(" :"), bool(number % 2), None))
        text += f"{label}{words}\n"
    return TranscriptText(1, "T", text, tuple(turns))


@given(st.lists(SAYINGS, min_size=1, max_size=5), st.integers(0, 120), st.integers(0, 60))
def test_they_nest_and_hold_no_label_at_their_ends(said: list[str], one: int, more: int) -> None:
    read = transcript(said)
    start = min(one, len(read.text) - 1)
    end = min(start + more, len(read.text))
    for kind in STRETCHES:
        low, high = stretch_at(read, start, kind)
        if low < high:
            assert label_at(read, low) is label_at(read, high - 1) is None
            assert not read.text[low].isspace() and not read.text[high - 1].isspace()
            assert read.turn_at(low) == read.turn_at(high - 1)
        wide = stretched(read, (start, end), kind)
        assert wide[0] <= start <= end <= wide[1]
    spans = [stretch_at(read, start, kind) for kind in STRETCHES]
    for (low, high), (wider_low, wider_high) in itertools.pairwise(spans):
        if low < high and wider_low < wider_high and label_at(read, start) is None and not read.text[start].isspace():
            assert wider_low <= low and high <= wider_high


@given(st.lists(SAYINGS, min_size=1, max_size=5), st.sampled_from(STRETCHES), st.sampled_from([1, -1]))
def test_steps_always_get_further_to_the_last(said: list[str], kind: str, direction: int) -> None:
    read = transcript(said)
    at = 0 if direction > 0 else len(read.text)
    met: list[int] = []
    while (there := step(read, at, kind, direction)) != at:  # type: ignore[arg-type]
        assert (there - at) * direction > 0
        met.append(there)
        at = there
    assert len(met) <= len(read.text)
    inked = [place for place, letter in enumerate(read.text) if not letter.isspace() and not label_at(read, place)]
    assert met[-1] == (inked[-1] + 1 if direction > 0 else inked[0])

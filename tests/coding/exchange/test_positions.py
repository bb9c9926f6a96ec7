# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.exchange.positions import BOM, DEFAULT, Counting, Span, Text, infer
from coding.exchange.scales import cleaning
from coding.intake.cleaning import clean

LETTERS = st.sampled_from([
    *"abcdé ,.", "e\u0301", "😀", "👩\u200d👩\u200d👧", "\u00a0", "ﬁ", "œ", "\u0323\u0301", "e\u0323\u0302", "한"])
LINES = st.lists(st.lists(LETTERS, max_size=30).map("".join), min_size=1, max_size=12)


def counted(raw: str, low: int, high: int, way: Counting) -> Span:
    """[low, high) of ``raw`` as a program that counts that way would write it, with the words it quotes."""

    def to(place: int) -> int:
        head = raw[:place] if way.has_mark else raw[:place].removeprefix(BOM)
        if way.line_end is not None:
            head = head.replace("\r\n", "\n").replace("\n", "\n" * way.line_end)
        return len(head.encode("utf-16-le")) // 2 if way.is_wide else len(head)

    return Span(to(low), to(high) - way.is_inclusive, raw[low:high])


WAYS = st.builds(Counting, st.booleans(), st.sampled_from([None, 1, 2]), st.booleans(), st.booleans())


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], Counting]:
    raw = draw(st.sampled_from(["\n", "\r\n"])).join(draw(LINES))
    raw = draw(st.sampled_from(["", BOM])) + raw + " fin."
    ends = st.integers(0, len(raw))
    bounds = [tuple(sorted(pair)) for pair in draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=12))]
    whole = (len(BOM) if raw.startswith(BOM) else 0, len(raw))  # one that tells all ways apart
    kept = [(low, high) for low, high in bounds if whole[0] <= low and raw[low:high].strip()
            and _between_letters(raw, low) and _between_letters(raw, high)]
    return raw, [whole, *kept], draw(WAYS)


def _between_letters(raw: str, place: int) -> bool:
    """No line end and no accented letter is cut."""
    apart = clean(raw[:place])[0] + clean(raw[place:])[0]
    accent = unicodedata.combining(clean(raw[place:])[0][:1] or " ")
    return apart == clean(raw)[0] and not raw[:place].endswith("\r") and not accent


@settings(max_examples=400, deadline=None)
@given(files())
def test_spans_are_the_words_they_quote_however_they_were_counted(file: tuple[str, list[tuple[int, int]], Counting]
                                                                   ) -> None:
    raw, bounds, way = file
    text = Text(raw, [counted(raw, low, high, way) for low, high in bounds])
    found = infer([text])
    for (low, high), span in zip(bounds, text.spans, strict=True):
        assert text.raw[slice(*text.bounds(span, found))].split() == raw[low:high].split()
        placed = text.place(span, found)
        assert not placed.told
        assert text.clean[placed.start : placed.end].split() == clean(raw[low:high])[0].split()


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([*"aeé\r\n\t\x85\xad\x01\u200b\u0301\u0323\u2028\ufeff각😀", "\r\n"])).map("".join))
def test_a_place_in_the_written_text_is_the_same_place_in_the_clean_one(raw: str) -> None:
    text = clean(raw)[0]
    scale = cleaning(raw, text)
    assert scale.to(len(raw), end=True) == len(text)
    places = [scale.to(place) for place in range(len(raw) + 1)]
    assert places == sorted(places)
    for place in range(len(raw) + 1):
        low, high = scale.to(place, end=True), scale.to(place)
        assert low >= high
        head = clean(raw[:place])[0]
        if _between_letters(raw, place):
            assert len(head) in (low, high)


def test_a_name_cut_short_counts_as_the_beginning() -> None:
    raw = "Q : Bonjour.\r\nMarie : je travaille ici depuis longtemps, et puis voilà.\r\n"
    low, high = raw.index("je"), raw.index(" et puis")
    spans = [Span(low - 1, high - 1, "je travaille ici depuis…")]  # one line end above, counted once
    found = infer([Text(raw, spans)])
    assert found.line_end == 1
    placed = Text(raw, spans).place(spans[0], found)
    assert Text(raw).clean[placed.start : placed.end] == "je travaille ici depuis longtemps,"


def test_without_names_the_default_holds() -> None:
    assert infer([Text("un deux 😀 trois", [Span(0, 2), Span(3, 7)])]) == DEFAULT


def test_without_names_bounds_of_words_tell_inclusive_ends() -> None:
    raw = "alpha beta gamma delta epsilon zeta"
    spans, at = [], 0
    for word in raw.split():
        at = raw.index(word, at)
        spans.append(Span(at, at + len(word) - 1))
    assert infer([Text(raw, spans)]).is_inclusive


@pytest.mark.parametrize(("span", "words", "told"), [
    (Span(0, 4, "nulle part ailleurs"), "Elle", "other_words"),
    (Span(3, 22, "travaille à la ville"), "travaille à la ville", "moved"),
    (Span(5, 5, ""), "", "empty"),
    (Span(400, 410, ""), "", "outside"),
    (Span(0, 4, ""), "Elle", ""),
])
def test_what_is_told_of_a_selection(span: Span, words: str, told: str) -> None:
    text = Text("Elle travaille à la ville.")
    placed = text.place(span, DEFAULT)
    assert (text.clean[placed.start : placed.end], placed.told) == (words, told)

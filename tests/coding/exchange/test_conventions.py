# SPDX-License-Identifier: GPL-3.0-or-later
"""What our files carry beyond the standard is read back as it was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.exchange import headings, voices
from coding.exchange.derived import derived, fixed, named
from coding.language import LANGUAGES, speaking

GUID = "0fbcb1af-9c00-4489-8e24-ab291c592bc5"
LINES = st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="[]"), max_size=20)
TEXTS = st.lists(LINES, max_size=3).map("\n".join).map(lambda text: text.strip("\n"))
LABELS = st.text(st.characters(whitelist_categories=("L", "Nd")), min_size=1, max_size=10)


def test_identifiers_never_change() -> None:
    """Files were written with them."""
    assert derived(GUID, "include") == "9723bf6b-6b74-50fb-8f37-a7f498f97105"
    assert fixed("strong") == "b6f99115-eefd-59fe-99e2-f84ef9b94f68"
    assert named("chapter", "Conclusion") == "5a9faec1-0bd8-5a82-88c2-fc425c455fd6"


@given(text=TEXTS, parts=st.dictionaries(st.sampled_from(sorted(headings.HEADINGS)), TEXTS),
       language=st.sampled_from(LANGUAGES))
def test_texts_under_headings_come_apart_again(text: str, parts: dict[str, str], language: str) -> None:
    with speaking(language):
        joined = headings.joined(text, dict(parts))
    assert headings.parted(joined) == (text, parts)


def test_a_part_that_is_none_has_no_heading() -> None:
    assert headings.joined("Ceci.", {"include": None}) == "Ceci."


@st.composite
def said(draw: st.DrawFn) -> tuple[list[voices.Voice], list[voices.SpokenTurn]]:
    people = [voices.Voice(label, draw(st.booleans()), draw(st.sampled_from(["", GUID])))
              for label in draw(st.lists(LABELS, unique=True, max_size=3))]
    turns = []
    for low in draw(st.lists(st.integers(0, 99), max_size=4)):
        start = low + draw(st.integers(0, 9))
        turns.append(voices.SpokenTurn(low, start, start + draw(st.integers(0, 9)),
                                       draw(st.none() | st.integers(0, 10**7)),
                                       draw(st.sampled_from([None, *range(len(people))]))))
    return people, turns


@given(said=said())
def test_voices_and_turns_come_back(said: tuple[list[voices.Voice], list[voices.SpokenTurn]]) -> None:
    people, turns = said
    assert voices.read(voices.written("a" * 64, people, turns)) == voices.Voices("a" * 64, tuple(people), tuple(turns))


@given(text=st.text(max_size=60) | st.just("a" * 64 + "\nQ\tasks\t\n\n0\t1\t2\t\t9"))
def test_another_note_says_no_voices(text: str) -> None:
    assert voices.read(text) is None

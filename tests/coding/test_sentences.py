# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences of speech: what ends them and what does not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding.sentences import is_cased, sentence_at, sentences

CASED = [  # | where one sentence follows another
    "Oui. |Non. |Bon",
    "C’est M. Dupont et Mme. Martin. |Le Dr. Zed aussi.",
    "Les horaires, les réunions, etc. et puis voilà. |Etc. |Après, rien.",
    "Il y en a, p. ex. les autres, cf. Paul. |D’accord.",
    "J’ai vu J. Durand, J.-P. Morel. |Lui non.",
    "J’ai vu Mme D. |Elle allait bien.",
    "Je sais pas… enfin si… |On verra.",
    "Je sais pas... enfin si... |On verra.",
    "Ah bon ?! |Vraiment\u00a0!! |Et alors ? ! |Rien.",
    "Il y en a 3.5, soit 12,4. |En 1998. |Et puis plus rien.",
    "1. Le premier. |Le second.",
    "Il dit : «\u00a0Tu viens\u202f?\u00a0» et je pars. |« Oui. » |Voilà.",
    "“Oui.” |(C’est vrai.) |Bien.",
    "Il a dit. |\"Oui.\" |Non.",
    "Oui. (rires) |Je sais pas. [rire] |Bon (rires) enfin.",
    "— Tu viens ? |— Non. |– Ah.",
    "Ah ! mais oui. |Hein ? non.",
    "Une ligne\n|une autre\n\n  |Et encore",
    "Il est venu.Puis reparti",
]
UNCASED = [
    "oui mais bon ? |je sais pas. |enfin etc. et voilà… bon",
    "il m’a dit « tu viens ? » et voilà ! |hein",
    "oui euh donc je disais que les réunions c’est long\n|bon",
]


def split(text: str, *, cased: bool) -> str:
    """The text with a bar between its sentences."""
    return "|".join(text[low:high] for low, high in sentences(text, 0, len(text), cased=cased))


@pytest.mark.parametrize("marked", CASED)
def test_sentences_that_begin_with_capitals(marked: str) -> None:
    assert split(marked.replace("|", ""), cased=True) == marked


@pytest.mark.parametrize("marked", UNCASED)
def test_sentences_that_begin_with_small_letters(marked: str) -> None:
    assert split(marked.replace("|", ""), cased=False) == marked


def test_most_turns_say_whether_sentences_begin_with_capitals() -> None:
    text = "oui Larousse\nPaul est là\n« et moi »\n12 non"
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]
    assert not is_cased(text, starts)
    assert is_cased(text.title(), starts)
    assert is_cased("", [])


@given(st.lists(st.sampled_from(["Oui", "m", "M", "etc", "p", "ex", "1", "😀", ".", "…", "?", " ", "\u00a0", "\n", "«",
                                 "»", ")", "(", "é"]), max_size=40).map("".join), st.integers(0, 6), st.integers(0, 6),
       st.booleans())
def test_sentences_follow_one_another_without_a_gap(text: str, before: int, after: int, cased: bool) -> None:
    low, high = min(before, len(text)), max(min(before, len(text)), len(text) - after)
    found = sentences(text, low, high, cased=cased)
    assert "".join(text[start:end] for start, end in found) == text[low:high]
    assert all(end == start for (_low, end), (start, _high) in itertools.pairwise(found))
    if text[low:high].strip():
        assert all(text[start:end].strip() for start, end in found)
    for start, end in found:
        assert "\n" not in text[start:end].strip()
        for offset in {start, (start + end) // 2, end - 1}:
            assert sentence_at(text, low, high, offset, cased=cased) == (start, end)

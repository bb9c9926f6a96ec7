# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotation marks: French and English marks, no-break spaces, and words that never change."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from coding.typography import attribution, quoted, spaced

SENTENCE = st.text(st.sampled_from("abé’œ«»“” \u00a0\u202f\n;:!?.,😀-"), max_size=60)


def words(text: str) -> list[str]:
    """What typography may not touch: everything but spaces and quotation marks."""
    return re.findall(r"[^\s\u00a0\u202f«»“”‘’]+", text)


def test_a_french_citation() -> None:
    assert quoted(" Je ne sais pas : voilà ! ") == "«\u00a0Je ne sais pas\u00a0: voilà\u00a0!\u00a0»"


def test_guillemets_within_become_curly_and_keep_their_words() -> None:
    assert quoted("Il a dit « non » hier") == "«\u00a0Il a dit “non” hier\u00a0»"


def test_straight_marks_become_typographic_where_they_are_paired() -> None:
    assert quoted('J\'ai dit "oui" à l\'équipe') == "«\u00a0J’ai dit “oui” à l’équipe\u00a0»"
    assert quoted("He didn't say \"no\"", "en") == "“He didn’t say ‘no’”"
    assert quoted('un 15" et rien d\'autre') == '«\u00a0un 15" et rien d’autre\u00a0»'


def test_missing_spaces_are_left_as_they_are() -> None:
    assert quoted("Elle dit: oui!") == "«\u00a0Elle dit: oui!\u00a0»"


def test_an_english_citation() -> None:
    assert quoted("He said “no” !", "en") == "“He said ‘no’ !”"


def test_two_voices_are_both_named() -> None:
    voices = [("Elodie", "infirmière"), ("Margot", "")]
    assert attribution(voices) == "Elodie, infirmière\u00a0; Margot"
    assert attribution(voices, "en") == "Elodie, infirmière; Margot"


@given(SENTENCE, st.sampled_from(["fr", "en"]))
def test_words_never_change(text: str, language: str) -> None:
    assert words(quoted(text, language)) == words(text)


@given(SENTENCE)
def test_no_line_breaks_before_a_double_sign(text: str) -> None:
    assert not re.search(r"(?<=\S) [;:!?»]", quoted(text))
    assert "\n" not in quoted(text)


def test_running_text_keeps_its_words_and_its_spaces_hold() -> None:
    assert spaced("Oui : « non » ! à 14:05, https://x.fr", "fr") == (
        "Oui\u00a0: «\u00a0non\u00a0»\u00a0! à 14:05, https://x.fr")
    assert spaced("Yes : no !", "en") == "Yes : no !"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Known words are found whole, the longest first."""

from __future__ import annotations

from coding.pseudonyms.spotting import Spotter


def found(text: str, *forms: str, loose: bool = False) -> list[str]:
    return [text[spot.start : spot.end] for spot in Spotter(forms, loose=loose).spots(text)]


def test_the_longest_form_wins_and_no_word_is_cut() -> None:
    text = "Marie-Annick, Marie et Mariette ; MARIE"
    assert found(text, "Marie", "Marie-Annick") == ["Marie-Annick", "Marie"]


def test_loosely_case_and_accents_do_not_count() -> None:
    assert found("HÉLÈNE, helene_morin.docx, Œuvre", "Hélène", "œuvre", loose=True) == ["HÉLÈNE", "helene", "Œuvre"]


def test_spans_are_those_of_the_text_when_folding_lengthens_it() -> None:
    assert found("cœur œuvre Martine", "martine", loose=True) == ["Martine"]


def test_numbers_and_addresses_are_found() -> None:
    assert found("06 12 34 56 78 ou m.g@chu.fr, (06)", "06 12 34 56 78", "m.g@chu.fr") == [
        "06 12 34 56 78", "m.g@chu.fr"]


def test_a_part_of_a_compound_name_is_another_name() -> None:
    text = "Marie-Annick, Anne-Marie, cette Marie-là, - Marie"
    assert found(text, "Marie") == ["Marie", "Marie"]
    assert found("marie-annick.docx", "Marie", loose=True) == ["marie"]

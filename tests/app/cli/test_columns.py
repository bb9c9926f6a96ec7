# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables for the terminal."""

from __future__ import annotations

from app.cli.columns import aligned, shortened


def test_columns_are_as_wide_as_their_words() -> None:
    assert aligned([["", "Paul"], ["Réticences", "2"]]).splitlines() == [
        "            Paul", "────────────────", "Réticences     2"]
    assert aligned([]) == ""


def test_a_long_title_is_cut_and_says_so() -> None:
    assert shortened("Elodie et Margot", 10) == "Elodie et…"
    assert shortened("Paul", 10) == "Paul"

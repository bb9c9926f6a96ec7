# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from app.widgets.folding import fitted, folded


@pytest.mark.parametrize(("name", "lines", "found"), [
    ("Romane", 2, ["Romane"]),
    ("Elodie et Margot", 1, ["Elodie et Margot"]),
    ("Elodie et Margot", 2, ["Elodie", "et Margot"]),
    ("Elodie et Margot", 3, ["Elodie", "et", "Margot"]),
    ("E07 – directrice d’une association", 2, ["E07 – directrice", "d’une association"]),
    ("", 2, [""]),
])
def test_names_are_cut_where_they_are_narrowest(name: str, lines: int, found: list[str]) -> None:
    assert folded(name, lines, len) == found


@pytest.mark.parametrize(("room", "found"), [
    (16, ["Elodie et Margot"]), (9, ["Elodie", "et Margot"]), (6, ["Elodie", "et", "Margot"]),
    (2, ["Elodie", "et", "Margot"]),
])
def test_a_name_takes_as_few_lines_as_it_can(room: int, found: list[str]) -> None:
    assert fitted("Elodie et Margot", room, 3, len) == found

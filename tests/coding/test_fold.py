# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from coding.fold import fold, fold_with_offsets, unaccented


def test_what_a_person_types_meets_what_is_written() -> None:
    assert fold("L’ŒUVRE d’Éloïse\u202f: ÇA") == "l'oeuvre d'eloise : ca"
    assert unaccented("L’ŒUVRE d’Éloïse") == "L'oeUVRE d'Eloise"


@given(st.text())
def test_no_mark_stays_and_places_follow(text: str) -> None:
    folded, origin = fold_with_offsets(text)
    assert not any(map(unicodedata.combining, fold(text) + unaccented(text)))
    assert len(origin) == len(folded) + 1
    assert origin == sorted(origin)

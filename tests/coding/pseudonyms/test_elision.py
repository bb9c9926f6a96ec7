# SPDX-License-Identifier: GPL-3.0-or-later
"""The little word before a name agrees with what takes the name's place."""

from __future__ import annotations

import pytest

from coding.pseudonyms.elision import agreed


@pytest.mark.parametrize(("before", "form", "words", "after"), [
    ("je viens d’", "Angers", "[ville 1]", "je viens de [ville 1]"),
    ("le mari de ", "Martine", "Hélène", "le mari d’Hélène"),
    ("je dis qu’", "Annie", "Martine", "je dis que Martine"),
    ("QU’", "ANNIE", "MARTINE", "QUE MARTINE"),
    ("D’", "Angers", "Tours", "De Tours"),
    ("parce que ", "Paul", "Yves", "parce qu’Yves"),
    ("le fils de ", "Paul", "Yann", "le fils de Yann"),
    ("la sœur de ", "Angèle", "Irène", "la sœur de Irène"),  # as it was said
    ("le monde ", "Martine", "Hélène", "le monde Hélène"),
    ("le nord", "Martine", "Hélène", "le nordHélène"),
    ("c’est l’", "Annick", "Martine", "c’est la Martine"),
    ("vers l’", "Anjou", "Anvers", "vers l’Anvers"),
])
def test_it_is_elided_or_made_whole(before: str, form: str, words: str, after: str) -> None:
    count, head = agreed(before, form, words, gender="f" if form == "Annick" else "")
    assert before[: len(before) - count] + head + words == after

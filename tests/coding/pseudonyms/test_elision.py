# SPDX-License-Identifier: GPL-3.0-or-later
"""The little word before a name agrees with what takes the name's place."""

from __future__ import annotations

import pytest

from coding.pseudonyms.classes import gender_of
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
    ("je vais à l’", "hôpital Laënnec", "[hôpital 1]", "je vais à l’[hôpital 1]"),
    ("le mari de ", "Martine", "[association 1]", "le mari d’[association 1]"),
    ("je vais à l’", "Estran", "[foyer 1]", "je vais au [foyer 1]"),
    ("la cour de l’", "Estran", "[foyer 1]", "la cour du [foyer 1]"),
    ("À l’", "Estran", "[foyer 1]", "Au [foyer 1]"),
    ("vers l’", "Estran", "[foyer 1]", "vers le [foyer 1]"),
    ("à l’", "Estran", "[clinique 1]", "à la [clinique 1]"),
    ("vers l’", "Anjou", "Anvers", "vers l’Anvers"),
])
def test_it_is_elided_or_made_whole(before: str, form: str, words: str, after: str) -> None:
    count, head = agreed(before, form, words, gender="f" if form == "Annick" else gender_of(words))
    assert before[: len(before) - count] + head + words == after

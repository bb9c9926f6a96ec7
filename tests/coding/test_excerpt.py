# SPDX-License-Identifier: GPL-3.0-or-later
"""What is copied of an interview."""

from __future__ import annotations

import pytest

from coding.excerpt import excerpt
from coding.transcripts import TranscriptText, TurnText

TEXT = "Un titre\nQ : Alors ?\nInès : Oui. Bon,\nvoilà.\n[pause]\n: Ah."


def _turn(number: int, label: str, words: str, speaker: str) -> TurnText:
    at = TEXT.index(label + words)
    return TurnText(number, at, at + len(label), at + len(label + words), speaker, speaker == "Q", None)


READ = TranscriptText(1, "T", TEXT, (
    _turn(1, "Q : ", "Alors ?", "Q"), _turn(2, "Inès : ", "Oui. Bon,\nvoilà.", "Inès"), _turn(3, ": ", "Ah.", "")))


@pytest.mark.parametrize(("first", "last", "copied"), [
    ("Oui", "Bon,", "Oui. Bon,"), ("Oui", "voilà.", "Oui. Bon,\nvoilà."), ("titre", "titre", "titre"),
    ("lors", "Oui.", "Q\u00a0: lors ?\nInès\u00a0: Oui."),
    ("titre", "Oui.", "titre\nQ\u00a0: Alors ?\nInès\u00a0: Oui."),
    ("voilà", "Ah.", "Inès\u00a0: voilà.\n[pause]\nAh."), ("Q :", "Alors ?", "Alors ?"),
])
def test_own_words_with_the_speakers_when_several_turns_are_crossed(first: str, last: str, copied: str) -> None:
    assert excerpt(READ, TEXT.index(first), TEXT.index(last) + len(last)) == copied

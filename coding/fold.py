# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding: how text is compared when a person searches (no accents, no case, œ as oe)."""

from __future__ import annotations

import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "}
)


def fold(text: str) -> str:
    """``text`` without accents, in lower case, ligatures opened. Its length may differ from the text's."""
    opened = text.translate(_LIGATURES).casefold()
    return "".join(c for c in unicodedata.normalize("NFD", opened) if not unicodedata.combining(c))


def unaccented(text: str) -> str:
    """``text`` without accents, ligatures opened, its case kept."""
    opened = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return "".join(c for c in opened if not unicodedata.combining(c))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index in ``text`` it came from (plus the length)."""
    folded: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for piece in fold(character):
            folded.append(piece)
            origin.append(index)
    origin.append(len(text))
    return "".join(folded), origin


def words(text: str) -> list[str]:
    """The folded words of ``text``: runs of letters and digits."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()

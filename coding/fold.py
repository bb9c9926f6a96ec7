# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding: how text is compared when a person searches (no accents, no case, œ as oe)."""

from __future__ import annotations

import unicodedata

_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "}


def fold(text: str) -> str:
    """``text`` without accents, in lower case, ligatures opened. Its length may differ from the text's."""
    return _bare(_opened(text).casefold())


def unaccented(text: str) -> str:
    """``text`` without accents, ligatures opened, its case kept."""
    return _bare(_opened(text))


def _opened(text: str) -> str:
    for sign, meant in _LIGATURES.items():  # a third of the time of str.translate
        text = text.replace(sign, meant)
    return text


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFD", text)
    for sign in set(text):
        if unicodedata.combining(sign):
            text = text.replace(sign, "")
    return text


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

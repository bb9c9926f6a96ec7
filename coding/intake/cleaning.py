# SPDX-License-Identifier: GPL-3.0-or-later
"""The normal forms of intake: text as it is stored, and text as it is compared."""

from __future__ import annotations

import re
import unicodedata

from coding.fold import fold as without_accents

# Qt and Word take all of these for line ends; LF is the only one kept.
BREAKS = re.compile(r"\r\n|[\r\x85\x0b\x0c\u2028\u2029]")
# Refused by XML, hence by Word and QDPX, or invisible (byte order marks in the middle of a text, hyphens and breaks
# that are only allowed there), which would hide words from whoever looks for them.
UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_VARIANTS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "‐": "-"})


def clean(raw: str) -> tuple[str, int]:
    """The text as stored (NFC, LF, no control characters but tab and LF), and how many characters went."""
    text, dropped = UNWANTED.subn("", BREAKS.sub("\n", raw))
    return unicodedata.normalize("NFC", text), dropped


def key_of(label: str) -> str:
    """Two labels with the same key are the same speaker: case, spaces and apostrophes do not count."""
    return " ".join(label.translate(_VARIANTS).casefold().split())


def fold(text: str) -> str:
    """``key_of`` without accents: the form in which word lists and the user's own typing are compared."""
    return without_accents(key_of(text))

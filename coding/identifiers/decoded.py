# SPDX-License-Identifier: GPL-3.0-or-later
"""A text in its stored form (NFC, LF), and where each of its characters stands in the text it came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A letter with the accents that follow it, or the end of a line.
_PIECE = re.compile(r"\r\n|[\s\S][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*")


@dataclass(frozen=True)
class Normal:
    """``text`` as the rules read it; ``origin[i]`` is where its character ``i`` begins in the file's own."""

    text: str
    origin: list[int] | range

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of ``text`` as a stretch of the file's own, accents that stand apart included."""
        return self.origin[start], self.origin[end]


def normal(raw: str) -> Normal:
    """``raw`` with accents composed and line ends made LF, one piece at a time so that offsets can go back."""
    if "\r" not in raw and unicodedata.is_normalized("NFC", raw):
        return Normal(raw, range(len(raw) + 1))
    pieces: list[str] = []
    origin: list[int] = []
    for piece in _PIECE.finditer(raw):
        written = "\n" if piece[0] in ("\r\n", "\r") else unicodedata.normalize("NFC", piece[0])
        pieces.append(written)
        origin += [piece.start()] * len(written)
    return Normal("".join(pieces), [*origin, len(raw)])

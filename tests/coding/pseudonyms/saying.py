# SPDX-License-Identifier: GPL-3.0-or-later
"""Identities of short texts, as the rules alone find them."""

from __future__ import annotations

from coding.identifiers import finder
from coding.pseudonyms.gathering import gather
from coding.pseudonyms.identity import Identity, Place
from coding.pseudonyms.mention import Mention


def identities(*texts: str) -> tuple[Identity, ...]:
    """Those of one interview a text; the language model is not asked."""
    readings = [finder.read(text, tagged=False) for text in texts]
    names = {name: label for reading in readings for name, label in reading.names.items()}
    return gather([
        Mention(one.label, number, Place(
            "interview", number, "text", one.start, one.end, text[one.start : one.end],
            text[max(0, one.start - 50) : one.start], text[one.end : one.end + 50], 1))
        for number, (text, reading) in enumerate(zip(texts, readings, strict=True), start=1)
        for one in finder.found(text, reading, names)])


def named(found: tuple[Identity, ...], name: str) -> Identity:
    """The identity of that name."""
    return next(one for one in found if one.name == name)

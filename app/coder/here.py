# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the caret, in words: painted passages are mute."""

from __future__ import annotations

from app.coder.page.reading import Reading
from coding.codebook import Codebook
from coding.language import _, ngettext

NAMED = 3  # codes named in the status bar


def codes_at(reading: Reading, book: Codebook, offset: int) -> list[str]:
    """The names of the codes over a code point, the outermost passage's first."""
    marks = reading.index.at(offset)
    return list(dict.fromkeys(book.by_id[key].name for mark in marks for key in mark.codes if key in book.by_id))


def short(turn: int | None, codes: list[str]) -> str:
    """«Turn 42 · Crainte de la rechute, Statut»."""
    more = f" +{len(codes) - NAMED}" if len(codes) > NAMED else ""
    said = [_("Turn {n}").format(n=turn)] if turn is not None else []
    return " · ".join([*said, *([", ".join(codes[:NAMED]) + more] if codes else [])])


def spoken(turn: int | None, codes: list[str]) -> str:
    """The same for a screen reader, all codes named."""
    said = [_("Turn {n}").format(n=turn)] if turn is not None else []
    said.append(ngettext("{n} code: {codes}", "{n} codes: {codes}", len(codes)).format(
        n=len(codes), codes=", ".join(codes)) if codes else _("no code"))
    return ", ".join(said)

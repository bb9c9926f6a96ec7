# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the caret, in words: painted passages are mute."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coding.language import _, ngettext
from coding.typography import one_line

if TYPE_CHECKING:
    from app.coder.page.reading import Reading
    from coding.codebook import Codebook

Place = tuple[int | None, list[str], tuple[str, ...]]  # a turn, the codes over it, the questions that it puts

NAMED = 3  # codes named in the status bar
LONGEST = 60  # characters of the questions there


def codes_at(reading: Reading, book: Codebook, offset: int) -> list[str]:
    """The names of the codes over a code point, the outermost passage's first."""
    marks = reading.index.at(offset)
    return list(dict.fromkeys(book.by_id[key].name for mark in marks for key in mark.codes if key in book.by_id))


def puts(questions: Iterable[str]) -> str:
    """«puts: Comment avez-vous été accueilli ?», of a turn that puts questions of the guide."""
    said = " / ".join(one_line(question) for question in questions)
    return _("puts: {question}").format(question=said) if said else ""


def short(turn: int | None, codes: list[str], questions: Iterable[str] = ()) -> str:
    """«Turn 42 · puts: Comment avez-vous été… · Crainte de la rechute, Statut»."""
    more = f" +{len(codes) - NAMED}" if len(codes) > NAMED else ""
    said = [_("Turn {n}").format(n=turn) if turn is not None else "", _cut(puts(questions)),
            ", ".join(codes[:NAMED]) + more]
    return " · ".join(filter(None, said))


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST else said[:LONGEST].rpartition(" ")[0] + "…"


def spoken(turn: int | None, codes: list[str], questions: Iterable[str] = ()) -> str:
    """The same for a screen reader, all codes and the whole question named."""
    said = [_("Turn {n}").format(n=turn)] if turn is not None else []
    said += filter(None, [puts(questions)])
    said.append(ngettext("{n} code: {codes}", "{n} codes: {codes}", len(codes)).format(
        n=len(codes), codes=", ".join(codes)) if codes else _("no code"))
    return ", ".join(said)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching nine million characters: the first lines as they are shown, with how many turns answer in all; then what
follows while they are read."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from coding.searching import find, lines, places
from coding.searching.query import Mode, Sought, terms
from tests.bench.measure import Figure, milliseconds

SHOWN = 50  # lines of a page
TO_BE = ("suis es est sommes etes sont etais etait etions etiez etaient serai sera serons serez seront serais serait "
         "seraient fus fut furent soit soient ete etant").split()
SEARCHES: tuple[tuple[str, str, Mode], ...] = (
    ("two words", "la rechute", "words"), ("a word found everywhere", "équipe", "words"),
    ("the commonest word", "de ", "words"), ("a phrase", "« de la »", "words"), ("a lemma", "être", "lemma"),
)


def figures(session: Session) -> list[Figure]:
    """Each search, from the line written to the first page."""
    found = []
    for name, line, mode in SEARCHES:
        either, without = terms(line, mode, lambda _lemma: TO_BE)
        sought = Sought(either, without)
        found.append(Figure(f"search, {name}: first page and count",
                            milliseconds(partial(_first, session, sought)), "ms", 50))
    everywhere = Sought(*terms("équipe"))
    keys = tuple(places.tally(session, everywhere).turns)
    found.append(Figure("search, a word found everywhere: every place",
                        milliseconds(lambda: [*places.walk(session, everywhere, keys)]), "ms"))
    return found


def _first(session: Session, sought: Sought) -> None:
    lines.lines(session, find.first(session, sought).places[:SHOWN])

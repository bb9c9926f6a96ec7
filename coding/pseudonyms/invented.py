# SPDX-License-Identifier: GPL-3.0-or-later
"""The names that pseudonyms are chosen among, ``resources/pseudonyms``, and the choice."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coding import fold as folding
from coding.pseudonyms import births

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "pseudonyms"
PLAIN = "french"  # what is proposed when a name evokes no other origin
_NEAR = 12  # years within which two names are of one generation
_UNKNOWN = 20  # years that a name is taken to be away when nothing says


@cache  # each name is compared with hundreds, for each proposal
def fold(text: str) -> str:
    """A name without accents nor case."""
    return folding.fold(text)


@cache
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(folding.words(text))


@dataclass(frozen=True)
class Name:
    """A name of the lists; ``proposed``: it may be a pseudonym."""

    text: str
    origin: str
    gender: str = ""
    proposed: bool = True


def origin(first: str, last: str) -> str:
    """What the names evoke, the first name before the surname; empty when they are in no list."""
    for name, listed in ((first, first_names()), (last, surnames())):
        origins = {one.origin for one in listed if fold(one.text) == fold(name)} if name else set()
        if origins:
            return PLAIN if PLAIN in origins else min(origins)
    return ""


def first_name(of: str, last: str, gender: str, generation: str, taken: Set[str]) -> str:
    """A first name of that gender and of the nearest generation, of the same origin when it is known, that folded
    ``taken`` has not; always the same for the same name."""
    known = origin(of, last) or PLAIN
    for wanted in dict.fromkeys((known, PLAIN)):
        free = [name.text for name in first_names()
                if name.origin == wanted and name.proposed and name.gender == (gender or "x")
                and taken.isdisjoint(words(name.text))]
        if free:
            return _nearest(free, of or last, gender, generation)
    return ""


def surname(of: str, first: str, taken: Set[str]) -> str:
    """A common surname of the same origin that folded ``taken`` has not."""
    known = origin("", of) or origin(first, "") or PLAIN
    for wanted in dict.fromkeys((known, PLAIN)):
        free = [name.text for name in surnames()
                if name.origin == wanted and name.proposed and taken.isdisjoint(words(name.text))]
        if free:
            return min(free, key=lambda name: _drawn(of, name))
    return ""


def letter(of: str, among: Sequence[str]) -> str:
    """One of the letters, always the same for the same name."""
    return min(among, key=lambda one: _drawn(of, one))


def _nearest(names: Collection[str], of: str, gender: str, generation: str) -> str:
    """One of the names whose bearers are as old; the draw is the same every time."""
    def distance(name: str) -> int:
        given = births.given(name, gender)
        return abs(given.year - int(generation) - 5) if given and generation else _UNKNOWN

    nearest = min(map(distance, names))
    return min((name for name in names if distance(name) <= max(nearest, _NEAR)), key=lambda name: _drawn(of, name))


def _drawn(of: str, name: str) -> int:
    return zlib.crc32(f"{fold(of)} {fold(name)}".encode())


@cache
def first_names() -> tuple[Name, ...]:
    """Every first name of the list."""
    return tuple(
        Name(name.rstrip("*"), origin, gender, not name.endswith("*"))
        for origin, gender, names in _lines("first-names.txt") for name in names.split())


@cache
def surnames() -> tuple[Name, ...]:
    """Every surname of the list; «Le Gall», «Da Silva» are one name."""
    found = []
    for origin, _none, names in _lines("surnames.txt"):
        particle = ""
        for word in names.split():
            if word in ("Le", "Da", "Dos"):
                particle = f"{word} "
                continue
            found.append(Name(particle + word.rstrip("*"), origin, "", not word.endswith("*")))
            particle = ""
    return tuple(found)


def _lines(file: str) -> Iterator[tuple[str, str, str]]:
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _colon, names = line.rpartition(":")
            origin, _colon, gender = head.partition(":")
            yield origin, gender, names

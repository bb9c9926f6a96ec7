# SPDX-License-Identifier: GPL-3.0-or-later
"""What the profile of an interview (*fiche d'entretien*) holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coding.memos import MemoRow
from coding.quotes import Quote


@dataclass(frozen=True)
class Person:
    """A participant, their role here, and their attributes that have a value, as (name, value as the reader
    writes it)."""

    name: str
    role: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Voice:
    """How much one voice says; the interviewers are one voice. ``share`` (0–1) is of all the words spoken."""

    name: str
    is_interviewer: bool
    words: int
    share: float


@dataclass(frozen=True)
class Context:
    """How the interview was made and how long it is. ``attributes`` as those of a Person; ``voices`` are in the
    order in which they are first heard, none where the text has no turns."""

    kind: str
    status: str
    date: date | None
    mode: str
    duration_min: int | None
    units: tuple[str, ...]
    groups: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    words: int
    turns: int
    voices: tuple[Voice, ...]


@dataclass(frozen=True)
class Mark:
    """A passage on the code line: it runs from ``low`` to ``high``, shares (0–1) of the text; ``time_ms`` is that of
    the turn it begins in, where turns bear times."""

    quote: Quote
    low: float
    high: float
    time_ms: int | None


@dataclass(frozen=True)
class CodeShare:
    """A code given here below a theme: ``name`` is its path below the theme, ``passages`` those that bear it itself,
    ``first`` whether no earlier interview bears it or a code below it."""

    code_id: int
    name: str
    passages: int
    first: bool


@dataclass(frozen=True)
class ThemePart:
    """A theme and what the interview says of it: its lane of the code line, in reading order. ``words`` under it,
    each once, and their share (0–1) of those spoken; ``first`` as for a code; ``asked`` is None where nothing is known;
    ``summaries`` are the written cells, as (path below the theme, empty for the theme itself; text)."""

    theme_id: int
    name: str
    colour: str
    marks: tuple[Mark, ...]
    words: int
    share: float
    first: bool
    asked: bool | None
    codes: tuple[CodeShare, ...]
    summaries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tick:
    """A landmark along the interview, at a share (0–1) of its text: a round time, or where there are none a round
    number of turn."""

    at: float
    turn: int
    time_ms: int | None


@dataclass(frozen=True)
class Profile:
    """One interview on one page. ``themes`` are all those of the codebook, in its order; ``strong`` are the strong
    quotes, in reading order; ``language`` is the project's, in which quotes are printed."""

    interview_id: int
    title: str
    language: str
    people: tuple[Person, ...]
    context: Context
    themes: tuple[ThemePart, ...]
    strong: tuple[Mark, ...]
    passages: int
    ticks: tuple[Tick, ...]
    memos: tuple[MemoRow, ...]
    portrait: str

    @property
    def raised(self) -> tuple[ThemePart, ...]:
        """The themes that bear passages here."""
        return tuple(theme for theme in self.themes if theme.marks)

    @property
    def silent(self) -> Mapping[bool | None, tuple[ThemePart, ...]]:
        """The themes without a passage: those asked (True), those that were not (False), and the others (None)."""
        return {said: tuple(theme for theme in self.themes if not theme.marks and theme.asked is said)
                for said in (True, False, None)}

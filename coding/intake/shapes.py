# SPDX-License-Identifier: GPL-3.0-or-later
"""What a would-be label looks like, taken alone."""

from __future__ import annotations

import re
from enum import IntEnum

from coding.intake.cleaning import fold
from coding.intake.words import ANSWERING, ASIDES, ASKING, EVERYONE, HEADING, PARTICLES, SPEECH

LONGEST_LABEL = 60
MOST_WORDS = 7

# BA725, E 07, Q; 001LOC2, 401PERS; M.B.; Em2.
_CODE = re.compile(
    r"[A-ZÀ-Þ]{1,5}[-_ ]?\d{0,5}[A-Z]?|[A-Z]{1,2}[a-z]?\d{1,3}"
    r"|\d{1,5}[-_]?[A-Z]{1,6}[-_]?\d{0,4}|(?:[A-ZÀ-Þ]\.[ -]?){1,4}\d?"
)
_ARTICLE = re.compile(r"^(?:l|d|qu|c|j|n|s|t|m)'")
_NUMBERED = re.compile(r"(q|r|question|reponse)\s?(?:n°\s?)?\d{1,3}[a-z]?")


class Shape(IntEnum):
    """From the least to the most likely a speaker."""

    SPEECH = 0
    HEADING = 1
    LOWER = 2
    MIXED = 3
    NAME = 4
    CODE = 5
    ROLE = 6


def shape_of(label: str) -> Shape:
    """The shape of ``label`` (no separator, no time, no surrounding spaces)."""
    folded = fold(label)
    words = [_ARTICLE.sub("", w) or w for w in folded.replace("/", " / ").split()]
    named = [w.strip("().,") for w in words if w not in PARTICLES and not w.isdigit()]
    if not any(c.isalpha() for c in label) or len(words) > MOST_WORDS or len(label) > LONGEST_LABEL or not named:
        return Shape.SPEECH
    if folded in EVERYONE:
        return Shape.ROLE
    if folded in ASIDES or folded.split()[0].rstrip("'") in ASIDES:
        return Shape.SPEECH
    if is_role(named, words):
        return Shape.ROLE
    if words[0] in HEADING or named[0] in HEADING:
        return Shape.HEADING
    if _CODE.fullmatch(label):
        return Shape.CODE
    if any(w in SPEECH for w in named) or words[0] in {"et", "ou", "au", "de", "du", "des", "and", "of"}:
        return Shape.SPEECH
    return _by_capitals(label, words)


def is_role(named: list[str], words: list[str]) -> bool:
    """Whether a label, cut into words, says what part its bearer plays in the interview."""
    bare = named[0].rstrip("0123456789")
    return (bare in ASKING or bare in ANSWERING) and len(words) <= 5


def asks(label: str) -> bool:
    """Whether a label names the one who asks: Enquêtrice, L’intervieweur 2, Chercheur, Q, Moi."""
    words = [_ARTICLE.sub("", w).strip("().,") for w in fold(label).split()]
    return words == ["moi"] or any(w.rstrip("0123456789") in ASKING for w in words if w.rstrip("0123456789"))


def question_stem(label: str) -> str | None:
    """``Q`` for ``Q12``, ``Question`` for ``Question 3``; None for other labels."""
    return label.rstrip("0123456789abcdefgh").rstrip(" n°") if _NUMBERED.fullmatch(fold(label)) else None


def _by_capitals(label: str, words: list[str]) -> Shape:
    tokens = label.replace("/", " / ").split()
    plain = [t for t, w in zip(tokens, words, strict=False) if w not in PARTICLES]
    capital = [t for t in plain if _starts_high(t)]
    if len(tokens) == len(words) and plain and len(capital) == len(plain) and _starts_high(tokens[0]):
        return Shape.NAME
    return Shape.MIXED if _starts_high(label) else Shape.LOWER


def _starts_high(token: str) -> bool:
    """Whether its first letter, past an elided article or a parenthesis, is a capital (or it is a number)."""
    bare = re.sub(r"^(?:[LlDd]['’]|[(\"])", "", token)
    first = next((c for c in bare if c.isalnum()), "a")
    return not first.islower()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotation marks, spaces and attributions as a thesis prints them: « … » (Prénom, rôle dans une structure …).

Typography touches spaces and quotation marks, never a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

NBSP = "\u00a0"
_SPACES = " \u00a0\u202f"
_BEFORE_SIGN = re.compile(rf"(?<=\S)[{_SPACES}]+(?=[;:!?])")
_OPENING = re.compile(rf"«[{_SPACES}]*")
_CLOSING = re.compile(rf"[{_SPACES}]*»")
_OPENING_SPACE = re.compile(rf"«[{_SPACES}]+")
_CLOSING_SPACE = re.compile(rf"[{_SPACES}]+»")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_STRAIGHT = re.compile(r'"([^"]*)"')
_BREAK = re.compile(r"[\t\n\r\v\f\u2028\u2029]")
_BREAKS = re.compile(r"\s*[\t\n\r\v\f\u2028\u2029]\s*")


def one_line(text: str) -> str:
    """``text`` trimmed, its line breaks and tabs made single spaces."""
    return (_BREAKS.sub(" ", text) if _BREAK.search(text) else text).strip()


def quoted(words: str, language: str = "fr") -> str:
    """``words`` between the quotation marks of ``language`` (``fr`` or ``en``), on one line.

    In French the guillemets keep a no-break space inside, a space before ; : ! ? no longer breaks, and guillemets
    within the words become “ ”; in English “ ” within the words become ‘ ’. Straight apostrophes and pairs of straight
    marks become typographic.
    """
    words = _STRAIGHT.sub(r"“\1”", _APOSTROPHE.sub("’", one_line(words)))
    if language != "fr":
        return "“" + words.translate({0x201C: "‘", 0x201D: "’"}) + "”"
    words = _CLOSING.sub("”", _OPENING.sub("“", words))
    return f"«{NBSP}{_BEFORE_SIGN.sub(NBSP, words)}{NBSP}»"


def spaced(text: str, language: str = "fr") -> str:
    """Running text whose spaces before ; : ! ? and within guillemets, where it has any, no longer break in French."""
    if language != "fr":
        return text
    text = _CLOSING_SPACE.sub(f"{NBSP}»", _OPENING_SPACE.sub(f"«{NBSP}", text))
    return _BEFORE_SIGN.sub(NBSP, text)


def attribution(voices: Sequence[tuple[str, str]], language: str = "fr") -> str:
    """«Prénom, rôle» for each (name, role), a semicolon between them; a name alone where no role is known."""
    separator = f"{NBSP}; " if language == "fr" else "; "
    return separator.join(f"{name}, {role}" if role else name for name, role in voices)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The little word before a name: «d’Angers» is «de [ville 1]», and «de Martine» is «d’Hélène»."""

from __future__ import annotations

import re

from coding.fold import unaccented

_ELIDED = re.compile(r"(?<!\w)(d|qu|lorsqu|puisqu|quoiqu|l)['’]\Z", re.IGNORECASE)
_WHOLE = re.compile(r"(?<!\w)(d|qu|lorsqu|puisqu|quoiqu)(e)[ \u00a0]\Z", re.IGNORECASE)
_CONTRACTED = re.compile(r"(?<!\w)(à|de)[ \u00a0]l['’]\Z", re.IGNORECASE)
REACH = 12  # characters that the longest of them takes, and one more


def agreed(before: str, form: str, words: str, *, gender: str = "", apostrophe: str = "’") -> tuple[int, str]:
    """How many of the last characters of ``before`` are to be replaced when ``words`` take the place of ``form`` after
    them, and by what; (0, "") when nothing changes."""
    elided = _ELIDED.search(before)
    if elided and not elides(words):
        word = elided[1]
        if word in "lL":
            contracted = _CONTRACTED.search(before) if gender == "m" else None
            if contracted:
                article = "au " if contracted[1] in "àÀ" else "du "
                return len(contracted[0]), article.capitalize() if contracted[1][0].isupper() else article
            article = {"f": "la ", "m": "le "}.get(gender, "")
            return (2, article.capitalize() if word == "L" else article) if article else (0, "")
        return len(elided[0]), word + ("E " if len(word) > 1 and word.isupper() else "e ")
    whole = _WHOLE.search(before)
    if whole and elides(words) and not elides(form):
        return len(whole[0]), whole[1] + apostrophe
    return 0, ""


def elides(words: str) -> bool:
    """Whether «de» loses its vowel before these words: they begin with a vowel, or with an h as most first names have
    it. A class reads as its noun: «l’[hôpital 1]»."""
    head = unaccented(words.removeprefix("[")[:3]).casefold()
    if head[:1] == "h":
        return head[1:2] in set("eiouy")
    if head[:1] == "y":
        return head[1:2].isalpha() and head[1:2] not in set("aeiou")
    return head[:1] in set("aeiou")

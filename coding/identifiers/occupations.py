# SPDX-License-Identifier: GPL-3.0-or-later
"""What someone is said to be: a trade, where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from coding.identifiers.span import Find, Label
from coding.identifiers.vocabulary import FUNCTION, OCCUPATIONS, ORIGINS

_BE = (
    r"(?:suis|es|est|sommes|êtes|sont|étais|était|étaient|été|serai|sera|serait|deviens|devient|devenue?s?|redevenue?|"
    r"fus|fut|reste|resté|restée)"
)
_ADVERBS = (
    r"(?:\s+(?:pas|plus|toujours|encore|donc|aussi|même|juste|bien|maintenant|aujourd['’]hui|moi-même|lui-même|"
    r"elle-même|comme|actuellement|euh|déjà|simple|jeune|"
    r"(?:une?\s+)?(?:anciens?|anciennes?|ex|grande?|petite?|premi[eè]re?|futur|future)))*[\s,-]+"
)
_AS = (
    r"(?:(?:travaill|boss|exerç|exerc|embauch|engag|form|install)\w*(?:\s+\w+)?\s+comme|en\s+tant\s+que|"
    r"métier\s+d[e'’]\s*|diplôme\s+d[e'’]\s*|profession\s?:|(?:retraitée?|ancien|ancienne)(?:\s+d[eu']s?)?|ex-?|"
    r",\s+une?|c['’]était\s+(?:une?|le)|"
    r"formation\s+d[e'’]|poste\s+d[e'’]|je\s+fais|fait)"
)
_MORE = (
    r"(?:[\s ]+(?:de|d['’]|en|à|aux?|du|des)[\s ]*(?:la[\s ]+|l['’])?(?-i:[a-zà-ÿœ])[^\W\d_]*(?:-[^\W\d_]+)*|"
    r"[\s ]+(?-i:[a-zà-ÿœ])[^\W\d_]*(?=\s*[.,;!?\n]|$))?"
)


@cache
def _trade() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, OCCUPATIONS), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{_BE}{_ADVERBS}|{_AS}\s*)(?P<trade>(?:(?:anciens?|anciennes?|"
        rf"ex)[\s-]+)?(?:{names})s?\b{_MORE})", re.IGNORECASE)


@cache
def _former() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, OCCUPATIONS), key=len, reverse=True))
    return re.compile(rf"\b(?P<trade>(?:anciens?|anciennes?)[\s ]+(?:{names})s?\b{_MORE})", re.IGNORECASE)


@cache
def _origin() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, ORIGINS), key=len, reverse=True))
    return re.compile(
        rf"\b(?:d['’]?\s?origines?\s+(?P<of>[^\W\d_]+(?:-[^\W\d_]+)*)|{_BE}{_ADVERBS}(?P<being>(?:{names})s?)\b|"
        rf"(?:famille|parents|réfugiée?s?|amie?s?|copine|copain|jeune|dame|étudiante?s?|père|mère|mari|femme|grands-parents|communauté)\s+(?P<folk>(?:{names})s?)\b|"
        rf"\bc['’]est\s+une?\s+(?P<one>(?:{names}))\b|"
        rf",\s+(?P<aside>(?:{names})s?)(?=\s*[,.]))", re.IGNORECASE)


def finds(text: str) -> Iterator[Find]:
    """Trades said of someone (not of whoever is passing by), and origins."""
    for pattern in (_trade(), _former()):
        for found in pattern.finditer(text):
            start, end = found.span("trade")
            last = text[start:end].rsplit(None, 1)
            if len(last) == 2 and last[1].lower().rstrip(".,") in FUNCTION | {"ici", "là"}:
                end = start + len(last[0])
            yield Find(start, end, Label.PROFESSION)
    for found in _origin().finditer(text):
        group = next(name for name, value in found.groupdict().items() if value)
        if found[group].lower() not in FUNCTION:
            yield Find(*found.span(group), Label.ORIGIN)

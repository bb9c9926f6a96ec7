# SPDX-License-Identifier: GPL-3.0-or-later
"""What cells say: dates, counts, yes and no, statuses and kinds, in French or in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from coding.fold import fold
from coding.language import N_, quoted_list
from models.errors import KnownError

_YES = frozenset("yes oui y o 1 true vrai x".split())
_NO = frozenset("no non n 0 false faux".split())
_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
    "decembre", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)

# The first word of each is the one that exports write, whatever the user's language: the files are a contract.
STATUS_WORDS = {
    "to_do": ("à faire", "to do", "to_do", "non commencé"),
    "under_way": ("en cours", "under way", "under_way", "underway", "in progress", "codage en cours"),
    "coded": ("codé", "coded", "codée"),
    "reread": ("relu", "reread", "re-read", "re_read", "relue"),
}
KIND_WORDS = {
    "interview": ("entretien", "interview", "entretien individuel"),
    "group_interview": ("entretien collectif", "group interview", "group_interview", "focus group"),
    "journal": ("journal", "diary", "journal de bord"),
    "document": ("document",),
    "open_answer": ("réponse ouverte", "open answer", "open_answer"),
}
FRAME_WORDS = {
    "yes": ("yes", "oui"),
    "partial": ("partial", "partiel", "partielle", "partiellement", "en partie"),
    "not_applicable": ("not_applicable", "not applicable", "sans objet", "non applicable"),
    "no": ("no", "non"),
}
ORIGIN_WORDS = {
    "guide": ("guide", "guide d’entretien"),
    "a_priori": ("a priori", "a_priori"),
    "emergent": ("emergent", "émergent", "émergente", "in vivo"),
    "unknown": ("", "unknown", "inconnue", "inconnu"),
}


def written(words: Mapping[str, tuple[str, ...]], value: str) -> str:
    """How exports write a stored value."""
    return words[value][0]


def chosen(words: Mapping[str, tuple[str, ...]], cell: str, column: str) -> str:
    """The stored value that a cell means. Raises KnownError listing what is understood."""
    sought = fold(cell).strip()
    for value, spellings in words.items():
        if sought in (fold(spelling) for spelling in spellings):
            return value
    understood = quoted_list(spellings[0] for spellings in words.values() if spellings[0])
    raise KnownError(
        N_("“{cell}” is not understood under “{column}”. Write one of: {words}."),
        cell=cell, column=column, words=understood,
    )


def yes_no(cell: str, column: str) -> bool:
    """Whether a cell says yes. Raises KnownError when it says neither yes nor no."""
    sought = fold(cell).strip()
    if sought in _YES or sought in _NO:
        return sought in _YES
    raise KnownError(N_("“{cell}” is not understood under “{column}”. Write yes or no."), cell=cell, column=column)


def day(cell: str, column: str) -> date:
    """The date in a cell: ISO, day first (03/02/2026, 3.2.26) or with the month in letters (mardi 3 février 2026).
    Raises KnownError when it is none."""
    figures = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})", cell)
    letters = re.fullmatch(r"(?:[a-z]+\.?,? )?(\d{1,2})(?:er)? ([a-z]{3,})\.? (\d{4})", " ".join(fold(cell).split()))
    try:
        if figures:
            year = int(figures[3])
            return date(year + 2000 if year < 100 else year, int(figures[2]), int(figures[1]))
        if letters:
            return date(int(letters[3]), _month(letters[2]), int(letters[1]))
        return datetime.fromisoformat(cell).date()
    except ValueError:
        raise KnownError(
            N_("“{cell}” is not a date under “{column}”. Write it as 2026-02-03 or 03/02/2026."),
            cell=cell, column=column,
        ) from None


def _month(word: str) -> int:
    """The month of a name, or of the first letters of one. Raises ValueError when it is none, or may be two."""
    found = {place % 12 + 1 for place, name in enumerate(_MONTHS) if name.startswith(word)}
    if len(found) != 1:
        raise ValueError(word)
    return found.pop()


def count(cell: str, column: str) -> int:
    """The whole number in a cell, 0 or more. Raises KnownError when it is none."""
    if not re.fullmatch(r"[0-9]{1,9}", cell):
        raise KnownError(N_("“{cell}” is not a whole number under “{column}”."), cell=cell, column=column)
    return int(cell)


def minutes(cell: str, column: str) -> int:
    """A duration in minutes, 1 or more, rounded («62», «62,5», «1 h 05», «01:05:00»). Raises KnownError when it is
    none."""
    hours = re.fullmatch(r"(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::\d{2})?(?:\s*min)?", cell, re.IGNORECASE)
    plain = re.fullmatch(r"(\d{1,5}(?:[.,]\d+)?)(?:\s*min(?:utes?)?)?", cell, re.IGNORECASE)
    found = 0
    if hours:
        found = int(hours[1]) * 60 + int(hours[2] or 0)
    elif plain:
        found = round(float(plain[1].replace(",", ".")))
    if found < 1:
        raise KnownError(N_("“{cell}” is not a duration in minutes under “{column}”."), cell=cell, column=column)
    return found


def listed(cell: str, separator: str = ";") -> list[str]:
    """The parts of a cell, trimmed, each once, empty ones left out."""
    return list(dict.fromkeys(part.strip() for part in cell.split(separator) if part.strip()))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's language: one gettext catalogue for domain, reports, command line and window."""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from math import ceil
from pathlib import Path

from models.errors import N_, KnownError

__all__ = ["LANGUAGES", "N_", "_", "current_language", "exact", "grammatical", "ngettext", "number", "percent",
           "pgettext", "preferred_language", "quoted_list", "say", "set_language", "short_date", "speaking"]

LANGUAGES = ("fr", "en")
LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "locale"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_code = "en"


def _(message: str) -> str:
    """The message in the user's language."""
    return _catalogue.gettext(message)


def pgettext(context: str, message: str) -> str:
    """The message in the user's language, where one English word has several French ones."""
    return _catalogue.pgettext(context, message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The plural form for ``n``; the caller formats the numbers in."""
    return _catalogue.ngettext(singular, plural, n)


def set_language(code: str) -> None:
    """Use the catalogue of ``code`` (one of LANGUAGES) from here on, in this process."""
    global _catalogue, _code
    if code not in LANGUAGES:
        raise ValueError(code)
    _code = code
    _catalogue = gettext.translation("filrouge", LOCALE_FOLDER, languages=[code], fallback=code == "en")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use another language for a while. Not while other threads speak to the user: the language is the process's."""
    before = _code
    set_language(code)
    try:
        yield
    finally:
        set_language(before)


def current_language() -> str:
    """The language in use, ``fr`` or ``en``."""
    return _code


def preferred_language() -> str:
    """What the environment asks for: FILROUGE_LANGUAGE, else the locale; French when it names no language.

    Any language other than French and English gets English; the C and POSIX locales say nothing of a
    language, and French is the home language.
    """
    asked = os.environ.get("FILROUGE_LANGUAGE", "")[:2].lower()
    if asked in LANGUAGES:
        return asked
    name = next((os.environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(k)), "")
    if not name and os.name == "nt":
        name = locale.getlocale()[0] or ""
    name = name.split(".")[0].lower()
    if name in ("", "c", "posix") or name.startswith("fr"):
        return "fr"
    return "en"


def say(error: KnownError) -> str:
    """The sentence of a known error in the user's language."""
    return _(error.key).format(**error.values)


def number(value: float, digits: int = 0) -> str:
    """A figure as the reader writes it: decimal comma and no-break thousands in French."""
    text = f"{value:,.{digits}f}"
    if _code == "fr":
        text = text.replace(",", "\u202f").replace(".", ",")
    return text


def grammatical(value: float) -> int:
    """The count to give ``ngettext`` for a figure with decimals: French has the singular below 2, English for 1."""
    return int(value) if _code == "fr" else ceil(value)


def exact(value: float) -> str:
    """A figure with the decimals it has, two at the most."""
    return number(value, 0 if value == int(value) else 1 if round(value * 10, 6) == int(value * 10) else 2)


def percent(share: float, digits: int = 0) -> str:
    """A share (0–1) as a percentage, with the French no-break space before the sign."""
    return number(share * 100, digits) + ("\u00a0%" if _code == "fr" else "%")


def quoted_list(names: Iterable[str]) -> str:
    """Names between quotation marks, a comma between them; – for none."""
    marks = "«\u00a0{}\u00a0»" if _code == "fr" else "“{}”"
    return ", ".join(map(marks.format, names)) or "–"


def clauses(parts: Iterable[str]) -> str:
    """Parts with a semicolon between them, after a no-break space in French."""
    return ("\u00a0; " if _code == "fr" else "; ").join(parts)


def short_date(day: date) -> str:
    """A date as the reader writes it: 03/02/2026 in French, 2026-02-03 in English."""
    return day.strftime("%d/%m/%Y") if _code == "fr" else day.isoformat()

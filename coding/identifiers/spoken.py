# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as people say them: «soixante-dix-sept», «deux mille dix-neuf», «zéro six trente-neuf»."""

from __future__ import annotations

import re

_SMALL = (
    "z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|"
    "quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|milles?"
)
# A hyphen, a space, or «et» as in «vingt et un».
_JOIN = r"(?:[-\s\u00a0]+et[-\s\u00a0]+|[-\s\u00a0]+)"
NUMBER = rf"\b(?:{_SMALL})(?:{_JOIN}(?:{_SMALL}))*\b"
"""One number, or several said in a row; «un» and «une» alone included."""

ATOM = rf"(?:{_SMALL})\b"
SEPARATOR = (
    r"(?:[-\s\u00a0]+et[-\s\u00a0]+|[-\s\u00a0,.…/]+(?:(?:euh|heu|alors|puis|donc|tiret|point|slash|espace|deux fois|"
    r"attendez|attends)[-\s,.…]+)*)"
)
RUN = rf"\b(?:{ATOM}|\d{{1,4}})(?:{SEPARATOR}(?:{ATOM}|\d{{1,4}}\b))*"
"""Number words and figures, with the hesitations between them."""
LONG_RUN = rf"\b(?:{ATOM}|\d{{1,4}})(?:{SEPARATOR}(?:{ATOM}|\d{{1,4}}\b)){{3,}}"
"""Four of them at least."""

YEAR = (
    rf"(?:deux[-\s]mille(?:{_JOIN}(?:{_SMALL}))*|mille[-\s]neuf[-\s]cents?(?:{_JOIN}(?:{_SMALL}))*|"
    rf"dix[-\s](?:neuf|huit)[-\s]cents?(?:{_JOIN}(?:{_SMALL}))*)"
)
DAY = (
    r"(?:premier|1er|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[-\s](?:sept|huit|neuf))?|onze|douze|treize|"
    r"quatorze|quinze|seize|vingt(?:[-\s]et[-\s]une?|[-\s](?:deux|trois|quatre|cinq|six|sept|huit|neuf))?|"
    r"trente(?:[-\s]et[-\s]une?)?)"
)
TWO_DIGITS = (
    r"(?:(?:vingt|trente|quarante|cinquante|soixante|quatre[-\s]vingts?)(?:[-\s]et[-\s](?:une?|onze)|[-\s](?:une?|"
    r"deux|trois|"
    r"quatre|cinq|six|sept|huit|neuf|dix(?:[-\s](?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize))?)"
)



def amount(run: str) -> int:
    """How many number words and figures a run holds."""
    return len(re.findall(rf"\b{ATOM}\b|\d+", run, re.IGNORECASE))

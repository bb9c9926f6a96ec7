# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephones, e-mail addresses and file numbers, written or said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.fold import fold
from coding.identifiers import spoken
from coding.identifiers.span import Find, Label
from coding.identifiers.vocabulary import FUNCTION

_SEP = r"[\s .\-/–]{0,3}"
_PHONE = re.compile(
    rf"(?<![\w.,/-])(?:(?:\+|00)\d{{1,3}}(?:{_SEP}\(0\))?{_SEP}(?:\d{_SEP}){{7,11}}\d|"
    rf"0[1-9](?:{_SEP}\d){{8}})(?!\d)(?![-/]\d)"
)
_SPOKEN_PHONE = re.compile(
    rf"\b(?:plus\s+(?:trente[-\s](?:trois|deux)|quarante[-\s]et[-\s]un|deux\s+cent)|"
    rf"z[ée]ro(?!\s+z)){spoken.SEPARATOR}{spoken.RUN[2:]}", re.IGNORECASE)
_MIXED_PHONE = re.compile(rf"\b0[1-9]{spoken.SEPARATOR}{spoken.RUN[2:]}", re.IGNORECASE)
_FEWEST_IN_A_PHONE = 5

_EMAIL = re.compile(
    r"[\w.+%-]+\s?(?:@|\[at\]|\(at\)|\[arobase\]|\(arobase\))\s?[\w-]+(?:(?:\.|\s?(?:\[dot\]|\(dot\)|\[point\]|"
    r"\(point\))\s?)[\w-]+)+",
    re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@[\w.'’-]{3,}\w")
_URL = re.compile(r"\b(?:https?://|www\.)[^\s«»<>\"]+[^\s«»<>\".,;:!?)]", re.IGNORECASE)
_AT = re.compile(r"\b(?:arobases?|arobas|at\s+sign)\b", re.IGNORECASE)
_PART = r"(?:[^\W_]+(?:['’-][^\W_]+)*)"
_LINK = r"(?:[\s,]+(?:point|tiret(?:\s+(?:du\s+)?(?:bas|haut|six|huit))?|underscore|dot)[\s,]+|[._-])"
_DOMAIN = re.compile(rf"[\s,:]*{_PART}(?:{_LINK}{_PART})*", re.IGNORECASE)
_LOCAL = re.compile(rf"{_PART}(?:{_LINK}{_PART})*[\s,]*$", re.IGNORECASE)
_MOST_WORDS_BEFORE = 5
_STOPS = FUNCTION | frozenset(
    "mail email e-mail adresse courriel mel electronique ecrire ecrivez ecris boite envoyer tout attache".split())
_NUMBER_WORDS = re.compile(rf"(?:{spoken.ATOM}|\d+)(?:[-\s](?:{spoken.ATOM}|\d+))*", re.IGNORECASE)

_NIR = re.compile(
    r"(?<!\d)[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?!\d)")
_IBAN = re.compile(r"\bFR\d{2}(?:\s?[\dA-Z]{4}){5}\s?[\dA-Z]{3}\b")
_PLATE = re.compile(r"\b[A-Z]{2}[- ]\d{3}[- ][A-Z]{2}\b|\b\d{3,4}[- ][A-Z]{2,3}[- ]\d{2}\b")
_KIND = (
    r"(?:dossiers?|num[ée]ros?|n[°ºo]\.?|matricule|ipp|nip|nda|nir|ins|iep|rpps|adeli|finess|siret|siren|identifiant|"
    r"allocataire|s[ée]cu(?:rit[ée]\s+sociale)?|"
    r"plaque|immatricul[ée]e?|carte(?:\s+vitale)?|permis|passeport|contrat|adh[ée]rente?|patient\s+n[°o]|"
    r"r[ée]f[ée]rence|r[ée]f|[ée]crou|bon|badge|code)"
)
_CODE = r"(?=[\w./-]*\d{2})[A-Z]{0,6}[-/.]?\d[\w]*(?:[-/.\s](?=[\w./-]*\d)[A-Z\d]+)*(?:-[A-Z]{1,3}\b)?"
_AFTER_KIND = re.compile(
    rf"\b{_KIND}\b(?:[\s :,'’]+(?:de|d|du|la|le|les|l|c|est|était|s[ée]cu|dossier|num[ée]ro|n[°º]|patient|c'est|c’est|"
    rf"mon|son|ma|sa|à|moi|portait|porte|vitale|sociale|s[ée]curit[ée])\b)*"
    rf"[\s :,'’°º]*(?P<code>{_CODE})", re.IGNORECASE)
_SPOKEN_AFTER_KIND = re.compile(
    rf"\b(?:dossier|num[ée]ro|matricule|ipp|nir|rpps|adeli|identifiant|allocataire|s[ée]cu(?:rit[ée]\s+sociale)?|"
    rf"[ée]crou|immatricul\w+)\b[^.!?\n\d]{{0,40}}?"
    rf"(?P<code>\b(?:[a-z]\s+)?{spoken.LONG_RUN[2:]}(?:\s+(?:tiret|slash)\s+{spoken.RUN[2:]})*)", re.IGNORECASE)
# «Vous aviez un numéro d’écrou ?» and the answer; «mon numéro de pointage, le 7482-B».
_ASKED = re.compile(
    rf"\bnum[ée]ros?\s+(?:de\s+|d['’])[^\W\d_]+(?:\s*\?)?[\s,:]*(?:(?:le|c['’]est|c['’]était|était|est)\s+(?:le\s+)?)?"
    rf"(?P<code>{_CODE}(?:[ ]\d{{2,4}})*(?:-[A-Z])?)", re.IGNORECASE)
_FEWEST_IN_A_CODE = 4
# «matricule 1 048 227», «2 214 873 K»: figures in groups, called a number, or with a letter at their end.
_GROUPED = re.compile(
    rf"(?:\b{_KIND}\b[^.!?\n\d]{{0,30}}(?P<called>\d{{1,4}}(?:[ \u00a0\u202f]\d{{2,4}})+(?:\s?[A-Z]\b)?)|"
    r"(?<![\w.,])(?P<lettered>\d{1,3}(?:[ \u00a0\u202f]\d{3})+[ \u00a0]?[A-Z])(?=[\s.,;!?]))", re.IGNORECASE)
_EXTENSION = re.compile(rf"\bposte\s+(?:le\s+)?(?P<code>\d{{2}}\s?\d{{1,3}}\b|{spoken.NUMBER})", re.IGNORECASE)
# Figures and hyphens, five at least: nothing else in speech looks so, once dates and telephones are set aside.
_BARE = re.compile(r"(?<![\w.,/-])(?:[A-Z]{1,5}[-/]?|[A-Z]{1,2} )?\d[\d]*(?:[-/.][\dA-Z]+)*\d(?![\w/-])")
_YEARS = re.compile(r"(?:1[89]|20)\d\d[-/](?:1[89]|20)\d\d")
_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}|\d{4}([/.-])\d{2}\2\d{2}")
_UNIT = re.compile(
    r"[\s \u202f]*(?:€|euros?|francs?|habitants?|km|kilom|m[èe]tres?|personnes?|%|pour\s?cent|dollars?|grammes?|mg|"
    r"balles|fois|signes|mots|cfa|dinars?|heures?|pas\b|lits|patients)", re.IGNORECASE)


def finds(text: str) -> Iterator[Find]:
    """E-mails, telephones and numbers of files, cards and registers."""
    yield from written(text)
    yield from _spoken_emails(text)
    yield from _spoken_phones(text)
    yield from _codes(text)


def written(text: str) -> Iterator[Find]:
    """Those that are written in a form of their own, which are quick to find."""
    yield from _matches(_EMAIL, text, Label.EMAIL)
    yield from _matches(_PHONE, text, Label.PHONE)
    for pattern in (_HANDLE, _URL, _NIR, _IBAN, _PLATE):
        yield from _matches(pattern, text, Label.ID)


def _matches(pattern: re.Pattern[str], text: str, label: Label) -> Iterator[Find]:
    for found in pattern.finditer(text):
        yield Find(*found.span(), label)


def _spoken_phones(text: str) -> Iterator[Find]:
    for pattern in (_SPOKEN_PHONE, _MIXED_PHONE):
        for found in pattern.finditer(text):
            if spoken.amount(found[0]) >= _FEWEST_IN_A_PHONE:
                yield Find(found.start(), found.start() + len(found[0].rstrip(" ,.-…")), Label.PHONE)


def _spoken_emails(text: str) -> Iterator[Find]:
    """«martine point guilbaud cinquante-huit arobase exemple point fr»."""
    for at in _AT.finditer(text):
        domain = _DOMAIN.match(text, at.end())
        yield Find(_local_start(text, at.start()), domain.end() if domain else at.end(), Label.EMAIL)


def _local_start(text: str, at: int) -> int:
    """Where the part before «arobase» begins: linked words, then bare ones until a word of the sentence."""
    line = text.rfind("\n", 0, at) + 1
    start = at
    for _turn in range(_MOST_WORDS_BEFORE):
        head = text[max(line, start - 120) : start]
        found = _LOCAL.search(head) if start == at or _ends_in_link(head) else re.search(rf"{_PART}[\s,]*$", head)
        if not found:
            break
        first = fold(re.split(r"[\s,]", found[0].strip())[0])
        elided = "'" in first and first.split("'")[0] in _STOPS
        if not _NUMBER_WORDS.fullmatch(first) and (first in _STOPS or elided):
            break
        start -= len(head) - found.start()
    return start


def _ends_in_link(head: str) -> bool:
    return bool(re.search(rf"{_LINK}$", head, re.IGNORECASE))


def _codes(text: str) -> Iterator[Find]:
    for found in (*_AFTER_KIND.finditer(text), *_ASKED.finditer(text)):
        code = found["code"]
        if sum(c.isdigit() for c in code) >= 3 and not _UNIT.match(text, found.end()):
            yield Find(*found.span("code"), Label.ID)
    for found in _SPOKEN_AFTER_KIND.finditer(text):
        if spoken.amount(found["code"]) >= _FEWEST_IN_A_CODE:
            yield Find(found.start("code"), found.start("code") + len(found["code"].rstrip(" ,.-…")), Label.ID)
    for found in _GROUPED.finditer(text):
        group = found.lastgroup or 0
        if sum(c.isdigit() for c in found[group]) >= 5 and not _UNIT.match(text, found.end()):
            yield Find(*found.span(group), Label.ID)
    for found in _EXTENSION.finditer(text):
        if spoken.amount(found["code"]) > 2 or found["code"][0].isdigit():
            yield Find(*found.span("code"), Label.ID)
    for found in _BARE.finditer(text):
        counted = _YEARS.fullmatch(found[0]) or _DATE.fullmatch(found[0]) or _UNIT.match(text, found.end())
        if sum(c.isdigit() for c in found[0]) >= 5 and not counted:
            yield Find(*found.span(), Label.ID)

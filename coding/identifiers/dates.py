# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates and years, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.identifiers import spoken
from coding.identifiers.span import Find, Label

_S = r"[\s \u202f]+"
_MONTH = r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)"
_SHORT = r"(?:janv|f[ée]vr|avr|juil|sept|oct|nov|d[ée]c)\."
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAY = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:er|{_S}er)?|{spoken.DAY})"
_YEAR = rf"(?:(?:18|19|20)\d\d|['’]\d\d|\d\d(?![\d:h%€])|{spoken.YEAR}|{spoken.TWO_DIGITS})"
_FULL_YEAR = rf"(?:(?:19|20)\d\d|{spoken.YEAR})"
_TIME_BEFORE = (
    r"(?:en|de|fin|d[ée]but|mi|courant|depuis|avant|apr[èe]s|jusqu['’][àae]n?|jusqu['’]au|d[èe]s|vers|mois\s+d[e'’]|"
    r"d['’]|"
    r"pour|à\s+partir\s+de|entre|et|à|au\s+mois\s+de|tout)"
)
_SEASON = (
    r"(?:(?:l['’]|cet\s+|en\s+)?(?:été|hiver|automne)|(?:le\s+|au\s+)?printemps|no[ëe]l|p[âa]ques|toussaint|"
    r"rentr[ée]e)"
)

_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    # lundi 8 juin 2020, le douze mars deux mille dix-neuf, 2 septembre
    rf"\b(?:{_WEEKDAY}{_S})?(?:{_DAY}{_S}(?:au|et|ou){_S}(?:le{_S})?)?{_DAY}{_S}(?:{_MONTH}\b|{_SHORT})(?:{_S}(?:de{_S}l['’]an{_S})?{_YEAR}\b)?",
    # novembre 2017
    rf"\b(?:{_MONTH}|{_SHORT}){_S}(?:de{_S}l['’]année{_S})?(?:{_YEAR})(?!\w)",
    # fin avril, en mars
    (rf"\b(?:en|fin|d[ée]but|mi|courant|depuis|jusqu['’]en|jusqu['’]à|d[èe]s|mois{_S}de|mois{_S}d['’]|d[ée]but|"
     rf"fin{_S}de|apr[èe]s|avant|entre|de|et|à|vers)(?:{_S}|-|(?<=['’]))"
     rf"(?:(?:fin|d[ée]but|mi)(?:{_S}|-))?(?P<month>{_MONTH})\b"),
    # le lundi de Pentecôte
    rf"\b{_WEEKDAY}{_S}(?:de{_S})?(?:pentec[ôo]te|p[âa]ques|saint\b)",
    # 17/11/2022, 12.03.85, 2019-03-12
    r"(?<![\w./-])(?:0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d)(?![\w/-])",
    r"(?<![\w./-])(?:19|20)\d\d[/.-](?:0[1-9]|1[0-2])[/.-](?:0[1-9]|[12]\d|3[01])(?![\w/-])",
    r"\b(?:le|du|au)\s+(?P<figures>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2]))(?![\w/])",
    r"(?<![\w/])(?:0[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/])",
    r"(?<![\w/-])(?:1[89]|20)\d\d\s?[-/]\s?(?:1[89]|20)?\d\d(?![\w/-])",
    # le 9 du mois de février 2018; vendredi, le 20
    rf"\b{_DAY}{_S}(?:du|de){_S}(?:mois{_S}(?:de{_S}|d['’]))?{_MONTH}(?:{_S}{_YEAR})?\b",
    rf"\b{_DAY}{_S}(?:{_MONTH}){_S}(?:de{_S}l['’]an(?:née)?{_S}(?:derni(?:er|ère)|passée?)|dernier|prochain)\b",
    rf"\b{_WEEKDAY},?{_S}le{_S}(?P<day>{_DAY})\b(?!{_S}[^\W\d_])(?!h|:|[.,]\d)",
    # lundi 8, le lundi douze
    rf"\b{_WEEKDAY}{_S}{_DAY}\b(?!{_S}(?:h\b|heures?|fois|mois|ans|jours|personnes))(?!h|:)",
    # en 2009, depuis 1987
    (r"(?<![\w.,/-])(?:19|20)\d\d(?![\w%€/-]|,\d|\.\d)(?!\s?(?:euros?|€|francs|personnes|habitants|km|mètres|mg|balles|"
     r"places|signatures|dossiers))"),
    (rf"\b(?:mille[-\s]neuf[-\s]cents?|dix[-\s]neuf[-\s]cents?)(?:[-\s]+(?:et[-\s]+)?{spoken.ATOM})+\b(?!{_S}(?:euros?|"
     rf"francs|personnes|habitants))"),
    (rf"\b(?:en|depuis|de|fin|d[ée]but|ann[ée]e|né|née|d[èe]s|apr[èe]s|avant|jusqu['’]en|c['’]était|puis|à|et|vers|été|"
     rf"hiver|printemps|automne|noël){_S}(?:en{_S})?(?P<said>deux[-\s]mille(?:[-\s]+(?:et[-\s]+)?{spoken.ATOM})*)\b"
     rf"(?!{_S}(?:euros?|francs|personnes|habitants|kilom|mètres|balles|places|ans))"),
    # en 98, en soixante-huit
    (rf"\b(?:en|depuis|été|hiver|né{_S}en|née{_S}en)(?:{_S}(?P<short>['’]?\d\d|{spoken.TWO_DIGITS}))\b"
     rf"(?![-\s]+(?:et[-\s]+)?{spoken.ATOM})(?!{_S}(?:ans|"
     rf"minutes|heures|jours|mois|secondes|euros|semaines|kilos|fois|étapes|personnes|pages|points))(?![:h%,.]\d|"
     rf"\s?(?:h|%|€|mn|min)\b)"),
    # l'été 2019, Noël 2018
    rf"\b{_SEASON}{_S}(?:de{_S}l['’]année{_S}|de{_S})?{_FULL_YEAR}\b",
    # né le douze zéro trois mille neuf cent soixante
    (rf"\b(?:née?s?|naissance|date){_S}(?:(?:c['’]est|est|de|du|le|c’est|"
     rf"naissance){_S})*le{_S}(?P<birth>{spoken.RUN[2:]})"),
))


def finds(text: str) -> Iterator[Find]:
    """Every date, down to a month or a year alone; week days, durations and hours are none."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            group = next((name for name, value in found.groupdict().items() if value), None)
            start, end = found.span(group) if group else found.span()
            yield Find(start, start + len(text[start:end].rstrip(" ,.-…")), Label.DATE)

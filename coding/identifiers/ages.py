# SPDX-License-Identifier: GPL-3.0-or-later
"""Ages, told from durations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.identifiers import spoken
from coding.identifiers.span import Find, Label

_AGE = re.compile(rf"(?<![\w,.])(?:\d{{1,3}}|{spoken.NUMBER})[\s ]+ans\b(?:[\s ]+et[\s ]+demie?)?", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?:(?:quadra|quinqua|sexa|septua|octo|nona)g[ée]naires?|centenaire|(?:la|sa|ma)\s+(?:vingtaine|trentaine|"
    r"quarantaine|"
    r"cinquantaine|soixantaine))\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:\b(?:g|jai|j\s+ai|jav(?:ai|é)|j['’]\s?(?:ai|avais|aurai|allais\s+avoir)|(?:il|elle|on|qui|tu|ils|elles|lui|moi)\s+(?:a|as|ont|avait|"
    r"avais|avaient|va\s+avoir|aura|allait\s+avoir|a\s+eu|en\s+a)|vous\s+avez|nous\s+avons|"
    r"(?:a|ai|ayant|avoir|avait|avais|avaient|eu|aura|fêt[ée]r?|fête|faisait|fait)|"
    r"âg[ée]e?s?\s+(?:de|d['’])|[àa]|(?:mes|ses|tes|vos|leurs)|l['’]âge\s+de|vers|avant\s+(?:mes|ses)|aujourd['’]hui|"
    r"plus\s+de|moins\s+de|"
    r"(?:homme|femme|fille|fils|garçon|enfants?|dame|monsieur|patiente?|gamine?|bébé|personne|jeune|père|mère|frère|"
    r"sœur|ado|mari|gosse|petite?|filles|garçons|jumeaux|jumelles)s?\s+de)"
    r"(?:\s+(?:déjà|presque|bientôt|environ|à\s+peu\s+près|quoi|maintenant|seulement|que|tout\s+juste|juste|à\s+peine|"
    r"euh|,))*[\s ,]*|,\s*)$", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"\b(?:y\s+a|y\s+avait|depuis|pendant|durant|ça\s+fait|cela\s+fait|ça\s+faisait|fait|dans|en|pour|après|avant|"
    r"tous\s+les|voilà|passé|pris|duré|bout\s+de)\s+(?:bientôt\s+|presque\s+|déjà\s+|plus\s+de\s+|environ\s+|"
    r"à\s+peu\s+près\s+|quoi\s+|bien\s+)*$", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"\s+(?:d['’](?:ancienneté|écart|expérience|attente|études|emprisonnement|amour|absence|arrêt|exercice|usine)|"
    r"de\s+(?:boîte|boulot|carrière|galère|mariage|métier|prison|service|vie|différence|plus|moins|maladie|"
    r"recul|pratique|consommation|travail|sursis|thérapie|suivi|bagne|traitement|retard|dialyse|stage|formation)|"
    r"après|avant|plus\s+tard|que\b|qu['’]|durant|pour\s+(?:avoir|obtenir)|à\s+(?:attendre|être|faire|travailler|"
    r"vivre))", re.IGNORECASE)


def finds(text: str) -> Iterator[Find]:
    """«58 ans», «cinquante-huit ans et demi»; not «depuis vingt ans», «dix ans de métier»."""
    for found in _AGE.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        if _BEFORE.search(before) and not _NOT_BEFORE.search(before) and not _NOT_AFTER.match(text, found.end()):
            yield Find(*found.span(), Label.AGE)
    for found in _WORDS.finditer(text):
        yield Find(*found.span(), Label.AGE)

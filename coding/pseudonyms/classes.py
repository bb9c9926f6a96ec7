# SPDX-License-Identifier: GPL-3.0-or-later
"""The classes that stand for what has no pseudonym: «[ville 1]», «[hôpital 2]», «[téléphone]».

They are words of the transcript, which is French, and not of the window.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from coding import fold
from coding.identifiers import geography, lists, vocabulary
from coding.identifiers.span import Label
from coding.pseudonyms.identity import Identity
from coding.pseudonyms.mention import is_doctor

# Things of which there is nothing to tell apart.
UNNUMBERED: Mapping[Label, str] = {
    Label.PHONE: "téléphone", Label.EMAIL: "courriel", Label.ID: "numéro", Label.DATE: "date", Label.AGE: "âge",
    Label.PROFESSION: "profession", Label.ORIGIN: "origine",
}
# The class keeps the head where it can, so that the article before stays right: «au CHU», «à la clinique».
_HEADS: Mapping[str, str] = {
    **dict.fromkeys(("hopital", "hopitaux", "sanatorium"), "hôpital"),
    **dict.fromkeys(("clinique", "polyclinique"), "clinique"), "maternite": "maternité",
    **dict.fromkeys(("service", "unite", "secteur", "pavillon"), "service"), "pole": "pôle",
    **{head: head.upper() for head in (
        "chu chru chr ch chi chs chd csapa caarud cmp cattp cmpp camsp sessad ime itep esat gem chrs cada huda savs "
        "samsah ehpad ssr ifsi ufr iut cfa ccas mjc samu ssiad").split()},
    **dict.fromkeys(("foyer", "foyer-logement"), "foyer"), **dict.fromkeys(("association", "asso"), "association"),
    **dict.fromkeys(("ecole", "maternelle"), "école"), "college": "collège", "lycee": "lycée",
    **dict.fromkeys(("universite", "fac", "faculte"), "université"), "institut": "institut", "creche": "crèche",
    "cabinet": "cabinet", "pharmacie": "pharmacie", **dict.fromkeys(("laboratoire", "labo"), "laboratoire"),
    "mairie": "mairie", "prefecture": "préfecture", "tribunal": "tribunal", "commissariat": "commissariat",
    "prison": "prison", "maison": "maison", "centre": "centre", "eglise": "église", "mosquee": "mosquée",
    "entreprise": "entreprise", "societe": "société", "boite": "boîte", "usine": "usine", "magasin": "magasin",
    "restaurant": "restaurant", "bar": "bar", "cafe": "café", "garage": "garage", "club": "club",
    "fondation": "fondation", "residence": "résidence", "collectif": "collectif", "reseau": "réseau",
    "hotel": "hôtel", "ferme": "ferme", "stade": "stade", "banque": "banque", "journal": "journal",
}
_FEMININE = frozenset((
    "ville région rue avenue place impasse allée cité route porte gare résidence adresse structure association "
    "clinique maternité école université crèche pharmacie mairie préfecture prison maison église mosquée entreprise "
    "société boîte usine fondation ferme banque personne initiale date profession origine"
).split())
_NOUN = re.compile(r"\[([^\W\d_]+)")


def noun(identity: Identity) -> str:
    """The class of an identity."""
    if identity.label is Label.PERSON:
        return "médecin" if any(map(is_doctor, identity.places)) else "personne"
    if identity.label is Label.LOC:
        return _place(identity.name)
    if identity.label is Label.ORG:
        words = fold.words(identity.name)
        return next((_HEADS[word] for word in words[:1] if word in _HEADS), "structure")
    return UNNUMBERED[identity.label]


def gender_of(words: str) -> str:
    """«f» or «m» for a class, which the article before it must follow; nothing for other words."""
    found = _NOUN.match(words)
    return ("f" if found[1] in _FEMININE else "m") if found else ""


def _place(name: str) -> str:
    words = fold.words(name)
    key = fold.fold(name)
    if words and words[0].isdigit():
        return "adresse"
    head = next((word for word in re.findall(r"[^\W\d_]+", name) if fold.fold(word) in vocabulary.STREETS), "")
    if head and head == re.findall(r"[^\W\d_]+", name)[0]:
        return "boulevard" if fold.fold(head) == "bd" else head.lower()
    if key in geography.COUNTRIES:
        return "pays"
    if key in geography.REGIONS:
        return "région"
    return "ville" if key in geography.FOREIGN_CITIES or lists.commune(name) else "lieu"

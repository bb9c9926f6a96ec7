# SPDX-License-Identifier: GPL-3.0-or-later
"""What interviews are about, whatever the words: «vous vous en sortez ?» asks what «arrivez-vous à en vivre ?» asks.

Each notion is given by beginnings of French words, folded. They are those of interviews on work, careers, families and
places; a notion that is missing costs nothing, the words themselves are compared besides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coding.fold import fold

_NOTIONS = (
    # the course of a life, of an interview
    (r"ajout|oubli|abord[ea]|autres? choses?|pour (?:finir|terminer|conclure)|pas (?:parl|demand|evoqu)"
     r"|derniere question|tene[zr] a dire|retien"),
    (r"deveni|devenu|en (?:etes|es|est|sont) venu|amene|parcours|trajectoire|itineraire|histoire|origine|chois"
     r"|choix|vocation|envie|idee|motiv|decid|remonte"
     r"|(?:comment|racont).{0,25} (?:venue?s?|arrivee?s?) (?:a|au|aux|dans)\b"),
    r"debut|commenc|demarr|depart|premier",
    r"avant|auparavant|anterieur|precede|ancien|a l'epoque|jusque|autrefois",
    (r"avenir|futur|suites?\b|dizaine d'annees|dix ans|cinq ans|projet|imagin|envisag|perspective|plus tard"
     r"|demain|continu|transm[ei]|prochain|deviend"),
    r"chang|evolu|transform|differen|plus pareil|comme avant",
    r"partir|partai|quitt|remplac|sans (?:lui|elle|eux|vous|toi)\b|tienne?n?t?\b|disparai|rester[ao]",
    # work
    r"travail|metier|boulot|bosse|profession|emploi|postes?\b|activite|jobs?\b|fonctions?\b",
    (r"journee|semaine|quotidien|ordinaire|typique|type\b|emploi du temps|planning|horaire|rythme|saison"
     r"|s'organis|deroul"),
    r"partag|repart|fait quoi|roles?\b|taches?\b|associe|seule?\b|a deux\b|ensemble|particip",
    r"equipe|collegue|soignant|service|personnel",
    r"statut|contrat|postes?\b|titre|benevol|salari|grade|intitul|paye|embauch|recrut|conditions d'emploi",
    r"formation|forme[rsz]?\b|diplom|etudes|etudi|ecole|appren|appris|certif|stage|universit",
    r"savoir|save[zn]|sai[ts]\b|connai|compren|compet|expert|experience",
    # money
    (r"argent|salair|revenu|paye|remuner|gagn|viv(?:re|ez|ent) de|en sor[st]|financierement|rentable"
     r"|joindre les deux bouts|smic|fins? de mois"),
    (r"financ|emprunt|credit|prets?\b|budget|moyens|subvention|couts?\b|coutes?\b|prix|argent|banque|endett"
     r"|dotation|fallu combien"),
    r"vend|ventes?\b|client|ecoul|marches?\b|achet|commerc|debouche",
    # what is easy, what is hard
    r"aid[ea]|soutien|souten|appui|coup de main|accompagn|epaul|compter sur|derriere|entour",
    r"frein|obstacle|resist|retic|oppos|batons dans|empech|bloqu|mefi|inquiet|peurs?\b|crain|hostil",
    (r"difficil|difficult|durs?\b|dures?\b|pire|penib|fatig|usant|coutes? le plus|eprouv|lourd|compliqu|problem"
     r"|souffr|epuis|stress|moralement|physiquement"),
    r"supervis|repren|debrief|en parle[rz]|parler de (?:ca|cela)|(?:lieu|endroit) pour|decharg|depos|soulag",
    r"sentiment|ressen|sente?z?\b|vecu|vive?z\b|eprouv",
    # the others
    (r"accueil|recue?s?\b|recoi|recev|integr|accept|adopt|reag|reaction|regard|arrivee\b"
     r"|quand (?:vous|tu) (?:etes|es) arrive"),
    r"relation|rapports?\b|liens?\b|contact|entend|frequent|voisin|cotoi|se passe avec|avec les .{0,30}comment",
    r"village|bourg|quartier|ville\b|commune\b|habitant|du coin\b|du pays\b|alentour|autour|voisin",
    r"couple|conjoint|mari\b|femme|compagn|epou[sx]|famil|entourage|proches?\b|parents?\b|pere\b|mere\b",
    r"enfant|fils\b|fille|gamin",
    r"conseil|dir(?:iez|ais) a|recommand|lanc(?:er?|ez)\b|debutant|un jeune|faire (?:pareil|comme vous)",
    (r"parle[rz]? de (?:soi|vous|toi)\b|di(?:[st]|re|tes|sent)\b.{0,12} de (?:soi|vous|toi|lui|elle)\b"
     r"|racont.{0,15} (?:histoire|vie)|present"
     r"|devoil|confi|pudeur|secret|intime|livre[rz]"),
    r"exemple|situation|moment|recent|un cas\b|souven|anecdot|marqu|derniere fois",
    # places and things
    r"logement|maison|habit|appartement|demenag|install",
    r"trouv|cherch|tombee?s? sur|obten|obtenu|denich|acqu[ie]|reprendre|repris|loue",
    r"terres?\b|ferme\b|parcelle|hectare|pres?\b|terrain|foncier|exploitation|batiment",
    r"loisir|temps libre|vacance|passe-temps|week-end|dimanche|detent",
    r"sante\b|malad|soins?\b|soign|medecin|hopita|traitement|patient",
    r"ecole|enseign|classe|instit|profs?\b|eleve",
    r"politi|vot[ea]|election|syndic|manif|greve",
    r"religi|croya|croye|foi\b|eglise|mosquee|pratiquant",
    r"numeri|internet|ordinat|telephon|reseaux|ecrans?\b|en ligne",
)
_PATTERNS = tuple(re.compile(rf"\b(?:{notion})") for notion in _NOTIONS)

Numbers = NDArray[np.float32]


def likeness(turns: Sequence[str], questions: Sequence[str]) -> Numbers:
    """How far turns (rows) and questions are about the same, 0 to 1; rare notions count more."""
    said, asked = _held(turns), _held(questions)
    count = np.maximum(1, said.sum(axis=0) + asked.sum(axis=0))
    rarity = np.log1p((len(turns) + len(questions)) / count)
    return unit(said * rarity) @ unit(asked * rarity).T


def unit(rows: Numbers) -> Numbers:
    """The rows made 1 long; those that are 0 stay so."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    directions: Numbers = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return directions


def _held(texts: Sequence[str]) -> Numbers:
    folded = [fold(text) for text in texts]
    return np.array([[bool(one.search(text)) for one in _PATTERNS] for text in folded], np.float32).reshape(
        len(texts), len(_PATTERNS))

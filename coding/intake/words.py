# SPDX-License-Identifier: GPL-3.0-or-later
"""Word lists, folded (no accents, lower case), that tell speakers from headings and from speech."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ASKING = _set(
    "enqueteur enquetrice enqueteurs enquetrices enqueteur.rice enqueteur.ice enqueteur·rice enqueteur·ice enq enqu "
    "chercheur chercheuse chercheure chercheurs chercheuses intervieweur intervieweuse intervieweurs interviewer "
    "interviewers interviewor investigateur investigatrice animateur animatrice moderateur moderatrice moderator "
    "facilitateur facilitatrice journaliste doctorant doctorante question int itw researcher q"
)

ANSWERING = _set(
    "enquete enquetee enquetes interviewe interviewee interviewes interviewees participant participante participants "
    "participantes repondant repondante respondent informateur informatrice temoin usager usagere patient patiente "
    "soignant soignante medecin infirmier infirmiere educateur educatrice psychologue directeur directrice cadre "
    "aidant aidante pair paire benevole conjoint conjointe mere pere femme homme locuteur locutrice speaker personne "
    "reponse answer sujet voix inconnu inconnue autre intervenant intervenante r"
)

EVERYONE = _set("tous toutes ensemble all everyone")

# First words of the lines that describe the file: they head a title block or a section, not a turn.
HEADING = _set(
    "date lieu duree heure debut fin titre sujet objet theme themes partie section chapitre sequence entretien "
    "interview transcription transcripteur transcriptrice transcrit retranscription contexte profession metier age "
    "sexe genre nom prenom pseudonyme pseudo code numero n° no reference fichier enregistrement audio support modalite "
    "mode consentement remarque remarques note notes commentaire commentaires presents presentes presences structure "
    "etablissement service ville region diplome formation situation statut anciennete participants participantes "
    "corpus source sources projet recherche etude these memoire version legende conventions convention mots resume "
    "place location duration time title topic subject occupation gender file recording context participant "
    "participante enquete enquetee interviewe interviewee personne terrain annexe guide consigne"
)

# Words that open or make up speech; no label holds one, unless the file insists.
SPEECH = _set(
    "je j' tu il elle on nous vous ils elles me te se moi toi lui eux y en ce c' c'est cela ca ceci que qu' qui quoi "
    "dont ou est sont etait etaient suis es ai as avait avais ont avons avez sera serait fait faire dit dis disait "
    "disais dire va vais vont donc alors mais car ni or bref voila enfin parce puis puisque bon ben bah beh hein oui "
    "non ouais euh ah oh eh hum hm si apres avant avec sans pour par chez dans sur sous vers entre depuis pendant "
    "comme quand comment pourquoi combien quel quelle quels quelles lequel laquelle ensuite ainsi aussi meme tres trop "
    "plus moins bien mal tout tous toute toutes rien jamais toujours souvent parfois ici la-bas maintenant "
    "aujourd'hui hier demain un une des mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs cet cette ces "
    "deux trois quatre cinq six sept huit neuf dix premier premiere deuxieme troisieme dernier derniere "
    "the a an i you he she we they it is are was were and but so then because this that there what when how"
)

# Whole labels that introduce an example, a list or a note inside speech, or describe a sound.
ASIDES = _set(
    "exemple exemples conclusion resultat resultats probleme problemes attention nb n.b n.b. ps p.s p.s. cf ex idem "
    "bilan consequence reponses constat objectif objectifs precision rappel avantage avantages inconvenient "
    "inconvenients solution solutions premierement deuxiemement troisiemement d'abord finalement resume total "
    "rire rires silence pause inaudible bruit bruits soupir incomprehensible suite introduction annexe ok merci "
    "bonjour exact exactement absolument d'accord effectivement justement evidemment franchement"
)

PARTICLES = _set("de du d' la le les l' et & des von van di da del ou au aux / and of")

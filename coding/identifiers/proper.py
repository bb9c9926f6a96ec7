# SPDX-License-Identifier: GPL-3.0-or-later
"""Capitals that begin no sentence, and names at the head of one: what each names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.fold import fold
from coding.identifiers import lists, names, vocabulary
from coding.identifiers.nicknames import ENDEARING
from coding.identifiers.span import Find, Label
from coding.identifiers.tokens import Tokens, Word

INNER = frozenset("de du des d la le les l lez en sur sous aux".split())
_PLACE_BEFORE = frozenset("a au aux en vers sur".split())
_TAKING = frozenset(
    "prendre prends prend prenait prenais pris prescrit prescrire donne donner sous boire fumer fume gouttes cachet "
    "cachets comprime comprimes mg traitement medicament medicaments dose doses boite injection patch".split())
_MEASURES = frozenset("mg gouttes cachet cachets comprime comprimes".split())
_EVERYBODYS = vocabulary.NOBODY | vocabulary.BRANDS | vocabulary.TITLES | vocabulary.DRUGS
_SMOKED = frozenset((
    "fumer fume fumes fumait fumais fumaient fumee coke shit cannabis joint joints beuh herbe drogue"
).split())
_PRONOUNS = frozenset("il elle m s lui me".split())


def finds(tokens: Tokens) -> Iterator[Find]:
    """Proper names by their capitals; what the whole country knows is left out."""
    yield from _branches(tokens)
    number = 0
    while number < len(tokens.words):
        word = tokens.words[number]
        end = _extent(tokens, word) if _names(tokens, word) else None
        if end is None:
            number += 1
            continue
        label = _label(tokens, word, end)
        letters = _letters(tokens, word) if label is not Label.PERSON else None
        yield Find(letters, end.end, Label.ORG) if letters is not None else Find(
            _start(tokens, word, label), end.end, label)
        number = end.number + 1


_NUMBERED_LETTERS = re.compile(
    r"\b(?P<letters>[A-Z]{3,9})[ \u00a0](?:0[1-9]|[1-8]\d|9[0-5]|97[1-6])\b(?![,.:/-]?\d|"
    r"\s?(?:%|€|h\b|ans|heures|euros|mg|mois|jours|fois))")
# «France 3 Picardie», «France Alzheimer Sarthe»: a branch of what the whole country knows.
_OF_FRANCE = re.compile(
    r"\bFrance (?:\d|[A-ZÀ-Þ][\w’']+) (?:(?:de|du|des|en|d['’]) ?(?:la )?)?[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)*")
_NO_DEPARTMENT = frozenset("cim dsm iso gir mms qi canal cac top".split())


def _branches(tokens: Tokens) -> Iterator[Find]:
    """«UDAF du Calvados», «BAC 78»: letters everyone knows, and whose they are."""
    for found in _NUMBERED_LETTERS.finditer(tokens.text):
        if fold(found["letters"]) not in _NO_DEPARTMENT:
            yield Find(*found.span(), Label.ORG)
    for found in _OF_FRANCE.finditer(tokens.text):
        yield Find(*found.span(), Label.ORG)
    for word in tokens.words:
        if word.shouted and 2 < len(word.text) < 9 and tokens.key(word.number + 1) in ("de", "du", "d", "des"):
            place = _next(tokens, word.number, INNER)
            if place and not place.shouted:
                yield Find(word.start, _extent(tokens, place).end, Label.ORG)


def _letters(tokens: Tokens, word: Word) -> int | None:
    """Where the letters before a place begin: «US Dreux», «AS Saint-Priest»."""
    before = tokens.get(word.number - 1)
    fits = before and before.shouted and tokens.near(before.number) and len(before.text) < 6
    if not before or not fits or before.key in vocabulary.TITLES or before.key in _NO_LETTERS or before.begins:
        return None
    return before.start


_NO_LETTERS = frozenset("ok tv oui non".split())


def _start(tokens: Tokens, word: Word, label: Label) -> int:
    """An article belongs to the name of a place of care («la Timone»), and «Mamie» to her nickname."""
    before = tokens.get(word.number - 1)
    if before is None or not (tokens.near(before.number)):
        return word.start
    article = label is Label.ORG and before.key in _ARTICLES
    if before.capital and before.key in vocabulary.BRANDS:
        return before.start
    return before.start if article else word.start


_ARTICLES = ("la", "le", "les", "l")


def _names(tokens: Tokens, word: Word) -> bool:
    """Whether a name begins here."""
    if not word.capital or len(word.text) < 2 or word.elided or nobody(tokens, word):
        return False
    if word.begins and (tokens.text[word.end : word.end + 1] == "-" or learned(tokens, word)):
        return False
    if word.shouted:
        known = _known(word) and len(word.text) > 3 and not lists.ordinary(word.text)
        return known or word.key in vocabulary.ONE_HOSPITAL or _letters_of_one(tokens, word)
    return _at_the_head(tokens, word) if word.begins else True


def _letters_of_one(tokens: Tokens, word: Word) -> bool:
    """«à l’AVIQ», «du CHOR»: letters that the whole country does not know, with an article."""
    if not 2 < len(word.text) < 7 or lists.ordinary(word.text) or word.key in vocabulary.ORG_HEADS:
        return False
    return tokens.key(word.number - 1) in ("l", "la", "le", "au", "du") and word.key not in vocabulary.LETTERS


_LEARNED = re.compile(r"(?:aire|ique|iste|tion|ment|isme|euse|able|ose|ite|algie|mie|thie|gie)s?$")


def learned(tokens: Tokens, word: Word) -> bool:
    """«Drépanocytaire, elle aussi»: a learned word that no list has, at the head of its sentence."""
    return bool(_LEARNED.search(word.key)) and not _known(word) and not _followed(tokens, word)


def nobody(tokens: Tokens, word: Word) -> bool:
    if word.key in vocabulary.BRANDS and tokens.key(word.number - 1) == "chez":
        return False
    if word.key in _EVERYBODYS:
        return True
    if not word.begins and word.key in vocabulary.FUNCTION and not _followed(tokens, word):
        return True
    if word.key in _FOLK or _a_people(tokens, word) or _together(tokens, word):
        return True
    return _taken(tokens, word)


def _together(tokens: Tokens, word: Word) -> bool:
    """Whether the word stands in «Secours populaire», «Père Noël» and the like."""
    for first in (word.number - 1, word.number):
        for length in (2, 3, 4):
            last = tokens.get(first + length - 1)
            if first < 0 or last is None or last.number < word.number:
                continue
            if fold(tokens.text[tokens.words[first].start : last.end]) in vocabulary.NOBODY_TOGETHER:
                return True
    return False


_FOLK = frozenset(f"{fold(name)}{end}" for name in vocabulary.ORIGINS for end in ("", "s"))


_PEOPLE = re.compile(r"(?:[ée]en|ien|ais|ois|ain)(?:ne?s?|es?|s)?$", re.IGNORECASE)
_SOME = frozenset("les des aux ces un une quelques".split())


def _a_people(tokens: Tokens, word: Word) -> bool:
    """«les Européens», «un Parisien»: everybody of a country or a town, unless it is a family."""
    return bool(tokens.key(word.number - 1) in _SOME and _PEOPLE.search(word.text) and not lists.surname(word.text)
                and not lists.first_name(word.text) and not _followed(tokens, word))


def _taken(tokens: Tokens, word: Word) -> bool:
    """«on m’a mis sous Machin 20 mg»: a medicine, whatever it is called."""
    if word.key == "marie-jeanne":
        around = {tokens.key(word.number + step) for step in range(-20, 20)}
        return bool(around & _SMOKED)
    if lists.first_name(word.text):
        return False
    if lists.commune(word.text):
        return False
    before = tokens.text[tokens.words[max(0, word.number - 4)].start : word.start]
    around = {fold(one) for one in re.split(r"\W+", re.split(r"[.!?\n]", before)[-1])}
    around |= {tokens.key(word.number + step) for step in (1, 2)} & _MEASURES
    return bool(around & _TAKING) and tokens.key(word.number - 1) in ("du", "de", "la", "le", "sous", "d", "un", "l")


def _followed(tokens: Tokens, word: Word) -> bool:
    following = tokens.get(word.number + 1)
    if following is None or not tokens.near(word.number) or following.key in vocabulary.TITLES:
        return False
    return following.capital and len(following.text) > 1


def _known(word: Word) -> bool:
    return lists.first_name(word.text) or lists.surname(word.text) or lists.commune(word.text)


def _at_the_head(tokens: Tokens, word: Word) -> bool:
    """Whether the first word of a sentence, which has a capital anyway, is a name."""
    if lists.unmistakable(word.text):
        return True
    following = tokens.get(word.number + 1)
    if lists.ordinary(word.text) or word.key in vocabulary.FUNCTION:
        name = lists.bearers(word.text) > 2000
        if name and following and ((tokens.near(word.number) and following.capital) or _pronoun(tokens, word)):
            return following.capital or following.key in _PRONOUNS
        return bool(following and word.key in _ARTICLES and _town(tokens.text[word.start : following.end], following))
    if len(word.text) < 4:
        return lists.bearers(word.text) > 1000
    return _known(word) or _followed(tokens, word)


def _town(whole: str, name: Word) -> bool:
    """«La Courneuve», which the list has without its article, and «La Rochelle», which it has with it."""
    own = name.capital and not lists.ordinary(name.text) and name.key not in vocabulary.NOBODY
    return lists.commune(whole) or (own and lists.commune(name.text))


def _pronoun(tokens: Tokens, word: Word) -> bool:
    gap = tokens.gap(word.number)
    return tokens.key(word.number + 1) in _PRONOUNS and gap.strip() in ("", ",") and "\n" not in gap


def _extent(tokens: Tokens, word: Word) -> Word:
    """The last word of the name that begins at ``word``."""
    person = lists.first_name(word.text) and not lists.commune(word.text)
    end = word
    while True:
        following = _next(tokens, end.number, names.PARTICLES if person else INNER) or _paired(tokens, word, end)
        if following is None:
            return end
        apart = following.number > end.number + 1 and not lists.surname(following.text)
        if person and apart and lists.commune(following.text):
            return end
        end = following


def _paired(tokens: Tokens, word: Word, end: Word) -> Word | None:
    """«Habitat et Humanisme»: two nouns with capitals are one association."""
    other = tokens.get(end.number + 2)
    if word is not end or other is None or tokens.key(end.number + 1) != "et" or word.begins or not other.capital:
        return None
    nouns = all(lists.ordinary(one.text) and not one.shouted and not _known(one) and one.key not in _EVERYBODYS
                for one in (word, other))
    return other if nouns and tokens.near(end.number) and tokens.near(end.number + 1) else None


def _next(tokens: Tokens, number: int, joints: frozenset[str]) -> Word | None:
    for joint in range(4):
        if not tokens.near(number):
            return None
        number += 1
        word = tokens.words[number]
        if word.text.isdigit() and joint == 0 and len(word.text) < 4:
            return word if tokens.key(number + 1) not in ("ans", "heures", "h", "euros") else None
        if word.capital:
            refused = word.key in vocabulary.NOBODY or word.key in vocabulary.TITLES or len(word.text) < 2
            return None if refused or (word.shouted and not _known(word)) else word
        if word.key not in joints:
            return None
    return None


def _label(tokens: Tokens, word: Word, end: Word) -> Label:
    whole = tokens.text[word.start : end.end]
    preceding = tokens.get(word.number - 1)
    before = preceding.key if preceding and preceding.text.lower() != "a" else ""  # «y a Dédé» is not «à Dédé»
    if word.key in vocabulary.ONE_HOSPITAL or (word.shouted and not _known(word)):
        return Label.ORG
    if lists.commune(whole) and not (lists.bearers(word.text) > 5000 and before not in _PLACE_BEFORE):
        return Label.LOC
    if before in _ARTICLES and lists.bearers(word.text) < 1000:
        return Label.ORG
    if (word.key in ENDEARING and end is not word) or before in vocabulary.RELATIVES:
        return Label.PERSON
    if lists.first_name(word.text) or (lists.surname(word.text) and not lists.ordinary(word.text)):
        return Label.PERSON if before not in ("en", "a") or lists.bearers(word.text) > 1000 else Label.LOC
    if before in ("a", "en", "vers"):
        return Label.LOC
    return Label.ORG if lists.ordinary(word.text) or before in ("aux", "chez") else Label.PERSON

# SPDX-License-Identifier: GPL-3.0-or-later
"""Capitals that begin no sentence, and names at the head of one: what each names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.fold import fold
from coding.identifiers import lists, names, vocabulary
from coding.identifiers.span import Find, Label
from coding.identifiers.tokens import Tokens, Word

INNER = frozenset("de du des d la le les l lez en sur sous aux".split())
_PLACE_BEFORE = frozenset("a au aux en vers sur".split())
_TAKING = frozenset(
    "prendre prends prend prenait prenais pris prescrit prescrire donne donner sous boire fumer fume gouttes cachet "
    "cachets comprime comprimes mg traitement medicament medicaments dose doses boite injection patch".split())
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
        yield Find(_start(tokens, word, label), end.end, label)
        number = end.number + 1


def _branches(tokens: Tokens) -> Iterator[Find]:
    """«UDAF du Calvados»: letters everyone knows, and whose they are."""
    for word in tokens.words:
        if word.shouted and 2 < len(word.text) < 9 and tokens.key(word.number + 1) in ("de", "du", "d", "des"):
            place = _next(tokens, word.number, INNER)
            if place and not place.shouted:
                yield Find(word.start, _extent(tokens, place).end, Label.ORG)


def _start(tokens: Tokens, word: Word, label: Label) -> int:
    """An article belongs to the name of a place of care («la Timone»), and «Mamie» to her nickname."""
    before = tokens.get(word.number - 1)
    if before is None or not (tokens.near(before.number)):
        return word.start
    article = label is Label.ORG and before.key in _ARTICLES
    if before.capital and before.key in vocabulary.BRANDS:
        return before.start
    endearing = label is Label.PERSON and before.capital and before.key in _ENDEARING
    return before.start if article or endearing else word.start


_ARTICLES = ("la", "le", "les", "l")
_ENDEARING = frozenset((
    "mamie papi papy mami mamy tonton tata tatie ptit petit petite grand gros man meme pepe vieux pere mere"
).split())


def _names(tokens: Tokens, word: Word) -> bool:
    """Whether a name begins here."""
    if not word.capital or len(word.text) < 2 or word.elided or nobody(tokens, word):
        return False
    if word.shouted:
        known = _known(word) and len(word.text) > 3 and not lists.ordinary(word.text)
        return known or word.key in vocabulary.ONE_HOSPITAL
    return _at_the_head(tokens, word) if word.begins else True


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
    around = {tokens.key(word.number + step) for step in (-4, -3, -2, -1, 1, 2)}
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
        following = _next(tokens, end.number, names.PARTICLES if person else INNER)
        if following is None:
            return end
        apart = following.number > end.number + 1 and not lists.surname(following.text)
        if person and apart and lists.commune(following.text):
            return end
        end = following


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
    if word.key in vocabulary.ONE_HOSPITAL:
        return Label.ORG
    if lists.commune(whole) and not (lists.bearers(word.text) > 5000 and before not in _PLACE_BEFORE):
        return Label.LOC
    if before in _ARTICLES and lists.bearers(word.text) < 1000:
        return Label.ORG
    if lists.first_name(word.text) or (lists.surname(word.text) and not lists.ordinary(word.text)):
        return Label.PERSON if before not in ("en", "a") or lists.bearers(word.text) > 1000 else Label.LOC
    if before in ("a", "en", "vers"):
        return Label.LOC
    return Label.ORG if lists.ordinary(word.text) or before in ("aux", "chez") else Label.PERSON

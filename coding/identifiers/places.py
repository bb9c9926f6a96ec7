# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses, and the places, services and institutions that a head word announces: «clinique du Pré»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.identifiers import lists, vocabulary
from coding.identifiers.names import strange
from coding.identifiers.span import Find, Label
from coding.identifiers.spoken import NUMBER
from coding.identifiers.tokens import Tokens, Word

_JOINTS = frozenset("de du des d la le les l aux au saint sainte st ste notre".split())
_INNER = _JOINTS | frozenset("et en sur sous lez les a".split())
_NUMBERED = re.compile(
    rf"(?:\b\d{{1,4}}(?:\s?(?:bis|ter|quater|[A-D]\b))?|\b(?:numéro\s+)?{NUMBER}(?:\s(?:bis|"
    rf"ter))?)[\s ,]*(?:(?:de\s+la|du|de\s+l['’])\s+)?$", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?<![\w.,])(?:0[1-9]|[1-8]\d|9[0-578])\s?\d{3}(?=[\s ]+[A-ZÀ-Þ][a-zà-ÿA-Z-])(?!\s+(?:Euros|F\b))")
_DEPARTMENT = re.compile(
    r"\b(?:dans|du|le|au|en)\s+(?:le\s+)?(?P<number>(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6]|"
    r"quatre[-\s]vingt[-\s](?:treize|quatorze|quinze|douze|onze)|neuf[-\s](?:trois|quatre|cinq|deux|un)))"
    r"(?=\s*(?:[.,;!?»]|$|\s(?:et|mais|parce|c['’]est|on|je|il|elle|j['’]))(?!\s*\d))", re.IGNORECASE | re.MULTILINE)
_DEPARTMENT_LED = re.compile(r"\bdans\s+le\b|\bdu\b\s*9|\ble\s+neuf|\bdu\s+neuf|\bdans\b", re.IGNORECASE)
_DISTRICT = re.compile(
    r"\b(?:\d{1,2}\s?(?:e|ème|er|eme)|[^\W\d_]+ième|premier)\s+arrondissement\b(?:\s+(?:de|"
    r"d['’])\s*[A-ZÀ-Þ][\w-]+)?", re.IGNORECASE)
_BARE_PLACE = re.compile(
    "|".join(rf"\b{re.escape(name)}\b" for name in sorted(vocabulary.PLACE_NAMES_WITH_ARTICLE)), re.IGNORECASE)


# «maison d’arrêt», «maison de retraite»: the head goes on before its name comes.
_KINDS = {"d": ("accueil", "arret", "hebergement"), "de": ("retraite", "quartier", "sante", "soins")}


def finds(tokens: Tokens) -> Iterator[Find]:
    """Heads with their names, house numbers and postcodes, départements by number."""
    for word in tokens.words:
        if word.key in vocabulary.STREETS:
            yield from _headed(tokens, word, Label.LOC)
        if word.key in vocabulary.ORG_HEADS:
            yield from _headed(tokens, word, Label.ORG)
        yield from _plain_place(tokens, word)
        if word.key == "chez":
            yield from _employer(tokens, word)
    for found in _POSTCODE.finditer(tokens.text):
        yield Find(*found.span(), Label.LOC)
    for found in _DISTRICT.finditer(tokens.text):
        yield Find(*found.span(), Label.LOC)
    for found in _DEPARTMENT.finditer(tokens.text):
        if _DEPARTMENT_LED.match(found[0]):
            yield Find(*found.span("number"), Label.LOC)


def _employer(tokens: Tokens, word: Word) -> Iterator[Find]:
    """«chez sopalia», «chez de dietrich», said without capitals."""
    number = word.number + 1
    while tokens.key(number) in ("de", "la", "le") and tokens.near(number):
        number += 1
    name = tokens.get(number)
    if name and name.plain and strange(name) and tokens.near(word.number) and not lists.first_name(name.text):
        yield Find(tokens.words[word.number + 1].start, _plain_end(tokens, name), Label.ORG)


_BEEN = frozenset("suis es est etais etait etaient sont ete etes sommes serais serait sera soit".split())
_STOOD_FOR = frozenset("place passage cours quartier lieu station arret cote".split())


def _no_head(tokens: Tokens, head: Word) -> bool:
    """«je suis allée la voir», «à la place de Gaëlle»: no street, and nobody's square."""
    if head.key == "allee" and tokens.key(head.number - 1) in _BEEN:
        return True
    name, joint = tokens.get(head.number + 2), tokens.key(head.number + 1)
    if head.key not in _STOOD_FOR or joint not in ("de", "d") or name is None:
        return False
    following = tokens.get(name.number + 1)
    surname = following is not None and tokens.near(name.number) and following.capital
    return lists.first_name(name.text) and "-" not in name.text and not surname


def _headed(tokens: Tokens, head: Word, label: Label) -> Iterator[Find]:
    """``head`` and the name it announces; nothing when what follows names nothing."""
    if label is Label.LOC and _no_head(tokens, head):
        return
    number = _after_adjectives(tokens, head)
    end = _capital_name(tokens, number) or _plain_name(tokens, head, number, label)
    if end is not None:
        yield Find(_with_number(tokens.text, head) if label is Label.LOC else head.start, end, label)


def _after_adjectives(tokens: Tokens, head: Word) -> int:
    number = head.number
    while tokens.near(number) and tokens.key(number + 1) in vocabulary.ORG_ADJECTIVES:
        number += 1
    joint, kind = tokens.key(number + 1), tokens.key(number + 2)
    if tokens.near(number) and kind in _KINDS.get(joint, ()):
        number += 2
        if tokens.key(number + 1) in vocabulary.ORG_ADJECTIVES:
            number += 1
    return number


def _capital_name(tokens: Tokens, number: int) -> int | None:
    """The end of the capitals that follow, joints between them; None when there are none."""
    end = None
    for _word in range(12):
        gap = tokens.gap(number)
        quoted = gap.strip() in ("«", "“", '"', "l'", "") and "\n" not in gap and len(gap) < 5
        if not (tokens.near(number) or (end is None and quoted)):
            return end
        number += 1
        word = tokens.words[number]
        if word.capital and word.key not in vocabulary.TITLES and len(word.text) > 1:
            if end is None and word.key in vocabulary.NOBODY and not _goes_on(tokens, word):
                return None
            end = word.end
        elif word.text.isdigit():
            if end is not None and tokens.key(number - 1) in _INNER:
                return end
            end = word.end if end is not None else _numbered_name(tokens, word)
        elif word.key not in (_JOINTS if end is None else _INNER):
            return end
    return end




def _goes_on(tokens: Tokens, word: Word) -> bool:
    """«Parkinson 44» is one association; «association Parkinson» is nobody’s."""
    following = tokens.get(word.number + 1)
    return bool(following and tokens.near(word.number) and (following.text.isdigit() or following.capital))


def _numbered_name(tokens: Tokens, word: Word) -> int | None:
    """«place du 8 mai 1945», «cité des 4000»."""
    return word.end if tokens.key(word.number - 1) in ("du", "des") and len(word.text) in (1, 2, 4) else None


def _plain_name(tokens: Tokens, head: Word, number: int, label: Label) -> int | None:
    """The end of a name said without capitals: no French, a known place, or anything after «rue de la»."""
    strong = head.key in vocabulary.STRONG_STREETS
    joints = 0
    while tokens.near(number) and tokens.key(number + 1) in _JOINTS and joints < 4:
        number, joints = number + 1, joints + 1
    word = tokens.get(number + 1)
    if word is None or not tokens.near(number) or word.capital or word.text.isdigit() or word.elided:
        return None
    if word.key in vocabulary.WEAK_AFTER_HEADS or word.key in vocabulary.FUNCTION:
        return None
    named = strange(word) and (word.plain or lists.commune(word.text) or lists.first_name(word.text))
    bare = joints == 0 or tokens.key(number).startswith(("saint", "st"))
    city = joints > 0 and word.key in vocabulary.CITY_WORDS
    named = named or (word.plain and ((bare and _proper(word)) or city))
    if not named and not (strong and (joints > 0 or _proper(word)) and (word.plain or label is Label.LOC)):
        return None
    return _plain_end(tokens, word)


def _proper(word: Word) -> bool:
    return lists.bearers(word.text) > 1000 or word.key in vocabulary.CITY_WORDS


def _plain_end(tokens: Tokens, word: Word) -> int:
    """Past the words that go on being a name: «rue aristide briand», «lycée jules verne»."""
    number, end = word.number, word.end
    while tokens.near(number):
        following = tokens.words[number + 1]
        if not (strange(following) or (following.plain and word.plain and _after_first_name(tokens, number))):
            break
        number, end = number + 1, following.end
    return end


def _after_first_name(tokens: Tokens, number: int) -> bool:
    """«jules verne», «jean moulin»: a surname that is a word, right after a first name."""
    name, following = tokens.words[number], tokens.words[number + 1]
    surname = lists.surname(following.text) and following.key not in vocabulary.FUNCTION
    return surname and lists.bearers(name.text) > 1000


def _with_number(text: str, head: Word) -> int:
    line = text.rfind("\n", 0, head.start) + 1
    found = _NUMBERED.search(text[max(line, head.start - 60) : head.start])
    if not found or re.fullmatch(r"une?\s*", found[0], re.IGNORECASE):
        return head.start
    return head.start - len(found[0])


_PLACE_BEFORE = frozenset("a au aux vers de d sur en depuis jusqu du pres".split())


def _plain_place(tokens: Tokens, word: Word) -> Iterator[Find]:
    """A commune or a country said without its capital."""
    if word.capital or not word.plain or word.text.isdigit():
        return
    before = tokens.key(word.number - 1)
    known = lists.commune(word.text) and len(word.key) > 3
    city = word.key in vocabulary.CITY_WORDS and before in ("a", "sur", "vers", "depuis", "habite", "de")
    city = city and not (before == "de" and lists.ordinary(word.text) and word.key in _DOUBTFUL_AFTER_DE)
    led = word.key in vocabulary.PLACES and before in _PLACE_BEFORE | {"l", "la", "le"}
    if city or (known and (led or not lists.ordinary(word.text))):
        if not (word.key == "tours" and before != "a"):
            yield Find(word.start, _commune_end(tokens, word), Label.LOC)
    elif before in _PLACE_BEFORE | {"habite"} and (end := _commune_end(tokens, word)) > word.end:
        yield Find(word.start, end, Label.LOC)
    elif word.key in ("saint", "sainte", "saints") and tokens.near(word.number):
        following = tokens.words[word.number + 1]
        if before in _PLACE_BEFORE and (lists.first_name(following.text) or strange(following)):
            yield Find(word.start, _commune_end(tokens, following), Label.LOC)
    else:
        yield from _with_article(tokens, word)


_DOUBTFUL_AFTER_DE = frozenset("sens gap orange nice tours die auch vire porto lens grasse cannes meaux creil".split())


def _commune_end(tokens: Tokens, word: Word) -> int:
    """«sablé sur sarthe» is said in three words."""
    end = word.end
    for length in (4, 3, 2):
        last = tokens.get(word.number + length - 1)
        if last and "\n" not in tokens.text[word.start : last.end]:
            name = re.sub(r"[\s-]+", "-", tokens.text[word.start : last.end])
            if lists.commune(name) and "," not in name and "." not in name:
                return last.end
    return end


def _with_article(tokens: Tokens, word: Word) -> Iterator[Find]:
    if word.key in ("au", "du", "le", "la", "les"):
        found = _BARE_PLACE.match(tokens.text, word.start)
        before = tokens.key(word.number - 1)
        if found and (word.key in ("au", "du") or before in ("a", "de", "sur", "vers", "habite", "est", "pour")):
            yield Find(*found.span(), Label.LOC)

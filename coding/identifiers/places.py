# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses, and the places, services and institutions that a head word announces: «clinique du Pré»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.identifiers import geography, lists, vocabulary
from coding.identifiers.names import strange
from coding.identifiers.span import Find, Label
from coding.identifiers.spoken import NUMBER
from coding.identifiers.tokens import Tokens, Word

_JOINTS = frozenset("de du des d la le les l aux au saint sainte st ste notre".split())
_BRETON = frozenset("an ar ty ti ker".split())  # «ehpad an elorn»
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
# «la 12e section», «le 3e régiment d’infanterie».
_NUMBERED_SERVICE = re.compile(
    r"\b(?:\d{1,2}\s?(?:e|ème|er|[eè]re)|[^\W\d_]+ième|première?)\s(?:section|brigade|circonscription|r[ée]giment|"
    r"compagnie|escadron|bataillon|secteur)\b(?!\s+de\s+(?:terminale|maternelle))", re.IGNORECASE)
_HAMLET = re.compile(
    r"\blieu[- ]dit\s+[«“\"]?\s?(?P<name>(?:(?:en|le|la|les)\s|l['’])?[^\W\d_][\w'’-]*)", re.IGNORECASE)
_KNOWN_AS = re.compile(r"[^.!?\n]{0,40}?\b(?:s['’]appel(?:le|ait)|nommée?|baptisée?)\s+(?=[^\W\d_])", re.IGNORECASE)
_BARE_PLACE = re.compile(
    "|".join(rf"\b{re.escape(name)}\b" for name in sorted(geography.PLACE_NAMES_WITH_ARTICLE)), re.IGNORECASE)


# «maison d’arrêt», «maison de retraite»: the head goes on before its name comes.
_KINDS = {
    "d": ("accueil", "arret", "hebergement", "appel", "assises", "instruction", "ethique", "ecoute"),
    "des": ("armees",),
    "de": ("retraite", "quartier", "sante", "soins", "police", "ville", "rencontre", "vie", "jour", "cure", "formation",
           "detention", "loisirs", "vacances", "travail"),
}
# A head only with what goes on: «lieu de vie», «cour d’appel».
_ONLY_WITH_KIND = frozenset("lieu cour".split())


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
    yield from _said_to_be_called(tokens)
    for found in _HAMLET.finditer(tokens.text):
        yield Find(*found.span("name"), Label.LOC)
    for found in _NUMBERED_SERVICE.finditer(tokens.text):
        yield Find(*found.span(), Label.ORG)
    for found in _POSTCODE.finditer(tokens.text):
        yield Find(*found.span(), Label.LOC)
    for found in _DISTRICT.finditer(tokens.text):
        yield Find(*found.span(), Label.LOC)
    for found in _DEPARTMENT.finditer(tokens.text):
        if _DEPARTMENT_LED.match(found[0]):
            yield Find(*found.span("number"), Label.LOC)


def _said_to_be_called(tokens: Tokens) -> Iterator[Find]:
    """«un service qui s’appelle la pommeraie», dictated: there, and wherever the same words stand."""
    starts = {word.start: word for word in tokens.words}
    for head in tokens.words:
        if head.key not in vocabulary.ORG_HEADS or not head.plain:
            continue
        known = _KNOWN_AS.match(tokens.text, head.end)
        first = starts.get(known.end()) if known else _sign(tokens, head)
        if first and (end := _plain_words(tokens, first)):
            name = re.escape(tokens.text[first.start : end])
            for found in re.finditer(rf"\b{name}\b", tokens.text, re.IGNORECASE):
                yield Find(*found.span(), Label.ORG)


def _sign(tokens: Tokens, head: Word) -> Word | None:
    """The article that opens the name right after ``head``: «l’association la passerelle»."""
    article, word = tokens.get(head.number + 1), tokens.get(head.number + 2)
    if article is None or word is None or not tokens.near(head.number) or not tokens.near(article.number):
        return None
    return article if word.plain and _signed(tokens, head, article.number, word) else None


def _plain_words(tokens: Tokens, first: Word) -> int | None:
    """The end of a name of ordinary words: its article, and what follows up to a word of grammar."""
    word: Word | None = first
    if first.key in ("le", "la", "les", "l"):
        word = tokens.get(first.number + 1)
    end = None
    for _word in range(3):
        if word is None or word.key in vocabulary.FUNCTION or not word.plain:
            break
        end = word.end
        if not tokens.near(word.number):
            break
        word = tokens.get(word.number + 1)
    return end


def _employer(tokens: Tokens, word: Word) -> Iterator[Find]:
    """«chez sopalia», «chez de dietrich», said without capitals."""
    number = word.number + 1
    while tokens.key(number) in ("de", "la", "le") and tokens.near(number):
        number += 1
    name = tokens.get(number)
    if name and name.plain and strange(name) and tokens.near(word.number) and not lists.first_name(name.text):
        yield Find(tokens.words[word.number + 1].start, _plain_end(tokens, name), Label.ORG)


_BEEN = frozenset("suis es est etais etait etaient sont ete etes sommes serais serait sera soit".split())
_STOOD_FOR = frozenset("place passage cours cour quartier lieu station arret cote etang squat jardin".split())


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
    if head.key in _ONLY_WITH_KIND and label is Label.ORG and number == head.number:
        return
    if label is Label.ORG and len(head.key) < 6 and not lists.ordinary(head.text):
        number = _street_after(tokens, number)
    end = _capital_name(tokens, number, label) or _plain_name(tokens, head, number, label) or _common(tokens, head)
    if end is not None and label is Label.LOC:
        yield Find(_with_number(tokens.text, head), _past_number(tokens.text, end), label)
    elif end is not None:
        yield Find(head.start, end, label)


def _street_after(tokens: Tokens, number: int) -> int:
    """«CHRS de la rue de l’Alma», «CMP du quai Voltaire»: where the street’s own name begins."""
    at = number + 1
    while tokens.key(at) in ("de", "du", "la", "l") and tokens.near(at - 1):
        at += 1
    return at if at > number + 1 and tokens.key(at) in vocabulary.STRONG_STREETS | {"place", "cite"} else number


def _common(tokens: Tokens, head: Word) -> int | None:
    """«la Maison du diabète», «l’Institut de la vision»: a capital that no sentence gave."""
    if not head.capital or head.begins or head.shouted or head.key in vocabulary.NOBODY:
        return None
    if tokens.key(head.number + 1) not in ("de", "du", "des", "d"):
        return None
    number = head.number + 1
    while tokens.near(number - 1) and tokens.key(number) in _JOINTS:
        number += 1
    word = tokens.get(number)
    return word.end if word and tokens.near(number - 1) and word.key not in vocabulary.FUNCTION else None


_NUMBER_AFTER = re.compile(
    rf"[\s ,]*(?:au\s+)?num[ée]ro\s+(?:\d{{1,4}}\b(?:\s(?:bis|ter)\b)?|{NUMBER})|,\s\d{{1,4}}\b(?=\s*(?:[,.;!?\n]|$))",
    re.IGNORECASE)


def _past_number(text: str, end: int) -> int:
    """«rue du beau vallon numéro quarante-cinq»."""
    found = _NUMBER_AFTER.match(text, end)
    return found.end() if found else end


def _after_adjectives(tokens: Tokens, head: Word) -> int:
    number = head.number
    while tokens.near(number) and tokens.key(number + 1) in vocabulary.ORG_ADJECTIVES:
        number += 1
    joint, kind = tokens.key(number + 1), tokens.key(number + 2)
    if tokens.near(number) and kind in _KINDS.get(joint, ()):
        number += 2
        if tokens.key(number + 1) == "des" and tokens.key(number + 2) in _KINDS["des"]:
            number += 2
        if tokens.key(number + 1) in vocabulary.ORG_ADJECTIVES:
            number += 1
    return number


def _capital_name(tokens: Tokens, number: int, label: Label) -> int | None:
    """The end of the capitals that follow, joints between them; None when there are none."""
    end = None
    for _word in range(12):
        gap = tokens.gap(number)
        quoted = gap.strip() in ("«", "“", '"', "l'", "") and "\n" not in gap and len(gap) < 5
        if not (tokens.near(number) or (end is None and quoted)):
            return end
        number += 1
        word = tokens.words[number]
        titled = word.key in vocabulary.TITLES - {"pasteur"}
        if titled and label is Label.LOC and tokens.key(number - 1) in ("du", "de"):
            continue  # «rue du docteur Roux»
        if word.capital and not titled and len(word.text) > 1:
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
    strong = head.key in vocabulary.STRONG_STREETS or (head.key in _WITH_A_SIGN and head.plain)
    joints = 0
    while tokens.near(number) and tokens.key(number + 1) in _JOINTS | _BRETON and joints < 4:
        number, joints = number + 1, joints + 1
    word = tokens.get(number + 1)
    if word is None or not tokens.near(number) or word.capital or word.text.isdigit() or word.elided:
        return None
    if word.key in vocabulary.WEAK_AFTER_HEADS or word.key in vocabulary.FUNCTION:
        return None
    if head.key in _WITH_A_SIGN and word.key in _NO_SIGN:
        return None
    named = strange(word) and (word.plain or lists.commune(word.text) or lists.first_name(word.text))
    bare = joints == 0 or tokens.key(number).startswith(("saint", "st"))
    city = joints > 0 and word.key in geography.CITY_WORDS
    if word.plain and joints == 0 and head.key in _SINGULAR and word.key not in _NO_PLURAL:
        named = named or bool(_PLURAL.search(word.key))
    named = named or (word.plain and ((bare and _proper(word)) or city or _signed(tokens, head, number, word)))
    if not named and not (strong and (joints > 0 or _proper(word)) and (word.plain or label is Label.LOC)):
        return None
    return _plain_end(tokens, word)


# «l’association le relais», «l’ehpad les glycines»; not «à l’ehpad les gens», «le foyer la nuit».
# «l’association sillons»: a plural right after one of these is no adjective of it, so its name.
_SINGULAR = frozenset("association asso collectif".split())
_PLURAL = re.compile(r"\w{4}(?<!ai|oi|ui)s$")
_NO_PLURAL = frozenset(
    "alors apres depuis toujours parfois ailleurs moins quelques plusieurs certains avons allons".split())
_WITH_A_SIGN = frozenset("cafe bar hotel restaurant resto auberge brasserie pharmacie".split())
_HAVE_SIGNS = frozenset(
    "villa "
    "association asso collectif foyer residence ehpad ime itep esat mas fam chrs csapa caarud gem creche savs".split())
_NO_SIGN = frozenset(
    "gens residents residentes familles filles garcons enfants jeunes autres personnes soignants soignantes collegues "
    "equipes equipe adultes usagers usageres parents matin soir apres-midi midi nuit jour jours semaine week-end mois "
    "annee annees veille lendemain premiere premier derniere dernier meme plus moins lundi mardi mercredi jeudi "
    "vendredi "
    "samedi dimanche deux trois quatre cinq hommes femmes vieux vieilles chose choses seule seul moment fois".split())


def _signed(tokens: Tokens, head: Word, number: int, word: Word) -> bool:
    """Whether an article after the head opens its name, dictated."""
    article = number == head.number + 1 and tokens.key(number) in ("le", "la", "les", "l")
    trade = any(word.key.startswith(start) for start in ("educat", "infirm", "aide", "soign", "direct", "psy", "medec"))
    return article and head.key in _HAVE_SIGNS and word.key not in _NO_SIGN and not trade


def _proper(word: Word) -> bool:
    return lists.bearers(word.text) > 1000 or word.key in geography.CITY_WORDS


# «rue du beau vallon»: these go before the noun.
_BEFORE_A_NOUN = frozenset(
    "beau belle bel grand grande petit petite vieux vieille haut haute bas basse bon bonne".split())


def _plain_end(tokens: Tokens, word: Word) -> int:
    """Past the words that go on being a name: «rue aristide briand», «lycée jules verne»."""
    number, end = word.number, word.end
    while tokens.near(number):
        following = tokens.words[number + 1]
        hill = word.key in _BEFORE_A_NOUN and following.plain and following.key not in vocabulary.FUNCTION
        if not (hill or strange(following) or (following.plain and word.plain and _after_first_name(tokens, number))):
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
    city = word.key in geography.CITY_WORDS and before in ("a", "sur", "vers", "depuis", "habite", "de")
    city = city and not (before == "de" and lists.ordinary(word.text) and word.key in _DOUBTFUL_AFTER_DE)
    led = word.key in geography.PLACES and before in _PLACE_BEFORE | {"l", "la", "le"}
    if city or (known and (led or not lists.ordinary(word.text))):
        if not (word.key == "tours" and before != "a"):
            yield Find(word.start, _commune_end(tokens, word), Label.LOC)
    elif before in _PLACE_BEFORE | {"habite"} and (end := _commune_end(tokens, word)) > word.end:
        yield Find(word.start, end, Label.LOC)
    elif before in _UNKNOWN_AFTER and len(word.key) > 3 and strange(word) and not lists.first_name(word.text):
        cut_short = tokens.text[word.end : word.end + 1] == "-"
        if tokens.near(word.number - 1) and not _VERBAL.search(word.key) and not cut_short:
            yield Find(word.start, word.end, _UNKNOWN_AFTER[before])
    elif word.key in ("saint", "sainte", "saints") and tokens.near(word.number):
        following = tokens.words[word.number + 1]
        if before in _PLACE_BEFORE and (lists.first_name(following.text) or strange(following)):
            yield Find(word.start, _commune_end(tokens, following), Label.LOC)
    else:
        yield from _with_article(tokens, word)


# A word that French has not, dictated after one of these: a village, a service.
_UNKNOWN_AFTER = {"a": Label.LOC, "l": Label.ORG, "au": Label.ORG, "aux": Label.ORG, "chez": Label.PERSON}
_VERBAL = re.compile(r"(?:er|ant|ait|ais|ons|ez|ment|tion|ite|isme|iste|able|ique|euse?|eur|age)$")
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

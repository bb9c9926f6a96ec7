# SPDX-License-Identifier: GPL-3.0-or-later
"""People named: after a title, by «je m’appelle», by kinship, by initials, or by a word that is nothing but a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coding.fold import fold
from coding.identifiers import lists, vocabulary
from coding.identifiers.span import Find, Label
from coding.identifiers.tokens import Tokens, Word

PARTICLES = frozenset((
    "de du des d la le les l el al ben ben bin ibn abd abou van von der den da dos di della do saint sainte st o mac "
    "mc"
).split())
_MOST_NAMES = 4
_CALLED = re.compile(
    r"(?:\b(?:m|t|s)['’]\s?(?:appell?e|appelles|appelait|appelais|appelaient|appelle\s+moi)|\bappel(?:le|ez)-moi|"
    r"\bnomme|"
    r"\bprénom(?:me|mée?)?\s+(?:c['’]est|est|était|réel|:)|\bnom\s+(?:c['’]est|est|était|de\s+(?:famille|"
    r"jeune\s+fille)(?:\s+(?:c['’]est|est))?)|"
    r"\bvrai\s+(?:pré)?nom\s+(?:c['’]est|est)|\bsurnom\s+(?:c['’]est|est)|\bsurnomm(?:e|ait|é|ée)|\bl['’]appel(?:le|"
    r"ait|lent|aient)|\bappel(?:le|er|ait|ons)\s+(?:toujours\s+)?(?=(?-i:[A-ZÀ-Þ]))|\bun(?:e)?\s+certaine?|"
    r"\bbaptisée?|\bprénommée?s?|\bdite?\s+(?=(?-i:[A-ZÀ-Þ]))|\b(?:née|épouse|veuve|ép\.)(?=\s)|\bmoi\s+c['’]est|"
    r"\bconnue?\s+sous\s+le\s+nom\s+de)[\s ,:«“\"]*", re.IGNORECASE)
_INITIAL = r"[A-ZÀ-Þ]"
_AFTER_TITLE = re.compile(
    rf"\b(?:M\.|MM?\b\.?|Mr\b\.?|Mme\b|Mmes\b|Mlle\b|Dr\b\.?|Pr\b\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|"
    rf"[Dd]octeure?|[Pp]rofesseure?|[Mm]aître|[Mm]e\b|[Ff]rère|[Ss]œur)"
    rf"[\s ]+(?P<initials>(?:(?:[Dd]e|[Dd]u|[Ll]e|[Ll]a|El|Ben)\s+)?{_INITIAL}(?:\.?[\s-]?{_INITIAL}){{0,2}}(?:\.|\*+|"
    rf"_+|…)?)(?![\w'’])")
_PLAIN_AFTER_TITLE = re.compile(
    r"\b(?:monsieur|madame|mademoiselle|docteur|mme|mlle)\s+(?P<initials>(?!(?:a|y|à|l|m|d|s|n|j|c|t)[ \u00a0]+(?:\w|"
    r"['’]))[b-z])(?![\w'’.])", re.IGNORECASE)
_DOTTED = re.compile(
    rf"(?<![\w.])(?P<initials>{_INITIAL}\.?-{_INITIAL}\.(?:\s{_INITIAL}\.)?|{_INITIAL}\.\s?{_INITIAL}\.(?:\s?{_INITIAL}\.)?)"
    r"(?!\w)")
_LITTLE = re.compile(
    rf"\b(?:[Ll]e|[Ll]a)\s(?P<initials>(?:petite?|grande?|grosse?|vieux|vieille|belle)\s{_INITIAL}(?:\.|(?=[\s,;!?])))")
_NOT_INITIALS = frozenset((
    "P.S. N.B. S.A. U.S. U.S.A. E.U. R.T.T. A.L. Q.I. S.O.S. D.J. T.V. C.V. B.D. J.T. H.P. H.S. P.V."
).split()) - {"A.L."}
_NICK = re.compile(r"\b(?:J[PBCMFLYJNGD]|PF|MJ)\b")
_LONE = re.compile(
    rf"(?P<before>[^\W\d_]+['’]?)[\s ]?,?[\s ]?(?!M\.?\s+[A-ZÀ-Þ])\b(?P<initials>{_INITIAL})(?P<end>\.(?=[\s ]*(?:$|"
    rf"[a-zà-ÿ,;:!?)»]|[.!?…»]))|\*+|_+|…|\.?(?=[\s ]*(?:,|qui\b|il\b|elle\b|et\b|m['’]|était\b|est\b|a\b|avait\b|\.|"
    rf"!|\?|$)))",
    re.MULTILINE)
# «C. Marchand»; «Aude B.»
_INITIAL_AND_NAME = re.compile(
    rf"(?<=[^\n.!?][ \u00a0'’(«“]){_INITIAL}\.(?:[ -]?{_INITIAL}\.)*[ \u00a0](?P<surname>[A-ZÀ-Þ][^\W\d_]+"
    r"(?:[-'’][^\W\d_]+)*)")
_NAME_AND_INITIAL = re.compile(
    rf"\b(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*)[ \u00a0](?:{_INITIAL}\.(?:-?{_INITIAL}\.)*|"
    r"(?![AÀYO]\b)[A-Z](?=[,.;!?)»\n]))")
_SENTENCE_INITIAL = re.compile(
    rf"(?:^|[.!?…«:]\s)\s*(?P<initials>(?!A\b|Y\b|O\b){_INITIAL}(?:\.|\*+))(?=\s+[a-zà-ÿ])", re.MULTILINE)
# A letter and its full stop where the sentence goes on.
_STOPPED = re.compile(rf"(?P<before>[^\W\d_]+)[\s ]?,?[\s ]?\b(?P<initials>{_INITIAL}\.)(?=,|[\s ]+[a-zà-ÿ])")
_WITH_INITIAL = frozenset((
    "avec chez à a de d' d’ et pour que qu' qu’ vers par sans contre sur entre ou fille fils mari femme frère sœur "
    "mère père cousin cousine ami amie copain copine collègue patient patiente tante oncle comme à "
    "mettez mets mettre notez noter disons appelons"
).split())
_NOT_WITH_INITIAL = frozenset((
    "vitamine plan hépatite groupe type classe catégorie bâtiment porte ligne étage point permis rayons syndrome "
    "virus série"
).split())
_SHORT_TITLES = frozenset("m mm mr mme mmes mlle dr pr me".split())
_LEFT_UNSAID = frozenset("X XX XXX Y Z".split())


def finds(tokens: Tokens) -> Iterator[Find]:
    """Names that their surroundings or their own form tell. Titles are left out."""
    yield from _initials(tokens.text)
    starts = {word.start: word for word in tokens.words}
    for found in _CALLED.finditer(tokens.text):
        word = starts.get(found.end())
        if word and (span := called(tokens, word)):
            yield span
    yield from _initials_and_names(tokens.text)
    for word in tokens.words:
        yield from _after_title(tokens, word)
        yield from _after_kin(tokens, word)
        yield from _by_itself(tokens, word)


def _initials(text: str) -> Iterator[Find]:
    for pattern in (_AFTER_TITLE, _PLAIN_AFTER_TITLE, _DOTTED, _LITTLE, _NICK, _SENTENCE_INITIAL):
        for found in pattern.finditer(text):
            group: int | str = "initials" if "initials" in pattern.groupindex else 0
            if found[group] not in _NOT_INITIALS and found[group].strip(".") not in _LEFT_UNSAID:
                yield Find(*found.span(group), Label.PERSON)
    for found in _LONE.finditer(text):
        before = found["before"].lower()
        if before in _WITH_INITIAL and found["initials"] not in _LEFT_UNSAID and found["initials"] not in "AÀÉ":
            label = Label.LOC if before in ("à", "vers", "sur") else Label.PERSON
            yield Find(found.start("initials"), found.end("end"), label)
    for found in _STOPPED.finditer(text):
        if found["before"].lower() not in _NOT_WITH_INITIAL and found["initials"][0] not in _LEFT_UNSAID:
            yield Find(*found.span("initials"), Label.PERSON)


def _initials_and_names(text: str) -> Iterator[Find]:
    for found in _INITIAL_AND_NAME.finditer(text):
        name = not lists.ordinary(found["surname"]) or lists.surname(found["surname"])
        if name and fold(found["surname"]) not in vocabulary.FUNCTION | vocabulary.TITLES:
            yield Find(*found.span(), Label.PERSON)
    for found in _NAME_AND_INITIAL.finditer(text):
        if lists.bearers(found["name"]) > 500 and not lists.ordinary(found["name"]):
            yield Find(*found.span(), Label.PERSON)


def called(tokens: Tokens, word: Word) -> Find | None:
    """The name given from ``word`` on by words that announce one."""
    if word.key in vocabulary.TITLES:
        return None
    if word.capital:
        return None if word.key in vocabulary.FUNCTION and not word.shouted else chain(tokens, word)
    known = lists.first_name(word.text) or not lists.ordinary(word.text)
    if not known or word.key in vocabulary.FUNCTION or word.text.isdigit() or word.elided:
        return None
    return plain_chain(tokens, word)


def chain(tokens: Tokens, word: Word) -> Find:
    """A name from its first capital on: capitals, and particles between them."""
    end, number = word, word.number
    for _more in range(_MOST_NAMES):
        following = _next_capital(tokens, number)
        if following is None:
            break
        end, number = following, following.number
    return Find(word.start, end.end, Label.PERSON)


def _next_capital(tokens: Tokens, number: int) -> Word | None:
    for _particle in range(3):
        if not tokens.near(number):
            return None
        number += 1
        word = tokens.words[number]
        if word.capital and word.key not in vocabulary.TITLES:
            return word if len(word.text) > 1 or tokens.gap(number)[:1] == "." else None
        if word.key not in PARTICLES:
            return None
    return None


def plain_chain(tokens: Tokens, word: Word) -> Find:
    """A name said without capitals: on while words are no French, or particles before such."""
    end, number = word, word.number
    for _more in range(_MOST_NAMES):
        following = _next_plain(tokens, number)
        if following is None:
            break
        end, number = following, following.number
    return Find(word.start, end.end, Label.PERSON)


def _next_plain(tokens: Tokens, number: int) -> Word | None:
    for _particle in range(3):
        if not tokens.near(number):
            return None
        number += 1
        word = tokens.words[number]
        if strange(word):
            return word
        if word.key in PARTICLES:
            continue
        return word if _surname_here(tokens, word) else None
    return None


def _surname_here(tokens: Tokens, word: Word) -> bool:
    """«martine petit j’ai»: a surname that is a word, where a sentence could not go on with it."""
    after = tokens.key(word.number + 1)
    closed = not tokens.near(word.number) or after in ("je", "j", "et", "c", "il", "elle", "donc", "alors", "qui")
    return closed and lists.surname(word.text) and word.key not in vocabulary.FUNCTION and word.plain


def strange(word: Word) -> bool:
    """No French word, number or elision: a name, most likely, where one is awaited."""
    if word.text.isdigit() or word.elided or len(word.text) < 2:
        return False
    return not lists.ordinary(word.text) and word.key not in vocabulary.FUNCTION and word.key not in vocabulary.TITLES


def _after_title(tokens: Tokens, word: Word) -> Iterator[Find]:
    if word.key not in vocabulary.TITLES:
        return
    number = word.number
    gap = tokens.gap(number)
    if gap.strip(" .\u00a0\u202f") or "\n" in gap or (gap.strip() == "." and word.key not in _SHORT_TITLES):
        return
    following = tokens.get(number + 1)
    if following is None or following.key in vocabulary.TITLES:
        return
    first = following
    while following.key in PARTICLES and tokens.near(following.number):
        following = tokens.words[following.number + 1]
    if following.capital and len(following.text) > 1:
        if following.key not in vocabulary.NOBODY and (not gap.startswith(".") or word.key in _SHORT_TITLES):
            yield Find(first.start, chain(tokens, following).end, Label.PERSON)
    elif _titled_plainly(tokens, word, first, following):
        yield Find(first.start, plain_chain(tokens, following).end, Label.PERSON)


def _titled_plainly(tokens: Tokens, title: Word, first: Word, word: Word) -> bool:
    if title.key in vocabulary.STRANGE_TITLES:
        return word is first and strange(word) and len(word.key) > 3
    return title.key in vocabulary.PLAIN_TITLES and _plain_name(tokens, first, word)


def _plain_name(tokens: Tokens, first: Word, word: Word) -> bool:
    """«docteur lebreton», «madame petit», «madame de la rochère»; not «madame la directrice», «docteur traitant»."""
    if strange(word):
        return True
    if word is not first or word.key in vocabulary.FUNCTION or not word.plain:
        return False
    return (lists.first_name(word.text) and lists.bearers(word.text) > 2000) or lists.surname(word.text)


def _after_kin(tokens: Tokens, word: Word) -> Iterator[Find]:
    """«ma sœur, rose»: after kin or a trade any first name is one, capital or not."""
    if word.key not in vocabulary.KIN:
        return
    following = tokens.get(word.number + 1)
    gap = tokens.gap(word.number)
    if following is None or gap.strip(" ,\u00a0") or "\n" in gap:
        return
    if following.capital or following.key in vocabulary.FUNCTION | vocabulary.NEVER_A_LONE_NAME:
        return
    sure = not lists.ordinary(following.text) or (lists.bearers(following.text) > 5000 and "," not in gap)
    endeared = word.key in vocabulary.RELATIVES and not gap.strip() and (strange(following) or doubled(following.key))
    if (sure and lists.first_name(following.text)) or endeared:
        yield plain_chain(tokens, following)


def doubled(key: str) -> bool:
    """«dédé», «jojo», «nono»: a syllable said twice, as children do, and no word of theirs."""
    return bool(re.fullmatch(r"(\w{1,3})-?\1", key)) and len(key) > 3 and key not in vocabulary.COLLOQUIAL


def _by_itself(tokens: Tokens, word: Word) -> Iterator[Find]:
    """A first name written small that means nothing else; with it the surname that follows."""
    if word.capital or word.text.isdigit():
        return
    endeared = tokens.key(word.number - 1) in ("mon", "ma") and "-" in word.key
    doubly = doubled(word.key) and word.plain and (endeared or not lists.ordinary(word.text))
    if lists.unmistakable(word.text) or doubly:
        yield plain_chain(tokens, word)
    elif word.plain and len(word.key) > 4 and strange(word) and lists.surname(word.text):
        yield Find(word.start, word.end, Label.PERSON)
    elif word.plain and lists.bearers(word.text) > 20000 and (following := tokens.get(word.number + 1)):
        surname = tokens.near(word.number) and strange(following) and lists.surname(following.text)
        alone = tokens.key(word.number - 1) not in vocabulary.DETERMINERS
        if alone and (surname or _taken_up(tokens, word)):
            yield plain_chain(tokens, word)


def _taken_up(tokens: Tokens, word: Word) -> bool:
    """«rose elle apporte», «il y a rose et colette»: said again by a pronoun, or beside another first name."""
    before = tokens.get(word.number - 1)
    if before and tokens.near(before.number) and before.key not in vocabulary.FUNCTION:
        return False
    after, beyond = tokens.key(word.number + 1), tokens.get(word.number + 2)
    if after in ("elle", "il"):
        return True
    joined = after == "et" and beyond is not None and lists.unmistakable(beyond.text)
    return joined and tokens.key(word.number - 1) in ("a", "avec", "et", "chez", "pour", "c'est", "est")

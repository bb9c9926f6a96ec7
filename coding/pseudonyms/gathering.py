# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions gathered into identities: «Martine», «Mme Guilbaud» and «MARTINE» are one person.

Two people of one first name stay apart when their surnames tell them so. A first name alone is the one person of the
interview who has it with a surname, failing that the only one of the corpus; when several could be meant it is an
identity of its own, whose places say in which interview each is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from coding import fold
from coding.identifiers import lists, vocabulary
from coding.identifiers.span import Label
from coding.pseudonyms import people
from coding.pseudonyms.identity import Identity, gathered
from coding.pseudonyms.mention import Mention

_PROPER = (Label.PERSON, Label.LOC, Label.ORG)
ORDER = (Label.PERSON, Label.PHONE, Label.EMAIL, Label.ID, Label.LOC, Label.ORG, Label.DATE, Label.AGE,
         Label.PROFESSION, Label.ORIGIN)
_JOINTS = frozenset("de du des d la le les l a au aux saint".split())
_ARTICLE = re.compile(r"(?:les|la|le)\s+", re.IGNORECASE)
_HOUSE = frozenset("numero bis ter quater".split())

__all__ = ["Mention", "gather"]


def gather(mentions: Sequence[Mention]) -> tuple[Identity, ...]:
    """The identities, those that name someone outright first, the most present first among each kind."""
    cores = _cores(mentions)
    mentions = _agreed(mentions, cores)
    groups = people.gather([one for one in mentions if one.label is Label.PERSON])
    identities = [_person(group) for group in groups]
    others: dict[tuple[Label, str], list[Mention]] = {}
    for one in mentions:
        if one.label is not Label.PERSON:
            others.setdefault((one.label, _key(one, cores)), []).append(one)
    identities += [gathered(label, _fullest(group), (one.place for one in group))
                   for (label, _words), group in others.items()]
    return tuple(sorted(identities, key=lambda one: (ORDER.index(one.label), -len(one.places))))


def _agreed(mentions: Sequence[Mention], cores: Mapping[str, set[str]]) -> list[Mention]:
    """One label for the same words everywhere: a person's when they are the surname of one, else an institution's when
    they are what it is called («Laënnec»), else the one they have most often."""
    families = _families(mentions)
    mentions = [_bare(one, families) for one in mentions]
    votes: dict[str, Counter[Label]] = {}
    for one in mentions:
        if one.label in _PROPER:
            votes.setdefault(_folded(one), Counter())[one.label] += 1
    agreed = {words: Label.ORG if words in cores and not _also_named(words) else given.most_common(1)[0][0]
              for words, given in votes.items()} | dict.fromkeys(families & set(votes), Label.PERSON)
    return [one.labelled(agreed[_folded(one)]) if one.label in _PROPER else one for one in mentions]


def _families(mentions: Iterable[Mention]) -> set[str]:
    """Surnames of those who are named in full or by a title, but what is a town too."""
    named = ((one, people.parts(one.place.form, titled=one.titled)) for one in mentions if one.label is Label.PERSON)
    return {last for one, (first, last) in named if last and (first or one.titled)
            and not (first + last).count(".") and not lists.commune(last)}


def _bare(mention: Mention, families: Collection[str]) -> Mention:
    """«Les Guilbaud» are no institution: the article goes."""
    form = mention.place.form
    article = _ARTICLE.match(form)
    if mention.label is not Label.ORG or article is None or fold.fold(form[article.end() :]) not in families:
        return mention
    place = replace(mention.place, start=mention.place.start + article.end(), form=form[article.end() :],
                    before=mention.place.before + article[0])
    return Mention(Label.PERSON, mention.interview, place)


def _also_named(words: str) -> bool:
    """Whether people and places bear that name too."""
    return lists.first_name(words) or lists.commune(words)


def _folded(one: Mention) -> str:
    return " ".join(fold.words(one.place.form))


def _person(group: people.Person) -> Identity:
    return gathered(Label.PERSON, group.name, (one.place for one in group.mentions),
                    gender=group.gender, generation=group.generation)


def _fullest(group: Iterable[Mention]) -> str:
    """The form with most words, rather one written with its capitals."""
    forms = Counter(one.place.form for one in group)
    return max(forms, key=lambda form: (len(form.split()), not form.isupper() and not form.islower(), forms[form]))


def _core(form: str) -> tuple[str, str]:
    """The head word and the name proper: («hopital», «laennec»)."""
    words = fold.words(form)
    number = 0
    while number < len(words) and words[number] in vocabulary.ORG_HEADS | vocabulary.ORG_ADJECTIVES | _JOINTS:
        number += 1
    return (words[0] if number and words[0] not in _JOINTS else "", " ".join(words[number:]))


def _cores(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    """The heads that go with each proper name of an institution."""
    cores: dict[str, set[str]] = {}
    for one in mentions:
        if one.label is Label.ORG:
            head, core = _core(one.place.form)
            if head and core:
                cores.setdefault(core, set()).add(head)
    return cores


def _key(one: Mention, cores: Mapping[str, set[str]]) -> str:
    form = one.place.form
    if one.label is Label.PHONE:
        digits = "".join(character for character in form if character.isdigit())
        return digits or _folded(one)
    words = fold.words(form)
    if one.label is Label.LOC:
        while len(words) > 1 and (words[0].isdigit() or words[0] in _HOUSE):
            words = words[1:]
        return " ".join("saint" if word == "st" else "sainte" if word == "ste" else word for word in words)
    if one.label is Label.ORG:
        head, core = _core(form)
        if core and not head and len(cores.get(core, ())) == 1:
            head = next(iter(cores[core]))
        return f"{head} {core}" if core else " ".join(words)
    return " ".join(words)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What could stand for an identity, and for each of its forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from coding import fold
from coding.identifiers.names import PARTICLES
from coding.identifiers.span import Label
from coding.pseudonyms import classes, generalising, invented, people
from coding.pseudonyms.decisions import Action, Decision
from coding.pseudonyms.identity import Identity
from coding.pseudonyms.wording import cased

_USUAL: dict[Label, Action] = {
    Label.PERSON: "replace", Label.LOC: "class", Label.ORG: "class", Label.PHONE: "class", Label.EMAIL: "class",
    Label.ID: "class", Label.DATE: "generalise", Label.AGE: "generalise", Label.PROFESSION: "generalise",
    Label.ORIGIN: "generalise",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTERS = "BDFGHJKLMNPRSTV"


def usual(label: Label) -> Action:
    """What is done of such an identity unless the researcher thinks otherwise."""
    return _USUAL[label]


def propose(
    identity: Identity, taken: Collection[str], classes_used: Counter[str], action: Action | None = None
) -> Decision:
    """A pseudonym of the same gender, generation and origin that no word of ``taken`` is; a class («[ville 1]»), whose
    number is counted in ``classes_used``; or, of a date, an age or a trade, something wider. What is usual for its
    label, unless ``action`` says which; a date that is already no more than a year is kept."""
    chosen = action or usual(identity.label)
    if chosen == "replace":
        words = ""
        if identity.label is Label.PERSON:
            names = (*taken, *(form for form, _count in identity.forms))
            words = _pseudonym(identity, {word for one in names for word in invented.words(one)})
        return fill(Decision(identity, "replace", words)) if words else propose(identity, taken, classes_used, "class")
    if chosen == "class":
        return fill(Decision(identity, "class", _class(identity, classes_used)))
    if chosen == "generalise":
        words = _wider(identity, identity.name)
        if words == identity.name and action is None:
            return Decision(identity, "keep")
        return fill(Decision(identity, "generalise", words))
    return Decision(identity, chosen)


def propose_all(
    identities: Iterable[Identity], taken: Collection[str] = (), classes_used: Counter[str] | None = None
) -> tuple[Decision, ...]:
    """One proposal each, no two alike; people of one surname get one surname: «M. Guilbaud» is «M. Morin» as his wife
    is «Hélène Morin»."""
    identities = tuple(identities)
    counted = Counter[str]() if classes_used is None else classes_used
    busy = {*taken, *(form for one in identities for form, _count in one.forms)}
    families: dict[str, str] = {}
    proposals = []
    for one in identities:
        decision = propose(one, busy, counted)
        if decision.action == "replace":
            decision = _as_family(decision, families)
            busy.add(decision.words)
        proposals.append(decision)
    return tuple(proposals)


def fill(decision: Decision) -> Decision:
    """The decision with the words for every form of its identity that has none: «MARTINE» → «HÉLÈNE»."""
    forms = {form: _instead(decision, form) for form, _count in decision.identity.forms}
    return replace(decision, forms={**forms, **decision.forms})


def _as_family(decision: Decision, families: dict[str, str]) -> Decision:
    """The surname that others of the family were given."""
    first, last = people.parts(decision.identity.name)
    if not last or last.endswith("."):
        return decision
    new_first, new_last = _parts_of_pseudonym(decision)
    given = families.setdefault(last, new_last)
    if given == new_last:
        return decision
    title = people.TITLE.match(decision.words)
    words = " ".join(part for part in (title[0].strip() if title else "", new_first if first else "", given) if part)
    return fill(Decision(decision.identity, "replace", words))


def _class(identity: Identity, used: Counter[str]) -> str:
    noun = classes.noun(identity)
    if identity.label in classes.UNNUMBERED:
        return f"[{noun}]"
    used[noun] += 1
    return f"[{noun} {used[noun]}]"


def _wider(identity: Identity, form: str) -> str:
    if identity.label is Label.DATE:
        return generalising.date(form)
    if identity.label is Label.AGE:
        return generalising.age(form)
    if identity.label is Label.PROFESSION:
        return generalising.trade(form)
    return f"[{classes.noun(identity)}]"


def _pseudonym(identity: Identity, taken: set[str]) -> str:
    """«Hélène Morin» for «Martine Guilbaud», «M. Morin» for «M. Guilbaud», «K.» for «B.»."""
    title = people.TITLE.match(identity.name)
    first, last = people.parts(identity.name)
    prefix = title[0] if title else ""
    if first.endswith(".") or (last.endswith(".") and not first):
        free = [letter for letter in _LETTERS if letter.lower() not in taken]
        letters = [invented.letter(identity.key + part, free or list(_LETTERS)) for part in (first, last) if part]
        return prefix + " ".join(f"{letter}." for letter in letters)
    new_first = invented.first_name(first, last, identity.gender, identity.generation, taken) if first else ""
    new_last = invented.surname(last, first, taken) if last and not last.endswith(".") else ""
    if last.endswith("."):
        new_last = invented.letter(identity.key, list(_LETTERS)) + "."
    return prefix + " ".join(part for part in (new_first, new_last) if part)


def _parts_of_pseudonym(decision: Decision) -> tuple[str, str]:
    """The first name and the surname of what stands for a person, as the person's own name has them or not."""
    words = people.TITLE.sub("", decision.words, count=1)
    first, last = people.parts(decision.identity.name)
    if first and last:
        new_first, _space, new_last = words.partition(" ")
        return new_first, new_last or new_first
    return (words, words) if not last else ("", words)


def _instead(decision: Decision, form: str) -> str:
    """What one form becomes."""
    if decision.action == "generalise":
        wider = _wider(decision.identity, form)
        own = _wider(decision.identity, decision.identity.name)
        return wider if decision.words == own else decision.words
    if decision.action == "class" or decision.identity.label is not Label.PERSON or decision.words.startswith("["):
        return _with_article(form, decision.words)
    return _name_instead(decision, form)


def _with_article(form: str, words: str) -> str:
    """«la Timone» is «la [structure 1]»: the article is no part of the class."""
    article = re.match(r"(?:la|le|les)\s+", form, re.IGNORECASE)
    if not article or not words.startswith("["):
        return words
    fits = {"f": "la ", "m": "le "}[classes.gender_of(words)]
    return (fits.capitalize() if form[0].isupper() else fits) + words


def _name_instead(decision: Decision, form: str) -> str:
    """Each part of the form by the part of the pseudonym, in the form's order and case."""
    title = people.TITLE.match(form)
    if title:
        return title[0] + _name_instead(decision, form[title.end() :])
    new_first, new_last = _parts_of_pseudonym(decision)
    if people.initials(form):
        return _initials(form, new_first, new_last)
    first, last = people.parts(decision.identity.name)
    known_last = set(last.split())
    pieces: list[tuple[bool, list[str]]] = []
    for word in _WORD.findall(form):
        is_last = bool(known_last & set(fold.words(word))) or (not first and bool(last))
        if word.casefold() in PARTICLES:
            is_last = True
        if pieces and pieces[-1][0] == is_last:
            pieces[-1][1].append(word)
        else:
            pieces.append((is_last, [word]))
    merged = [(is_last, " ".join(words)) for is_last, words in pieces]
    return " ".join(cased(words, new_last if is_last else new_first) for is_last, words in merged) or decision.words


def _initials(form: str, first: str, last: str) -> str:
    """«M.G.» → «H.M.», «G.» → «M.»: the signs between the letters stay."""
    letters = [match.start() for match in re.finditer(r"[^\W\d_]", form)]
    new = [first[:1], last[:1]] if len(letters) > 1 and first and last else [(last or first)[:1]] * len(letters)
    written = list(form)
    for at, letter in zip(letters, new, strict=False):
        written[at] = letter if form[at].isupper() else letter.lower()
    return "".join(written)

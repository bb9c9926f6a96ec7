# SPDX-License-Identifier: GPL-3.0-or-later
"""Which mentions of people are the same person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from coding import fold
from coding.identifiers import lists
from coding.identifiers.names import PARTICLES
from coding.pseudonyms import births
from coding.pseudonyms.mention import Mention

_INITIALS = re.compile(r"[^\W\d_](?:[.\s*_…-]*[^\W\d_])?[.*_…]*")
TITLE = re.compile(r"(?:M\.|Mme)\s+(?=[^\W\d_]{2}|[^\W\d_]\.)")
_NICK = re.compile(r"[A-Z]{2}")
# What stands between a nickname and the name it is for, or the other way round.
_REAL_NAME = re.compile(r"[\s,.;]*(?:c['’]est\s+)?son\s+vrai\s+(?:pré)?nom,?\s*(?:c['’](?:est|était)|est)\s*", re.I)
_NICKNAMED = re.compile(
    r"[\s,(]*(?:dite?|alias|surnommée?|(?:que\s+)?tout\s+le\s+monde\s+(?:l['’])?appelle|qu['’]on\s+(?:appelle|"
    r"surnomme)|(?:mais\s+)?on\s+l['’]appelle|(?:mais\s+)?tout\s+le\s+monde\s+dit)\s+«?\s*", re.I)

Key = tuple[str, str]
"""First name and surname, folded; either may be empty, and initials have their full stop."""


@dataclass(frozen=True)
class Said:
    """A mention read as a name."""

    mention: Mention
    first: str
    last: str

    @property
    def initials(self) -> bool:
        return self.last.endswith(".") or self.first.endswith(".")

    @property
    def key(self) -> Key:
        return self.first, self.last


@dataclass
class Person:
    """The mentions of one person."""

    key: Key
    title: str = ""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form, with its title when a surname alone would not tell who."""
        forms = Counter(one.place.form for one in self.mentions)
        best = max(forms, key=lambda form: (
            len(fold.words(form)), len(max(fold.words(form) or [""], key=len)) > 1,
            not form.isupper() and not form.islower(), forms[form]))
        return f"{self.title} {best}" if self.title else best

    @property
    def gender(self) -> str:
        first = self.key[0] if not self.key[0].endswith(".") else ""
        known = births.gender(first) if first else ""
        titles = Counter(one.gender for one in self.mentions if one.gender)
        return known or (titles.most_common(1)[0][0] if titles else "")

    @property
    def generation(self) -> str:
        found = births.given(self.key[0], self.gender) if self.key[0] else None
        return str(found.decade) if found else ""


def gather(mentions: Sequence[Mention]) -> list[Person]:
    """The people, in the order in which they come."""
    said = [read(one) for one in mentions]
    full = {one.key for one in said if one.first and one.last and not one.initials}
    by_interview: dict[int, set[Key]] = {}
    for one in said:
        if one.key in full or (one.last and not one.initials and not _bears(one.last, full)):
            by_interview.setdefault(one.mention.interview, set()).add(one.key)
    people: dict[tuple[Key, str], Person] = {}
    for one in said:
        key, title = _whose(one, by_interview.get(one.mention.interview, set()), full)
        people.setdefault((key, title), Person(key, title)).mentions.append(one.mention)
    return _with_nicknames(list(people.values()))


def _bears(last: str, full: Collection[Key]) -> bool:
    return any(key[1] == last for key in full)


def read(mention: Mention) -> Said:
    """A mention as a name; after a title a single word is a surname."""
    return Said(mention, *parts(mention.place.form, titled=mention.titled))


def parts(form: str, *, titled: bool = False) -> Key:
    """The folded first name and surname of «Martine Guilbaud», «GUILBAUD Martine», «Mme Guilbaud», «M. G.»."""
    title = TITLE.match(form)
    if title and len(form) > title.end():
        form, titled = form[title.end() :], True
    if initials(form):
        letters = [fold.fold(letter) for letter in form if letter.isalpha()]
        first = f"{letters[0]}." if len(letters) > 1 or not titled else ""
        last = f"{letters[-1]}." if len(letters) > 1 or titled else ""
        return first, last
    words = [fold.fold(word) for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", form)]
    at = _surname_at(words, titled)
    if at == 0 and len(words) > 1 and births.given(words[-1]) and not births.given(words[0]):
        return words[-1], _joined(words[:-1])
    return " ".join(words[:at]), _joined(words[at:])


def initials(form: str) -> bool:
    """Whether the form is letters that stand for a name."""
    return bool(_INITIALS.fullmatch(form) or _NICK.fullmatch(form))


def _joined(words: Sequence[str]) -> str:
    """A surname; a single letter is an initial."""
    kept = [word for word in words if word not in PARTICLES] or list(words)
    return f"{kept[0]}." if len(kept) == 1 and len(kept[0]) == 1 else " ".join(kept)


def _surname_at(words: Sequence[str], titled: bool) -> int:
    """Where the surname begins among the folded words."""
    if len(words) <= 1:
        alone = not titled and bool(words) and (lists.first_name(words[0]) or not lists.surname(words[0]))
        return 1 if alone else 0
    if births.given("-".join(words[:2])):
        return 2
    return 1 if lists.first_name(words[0]) or not (titled or births.given(words[-1])) else 0


def _whose(one: Said, here: set[Key], full: set[Key]) -> tuple[Key, str]:
    """The person a mention is of, and the title that tells them from others of the surname."""
    if one.key in full:
        return one.key, ""
    fits = {key for key in (full | here if one.initials else full) if _fits(one, key)}
    nearby = fits & here
    chosen = nearby or ({} if one.initials else fits)
    if len(chosen) == 1:
        return next(iter(chosen)), ""
    title = {"f": "Mme", "m": "M."}.get(one.mention.gender, "") if not one.first else ""
    return one.key, title


def _fits(one: Said, key: Key) -> bool:
    """Whether a mention may be of the person so named; a title of the other gender refuses."""
    gender = one.mention.gender
    if gender and births.gender(key[0]) not in ("", gender):
        return False
    return _part(one.first, key[0]) and _part(one.last, key[1])


def _part(said: str, name: str) -> bool:
    if said.endswith("."):
        return name.startswith(said[:-1])
    return said in ("", name)


def _with_nicknames(people: list[Person]) -> list[Person]:
    """«Dédé son vrai nom c’est André Pichon», «André Pichon, dit Dédé»: one person."""
    at = {(_where(one), one.place.start): person for person in people for one in person.mentions}
    for person in list(people):
        for one in person.mentions:
            for link in (_REAL_NAME, _NICKNAMED):
                found = link.match(one.place.after)
                other = at.get((_where(one), one.place.end + found.end())) if found else None
                if other and other is not person and person in people and other in people:
                    _join(people, person, other, at)
                    break
    return people


def _where(one: Mention) -> tuple[str, int, str]:
    return one.place.table, one.place.row_id, one.place.column


def _join(people: list[Person], one: Person, other: Person, at: dict[tuple[tuple[str, int, str], int], Person]) -> None:
    """Into the one of the two that has a surname."""
    kept, gone = (one, other) if one.key[1] and not other.key[1] else (other, one)
    kept.mentions = _in_order([*kept.mentions, *gone.mentions])
    people.remove(gone)
    for key, person in at.items():
        if person is gone:
            at[key] = kept


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda one: (one.place.table != "interview", one.place.table, one.place.row_id,
                                             one.place.column, one.place.start))

# SPDX-License-Identifier: GPL-3.0-or-later
"""How quotes are attributed: a pattern such as «« {quote} » ({pseudonym}, {role}, tour {turn})», and what fills it.

A field that is empty leaves nothing stray behind, see ``coding.pattern_parts``. The marks around ``{quote}`` become
those of the language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.attributes import shown
from coding.fold import fold
from coding.interview_words import clock
from coding.language import N_
from coding.pattern_parts import STRAY, Field, Writer, between_voices, named, parsed
from coding.typography import NBSP, one_line, quoted, spaced
from models.errors import KnownError
from models.group import Group, GroupMember
from models.interview import Interview
from models.participant import Attribute, AttributeValue
from models.passage import Coding
from models.project import Project

if TYPE_CHECKING:
    from coding.quotes import Quote
    from coding.voices import Voice

FIELDS = ("quote", "pseudonym", "role", "interview", "turn", "time", "date", "mode", "group", "code")
ATTRIBUTE = "attr:"
USUAL = "« {quote} » ({pseudonym}, {role})"

_OF_PEOPLE = ("pseudonym", "role")
_BEFORE_TURN = re.compile(r"(?<=\w) (?=\{turn\})")  # «tour» is not parted from its number
WORDS = "\0"  # stands for the quoted words while the rest is written


@dataclass(frozen=True)
class Facts:
    """What a pattern may say that a quote does not hold: by interview id; and by folded attribute name, then by the id
    of the interview or of the participant that has a value."""

    dates: Mapping[int, date] = field(default_factory=dict)
    modes: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    of_interviews: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    of_people: Mapping[str, Mapping[int, str]] = field(default_factory=dict)


class Manner:
    """How the quotes of a project are cited. Built once, used for each of them."""

    def __init__(self, pattern: str = "", facts: Facts | None = None) -> None:
        """``pattern`` holds when ``check`` lets it pass; an empty one is USUAL."""
        self.pattern = one_line(pattern) or USUAL
        self._facts = facts or Facts()
        self._body = parsed(_BEFORE_TURN.sub(NBSP, self.pattern))
        self._fields = tuple(dict.fromkeys(named(self._body)))
        self._marked = any(one.marked for one in self._fields)
        self._written: dict[tuple[object, ...], tuple[str, str]] = {}

    def pieces(self, quote: Quote, language: str = "fr") -> tuple[str, str, str]:
        """What stands before the quoted words, the words with their marks, what stands after."""
        before, after = self._around(quote, language)
        words = quoted(quote.printed, language) if self._marked else spaced(one_line(quote.printed), language)
        return before, words, after

    def cited(self, quote: Quote, language: str = "fr") -> str:
        """The whole line, as the thesis prints it."""
        return "".join(self.pieces(quote, language))

    def attribution(self, quote: Quote, language: str = "fr") -> str:
        """What the line says beside the quoted words, without brackets around."""
        found = " ".join(part for part in (text.strip(STRAY + ".") for text in self._around(quote, language)) if part)
        inner = found[1:-1]
        whole = found[:1] + found[-1:] in ("()", "[]") and not set(inner) & set("()[]")
        return inner if whole else found

    def _around(self, quote: Quote, language: str) -> tuple[str, str]:
        people = quote.voices
        values = {one.name: self._value(one.name, quote, language) for one in self._fields if not self._personal(one)}
        key = (language, people, *values.values())
        found = self._written.get(key)
        if found is None:
            def fill(one: Field, voice: Voice | None) -> str:
                if not self._personal(one):
                    return values[one.name]
                heard = people if voice is None else (voice,)
                return between_voices(language).join(dict.fromkeys(filter(None, (self._of(one.name, each, quote)
                                                                         for each in heard))))

            line = Writer(fill, self._personal, people, language).body(self._body, None)
            before, _words, after = spaced(line, language).partition(WORDS)
            found = self._written[key] = before, after
        return found

    def _personal(self, one: Field) -> bool:
        return one.name in _OF_PEOPLE or fold(one.name.removeprefix(ATTRIBUTE)) in self._facts.of_people

    def _of(self, name: str, voice: Voice, quote: Quote) -> str:
        """What a field says of who speaks."""
        if name in _OF_PEOPLE:
            return _plain(voice.name if name == "pseudonym" else voice.role)
        key = fold(name.removeprefix(ATTRIBUTE))
        own = self._facts.of_people[key].get(voice.participant_id or 0, "")
        return own or self._facts.of_interviews.get(key, {}).get(quote.interview_id, "")

    def _value(self, name: str, quote: Quote, language: str) -> str:
        """What a field says of the quote or its interview."""
        if name in _OF_QUOTE:
            return _plain(_OF_QUOTE[name](quote))
        facts, key = self._facts, quote.interview_id
        match name:
            case "quote":
                return WORDS
            case "date":
                day = facts.dates.get(key)
                return "" if day is None else f"{day:%d/%m/%Y}" if language == "fr" else day.isoformat()
            case "mode":
                return facts.modes.get(key, "")
            case "group":
                return ", ".join(facts.groups.get(key, ()))
            case _:
                return facts.of_interviews.get(fold(name.removeprefix(ATTRIBUTE)), {}).get(key, "")


USUAL_MANNER = Manner()


def cited(quote: Quote, pattern: str = "", language: str = "fr", facts: Facts | None = None) -> str:
    """One quote as ``pattern`` cites it. For many, build a Manner once."""
    return Manner(pattern, facts).cited(quote, language)


def check(pattern: str, attributes: Collection[str] | None = None) -> None:
    """Raise KnownError when a pattern says nothing, or names a field or (when they are given) an attribute that there
    is not. An empty one is the usual way."""
    fields = re.findall(r"\{([^{}]*)\}", pattern)
    if not pattern.strip():
        return
    for name in fields:
        attribute = name.removeprefix(ATTRIBUTE) if name.startswith(ATTRIBUTE) else None
        if attribute is None and name not in FIELDS:
            raise KnownError(N_("“{{{name}}}” is no field. Choose one of the list."), name=name)
        if attribute is not None and attributes is not None and fold(attribute) not in map(fold, attributes):
            raise KnownError(N_("There is no attribute “{name}” in this project."), name=attribute)
    if fields.count("quote") != 1:
        raise KnownError(N_("Write {{quote}} once: the quoted words stand there."))
    if set("{}\0") & set(re.sub(r"\{[^{}]*\}", "", pattern)):
        raise KnownError(N_("A brace is open or closed alone. Fields are written as {{role}}."))


def read(session: Session) -> str:
    """The project's pattern; empty for the usual one."""
    return session.scalars(select(Project.citation_pattern)).one()


def example(session: Session) -> Quote | None:
    """A quote of the project to try patterns on; None while it has none."""
    from coding.quotes import Query, find

    key = session.scalar(select(Coding.passage_id).order_by(Coding.passage_id).limit(1))
    return next(iter(find(session, Query(passage_ids=(key,)))), None) if key is not None else None


def write(session: Session, pattern: str) -> None:
    """Make ``pattern`` the project's; the usual one is kept as none. Raises KnownError as ``check``."""
    check(pattern, attribute_names(session))
    project = session.scalars(select(Project)).one()
    kept = one_line(pattern)
    kept = "" if kept == USUAL else kept
    if project.citation_pattern != kept:
        project.citation_pattern = kept


def rename(session: Session, attribute: str, new: str) -> None:
    """Let the project's pattern follow an attribute that takes another name."""
    project = session.scalars(select(Project)).one()
    pattern = re.sub(r"\{attr:([^{}]*)\}", lambda found: f"{{{ATTRIBUTE}{new}}}" if fold(found[1]) == fold(attribute)
                     else found[0], project.citation_pattern)
    if pattern != project.citation_pattern:
        project.citation_pattern = pattern


def attribute_names(session: Session) -> list[str]:
    """The attributes that a pattern can name, those of people first, each name once."""
    names = session.scalars(select(Attribute.name).order_by(Attribute.target.desc(), Attribute.position, Attribute.id))
    return list({fold(name): name for name in names if not set("{}") & set(name)}.values())


def manner(session: Session, pattern: str | None = None) -> Manner:
    """How the project cites, or how it would by another pattern."""
    chosen = read(session) if pattern is None else pattern
    return Manner(chosen, _facts(session, chosen)) if chosen.strip() else USUAL_MANNER


def _facts(session: Session, pattern: str) -> Facts:
    """What the fields of the pattern need, and no more."""
    names = {one.name for one in named(parsed(one_line(pattern)))}
    met = (session.execute(select(Interview.id, Interview.date, Interview.mode)).all() if {"date", "mode"} & names
           else ())
    groups: dict[int, tuple[str, ...]] = {}
    if "group" in names:
        for key, name in session.execute(
            select(GroupMember.interview_id, Group.name).join(Group, Group.id == GroupMember.group_id)
            .order_by(Group.position, Group.id)
        ):
            groups[key] = (*groups.get(key, ()), _plain(name))
    values: dict[str, dict[str, dict[int, str]]] = {"interview": defaultdict(dict), "participant": defaultdict(dict)}
    wanted = {fold(name.removeprefix(ATTRIBUTE)) for name in names if name.startswith(ATTRIBUTE)}
    known = [row for row in session.scalars(select(Attribute)) if fold(row.name) in wanted]
    for row in known:
        held = values[row.target][fold(row.name)]
        for found in session.scalars(select(AttributeValue).where(AttributeValue.attribute_id == row.id)):
            held[found.interview_id or found.participant_id or 0] = _plain(shown(found.value, row.type))
    return Facts({row.id: row.date for row in met if row.date}, {row.id: _plain(row.mode) for row in met}, groups,
                 values["interview"], values["participant"])


def _plain(value: str) -> str:
    return one_line(value.replace(WORDS, ""))


_OF_QUOTE: Mapping[str, Callable[[Quote], str]] = {
    "interview": lambda quote: quote.interview,
    "turn": lambda quote: str(quote.turn or ""),
    "time": lambda quote: "" if quote.time_ms is None else clock(quote.time_ms),
    "code": lambda quote: ", ".join(dict.fromkeys(code.path[-1] for code in quote.sought)),
}

# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person asks for by name (codes, groups, interviews, coders), turned into the ids that queries take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, groups, saved_queries
from coding.codebook import PATH_SEPARATOR
from coding.fold import fold
from coding.language import N_
from coding.quote_query import Meets, Query, Relation
from models.errors import KnownError
from models.interview import Interview
from models.participant import Participant
from models.project import Coder

_TURNS = re.compile(r"(.*\S)\s*:\s*(\d{1,4})")


def query(
    session: Session,
    *,
    saved: str | None = None,
    codes: Sequence[str] = (),
    all_codes: Sequence[str] = (),
    without: Sequence[str] = (),
    standing: Mapping[Relation, Sequence[str]] = MappingProxyType({}),
    group_names: Sequence[str] = (),
    interviews: Sequence[str] = (),
    speakers: Sequence[str] = (),
    where: Sequence[str] = (),
    strong: bool = False,
    words: str = "",
) -> Query:
    """A query by names: ``codes`` are «Theme > Code» paths, or names where only one code has it; ``where`` holds
    «attribute=value»; ``standing`` gives codes by relation, «CODE» or «CODE:turns» each. What is asked replaces what
    the query ``saved`` under a name asks in the same field. Raises KnownError for the first name that the project does
    not have."""
    titles = [(row.title, row.id) for row in session.execute(select(Interview.title, Interview.id))]
    people = [(row.name, row.id) for row in session.execute(select(Participant.name, Participant.id))]
    asked: dict[str, Any] = {
        "code_ids": tuple(code_named(session, name) for name in codes),
        "all_code_ids": tuple(code_named(session, name) for name in all_codes),
        "without_code_ids": tuple(code_named(session, name) for name in without),
        "meets": tuple(_meets(session, relation, each) for relation, each in standing.items() if each),
        "group_ids": tuple(groups.named(session, name).id for name in group_names),
        "interview_ids": tuple(
            _one(name, titles, N_("There is no interview “{name}” in this project.")) for name in interviews),
        "participant_ids": tuple(
            _one(name, people, N_("There is no participant “{name}” in this project.")) for name in speakers),
        "where": tuple(_condition(text) for text in where), "strong": strong, "words": words,
    }
    base = Query() if saved is None else saved_queries.named(session, saved).query
    return replace(base, **{field: value for field, value in asked.items() if value})


def code_named(session: Session, name: str) -> int:
    """The code at a path, or the one code of that name; accents and case matter only where two would do."""
    book = codebook.read(session)
    found = book.find(name.split(PATH_SEPARATOR))
    if found is not None:
        return found.id
    known = [(pair, node.id) for node in book for pair in {node.name, book.path_text(node.id)}]
    return _one(name, known, N_("There is no theme or code “{name}” in the codebook."))


def coder_named(session: Session, name: str) -> int:
    """The coder of that name. Raises KnownError when there is none."""
    coders = [(row.name, row.id) for row in session.execute(select(Coder.name, Coder.id))]
    return _one(name, coders, N_("There is no coder “{name}” in this project."))


def _one(name: str, known: Iterable[tuple[str, int]], missing: str) -> int:
    alike = [(text, key) for text, key in known if fold(text) == fold(name.strip())]
    exact = [(text, key) for text, key in alike if text == codebook.clean_name(name)]
    ids = {key for _text, key in exact or alike}
    if not ids:
        raise KnownError(missing, name=name)
    if len(ids) > 1:
        raise KnownError(N_("Several are called “{name}”. Give the whole path: “Theme > Code”."), name=name)
    return ids.pop()


def _condition(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        raise KnownError(N_("“{text}” is not a condition: write ATTRIBUTE=VALUE."), text=text)
    return name.strip(), value.strip()


def _meets(session: Session, relation: Relation, texts: Sequence[str]) -> Meets:
    """One of several codes: «Theme > Code:3» each, or without a number of turns."""
    split = [(found[1], int(found[2])) if (found := _TURNS.fullmatch(text.strip())) else (text, 1) for text in texts]
    for (_name, turns), text in zip(split, texts, strict=True):
        if turns != split[0][1]:
            raise KnownError(
                N_("“{text}”: the codes of one relation are sought at the same number of turns."), text=text)
    return Meets(relation, tuple(code_named(session, name) for name, _turns in split), split[0][1])

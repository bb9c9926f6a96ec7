# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person asks for by name (codes, groups, interviews, coders), turned into the ids that queries take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, groups
from coding.codebook import PATH_SEPARATOR
from coding.fold import fold
from coding.language import N_
from coding.quotes import Query
from models.errors import KnownError
from models.interview import Interview
from models.project import Coder


def query(
    session: Session,
    *,
    codes: Sequence[str] = (),
    group_names: Sequence[str] = (),
    interviews: Sequence[str] = (),
    where: Sequence[str] = (),
) -> Query:
    """A query by names: ``codes`` are «Theme > Code» paths, or names where only one code has it; ``where`` holds
    «attribute=value». Raises KnownError for the first one that the project does not have."""
    titles = [(row.title, row.id) for row in session.execute(select(Interview.title, Interview.id))]
    return Query(
        code_ids=tuple(code_named(session, name) for name in codes),
        group_ids=tuple(groups.named(session, name).id for name in group_names),
        interview_ids=tuple(
            _one(name, titles, N_("There is no interview “{name}” in this project.")) for name in interviews),
        where=tuple(_condition(text) for text in where),
    )


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

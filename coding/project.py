# SPDX-License-Identifier: GPL-3.0-or-later
"""A project as a whole: making one, opening one, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import exports_log
from coding.changes import Label, Writer
from coding.file_name import readable
from coding.language import N_, _
from models import dialect_sqlite
from models import store as stores
from models.base import new_guid
from models.interview import Interview
from models.passage import Passage
from models.project import Coder, Project
from models.store import Store

SUFFIX = stores.SUFFIX


@dataclass(frozen=True)
class Overview:
    """What a project is called and how large it is."""

    title: str
    language: str
    interviews: int
    passages: int


def create(path: Path, *, title: str = "", language: str = "fr") -> Writer:
    """An empty project at ``path``, open to write, with its first coder.

    Raises KnownError when something is already there or the folder cannot be written.
    """
    store = stores.create(path)
    writer = Writer(store)

    def act(session: Session) -> int:
        session.add(Project(id=1, guid=new_guid(), title=title or readable(path.stem), language=language))
        coder = Coder(name=_("Coder 1"))
        session.add(coder)
        session.flush()
        return coder.id

    try:
        change = writer.do(Label(N_("create the project")), act)
    except BaseException:
        store.close()
        dialect_sqlite.remove(path)
        raise
    writer.coder_id = change.result
    writer.forget()
    return writer


def open_writer(path: Path) -> Writer:
    """Open an existing project to write. Raises KnownError when another window holds it, or as ``open_store``."""
    writer = writer_for(stores.open_to_write(path))
    writer.finish_erasing()
    exports_log.take_in(writer)
    return writer


def open_store(path: Path) -> Store:
    """Open an existing project to write, or to read only when another window holds it or it cannot be written.

    Raises KnownError when the file is missing, not ours, damaged, or newer than this program.
    """
    return stores.open_store(path)


def writer_for(store: Store) -> Writer:
    """A writer on an open store, coding as the project's first coder."""
    with store.reading() as session:
        return Writer(store, coder_id=session.scalar(select(func.min(Coder.id))))


def open_reader(path: Path) -> Store:
    """Open an existing project to read only, whoever holds it."""
    return stores.open_store(path, write=False)


def overview(session: Session) -> Overview:
    """Title and sizes."""
    project = session.scalars(select(Project)).one()
    return Overview(
        project.title, project.language,
        session.scalar(select(func.count()).select_from(Interview)) or 0,
        session.scalar(select(func.count()).select_from(Passage)) or 0,
    )


def language(session: Session) -> str:
    """The project's language, in which its reports are written."""
    return session.scalars(select(Project.language)).one()


def coder_named(session: Session, name: str) -> Coder:
    """The coder of that name, made if there is none yet."""
    found = session.scalar(select(Coder).where(Coder.name == name))
    if found is None:
        found = Coder(name=name)
        session.add(found)
        session.flush()
    return found

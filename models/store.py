# SPDX-License-Identifier: GPL-3.0-or-later
"""An opened project file: its lock, the engine that writes, the engine that reads, its backups."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from models import dialect_sqlite
from models.change import ChangeEntry
from models.errors import N_, KnownError
from models.lock import Lock

BACKUPS_KEPT = 5
SUFFIX = ".filrouge"


class Store:
    """One open project. Made by ``create`` or ``open_store``; closed by ``close`` or a with block."""

    def __init__(self, path: Path, *, lock: Lock, writer: Engine | None, guest: bool = False) -> None:
        self.path = path
        self._lock = lock
        self._writer = writer
        self._reader = dialect_sqlite.engine(path, "guest" if guest else "read")

    @property
    def read_only(self) -> bool:
        """Whether another window holds the project, or the file cannot be written."""
        return self._writer is None

    @property
    def refusal(self) -> str:
        """Why a project opened to write is read-only: a msgid with {name}."""
        return self._lock.refusal

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session on the one writing connection; only the unit of work in ``coding.changes`` opens it.

        Raises KnownError when the project is read-only.
        """
        if self._writer is None:
            raise KnownError(self.refusal, name=self.path.name)
        with translated(self.path), Session(self._writer, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session on a read-only connection: one snapshot for as long as the block lasts. Any thread."""
        with translated(self.path), Session(self._reader, expire_on_commit=False) as session:
            yield session

    def revision(self) -> int:
        """The number of the last committed act; 0 in a new project."""
        with self.reading() as session:
            return session.scalar(select(func.max(ChangeEntry.id))) or 0

    def damage(self, *, thorough: bool = False) -> list[str]:
        """What SQLite finds wrong with the file; empty when nothing is. Takes a while on a large project."""
        with self.reading() as session:
            return dialect_sqlite.damage(session.connection(), thorough=thorough)

    @property
    def backups_folder(self) -> Path:
        """Where the copies of the project are."""
        return dialect_sqlite.backups_folder(self.path)

    def backup(self) -> Path | None:
        """Copy the project beside itself unless the newest copy is of this revision; keep the last five."""
        folder = dialect_sqlite.backups_folder(self.path)
        folder.mkdir(exist_ok=True)
        revision = self.revision()
        kept = sorted(folder.glob(f"*{SUFFIX}"))
        if kept and kept[-1].stem.endswith(f" r{revision}"):
            return None
        target = folder / f"{self.path.stem} {datetime.now():%Y-%m-%d %H-%M-%S} r{revision}{SUFFIX}"
        dialect_sqlite.copy(self.path, target)
        for old in [*kept, target][:-BACKUPS_KEPT]:
            old.unlink()
        return target

    @property
    def unscrubbed(self) -> bool:
        """Whether a sitting ended between erasing something and leaving no trace of it."""
        return self._marker.exists()

    def mark_unscrubbed(self) -> None:
        """Say on disk that something is about to be erased, of which traces will have to go."""
        self.backups_folder.mkdir(exist_ok=True)
        self._marker.touch()

    def unmark_unscrubbed(self) -> None:
        """Say that no trace is left, or that nothing was erased."""
        self._marker.unlink(missing_ok=True)

    @property
    def _marker(self) -> Path:
        return self.backups_folder / "traces.partial"

    def vacuum(self) -> None:
        """Write the file anew, so that no page of it holds what was erased, and empty its log. Raises KnownError when
        the project is read-only, or is being read."""
        if self._writer is None:
            raise KnownError(self.refusal, name=self.path.name)
        with translated(self.path):
            self._reader.dispose()
            if not dialect_sqlite.vacuum(self._writer):
                raise KnownError(
                    N_("“{name}” is being read by another window. Close it and do this again, so that nothing of what "
                       "was erased stays in the file."), name=self.path.name)

    def backups(self) -> list[Path]:
        """Every copy of the project there is beside it."""
        folder = dialect_sqlite.backups_folder(self.path)
        return [path for path in sorted(folder.glob(f"*{SUFFIX}*")) if path.is_file()] if folder.is_dir() else []

    def replace_backups(self) -> list[Path]:
        """Delete every earlier copy of the project and make one of it as it is; returns what was deleted."""
        gone = self.backups()
        for path in gone:
            path.unlink()
        self.backup()
        return gone

    def close(self) -> None:
        """Close both engines and give the lock back."""
        self._reader.dispose()
        if self._writer is not None:
            self._writer.dispose()
        self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the file system does to a database (full disk, damage, a busy file) into known errors."""
    try:
        yield
    except (DatabaseError, dialect_sqlite.driver_error()) as error:
        known = dialect_sqlite.known(error, path)
        if known is None:
            raise
        raise known from error


def create(path: Path) -> Store:
    """An empty project file at ``path``, open to write, with all its tables and no row.

    Raises KnownError when something is already there or the folder cannot be written.
    """
    from models import migrate  # Alembic costs 100 ms: only a new or an old file needs it

    if os.path.lexists(path):
        raise KnownError(N_("“{name}” already exists. Choose another name; nothing was overwritten."), name=path.name)
    if not os.path.isdir(path.parent):
        raise KnownError(N_("The folder “{folder}” does not exist. Create it first."), folder=str(path.parent))
    lock = Lock(path)
    if not lock.acquire():
        raise KnownError(N_("“{name}” cannot be created here: the folder is not writable."), name=path.name)
    writer = dialect_sqlite.engine(path, "create")
    try:
        with translated(path):
            dialect_sqlite.prepare_new(writer)
            migrate.upgrade(writer)
    except BaseException:
        writer.dispose()
        dialect_sqlite.remove(path)
        lock.release()
        raise
    return Store(path, lock=lock, writer=writer)


def open_store(path: Path, *, write: bool = True) -> Store:
    """Open an existing project; read-only when ``write`` is false or another window holds it.

    An older file is copied into the backups, then migrated. Raises KnownError when the file is missing, not
    ours, damaged, or newer than this program; the file is then untouched.
    """
    with translated(path):
        version = dialect_sqlite.check(path)
    lock = Lock(path)
    alone = lock.acquire()
    try:
        with translated(path):
            if version < dialect_sqlite.SCHEMA_VERSION:
                _migrate(path, version, held=alone and write)
            if not write:
                lock.release()
            writer = dialect_sqlite.engine(path, "write") if alone and write else None
            return Store(path, lock=lock, writer=writer, guest=not alone)
    except BaseException:
        lock.release()
        raise


def open_to_write(path: Path) -> Store:
    """Open an existing project to write. Raises KnownError when another window holds it."""
    store = open_store(path)
    if store.read_only:
        store.close()
        raise KnownError(store.refusal, name=path.name)
    return store


def _migrate(path: Path, version: int, *, held: bool) -> None:
    from models import migrate

    if not held:
        raise KnownError(
            N_(
                "“{name}” comes from an older version of Fil rouge and must be brought up to date first. Open it "
                "where it can be written, with no other window on it."
            ),
            name=path.name,
        )
    folder = dialect_sqlite.backups_folder(path)
    folder.mkdir(exist_ok=True)
    dialect_sqlite.copy(path, folder / f"{path.stem} avant mise à jour v{version}{SUFFIX}.copie")
    writer = dialect_sqlite.engine(path, "write")
    migrate.upgrade(writer)
    writer.dispose()

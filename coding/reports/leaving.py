# SPDX-License-Identifier: GPL-3.0-or-later
"""How a file leaves the program: written beside its place, then put there in one step."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from coding.language import N_
from models.errors import KnownError

NOT_WRITABLE = N_(
    "“{name}” cannot be written. Close it if it is open in Word or another program, or choose another place."
)
FULL = N_("The disk is full: “{name}” was not written. Free some space and do it again.")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NO_FOLDER = N_("The folder “{folder}” does not exist. Create it first.")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, beside ``path``, which takes its name when the block ends well.

    A block that fails leaves the earlier file whole and nothing else. Raises KnownError when ``path`` cannot be
    written or the disk is full.
    """
    if not os.path.isdir(path.parent):
        raise KnownError(NO_FOLDER, folder=str(path.parent))
    if os.path.isdir(path) or (os.path.exists(path) and not os.access(path, os.W_OK)):
        raise KnownError(NOT_WRITABLE, name=path.name)
    partial = path.with_name(f"{_mark(os.getpid())}{uuid4().hex}{path.suffix}")
    try:
        try:
            yield partial
            partial.replace(path)
        finally:
            if partial.exists():
                partial.unlink()
    except OSError as error:
        if error.errno is None:  # not the system's word: a bug
            raise
        raise KnownError(FULL if error.errno in _NO_ROOM else NOT_WRITABLE, name=path.name) from error


def save_whole(path: Path, save: Callable[[BytesIO], object]) -> None:
    """What ``save`` writes, put at ``path`` as by ``replacing``. It writes in memory: a zip that a full disk
    interrupts goes on complaining while it is closed."""
    from lxml.etree import SerialisationError  # what openpyxl meets when there is no room for its temporary files

    whole = BytesIO()
    with replacing(path) as partial:
        try:
            save(whole)
        except SerialisationError as error:
            if "IO_E" not in str(error):
                raise
            raise KnownError(FULL, name=path.name) from error
        partial.write_bytes(whole.getbuffer())


@contextmanager
def filling(folder: Path, *, again: bool = False) -> Iterator[Path]:
    """A folder to write in, beside ``folder``, which takes its name when the block ends well; a block that fails leaves
    nothing. With ``again`` a folder of that name may be there: the files of the same names are replaced, all or none,
    and the others stay. Raises KnownError when something of that name is there otherwise, or it cannot be made."""
    if not os.path.isdir(folder.parent):
        raise KnownError(NO_FOLDER, folder=str(folder.parent))
    there = os.path.isdir(folder)
    if os.path.exists(folder) and not (again and there):
        raise KnownError(
            N_("“{name}” is there already. Rename it or choose another place: nothing is written over."),
            name=folder.name)
    partial, earlier = (folder.with_name(f"{_mark(os.getpid())}{uuid4().hex}") for _ in range(2))
    try:
        partial.mkdir()
        yield partial
        if there:
            earlier.mkdir()
            _replace_all(partial, folder, earlier)
        else:
            partial.replace(folder)
    except OSError as error:
        if error.errno is None:
            raise
        raise KnownError(FULL if error.errno in _NO_ROOM else NOT_WRITABLE, name=folder.name) from error
    finally:
        for left in (partial, earlier):
            if left.exists():
                shutil.rmtree(left)


@contextmanager
def together(path: Path) -> Iterator[Path]:
    """A folder to write a file named as ``path`` in, and those that go with it: they take their places beside ``path``
    when the block ends well, all or none. Raises KnownError when one of them cannot be written."""
    if not os.path.isdir(path.parent):
        raise KnownError(NO_FOLDER, folder=str(path.parent))
    partial, earlier = (path.with_name(f"{_mark(os.getpid())}{uuid4().hex}") for _ in range(2))
    try:
        partial.mkdir()
        yield partial
        for place in (path.with_name(file.name) for file in sorted(partial.iterdir())):
            if os.path.isdir(place) or (os.path.exists(place) and not os.access(place, os.W_OK)):
                raise KnownError(NOT_WRITABLE, name=place.name)
        earlier.mkdir()
        _replace_all(partial, path.parent, earlier)
    except OSError as error:
        if error.errno is None:
            raise
        refused = Path(error.filename or path)
        name = path.name if refused in (partial, earlier) else refused.name
        raise KnownError(FULL if error.errno in _NO_ROOM else NOT_WRITABLE, name=name) from error
    finally:
        for left in (partial, earlier):
            if left.exists():
                shutil.rmtree(left)


def sweep(folder: Path, process: int) -> None:
    """Remove what a process that was ended was writing in a folder, and did not finish."""
    for left in folder.glob(f"{_mark(process)}*"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink(missing_ok=True)


def _mark(process: int) -> str:
    """How the names begin of what a process is writing."""
    return f".filrouge-{process}-"


def _replace_all(new: Path, folder: Path, earlier: Path) -> None:
    """Put every file of ``new`` in ``folder``, those that it replaces in ``earlier``; should one be refused, as it
    was."""
    moved: list[tuple[Path, Path]] = []
    try:
        for file in sorted(path for path in new.rglob("*") if path.is_file()):
            place, kept = (base / file.relative_to(new) for base in (folder, earlier))
            for parent in (place.parent, kept.parent):
                parent.mkdir(parents=True, exist_ok=True)
            if place.exists():
                place.replace(kept)
            moved.append((place, kept))
            file.replace(place)
    except OSError:
        for place, kept in reversed(moved):
            if kept.exists():
                kept.replace(place)
            else:
                place.unlink(missing_ok=True)
        raise


def plain_name(title: str, taken: set[str]) -> str:
    """A name that any system takes, unlike those ``taken``, which it joins."""
    stem = "".join("_" if sign in '\\/:*?"<>|' or ord(sign) < 32 else sign for sign in title)[:100].strip(" .") or "_"
    name, n = stem, 1
    while name.casefold() in taken:
        n += 1
        name = f"{stem} ({n})"
    taken.add(name.casefold())
    return name

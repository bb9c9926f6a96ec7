# SPDX-License-Identifier: GPL-3.0-or-later
"""The correspondence table: who each pseudonym stands for, and where it was put; outside the project, under a
passphrase. Nothing else leads back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from coding.identifiers.span import Label
from coding.pseudonyms import sealed
from coding.pseudonyms.decisions import Action
from models.errors import N_, KnownError

SUFFIX = ".correspondance"
SHORTEST = 12  # characters of a passphrase that is worth the name


@dataclass(frozen=True)
class Put:
    """``now`` was put in the place of ``was``, at ``start`` of a column of the row ``guid`` (``row_id`` where rows have
    none). ``heads``: how many characters of each are the little word before the name. ``before`` and ``after``: what
    stood beside it then, pseudonyms included."""

    table: str
    column: str
    guid: str
    row_id: int
    start: int
    was: str
    now: str
    before: str
    after: str
    heads: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Entry:
    """One identity of one project: its name, the words that stand for it, each of its forms with what is written
    instead, and the places where one ``act`` put them."""

    project: str
    at: str
    label: Label
    name: str
    words: str
    action: Action
    forms: dict[str, str]
    gender: str = ""
    generation: str = ""
    puts: tuple[Put, ...] = ()
    act: str = ""

    def replaced(self) -> tuple[object, ...]:
        """Whose words it replaced, and where."""
        return self.project, self.label, self.name, tuple(
            (put.table, put.column, put.guid, put.row_id, put.start, put.was, put.before, put.after)
            for put in self.puts)


@dataclass
class _Contents:
    entries: list[Entry] = field(default_factory=list)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)  # act -> row -> SHA-256 of the text it left


class Correspondence:
    """An opened table. ``entries`` in the order of the acts; several projects may share a table."""

    def __init__(self, path: Path, passphrase: str, contents: _Contents, data: bytes) -> None:
        self.path = path
        self._passphrase = passphrase
        self._contents = contents
        self._data = data  # the file as last read or written

    @classmethod
    def create(cls, path: Path, passphrase: str) -> Correspondence:
        """A new table, written at once. Raises KnownError when something is there already, or on a passphrase of no
        letters."""
        if path.exists():
            raise KnownError(N_("“{name}” already exists. Open it, or choose another name."), name=path.name)
        made = cls(path, _checked(passphrase), _Contents(), b"")
        made.save()
        return made

    @classmethod
    def open(cls, path: Path, passphrase: str) -> Correspondence:
        """The table of a file. Raises KnownError when there is none, it is damaged or not ours, or the passphrase is
        another."""
        data = _read(path)
        return cls(path, passphrase, _decoded(sealed.unseal(data, passphrase, path.name), path.name), data)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, of every project."""
        return tuple(self._contents.entries)

    def of(self, project: str) -> tuple[Entry, ...]:
        """Those of the project of that guid."""
        return tuple(entry for entry in self._contents.entries if entry.project == project)

    def left(self, act: str, row: str) -> str:
        """The SHA-256 of the text that an act left in a row; empty when it did not touch it."""
        return self._contents.texts.get(act, {}).get(row, "")

    def add(self, entries: Iterable[Entry], texts: dict[str, str]) -> None:
        """Take in the entries of one act, and the SHA-256 of the texts it left, by row. Those of an earlier act that
        replaced the very same words go: it was undone."""
        coming = list(entries)
        again = [entry.replaced() for entry in coming if entry.puts]
        self._contents.entries = [entry for entry in self._contents.entries if entry.replaced() not in again]
        self._contents.entries += coming
        for entry in coming:
            self._contents.texts[entry.act] = texts

    def save(self) -> None:
        """Write the file. Raises KnownError, and leaves it as it is, when it cannot be, or when another window wrote it
        since it was opened."""
        if self._data and self.path.exists() and _read(self.path) != self._data:
            raise KnownError(N_("The correspondence table “{name}” was changed by another window. Open it again, then "
                                "do this again."), name=self.path.name)
        self._write(self._passphrase)

    def change_passphrase(self, passphrase: str) -> None:
        """Write the file anew under another passphrase; the one before no longer opens it."""
        self._write(_checked(passphrase))
        self._passphrase = passphrase

    def forget(self, act: str) -> None:
        """Take out the entries of an act that was not done after all."""
        self._contents.entries = [entry for entry in self._contents.entries if entry.act != act]
        self._contents.texts.pop(act, None)

    def _write(self, passphrase: str) -> None:
        contents = json.dumps(asdict(self._contents), ensure_ascii=False, separators=(",", ":")).encode()
        data = sealed.seal(contents, passphrase)
        sealed.put(self.path, data)
        self._data = data


def too_short(passphrase: str) -> bool:
    """Whether a passphrase would be found by trying."""
    return len(passphrase.strip()) < SHORTEST


def _checked(passphrase: str) -> str:
    if not passphrase.strip():
        raise KnownError(N_("A passphrase is needed: four or five words that you will remember."))
    return passphrase


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise KnownError(N_("There is no correspondence table “{name}”. Check where it is kept."),
                         name=path.name) from None
    except OSError as error:
        raise KnownError(N_("“{name}” cannot be read: {reason}."), name=path.name,
                         reason=error.strerror or type(error).__name__) from error


def _decoded(contents: bytes, name: str) -> _Contents:
    try:
        told: dict[str, Any] = json.loads(contents)
        entries = [
            Entry(**{**entry, "label": Label(entry["label"]), "puts": tuple(
                Put(**{**put, "heads": tuple(put["heads"])}) for put in entry["puts"])})
            for entry in told["entries"]]
        return _Contents(entries, told["texts"])
    except (ValueError, KeyError, TypeError) as error:
        raise KnownError(sealed.DAMAGED, name=name) from error

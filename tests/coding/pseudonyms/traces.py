# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for names in the bytes of files, however they may be written there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from coding.fold import fold
from models import dialect_sqlite

ENCODINGS = ("utf-8", "latin-1", "mac-roman", "utf-16-le", "utf-16-be")


def traces(folder: Path, names: Sequence[str]) -> list[str]:
    """«file: name» for every file below ``folder`` that holds one of the names, or is called by it: whatever the
    encoding, the case and the accents; zip files are opened."""
    found = []
    for path in sorted(folder.rglob("*")):
        listed = _held(path.name.encode(), names)
        if path.is_file():
            listed |= _held(path.read_bytes(), names)
        found += [f"{path.relative_to(folder)}: {name}" for name in sorted(listed)]
    return found


def terms(project: Path) -> set[str]:
    """Every word of the search index, as fts5vocab tells them."""
    connection = dialect_sqlite.module().connect(str(project))
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.vocab USING fts5vocab('main', 'turn_search', 'row')")
        return {row[0] for row in connection.execute("SELECT term FROM temp.vocab")}
    finally:
        connection.close()


def _held(data: bytes, names: Sequence[str]) -> set[str]:
    sought = {name: fold(name) for name in names}
    return {name for text in _read(data) for name, folded in sought.items() if folded in text}


def _read(data: bytes) -> Iterator[str]:
    for encoding in ENCODINGS:
        for shift in (0, 1) if encoding.startswith("utf-16") else (0,):
            yield fold(data[shift:].decode(encoding, "ignore"))
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield fold(name)
                yield from _read(archive.read(name))

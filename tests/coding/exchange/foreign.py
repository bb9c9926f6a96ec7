# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented REFI-QDA files of other makes."""

from __future__ import annotations

import zipfile
from pathlib import Path

GUID = "00000000-0000-4000-8000-{:012d}"


def guid(number: int) -> str:
    """The GUID of that number."""
    return GUID.format(number)


def qdpx(path: Path, inside: str, texts: dict[str, bytes] | None = None, *, main: str = "project.qde",
         folder: str = "sources", attributes: str = 'name="Essai" origin="QualProg 1"') -> Path:
    """A .qdpx whose project holds ``inside``, and these texts in its folder."""
    with zipfile.ZipFile(path, "w") as whole:
        whole.writestr(main, f'<?xml version="1.0" encoding="utf-8"?>\n'
                             f'<Project xmlns="urn:QDA-XML:project:1.0" {attributes}>{inside}</Project>')
        for name, raw in (texts or {}).items():
            whole.writestr(f"{folder}/{name}", raw)
    return path


def code(number: int, name: str, inside: str = "", more: str = "") -> str:
    """A code."""
    return f'<Code guid="{guid(number)}" name="{name}" isCodable="true" {more}>{inside}</Code>'


def codes(*inside: str) -> str:
    """The codebook."""
    return f"<CodeBook><Codes>{''.join(inside)}</Codes></CodeBook>"


def selection(number: int, start: int, end: int, code_number: int, name: str = "", user: int | None = None,
              inside: str = "") -> str:
    """A selection with one coding."""
    by = f'creatingUser="{guid(user)}"' if user else ""
    return (f'<PlainTextSelection guid="{guid(number)}" startPosition="{start}" endPosition="{end}" name="{name}">'
            f'{inside}<Coding guid="{guid(number + 500)}" {by}><CodeRef targetGUID="{guid(code_number)}"/></Coding>'
            f"</PlainTextSelection>")


def source(number: int, name: str, inside: str = "", path: str = "") -> str:
    """A source whose text is ``internal://name``."""
    return (f'<TextSource guid="{guid(number)}" name="{name}" plainTextPath="{path or "internal://" + name}">{inside}'
            f"</TextSource>")

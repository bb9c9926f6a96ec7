# SPDX-License-Identifier: GPL-3.0-or-later
"""What commands print: sentences or one JSON document on stdout, one line on stderr when something failed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coding.language import _, ngettext
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.metadata.report import Report


_TOLD = 10  # rows that the line on stderr gives the reason of; stdout gives them all


class UsageError(KnownError):
    """The command was not called as it must be: exit code 2."""


def document(value: Any) -> None:
    """Print the one JSON document of a command."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def complain(sentence: str) -> int:
    """Write one line to stderr; returns 1, the exit code of a known error."""
    print(f"filrouge: {' '.join(sentence.split())}", file=sys.stderr)
    return 1


def report(found: Report, file: str, *, as_json: bool) -> int:
    """Say what an import of rows did; 1 when any row failed."""
    if as_json:
        document({
            "added": found.added, "updated": found.updated, "unchanged": found.unchanged,
            "problems": [{"row": problem.row, "reason": problem.reason} for problem in found.problems],
        })
    else:
        print(_("{file}: {added} added, {updated} updated, {unchanged} unchanged.").format(
            file=file, added=found.added, updated=found.updated, unchanged=found.unchanged))
        for problem in found.problems:
            print(f"  {problem.say()}")
    if found.ok:
        return 0
    n = len(found.problems)
    count = ngettext("{file}: {n} row was not taken.", "{file}: {n} rows were not taken.", n).format(file=file, n=n)
    more = ["…"] if n > _TOLD else []
    return complain(" ".join([count, *(problem.say() for problem in found.problems[:_TOLD]), *more]))


def written(path: Path, *, as_json: bool) -> int:
    """Say that a file was written."""
    if as_json:
        document({"file": str(path)})
    else:
        print(_("Written to {file}.").format(file=path.name))
    return 0

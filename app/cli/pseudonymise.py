# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge pseudonymise``: what would be replaced in a transcript. Nothing is."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import output
from coding.language import _, ngettext

if TYPE_CHECKING:
    from coding.identifiers import Span


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("pseudonymise", help=_("what would identify someone in a transcript"), description=_(
        "List names, places, services, numbers, dates and trades that could tell who speaks, or of whom. "
        "Changes nothing."))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print what was found, in the order of the text."""
    from coding.identifiers import find_in_file

    spans = find_in_file(args.file)
    if args.json:
        output.document({"spans": [
            {"start": one.start, "end": one.end, "label": one.label, "text": one.text} for one in spans]})
    else:
        _say(spans, args.file.name)
    return 0


def _say(spans: list[Span], file: str) -> None:
    for one in spans:
        print(f"{one.start}–{one.end}\t{one.label}\t{' '.join(one.text.split())}")
    n = len(spans)
    print(ngettext("{file}: {n} identifier found.", "{file}: {n} identifiers found.", n).format(file=file, n=n))

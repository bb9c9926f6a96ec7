# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge pseudonymise``: what would be replaced in a transcript, or is left in a project. Nothing is replaced."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import output
from coding.language import _, ngettext

if TYPE_CHECKING:
    from coding.identifiers.span import Span
    from coding.pseudonyms.identity import Place


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "pseudonymise", help=_("what would identify someone in a transcript or a project"), description=_(
            "List names, places, services, numbers, dates and trades that could tell who speaks, or of whom. "
            "Changes nothing."))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print what was found, in the order of the text."""
    from coding.project import SUFFIX

    if args.file.suffix.lower() == SUFFIX:
        return _project(args)
    from coding.identifiers.finder import find_in_file

    spans = find_in_file(args.file)
    if args.json:
        output.document({"spans": [
            {"start": one.start, "end": one.end, "label": one.label, "text": one.text} for one in spans]})
    else:
        _say(spans, args.file.name)
    return 0


def _project(args: argparse.Namespace) -> int:
    """What is likely left in a project, every place of it, those that were cleared left out."""
    from coding.pseudonyms.search import search

    found = search(args.file, lambda _done, _total, _what: None, lambda: False)
    places = sorted(((place, one.label) for one in found.identities for place in one.places), key=_in_order)
    if args.json:
        output.document({"spans": [
            {"table": place.table, "row": place.row_id, "column": place.column, "turn": place.turn,
             "start": place.start, "end": place.end, "label": label, "text": place.form} for place, label in places]})
    else:
        for place, label in places:
            where = f"{place.table} {place.row_id}, {place.column} {place.start}–{place.end}"
            print(f"{where}\t{label}\t{' '.join(place.form.split())}")
        n = len(places)
        print(ngettext("{file}: {n} identifier found.", "{file}: {n} identifiers found.", n).format(
            file=args.file.name, n=n))
    return 0


def _in_order(one: tuple[Place, str]) -> tuple[str, int, str, int]:
    place = one[0]
    return place.table, place.row_id, place.column, place.start


def _say(spans: list[Span], file: str) -> None:
    for one in spans:
        print(f"{one.start}–{one.end}\t{one.label}\t{' '.join(one.text.split())}")
    n = len(spans)
    print(ngettext("{file}: {n} identifier found.", "{file}: {n} identifiers found.", n).format(file=file, n=n))

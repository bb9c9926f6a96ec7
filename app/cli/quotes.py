# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge quotes``: coded quotes to Word, a spreadsheet or text."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli import leaving
from coding.language import _, ngettext
from coding.quote_query import RELATIONS

# The options that take a name, again and again.
_NAMES = {"--code": "CODE", "--all-codes": "CODE", "--without": "CODE", "--group": "GROUP", "--interview": "TITLE",
          "--speaker": "PARTICIPANT", "--where": "ATTRIBUTE=VALUE"}


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("quotes", help=_("coded quotes to docx, odt, html, md, xlsx or csv"), description=_(
        "Write the coded quotes, each followed by whom it is from. The same option again means or (but --all-codes and "
        "--without: each of them); different options mean and; a code takes the codes below it along. Those not to be "
        "cited are left out."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("out", type=Path, metavar="OUT", help=_(
        "the file to write: .docx, .odt, .xlsx, .csv, .html or .md"))
    for option, what in _NAMES.items():
        parser.add_argument(option, action="append", default=[], metavar=what)
    for relation in RELATIONS:
        far = "CODE" if relation in ("overlaps", "same_turn") else "CODE[:TURNS]"
        parser.add_argument(f"--{relation.replace('_', '-')}", action="append", default=[], metavar=far,
                            help=_("which stands so to another passage, of this code"))
    parser.add_argument("--strong", action="store_true", help=_("strong quotes only"))
    parser.add_argument("--words", default="", help=_("all of these words, a phrase between quotation marks"))
    parser.add_argument("--query", metavar="NAME", help=_(
        "a saved query; an option beside it takes the place of what it asks there"))
    parser.add_argument("--order", choices=("theme", "interview"), default="theme")


def run(args: argparse.Namespace) -> int:
    """Write the file and say how many quotes it holds."""
    from coding import asking, exports, exports_log, quotes
    from coding.project import open_reader

    exports.check_format(args.out, exports.QUOTES)
    with open_reader(args.project) as store, store.reading() as session:
        query = asking.query(
            session, saved=args.query, codes=args.code, all_codes=args.all_codes, without=args.without,
            standing={relation: getattr(args, relation) for relation in RELATIONS}, group_names=args.group,
            interviews=args.interview, speakers=args.speaker, where=args.where, strong=args.strong, words=args.words)
        count = exports.quotes(session, args.out, query, order=args.order)
        whose = quotes.interviews_of(session, query) or (exports_log.GONE,)
    leaving.left(args.project, "quotes", [args.out], whose)
    print(ngettext("{n} quote written to {file}.", "{n} quotes written to {file}.", count).format(
        n=count, file=args.out.name))
    return 0

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge quotes``: coded quotes to Word, a spreadsheet or text."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli import leaving
from coding import asking, exports, exports_log, quotes
from coding.language import _, ngettext
from coding.project import open_reader


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("quotes", help=_("coded quotes to docx, xlsx, csv or md"), description=_(
        "Write the coded quotes, each followed by whom it is from. The same option again means or; different options "
        "mean and; a code takes the codes below it along."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--code", action="append", default=[], metavar="CODE")
    parser.add_argument("--group", action="append", default=[], metavar="GROUP")
    parser.add_argument("--interview", action="append", default=[], metavar="TITLE")
    parser.add_argument("--where", action="append", default=[], metavar="ATTRIBUTE=VALUE")
    parser.add_argument("--order", choices=("theme", "interview"), default="theme")


def run(args: argparse.Namespace) -> int:
    """Write the file and say how many quotes it holds."""
    exports.check_format(args.out, exports.QUOTES)
    with open_reader(args.project) as store, store.reading() as session:
        query = asking.query(
            session, codes=args.code, group_names=args.group, interviews=args.interview, where=args.where)
        count = exports.quotes(session, args.out, query, order=args.order)
        whose = quotes.interviews_of(session, query) or (exports_log.GONE,)
    leaving.left(args.project, "quotes", [args.out], whose)
    print(ngettext("{n} quote written to {file}.", "{n} quotes written to {file}.", count).format(
        n=count, file=args.out.name))
    return 0

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge transversal``: themes and codes × interviews, or × the values of an attribute."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli import output
from app.cli.columns import aligned, shortened
from coding import asking, exports, exports_log, groups
from coding.language import _
from coding.project import open_reader
from coding.transversal import Row, Table, document, table

_TITLE = 10  # characters of an interview's title that a column shows


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("transversal", help=_("themes and codes × interviews"), description=_(
        "Count the passages of each theme and code in each interview, or with --by the interviews for each value of "
        "an attribute; print the table, or write it to OUT (xlsx, csv, docx)."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT")
    parser.add_argument("--group", metavar="GROUP")
    parser.add_argument("--by", metavar="ATTRIBUTE")
    parser.add_argument("--coder", metavar="CODER")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the table, write it, or both."""
    if args.out:
        exports.check_format(args.out, exports.TRANSVERSAL)
    with open_reader(args.project) as store, store.reading() as session:
        group_id = groups.named(session, args.group).id if args.group is not None else None
        coder_id = asking.coder_named(session, args.coder) if args.coder is not None else None
        found = table(session, group_id, by=args.by, coder_id=coder_id)
        if args.out:
            exports.transversal(session, args.out, found)
        whose = exports_log.within(session, group_ids=() if group_id is None else (group_id,))
    if args.out:
        exports_log.add(args.project, "transversal", args.out, whose)
    if args.json:
        output.document(document(found))
    elif args.out:
        return output.written(args.out, as_json=False)
    else:
        print(_shown(found))
    return 0


def _shown(found: Table) -> str:
    titles = ["", *(shortened(title, _TITLE) for title in found.columns), _("present")]
    lines = aligned([titles, *(_line(row, found) for row in found.rows)])
    if found.by is not None:
        return lines
    return f"{lines}\n{_('◆ first appearance of the code, in the order of interviews')}"


def _line(row: Row, found: Table) -> list[str]:
    cells = [str(count) if count else "·" for count in row.counts]
    if row.first is not None and row.code is not None and found.by is None:
        cells[row.first] = f"◆ {cells[row.first]}"
    return ["  " * row.depth + row.name, *cells, f"{row.present}/{found.interviews}"]

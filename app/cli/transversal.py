# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge transversal``: themes and codes × interviews, or × the values of an attribute."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import leaving, output
from app.cli.columns import aligned, shortened
from coding.language import N_, _

if TYPE_CHECKING:
    from coding.arrangement import Column
    from coding.transversal import Row, Table

_TITLE = 10  # characters of an interview's title that a column shows


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("transversal", help=_("themes and codes × interviews"), description=_(
        "Count the passages of each theme and code in each interview, or with --by the interviews for each value of "
        "an attribute; print the table, or write it to OUT (xlsx, csv, docx)."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT")
    parser.add_argument("--group", metavar="GROUP")
    columns = parser.add_mutually_exclusive_group()
    columns.add_argument("--by", metavar="ATTRIBUTE")
    columns.add_argument("--by-group", action="store_true", help=_("as --by, for groups"))
    parser.add_argument("--side-by-side", action="store_true", dest="beside", help=_(
        "with --by or --by-group: the interviews themselves, in a band for each value"))
    parser.add_argument("--summaries", action="store_true", help=_("in OUT: the summaries of cells"))
    parser.add_argument("--coder", metavar="CODER")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the table, write it, or both."""
    from coding import asking, exports, exports_log, groups, transversal
    from coding.project import open_reader

    by = transversal.GROUPS if args.by_group else args.by
    if args.beside and by is None:
        raise output.UsageError(N_("--side-by-side goes with --by or --by-group."))
    if args.out:
        exports.check_format(args.out, exports.TRANSVERSAL)
    with open_reader(args.project) as store, store.reading() as session:
        group_id = groups.named(session, args.group).id if args.group is not None else None
        coder_id = asking.coder_named(session, args.coder) if args.coder is not None else None
        found = transversal.table(session, group_id, by=by, beside=args.beside, coder_id=coder_id)
        if args.out:
            exports.transversal(session, args.out, found, prose=args.summaries)
        whose = exports_log.within(session, group_ids=() if group_id is None else (group_id,))
    if args.out:
        leaving.left(args.project, "transversal", [args.out], whose)
    if args.json:
        output.document(transversal.document(found))
    elif args.out:
        return output.written(args.out, as_json=False)
    else:
        print(_shown(found))
    return 0


def _shown(found: Table) -> str:
    from coding.arrangement import laid_out

    laid = laid_out(found)
    titles = [["", *(_title(column, found) for column in laid)]]
    if found.bands is not None:
        starts = {band.start: shortened(band.title, _TITLE) for band in found.bands}
        titles.insert(0, ["", *("" if column.place is None else starts.get(column.place, "") for column in laid)])
    lines = aligned([*titles, *(_line(row, found, laid) for row in found.rows)])
    if found.gathered:
        return lines
    return f"{lines}\n{_('◆ first appearance of the code, in the order of interviews')}"


def _title(column: Column, found: Table) -> str:
    return _("present") if column.place is None else shortened(found.columns[column.place], _TITLE)


def _line(row: Row, found: Table, laid: list[Column]) -> list[str]:
    from coding.arrangement import Column, present

    cells = []
    for column in laid or [Column(None, None)]:
        if column.place is None:
            cells.append("{}/{}".format(*present(found, row, column)))
            continue
        count = row.counts[column.place]
        figure = str(count) if count else "·"
        cells.append(f"◆ {figure}" if found.is_first(row, column.place) else figure)
    return ["  " * row.depth + row.name, *cells]

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge interviews``: the table of interviews, in and out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli import output
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("interviews", help=_("the table of interviews, in and out"), description=_(
        "Import or export what is known of interviews: group, participants, roles, units, date, mode, duration_min, "
        "status, kind; any other column is an attribute."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("action", choices=("import", "export"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Import or export the table."""
    from coding import project
    from coding.metadata import interviews_table

    if args.action == "export":
        with project.open_reader(args.project) as store, store.reading() as session:
            interviews_table.export_interviews(session, args.file)
        return output.written(args.file, as_json=args.json)
    writer = project.open_writer(args.project)
    with writer.store:
        found = interviews_table.import_interviews(writer, args.file)
    return output.report(found, args.file.name, as_json=args.json)

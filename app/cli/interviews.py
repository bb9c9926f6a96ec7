# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge interviews``: the table of interviews, in and out."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import output, tables
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    description = _(
        "Import or export what is known of interviews: group, participants, roles, units, date, mode, duration_min, "
        "status, kind; any other column is an attribute.")
    tables.declare(subparsers, "interviews", title=_("the table of interviews, in and out"),
                   description=description, actions=("import", "export"))


def run(args: argparse.Namespace) -> int:
    """Import or export the table."""
    from coding import exports_log, project
    from coding.metadata import interviews_table

    if args.action == "export":
        with project.open_reader(args.project) as store, store.reading() as session:
            interviews_table.export_interviews(session, args.file)
        exports_log.add(args.project, "interviews", args.file)
        return output.written(args.file, as_json=args.json)
    return tables.take(args, interviews_table.import_interviews)

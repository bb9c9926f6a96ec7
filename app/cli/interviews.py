# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge interviews``: the table of interviews, in and out."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import tables
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
    from coding.interviews import interviews
    from coding.metadata.interviews_table import export_interviews, import_interviews
    from coding.units import tally

    if args.action == "export":
        return tables.give(args, "interviews", export_interviews,
                           lambda session: tally(row.units for row in interviews(session)).say())
    return tables.take(args, import_interviews)

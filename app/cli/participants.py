# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge participants``: the table of participants, in and out."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import tables
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    tables.declare(subparsers, "participants", title=_("the table of participants, in and out"), description=_(
        "Import or export what is known of participants: participant, interviews, roles; any other column is an "
        "attribute."), actions=("import", "export"))


def run(args: argparse.Namespace) -> int:
    """Import or export the table."""
    from coding.metadata.participants_table import export_participants, import_participants

    if args.action == "export":
        return tables.give(args, "participants", export_participants)
    return tables.take(args, import_participants)

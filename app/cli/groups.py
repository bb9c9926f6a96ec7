# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge groups``: the sampling frames."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import tables
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    tables.declare(subparsers, "groups", title=_("the sampling frames of groups, in and out"), description=_(
        "Import or export sampling frames: group, unit, frame_known (yes, partial, not_applicable, no), invited, "
        "reached, refused, silent, justification."), actions=("import", "export"))


def run(args: argparse.Namespace) -> int:
    """Import or export the table."""
    from coding.metadata.groups_table import export_groups, import_groups

    if args.action == "export":
        return tables.give(args, "groups", export_groups)
    return tables.take(args, import_groups)

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge groups``: the sampling frames."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli import output
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("groups", help=_("the sampling frames of groups"), description=_(
        "Import sampling frames: group, unit, frame_known (yes, partial, not_applicable, no), invited, reached, "
        "refused, silent, justification."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("action", choices=("import",))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Import the table."""
    from coding import project
    from coding.metadata.groups_table import import_groups

    writer = project.open_writer(args.project)
    with writer.store:
        found = import_groups(writer, args.file)
    return output.report(found, args.file.name, as_json=args.json)

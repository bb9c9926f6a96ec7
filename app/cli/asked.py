# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge asked``: which theme was put to whom."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli import output
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("asked", help=_("which theme was put to whom"), description=_(
        "Import which theme was put to whom: interview, theme, asked (yes or no)."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("action", choices=("import",))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Import the table."""
    from coding import project
    from coding.metadata.asked_table import import_asked

    writer = project.open_writer(args.project)
    with writer.store:
        found = import_asked(writer, args.file)
    return output.report(found, args.file.name, as_json=args.json)

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge code``: codings from a table."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli import output
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("code", help=_("codings from a table"), description=_(
        "Import codings: interview, quote, theme, code (or path), and if wanted turn, start, coder, memo. A quote that "
        "is absent, or found in several places, is reported by row; the others are kept."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Import the table."""
    from coding import project
    from coding.metadata.codings_table import import_codings

    writer = project.open_writer(args.project)
    with writer.store:
        found = import_codings(writer, args.file)
    return output.report(found, args.file.name, as_json=args.json)

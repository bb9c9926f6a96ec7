# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge new``: an empty project."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from coding.language import LANGUAGES, _, current_language


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("new", help=_("an empty project"), description=_(
        "Create an empty project. Nothing is ever overwritten."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--title", default="")
    parser.add_argument("--language", choices=LANGUAGES, default=current_language())


def run(args: argparse.Namespace) -> int:
    """Create the project."""
    from coding import project

    project.create(args.project, title=args.title, language=args.language).store.close()
    print(_("{file} is ready.").format(file=args.project.name))
    return 0

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands on tables share: how one is declared, and how one is taken into a project."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import leaving, output

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coding.changes import Writer
    from coding.metadata.report import Report


def declare(subparsers: Any, name: str, *, title: str, description: str, actions: Sequence[str] = ("import",)) -> None:
    """Declare ``filrouge NAME PROJECT ACTION FILE [--json]``; without actions, ``filrouge NAME PROJECT FILE``."""
    parser = subparsers.add_parser(name, help=title, description=description)
    parser.add_argument("project", type=Path, metavar="PROJECT")
    if actions:
        parser.add_argument("action", choices=actions)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def take(args: argparse.Namespace, importer: Callable[[Writer, Path], Report]) -> int:
    """Import ``args.file`` into ``args.project`` and say what became of its rows."""
    from coding import project

    writer = project.open_writer(args.project)
    with writer.store:
        found = importer(writer, args.file)
    return output.report(found, args.file.name, as_json=args.json)


def give(args: argparse.Namespace, what: str, export: Callable[[Session, Path], None],
         counted: Callable[[Session], str] = lambda _session: "") -> int:
    """Export a table of ``args.project`` to ``args.file``, log that it left, say so and what is ``counted`` in it."""
    from coding import project

    with project.open_reader(args.project) as store, store.reading() as session:
        export(session, args.file)
        said = counted(session)
    leaving.left(args.project, what, [args.file])
    code = output.written(args.file, as_json=args.json)
    if said and not args.json:
        print(said)
    return code

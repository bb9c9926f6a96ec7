# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge export``: a whole project as a folder of csv files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from coding.language import N_, _, ngettext
from models.errors import KnownError


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("export", help=_("the whole project as a folder of csv files"), description=_(
        "Write every table as csv, and the transcripts as text, into a folder; the import commands read them back."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("out", type=Path, metavar="FOLDER")


def run(args: argparse.Namespace) -> int:
    """Write the folder."""
    from coding import exports_log, project
    from coding.metadata.folder import export_folder

    if args.out.suffix.lower() == ".qdpx":
        raise KnownError(
            N_("{file}: REFI-QDA projects (.qdpx) are not written by this version. Name a folder instead."),
            file=args.out.name)
    with project.open_reader(args.project) as store, store.reading() as session:
        names = export_folder(session, args.out)
    exports_log.add(args.project, "folder", args.out)
    print(ngettext("{n} file written to {folder}.", "{n} files written to {folder}.", len(names)).format(
        n=len(names), folder=args.out))
    return 0

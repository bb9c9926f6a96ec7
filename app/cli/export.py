# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge export``: a whole project, for another program or as a folder of csv files."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import leaving
from app.cli.output import UsageError
from coding.language import N_, _, ngettext

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "export", help=_("the whole project for another program, or as a folder of csv files"), description=_(
            "Write the project to OUT: for NVivo, ATLAS.ti, MAXQDA and others when its name ends in .qdpx "
            "(REFI-QDA), and say what such a file cannot hold; a corpus for IRaMuTeQ when it ends in .txt, with what "
            "is answered in each interview, or with --by-theme its coded passages under their themes; otherwise a "
            "folder, with every table as csv and the transcripts as text, which the import commands read back."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--by-theme", action="store_true", help=_("for IRaMuTeQ: coded passages under their themes"))


def run(args: argparse.Namespace) -> int:
    """Write the file, or the folder."""
    from coding import project

    kind = args.out.suffix.lower()
    if args.by_theme and kind != ".txt":
        raise UsageError(N_("--by-theme goes with a corpus for IRaMuTeQ: end the name of the file in .txt."))
    ways: dict[str, tuple[str, Callable[[Session, Path], list[str]]]] = {
        ".qdpx": ("qdpx", _refi), ".txt": ("iramuteq", partial(_iramuteq, by_theme=args.by_theme))}
    what, write = ways.get(kind, ("folder", _folder))
    with project.open_reader(args.project) as store, store.reading() as session:
        said = write(session, args.out)
    leaving.left(args.project, what, [args.out])
    print("\n".join(said))
    return 0


def _refi(session: Session, out: Path) -> list[str]:
    from coding import exports
    from coding.exchange import losses

    lost = exports.refi(session, out)
    return [_("Written to {file}.").format(file=out.name), _(losses.STAYS),
            *(f"  {line}" for line in losses.said(lost))]


def _iramuteq(session: Session, out: Path, *, by_theme: bool) -> list[str]:
    from coding import exports

    count = exports.iramuteq(session, out, by_theme)
    return [ngettext("{n} text written to {file}.", "{n} texts written to {file}.", count).format(
        n=count, file=out.name)]


def _folder(session: Session, out: Path) -> list[str]:
    from coding.metadata.folder import export_folder

    names = export_folder(session, out)
    return [ngettext("{n} file written to {folder}.", "{n} files written to {folder}.", len(names)).format(
        n=len(names), folder=out)]

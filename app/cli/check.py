# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge check``: whether anything is wrong in a project."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import output
from coding.language import _, ngettext, say
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.check import Report


def register(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("check", help=_("whether anything is wrong in a project"), description=_(
        "Check the file, the offsets, the quotes, and what belongs to nothing. Changes nothing."))
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Check, and say what is wrong; 1 when anything is."""
    found = _checked(args.project, as_json=args.json)
    if args.json:
        output.document({
            "ok": found.ok,
            "problems": [{"kind": one.kind, "where": one.where, "detail": one.detail} for one in found.problems],
            "counts": found.counts,
        })
    elif found.ok:
        print(_("Nothing is wrong. Interviews: {interviews}, turns: {turns}, codes: {codes}, passages: {passages}, "
                "codings: {codings}.").format(
            interviews=found.counts["interview"], turns=found.counts["turn"], codes=found.counts["code"],
            passages=found.counts["passage"], codings=found.counts["coding"]))
    else:
        for one in found.problems:
            print(one.say())
    if found.ok:
        return 0
    n = len(found.problems)
    return output.complain(ngettext(
        "{file}: {n} problem found. Open one of its backups, or keep this file as it is and ask for help.",
        "{file}: {n} problems found. Open one of its backups, or keep this file as it is and ask for help.", n,
    ).format(file=args.project.name, n=n))


def _checked(path: Path, *, as_json: bool) -> Report:
    """The report on a project. With --json, a file that cannot even be opened is a problem like another."""
    from coding import project
    from coding.check import Fault, Report, check

    try:
        with project.open_reader(path) as store:
            return check(store)
    except KnownError as error:
        if not as_json:
            raise
        return Report((Fault("database", path.name, say(error)),), {})

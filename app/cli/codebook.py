# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge codebook``: the codebook, in and out."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import tables
from coding.language import N_, _
from models.errors import KnownError


def register(subparsers: Any) -> None:
    """Declare the command."""
    description = _(
        "Import a codebook from csv or xlsx (theme, code, definition, include, exclude, example, colour, origin; or "
        "path), or export it to csv, xlsx, docx or qdc (REFI-QDA). Importing deletes nothing.")
    tables.declare(subparsers, "codebook", title=_("the codebook, in and out"),
                   description=description, actions=("import", "export"))


def run(args: argparse.Namespace) -> int:
    """Import or export the codebook."""
    return _export(args) if args.action == "export" else _import(args)


def _import(args: argparse.Namespace) -> int:
    from coding.metadata.codebook_table import import_codebook

    if args.file.suffix.lower() == ".qdc":
        raise KnownError(
            N_("{file}: REFI-QDA codebooks (.qdc) are not read by this version. Use csv or xlsx."),
            file=args.file.name)
    return tables.take(args, import_codebook)


def _export(args: argparse.Namespace) -> int:
    from coding import exports

    return tables.give(args, "codebook", exports.codebook)

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge codebook``: the codebook, in and out."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import tables
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    description = _(
        "Import a codebook from csv or xlsx (theme, code, definition, include, exclude, example, colour, origin; or "
        "path), from qdc (REFI-QDA) or from Taguette or QualCoder, or export it to csv, xlsx, docx or qdc. Importing "
        "deletes nothing.")
    tables.declare(subparsers, "codebook", title=_("the codebook, in and out"),
                   description=description, actions=("import", "export"))


def run(args: argparse.Namespace) -> int:
    """Import or export the codebook."""
    return _export(args) if args.action == "export" else _import(args)


def _import(args: argparse.Namespace) -> int:
    from coding import codebook_differences
    from coding.exchange import codebooks
    from coding.metadata.codebook_table import import_codebook

    return tables.take(args, import_codebook if codebooks.is_table(args.file) else codebook_differences.take)


def _export(args: argparse.Namespace) -> int:
    from coding import exports

    return tables.give(args, "codebook", exports.codebook)

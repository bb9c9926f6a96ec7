# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge code``: codings from a table."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import tables
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    tables.declare(subparsers, "code", title=_("codings from a table"), actions=(), description=_(
        "Import codings: interview, quote, theme, code (or path), and if wanted turn, start, coder, memo. A quote that "
        "is absent, or found in several places, is reported by row; the others are kept."))


def run(args: argparse.Namespace) -> int:
    """Import the table."""
    from coding.metadata.codings_table import import_codings

    return tables.take(args, import_codings)

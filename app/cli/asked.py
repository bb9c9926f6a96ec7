# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge asked``: which theme was put to whom."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import tables
from coding.language import _


def register(subparsers: Any) -> None:
    """Declare the command."""
    tables.declare(subparsers, "asked", title=_("which theme was put to whom"), description=_(
        "Import which theme was put to whom: interview, theme, asked (yes or no)."))


def run(args: argparse.Namespace) -> int:
    """Import the table."""
    from coding.metadata.asked_table import import_asked

    return tables.take(args, import_asked)

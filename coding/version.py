# SPDX-License-Identifier: GPL-3.0-or-later
"""Which version of the program this is."""

from __future__ import annotations


def version() -> str:
    """The version installed; – when it runs from a folder that was never installed."""
    from importlib import metadata  # slow to import, and asked for rarely

    try:
        return metadata.version("filrouge")
    except metadata.PackageNotFoundError:
        return "–"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Words made ready for a small place."""

from __future__ import annotations


def elided(text: str, most: int = 46) -> str:
    """``text`` cut to ``most`` characters, an ampersand kept from being read as a shortcut."""
    cut = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return cut.replace("&", "&&")


def joined(*parts: str) -> str:
    """The parts that say something, set apart by a middle dot."""
    return " · ".join(part for part in parts if part)

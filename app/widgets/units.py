# SPDX-License-Identifier: GPL-3.0-or-later
"""Code points of a short text, as the project counts, and UTF-16 units, as Qt does."""

from __future__ import annotations


def unit(text: str, offset: int) -> int:
    """Where Qt finds the code point ``offset`` of ``text``."""
    return len(text[:offset].encode("utf-16-le")) // 2


def offset(text: str, unit: int) -> int:
    """The code point of ``text`` at Qt's ``unit``."""
    return len(text.encode("utf-16-le")[: 2 * unit].decode("utf-16-le", "ignore"))

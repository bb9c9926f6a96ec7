# SPDX-License-Identifier: GPL-3.0-or-later
"""Short word lists as they are typed in the source."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Words between spaces."""
    return frozenset(text.split())


def names(text: str) -> frozenset[str]:
    """Names of one word or more, between commas."""
    return frozenset(line.strip() for line in text.split(",") if line.strip())

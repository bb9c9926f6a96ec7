# SPDX-License-Identifier: GPL-3.0-or-later
"""Words made ready for a small place."""

from __future__ import annotations

from coding.language import ngettext, number


def joined(*parts: str) -> str:
    """The parts that say something, set apart by a middle dot."""
    return " · ".join(part for part in parts if part)


def interviews_counted(count: int) -> str:
    """«12 entretiens»."""
    return ngettext("{n} interview", "{n} interviews", count).format(n=number(count))


def quotes_counted(count: int) -> str:
    """«246 extraits»."""
    return ngettext("{n} quote", "{n} quotes", count).format(n=number(count))


def codes_counted(count: int) -> str:
    """«18 codes»."""
    return ngettext("{n} code", "{n} codes", count).format(n=number(count))

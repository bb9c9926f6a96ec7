# SPDX-License-Identifier: GPL-3.0-or-later
"""Times in a transcript: ``00:12:31``, ``[12:31]``, ``(0:01 - 0:11)``, ``#00:12:31-4#``."""

from __future__ import annotations

import re

SPACE = r"[ \t\u00a0\u2000-\u200b\u202f\u205f\u3000]"
_CLOCK = r"(?:\d{1,2}:\d{1,2}:\d{1,2}|\d{1,3}:\d{2})(?:[.,]\d{1,3}|-\d(?=\#))?(?![\d:])"
_RANGE = rf"{_CLOCK}(?:{SPACE}*(?:-->|[-–—/à>]){SPACE}*{_CLOCK})?"
BRACKETED = rf"(?:\[{SPACE}*{_RANGE}{SPACE}*\]|\({SPACE}*{_RANGE}{SPACE}*\)|\{{{_RANGE}\}}|<{_RANGE}>|\#{_RANGE}\#)"
STAMP = rf"(?:{BRACKETED}|{_RANGE})"

_PARTS = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?")


def milliseconds(stamp: str) -> int | None:
    """The first time in ``stamp``; two figures are minutes and seconds. None where there is none."""
    found = _PARTS.search(stamp)
    if not found:
        return None
    hours, minutes, seconds, fraction = found.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))

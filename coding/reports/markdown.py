# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are to stay words in Markdown."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\*_`<])")
_HEAD = re.compile(r"^(\s*)([#>])")


def escaped(text: str) -> str:
    """One paragraph, its marks made plain signs; what begins as a list stays one."""
    return _HEAD.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))

# SPDX-License-Identifier: GPL-3.0-or-later
"""The name of a file as text: on some systems a name is bytes that need not be any."""

from __future__ import annotations

import os


def readable(name: str) -> str:
    """``name`` with what is not UTF-8 in it replaced by �, so that it can be stored and printed."""
    return os.fsencode(name).decode("utf-8", "replace")

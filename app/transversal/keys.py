# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the transversal grid."""

from __future__ import annotations

from PyQt6.QtGui import QKeySequence

OPEN = "Ctrl+Return"  # the quotes of the cell in their transcript
# From cell to cell while its summary is being written: rows down, columns right. Ctrl+arrows go from word to word.
WALK = (("Alt+Up", (-1, 0)), ("Alt+Down", (1, 0)), ("Alt+Left", (0, -1)), ("Alt+Right", (0, 1)))


def told(words: str, keys: str) -> str:
    """A tooltip with the keys that do the same."""
    return f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"

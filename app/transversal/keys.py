# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the transversal grid."""

from __future__ import annotations

from PyQt6.QtGui import QKeySequence

from coding.language import N_

TITLE = N_("In the transversal grid")
OPEN = "Ctrl+Return"  # the quotes of the cell in their transcript
BACK = "Esc"
# From cell to cell while its summary is being written: rows down, columns right. Ctrl+arrows go from word to word.
WALK = (("Alt+Up", (-1, 0)), ("Alt+Down", (1, 0)), ("Alt+Left", (0, -1)), ("Alt+Right", (0, 1)))
# As F1 shows them.
KEYS = (
    (("Return",), N_("Go to the quotes of the cell, or write its summary")),
    (("Tab",), N_("From the quotes to the summary")),
    ((BACK,), N_("Back to the grid")),
    ((OPEN,), N_("Read the quotes in their transcript")),
    (("Alt+Up", "Alt+Down"), N_("Write on about the code above or below")),
    (("Alt+Left", "Alt+Right"), N_("Write on about the interview beside")),
    (("Space",), N_("Fold the theme, or unfold it")),
)


def told(words: str, keys: str) -> str:
    """A tooltip with the keys that do the same."""
    return f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"

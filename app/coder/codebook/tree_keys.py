# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the codebook's tree: one table, shown with the others by F1."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent, QKeySequence

from app.coder.keys import KEYPAD, digit_of
from coding.language import N_

TITLE = N_("In the codebook")
# F2 and the menu key are Qt's own; «Alt+1» stands for nine of them.
KEYS = (
    (("Return", "Enter"), "give", N_("Give the code to what is selected")),
    (("F2",), "rename", N_("Rename the code")),
    (("Ctrl+Return",), "define", N_("Definition of the code")),
    (("Alt+Shift+Up",), "up", N_("Move the code up")),
    (("Alt+Shift+Down",), "down", N_("Move the code down")),
    (("Alt+Shift+Right",), "in", N_("Put the code under the one before it")),
    (("Alt+Shift+Left",), "out", N_("Put the code a level higher")),
    (("Alt+1",), "pin", N_("Give the code the key 1 (to 9); again, take it back")),
    (("Del",), "delete", N_("Delete the code")),
)
_BY_KEYS = {QKeySequence(keys)[0].toCombined(): verb for sequence, verb, _title in KEYS if verb != "pin"
            for keys in sequence}


def verb_of(event: QKeyEvent) -> str | None:
    """What a key asks of the tree; «pin 3» for Alt+3; None when it asks nothing."""
    digit = digit_of(event, Qt.KeyboardModifier.AltModifier)
    if digit is not None:
        return f"pin {digit}"
    return _BY_KEYS.get(event.keyCombination().toCombined() & ~KEYPAD)


def native(verb: str) -> str:
    """The key of a verb, as this system writes it."""
    keys = next(sequence[0] for sequence, known, _title in KEYS if known == verb)
    return QKeySequence(keys.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)

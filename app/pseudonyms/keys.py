# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the list of identities: one table, shown with the others by F1."""

from __future__ import annotations

from PyQt6.QtGui import QKeyEvent, QKeySequence

from app.coder.keys import KEYPAD
from coding.language import N_

TITLE = N_("In the list of identities")
# F2 and typing, which edit what will be written, are Qt's own.
KEYS = (
    (("Return", "Enter"), "accept", N_("Do as proposed, go to the next to decide")),
    (("Del", "Backspace"), "keep", N_("Keep as it is, go to the next to decide")),
    (("Shift+Del", "Shift+Backspace"), "never", N_("Keep, and never ask again")),
    (("Space",), "reopen", N_("Back to undecided")),
    (("Right",), "next_way", N_("Another way: pseudonym, class, generalised…")),
    (("Left",), "previous_way", N_("The previous way")),
    (("Ctrl+Right",), "another", N_("Another pseudonym")),
    (("F2",), "edit", N_("Write other words")),
    (("Alt+Down", "F4"), "menu", N_("Everything that can be done")),
    (("Ctrl+Down",), "next", N_("Next to decide")),
    (("Ctrl+Up",), "previous", N_("Previous to decide")),
    (("Ctrl+J",), "join", N_("Make one identity of those selected")),
    (("Ctrl+F",), "find", N_("Filter by words")),
    (("Ctrl+Z",), "undo", N_("Take back the last decision")),
)
PANEL_TITLE = N_("Beside it, in the forms and places")
PANEL = (
    (("Ctrl+Shift+J",), N_("Make an identity of its own of the form")),
    (("Return", "Enter"), N_("Open the place")),
    (("Space",), N_("Leave the place as it is, or no longer")),
)
_BY_KEYS = {QKeySequence(keys)[0].toCombined(): verb for sequence, verb, _title in KEYS for keys in sequence}


def verb_of(event: QKeyEvent) -> str | None:
    """What a key asks of the list; None when it asks nothing."""
    return _BY_KEYS.get(event.keyCombination().toCombined() & ~KEYPAD)


def native(verb: str) -> str:
    """The key of a verb, as this system writes it."""
    keys = next(sequence[0] for sequence, known, _title in KEYS if known == verb)
    return QKeySequence(keys.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)

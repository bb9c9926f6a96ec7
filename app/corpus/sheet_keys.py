# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the corpus tables, which hold only there; the keyboard help tells them."""

from __future__ import annotations

from PyQt6.QtGui import QKeyEvent, QKeySequence

from coding.language import N_

TITLE = N_("In a table of the corpus")
# What asks for it, the method of SheetView, what it does. Spelt out: they are the same on every system but for Ctrl.
KEYS = (
    (("Ctrl+C",), "copy", N_("Copy the cells")),
    (("Ctrl+X",), "cut", N_("Cut the cells")),
    (("Ctrl+V",), "paste", N_("Paste the cells")),
    (("Ctrl+Shift+D",), "fill_down", N_("Fill down")),
    (("Del", "Backspace"), "empty", N_("Empty the cells")),
    (("Ctrl+Space",), "pick_column", N_("Select the column")),
    (("Shift+Space",), "pick_row", N_("Select the row")),
    (("Alt+Up",), "move_up", N_("Move up in the order")),
    (("Alt+Down",), "move_down", N_("Move down in the order")),
)
TURN = ("Ctrl+PgUp", "Ctrl+PgDown")  # from tab to tab, as from sheet to sheet
# Told in the help only: Qt, or the page, acts on them.
OTHERS = (
    (("F2",), N_("Edit the cell")),
    (("Return", "Tab"), N_("Keep what was typed and go on")),
    (("Ctrl+A",), N_("Select the whole table")),
    (("Ctrl+F",), N_("Filter the rows")),
    (TURN, N_("Previous tab, next tab")),
)
BY_METHOD = {method: (keys, title) for keys, method, title in KEYS}
_METHODS = {QKeySequence(key)[0].toCombined(): method for keys, method, _title in KEYS for key in keys}


def method_of(event: QKeyEvent) -> str | None:
    """What a key asks of a table; None when it asks nothing."""
    return _METHODS.get(event.keyCombination().toCombined())

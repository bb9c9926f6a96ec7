# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the page: one table. Those that menus also show (Ctrl+K, Ctrl+I) reach the page when no menu takes
them first."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent, QKeySequence

from coding.language import N_

AZERTY = "&é\"'(-è_ç"  # what the digit keys give without Shift on a French keyboard
KEYPAD = 0x20000000  # Qt.KeyboardModifier.KeypadModifier: Enter is Enter wherever it is
SCAN_CODES = (1, 9)  # from digit to scan code: Windows, X11 and Wayland


@dataclass(frozen=True)
class Key:
    """What a key asks for."""

    keys: tuple[str, ...]
    verb: str
    title: str


KEYS = (
    Key(("Ctrl+K", "Return", "Enter"), "palette", N_("Code the selection")),
    Key(("Ctrl+I",), "in_vivo", N_("Code in vivo")),
    Key(("Ctrl+.", "Ctrl+;"), "repeat", N_("Give the last code again")),
    Key(("Del", "Backspace"), "remove", N_("Delete the passage")),
    Key(("Ctrl+Down",), "next_passage", N_("Next passage")),
    Key(("Ctrl+Up",), "previous_passage", N_("Previous passage")),
    Key(("Ctrl+PgDown",), "next_interview", N_("Next interview")),
    Key(("Ctrl+PgUp",), "previous_interview", N_("Previous interview")),
    Key(("Alt+Shift+Left",), "start_back", N_("Begin a word earlier")),
    Key(("Alt+Shift+Right",), "start_on", N_("Begin a word later")),
    Key(("Alt+Left",), "end_back", N_("End a word earlier")),
    Key(("Alt+Right",), "end_on", N_("End a word later")),
    Key(("Esc",), "clear", N_("Select nothing")),
)
_BY_KEYS = {QKeySequence(keys)[0].toCombined(): key.verb for key in KEYS for keys in key.keys}
KEYS_OF = {key.verb: key.keys[0] for key in KEYS}


def native(verb: str) -> str:
    """The first key of a verb, as this system writes it."""
    return QKeySequence(KEYS_OF[verb]).toString(QKeySequence.SequenceFormat.NativeText)


def verb_of(event: QKeyEvent) -> str | None:
    """What a key event asks for; None when it is not one of ours."""
    combined = event.keyCombination().toCombined() & ~KEYPAD
    return _BY_KEYS.get(combined)


def digit_of(event: QKeyEvent) -> int | None:
    """The digit 1 to 9 of a key without Ctrl, Alt or Meta; the top row of a French keyboard needs no Shift."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if event.modifiers() & ~plain or len(text) != 1:
        return None
    if text in "123456789":
        return int(text)
    digit = AZERTY.find(text) + 1
    return digit if digit and event.nativeScanCode() in {digit + shift for shift in SCAN_CODES} else None

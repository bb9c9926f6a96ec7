# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the page: one table, which the Coding menu and the keyboard help show too."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QKeyEvent, QKeySequence

from coding.language import N_

AZERTY = "&é\"'(-è_ç"  # what the digit keys give without Shift on a French keyboard
KEYPAD = 0x20000000  # Qt.KeyboardModifier.KeypadModifier: Enter is Enter wherever it is
SCAN_CODES = (1, 9)  # from digit to scan code: Windows, X11 and Wayland


GROUPS = (
    ("code", N_("Code")), ("passage", N_("&Passage")), ("words", N_("&Select words")), ("go", N_("Go &to")),
    ("look", N_("Sho&w")), ("mend", N_("C&orrect the transcript")),
)


@dataclass(frozen=True)
class Key:
    """What keys ask for: ``verb``, which a part of the Coder does. ``group`` (of GROUPS) is where the menu shows it;
    ``writes``: not in a project open read-only; ``everywhere``: also while a panel beside the page has the focus
    (never for a key that writing needs); ``apart``: a line stands before it in the menu."""

    keys: tuple[str, ...]
    verb: str
    title: str
    group: str
    writes: bool = False
    everywhere: bool = False
    apart: bool = False


KEYS = (
    Key(("Ctrl+K", "Return", "Enter"), "palette", N_("Code the selection"), "code", writes=True, everywhere=True),
    Key(("Ctrl+I",), "in_vivo", N_("Code in vivo"), "code", writes=True, everywhere=True),
    Key(("Ctrl+.", "Ctrl+;"), "repeat", N_("Give the last codes again"), "code", writes=True),
    Key(("Ctrl+T",), "whole_turn", N_("Code the whole turn"), "code", writes=True),
    Key(("Ctrl+Shift+T",), "repeat_turn", N_("Give the last codes to the whole turn"), "code", writes=True),
    Key(("Ctrl+R",), "replace", N_("Replace a code…"), "passage", writes=True, everywhere=True),
    Key(("Ctrl+B",), "strong", N_("Strong quote"), "passage", writes=True, everywhere=True),
    Key(("Ctrl+Shift+B",), "withhold", N_("Do not cite"), "passage", writes=True, everywhere=True),
    Key(("Ctrl+M",), "memo", N_("Memo on the passage"), "passage", writes=True, everywhere=True),
    Key(("Ctrl+Shift+C",), "copy_link", N_("Copy a link for a memo"), "passage"),
    Key(("Ctrl+J",), "join", N_("Join with the next passage"), "passage", writes=True),
    Key(("Ctrl+Shift+J",), "split", N_("Split the passage at the caret"), "passage", writes=True),
    Key(("Del", "Backspace"), "remove", N_("Delete the passage"), "passage", writes=True),
    Key(("F4",), "bounds", N_("Move the bounds of the passage"), "passage", writes=True),
    Key(("Alt+Shift+Left",), "start_back", N_("Begin a word earlier"), "passage", writes=True),
    Key(("Alt+Shift+Right",), "start_on", N_("Begin a word later"), "passage", writes=True),
    Key(("Alt+Left",), "end_back", N_("End a word earlier"), "passage", writes=True),
    Key(("Alt+Right",), "end_on", N_("End a word later"), "passage", writes=True),
    Key(("Alt+Up",), "grow", N_("Select more: word, sentence, turn"), "words"),
    Key(("Alt+Down",), "shrink", N_("Select less"), "words"),
    Key(("Ctrl+Shift+Down",), "sentence_on", N_("Select on to the end of the sentence"), "words"),
    Key(("Ctrl+Shift+Up",), "sentence_back", N_("Select back to the beginning of the sentence"), "words"),
    Key(("Alt+Shift+Down",), "turn_on", N_("Select on to the end of the turn"), "words"),
    Key(("Alt+Shift+Up",), "turn_back", N_("Select back to the beginning of the turn"), "words"),
    Key(("Esc",), "clear", N_("Select nothing"), "words"),
    Key(("Ctrl+Down",), "next_passage", N_("Next passage"), "go"),
    Key(("Ctrl+Up",), "previous_passage", N_("Previous passage"), "go"),
    Key(("Alt+Enter", "Alt+Return"), "overlapping", N_("Next of the overlapping passages"), "go"),
    Key(("Alt+PgDown",), "next_of_code", N_("Next passage of the same code"), "go", everywhere=True),
    Key(("Alt+PgUp",), "previous_of_code", N_("Previous passage of the same code"), "go", everywhere=True),
    Key(("Ctrl+Shift+PgDown",), "next_turn", N_("Next turn"), "go", apart=True),
    Key(("Ctrl+Shift+PgUp",), "previous_turn", N_("Previous turn"), "go"),
    Key(("Ctrl+G",), "go_to_turn", N_("Go to turn…"), "go", everywhere=True),
    Key(("Ctrl+Shift+G",), "next_to_revisit", N_("Next turn to revisit"), "go", everywhere=True),
    Key(("Ctrl+Shift+E",), "resume", N_("Where reading stopped"), "go", everywhere=True),
    Key(("Ctrl+F",), "find", N_("Find in the interview"), "go", everywhere=True, apart=True),
    Key(("F3",), "next_hit", N_("Next hit"), "go", everywhere=True),
    Key(("Shift+F3",), "previous_hit", N_("Previous hit"), "go", everywhere=True),
    Key(("Ctrl+PgDown",), "next_interview", N_("Next interview"), "go", everywhere=True, apart=True),
    Key(("Ctrl+PgUp",), "previous_interview", N_("Previous interview"), "go", everywhere=True),
    Key(("Ctrl+Shift+P",), "passages", N_("List of passages"), "look", everywhere=True),
    Key(("Ctrl+H",), "hide_codes", N_("Hide all codes, or show them again"), "look", everywhere=True, apart=True),
    Key(("Ctrl+Shift+H",), "uncoded", N_("Show only what is not coded, or all again"), "look", everywhere=True),
    Key(("Ctrl+Alt+H",), "choose_shown", N_("Choose which passages are shown…"), "look", everywhere=True),
    Key(("Ctrl+Shift+L",), "read_to_here", N_("Read up to here"), "look", writes=True, everywhere=True, apart=True),
    Key(("Ctrl+Shift+R",), "to_revisit", N_("Turn to revisit, or no longer"), "look", writes=True, everywhere=True),
    Key(("Ctrl+Shift+O",), "options", N_("How the page looks…"), "look", everywhere=True, apart=True),
    Key(("F9",), "focus_mode", N_("Nothing but the page, or all again"), "look", everywhere=True),
    Key(("F7",), "fold_codebook", N_("Fold the codebook, or show it"), "look", everywhere=True),
    Key(("F8",), "fold_passage", N_("Fold the passage, or show it"), "look", everywhere=True),
    Key(("F6",), "next_panel", N_("Next panel"), "look", everywhere=True),
    Key(("Shift+F6",), "previous_panel", N_("Previous panel"), "look", everywhere=True),
    Key(("F2",), "mend", N_("Correct the words selected, or the turn…"), "mend", writes=True),
    Key(("Shift+F2",), "split_turn", N_("Split the turn at the caret"), "mend", writes=True),
    Key(("Ctrl+F2",), "join_turns", N_("Join with the next turn"), "mend", writes=True),
    Key(("Ctrl+Shift+F2",), "replace_words", N_("Replace words everywhere…"), "mend", writes=True),
)
# Keys that mean something in one place only: they stand in no menu, but the keyboard help tells them.
WITHIN: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (N_("In the palette"), (
        (N_("Give the code, or all that are marked"), ("Return",)),
        (N_("Mark the code, to give several at once"), ("Tab", "Ctrl+Return")),
        (N_("Take off the last mark"), ("Backspace",)),
        (N_("Change the name of a new code"), ("F2",)),
        (N_("Close without coding"), ("Esc",)),
    )),
    (N_("While bounds are moved"), (
        (N_("By a character"), ("Left", "Right")),
        (N_("By a word"), ("Ctrl+Left", "Ctrl+Right")),
        (N_("By a sentence"), ("Shift+Left", "Shift+Right")),
        (N_("The other bound"), ("Tab",)),
        (N_("Done"), ("Return",)),
        (N_("As it was"), ("Esc",)),
    )),
)
BY_VERB = {key.verb: key for key in KEYS}
_BY_KEYS = {QKeySequence(keys)[0].toCombined(): key.verb for key in KEYS for keys in key.keys}


def native(verb: str) -> str:
    """The first key of a verb, as this system writes it."""
    return QKeySequence(BY_VERB[verb].keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def verb_of(event: QKeyEvent) -> str | None:
    """What a key event asks for; None when it is not one of ours."""
    combined = event.keyCombination().toCombined() & ~KEYPAD
    return _BY_KEYS.get(combined)


def digit_of(event: QKeyEvent, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int | None:
    """The digit 1 to 9 of a key, with ``held`` and no other of Ctrl, Alt and Meta; the top row of a French keyboard
    needs no Shift."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if event.modifiers() & ~plain != held or len(text) != 1:
        return None
    if text in "123456789":
        return int(text)
    digit = AZERTY.find(text) + 1
    return digit if digit and event.nativeScanCode() in {digit + shift for shift in SCAN_CODES} else None

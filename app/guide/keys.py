# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the pages of guides, as F1 shows them."""

from __future__ import annotations

from coding.language import N_

KEYS = (
    (N_("In an interview guide"), (
        (("Return", "F2"), N_("Write the question, choose its kind or theme")),
        (("Ins",), N_("Add a question")),
        (("Del",), N_("Delete the question, or the section")),
        (("Alt+Up",), N_("Move up")),
        (("Alt+Down",), N_("Move down")),
        (("Alt+Left",), N_("Before it is imported: one level out")),
        (("Alt+Right",), N_("Before it is imported: one level in")),
    )),
    (N_("Questions and themes put to whom"), (
        (("Return",), N_("Go to the turns; read one in its transcript")),
        (("Space",), N_("Tick a turn or a match; next state of a theme")),
        (("+",), N_("Theme asked")),
        (("-",), N_("Theme not asked")),
        (("Del",), N_("Leave the theme to the guide")),
    )),
)

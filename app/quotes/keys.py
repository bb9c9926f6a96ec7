# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the list of quotes and of the quote as cited, as F1 shows them."""

from __future__ import annotations

from coding.language import N_

TITLE = N_("Among the quotes")
CUT = "Ctrl+Shift+X"  # what is selected, for «[…]»
ADD = "Ctrl+Shift+A"  # words between brackets
KEYS = (
    (("Return",), N_("Show the place in the transcript")),
    (("Right", "Left"), N_("More of what was said around, or less")),
    (("Ctrl+B",), N_("Strong quote, or no longer")),
    (("Ctrl+K",), N_("Give codes to the quotes selected")),
    (("Ctrl+C",), N_("Copy as cited")),
    (("Alt+Up", "Alt+Down"), N_("Move the quote up or down under its heading")),
    (("F2",), N_("Write the quote as cited")),
    ((CUT,), N_("As cited: […] in place of what is selected")),
    ((ADD,), N_("As cited: words added in [ ]")),
    (("Esc",), N_("Back to the list")),
)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the search, as F1 shows them."""

from __future__ import annotations

from app.corpus.sheet_keys import TURN
from coding.language import N_

TITLE = N_("Among the words found")
KEYS = (
    (("Down",), N_("From the words to the places found")),
    (("Return",), N_("Open the place, or the concordance of a word")),
    (("Space",), N_("Tick the place")),
    (TURN, N_("Previous tab, next tab")),
)

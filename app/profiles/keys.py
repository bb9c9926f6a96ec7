# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the profiles."""

from __future__ import annotations

from coding.language import N_

TITLE = N_("Profiles")
PREVIOUS, NEXT = "Alt+Up", "Alt+Down"
KEYS = (
    ((PREVIOUS,), N_("Previous interview")), ((NEXT,), N_("Next interview")),
    (("Return", "Space"), N_("Open a theme, or go to the place of a quote")),
)

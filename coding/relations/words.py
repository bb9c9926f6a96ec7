# SPDX-License-Identifier: GPL-3.0-or-later
"""The definitions of co-occurrence in words, for the window and for reports."""

from __future__ import annotations

from coding.language import _, ngettext
from coding.relations.cooccurrence import Level, Near


def near_words(near: Near) -> str:
    """How near codes must stand."""
    match near:
        case "passage":
            return _("the same passage")
        case "overlap":
            return _("overlapping passages")
        case "turn":
            return _("the same turn")
        case int():
            return ngettext("within {n} turn", "within {n} turns", near).format(n=near)


def level_words(level: Level) -> str:
    """What counts as a code."""
    match level:
        case "codes":
            return _("codes alone")
        case "below":
            return _("codes with those below")
        case "themes":
            return _("themes")

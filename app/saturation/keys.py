# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the list of possible nuances, as F1 shows them."""

from __future__ import annotations

from coding.language import N_, _, pgettext

TITLE = N_("Saturation: possible nuances")


def yes_key() -> str:
    """The letter that says that a passage is a new nuance."""
    return pgettext("key", "Y")


def no_key() -> str:
    """The letter that says that it brings nothing new."""
    return pgettext("key", "N")


def nuances() -> list[tuple[tuple[str, ...], str]]:
    """Keys, and what they do, in the user's language."""
    return [
        ((yes_key(),), _("New nuance; then a word, and Enter for the next passage")),
        ((no_key(),), _("Nothing new")),
        (("Del",), _("Take the answer back")),
        (("Space",), _("Show what came closest before")),
        (("Return",), _("See in the transcript")),
    ]

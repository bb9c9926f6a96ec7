# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the list of close passages, as F1 shows them."""

from __future__ import annotations

from coding.language import N_, _, pgettext

TITLE = N_("Close passages")


def accept_key() -> str:
    """The letter that gives the code."""
    return pgettext("key", "Y")


def refuse_key() -> str:
    """The letter that says that the words are not for the code."""
    return pgettext("key", "N")


def listed() -> list[tuple[tuple[str, ...], str]]:
    """Keys, and what they do, in the user's language."""
    return [
        ((accept_key(),), _("Give the code to these words")),
        ((refuse_key(),), _("Not for this code: never propose them again")),
        (("Space",), _("Show the passage they resemble")),
        (("Return",), _("See in the transcript")),
    ]

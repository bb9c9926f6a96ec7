# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the corpus tables: kinds, statuses, durations, lists."""

from __future__ import annotations

from collections.abc import Mapping

from coding.interview_words import KINDS, STATUSES, duration
from coding.language import N_, _

__all__ = ["FRAMES", "KINDS", "STATUSES", "duration", "joined", "translated"]

FRAMES = {
    "yes": N_("Yes: everyone invited is counted below"),
    "partial": N_("In part: say in the justification what is missing"),
    "not_applicable": N_("Not applicable: nobody was invited by name (say why)"),
    "no": N_("No"),
}


def translated(words: Mapping[str, str]) -> dict[str, str]:
    """The same table in the user's language."""
    return {key: _(word) for key, word in words.items()}


def joined(parts: tuple[str, ...]) -> str:
    """Names in one cell, as the csv tables write them."""
    return " ; ".join(parts)

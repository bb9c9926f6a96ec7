# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the corpus tables: kinds, statuses, durations, lists."""

from __future__ import annotations

from collections.abc import Mapping

from coding.language import N_, _

KINDS = {
    "interview": N_("interview"), "group_interview": N_("group interview"), "journal": N_("diary"),
    "document": N_("document"), "open_answer": N_("open answer"),
}
STATUSES = {"to_do": N_("to do"), "under_way": N_("under way"), "coded": N_("coded"), "reread": N_("re-read")}
FRAMES = {
    "yes": N_("Yes: everyone invited is counted below"),
    "partial": N_("In part: say in the justification what is missing"),
    "not_applicable": N_("Not applicable: nobody was invited by name (say why)"),
    "no": N_("No"),
}


def translated(words: Mapping[str, str]) -> dict[str, str]:
    """The same table in the user's language."""
    return {key: _(word) for key, word in words.items()}


def duration(minutes: int | None) -> str:
    """«1 h 12», «45 min»; empty when unknown."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    if hours:
        return _("{hours} h {minutes:02}").format(hours=hours, minutes=rest)
    return _("{minutes} min").format(minutes=rest)


def joined(parts: tuple[str, ...]) -> str:
    """Names in one cell, as the csv tables write them."""
    return " ; ".join(parts)



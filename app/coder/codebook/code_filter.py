# SPDX-License-Identifier: GPL-3.0-or-later
"""Which codes the tree shows: all, those without passages, those made lately, those with a key, those of the
interview being read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from app.desk import Desk
from app.widgets.pill import Choice
from coding import codebook
from coding.codebook_log import utc
from coding.language import N_, _, short_date

Which = Literal["all", "here", "unused", "lately", "since", "pinned"]
CHOICES: tuple[tuple[Which, str], ...] = (
    ("all", N_("All codes")), ("here", N_("Used in this interview")), ("unused", N_("Without passages")),
    ("pinned", N_("With a key")), ("lately", N_("Made in the last 7 days")), ("since", N_("Made since…")),
)
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class CodeFilter:
    """``since`` is the day chosen, for that choice alone."""

    which: Which = "all"
    since: date | None = None

    def kept(self, desk: Desk) -> frozenset[int] | None:
        """The ids of the codes that answer; None for all of them."""
        counts, interview_id = desk.counts, desk.interview_id
        match self.which:
            case "all":
                return None
            case "here":
                found = (node.id for node in desk.codebook
                         if interview_id is not None and counts.cell(node.id, interview_id))
            case "unused":
                found = (node.id for node in desk.codebook if not counts.total(node.id))
            case "pinned":
                found = (node.id for node in desk.codebook if node.pin)
            case _:
                day = self.since or date.today() - LATELY
                return frozenset(desk.read_now(lambda session: codebook.made_since(session, utc(day))))
        return frozenset(found)

    def nothing(self) -> str:
        """What to say when no code answers."""
        match self.which:
            case "here":
                return _("No code is used in this interview yet.")
            case "unused":
                return _("Every code has passages.")
            case "pinned":
                return _("No code has a key yet. Give one with Alt and a digit, or by the menu of a code: that digit "
                         "then codes what is selected.")
            case "lately":
                return _("No code was made in the last 7 days.")
            case _:
                return _("No code was made since {day}.").format(day=short_date(self.since or date.today()))


def choices(current: CodeFilter) -> list[Choice]:
    """What the pill offers; the day stands in its place once it is chosen."""
    made = [Choice(which, _(title), apart=which == "here") for which, title in CHOICES]
    if current.which == "since" and current.since is not None:
        label = _("Made since {day}").format(day=short_date(current.since))
        made[-1] = Choice("since", _(CHOICES[-1][1]), label)
    return made

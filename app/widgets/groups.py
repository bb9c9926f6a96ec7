# SPDX-License-Identifier: GPL-3.0-or-later
"""Which group an analysis reads, as pills offer it."""

from __future__ import annotations

from collections.abc import Sequence

from app.widgets.pill import Choice
from coding.groups import GroupRow
from coding.language import _

BEGINNING = "beginning"  # nobody has chosen yet: the largest group
ChosenGroup = int | str | None  # an id, BEGINNING, or None: all interviews


def group_read(rows: Sequence[GroupRow], asked: ChosenGroup) -> int | None:
    """The group to read; None, the whole corpus, when there is none or it has gone."""
    if asked == BEGINNING:
        largest = max(rows, key=lambda row: row.interviews, default=None)
        return largest.id if largest is not None else None
    return next((row.id for row in rows if row.id == asked), None)


def group_choices(rows: Sequence[GroupRow], interviews: int) -> list[Choice]:
    """The groups as a pill offers them, then all interviews (key None)."""
    sized = _("{group} ({count})")
    choices = [Choice(row.id, sized.format(group=row.name, count=row.interviews)) for row in rows]
    return [*choices, Choice(None, sized.format(group=_("all interviews"), count=interviews), apart=bool(choices))]

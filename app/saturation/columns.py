# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the table of verdicts: what each says, what it is sorted by, which give way when room is short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.saturation.lines import Line, Tone
from coding.fold import fold
from coding.language import _

NAME, STATUS, FIRST_FIGURE, CURVE = 0, 1, 2, 9
RANKS: dict[Tone, int] = {"ok": 0, "warn": 1, "bad": 2, "quiet": 3, "refused": 4}
YIELDING = (CURVE, 8, 4)  # hidden one after the other where not all fit: the curve, Guest’s rule, the last new code
Value = str | float | None


@dataclass(frozen=True)
class Column:
    """``text`` is what a cell says, ``value`` what it is sorted by (None comes last)."""

    title: str
    tip: str
    text: Callable[[Line], str]
    value: Callable[[Line], Value]


def columns() -> list[Column]:
    """Name, finding, seven figures, and the accumulation as a small curve."""
    return [
        Column(_("Theme"), _("A click on a title sorts by it; a third one brings back the order of the codebook"),
               lambda line: line.name, lambda line: fold(line.name)),
        Column(_("Finding"), _("The first status that matches, and why"),
               lambda line: line.status, lambda line: RANKS[line.tone]),
        Column(_("Codes"), _("Codes seen"), _figure(0), lambda line: line.block.codes),
        Column(_("Raised"), _("Interviews that speak of the theme or in which it was asked, among those counted"),
               _figure(1), lambda line: line.block.informative),
        Column(_("Last"), _("The interview in which the last new code appeared"),
               _figure(2), lambda line: line.block.last_new),
        Column(_("Without new"), _("Interviews since, among those that speak of the theme"),
               _figure(3), lambda line: line.block.run_without_new),
        Column(_("Expected"), _("New codes expected at the next interview"),
               _figure(4), lambda line: line.block.expected_new),
        Column(_("Coverage"), _("The share of occurrences that belong to codes already seen"),
               _figure(5), lambda line: line.block.coverage),
        Column("Guest", _("Base and run at which Guest’s rule (2020) was first met; it does not decide the finding"),
               lambda line: line.block.guest.label or "–", lambda line: line.block.guest.reached_at),
        Column(_("Accumulation"), _("Codes seen after each interview, in the recorded order"),
               lambda line: ", ".join(str(point.observed) for point in line.block.curve),
               lambda line: line.block.codes),
    ]


def _figure(place: int) -> Callable[[Line], str]:
    return lambda line: line.figures[place]

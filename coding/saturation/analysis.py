# SPDX-License-Identifier: GPL-3.0-or-later
"""Analysis: the saturation of a group, overall, theme by theme, and again by unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coding.saturation.block import Block, describe
from coding.saturation.incidence import Incidence
from coding.saturation.parameters import Frame, Parameters
from coding.saturation.verdict import Circumstances, Reason, reason


@dataclass(frozen=True)
class Analysis:
    """The saturation of a group (``group`` None: the whole corpus, or a bare matrix).

    ``overall`` is the same test on all codes, never an average of the themes. ``by_unit`` repeats everything with
    units in place of interviews, when several interviews come from one unit; else None.
    """

    group: str | None
    order_basis: str
    excluded: tuple[str, ...]
    parameters: Parameters
    frame: Frame | None
    overall: Block
    themes: tuple[Block, ...]
    by_unit: Analysis | None = None


def analyse(
    incidence: Incidence,
    *,
    parameters: Parameters | None = None,
    group: str | None = None,
    frame: Frame | None = None,
    frame_required: bool = True,
    reservations: Mapping[str, str] | None = None,
    unread: Mapping[str, Sequence[str]] | None = None,
    excluded: Sequence[str] = (),
    order_basis: str = "columns",
    orders: int = 10_000,
) -> Analysis:
    """Every figure and verdict of a group.

    ``reservations``: the researcher's reservation, by theme. ``unread``: by theme, the interviews coded before one
    of its codes existed and not re-read since. ``excluded``: interviews left out of the incidence, not yet coded
    or under way. ``frame_required`` is False for a bare matrix only. ``order_basis`` says what ordered the columns.
    ``orders`` is how many random orders draw the envelope.
    """
    whole = _Group(
        parameters or Parameters(),
        group,
        frame,
        frame_required,
        reservations or {},
        unread or {},
        tuple(excluded),
        order_basis,
        orders,
    )
    units = incidence.by_unit()
    if units is None:
        return whole.analysis(incidence, ())
    warnings = (reason("same_unit", interviews=len(incidence.interviews), units=len(units.interviews)),)
    return whole.analysis(incidence, warnings, by_unit=whole.analysis(units, warnings))


@dataclass(frozen=True)
class _Group:
    """What is known of the group besides its incidence."""

    parameters: Parameters
    group: str | None
    frame: Frame | None
    frame_required: bool
    reservations: Mapping[str, str]
    unread: Mapping[str, Sequence[str]]
    excluded: tuple[str, ...]
    order_basis: str
    orders: int

    def analysis(self, incidence: Incidence, warnings: tuple[Reason, ...], by_unit: Analysis | None = None) -> Analysis:
        return Analysis(
            group=self.group,
            order_basis=self.order_basis,
            excluded=self.excluded,
            parameters=self.parameters,
            frame=self.frame,
            overall=describe(
                incidence.whole(), self._overall(incidence, warnings), self.parameters, orders=self.orders
            ),
            themes=tuple(
                describe(incidence.of_theme(theme), self._theme(theme, warnings), self.parameters, orders=self.orders)
                for theme in incidence.themes
            ),
            by_unit=by_unit,
        )

    def _theme(self, theme: str, warnings: tuple[Reason, ...]) -> Circumstances:
        return Circumstances(
            frame=self.frame,
            frame_required=self.frame_required,
            reservation=self.reservations.get(theme, ""),
            unread=tuple(self.unread.get(theme, ())),
            excluded=self.excluded,
            warnings=warnings,
        )

    def _overall(self, incidence: Incidence, warnings: tuple[Reason, ...]) -> Circumstances:
        """A reservation belongs to its theme, so the group only mentions it; a re-reading due concerns all codes."""
        reserved = [theme for theme in incidence.themes if self.reservations.get(theme, "").strip()]
        noted = (reason("themes_reserved", names=", ".join(reserved)),) if reserved else ()
        pending = dict.fromkeys(name for theme in incidence.themes for name in self.unread.get(theme, ()))
        return Circumstances(
            frame=self.frame,
            frame_required=self.frame_required,
            unread=tuple(pending),
            excluded=self.excluded,
            warnings=(*noted, *warnings),
        )

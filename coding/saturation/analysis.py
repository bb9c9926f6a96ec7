# SPDX-License-Identifier: GPL-3.0-or-later
"""Analysis: the saturation of a group, overall, theme by theme, and again by unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from coding.saturation.block import Block, Measure, measure
from coding.saturation.incidence import Incidence
from coding.saturation.parameters import Frame, Parameters
from coding.saturation.verdict import Circumstances, Reason, Status, reason


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


@dataclass(frozen=True, eq=False)
class Measured:
    """The figures of a group, whatever the parameters: overall, by theme, and again by unit (see Analysis)."""

    incidence: Incidence
    overall: Measure
    themes: tuple[Measure, ...]
    by_unit: Measured | None = None


def measure_group(incidence: Incidence, *, orders: int = 10_000, like: Measured | None = None) -> Measured:
    """Every figure of a group. ``orders`` is how many random orders draw the envelope. ``like``: what was measured of
    the same interviews in another order, which spares what does not depend on it."""
    units = incidence.by_unit()
    return _measured(incidence, orders, like, None if units is None else _measured(
        units, orders, None if like is None else like.by_unit, None))


def _measured(incidence: Incidence, orders: int, like: Measured | None, by_unit: Measured | None) -> Measured:
    known = [None] * len(incidence.themes) if like is None else like.themes
    return Measured(
        incidence,
        measure(incidence.whole(), orders=orders, like=None if like is None else like.overall),
        tuple(measure(incidence.of_theme(theme), orders=orders, like=one)
              for theme, one in zip(incidence.themes, known, strict=True)),
        by_unit,
    )


@dataclass(frozen=True)
class Around:
    """What is known of a group besides its figures.

    ``reservations``: the researcher's reservation, by theme. ``unread``: by theme, the interviews coded before one of
    its codes existed and not re-read since. ``excluded``: interviews that cannot count, not yet coded or under way;
    ``left_out``: those that the researcher leaves out, each with the reason. ``frame_required`` is False for a bare
    matrix only. ``order_basis`` says what ordered the columns.
    """

    group: str | None = None
    frame: Frame | None = None
    frame_required: bool = True
    reservations: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, Sequence[str]] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    order_basis: str = "columns"

    def analysis(self, measured: Measured, parameters: Parameters) -> Analysis:
        """Every verdict of the group by these parameters."""
        units = measured.by_unit
        if units is None:
            return self._judged(measured, parameters, ())
        warnings = (reason("same_unit", interviews=len(measured.incidence.interviews),
                           units=len(units.incidence.interviews)),)
        return _compared(self._judged(measured, parameters, warnings, self._judged(units, parameters, warnings)))

    def _judged(self, measured: Measured, parameters: Parameters, warnings: tuple[Reason, ...],
                by_unit: Analysis | None = None) -> Analysis:
        themes = measured.incidence.themes
        return Analysis(
            group=self.group,
            order_basis=self.order_basis,
            excluded=(*self.excluded, *(title for title, _reason in self.left_out)),
            parameters=parameters,
            frame=self.frame,
            overall=measured.overall.judged(self.of_group(themes, warnings), parameters),
            themes=tuple(one.judged(self.of_theme(theme, warnings), parameters)
                         for theme, one in zip(themes, measured.themes, strict=True)),
            by_unit=by_unit,
        )

    def of_theme(self, theme: str, warnings: tuple[Reason, ...] = ()) -> Circumstances:
        """What the status of a theme depends on besides its figures."""
        return Circumstances(
            frame=self.frame,
            frame_required=self.frame_required,
            reservation=self.reservations.get(theme, ""),
            unread=tuple(self.unread.get(theme, ())),
            excluded=self.excluded,
            left_out=self.left_out,
            warnings=warnings,
        )

    def of_group(self, themes: Sequence[str], warnings: tuple[Reason, ...] = ()) -> Circumstances:
        """A reservation belongs to its theme, so the group only mentions it; a re-reading due concerns all codes."""
        reserved = [theme for theme in themes if self.reservations.get(theme, "").strip()]
        noted = (reason("themes_reserved", names=", ".join(reserved)),) if reserved else ()
        pending = dict.fromkeys(name for theme in themes for name in self.unread.get(theme, ()))
        return Circumstances(
            frame=self.frame,
            frame_required=self.frame_required,
            unread=tuple(pending),
            excluded=self.excluded,
            left_out=self.left_out,
            warnings=(*noted, *warnings),
        )


def _compared(analysis: Analysis) -> Analysis:
    """The analysis with a limit wherever its test by unit gives less than its status, which stays."""
    units = analysis.by_unit
    if units is None:
        return analysis
    return replace(analysis, overall=_limited(analysis.overall, units.overall),
                   themes=tuple(map(_limited, analysis.themes, units.themes)))


def _limited(block: Block, unit: Block) -> Block:
    verdict, found, weakest_first = block.verdict, unit.verdict.status, tuple(Status)
    if weakest_first.index(found) >= weakest_first.index(verdict.status):
        return block
    less = reason("less_by_unit", theme=block.theme, status=found)  # the theme: no other block says the same
    return replace(block, verdict=replace(verdict, limits=(*verdict.limits, less)))


def analyse(
    incidence: Incidence, *, parameters: Parameters | None = None, orders: int = 10_000, **known: Any,
) -> Analysis:
    """Every figure and verdict of a group, measured then judged; ``known`` are the fields of Around."""
    return Around(**known).analysis(measure_group(incidence, orders=orders), parameters or Parameters())

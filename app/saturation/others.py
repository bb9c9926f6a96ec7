# SPDX-License-Identifier: GPL-3.0-or-later
"""What other choices would give of a line, and what the present ones are; read away from the GUI thread.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.saturation.lines import Line
from app.saturation.reading import Reading
from coding import conventions, order, verdicts
from coding.saturation import (
    Alternative,
    GuestOrders,
    Measured,
    Parameters,
    Status,
    alternatives,
    by_order,
    guest_orders,
)
from coding.saturation.analysis import Around
from coding.saturation.block import Measure, measure
from coding.saturation.verdict import Circumstances
from coding.standing import Standing, standings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Others:
    """``orders``: the share of all orders that give each status, the commonest first. ``restored``: the
    status with the interviews left out put back, None when none is or when the order is random: a draw of more
    interviews is another order altogether. ``basis`` is what orders the interviews on
    record; ``dated``: whether dates could. ``guest``: Guest's rule over random orders."""

    alternatives: tuple[Alternative, ...]
    orders: Mapping[Status, float]
    restored: Status | None
    standings: tuple[Standing, ...]
    basis: order.Basis
    dated: bool
    is_reflexive: bool
    guest: GuestOrders | None


def read(session: Session, line: Line, reading: Reading) -> Others:
    """All of it for the theme of a line, or for the whole group."""
    group_id = reading.group.id if reading.group is not None else None
    theme, used = line.block.theme, reading.analysis.parameters
    found, around = measured(reading.measured, theme), circumstances(reading.material.around, reading.measured, theme)
    by_date = order.ordered_interviews(session, group_id, "date")
    return Others(
        alternatives(found, around, used),
        by_order(found, around, used) if line.block.interviews > 1 else {},
        _restored(session, group_id, theme, reading, used),
        standings(session, group_id),
        order.ordered_interviews(session, group_id).basis,
        by_date.basis == "date",
        conventions.is_reflexive(session),
        guest_orders(found.sample, base=used.base, run=used.run, threshold=used.threshold),
    )


def measured(group: Measured, theme: str | None) -> Measure:
    """The figures of a theme, or of the whole group when None."""
    return group.overall if theme is None else next(one for one in group.themes if one.figures.theme == theme)


def circumstances(around: Around, group: Measured, theme: str | None) -> Circumstances:
    """What the status of a theme, or of the whole group when None, depends on besides its figures."""
    return around.of_group(group.incidence.themes) if theme is None else around.of_theme(theme)


def _restored(session: Session, group_id: int | None, theme: str | None, reading: Reading, used: Parameters
              ) -> Status | None:
    if not reading.material.counted.left_out or reading.asked.order == "random":
        return None
    whole = verdicts.material(session, group_id, order=reading.asked.order, seed=reading.asked.seed, out=frozenset())
    table = whole.counted.incidence
    found = measure(table.whole() if theme is None else table.of_theme(theme), orders=1)
    around = whole.around.of_group(table.themes) if theme is None else whole.around.of_theme(theme)
    return found.judged(around, used).verdict.status

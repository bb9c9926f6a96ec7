# SPDX-License-Identifier: GPL-3.0-or-later
"""The exports of ``coding.exports``, from the project's file: what a process of its own can be asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coding import exports
from coding import transversal as grids
from coding.project import open_reader
from coding.quotes import Order, Query
from coding.transversal import Measure

if TYPE_CHECKING:
    from coding.memo_shelf import Kind
    from coding.saturation import Parameters


def quotes(project: Path, path: Path, query: Query, order: Order) -> None:
    """As ``exports.quotes``."""
    with open_reader(project) as store, store.reading() as session:
        exports.quotes(session, path, query, order=order)


def transversal(project: Path, path: Path, group_id: int | None, by: str | None, measure: Measure) -> None:
    """As ``exports.transversal``, the table being read first."""
    with open_reader(project) as store, store.reading() as session:
        exports.transversal(session, path, grids.table(session, group_id, by=by, measure=measure))


def memos(project: Path, path: Path, kinds: tuple[Kind, ...]) -> None:
    """As ``exports.memos``."""
    with open_reader(project) as store, store.reading() as session:
        exports.memos(session, path, kinds)


def saturation(project: Path, path: Path, group_id: int | None, parameters: Parameters | None) -> None:
    """As ``exports.saturation``, the group being analysed first."""
    from coding import verdicts

    with open_reader(project) as store, store.reading() as session:
        exports.saturation(session, path, verdicts.saturation(session, group_id, parameters=parameters))

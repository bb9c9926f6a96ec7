# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving several rows new names at once: no two may end with the same, but they may exchange theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session


def settled(current: Mapping[int, str], wanted: Mapping[int, str]) -> dict[int, str]:
    """Of the names wanted, by row id, those that can all stand together once given; ``current`` has every row."""
    kept = dict(wanted)
    while True:
        holders = {name: key for key, name in current.items() if key not in kept}
        clash = next((key for key, name in kept.items() if holders.setdefault(name, key) != key), None)
        if clash is None:
            return kept
        del kept[clash]


def give(session: Session, rows: Mapping[Any, str], column: str = "name") -> None:
    """Give rows their names, by way of passing ones where two may exchange theirs."""
    changing = {row: name for row, name in rows.items() if getattr(row, column) != name}
    if len(changing) > 1:
        for row in changing:
            setattr(row, column, row.guid)
        session.flush()
    for row, name in changing.items():
        setattr(row, column, name)
    session.flush()

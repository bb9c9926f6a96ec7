# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on the corpus tables: blocks of cells, and the attributes that are their columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.desk import Desk
from coding import attributes, cells
from coding.changes import Change, Label
from coding.language import N_
from models.errors import KnownError

Refused = Mapping[tuple[int, str], KnownError]


def set_cells(desk: Desk, *, target: str, columns: Mapping[str, cells.Column], label: Label,
              then: Callable[[Refused], None]) -> None:
    """Write cells of interviews, participants or units in one act; ``then`` gets what was refused."""
    desk.do(label, lambda s: cells.set_cells(s, target, columns), lambda change: then(change.result))


def add_attribute(desk: Desk, *, target: str, name: str, type_: str, choices: Sequence[str],
                  then: Callable[[Change], None] | None = None) -> None:
    """A new attribute of interviews or participants: one more column to fill."""
    desk.do(Label(N_("add the attribute “{attribute}”"), {"attribute": name}),
            lambda s: attributes.add(s, name=name, target=target, type_=type_, choices=choices), then)


def revise_attribute(desk: Desk, *, attribute_id: int, old: str, name: str, type_: str,
                     choices: Sequence[str]) -> None:
    """Change an attribute's name, type or choices."""
    desk.do(Label(N_("change the attribute “{attribute}”"), {"attribute": old}),
            lambda s: attributes.revise(s, attribute_id, name=name, type_=type_, choices=choices))


def remove_attribute(desk: Desk, *, attribute_id: int, name: str) -> None:
    """Delete an attribute with its values."""
    desk.do(Label(N_("delete the attribute “{attribute}”"), {"attribute": name}),
            lambda s: attributes.remove(s, attribute_id))

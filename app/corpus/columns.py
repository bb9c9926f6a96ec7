# SPDX-License-Identifier: GPL-3.0-or-later
"""What a column of the corpus tables is: what it shows, copies and sorts by, and the field that is written through it;
the columns of attributes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coding import attributes
from coding.attributes import AttributeRow
from coding.cells import ATTRIBUTE
from coding.fold import fold
from coding.language import _


@dataclass(frozen=True)
class Column:
    """``show`` gives the cell's text, ``copied`` what a spreadsheet is given instead, ``rank`` what it sorts by, None
    where the cell is empty. ``field`` is its name in coding.cells, empty where nothing can be written; ``stored`` is
    the value among ``choices`` (value → words). ``between`` stands between the parts of a cell that lists several."""

    key: str
    title: str
    width: int
    show: Callable[[Any], str]
    rank: Callable[[Any], Any]
    field: str = ""
    copied: Callable[[Any], str] | None = None
    choices: dict[str, str] | None = None
    stored: Callable[[Any], str] | None = None
    between: str = ""
    to_the_right: bool = False
    tip: str = ""
    attribute: AttributeRow | None = None

    def copy(self, row: Any) -> str:
        """What goes on the clipboard; pasted back, it changes nothing."""
        return (self.copied or self.show)(row)

    def value(self, row: Any) -> str:
        """What the editor begins with."""
        return self.stored(row) if self.stored is not None else self.show(row)

    def parts(self, row: Any) -> list[str]:
        """What a cell lists, or the whole of it."""
        found = self.show(row).split(self.between) if self.between else [self.show(row)]
        return [part.strip() for part in found if part.strip()]


def attribute(row: AttributeRow) -> Column:
    """The column of an attribute, of whatever type."""
    choices = None
    if row.type == "yes_no":
        choices = {"": "", "yes": _("yes"), "no": _("no")}
    elif row.type == "choice":
        choices = {"": "", **{choice: choice for choice in row.choices}}

    def stored(holder: Any) -> str:
        return str(holder.attributes.get(row.name, ""))

    return Column(
        f"{ATTRIBUTE}{row.name}", row.name, 130, lambda holder: attributes.shown(stored(holder), row.type),
        _rank(row, stored), field=f"{ATTRIBUTE}{row.id}", choices=choices, stored=stored if choices else None,
        copied=stored if row.type == "date" else None, to_the_right=row.type == "number", attribute=row,
        tip={"number": _("A number"), "date": _("A date")}.get(row.type, ""))


def _rank(row: AttributeRow, stored: Callable[[Any], str]) -> Callable[[Any], Any]:
    def rank(holder: Any) -> Any:
        value = stored(holder)
        if not value:
            return None
        if row.type == "number":
            return float(value)
        return row.choices.index(value) if row.type == "choice" else fold(value)

    return rank

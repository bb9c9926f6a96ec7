# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between a code and what it was, field by field, ready to be read."""

from __future__ import annotations

from dataclasses import dataclass

from coding import codebook_log, examples
from coding.codebook_log import Rows
from coding.language import N_, _, ngettext
from coding.row_images import Row

# In the order in which a reader wants them. A code's place among its siblings is told apart, when nothing else moved.
FIELDS = {
    "name": N_("Renamed"), "parent_id": N_("Moved"), "definition": N_("Definition"), "include": N_("Include"),
    "exclude": N_("Exclude"), "example": N_("Examples"), "origin": N_("Origin"), "colour": N_("Colour"),
    "pin": N_("Key"), "reservation": N_("Reservation"),
}
ORIGINS = {
    "guide": N_("Interview guide"), "a_priori": N_("A priori"), "emergent": N_("Emergent"),
    "unknown": N_("Not recorded"),
}


@dataclass(frozen=True)
class Alteration:
    """One change of one code. ``code`` is its path (as it was, when it is gone), ``what`` one of FIELDS, or created,
    deleted, merged, split, order; ``guid`` tells codes of one name apart."""

    guid: str
    code: str
    what: str
    before: str = ""
    after: str = ""

    def title(self) -> str:
        """What happened, in a word or two."""
        titles = {**FIELDS, "created": N_("Created"), "deleted": N_("Deleted"), "merged": N_("Merged"),
                  "split": N_("Split off"), "order": N_("Order")}
        return _(titles[self.what])


def altered(before: Rows, after: Rows, was: Row, row: Row) -> list[Alteration]:
    """The fields of one code that differ between two states of the codebook that both hold it."""
    there = codebook_log.path(after, row["id"])
    return [
        Alteration(row["guid"], there, field, _said(before, field, was), _said(after, field, row))
        for field in FIELDS if _told(before, field, was) != _told(after, field, row)
    ]


def _told(rows: Rows, field: str, row: Row) -> object:
    """What is compared: parents by what tells them apart for ever, since ids may serve again."""
    parent = row["parent_id"]
    return (rows[parent]["guid"] if parent is not None else "") if field == "parent_id" else row[field]


def _said(rows: Rows, field: str, row: Row) -> str:
    value = row[field]
    if field == "parent_id":
        return codebook_log.path(rows, value) or _("among the themes")
    if field == "example":
        return _examples(value)
    if field == "origin":
        return _(ORIGINS[value])
    return "" if value is None else str(value)


def _examples(field: str) -> str:
    """The written example, then how many passages: their words never stand in the log."""
    text, n = examples.written(field), len(examples.guids(field))
    counted = ngettext("{n} example passage", "{n} example passages", n).format(n=n) if n else ""
    return "\n".join(part for part in (text, counted) if part)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Words replaced in any column of the project: transcripts keep their passages, and names stay unlike each other.

Acts take a session and are run by the writer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Index, UniqueConstraint, select
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import Session

from coding import attributes, interviews, mending
from coding.anchors import Edit
from coding.pseudonyms.fields import BETWEEN, TRANSCRIPT, Field
from models.errors import KnownError
from models.participant import Attribute, AttributeValue
from models.passage import Passage

Target = tuple[Field, int]  # a column and the id of a row


@dataclass(frozen=True)
class Swap:
    """[start, end) of a text becomes ``words``, on account of the decision or the memory numbered ``of``."""

    start: int
    end: int
    words: str
    of: int

    @property
    def edit(self) -> Edit:
        """As the editing of texts knows it."""
        return Edit(self.start, self.end, self.words)


def joined(swaps: Sequence[Swap]) -> list[tuple[int, tuple[int, int], Swap]]:
    """Swaps with the little word before a name joined to the name's: (decision, lengths of the two little words, the
    whole)."""
    found: list[tuple[int, tuple[int, int], Swap]] = []
    for swap in swaps:
        last = found[-1][2] if found else None
        if last is not None and last.end == swap.start and last.of == swap.of and found[-1][1] == (0, 0):
            head = last.end - last.start, len(last.words)
            found[-1] = swap.of, head, Swap(last.start, swap.end, last.words + swap.words, swap.of)
        else:
            found.append((swap.of, (0, 0), swap))
    return found


def rewrite(session: Session, swaps: Mapping[Target, Sequence[Swap]]) -> None:
    """Make the swaps, disjoint in each text. Raises KnownError when a passage would lose all its words."""
    columns: dict[type[Any], dict[int, list[tuple[Field, list[Edit]]]]] = defaultdict(lambda: defaultdict(list))
    for (field, row_id), listed in swaps.items():
        edits = [swap.edit for swap in listed]
        if field is TRANSCRIPT:
            _widen(session, row_id, listed)
            mending.correct(session, row_id, edits)
        else:
            columns[field.model][row_id].append((field, edits))
    for model, rows in columns.items():
        _set(session, model, rows)


def _widen(session: Session, interview_id: int, swaps: Sequence[Swap]) -> None:
    """Let passages that begin or end among words to replace take in all of them, where the new ones are not the same
    word for word: «Jean» of «Jean Petit» is nothing of «[personne 1]»."""
    text = interviews.text(session, interview_id)
    ordered = sorted(swaps, key=lambda swap: swap.start)
    starts = [swap.start for swap in ordered]
    rows = session.scalars(select(Passage).where(Passage.interview_id == interview_id).order_by(Passage.id)).all()
    spans = {}
    for row in rows:
        low, high = _cut(text, ordered, starts, row.start), _cut(text, ordered, starts, row.end)
        spans[row] = low.start if low else row.start, high.end if high else row.end
    if any(span != (row.start, row.end) for row, span in spans.items()):
        with session.no_autoflush:
            kept = mending.merge(session, spans)
            mending.move(session, {row: {"start": at[0], "end": at[1], "quote": text[slice(*at)]}
                                   for row, at in kept.items()}, ("start", "end"), len(text) + 1)


def _cut(text: str, swaps: Sequence[Swap], starts: Sequence[int], at: int) -> Swap | None:
    """The swap whose words an offset cuts where the new ones cannot be."""
    place = bisect_left(starts, at) - 1
    swap = swaps[place] if place >= 0 else None
    if swap is None or at >= swap.end:
        return None
    old = text[swap.start : swap.end].split()
    between_words = text[at - 1].isspace() or text[at].isspace()
    return None if between_words and len(old) == len(swap.words.split()) and "[" not in swap.words else swap


def _set(session: Session, model: type[Any], edits: Mapping[int, Sequence[tuple[Field, list[Edit]]]]) -> None:
    rows = {row_id: session.get_one(model, row_id) for row_id in edits}
    values = {
        row_id: {field.column: field.edited(getattr(rows[row_id], field.column), listed) for field, listed in columns}
        for row_id, columns in edits.items()
    }
    for column in {field.column for columns in edits.values() for field, _edits in columns if keys_of(field)}:
        coming = {value[column]: row_id for row_id, value in values.items() if column in value}
        for row_id, row in rows.items():  # no two may bear one name, even in between
            if coming.get(getattr(row, column), row_id) != row_id:
                setattr(row, column, f"{row_id}{BETWEEN}")
    session.flush()
    for row_id, value in values.items():
        for column, words in value.items():
            if getattr(rows[row_id], column) != words:
                setattr(rows[row_id], column, words)
    session.flush()
    if model is AttributeValue:
        _let_in(session, rows.values())


def _let_in(session: Session, rows: Iterable[AttributeValue]) -> None:
    """Let attributes take the values put: a choice has one more, and what is no longer a date is text."""
    for row in rows:
        attribute = session.get_one(Attribute, row.attribute_id)
        if attribute.type == "choice" and row.value not in attribute.choices:
            attribute.choices = [*attribute.choices, row.value]
        elif attribute.type not in ("choice", "text"):
            try:
                kept = attributes.canonical(row.value, name=attribute.name, type_=attribute.type)
            except KnownError:
                kept = ""
            if kept != row.value:
                attribute.type = "text"
    session.flush()


def keys_of(field: Field) -> tuple[str, ...] | None:
    """The columns within whose values no two rows may say the same in this one, perhaps none; None when they may."""
    table: SqlTable = field.model.__table__
    listed: Iterable[UniqueConstraint | Index] = [
        *(one for one in table.constraints if isinstance(one, UniqueConstraint)),
        *(one for one in table.indexes if one.unique),
    ]
    for unique in listed:
        names = [column.name for column in unique.columns]
        if field.column in names:
            return tuple(name for name in names if name != field.column)
    return None


def told_apart(session: Session, field: Field, swaps: dict[int, list[Swap]]) -> None:
    """Give a number to what would be called as another row is: «Hélène (2)»; the whole is then one swap."""
    keys = keys_of(field)
    if keys is None or not swaps:
        return
    model = field.model
    columns = [getattr(model, name) for name in (field.column, *keys)]
    rows = session.execute(select(model.id, *columns).order_by(model.id)).all()
    taken = {tuple(row[1:]) for row in rows if row[0] not in swaps}
    for row_id, words, *within in rows:
        if row_id in swaps:
            wanted = free = field.edited(words, [swap.edit for swap in swaps[row_id]])
            number = 2
            while (free, *within) in taken:
                free, number = f"{wanted} ({number})", number + 1
            taken.add((free, *within))
            if free != wanted:
                swaps[row_id] = [Swap(0, len(words), free, swaps[row_id][0].of)]

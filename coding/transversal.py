# SPDX-License-Identifier: GPL-3.0-or-later
"""Transversal analysis: themes and codes × the interviews of a group, or × the values of an attribute."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import String, func, select
from sqlalchemy.orm import Session

from coding import codebook
from coding.attribute_columns import values_of
from coding.codebook import Codebook
from coding.extent import words_covered
from coding.order import ordered_interviews
from models.group import Group
from models.passage import Coding, Passage

Measure = Literal["passages", "words", "share", "presence"]
Cells = Mapping[int, Mapping[int, float]]  # code id → interview id → figure; absent = nothing


@dataclass(frozen=True)
class Row:
    """A theme (``code`` None) or a code (``code`` = its path below the theme) and its figure in each column.

    A row takes the codes below it along, each passage once. ``present`` counts the interviews it occurs in;
    ``first`` is the 0-based index of the first column that holds it, None when none does.
    """

    code_id: int
    theme: str
    code: str | None
    name: str
    colour: str
    depth: int
    counts: tuple[float, ...]
    present: int
    first: int | None


@dataclass(frozen=True)
class Table:
    """The grid. ``interview_ids`` follow ``columns``, which are interview titles; with ``by`` the columns are the
    attribute's values, the figures count interviews and ``interview_ids`` is empty. ``interviews`` is how many
    interviews were read."""

    group: str | None
    by: str | None
    measure: Measure
    columns: tuple[str, ...]
    interview_ids: tuple[int, ...]
    interviews: int
    rows: tuple[Row, ...]


def table(
    session: Session,
    group_id: int | None = None,
    *,
    by: str | None = None,
    coder_id: int | None = None,
    measure: Measure = "passages",
) -> Table:
    """The transversal table of a group (of all interviews when None), in codebook and interview order.

    ``measure``: passages; words under the code, each once; the share of the interview's words (0–1); presence
    (0 or 1). With ``by``, the figure is always the number of interviews: one whose participants have different
    values counts under each. All coders together unless one is named. Raises KnownError when ``by`` names no
    attribute.
    """
    book = codebook.read(session)
    interviews = ordered_interviews(session, group_id)
    ids = interviews.ids
    group = session.scalar(select(Group.name).where(Group.id == group_id)) if group_id is not None else None
    cells: Cells
    if by is not None:
        values = values_of(session, by, ids)
        cells = _presence(passages(session, book, ids, coder_id=coder_id))
        return Table(group, by, "presence", tuple(values), (), len(ids), _rows(book, cells, list(values.values())))
    if measure in ("words", "share"):
        cells = words_covered(session, book, ids, coder_id=coder_id, share=measure == "share")
    else:
        cells = passages(session, book, ids, coder_id=coder_id)
    rows = _rows(book, _presence(cells) if measure == "presence" else cells, [(key,) for key in ids])
    return Table(group, None, measure, tuple(row.title for row in interviews), tuple(ids), len(ids), rows)


def passages(
    session: Session, book: Codebook, interview_ids: Sequence[int], *, coder_id: int | None = None
) -> dict[int, dict[int, int]]:
    """Code → interview → passages that bear the code or one below it, each once."""
    of_one = select(
        Passage.interview_id, func.aggregate_strings(Coding.code_id.cast(String), ",").label("codes")
    ).join(Coding, Coding.passage_id == Passage.id).where(Passage.interview_id.in_(interview_ids))
    if coder_id is not None:
        of_one = of_one.where(Coding.coder_id == coder_id)
    alike = of_one.group_by(Passage.id, Passage.interview_id).subquery()
    above = {node.id: set(_upwards(book, node.id)) for node in book}
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for interview_id, codes, n in session.execute(
        select(alike.c.interview_id, alike.c.codes, func.count()).group_by(alike.c.interview_id, alike.c.codes)
    ):
        for code_id in set().union(*(above[int(key)] for key in codes.split(","))):
            found[code_id][interview_id] += n
    return {code_id: dict(counter) for code_id, counter in found.items()}


def document(found: Table) -> dict[str, Any]:
    """The JSON contract of ``transversal --json``."""
    return {
        "group": found.group,
        "interviews" if found.by is None else "columns": list(found.columns),
        "rows": [
            {"theme": row.theme, "code": row.code, "counts": list(row.counts), "present": row.present,
             "first": row.first}
            for row in found.rows
        ],
    }


def _rows(book: Codebook, cells: Cells, columns: Sequence[Sequence[int]]) -> tuple[Row, ...]:
    """A row for each code; a column is the interviews whose figures it adds up."""
    members = {key for column in columns for key in column}
    rows = []
    for node in book:
        own = cells.get(node.id, {})
        counts = tuple(sum(own.get(key, 0) for key in column) for column in columns)
        rows.append(Row(
            node.id, book.theme_of(node.id).name, book.path_below_theme(node.id), node.name, node.colour, node.depth,
            counts, sum(1 for key, value in own.items() if value and key in members),
            next((index for index, count in enumerate(counts) if count), None),
        ))
    return tuple(rows)


def _presence(cells: Cells) -> Cells:
    return {code_id: dict.fromkeys(own, 1) for code_id, own in cells.items()}


def _upwards(book: Codebook, code_id: int) -> list[int]:
    """A code and every code above it."""
    parent = book.by_id[code_id].parent_id
    return [code_id] if parent is None else [code_id, *_upwards(book, parent)]

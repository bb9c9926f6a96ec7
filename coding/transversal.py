# SPDX-License-Identifier: GPL-3.0-or-later
"""Transversal analysis: themes and codes × the interviews of a group, or × the values of an attribute, or × both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import String, func, select
from sqlalchemy.orm import Session

from coding import codebook
from coding.attribute_columns import values_of
from coding.codebook import Codebook
from coding.extent import words_covered
from coding.language import _
from coding.order import ordered_interviews
from models.group import Group, GroupMember
from models.passage import Coding, Passage

Measure = Literal["passages", "words", "share", "presence"]
GROUPS = ""  # in place of an attribute, which always has a name: the groups of interviews
Cells = Mapping[int, Mapping[int, float]]  # code id → interview id → figure; absent = nothing


@dataclass(frozen=True)
class Row:
    """A theme (``code`` None) or a code (``code`` = its path below the theme) and its figure in each column.

    A row takes the codes below it along, each passage once. ``present`` counts the interviews it occurs in;
    ``first`` is the 0-based index of the first column that holds it, None when none does; with bands, of the first
    column of the interview that holds it first.
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
class Band:
    """The interviews of one value, or of one group, side by side: the columns from ``start`` to before ``stop``.
    ``interviews`` is how many there are, shown or not."""

    title: str
    start: int
    stop: int
    interviews: int

    def present(self, row: Row) -> int:
        """How many of its interviews hold a code."""
        return sum(1 for count in row.counts[self.start : self.stop] if count)


@dataclass(frozen=True)
class Table:
    """The grid. ``interview_ids`` follow ``columns``, which are interview titles. With ``by`` (an attribute, or
    GROUPS) and no bands the columns are its values, the figures count interviews, ``interview_ids`` is empty and
    ``sizes`` says how many interviews each column gathers. With ``by`` and ``bands`` the columns are interviews
    again, one of them standing in each band that it belongs to. ``interviews`` is how many were read."""

    group: str | None
    by: str | None
    measure: Measure
    columns: tuple[str, ...]
    interview_ids: tuple[int, ...]
    interviews: int
    rows: tuple[Row, ...]
    sizes: tuple[int, ...] = ()
    bands: tuple[Band, ...] | None = None

    @property
    def gathered(self) -> bool:
        """Whether a column gathers several interviews."""
        return self.by is not None and self.bands is None

    def is_first(self, row: Row, column: int) -> bool:
        """Whether a code first appears in a column: that of the first interview that holds it."""
        return (row.depth > 0 and row.first is not None and not self.gathered
                and self.interview_ids[row.first] == self.interview_ids[column])


@dataclass(frozen=True)
class Wanted:
    """What ``table`` is asked for, to be asked in another process."""

    group_id: int | None = None
    by: str | None = None
    beside: bool = False
    measure: Measure = "passages"


def table(
    session: Session,
    group_id: int | None = None,
    *,
    by: str | None = None,
    beside: bool = False,
    coder_id: int | None = None,
    measure: Measure = "passages",
) -> Table:
    """The transversal table of a group (of all interviews when None), in codebook and interview order.

    ``measure``: passages; words under the code, each once; the share of the interview's words (0–1); presence
    (0 or 1). With ``by``, an attribute or GROUPS, the figure is always the number of interviews: one whose
    participants have different values, or that is in several groups, counts under each. ``beside`` lays the
    interviews themselves out, a band for each value. All coders together unless one is named. Raises KnownError when
    ``by`` names no attribute.
    """
    book = codebook.read(session)
    interviews = ordered_interviews(session, group_id)
    ids = interviews.ids
    group = session.scalar(select(Group.name).where(Group.id == group_id)) if group_id is not None else None
    values = {} if by is None else groups_of(session, ids) if by == GROUPS else values_of(session, by, ids)
    if by is not None and not beside:
        cells: Cells = _presence(passages(session, book, ids, coder_id=coder_id))
        return Table(group, by, "presence", tuple(values), (), len(ids), _rows(book, cells, list(values.values())),
                     tuple(map(len, values.values())))
    if measure in ("words", "share"):
        cells = words_covered(session, book, ids, coder_id=coder_id, share=measure == "share")
    else:
        cells = passages(session, book, ids, coder_id=coder_id)
    if measure == "presence":
        cells = _presence(cells)
    rows = _rows(book, cells, [(key,) for key in ids])
    whole = Table(group, None, measure, tuple(row.title for row in interviews), tuple(ids), len(ids), rows)
    return whole if by is None else _banded(whole, by, values)


def groups_of(session: Session, interview_ids: Sequence[int]) -> dict[str, list[int]]:
    """Group → those of the interviews that it holds, for the groups that hold any; those in none come last, under
    «(no group)»."""
    found: dict[str, list[int]] = {}
    for name, interview_id in session.execute(
        select(Group.name, GroupMember.interview_id).join(GroupMember, GroupMember.group_id == Group.id)
        .where(GroupMember.interview_id.in_(interview_ids)).order_by(Group.position, Group.id)
    ):
        found.setdefault(name, []).append(interview_id)
    without = [key for key in interview_ids if not any(key in members for members in found.values())]
    return {**found, _("(no group)"): without} if without else found


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
    """The JSON contract of ``transversal --json``; interviews side by side add their bands."""
    bands = found.bands or ()
    return {
        "group": found.group,
        "columns" if found.gathered else "interviews": list(found.columns),
        **({"bands": [{"title": band.title, "start": band.start, "stop": band.stop} for band in bands]}
           if found.bands is not None else {}),
        "rows": [
            {"theme": row.theme, "code": row.code, "counts": list(row.counts), "present": row.present,
             "first": row.first, **({"bands": [band.present(row) for band in bands]} if bands else {})}
            for row in found.rows
        ],
    }


def _banded(whole: Table, by: str, values: Mapping[str, Sequence[int]]) -> Table:
    """The columns of a table in bands, in the order of the interviews within each."""
    bands: list[Band] = []
    places: list[int] = []
    for title, members in values.items():
        own = [place for place, key in enumerate(whole.interview_ids) if key in set(members)]
        bands.append(Band(title, len(places), len(places) + len(own), len(own)))
        places += own
    where = {place: column for column, place in reversed(list(enumerate(places)))}
    rows = tuple(replace(
        row, counts=tuple(row.counts[place] for place in places), first=None if row.first is None else where[row.first],
    ) for row in whole.rows)
    return replace(
        whole, by=by, rows=rows, bands=tuple(bands), columns=tuple(whole.columns[place] for place in places),
        interview_ids=tuple(whole.interview_ids[place] for place in places))


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

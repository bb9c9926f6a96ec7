# SPDX-License-Identifier: GPL-3.0-or-later
"""What a transversal table prints in each cell, whatever the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coding.arrangement import Column
from coding.language import _
from coding.reports.tint import fullness, tint
from coding.transversal import Row, Table

FIRST, UNASKED = "◆", "–"
WRITTEN = 0.16  # the tint below a summary


@dataclass(frozen=True)
class Content:
    """A table as it is laid out, which themes were asked of whom by (theme id, interview id), and the summaries by
    (code id, interview id)."""

    table: Table
    asked: Mapping[tuple[int, int], bool]
    summaries: Mapping[tuple[int, int], str]

    def title(self, column: Column) -> str:
        """The title of a column."""
        if column.place is None:
            return _("Present")
        title = self.table.columns[column.place]
        return f"{title} ({self.table.sizes[column.place]})" if self.table.gathered else title

    def summary(self, row: Row, place: int) -> str:
        """The summary of a cell."""
        if self.table.gathered:
            return ""
        return self.summaries.get((row.code_id, self.table.interview_ids[place]), "")

    def unasked(self, theme_id: int, place: int) -> bool:
        """Whether a theme was not put in the interview of a column."""
        return not self.table.gathered and self.asked.get((theme_id, self.table.interview_ids[place])) is False

    def fill(self, row: Row, count: float, place: int) -> str:
        """The ground of a figure, «RRGGBB»."""
        table = self.table
        most = table.sizes[place] if table.gathered else max(
            (figure for other in table.rows for figure in other.counts), default=0)
        return tint(row.colour, fullness(count, most))

    def by_theme(self) -> Iterator[tuple[int, Row]]:
        """Each row and the id of its theme."""
        theme_id = 0
        for row in self.table.rows:
            theme_id = row.code_id if row.depth == 0 else theme_id
            yield theme_id, row

    def written(self) -> list[tuple[Row, int, str]]:
        """The summaries that are in sight: row, column's place, text; an interview that stands in several bands
        once."""
        seen: set[tuple[int, int]] = set()
        found = []
        for row in self.table.rows:
            for place, key in enumerate(self.table.interview_ids):
                text = self.summary(row, place)
                if text and (row.code_id, key) not in seen:
                    seen.add((row.code_id, key))
                    found.append((row, place, text))
        return found

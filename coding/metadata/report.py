# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import did, row by row: the good rows are kept, the others are named with their reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from coding.language import N_, _
from coding.metadata.sheets import Row
from models.errors import KnownError

Outcome = Literal["added", "updated", "unchanged"]


@dataclass(frozen=True)
class Problem:
    """A row that was not taken: its number as a spreadsheet shows it, and why (a msgid and its values). ``table`` is
    its file where there are several."""

    row: int
    key: str
    values: Mapping[str, Any]
    table: str = ""

    @property
    def reason(self) -> str:
        """Why, in the user's language."""
        return _(self.key).format(**self.values)

    def say(self) -> str:
        """«Row 4: …», or «memos.csv, row 4: …»."""
        if self.table:
            return _("{table}, row {row}: {reason}").format(table=self.table, row=self.row, reason=self.reason)
        return _("Row {row}: {reason}").format(row=self.row, reason=self.reason)


@dataclass
class Report:
    """Counts of the rows taken, and the problems of the others."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every row was taken."""
        return not self.problems

    def count(self, outcome: Outcome) -> None:
        """Count a row taken."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    def refuse(self, row: Row, error: KnownError) -> None:
        """Note a row that was not taken."""
        self.problems.append(Problem(row.number, error.key, error.values))


def together(reports: Mapping[str, Report]) -> Report:
    """The reports on several tables, by file, as one."""
    whole = Report()
    for table, report in reports.items():
        whole.added, whole.updated = whole.added + report.added, whole.updated + report.updated
        whole.unchanged += report.unchanged
        whole.problems += [replace(problem, table=table) for problem in report.problems]
    return whole


def take(rows: Iterable[Row], handle: Callable[[Row], Outcome]) -> Report:
    """Give each row to ``handle``, which checks it whole before it changes anything; its KnownErrors are the row's
    problems and stop nothing."""
    report = Report()
    for row in rows:
        try:
            whole(row)
            report.count(handle(row))
        except KnownError as error:
            report.refuse(row, error)
    return report


def whole(row: Row) -> None:
    """Raise KnownError when a row has more cells than the table has columns."""
    if row.spilt:
        raise KnownError(N_("This row has more cells than there are columns. Put its text between quotation marks."))

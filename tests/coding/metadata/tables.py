# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables written by tests."""

from __future__ import annotations

from pathlib import Path

from coding.metadata.report import Report


def csv_file(folder: Path, text: str, name: str = "table.csv") -> Path:
    """A csv file whose lines are those of ``text``, indents left out."""
    path = folder / name
    path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")
    return path


def counts(report: Report) -> tuple[int, int, int]:
    """(added, updated, unchanged)."""
    return report.added, report.updated, report.unchanged


def problems(report: Report) -> list[tuple[int, str]]:
    """(row, reason in English) of each problem."""
    return [(problem.row, problem.key.format(**problem.values)) for problem in report.problems]

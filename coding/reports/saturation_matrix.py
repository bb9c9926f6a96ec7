# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that stand beside a saturation report, and the command that recomputes its figures from them."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from coding.language import pgettext
from coding.saturation import Measured, Parameters, write_matrix


def names(report: Path, *, by_unit: bool) -> tuple[Path, ...]:
    """Where they go, in the language in use: the table and its themes, then the table by unit when there is one."""
    endings = [pgettext("file", "matrix"), pgettext("file", "themes"),
               *([pgettext("file", "matrix-by-unit")] if by_unit else [])]
    return tuple(report.with_name(f"{report.stem}-{ending}.csv") for ending in endings)


def write(tables: Sequence[Path], measured: Measured) -> None:
    """Write them. Raises KnownError when one cannot be written."""
    matrix, themes, *units = tables
    write_matrix(measured.incidence, matrix, themes)
    if measured.by_unit is not None:
        write_matrix(measured.by_unit.incidence, units[0], themes)


def command(tables: Sequence[Path], used: Parameters) -> str:
    """What to type where the tables are; the thresholds that are rarely changed only where they are."""
    usual = Parameters()
    rare = [word for name, option in (("coverage_min", "--coverage-min"), ("expected_max", "--expected-max"),
                                      ("few_codes", "--few-codes"))
            if getattr(used, name) != getattr(usual, name) for word in (option, str(getattr(used, name)))]
    return shlex.join([
        "filrouge", "saturation", "--matrix", tables[0].name, "--themes", tables[1].name, "--base", str(used.base),
        "--run", str(used.run), "--threshold", str(used.threshold), "--tail", str(used.tail), *rare, "--json"])

# SPDX-License-Identifier: GPL-3.0-or-later
"""What cells say, however a spreadsheet writes it."""

from __future__ import annotations

from datetime import date

import pytest

from coding.metadata import values
from models.errors import KnownError


@pytest.mark.parametrize("cell", [
    "2026-02-03", "03/02/2026", "3.2.26", "3-2-2026", "3 février 2026", "mardi 3 février 2026", "03 févr. 2026",
    "3 FEVRIER 2026", "2026-02-03T10:00:00", "3 Feb 2026",
])
def test_a_date_is_read_as_people_write_it(cell: str) -> None:
    assert values.day(cell, "Date") == date(2026, 2, 3)


@pytest.mark.parametrize("cell", ["31/02/2026", "3 jui 2026", "3 brumaire 2026", "février 2026", "2026", "3/2", "le 3"])
def test_what_is_no_date_is_refused(cell: str) -> None:
    with pytest.raises(KnownError, match="not a date"):
        values.day(cell, "Date")


def test_the_first_of_a_month() -> None:
    assert values.day("1er août 2026", "Date") == date(2026, 8, 1)


@pytest.mark.parametrize("cell", ["65", "65 min", "65 minutes", "1 h 05", "1h05", "1:05", "01:05:00", "64,8"])
def test_a_duration_is_read_as_people_write_it(cell: str) -> None:
    assert values.minutes(cell, "Durée") == 65

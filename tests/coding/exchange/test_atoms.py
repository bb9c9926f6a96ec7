# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coding.exchange import atoms


def at(*parts: int) -> datetime:
    """A moment without a zone."""
    year, month, day, hour, minute, second = (*parts, 0, 0, 0)[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC).replace(tzinfo=None)


PLAIN = "0fbcb1af-9c00-4489-8e24-ab291c592bc5"


@pytest.mark.parametrize("written", [PLAIN, PLAIN.upper(), "{" + PLAIN.upper() + "}", f" {PLAIN} "])
def test_guids_in_any_dress_are_one(written: str) -> None:
    assert atoms.guid(written) == PLAIN


def test_what_is_no_guid_becomes_always_the_same_one() -> None:
    assert atoms.guid("code-12") == atoms.guid(" CODE-12 ") != atoms.guid("code-13")
    assert atoms.guid("") == ""


@pytest.mark.parametrize(("written", "colour"), [
    ("#369", "#336699"), ("#336699", "#336699"), ("#336699FF", "#336699"), ("#FF336699", "#336699"),
    ("rgb(51, 102, 153)", "#336699"), ("rgba(51,102,153,0.5)", "#336699"), ("rgb(20%,40%,60%)", "#336699"),
    ("336699", "#336699"), ("", ""), ("chartreuse", ""), ("#12", ""),
])
def test_colours(written: str, colour: str) -> None:
    assert atoms.colour(written) == colour


@pytest.mark.parametrize(("written", "moment"), [
    ("2018-03-27T17:46:39Z", at(2018, 3, 27, 17, 46, 39)),
    ("2018-03-27T17:46:39.1234567Z", at(2018, 3, 27, 17, 46, 39)),
    ("2018-03-27T17:46:39+02:00", at(2018, 3, 27, 15, 46, 39)),
    ("2018-03-27T17:46:39-0530", at(2018, 3, 27, 23, 16, 39)),
    ("2018-03-27 17:46", at(2018, 3, 27, 17, 46)),
    ("2018-03-27", at(2018, 3, 27)),
    ("27/03/2018 17:46:39", at(2018, 3, 27, 17, 46, 39)),
    ("0001-01-01T00:00:00", None), ("2018-13-45T00:00:00Z", None), ("yesterday", None), ("", None),
])
def test_moments(written: str, moment: datetime | None) -> None:
    assert atoms.moment(written) == moment


@pytest.mark.parametrize(("written", "type_", "value"), [
    ("true", "Boolean", True), ("0", "Boolean", False), ("peut-être", "Boolean", "peut-être"),
    ("12", "Integer", 12), ("12,5", "Integer", 12.5), ("3.25", "Float", 3.25), ("trois", "Float", "trois"),
    ("2024-03-05", "Date", date(2024, 3, 5)), ("2024-03-05+02:00", "Date", date(2024, 3, 5)),
    ("05/03/2024", "Date", date(2024, 3, 5)), ("2024-03-05T10:00:00Z", "DateTime", at(2024, 3, 5, 10)),
    (" ", "Text", None), ("a b", "Text", "a b"),
])
def test_values(written: str, type_: str, value: object) -> None:
    found = atoms.value(written, type_)  # type: ignore[arg-type]
    assert found == value
    assert type(found) is type(value)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes × attributes and groups: counts of interviews, as counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.changes import Writer
from coding.relations import by_attribute
from coding.relations.by_attribute import Comparison
from models.errors import KnownError
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Three interviews in group G, two of them in H too; the last bears no code."""
    made = build.project(tmp_path)
    for title, groups, trade in (("A", ("G",), "pair"), ("B", ("G", "H"), "soignant"), ("C", ("G", "H"), "pair"),
                                 ("D", (), "pair")):
        build.interview(made, title, [("Q", "Alors ?"), ("X", "On avait peur. On se taisait.")], groups=groups,
                        attributes={"Métier": trade})
    build.coded(made, "A", "On avait peur.", "T > Peur")
    build.coded(made, "A", "On se taisait.", "T > Peur")
    build.coded(made, "B", "On se taisait.", "T > Peur > Honte", "U")
    build.coded(made, "C", "On se taisait.", "U")
    build.code(made, "V")
    yield made
    made.store.close()


def _counts(found: Comparison) -> dict[str, tuple[tuple[int, ...], str]]:
    return {row.name: (row.counts, row.spread) for row in found.rows}


def test_by_an_attribute(writer: Writer) -> None:
    with writer.store.reading() as session:
        found = by_attribute.compare(session, "métier")
    assert [(column.title, len(column.interview_ids)) for column in found.columns] == [("pair", 3), ("soignant", 1)]
    assert _counts(found) == {
        "T": ((1, 1), "everywhere"), "Peur": ((1, 1), "everywhere"), "Honte": ((0, 1), "one"),
        "U": ((1, 1), "everywhere"), "V": ((0, 0), "nowhere"),
    }
    assert (found.several, found.bare, len(found.interviews)) == (0, 1, 4)


def test_groups_side_by_side(writer: Writer) -> None:
    with writer.store.reading() as session:
        found = by_attribute.compare(session)
    assert [(column.title, len(column.interview_ids), column.few) for column in found.columns] == [
        ("G", 3, True), ("H", 2, True)]
    assert _counts(found)["Peur"] == ((2, 1), "everywhere")
    assert _counts(found)["Honte"] == ((1, 1), "everywhere")
    assert (found.several, found.bare) == (2, 0)


def test_within_a_group(writer: Writer) -> None:
    with writer.store.reading() as session:
        found = by_attribute.compare(session, "Métier", 2)
        assert found.group == "H"
        assert [len(column.interview_ids) for column in found.columns] == [1, 1]
        peur = next(row for row in found.rows if row.name == "Peur")
        assert peur.counts == (0, 1) and peur.spread == "one" and peur.differs
        with pytest.raises(KnownError):
            by_attribute.compare(session, "Âge")


def test_no_percentage_of_a_handful() -> None:
    assert by_attribute.share(2, 3) is None
    assert by_attribute.share(6, by_attribute.PERCENT_FROM) == 0.5

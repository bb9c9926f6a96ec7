# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes, their values and the units of interviews."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import attributes, units
from coding.changes import Label
from coding.interviews import interviews
from models.errors import KnownError
from tests import build

DO = Label("x")


@pytest.mark.parametrize(("kind", "cell", "stored"), [
    ("text", " a ", "a"), ("number", "1 234,5", "1234.5"), ("date", "3/2/2026", "2026-02-03"), ("yes_no", "Oui", "yes"),
    ("choice", "b", "b"), ("number", "", ""),
])
def test_values_have_one_form(kind: str, cell: str, stored: str) -> None:
    assert attributes.canonical(cell, name="x", type_=kind, choices=("a", "b")) == stored


@pytest.mark.parametrize(("kind", "cell"), [("number", "douze"), ("date", "hier"), ("yes_no", "bof"), ("choice", "c")])
def test_values_that_do_not_suit_are_refused(kind: str, cell: str) -> None:
    with pytest.raises(KnownError, match=f"“{cell}”"):
        attributes.canonical(cell, name="x", type_=kind, choices=("a", "b"))


def test_values_are_set_changed_and_removed(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    with writer.store as store:
        paul = build.interview(writer, "Paul", [("Q", "Oui ?"), ("Paul", "Oui.")])
        key = writer.do(DO, lambda s: attributes.obtain(s, " Métier ")).result

        def value() -> dict[str, str]:
            with store.reading() as session:
                return dict(interviews(session)[0].attributes)

        def give(given: str) -> dict[str, str]:
            writer.do(DO, lambda s: attributes.set_value(s, key, given, interview_id=paul))
            return value()

        assert [give(given) for given in ("a", "b", "", "c")] == [{"Métier": "a"}, {"Métier": "b"}, {}, {"Métier": "c"}]
        writer.do(DO, lambda s: attributes.remove(s, key))
        assert value() == {}
        writer.undo()
        assert value() == {"Métier": "c"}
        with store.reading() as session:
            assert [row.name for row in attributes.listed(session)] == ["Métier"]
        with pytest.raises(KnownError, match="needs a name"):
            writer.do(DO, lambda s: attributes.obtain(s, " "))


def test_units_left_unused_go(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    with writer.store as store:
        paul = build.interview(writer, "Paul", [("Q", "Oui ?"), ("Paul", "Oui.")], units=["A", "B"])
        build.interview(writer, "Léa", [("Q", "Oui ?"), ("Léa", "Oui !")], units=["B"])
        writer.do(DO, lambda s: units.set_units(s, paul, ["C", "B", "C"]))
        with store.reading() as session:
            assert [row.units for row in interviews(session)] == [("C", "B"), ("B",)]
        writer.undo()
        with store.reading() as session:
            assert [row.units for row in interviews(session)] == [("A", "B"), ("B",)]

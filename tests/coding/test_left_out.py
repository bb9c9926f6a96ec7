# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews left out of a saturation, and orders that are only tried."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from coding import groups, left_out, order, verdicts
from coding.changes import Label, Writer
from coding.corpus import remove_interview
from coding.saturation import document
from coding.verdicts import Material, Order
from models.errors import KnownError
from tests import build

ACT = Label("test")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Six coded interviews of one group, dated in reverse order of import."""
    made = build.project(tmp_path)
    for place in range(6):
        title = f"E{place}"
        build.interview(made, title, [(title, f"Crainte et code{place}")], people={title: ""}, groups=["Structures"],
                        day=date(2026, 1, 31) - timedelta(days=place))
        build.coded(made, title, "Crainte", "Réticences > Crainte")
        build.coded(made, title, f"code{place}", f"Réticences > Propre {place}")
    yield made
    made.store.close()


def read(writer: Writer, asked: Order = "recorded", seed: int = 1, out: set[int] | None = None) -> Material:
    with writer.store.reading() as session:
        return verdicts.material(session, 1, order=asked, seed=seed, out=out)


def test_an_interview_left_out_is_not_counted_and_is_named_with_its_reason(writer: Writer) -> None:
    writer.do(ACT, lambda session: left_out.leave_out(session, 1, 2, " Enregistrement interrompu. "))
    with writer.store.reading() as session:
        analysis = verdicts.saturation(session, 1, orders=10)
        whole = verdicts.saturation(session, None, orders=10)
    assert analysis.overall.names == ("E5", "E4", "E3", "E2", "E0")
    assert document(analysis)["excluded"] == ["E1"]
    (limit,) = [one for one in analysis.overall.verdict.limits if one.code == "left_out"]
    assert dict(limit.values)["which"] == (("E1", "Enregistrement interrompu."),)
    assert not [one for one in analysis.overall.verdict.limits if one.code == "excluded"]
    assert whole.overall.interviews == 6, "it is left out of that group, not of the corpus"
    writer.do(ACT, lambda session: left_out.take_back(session, 1, 2))
    assert read(writer).counted.left_out == ()


def test_a_reason_is_asked_and_may_be_written_anew(writer: Writer) -> None:
    with pytest.raises(KnownError):
        writer.do(ACT, lambda session: left_out.leave_out(session, 1, 2, "  "))
    writer.do(ACT, lambda session: left_out.leave_out(session, None, 2, "Trop court."))
    writer.do(ACT, lambda session: left_out.leave_out(session, None, 2, "Interrompu."))
    with writer.store.reading() as session:
        assert [(row.title, row.reason) for row in left_out.rows(session, None)] == [("E1", "Interrompu.")]
        assert left_out.rows(session, 1) == ()
    writer.undo()
    with writer.store.reading() as session:
        assert left_out.rows(session, None)[0].reason == "Trop court."


def test_what_is_left_out_goes_with_its_interview_or_its_group_and_comes_back(writer: Writer) -> None:
    writer.do(ACT, lambda session: left_out.leave_out(session, 1, 2, "Interrompu."))
    for act in (lambda session: remove_interview(session, 2), lambda session: groups.remove(session, 1)):
        writer.do(ACT, act)
        with writer.store.reading() as session:
            assert left_out.rows(session, 1) == ()
        writer.undo()
        with writer.store.reading() as session:
            assert [row.title for row in left_out.rows(session, 1)] == ["E1"]


@pytest.mark.parametrize(("asked", "names", "basis"), [
    ("recorded", "E5 E4 E3 E2 E1 E0", "date"), ("date", "E5 E4 E3 E2 E1 E0", "date"),
    ("import", "E0 E1 E2 E3 E4 E5", "import"), ("manual", "E2 E0 E1 E3 E4 E5", "manual"),
])
def test_another_order_may_be_tried(writer: Writer, asked: Order, names: str, basis: str) -> None:
    writer.do(ACT, lambda session: order.place(session, [3]))
    found = read(writer, asked)
    assert (" ".join(found.counted.incidence.interviews), found.counted.order_basis) == (names, basis)


def test_a_random_order_is_one_of_the_same_interviews_and_its_seed_gives_it_again(writer: Writer) -> None:
    drawn = {read(writer, "random", seed).counted.interview_ids for seed in range(20)}
    assert len(drawn) > 10
    assert {frozenset(ids) for ids in drawn} == {frozenset(range(1, 7))}
    again = read(writer, "random", 3)
    assert again.counted.interview_ids == read(writer, "random", 3).counted.interview_ids
    assert again.around.order_basis == "random"


@pytest.mark.parametrize("asked", ["date", "import", "random"])
def test_reordering_what_was_read_equals_reading_in_that_order(writer: Writer, asked: Order) -> None:
    fresh = read(writer, asked, 7)
    with writer.store.reading() as session:
        found = verdicts.material(session, 1).in_order(session, 1, asked, 7)
    assert found.counted.interview_ids == fresh.counted.interview_ids
    assert found.around == fresh.around
    assert (found.counted.incidence.present == fresh.counted.incidence.present).all()


def test_interviews_may_be_tried_out_whatever_is_recorded(writer: Writer) -> None:
    writer.do(ACT, lambda session: left_out.leave_out(session, 1, 2, "Interrompu."))
    found = read(writer, out={2, 3}).counted
    assert [(row.title, row.reason) for row in found.left_out] == [("E2", ""), ("E1", "Interrompu.")]
    assert read(writer, out=set()).counted.left_out == ()

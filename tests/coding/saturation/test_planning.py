# SPDX-License-Identifier: GPL-3.0-or-later
"""What further interviews may bring: reference values, what must hold of any table, and what is refused."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.saturation import Block, Frame, Parameters, analyse
from coding.saturation.planning import STEPS, plan, step
from coding.saturation.planning_words import assumptions, paragraph, until
from tests.coding.saturation.tables import from_new, incidence
from tests.coding.saturation.test_reference import analysed, every_matrix, expected, near

PLAIN = Parameters()


def block(rows: list[list[int]]) -> Block:
    return analyse(incidence(rows), frame_required=False, orders=1).overall


@every_matrix
def test_reference_values(matrix: Path) -> None:
    found = analysed(matrix).overall
    for row in expected(matrix)["extrapolation"] or ():
        one = step(found, row["t_star"])
        assert one.coverage == near(row["coverage"])
        if row["S_hat"] is not None:
            assert found.codes + one.gained == near(row["S_hat"])


@settings(max_examples=80, deadline=None)
@given(st.integers(6, 10).flatmap(lambda width: st.lists(
    st.lists(st.integers(0, 1), min_size=width, max_size=width), min_size=2, max_size=9)))
def test_gains_grow_ever_less_and_the_first_is_what_the_next_interview_brings(rows: list[list[int]]) -> None:
    found = block(rows)
    made = plan(found, PLAIN)
    if made.refusals:
        assert not made.steps
        return
    assert [one.more for one in made.steps] + list(made.beyond) == list(STEPS)
    assert made.steps[0].gained == pytest.approx(found.expected_new)
    every = [step(found, more) for more in range(found.interviews + 1)]
    for before, after in pairwise(every):
        assert before.gained <= after.gained
        assert before.coverage <= after.coverage <= 1
        assert before.expected_new >= after.expected_new
    for n, expected_codes in found.extrapolation or ():
        assert found.codes + every[n - found.interviews].gained == pytest.approx(expected_codes)
    if made.until_coverage is not None:
        assert every[made.until_coverage].coverage >= PLAIN.coverage_min
        assert not made.until_coverage or every[made.until_coverage - 1].coverage < PLAIN.coverage_min
    if made.until_expected is not None:
        assert every[made.until_expected].expected_new < PLAIN.expected_max


def test_nothing_more_is_expected_where_no_code_is_alone() -> None:
    made = plan(block(from_new([2, 2, 0, 0, 0, 0])), PLAIN)
    assert made.complete
    assert (made.until_expected, made.until_coverage) == (0, 0)
    assert {(one.gained, one.coverage) for one in made.steps} == {(0.0, 1.0)}


def test_beyond_twice_the_interviews_nothing_is_said() -> None:
    found = block([[int(column == row) for column in range(6)] for row in range(6)])
    made = plan(found, PLAIN)
    assert made.beyond == (10,)
    assert (made.until_expected, made.until_coverage) == (None, None)
    assert all("12" in sentence for sentence in until(made)[:2])


def test_interviews_without_a_new_code_that_the_finding_still_wants_are_said() -> None:
    late = plan(block(from_new([2, 2, 0, 0, 0, 2])), PLAIN)
    assert (late.quiet, len(until(late))) == (3, 3)
    early = plan(block(from_new([2, 2, 0, 0, 0, 0])), PLAIN)
    assert (early.quiet, len(until(early))) == (0, 2)


@pytest.mark.parametrize(("rows", "frame", "required", "code"), [
    (from_new([2, 1, 0, 0, 0, 0]), None, True, "not_declarable"),
    (from_new([2, 1, 0, 0, 0, 0]), Frame("no"), True, "not_declarable"),
    (from_new([2, 1, 0]), None, False, "few_interviews"),
    (from_new([1, 0, 0, 0, 0, 0]), None, False, "too_few_codes"),
    ([[1, 1, 1, 1, 1, 1], [1, 1, 1, 0, 0, 0], [0, 0, 0, 0, 0, 1]], None, False, "single"),
])
def test_what_is_refused_says_why(rows: list[list[int]], frame: Frame | None, required: bool, code: str) -> None:
    made = plan(analyse(incidence(rows), frame=frame, frame_required=required, orders=1).overall, PLAIN)
    assert [why.code for why in made.refusals] == [code]
    assert paragraph(made, "Pairs").startswith("Pairs. ")


def test_the_paragraph_holds_the_figures_and_no_claim() -> None:
    made = plan(block([[int(column in (row, row + 1)) for column in range(7)] for row in range(7)]), PLAIN)
    said = paragraph(made, "Pairs")
    assert said.startswith("Pairs")
    assert "Chao" in said
    assert "proved" not in said
    assert "prouvée" not in said
    assert len(assumptions()) == 5

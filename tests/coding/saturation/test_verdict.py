# SPDX-License-Identifier: GPL-3.0-or-later
"""The five statuses, and what each one gives as its reasons."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coding.saturation import Analysis, Block, Frame, Parameters, analyse
from models.errors import KnownError
from tests.coding.saturation.tables import EMBEDDED, from_new, incidence

CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads((EMBEDDED / "spec_gate_cases.json").read_text(encoding="utf-8"))["cases"]
}
WHOLE = Frame("yes", "entretien", 12, 12, 0, 0)
STEADY = from_new([3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])


def codes(block: Block) -> set[str]:
    return {reason.code for reason in block.verdict.grounds}


def limits(block: Block) -> set[str]:
    return {reason.code for reason in block.verdict.limits}


def steady(frame: Frame | None = WHOLE, **options: Any) -> Block:
    table = incidence(STEADY, origins=options.pop("origins", ("emergent",) * len(STEADY)))
    return analyse(table, frame=frame, orders=20, **options).overall


def test_thesis_peer_helpers() -> None:
    case = CASES["thesis_peer_helpers"]
    block = steady(
        Frame(case["frame_complete"], "entretien", case["invited"], 12, 0, case["non_response"], "Sept structures.")
    )
    assert block.verdict.status == "saturated"
    assert {"frame_partial", "non_response"} <= limits(block)


def test_thesis_associations() -> None:
    case = CASES["thesis_associations"]
    frame = Frame(case["frame_complete"], "entretien", case["invited"], 4, 0, case["non_response"], "Contact par mail.")
    block = analyse(incidence(from_new([3, 1, 0, 0])), frame=frame).overall
    assert block.verdict.status == case["expect"]
    assert codes(block) == {"non_response_high"}
    assert block.codes == 4


def test_too_few() -> None:
    block = analyse(incidence(from_new([3, 1, 0, 0, 0])), frame=Frame("yes", "", 5, 5, 0, 0)).overall
    assert block.verdict.status == CASES["too_few"]["expect"]
    assert codes(block) == {"few_interviews"}


def test_rule_met_then_broken() -> None:
    case = CASES["rule_met_then_broken"]
    block = analyse(incidence(from_new(case["new_codes"])), frame=WHOLE).overall
    assert block.verdict.status == case["expect"]
    assert "rule_broken" in limits(block)


def test_theme_late() -> None:
    case = CASES["theme_late"]
    rows = [case["present"], [1] * len(case["present"])]
    table = incidence(rows, themes=("late",), theme_of=("late", None))
    (block,) = analyse(table, frame=WHOLE).themes
    assert [point.new for point in block.curve] == case["new_codes"]
    assert (block.informative, block.verdict.status) == (1, case["expect"])


@pytest.mark.parametrize(
    ("frame", "ground"),
    [
        (None, "frame_missing"),
        (Frame("no"), "frame_unknown"),
        (Frame("partial", "", 12, 12, 0, 0), "frame_partial_unjustified"),
        (Frame("not_applicable", justification="  "), "frame_not_applicable_unjustified"),
        (Frame("yes", "", 14, 12, 1, 1), "non_response_unjustified"),
        (Frame("yes", "", 14, 12), "non_response_unjustified"),
        (Frame("yes", "", 11, 7, 2, 2, "Écrit."), "non_response_high"),
        (Frame("yes", "", None, 7, 2, 2, "Écrit."), "non_response_high"),
    ],
)
def test_a_frame_that_refuses_the_word(frame: Frame | None, ground: str) -> None:
    block = steady(frame)
    assert block.verdict.status == "not_declarable"
    assert codes(block) == {ground}
    assert block.coverage == 1


@pytest.mark.parametrize(
    ("frame", "limit"),
    [
        (Frame("yes", "", 12, 8, 2, 2, "Écrit."), "non_response"),
        (Frame("partial", "", 12, 12, 0, 0, "Écrit."), "frame_partial"),
        (Frame("not_applicable", justification="Écrit."), "frame_not_applicable"),
        (Frame("yes", "", 12, 11, 0, 0), "frame_sum"),
        (Frame("yes"), "invited_missing"),
        (Frame("yes", "", None, 12), "invited_missing"),
        (Frame("yes", "", 12), "answers_missing"),
    ],
)
def test_a_frame_that_only_limits(frame: Frame, limit: str) -> None:
    block = steady(frame)
    assert block.verdict.status == "saturated"
    assert limits(block) == {limit}


def test_a_bare_matrix_skips_the_frame_and_says_so() -> None:
    block = analyse(incidence(STEADY), frame_required=False).overall
    assert block.verdict.status == "saturated"
    assert limits(block) == {"no_frame", "origin_unknown"}


def test_one_code_cannot_be_tested() -> None:
    block = analyse(incidence([[1] * 12]), frame=WHOLE).overall
    assert (block.verdict.status, codes(block)) == ("not_testable", {"too_few_codes"})


def test_a_new_code_among_the_last_three_is_not_saturation() -> None:
    for run in range(3):
        block = analyse(incidence(from_new([3, 2, 0, 0, 0, 0, 1, *[0] * run])), frame=WHOLE).overall
        assert (block.verdict.status, block.run_without_new) == ("not_saturated", run)
    block = analyse(incidence(from_new([3, 2, 0, 0, 0, 0, 1, 0])), frame=WHOLE, parameters=Parameters(tail=1)).overall
    assert block.verdict.status != "not_saturated"


def test_only_informative_interviews_count_at_the_end() -> None:
    rows = [[*row, 0, 0, 0] for row in from_new([2, 2, 0, 0, 0, 0, 1])]
    assert analyse(incidence(rows), frame=WHOLE).overall.verdict.status == "not_saturated"


@pytest.mark.parametrize(
    ("rows", "options", "ground"),
    [
        (from_new([3, 2, 1, 1, 1, 1, 0, 0, 0], filled=False), {}, {"low_coverage", "more_expected"}),
        (from_new([2, 1, 0, 0, 0, 0, 0]), {}, {"few_codes"}),
        (STEADY, {"origins": ("guide",) * 5 + ("a priori",)}, {"none_emergent"}),
        (STEADY, {"reservations": {"T": "Un seul profil."}}, {"reservation"}),
        (STEADY, {"unread": {"T": ("E01", "E02")}}, {"unread"}),
    ],
)
def test_partial_redundancy(rows: list[list[int]], options: dict[str, Any], ground: set[str]) -> None:
    if ground == {"low_coverage", "more_expected"}:
        rows = [[*row[:6], *[int(place == 0)] * 3] for place, row in enumerate(rows)]
    origins = options.pop("origins", ("emergent",) * len(rows))
    table = incidence(rows, themes=("T",), theme_of=("T",) * len(rows), origins=origins)
    (block,) = analyse(table, frame=WHOLE, **options).themes
    assert (block.verdict.status, codes(block)) == ("partial_redundancy", ground)


def test_an_unknown_origin_only_warns() -> None:
    assert "origin_unknown" in limits(steady(origins=("guide", None, "guide", "guide", "guide", "guide")))
    assert not limits(steady(origins=("emergent", None, "guide", "guide", "guide", "guide")))


def test_overall_is_its_own_test_and_mentions_reservations() -> None:
    rows = [*STEADY, [0] * 11 + [1]]
    table = incidence(
        rows, themes=("A", "B"), theme_of=("A",) * len(STEADY) + ("B",), origins=("emergent",) * len(rows)
    )
    analysis: Analysis = analyse(table, frame=WHOLE, reservations={"A": "Un doute."}, unread={"B": ["E01"]})
    assert [block.verdict.status for block in analysis.themes] == ["partial_redundancy", "not_testable"]
    assert analysis.overall.verdict.status == "not_saturated"
    assert "themes_reserved" in limits(analysis.overall)


def test_parameters_outside_their_range_are_refused() -> None:
    for wrong in ({"base": 0}, {"tail": 0}, {"threshold": 5}):
        with pytest.raises(KnownError):
            Parameters(**wrong)

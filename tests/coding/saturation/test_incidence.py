# SPDX-License-Identifier: GPL-3.0-or-later
"""What each theme counts: who was asked, which units speak, and tables that hold almost nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from coding.saturation import Incidence, Status, analyse, document, finding, paragraph, sentence, status_label
from coding.saturation.methods_words import theme_words, whole_words
from tests.coding.saturation.tables import from_new, incidence


def test_interviews_not_asked_leave_the_theme_unless_it_occurs() -> None:
    table = incidence(
        [[1, 0, 0, 1, 0, 0], [1, 1, 1, 1, 1, 1]],
        themes=("A",),
        theme_of=("A", None),
        asked={"A": (True, True, False, False, None, None)},
    )
    drawn = table.of_theme("A")
    assert drawn.interviews == ("E01", "E02", "E04", "E05", "E06")
    assert drawn.informative.tolist() == [True, True, True, False, False]
    assert drawn.unprompted == 1
    assert table.whole().size == 6


def test_places_follow_the_interviews_counted_for_the_theme() -> None:
    table = incidence([[0, 0, 1, 1]], themes=("A",), theme_of=("A",), asked={"A": (False, True, True, True)})
    (block,) = analyse(table, frame_required=False).themes
    assert (block.last_new, block.names[block.last_new - 1 if block.last_new else 0]) == (2, "E03")


def test_a_theme_keeps_two_codes_of_the_same_name_apart() -> None:
    table = incidence([[1, 0], [0, 1], [1, 1]], themes=("A", "B"), theme_of=("A", "B", "B"))
    assert [table.of_theme(theme).seen for theme in table.themes] == [1, 2]


def test_units_are_counted_when_interviews_share_them() -> None:
    table = incidence(
        [[1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]],
        themes=("A",),
        theme_of=("A", "A", "A"),
        asked={"A": (False, True, None, None)},
        units=(("Nord",), ("Nord",), ("Sud", "Nord"), ()),
    )
    units = table.by_unit()
    assert units is not None
    assert units.interviews == ("Nord", "Sud", "E04")
    assert units.present.tolist() == [[True, False, False], [True, True, False], [False, False, True]]
    assert units.asked["A"] == (True, None, None)
    analysis = analyse(table, frame_required=False)
    answer = document(analysis)
    assert answer["by_unit"]["interviews"] == 3
    assert answer["by_unit"]["units"] == ["Nord", "Sud", "E04"]
    assert answer["by_unit"]["themes"][0]["theme"] == "A"
    assert answer["by_unit"]["warning"] in answer["reasons"]


def test_a_verdict_that_is_less_by_unit_is_told_after_the_limit_on_units_and_leaves_the_status() -> None:
    rows = from_new([4, 1, 0, 0, 0, 0, 0, 0])
    table = incidence(rows, themes=("A",), theme_of=("A",) * len(rows), units=(*(("Nord",),) * 6, ("Sud",), ("Est",)))
    found = analyse(table, frame_required=False)
    alone = analyse(replace(table, units=()), frame_required=False)
    assert found.by_unit is not None and found.by_unit.overall.verdict.status is Status.NOT_TESTABLE
    for block, same in ((found.overall, alone.overall), *zip(found.themes, alone.themes, strict=True)):
        assert block.verdict.status is same.verdict.status is not Status.NOT_TESTABLE
        assert [limit.code for limit in block.verdict.limits][-2:] == ["same_unit", "less_by_unit"]
        assert dict(block.verdict.limits[-1].values)["status"] is Status.NOT_TESTABLE
    said = sentence(found.overall.verdict.limits[-1])
    assert status_label(Status.NOT_TESTABLE) in said and said in document(found)["reasons"]
    (theme,), whole = found.themes, found.overall
    assert said in paragraph(found, whole) and said in theme_words(theme, whole)
    assert said not in whole_words(whole, is_reflexive=True)
    assert "less_by_unit" not in {limit.code for limit in found.by_unit.overall.verdict.limits}


def test_a_verdict_that_is_the_same_by_unit_is_not_told_twice() -> None:
    table = incidence([[1, 0, 0], [0, 0, 1]], units=(("Nord",), ("Nord",), ("Sud",)))
    found = analyse(table, frame_required=False)
    assert found.by_unit is not None and found.by_unit.overall.verdict.status is found.overall.verdict.status
    assert [limit.code for limit in found.overall.verdict.limits][-1] == "same_unit"


def test_a_unit_for_each_interview_needs_no_second_count() -> None:
    assert incidence([[1, 0]], units=(("Nord",), ("Sud",))).by_unit() is None
    assert incidence([[1, 0]]).by_unit() is None
    assert incidence([[1, 0]], units=((), ())).by_unit() is None


@pytest.mark.parametrize(
    "table",
    [
        incidence([], 0),
        incidence([], 3),
        incidence([[], []]),
        incidence([[0, 0, 0]], themes=("A", "Z"), theme_of=("A",)),
        incidence([[1], [1]], themes=("A",), theme_of=("A", "A")),
        incidence([[1, 1]], themes=("A",), theme_of=("A",), asked={"A": (False, False)}),
    ],
    ids=["nothing", "no code", "no interview", "nothing coded", "one interview", "never asked"],
)
def test_what_cannot_be_computed_is_null(table: Incidence) -> None:
    analysis = analyse(table, frame_required=False, orders=10)
    answer = json.loads(json.dumps(document(analysis), allow_nan=False))
    for block, figures in zip((analysis.overall, *analysis.themes), (answer, *answer["themes"]), strict=True):
        assert figures["status"] == "not_testable"
        assert paragraph(analysis, block)
        assert finding(block).text
        if block.interviews < 2 or not block.codes:
            assert all(value is None for value in figures["chao2"].values())
            names = ("jackknife2", "bootstrap", "ice", "coverage", "expected_new", "extrapolation")
            assert [figures[name] for name in names] == [None] * 6
        if not block.codes:
            assert (figures["last_new"], figures["run_without_new"]) == (None, None)
            assert figures["order_robustness"] == {"run": 3, "share": None}
        assert figures["guest"]["label"] is None
        assert figures["guest"]["ratios"] is None

# SPDX-License-Identifier: GPL-3.0-or-later
"""Every figure against values computed by others (R: vegan, iNEXT, SpadeR), to 1e-6."""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from coding.saturation import Analysis, analyse, document, read_matrix
from coding.saturation.robustness import order_robustness
from coding.saturation.stopping import francis
from tests.coding.saturation.tables import EMBEDDED, SHARED, folders

MATRICES = [path for folder in folders() for path in sorted(folder.glob("shared_*_matrix.csv"))]
THEMED = [path for path in MATRICES if path.with_name(path.name.replace("matrix", "thememap")).exists()]

every_matrix = pytest.mark.parametrize("matrix", MATRICES, ids=lambda path: f"{path.parent.name}-{path.stem}")


def near(value: Any) -> Any:
    return pytest.approx(value, rel=1e-6, abs=1e-6)


def beside(matrix: Path, suffix: str) -> Path:
    return matrix.with_name(matrix.name.replace("matrix.csv", suffix))


@lru_cache(maxsize=32)
def analysed(matrix: Path) -> Analysis:
    themes = beside(matrix, "thememap.csv")
    return analyse(read_matrix(matrix, themes if themes.exists() else None), frame_required=False, orders=200)


@lru_cache(maxsize=32)
def expected(matrix: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(beside(matrix, "expected.json").read_text(encoding="utf-8"))
    return answer


def test_the_small_cases_are_embedded() -> None:
    assert len([path for path in MATRICES if path.parent == EMBEDDED]) == 4


@every_matrix
def test_curve(matrix: Path) -> None:
    with beside(matrix, "curve.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    curve = analysed(matrix).overall.curve
    assert len(curve) == len(rows)
    for point, row in zip(curve, rows, strict=True):
        assert (point.n, point.observed, point.new) == (int(row["n"]), int(row["collector"]), int(row["new_codes"]))
        assert point.expected == near(float(row["maotau_mean"]))
        assert point.sd_order == near(float(row["sd_exact_permutation"]))
        assert point.coverage == near(float(row["coverage"]))


@every_matrix
def test_estimators(matrix: Path) -> None:
    block, truth = analysed(matrix).overall, expected(matrix)
    pool, corrected = truth["vegan_specpool"], truth["chao2_bc"]
    assert (block.interviews, block.codes, block.q1, block.q2) == (
        truth["n_units"],
        truth["S_obs"],
        truth["Q1"],
        truth["Q2"],
    )
    assert (block.chao2.estimate, block.chao2.se) == (near(pool["chao"]), near(pool["chao.se"]))
    assert (block.chao2_bc.estimate, block.chao2_bc.se) == (near(corrected["est"]), near(corrected["se"]))
    for estimate, interval in (
        (block.chao2, truth["chao2_classic_ci95_lognormal"]),
        (block.chao2_bc, corrected["ci95_lognormal"]),
    ):
        assert (estimate.low, estimate.high) == (
            (None, None) if interval == [None, None] else tuple(map(near, interval))
        )
    assert (block.jackknife1.estimate, block.jackknife1.se) == (
        near(pool["jack1"]),
        near(truth["jack1_se_heltshe_forrester"]),
    )
    assert block.jackknife2 == (near(pool["jack2"]) if pool["jack2"] >= truth["S_obs"] else None)
    assert block.bootstrap == near(pool["boot"])
    assert block.ice == near(truth["ice_classic_k10"]["ice"])


@every_matrix
def test_coverage_and_what_more_interviews_would_bring(matrix: Path) -> None:
    block, truth = analysed(matrix).overall, expected(matrix)
    assert block.coverage == near(truth["coverage_T"])
    assert block.expected_new == near(truth["expected_new_codes_next_unit"])
    if truth["extrapolation"] is None:
        assert block.extrapolation is None
        return
    assert block.extrapolation is not None
    steps = dict(block.extrapolation)
    assert list(steps) == list(range(block.interviews + 1, 2 * block.interviews + 1))
    for row in truth["extrapolation"]:
        assert steps[row["total"]] == near(row["S_hat"])


@every_matrix
def test_guest_grid(matrix: Path) -> None:
    grid = {(rule.base, rule.run, rule.threshold): rule for rule in analysed(matrix).overall.guest_grid}
    rows = expected(matrix)["guest2020"]
    assert len(rows) == len(grid) == 24
    for row in rows:
        rule = grid[row["base"], row["run"], row["threshold"]]
        assert (rule.label, rule.reached_at, rule.base_codes) == (
            row["notation"],
            row["saturated_at"],
            row["base_codes"],
        )
        first = row["first_ratios"] if isinstance(row["first_ratios"], list) else [row["first_ratios"]]
        assert list(rule.ratios or ())[: len(first)] == near(first)


@every_matrix
def test_order_robustness(matrix: Path) -> None:
    shares = expected(matrix)["order_robustness_share_of_last_r_without_new"]
    whole = read_matrix(matrix).whole()
    for run in (1, 2, 3):
        assert order_robustness(whole, run).share == near(shares[f"r{run}"])
    assert analysed(matrix).overall.order_robustness.run == 3


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not there")
def test_francis() -> None:
    cases = json.loads((SHARED / "shared_francis_and_random_order_guest.json").read_text(encoding="utf-8"))
    for name, case in cases.items():
        new = read_matrix(SHARED / f"{name}_matrix.csv").whole().new
        assert francis(new).reached_at == case["francis_10_3"]["at"]
        assert francis(new, initial=6).reached_at == case["francis_6_3"]["at"]


@pytest.mark.parametrize("matrix", THEMED, ids=lambda path: path.stem)
def test_themes(matrix: Path) -> None:
    with beside(matrix, "themes_expected.csv").open(encoding="utf-8") as file:
        rows = {row["theme"]: row for row in csv.DictReader(file)}
    blocks = {str(block.theme): block for block in analysed(matrix).themes}
    assert set(blocks) == set(rows)
    for theme, row in rows.items():
        block = blocks[theme]
        counted = (block.codes, block.interviews, block.informative, block.last_new, block.run_without_new)
        columns = ("n_codes", "n_units", "units_with_theme", "last_new_code_unit", "theme_units_after_last_new")
        assert counted == tuple(int(row[name]) for name in columns)
        assert (block.q1, block.q2) == (int(row["Q1"]), int(row["Q2"]))
        assert [point.new for point in block.curve] == list(map(int, row["new_codes_by_unit"].split()))
        assert (block.chao2.estimate, block.chao2.se) == (near(float(row["chao2"])), near(float(row["chao2_se"])))
        assert block.jackknife1.estimate == near(float(row["jack1"]))
        assert block.expected_new == near(float(row["expected_new_next"]))
        assert block.coverage == near(float(row["coverage"]))
        labels = {(rule.base, rule.run, rule.threshold): rule.label or "NA" for rule in block.guest_grid}
        assert labels[4, 2, 0.05] == row["guest_4_2_05"]
        assert labels[4, 2, 0.0] == row["guest_4_2_00"]
        assert labels[4, 3, 0.0] == row["guest_4_3_00"]
        assert block.francis.reached_at == (int(row["francis_at"]) if row["francis_at"] != "NA" else None)


@every_matrix
def test_document_holds_plain_values(matrix: Path) -> None:
    text = json.dumps(document(analysed(matrix)), allow_nan=False)
    assert json.loads(text)["codes"] == expected(matrix)["S_obs"]

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge saturation --matrix … --json`` on every reference table: the figures that others computed, to 1e-6."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from tests.coding.saturation.test_reference import MATRICES, beside, expected, near


@pytest.mark.parametrize("matrix", MATRICES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_command_prints_the_reference_values(matrix: Path, capsys: pytest.CaptureFixture[str]) -> None:
    themes = beside(matrix, "thememap.csv")
    options = ["--themes", str(themes)] if themes.exists() else []
    assert main(["saturation", "--matrix", str(matrix), *options, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    truth = expected(matrix)
    pool = truth["vegan_specpool"]
    assert [found[key] for key in ("interviews", "codes", "q1", "q2")] == [
        truth[key] for key in ("n_units", "S_obs", "Q1", "Q2")]
    assert [found["chao2"]["estimate"], found["chao2"]["se"], found["chao2_bc"]["estimate"], found["coverage"],
            found["expected_new"], found["bootstrap"], found["ice"], found["jackknife1"]["estimate"]] == near([
                pool["chao"], pool["chao.se"], truth["chao2_bc"]["est"], truth["coverage_T"],
                truth["expected_new_codes_next_unit"], pool["boot"], truth["ice_classic_k10"]["ice"], pool["jack1"]])
    assert {(rule["base"], rule["run"], rule["threshold"]): rule["label"] for rule in found["guest_grid"]} == {
        (rule["base"], rule["run"], rule["threshold"]): rule["notation"] for rule in truth["guest2020"]}
    assert found["order_robustness"]["share"] == near(truth["order_robustness_share_of_last_r_without_new"]["r3"])
    assert (found["excluded"], found["order_basis"], found["group"]) == ([], "columns", None)
    assert bool(found["themes"]) == themes.exists()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Merging two codes of the codebook equals an analysis in which their passages had borne one code from the start."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coding import codebook, merging, transversal, verdicts
from coding.changes import Label, Writer
from coding.saturation import Analysis
from coding.transversal import Table
from tests import build

CODES = ("Crainte", "Peur", "Secret")
WORDS = " ".join(CODES)
FIGURES = ("names", "codes", "informative", "q1", "q2", "curve", "chao2", "coverage", "expected_new", "last_new",
           "run_without_new", "guest", "order_robustness")

# by interview, the codes that each of its three words bears
Plan = list[list[set[int]]]
plans = st.lists(st.lists(st.sets(st.integers(0, 2)), min_size=3, max_size=3), min_size=1, max_size=6)


def coded(folder: Path, title: str, plan: Plan, *, merged: bool) -> Writer:
    """A project coded as planned; ``merged``: «Peur» was never anything but «Crainte»."""
    writer = build.project(folder, title=title)
    for name in CODES:
        if not (merged and name == "Peur"):
            build.code(writer, f"Réticences > {name}")
    for place, passages in enumerate(plan):
        build.interview(writer, f"E{place}", [("Q", WORDS)])
        for word, codes in zip(CODES, passages, strict=True):
            for name in sorted({CODES[0 if merged and code == 1 else code] for code in codes}):
                build.coded(writer, f"E{place}", word, f"Réticences > {name}")
    return writer


def read(writer: Writer) -> tuple[Analysis, Table]:
    with writer.store.reading() as session:
        return verdicts.saturation(session, orders=50), transversal.table(session)


@settings(max_examples=8, deadline=None)
@given(plans)
def test_merging_equals_recomputing_from_merged_passages(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        writer = coded(Path(folder), "a", plan, merged=False)
        truth = coded(Path(folder), "b", plan, merged=True)
        with writer.store.reading() as session:
            ids = {node.name: node.id for node in codebook.read(session)}
        before = read(writer)
        writer.do(Label("merge"), lambda session: merging.merge(session, ids["Peur"], into=ids["Crainte"]))
        (found, grid), (expected, same) = read(writer), read(truth)
        for block, other in zip((found.overall, *found.themes), (expected.overall, *expected.themes), strict=True):
            assert {name: getattr(block, name) for name in FIGURES} == {name: getattr(other, name) for name in FIGURES}
        assert [(row.name, row.counts, row.present, row.first) for row in grid.rows] == [
            (row.name, row.counts, row.present, row.first) for row in same.rows]
        writer.undo()
        assert read(writer) == before
        writer.store.close()
        truth.store.close()

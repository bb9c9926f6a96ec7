# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups compared: each verdict is the one that the group gives alone; every ground has a few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import exports, groups_compared, verdicts
from coding.saturation.reason_words import SENTENCES
from coding.saturation.short_words import SHORT, summary, why
from coding.saturation.verdict import Status
from models.errors import KnownError
from tests import build

GROUP, REFUSED, SAID = "Pairs aidants", "Associations", "On avait peur. On se taisait."

NOT_GROUNDS = {"enough_coverage", "no_frame", "frame_partial", "frame_not_applicable", "non_response",
               "invited_missing", "answers_missing", "frame_sum", "origin_unknown", "rule_broken", "unprompted",
               "excluded", "left_out", "themes_reserved", "same_unit", "less_by_unit"}


def test_each_verdict_is_that_of_its_group(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    for n in range(9):
        build.interview(writer, f"E{n}", [("Paul", SAID)], groups=[GROUP if n < 7 else REFUSED])
        build.coded(writer, f"E{n}", "On avait peur.", "Réticences > Crainte")
    build.coded(writer, "E0", "On se taisait.", "Réticences > Secret", "Statut > Cadre")
    build.frame(writer, GROUP, unit="entretien", frame_known="yes", invited=7, reached=7, refused=0, silent=0)
    build.frame(writer, REFUSED, unit="entretien", frame_known="yes", invited=6, reached=2, refused=0, silent=4)
    with writer.store.reading() as session:
        found = groups_compared.compare(session, "Ensemble")
        for group in found.groups:
            alone = verdicts.saturation(session, group.id, orders=1)
            assert found.blocks[None, group.id] == alone.overall
            assert [found.blocks[key, group.id] for key, _name in found.themes[1:]] == list(alone.themes)
        refused = next(group.id for group in found.groups if group.name == REFUSED)
        assert {block.verdict.status for (_theme, group), block in found.blocks.items() if group == refused} == {
            Status.NOT_DECLARABLE}
        assert all(why(block.verdict) and summary(block) for block in found.blocks.values())
        with pytest.raises(KnownError):
            exports.statuses(session, tmp_path / "groupes.docx")
    writer.store.close()


def test_every_ground_can_be_said_in_a_few_words() -> None:
    assert set(SENTENCES) - set(SHORT) <= NOT_GROUNDS
    assert set(SHORT) <= set(SENTENCES)

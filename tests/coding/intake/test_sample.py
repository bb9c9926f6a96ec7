# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample's own transcripts: one interviewer each, nothing to warn of."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.intake.reader import read_transcript

SAMPLE = sorted((Path(__file__).resolve().parents[3] / "resources" / "sample" / "transcripts").glob("*.*"))


@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: p.stem)
def test_sample(path: Path) -> None:
    read = read_transcript(path)
    assert [s.interviewer for s in read.speakers].count(True) == 1
    assert len(read.turns) >= 20 and read.warnings == ()
    assert all(turn.start < turn.end for turn in read.turns)

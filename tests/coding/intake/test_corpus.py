# SPDX-License-Identifier: GPL-3.0-or-later
"""Real interviews, where the shared folder stands beside the repository."""

from __future__ import annotations

import csv
import json
import unicodedata
from pathlib import Path

import pytest

from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
ESLO = sorted((CORPUS / "eslo").glob("*.docx"))
THESIS = sorted((CORPUS / "memoire" / "entretiens").glob("*.docx"))
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")


@pytest.mark.parametrize("path", ESLO, ids=lambda p: p.stem)
def test_eslo(path: Path) -> None:
    read = read_transcript(path)
    assert read.title_block.startswith(path.stem)
    assert all(turn.start < turn.end for turn in read.turns)
    asking = [s.label for s in read.speakers if s.interviewer]
    assert len(asking) == 1 and asking[0] in {"OU", "JR", "RC", "PB", "JK"}
    expected = path.with_suffix(".turns.jsonl")
    if expected.exists():
        turns = [json.loads(line) for line in expected.read_text(encoding="utf-8").splitlines()]
        assert [(t.speaker, read.text[t.start : t.end]) for t in read.turns] == [
            (t["speaker"], unicodedata.normalize("NFC", t["text"]).strip()) for t in turns
        ]


def test_thesis() -> None:
    read: dict[str, Transcript] = {path.stem.split(" ", 1)[1]: read_transcript(path) for path in THESIS}
    for title, transcript in read.items():
        assert sorted(s.label for s in transcript.speakers) == sorted(title.split(" et "))
        assert not any(s.interviewer for s in transcript.speakers)
        assert transcript.warnings == ()
    with (CORPUS / "memoire" / "codings.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        transcript = read[row["interview"]]
        turn = transcript.turns[int(row["turn"]) - 1]
        assert unicodedata.normalize("NFC", row["quote"]) in transcript.text[turn.start : turn.end]
    assert len(rows) == 246

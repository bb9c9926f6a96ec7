# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions put in other words (tests/reference/guides): how many are found, and how rightly."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coding.guides import matching

FOLDER = Path(__file__).parents[2] / "reference" / "guides"
QUESTION, ANSWER = re.compile(r"E \(([\d, ]*)\) : (.+)"), re.compile(r"R : .+")


@dataclass
class Talk:
    """The turns of the interviewer, whose they are, and which (turn, question) were put."""

    turns: list[str] = field(default_factory=list)
    whose: list[int] = field(default_factory=list)
    put: set[tuple[int, int]] = field(default_factory=set)


def talk(first: str) -> Talk:
    """The interviews whose number begins their file's name."""
    read = Talk()
    for path in sorted(FOLDER.glob(f"[{first}]*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if (found := QUESTION.fullmatch(line)) is None:
                assert ANSWER.fullmatch(line), line
                continue
            read.put |= {(len(read.turns), int(number) - 1) for number in re.findall(r"\d+", found[1])}
            read.turns.append(found[2])
            read.whose.append(int(path.name[0]))
    return read


@pytest.mark.parametrize(("files", "recall", "ticked"), [("12", 0.55, 0.25), ("34", 0.35, 0.20)])
def test_questions_in_other_words_are_found(files: str, recall: float, ticked: float) -> None:
    with (FOLDER / "guide.csv").open(encoding="utf-8", newline="") as guide:
        questions = [matching.Asked(row["question"], row["section"]) for row in csv.DictReader(guide)]
    read = talk(files)
    found = matching.near(questions, read.turns, read.whose)
    for least, threshold in ((recall, matching.PROPOSED), (ticked, matching.SURE)):
        proposed = {(one.turn, one.question) for one, _words in found if one.score >= threshold}
        right = len(proposed & read.put)
        assert right / len(read.put) >= least and right / len(proposed) >= 0.75

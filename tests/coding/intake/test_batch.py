# SPDX-License-Identifier: GPL-3.0-or-later
"""Many files, one process, some of them bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.intake import batch
from coding.intake.batch import Refusal, read_many
from coding.intake.transcript import Transcript

TALK = "Paul : Et vous ?\nInès : Oui.\n" * 3


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{n}.txt" for n in range(4)]
    for path in paths:
        path.write_text(TALK, encoding="utf-8")
    paths[1].write_text("", encoding="utf-8")
    return paths


@pytest.mark.parametrize("in_process", [True, False])
def test_the_others_go_in(files: list[Path], in_process: bool) -> None:
    seen: list[tuple[int, int, str]] = []
    results = read_many(files, progress=lambda *a: seen.append(a), in_process=in_process)
    assert [type(r) for r in results] == [Transcript, Refusal, Transcript, Transcript]
    refused = results[1]
    assert isinstance(refused, Refusal)
    assert refused.path == files[1] and str(refused.error) == "1.txt is empty."
    assert seen == [(0, 4, "0.txt"), (1, 4, "1.txt"), (2, 4, "2.txt"), (3, 4, "3.txt"), (4, 4, "")]


@pytest.mark.parametrize("in_process", [True, False])
def test_cancel(files: list[Path], in_process: bool) -> None:
    done: list[int] = []
    results = read_many(
        files,
        progress=lambda n, total, name: done.append(n),
        cancelled=lambda: bool(done and done[-1] >= 2),
        in_process=in_process,
    )
    assert len(results) == 2


def test_the_interviewer_is_passed_on(files: list[Path]) -> None:
    (read,) = read_many(files[:1], interviewer="ines", in_process=True)
    assert isinstance(read, Transcript)
    assert [s.interviewer for s in read.speakers] == [False, True]


def test_a_bug_propagates(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(path: Path, *, interviewer: str | None) -> Transcript:
        raise ZeroDivisionError

    monkeypatch.setattr(batch, "read_file", bug)
    with pytest.raises(ZeroDivisionError):
        read_many(files, in_process=True)
    with pytest.raises(AttributeError):
        read_many([None])  # type: ignore[list-item]


def test_nothing() -> None:
    assert read_many([]) == []

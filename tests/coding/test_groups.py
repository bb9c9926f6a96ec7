# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups and their frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import groups
from coding.changes import Label
from models.errors import KnownError
from tests import build

LABEL = Label("x")


def test_frames_are_set_checked_and_undone(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    group = writer.do(LABEL, lambda s: groups.obtain(s, " Pairs ")).result
    assert writer.do(LABEL, lambda s: groups.obtain(s, "Pairs")).result == group
    writer.do(LABEL, lambda s: groups.set_frame(s, group, frame_known="yes", invited=10, silent=6))
    with pytest.raises(KnownError, match="11 refusals and silences"):
        writer.do(LABEL, lambda s: groups.set_frame(s, group, refused=5))
    with pytest.raises(KnownError, match="negative"):
        writer.do(LABEL, lambda s: groups.set_frame(s, group, invited=-1))
    writer.do(LABEL, lambda s: groups.set_frame(s, group, refused=1, justification="Sans réponse."))

    def frame() -> groups.FrameRow | None:
        with writer.store.reading() as session:
            return groups.listed(session)[0].frame

    assert frame() == groups.FrameRow("", "yes", 10, None, 1, 6, "Sans réponse.")
    writer.undo()
    assert frame() == groups.FrameRow("", "yes", 10, None, None, 6, "")
    writer.undo()
    assert frame() is None
    writer.store.close()


def test_removing_a_group_keeps_its_interviews(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    interview = build.interview(writer, "Paul", [("Q", "Oui ?"), ("Paul", "Oui.")], groups=["A", "B"])
    with writer.store.reading() as session:
        first, second = groups.listed(session)
        assert (first.interviews, second.interviews) == (1, 1)
        with pytest.raises(KnownError, match="«\u00a0A\u00a0», «\u00a0B\u00a0»"):
            groups.named(session, "C")
    writer.do(LABEL, lambda s: groups.remove(s, first.id))
    writer.do(LABEL, lambda s: groups.set_groups(s, interview, []))
    with writer.store.reading() as session:
        assert [(row.name, row.interviews) for row in groups.listed(session)] == [("B", 0)]
    other = writer.do(LABEL, lambda s: groups.obtain(s, "D")).result
    with pytest.raises(KnownError, match="Choose another"):
        writer.do(LABEL, lambda s: groups.rename(s, other, name="B"))
    writer.store.close()


def test_interviews_are_gathered_in_a_new_group_by_one_act(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    keys = [build.interview(writer, title, [("Paul", "Oui.")]) for title in "AB"]
    writer.do(LABEL, lambda s: groups.gather(s, " Tous ", keys))
    with pytest.raises(KnownError, match="Tous"):
        writer.do(LABEL, lambda s: groups.gather(s, "Tous", keys))
    with writer.store.reading() as session:
        assert [(row.name, row.interviews) for row in groups.listed(session)] == [("Tous", 2)]
    writer.undo()
    with writer.store.reading() as session:
        assert groups.listed(session) == []
    writer.store.close()

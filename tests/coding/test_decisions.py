# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions on saturation, read back from the log: what stands, and nothing of what was taken back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from coding import conventions, decisions, groups, order
from coding.changes import Label, Writer
from coding.decisions import Decision, changed
from tests import build

THRESHOLDS, ORDER, FRAME = "saturation thresholds", "order of the interviews", "sampling of “{name}”"


def _found(writer: Writer, group_id: int | None = None) -> tuple[Decision, ...]:
    with writer.store.reading() as session:
        return decisions.decisions(session, group_id)


def _base(writer: Writer, value: int) -> None:
    writer.do(Label(THRESHOLDS, changed({"base": 4, "run": 2}, {"base": value, "run": 2})),
              lambda s: conventions.set_parameters(s, base=value))


def test_what_was_taken_back_is_no_decision_and_what_was_done_again_is(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    _base(writer, 5)
    writer.do(Label(ORDER, changed({"order": "date"}, {"order": "manual"})), lambda s: order.choose(s, "manual"))
    writer.undo()
    assert len(_found(writer)) == 1
    writer.redo()
    writer.undo()
    writer.undo()
    assert _found(writer) == ()
    writer.redo()
    (only,) = _found(writer)
    assert "4 → 5" in only.text and " 2 " not in only.text
    writer.store.close()


def test_a_decision_on_a_group_is_not_one_on_another(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    first, second = (int(writer.do(build.BUILD, partial(groups.obtain, name=name)).result) for name in "AB")
    writer.do(Label(FRAME, {"name": "A", **changed({}, {"invited": 10, "justification": "Un nom propre."})}),
              lambda s: groups.set_frame(s, first, invited=10))
    (only,) = _found(writer, first)
    assert "A" in only.text and "– → 10" in only.text and "propre" not in only.text
    assert _found(writer, second) == _found(writer) == ()
    writer.store.close()


def test_shares_and_answers_are_written_as_one_reads_them() -> None:
    before = {"threshold": 0.05, "frame_known": "no", "expected_max": 0.5}
    text = decisions.said(THRESHOLDS, changed(before, {"threshold": 0.025, "frame_known": "no", "expected_max": 1.0}))
    assert "5" in text and "2.5" in text.replace(",", ".") and "→ 1." in text.replace("\u00a0", " ")
    assert "frame" not in text and text.endswith(".")


def test_each_act_that_is_logged_as_a_decision_exists() -> None:
    acts = Path(decisions.__file__).parent.parent / "app" / "acts"
    written = "".join(file.read_text(encoding="utf-8") for file in acts.glob("*.py"))
    written += (Path(decisions.__file__).parent / "metadata" / "groups_table.py").read_text(encoding="utf-8")
    assert [key for key in decisions.KEYS if f'"{key}"' not in written] == []

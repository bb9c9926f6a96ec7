# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an interview is not counted in the saturation of its group."""

from __future__ import annotations

from pathlib import Path

from coding import groups, left_out, verdicts
from coding.changes import Label
from coding.standing import standings
from tests import build

DONE = Label("act")


def test_each_interview_is_counted_or_says_why_not(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    build.code(writer, "Thème > Code")
    for title, status, kind in (("A", "coded", "interview"), ("B", "under_way", "interview"),
                                ("C", "coded", "interview"), ("D", "coded", "journal"),
                                ("E", "coded", "group_interview"), ("F", "coded", "interview")):
        build.interview(writer, title, [("Paul", "Oui, voilà.")], status=status, kind=kind, groups=["G"])
        if title != "C":
            build.coded(writer, title, "Oui", "Thème > Code")
    with writer.store.reading() as session:
        group_id = groups.named(session, "G").id
        keys = {row.title: row.interview_id for row in standings(session, group_id)}
    writer.do(DONE, lambda s: left_out.leave_out(s, group_id, keys["F"], "Hors champ."))
    writer.do(DONE, lambda s: left_out.leave_out(s, group_id, keys["B"], "Aussi."))
    with writer.store.reading() as session:
        found = {row.title: row for row in standings(session, group_id)}
        assert {title: row.why for title, row in found.items()} == {
            "A": "counted", "B": "under_way", "C": "not_coded", "D": "not_interview", "E": "counted", "F": "left_out"}
        assert found["F"].reason == "Hors champ." and found["B"].reason == ""
        counted = verdicts.material(session, group_id).counted
        assert {row.interview_id for row in found.values() if row.why == "counted"} == set(counted.interview_ids)
        assert [row.why for row in standings(session) if row.title == "F"] == ["counted"]
    writer.store.close()

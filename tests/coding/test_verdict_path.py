# SPDX-License-Identifier: GPL-3.0-or-later
"""The path, day by day: verdicts, decisions on the theme or on all, changes of the theme's codes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from coding import codebook, merging, rereading, verdict_path, verdicts
from coding.changes import Label, Writer
from coding.verdict_path import Day
from models.change import ChangeEntry
from models.past_verdict import PastVerdict
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for place in range(4):
        build.interview(made, f"E{place}", [("E", "Crainte Secret Cadre")], groups=["Pairs"])
        for quote, path in (("Crainte", "Réticences > Crainte"), ("Secret", "Réticences > Secret"),
                            ("Cadre", "Statut, cadre > Cadre")):
            build.coded(made, f"E{place}", quote, path)
    yield made
    made.store.close()


def log(writer: Writer, days_ago: int) -> None:
    """Keep the verdict of now, then let days pass over all that is on record."""
    with writer.store.reading() as session:
        analysis = verdicts.saturation(session, 1, orders=1)
    writer.log_verdict(1, analysis)
    with writer.store.writing() as session, session.begin():
        for row in (*session.query(PastVerdict), *session.query(ChangeEntry)):
            row.at -= timedelta(days=days_ago)


def path(writer: Writer, theme: str | None) -> tuple[Day, ...]:
    with writer.store.reading() as session:
        found = codebook.read(session).find([theme]) if theme else None
        return verdict_path.read(session, 1, found.id if found else None).days


def key(writer: Writer, name: str) -> int:
    with writer.store.reading() as session:
        return next(node.id for node in codebook.read(session) if node.name == name)


def test_each_theme_has_its_own_path_and_all_codes_have_the_whole(writer: Writer) -> None:
    log(writer, 5)
    secret, fear, theme = key(writer, "Secret"), key(writer, "Crainte"), key(writer, "Statut, cadre")
    writer.do(Label(merging.LABEL, {"code": "Secret", "target": "Crainte"}),
              lambda s: merging.merge(s, secret, into=fear))
    writer.do(Label("“{title}” read again for “{code}”", {"title": "E0", "code": "Statut, cadre"}),
              lambda s: rereading.mark(s, theme, 1))
    log(writer, 0)
    whole, mine, other = (path(writer, name) for name in (None, "Réticences", "Statut, cadre"))
    assert [len(days) for days in (whole, mine, other)] == [2, 2, 2]
    assert [one.what for one in whole[0].alterations] == [one.what for one in mine[0].alterations] == ["merged"]
    assert other[0].alterations == []
    assert [len(days[0].decisions) for days in (whole, mine, other)] == [1, 0, 1]
    steps = [days[0].step for days in (whole, mine, other)]
    assert [step.finding.codes for step in steps if step is not None] == [2, 1, 1]
    assert all(step is not None and step.before is not None for step in steps)
    assert whole[1].step is not None
    assert (whole[1].step.before, whole[1].alterations) == (None, [])


def test_what_was_undone_leaves_the_path(writer: Writer) -> None:
    log(writer, 5)
    writer.do(build.BUILD, lambda s: codebook.edit(s, key(writer, "Crainte"), name="Peur"))
    assert [one.what for one in path(writer, "Réticences")[0].alterations] == ["name"]
    writer.undo()
    assert len(path(writer, "Réticences")) == 1

# SPDX-License-Identifier: GPL-3.0-or-later
"""The path of verdicts: one a day, only when something differs, outside undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from coding import codebook, groups, left_out, past_verdicts, verdicts
from coding.changes import Label, Writer
from coding.past_verdicts import Past
from coding.saturation import Parameters
from models.change import ChangeEntry
from models.code import Code
from models.past_verdict import PastFinding, PastVerdict
from tests import build

CODES = ("Crainte", "Secret", "Place")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for place in range(7):
        build.interview(made, f"E{place}", [("E", " ".join((*CODES, "Rechute")))], groups=["Pairs"])
        for code in CODES:
            build.coded(made, f"E{place}", code, f"Réticences > {code}")
    yield made
    made.store.close()


def log(writer: Writer, group_id: int | None = 1) -> None:
    with writer.store.reading() as session:
        analysis = verdicts.saturation(session, group_id, orders=1)
    writer.log_verdict(group_id, analysis)


def path(writer: Writer, group_id: int | None = 1) -> tuple[Past, ...]:
    with writer.store.reading() as session:
        return past_verdicts.path(session, group_id)


def a_day_passes(writer: Writer) -> None:
    with writer.store.writing() as session, session.begin():
        for row in session.query(PastVerdict):
            row.at -= timedelta(days=1)


def test_a_verdict_is_kept_whole_and_once(writer: Writer) -> None:
    log(writer)
    log(writer)
    (one,) = path(writer)
    whole, theme = one.findings
    assert (one.order_basis, one.interviews, one.left_out, len(one.codebook_hash)) == ("import", 7, 0, 64)
    assert Parameters(**one.parameters) == Parameters()
    assert (whole.theme_guid, whole.theme, whole.status, whole.reasons) == (
        None, "", "not_declarable", ("frame_missing",))
    assert (theme.theme, theme.codes, theme.informative, theme.last_new, theme.run_without_new, theme.coverage,
            theme.expected_new) == ("Réticences", 3, 7, 1, 6, 1.0, 0.0)
    assert one.of(theme.theme_guid) == theme
    assert one.of("gone") is None
    assert path(writer, None) == ()
    a_day_passes(writer)
    log(writer)
    assert len(path(writer)) == 1  # nothing differs from the day before


def test_the_verdict_of_the_day_replaces_the_earlier_ones(writer: Writer) -> None:
    log(writer)
    a_day_passes(writer)
    build.coded(writer, "E3", "Rechute", "Réticences > Rechute")
    log(writer)
    build.frame(writer, "Pairs", frame_known="yes", invited=7, reached=7)
    log(writer)
    assert [one.findings[0].codes for one in path(writer)] == [3, 4]
    assert [one.findings[0].status == "not_declarable" for one in path(writer)] == [True, False]
    assert path(writer)[0].codebook_hash != path(writer)[1].codebook_hash
    for _act in ("frame", "coding", "code"):
        writer.undo()
    log(writer)  # all is as it was the day before
    assert [one.findings[0].status for one in path(writer)] == ["not_declarable"]
    with writer.store.reading() as session:
        assert session.query(PastFinding).count() == 2


def test_what_is_left_out_and_thresholds_are_part_of_it(writer: Writer) -> None:
    log(writer)
    a_day_passes(writer)
    writer.do(build.BUILD, lambda s: left_out.leave_out(s, 1, 1, "Autre guide."))
    log(writer)
    assert [(one.interviews, one.left_out) for one in path(writer)] == [(7, 0), (6, 1)]


def test_it_is_outside_undo_and_raises_no_revision(writer: Writer) -> None:
    change = writer.do(Label("group"), lambda s: groups.obtain(s, "Vide"))
    group_id = change.result
    log(writer, group_id)
    assert len(path(writer, group_id)) == 1
    assert writer.last == change
    with writer.store.reading() as session:
        assert session.query(ChangeEntry).order_by(ChangeEntry.id.desc()).first().id == change.revision  # type: ignore[union-attr]
    writer.undo()
    assert path(writer, group_id) == ()
    writer.redo()
    assert len(path(writer, group_id)) == 1


def test_one_read_before_the_group_or_the_themes_went_is_not_kept(writer: Writer) -> None:
    with writer.store.reading() as session:
        analysis = verdicts.saturation(session, 1, orders=1)
    writer.do(build.BUILD, lambda s: codebook.edit(s, s.query(Code).filter_by(name="Réticences").one().id, name="R"))
    writer.log_verdict(1, analysis)
    assert path(writer) == ()
    writer.log_verdict(99, analysis)
    assert path(writer, 99) == ()


def test_from_a_process_that_reads(writer: Writer) -> None:
    with writer.store.reading() as session:
        analysis = verdicts.saturation(session, None, orders=1)
    project = writer.store.path
    past_verdicts.add(project, None, analysis)  # held by this writer: nothing
    assert path(writer, None) == ()
    writer.store.close()
    past_verdicts.add(project, None, analysis)
    from models.store import open_store

    with open_store(project) as store, store.reading() as session:
        assert len(past_verdicts.path(session, None)) == 1

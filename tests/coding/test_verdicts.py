# SPDX-License-Identifier: GPL-3.0-or-later
"""Saturation of a project: which interviews count, and what the verdict is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coding import verdicts
from coding.changes import Writer
from coding.saturation import Analysis, Parameters, Status
from models.base import now
from models.code import Code
from models.guide import ThemeAsked
from tests import build

CODES = ("Crainte", "Secret", "Place", "Rechute")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Ten interviews that all bring the same four codes, dated in reverse order of import."""
    made = build.project(tmp_path)
    for place in range(10):
        title = f"E{place}"
        build.interview(made, title, [(title, " ".join(CODES))], people={title: ""}, groups=["Structures"],
                        units=[f"U{place}"], day=date(2026, 1, 31) - timedelta(days=place))
        for code in CODES:
            build.coded(made, title, code, f"Réticences > {code}")
    yield made
    made.store.close()


def analysed(writer: Writer, group_id: int | None = 1) -> Analysis:
    with writer.store.reading() as session:
        return verdicts.saturation(session, group_id, orders=100)


def frame(writer: Writer, **fields: object) -> None:
    build.frame(writer, "Structures", unit="entretien", **fields)


def test_a_group_with_a_frame_is_saturated_and_without_one_is_not_declarable(writer: Writer) -> None:
    assert analysed(writer).overall.verdict.status is Status.NOT_DECLARABLE
    frame(writer, frame_known="yes", invited=10, reached=10, refused=0, silent=0)
    found = analysed(writer)
    assert found.overall.verdict.status is Status.SATURATED
    assert (found.group, found.order_basis, found.overall.interviews, found.overall.codes) == (
        "Structures", "date", 10, 4)
    assert [block.theme for block in found.themes] == ["Réticences"]


def test_too_many_non_responses_refuse_the_word(writer: Writer) -> None:
    frame(writer, frame_known="yes", invited=16, reached=10, refused=0, silent=6, justification="Vacances.")
    assert analysed(writer).overall.verdict.status is Status.NOT_DECLARABLE


def test_interviews_under_way_uncoded_or_of_another_kind_are_left_out(writer: Writer) -> None:
    for title, status, kind in (
        ("En cours", "under_way", "interview"), ("Journal", "coded", "journal"), ("Vide", "coded", "interview"),
    ):
        build.interview(writer, title, [(title, "Crainte")], groups=["Structures"], day=date(2026, 3, 1),
                        status=status, kind=kind)
    for title in ("En cours", "Journal"):
        build.coded(writer, title, "Crainte", "Réticences > Crainte")
    found = analysed(writer)
    assert found.excluded == ("En cours", "Journal", "Vide")
    assert found.overall.names == tuple(f"E{place}" for place in reversed(range(10)))


def test_a_themes_own_codings_are_one_more_code(writer: Writer) -> None:
    build.coded(writer, "E0", "Crainte Secret", "Réticences")
    found = analysed(writer)
    assert (found.themes[0].codes, found.overall.codes) == (5, 5)


def test_a_theme_that_was_not_asked_leaves_its_interviews(writer: Writer) -> None:
    build.code(writer, "Financement")
    build.coded(writer, "E0", "Place", "Financement > Poste")

    def act(session: Session) -> None:
        theme = session.query(Code).filter(Code.name == "Financement").one()
        for key in range(2, 6):
            session.add(ThemeAsked(theme_id=theme.id, interview_id=key, asked=False))

    writer.do(build.BUILD, act)
    block = analysed(writer).themes[1]
    assert (block.theme, block.interviews, block.informative) == ("Financement", 6, 1)


def test_several_interviews_of_one_unit_are_counted_again_by_unit(writer: Writer) -> None:
    assert analysed(writer).by_unit is None
    build.interview(writer, "E10", [("E10", "Crainte")], groups=["Structures"], units=["U0"], day=date(2026, 2, 1))
    build.coded(writer, "E10", "Crainte", "Réticences > Crainte")
    by_unit = analysed(writer).by_unit
    assert by_unit is not None
    assert by_unit.overall.interviews == 10


def test_a_reservation_and_a_code_made_after_the_coding_hold_the_verdict_back(writer: Writer) -> None:
    frame(writer, frame_known="yes", invited=10, reached=10, refused=0, silent=0)
    build.coded(writer, "E9", "Crainte Secret", "Réticences > Tabou")

    def later(session: Session) -> None:
        code = session.query(Code).filter(Code.name == "Tabou").one()
        assert code.created_at  # read before it is set, as undo needs
        code.created_at = now() + timedelta(days=1)

    writer.do(build.BUILD, later)
    theme = analysed(writer).themes[0].verdict
    assert theme.status is Status.PARTIAL_REDUNDANCY
    assert [(reason.code, dict(reason.values)["names"]) for reason in theme.grounds] == [
        ("unread", ", ".join(f"E{place}" for place in reversed(range(9))))]
    for _act in ("dated", "given", "made"):
        writer.undo()

    def reserve(session: Session) -> None:
        code = session.query(Code).filter(Code.name == "Réticences").one()
        assert not code.reservation
        code.reservation = "À revoir."

    writer.do(build.BUILD, reserve)
    assert {reason.code for reason in analysed(writer).themes[0].verdict.grounds} == {"reservation"}


def test_the_whole_corpus_and_the_projects_parameters(writer: Writer) -> None:
    found = analysed(writer, None)
    assert (found.group, found.frame, found.parameters) == (None, None, Parameters())

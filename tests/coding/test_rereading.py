# SPDX-License-Identifier: GPL-3.0-or-later
"""Which interviews are to be read again: for codes made after their coding began, until someone says they were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from coding import codebook, corpus, merging, rereading, splitting, verdicts
from coding.changes import Label, Writer
from coding.saturation import Status
from models.base import now
from models.code import Code
from models.interview import Interview
from models.passage import Coding, Passage
from models.rereading import Rereading
from tests import build

TITLES = ("Ève", "Marc", "Inès")
EARLY = now() - timedelta(days=400)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Three interviews coded on the first day by «Crainte»; on the tenth, «Tabou» is made and given to Inès."""
    made = build.project(tmp_path)
    for title in TITLES:
        build.interview(made, title, [(title, "Crainte Secret Tabou Rechute")], groups=["Pairs"])
        build.coded(made, title, "Crainte", "Réticences > Crainte")
    build.coded(made, "Inès", "Tabou", "Réticences > Tabou")
    day(made, 1, codes=["Réticences", "Crainte"], codings=["Crainte"])
    day(made, 10, codes=["Tabou"], codings=["Tabou"])
    yield made
    made.store.close()


def on(place: int) -> datetime:
    return EARLY + timedelta(days=place)


def day(writer: Writer, place: int, *, codes: list[str] = [], codings: list[str] = []) -> None:  # noqa: B006
    """Date codes, and the codings of some codes, of one day."""
    with writer.store.writing() as session, session.begin():
        for code in session.query(Code).filter(Code.name.in_(codes)):
            code.created_at = on(place)
        for row in session.query(Coding).join(Code, Code.id == Coding.code_id).filter(Code.name.in_(codings)):
            row.created_at = on(place)


def keys(writer: Writer) -> dict[str, int]:
    with writer.store.reading() as session:
        found = {node.name: node.id for node in codebook.read(session)}
        return found | {row.title: row.id for row in session.query(Interview)}


def due(writer: Writer, group_id: int | None = None) -> list[tuple[str, tuple[str, ...]]]:
    with writer.store.reading() as session:
        return [(one.interview, one.codes) for one in rereading.due(session, group_id)]


def test_those_coded_before_the_code_existed_are_due_for_it(writer: Writer) -> None:
    assert due(writer) == due(writer, 1) == [("Ève", ("Tabou",)), ("Marc", ("Tabou",))]
    with writer.store.reading() as session:
        one = rereading.due(session)[0]
    assert (one.theme, one.since, one.read_at) == ("Réticences", on(10), None)
    assert one.code_ids == (keys(writer)["Tabou"],)


def test_bearing_it_or_being_coded_in_its_theme_since_is_having_been_read_with_it(writer: Writer) -> None:
    build.coded(writer, "Ève", "Tabou", "Réticences > Tabou")
    assert [title for title, _codes in due(writer)] == ["Marc"]
    build.coded(writer, "Marc", "Rechute", "Rétablissement")
    day(writer, 0, codes=["Rétablissement"])
    assert [title for title, _codes in due(writer)] == ["Marc"]  # another theme says nothing
    build.coded(writer, "Marc", "Secret", "Réticences > Crainte")
    assert due(writer) == []


def test_a_code_without_passages_and_texts_that_do_not_count_wait(writer: Writer) -> None:
    build.code(writer, "Réticences > Rechute")
    assert {codes for _title, codes in due(writer)} == {("Tabou",)}
    ids = keys(writer)
    writer.do(build.BUILD, lambda s: corpus.set_status(s, ids["Ève"], "under_way"))
    writer.do(build.BUILD, lambda s: corpus.set_details(s, ids["Marc"], kind="journal"))
    assert due(writer) == []


def test_marking_frees_until_a_later_code_and_is_undone(writer: Writer) -> None:
    ids = keys(writer)
    for title in ("Ève", "Marc"):
        writer.do(Label("read again"), partial(
            rereading.mark, theme_id=ids["Réticences"], interview_id=ids[title]))
    assert due(writer) == []
    with writer.store.reading() as session:
        assert [one.interview for one in rereading.followed(session) if one.read_at] == ["Ève", "Marc"]
    writer.undo()
    assert [title for title, _codes in due(writer)] == ["Marc"]
    writer.redo()
    build.coded(writer, "Inès", "Rechute", "Réticences > Rechute")
    day(writer, 600, codes=["Rechute"], codings=["Rechute"])
    assert due(writer) == [("Ève", ("Rechute",)), ("Marc", ("Rechute",))]
    writer.do(Label("not read again"), lambda s: rereading.unmark(s, ids["Réticences"], ids["Ève"]))
    assert due(writer)[0] == ("Ève", ("Tabou", "Rechute"))


def test_marking_again_dates_the_reading_anew(writer: Writer) -> None:
    ids = keys(writer)
    writer.do(build.BUILD, lambda s: rereading.mark(s, ids["Réticences"], ids["Ève"]))
    with writer.store.writing() as session, session.begin():
        session.query(Rereading).one().at = on(3)
    assert ("Ève", ("Tabou",)) in due(writer)
    writer.do(build.BUILD, lambda s: rereading.mark(s, ids["Réticences"], ids["Ève"]))
    assert ("Ève", ("Tabou",)) not in due(writer)


def test_the_status_of_the_interview_says_it_for_every_theme(writer: Writer) -> None:
    ids = keys(writer)

    def reread_at() -> datetime | None:
        with writer.store.reading() as session:
            row = session.get(Interview, ids["Ève"])
            assert row is not None
            return row.reread_at

    writer.do(build.BUILD, lambda s: corpus.set_status(s, ids["Ève"], "reread"))
    assert reread_at() is not None
    assert [title for title, _codes in due(writer)] == ["Marc"]
    writer.do(build.BUILD, lambda s: corpus.set_status(s, ids["Ève"], "coded"))
    assert reread_at() is None
    assert [title for title, _codes in due(writer)] == ["Ève", "Marc"]
    writer.undo()
    assert reread_at() is not None


def test_renaming_moving_and_splitting_make_nobody_due(writer: Writer) -> None:
    ids, before = keys(writer), due(writer)
    writer.do(build.BUILD, lambda s: codebook.edit(s, ids["Crainte"], name="Peur"))
    writer.do(build.BUILD, lambda s: codebook.move(s, ids["Crainte"], parent_id=None, position=1))
    assert due(writer) == before
    writer.undo()
    pieces = _passages(writer, ids["Crainte"])
    writer.do(Label(splitting.LABEL, {"code": "Peur"}),
              lambda s: splitting.split(s, ids["Crainte"], {"Effroi": pieces[:1]}, below=False))
    assert due(writer) == before
    writer.do(Label(splitting.LABEL, {"code": "Peur"}),
              lambda s: splitting.split(s, ids["Crainte"], {"Gêne": pieces[1:]}, below=True))
    assert due(writer) == before


def test_the_part_of_a_late_code_is_due_where_the_whole_was(writer: Writer) -> None:
    ids = keys(writer)
    pieces = _passages(writer, ids["Tabou"])
    writer.do(Label(splitting.LABEL, {"code": "Tabou"}),
              lambda s: splitting.split(s, ids["Tabou"], {"Interdit": pieces}, below=False))
    assert due(writer) == [("Ève", ("Interdit",)), ("Marc", ("Interdit",))]
    with writer.store.reading() as session:
        assert rereading.due(session)[0].since == on(10)


@pytest.mark.parametrize(("source", "into"), [("Tabou", "Crainte"), ("Crainte", "Tabou")])
def test_codes_merged_date_from_the_older(writer: Writer, source: str, into: str) -> None:
    ids, before = keys(writer), due(writer)
    writer.do(Label(merging.LABEL, {"code": source, "target": into}),
              lambda s: merging.merge(s, ids[source], into=ids[into]))
    assert due(writer) == []
    writer.undo()
    assert due(writer) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moment=st.integers(2, 30))
def test_a_theme_is_at_most_partial_until_all_is_read_again(tmp_path_factory: pytest.TempPathFactory,
                                                            moment: int) -> None:
    writer = build.project(tmp_path_factory.mktemp("reread"))
    for place in range(8):
        build.interview(writer, f"E{place}", [("E", "Crainte Secret Place Rechute Tabou")], groups=["Pairs"])
        build.coded(writer, f"E{place}", "Crainte", *(f"Réticences > {name}" for name in ("A", "B", "C", "D")))
    build.coded(writer, "E0", "Tabou", "Réticences > Tabou")
    build.frame(writer, "Pairs", unit="entretien", frame_known="yes", invited=8, reached=8)
    day(writer, 1, codes=["Réticences", "A", "B", "C", "D"], codings=["A", "B", "C", "D"])
    day(writer, moment, codes=["Tabou"], codings=["Tabou"])
    ids = keys(writer)
    pending = [title for title, _codes in due(writer, 1)]
    assert pending == [f"E{place}" for place in range(1, 8)]
    while pending:
        assert _status(writer) is Status.PARTIAL_REDUNDANCY
        writer.do(build.BUILD, partial(
            rereading.mark, theme_id=ids["Réticences"], interview_id=ids[pending[0]]))
        pending = [title for title, _codes in due(writer, 1)]
    assert _status(writer) is Status.SATURATED
    writer.store.close()


def _status(writer: Writer) -> Status:
    with writer.store.reading() as session:
        return verdicts.saturation(session, 1, orders=1).themes[0].verdict.status


def _passages(writer: Writer, code_id: int) -> list[int]:
    def act(session: Session) -> list[int]:
        return [row.id for row in session.query(Passage).join(Coding).filter(Coding.code_id == code_id)]

    with writer.store.reading() as session:
        return act(session)

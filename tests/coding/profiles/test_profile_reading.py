# SPDX-License-Identifier: GPL-3.0-or-later
"""The profile of an interview: who, the circumstances, what is said of each theme, what is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from coding import corpus, groups, memos, passages, sample
from coding.changes import Writer
from coding.groups import GroupRow
from coding.guides import asked
from coding.profiles import reading, words
from coding.profiles.profile import Profile
from coding.project import open_reader
from models.errors import KnownError
from models.interview import Interview, Turn
from tests import build

CODES = ("Réticences > Crainte > De la rechute", "Réticences > Secret", "Statut", "Financement", "Parcours")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for path in CODES:
        build.code(made, path)
    build.interview(
        made, "Paul", [("Q", "un deux ?"), ("Paul", "trois quatre cinq six"), ("Q", "sept"), ("Paul", "huit")],
        people={"Paul": "pair aidant"}, groups=["Structures"], units=["CSAPA"], attributes={"métier": "pair"},
        day=date(2025, 3, 4))
    build.interview(made, "Nora", [("Nora", "neuf dix")], people={"Nora": ""}, groups=["Structures", "Seuls"])
    build.coded(made, "Paul", "trois quatre", CODES[0], CODES[2])
    build.coded(made, "Paul", "quatre cinq", CODES[1])
    build.coded(made, "Paul", "huit", "Réticences")
    build.coded(made, "Nora", "neuf", CODES[0])
    yield made
    made.store.close()


def of(writer: Writer, title: str, group_id: int | None = None) -> Profile:
    with writer.store.reading() as session:
        key = session.query(Interview.id).filter(Interview.title == title).scalar()
        return reading.profile(session, key, group_id)


def test_who_was_met_and_how(writer: Writer) -> None:
    found = of(writer, "Paul")
    assert [(one.name, one.role) for one in found.people] == [("Paul", "pair aidant")]
    told = found.context
    assert (told.date, told.units, told.groups) == (date(2025, 3, 4), ("CSAPA",), ("Structures",))
    assert told.attributes == (("métier", "pair"),)
    assert (told.words, told.turns) == (8, 4)
    assert [(voice.name, voice.is_interviewer, voice.words) for voice in told.voices] == [
        ("", True, 3), ("Paul", False, 5)]
    assert sum(voice.share for voice in told.voices) == pytest.approx(1)


def test_each_theme_takes_the_codes_below_it_and_counts_each_word_once(writer: Writer) -> None:
    found = of(writer, "Paul")
    theme = found.raised[0]
    assert (theme.name, len(theme.marks), theme.words, theme.share) == ("Réticences", 3, 4, 0.5)
    assert [(code.name, code.passages) for code in theme.codes] == [("Crainte > De la rechute", 1), ("Secret", 1)]
    assert [mark.quote.source for mark in theme.marks] == ["trois quatre", "quatre cinq", "huit"]
    assert found.passages == 3


def test_what_is_first_seen_follows_the_order_of_the_group(writer: Writer) -> None:
    alone = {row.name: row.id for row in _groups(writer)}["Seuls"]
    assert [code.first for code in of(writer, "Nora").raised[0].codes] == [False]
    in_group = of(writer, "Nora", alone).raised[0]
    assert in_group.first and [code.first for code in in_group.codes] == [True]
    assert [code.first for code in of(writer, "Paul").raised[0].codes] == [True, True]


def test_silence_is_told_by_what_was_asked(writer: Writer) -> None:
    found = of(writer, "Paul")
    themes = {theme.name: theme.theme_id for theme in found.themes}

    def say(session: Session) -> None:
        asked.set_theme_asked(session, themes["Financement"], found.interview_id, True)
        asked.set_theme_asked(session, themes["Parcours"], found.interview_id, False)
        memos.write_summary(session, code_id=themes["Parcours"], interview_id=found.interview_id, text="Rien dit.")

    writer.do(build.BUILD, say)
    after = of(writer, "Paul")
    assert {said: [theme.name for theme in part] for said, part in after.silent.items()} == {
        True: ["Financement"], False: ["Parcours"], None: []}
    assert len(words.unheard(after)) == 2
    silent = after.silent[False][0]
    assert silent.summaries == (("", "Rien dit."),)


def test_strong_quotes_stand_in_reading_order_with_portrait_memos_and_summaries(writer: Writer) -> None:
    found = of(writer, "Paul")
    marks, theme = found.raised[0].marks, found.raised[0]

    def write(session: Session) -> None:
        for mark in (marks[2], marks[0]):
            passages.mark_strong(session, passage_id=mark.quote.passage_id, strong=True)
        corpus.set_details(session, found.interview_id, portrait="Un homme prudent.")
        memos.write(session, text="Dans son bureau.", target="interview_id", target_id=found.interview_id)
        memos.write_summary(session, code_id=theme.codes[1].code_id, interview_id=found.interview_id, text="Se tait.")

    writer.do(build.BUILD, write)
    after = of(writer, "Paul")
    assert [mark.quote.source for mark in after.strong] == ["trois quatre", "huit"]
    assert after.portrait == "Un homme prudent."
    assert [memo.text for memo in after.memos] == ["Dans son bureau."]
    assert after.raised[0].summaries == (("Secret", "Se tait."),)
    with writer.store.reading() as session:
        assert [(entry.title, entry.passages, entry.has_portrait) for entry in reading.listed(session)] == [
            ("Paul", 3, True), ("Nora", 1, False)]


def test_times_of_turns_go_with_the_passages_that_begin_in_them(writer: Writer) -> None:
    def stamp(session: Session) -> None:
        for turn in session.query(Turn):
            turn.time_ms = turn.number * 65_000

    writer.do(build.BUILD, stamp)
    found = of(writer, "Paul")
    assert [mark.time_ms for mark in found.raised[0].marks] == [130_000, 130_000, 260_000]
    assert [tick.time_ms for tick in found.ticks] == [60_000 * n for n in (2, 3, 4)]
    assert all(0 <= tick.at <= 1 for tick in found.ticks)


def test_an_interview_without_turns_or_codings_has_a_profile(tmp_path: Path) -> None:
    made = build.project(tmp_path)
    build.interview(made, "Journal", [], kind="journal")
    found = of(made, "Journal")
    assert (found.passages, found.raised, found.ticks, found.strong, found.context.voices) == (0, (), (), (), ())
    assert words.facts(found)
    with made.store.reading() as session, pytest.raises(KnownError):
        reading.profile(session, 99)
    made.store.close()


def test_the_number_of_queries_does_not_follow_that_of_the_interviews(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "exemple.filrouge")
    with open_reader(path) as store, store.reading() as session:
        ids = [entry.interview_id for entry in reading.listed(session)]
        counted: list[int] = []
        engine = session.connection().engine
        event.listen(engine, "before_cursor_execute", lambda *_asked: counted.append(1))
        reading.profiles(session, ids[:1])
        one = len(counted)
        found = reading.profiles(session, ids)
        assert len(counted) == 2 * one
        assert [profile.interview_id for profile in found] == ids
        assert found == [reading.profile(session, key) for key in ids]
        for profile in found:
            assert profile.passages == len({mark.quote.passage_id for part in profile.raised for mark in part.marks})
            assert words.subtitle(profile) and words.facts(profile)


def _groups(writer: Writer) -> list[GroupRow]:
    with writer.store.reading() as session:
        return list(groups.listed(session))

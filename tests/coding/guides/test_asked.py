# SPDX-License-Identifier: GPL-3.0-or-later
"""Who was asked what, by turn; the themes asked that follow; and what acts elsewhere make of both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, corpus, interviews, merging, turns
from coding.changes import Writer
from coding.check import check
from coding.guides import asked, guides
from coding.guides.guides import GuideRow
from coding.guides.match import Match
from coding.intake.transcript import SpeakerSeen, Transcript, TurnSpan
from coding.metadata.asked_table import export_asked, import_asked
from coding.metadata.guide_table import export_guide, import_guide
from coding.metadata.questions_table import export_questions, import_questions
from coding.retranscribing import replace_transcript
from models.guide import QuestionAsked
from models.interview import Turn
from tests import build
from tests.coding.guides import parts
from tests.coding.guides.parts import act, only, said, turn
from tests.coding.test_undo import dump


def matches(writer: Writer, guide: GuideRow, *found: tuple[int, int, int]) -> list[Match]:
    """Interview, turn number, question by its place in the guide."""
    return [Match(interview_id, turn(writer, interview_id, number), number, guide.questions[place].id, 0.9, "")
            for interview_id, number, place in found]


@pytest.fixture
def guide(writer: Writer) -> GuideRow:
    """In the first interview all was put but the last question; in the second, a prompt alone."""
    found = parts.corpus(writer)
    act(writer, asked.accept, found.id, matches(writer, found, (1, 1, 0), (1, 5, 1), (1, 7, 2), (2, 5, 1)))
    return only(writer)


def put(writer: Writer) -> list[tuple[int, int, int]]:
    """(interview, turn number, question) of each row."""
    with writer.store.reading() as session:
        return sorted((one, number, question) for one, number, question in session.execute(
            select(Turn.interview_id, Turn.number, QuestionAsked.question_id)
            .join(Turn, Turn.id == QuestionAsked.turn_id)))


def test_accepting_twice_changes_nothing(writer: Writer, guide: GuideRow) -> None:
    assert guide.interviews == (1, 2)
    assert act(writer, asked.accept, guide.id, matches(writer, guide, (1, 1, 0), (2, 5, 1))) == 0
    gone = Match(1, 9999, 1, guide.questions[0].id, 0.9, "")
    assert act(writer, asked.accept, guide.id, [gone]) == 0


def test_the_matrix_says_never_to_whom(writer: Writer, guide: GuideRow) -> None:
    with writer.store.reading() as session:
        matrix = asked.matrix(session, guide.id)
    assert matrix.never(guide.questions[0].id) == (2,)
    assert matrix.never(guide.questions[3].id) == (1, 2)
    assert matrix.turns(guide.questions[1].id, 2) == (turn(writer, 2, 5),)


def test_themes_asked_follow_and_prompts_count(writer: Writer, guide: GuideRow) -> None:
    route, work = guide.questions[0].theme_id, guide.questions[2].theme_id
    assert said(writer) == {(route, 1): (True, False), (route, 2): (True, False), (work, 1): (True, False),
                            (work, 2): (False, False)}


def test_an_interview_not_compared_yet_tells_nothing(writer: Writer) -> None:
    guide = parts.corpus(writer)
    act(writer, guides.follow, guide.id, [1, 2])
    assert said(writer) == {}


def test_what_is_said_by_hand_wins_and_can_be_left_to_the_guide_again(writer: Writer, guide: GuideRow) -> None:
    work = guide.questions[2].theme_id
    assert work is not None
    act(writer, asked.set_theme_asked, work, 2, True)
    act(writer, asked.put, turn(writer, 1, 7), guide.questions[2].id, False)
    assert said(writer)[work, 2] == (True, True) and said(writer)[work, 1] == (False, False)
    act(writer, asked.set_theme_asked, work, 2, None)
    assert said(writer)[work, 2] == (False, False)


def test_a_table_of_themes_asked_is_by_hand(writer: Writer, guide: GuideRow, tmp_path: Path) -> None:
    work = guide.questions[2].theme_id
    assert work is not None
    (tmp_path / "asked.csv").write_text("interview,theme,asked\nPaul,Travail,yes\n", encoding="utf-8")
    import_asked(writer, tmp_path / "asked.csv")
    assert said(writer)[work, 1] == (True, True)
    act(writer, guides.remove, guide.id)
    assert said(writer) == {(work, 1): (True, True)}


def test_tables_go_out_and_come_back(writer: Writer, guide: GuideRow, tmp_path: Path) -> None:
    before, themes = put(writer), said(writer)
    with writer.store.reading() as session:
        export_guide(session, tmp_path / "guide.csv")
        export_questions(session, tmp_path / "questions.csv")
        export_asked(session, tmp_path / "asked.csv")
    act(writer, guides.remove, guide.id)
    for read, name in ((import_guide, "guide"), (import_questions, "questions"), (import_asked, "asked")):
        assert read(writer, tmp_path / f"{name}.csv").ok
    back = only(writer)
    assert [(row.section, row.text, row.is_prompt, row.theme_id) for row in back.questions] == [
        (row.section, row.text, row.is_prompt, row.theme_id) for row in guide.questions]
    was = {row.id: place for place, row in enumerate(guide.questions)}
    now = {row.id: place for place, row in enumerate(back.questions)}
    assert [(*row[:2], now[row[2]]) for row in put(writer)] == [(*row[:2], was[row[2]]) for row in before]
    assert said(writer) == themes


def test_bad_rows_of_questions_are_named(writer: Writer, guide: GuideRow, tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text(
        "question,interview,turn\nQuoi ?,Paul,1\nEt ensuite ?,Paul,99\nEt ensuite ?,Luc,1\nEt ensuite ?,Paul,1\n",
        encoding="utf-8")
    report = import_questions(writer, tmp_path / "q.csv")
    assert (report.added, [problem.row for problem in report.problems]) == (1, [2, 3, 4])


def test_a_turn_joined_takes_the_questions_along(writer: Writer, guide: GuideRow) -> None:
    act(writer, turns.join, 1, 6)  # the words of Paul take in the turn that asks for his days
    assert (1, 6, guide.questions[2].id) in put(writer)
    act(writer, turns.split, 1, 6, _offset(writer, 1, "Vos journées"), speaker="Q")
    assert (1, 6, guide.questions[2].id) in put(writer)


def _offset(writer: Writer, interview_id: int, words: str) -> int:
    with writer.store.reading() as session:
        return interviews.text(session, interview_id).index(words)


def test_a_transcript_replaced_keeps_what_its_turns_put(writer: Writer, guide: GuideRow) -> None:
    said_now = [("Q", "Bonjour."), *[(label, words.replace("Vos journées ?", "Et vos journées, ici ?"))
                                     for label, words in parts.TURNS if words not in ("Hm.", "Et qui vous a aidé ?")]]
    act(writer, replace_transcript, 1, _transcript(said_now), keep_lost=True)
    assert [row for row in put(writer) if row[0] == 1] == [
        (1, 2, guide.questions[0].id), (1, 6, guide.questions[2].id)]


def _transcript(said_now: list[tuple[str, str]]) -> Transcript:
    text, spans = "", []
    for label, words in said_now:
        start = len(text) + len(f"{label} : ")
        spans.append(TurnSpan(len(text), start, start + len(words), label, None))
        text += f"{label} : {words}\n"
    seen = [SpeakerSeen(label, 1, "", label == "Q") for label in ("Q", "Paul")]
    return Transcript(title="x", file_name="x.docx", text=text, turns=tuple(spans), speakers=tuple(seen), notices=())


def test_merging_themes_keeps_what_was_said_by_hand(writer: Writer, guide: GuideRow) -> None:
    route, work = guide.questions[0].theme_id, guide.questions[2].theme_id
    assert route is not None and work is not None
    act(writer, asked.set_theme_asked, work, 1, False)
    act(writer, merging.merge, work, into=route)
    assert said(writer) == {(route, 1): (False, True), (route, 2): (True, False)}
    assert only(writer).questions[2].theme_id == route


def test_a_code_moved_to_another_theme_takes_its_questions_along(writer: Writer, guide: GuideRow) -> None:
    route, work = guide.questions[0].theme_id, guide.questions[2].theme_id
    with writer.store.reading() as session:
        code = codebook.read(session).find(["Parcours", "Arrivée"])
    assert code is not None
    act(writer, guides.set_theme, guide.questions[0].id, code.id)
    act(writer, codebook.move, code.id, parent_id=work, position=0)
    assert said(writer) == {(work, 1): (True, False), (work, 2): (True, False)}
    assert route not in {theme for theme, _interview in said(writer)}


@pytest.mark.parametrize("do", [
    lambda session, guide: corpus.remove_interview(session, 1),
    lambda session, guide: turns.join(session, 1, 6),
    lambda session, guide: turns.join(session, 1, 4),
    lambda session, guide: codebook.remove(session, guide.questions[0].theme_id),
    lambda session, guide: merging.merge(session, guide.questions[0].theme_id, into=guide.questions[2].theme_id),
    lambda session, guide: replace_transcript(session, 1, _transcript(parts.TURNS[2:]), keep_lost=True),
    lambda session, guide: asked.set_theme_asked(session, guide.questions[0].theme_id, 1, False),
])
def test_each_act_is_undone(writer: Writer, guide: GuideRow, do: Callable[[Session, Any], None]) -> None:
    before = dump(writer)
    act(writer, do, guide)
    after = dump(writer)
    assert after != before and check(writer.store).problems == ()
    writer.undo()
    assert dump(writer) == before
    writer.redo()
    assert dump(writer) == after


def test_the_check_names_a_question_put_where_no_guide_was_followed(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    with writer.store:
        guide = parts.corpus(writer)
        turn_id = turn(writer, 1, 1)
        act(writer, lambda session: session.add(QuestionAsked(turn_id=turn_id, question_id=guide.questions[0].id)))
        faults = check(writer.store).problems
        assert [fault.kind for fault in faults] == ["orphan"] and faults[0].where.startswith("Paul,")


STEPS = st.lists(st.one_of(
    st.tuples(st.just("put"), st.integers(1, 2), st.integers(1, 9), st.integers(0, 3), st.booleans()),
    st.tuples(st.just("hand"), st.integers(1, 2), st.sampled_from([0, 2]), st.sampled_from([True, False, None])),
    st.tuples(st.just("link"), st.integers(0, 3), st.sampled_from([0, 2, None])),
), max_size=8)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_what_follows_from_the_guide_is_never_stale(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Any, ...]]
) -> None:
    writer = build.project(tmp_path_factory.mktemp("any"))
    with writer.store:
        guide = parts.corpus(writer)
        themes = [row.theme_id for row in guide.questions]
        by_hand: dict[tuple[Any, int], bool] = {}
        for kind, *step in steps:
            if kind == "put":
                act(writer, asked.put, turn(writer, step[0], step[1]), guide.questions[step[2]].id, step[3])
            elif kind == "link":
                act(writer, guides.set_theme, guide.questions[step[0]].id,
                    None if step[1] is None else themes[step[1]])
            else:
                act(writer, asked.set_theme_asked, themes[step[1]], step[0], step[2])
                by_hand[themes[step[1]], step[0]] = step[2]
        kept = {key: value for key, value in by_hand.items() if value is not None}
        with writer.store.reading() as session:
            told = asked.derived(session)
        assert said(writer) == {**{key: (value, False) for key, value in told.items()},
                                **{key: (value, True) for key, value in kept.items()}}
        assert check(writer.store).problems == ()

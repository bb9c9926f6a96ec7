# SPDX-License-Identifier: GPL-3.0-or-later
"""A corrected transcript in the place of another: passages stay on their words, none is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import interviews, memos, passages, reading_progress, speakers
from coding.changes import Label, Writer
from coding.check import check
from coding.intake.transcript import SpeakerSeen, Transcript, TurnSpan
from coding.retranscribing import Replacement, foreseen, replace_transcript
from coding.searching.find import find
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.passage import Passage
from tests import build
from tests.coding.test_undo import dump

ACT = Label("replace")
Said = list[tuple[str, str]]
TURNS: Said = [
    ("Q", "Comment va la maizon depuis le printemps ?"),
    ("Inès", "Le chat 😀 noir dort toute la journée, la maizon aussi."),
    ("Q", "Ah."),
    ("Inès", "On ne m’a jamais dit ce que je devais faire ici."),
    ("Q", "Merci."),
]


def transcript(turns: Sequence[tuple[str, str]], name: str = "Inès relue.docx") -> Transcript:
    """As intake would read «Label : words», a paragraph a turn."""
    text, spans = "", []
    for label, words in turns:
        at = len(text)
        text += f"{label} : "
        spans.append(TurnSpan(at, len(text), len(text) + len(words), label, None))
        text += words + "\n"
    labels = dict.fromkeys(label for label, _words in turns)
    seen = tuple(SpeakerSeen(label, 1, "", label == "Q") for label in labels)
    return Transcript("Inès", name, text.rstrip("\n"), tuple(spans), seen, ())


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Inès", TURNS, people={"Inès": "paire aidante"}, groups=["A"], attributes={"lieu": "ville"})
    yield made
    made.store.close()


def replace(writer: Writer, turns: Said, *, keep_lost: bool = False) -> Replacement:
    done: Replacement = writer.do(
        ACT, lambda s: replace_transcript(s, 1, transcript(turns), keep_lost=keep_lost)).result
    return done


def quotes(writer: Writer) -> list[str]:
    with writer.store.reading() as session:
        return list(session.scalars(select(Passage.quote).order_by(Passage.start, Passage.end)))


def with_turn(number: int, words: str, *, label: str = "") -> Said:
    turns = list(TURNS)
    turns[number - 1] = (label or turns[number - 1][0], words)
    return turns


def test_passages_stay_on_their_corrected_words_and_undo_brings_all_back(writer: Writer) -> None:
    for quote in ("la maizon depuis", "la maizon aussi", "On ne m’a jamais dit"):
        build.coded(writer, "Inès", quote, "T")
    before = dump(writer)
    turns = [("Q", "Bonjour."), ("Inès", "Bonjour."), *with_turn(2, "Le chat noir dort la journée, la maison aussi.")]
    turns[2] = ("Q", "Comment va la maison depuis le printemps ?")
    done = replace(writer, turns)
    assert (len(done.kept), len(done.moved), len(done.lost)) == (1, 2, 0)
    assert quotes(writer) == ["la maison depuis", "la maison aussi", "On ne m’a jamais dit"]
    assert check(writer.store).ok
    with writer.store.reading() as session:
        row, = interviews.interviews(session)
        assert (row.title, row.file_name, row.groups, row.turns) == ("Inès", "Inès relue.docx", ("A",), 7)
        assert row.attributes == {"lieu": "ville"}
        assert [(part.name, part.role) for part in row.participants] == [("Inès", "paire aidante")]
        assert [hit.found for hit in find(session, "maison")] == ["maison", "maison"]
        assert not find(session, "maizon")
    after = dump(writer)
    writer.undo()
    assert dump(writer) == before
    assert check(writer.store).ok
    writer.redo()
    assert dump(writer) == after


def test_a_passage_without_words_is_refused_then_kept_in_a_memo(writer: Writer) -> None:
    kept = build.coded(writer, "Inès", "toute la journée", "T")
    lost = build.coded(writer, "Inès", "ce que je devais faire ici", "Rôle > Flou", "T")
    writer.do(ACT, lambda s: passages.write_memo(s, passage_id=lost, text="À comparer avec Paul."))
    writer.do(ACT, lambda s: memos.write(s, text="Déjà là.", target="interview_id", target_id=1))
    before = dump(writer)
    turns = with_turn(4, "Oui.")
    with writer.store.reading() as session:
        seen = foreseen(session, 1, transcript(turns))
    assert [fate.passage_id for fate in seen.kept] == [kept]
    assert [(fate.before, fate.codes) for fate in seen.lost] == [("ce que je devais faire ici", ("Rôle > Flou", "T"))]
    with pytest.raises(KnownError) as refused:
        replace(writer, turns)
    assert "ce que je devais faire ici" in str(refused.value.values["quotes"])
    assert dump(writer) == before
    assert replace(writer, turns, keep_lost=True) == seen
    assert quotes(writer) == ["toute la journée"]
    with writer.store.reading() as session:
        note = memos.read(session, target="interview_id", target_id=1)
    assert note.startswith("Déjà là.")
    assert "ce que je devais faire ici" in note
    assert "Rôle > Flou, T" in note
    assert "À comparer avec Paul." in note
    assert check(writer.store).ok
    writer.undo()
    assert dump(writer) == before


def test_other_words_in_the_same_place_are_another_passage(writer: Writer) -> None:
    build.coded(writer, "Inès", TURNS[3][1], "T")
    with writer.store.reading() as session:
        seen = foreseen(session, 1, transcript(with_turn(4, "Les réunions du lundi, franchement, personne n’y va.")))
    assert len(seen.lost) == 1


def test_words_that_went_elsewhere_are_found_again(writer: Writer) -> None:
    build.coded(writer, "Inès", "On ne m’a jamais dit ce que je devais faire ici.", "T")
    done = replace(writer, [TURNS[3], *TURNS[:3], TURNS[4]])
    assert not done.lost
    assert quotes(writer) == ["On ne m’a jamais dit ce que je devais faire ici."]
    assert check(writer.store).ok


def test_who_speaks_and_who_asks_stay(writer: Writer) -> None:
    writer.do(ACT, lambda s: speakers.set_interviewer(s, 1))
    with writer.store.reading() as session:
        before = {row.label: (row.id, row.is_interviewer, row.participant) for row in speakers.speakers(session, 1)}
    replace(writer, [*TURNS, ("Paul", "Moi aussi.")])
    with writer.store.reading() as session:
        after = {row.label: (row.id, row.is_interviewer, row.participant) for row in speakers.speakers(session, 1)}
    assert after.pop("Paul")[1] is False
    assert after == before


def test_a_voice_that_is_renamed_is_the_same_participant(writer: Writer) -> None:
    replace(writer, [("E", words) if label == "Inès" else (label, words) for label, words in TURNS])
    with writer.store.reading() as session:
        assert [(row.label, row.participant) for row in speakers.speakers(session, 1)] == [("Q", None), ("E", "Inès")]
        assert session.scalar(select(Speaker.id).where(Speaker.label == "Inès")) is None


def test_what_was_read_and_what_is_to_be_revisited_follow(writer: Writer) -> None:
    with writer.store.reading() as session:
        fourth = session.scalars(select(Turn).where(Turn.number == 4)).one()
    writer.do(ACT, lambda s: reading_progress.set_to_revisit(s, 1, 4, True))
    writer.do(ACT, lambda s: reading_progress.read_up_to(s, 1, fourth.end))
    replace(writer, [("Q", "Bonjour."), ("Inès", "Bonjour à vous."), *TURNS])
    with writer.store.reading() as session:
        turn = session.scalars(select(Turn).where(Turn.to_revisit.is_(True))).one()
        assert turn.number == 6
        assert session.scalars(select(Interview.read_to)).one() == turn.end


def test_two_passages_that_come_to_one_place_become_one(writer: Writer) -> None:
    build.coded(writer, "Inès", "noir dort toute la journée", "T")
    build.coded(writer, "Inès", "dort toute la journée", "U")
    replace(writer, with_turn(2, "Le chat 😀 dort toute la journée, la maizon aussi."))
    assert quotes(writer) == ["dort toute la journée"]
    assert check(writer.store).ok


WORDS = st.sampled_from(["le", "chat", "noir", "😀", "dort", "ici", "équipe", "jamais", "d’accord,", "travail", "oui."])
SPOKEN = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
SCRIPT = st.lists(st.tuples(st.sampled_from(["Q", "Inès", "Paul"]), SPOKEN), min_size=1, max_size=6)


@st.composite
def corrections(draw: st.DrawFn) -> tuple[Said, Said, list[tuple[int, int]]]:
    """A transcript, the same one corrected at random, and spans of the first."""
    turns = draw(SCRIPT)
    corrected: Said = []
    for label, words in turns:
        fate = draw(st.sampled_from(["same", "same", "word", "gone", "label", "more"]))
        if fate == "gone" and len(turns) > 1:
            continue
        pieces = words.split(" ")
        if fate == "word":
            pieces[draw(st.integers(0, len(pieces) - 1))] = draw(SPOKEN)
        corrected.append(("Inés" if fate == "label" else label, " ".join(pieces)))
        if fate == "more":
            corrected.append(draw(st.tuples(st.just("Q"), SPOKEN)))
    length = len(transcript(turns).text)
    spans = draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), max_size=8))
    return turns, corrected or [("Q", "fin")], [(min(pair), max(pair)) for pair in spans]


@settings(max_examples=60)
@given(case=corrections())
def test_every_passage_is_kept_on_its_words_or_told_as_lost(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[Said, Said, list[tuple[int, int]]]
) -> None:
    turns, corrected, spans = case
    writer = build.project(tmp_path_factory.mktemp("retranscribed"))
    with writer.store:
        build.interview(writer, "Inès", turns)
        code_id = build.code(writer, "T")
        text = transcript(turns).text
        said = [span for span in spans if text[slice(*span)].strip()]

        def act(session: Session) -> None:
            for start, end in said:
                passages.code(session, interview_id=1, start=start, end=end, code_ids=[code_id], coder_id=1)

        writer.do(ACT, act)
        before, had = dump(writer), len(quotes(writer))
        done = replace(writer, corrected, keep_lost=True)
        assert len(done.kept) + len(done.moved) + len(done.lost) == had
        assert all(fate.after for fate in (*done.kept, *done.moved))
        now = transcript(corrected).text
        with writer.store.reading() as session:
            there = session.scalars(select(Passage)).all()
            note = memos.read(session, target="interview_id", target_id=1)
        assert all(row.quote == now[row.start : row.end] for row in there)
        assert {row.quote for row in there} == {fate.after for fate in (*done.kept, *done.moved)}
        assert all(" ".join(fate.before.split()) in " ".join(note.split()) for fate in done.lost)
        assert check(writer.store).ok
        writer.undo()
        assert dump(writer) == before

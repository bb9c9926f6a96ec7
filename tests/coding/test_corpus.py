# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews in and out of the corpus, and who speaks in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding import corpus, memos, participants, speakers
from coding.arrivals import Failure, take_in
from coding.changes import Label, Writer
from coding.check import check
from coding.intake.batch import read_many
from coding.intake.reader import read_transcript
from coding.intake.transcript import Transcript
from coding.interviews import InterviewRow, interviews, text, word_counts
from coding.order import ordered_interviews
from models import tables
from models.errors import KnownError
from tests import build

DO = Label("x")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with build.project(tmp_path).store as store:
        yield Writer(store, coder_id=1)


def transcript(folder: Path, name: str, *turns: str) -> Transcript:
    path = folder / f"{name}.txt"
    path.write_text("\n".join(turns), encoding="utf-8")
    return read_transcript(path)


def marie(folder: Path, name: str = "Marie") -> Transcript:
    return transcript(
        folder, name, "Enquêteur : Comment allez-vous ?", f"Marie : Bien, {name}.", "Enquêteur : Et sinon ?",
        "Marie : Voilà.")


def rows(writer: Writer) -> list[InterviewRow]:
    with writer.store.reading() as session:
        return interviews(session)


def voices(writer: Writer, interview_id: int = 1) -> list[tuple[str, bool, str | None]]:
    with writer.store.reading() as session:
        return [(row.label, row.is_interviewer, row.participant) for row in speakers.speakers(session, interview_id)]


def everything(writer: Writer) -> dict[str, int]:
    counts = check(writer.store).counts
    return {name: count for name, count in counts.items() if count and name != "change_log"}


@pytest.mark.parametrize(("label", "expected"), [
    ("Maëlys", True), ("Mme Petit", True), ("Jo", True), ("LÉA-MARIE", True), ("Q", False), ("R", False),
    ("E07", False), ("BA725", False), ("Enquêté 1", False), ("Enquêtée", False), ("Médecin", False), ("MC", False),
    ("marie", False), ("Pair aidant", False),
])
def test_names_are_told_from_codes(label: str, expected: bool) -> None:
    assert speakers.reads_as_name(label) is expected


def test_a_transcript_goes_in(writer: Writer, tmp_path: Path) -> None:
    read = marie(tmp_path)
    change = writer.do(DO, lambda s: corpus.add_transcript(s, read, group="A"))
    row, = rows(writer)
    assert (row.id, row.title, row.turns, row.length, row.groups) == (change.result, "Marie", 4, len(read.text), ("A",))
    assert [(person.name, person.role) for person in row.participants] == [("Marie", "")]
    assert voices(writer) == [("Enquêteur", True, None), ("Marie", False, "Marie")]
    with writer.store.reading() as session:
        assert text(session, row.id) == read.text
        assert word_counts(session) == {row.id: 7}
    assert check(writer.store).ok
    writer.undo()
    assert everything(writer) == {"project": 1, "coder": 1}
    assert check(writer.store).ok


def test_one_text_goes_in_once_and_titles_are_numbered(writer: Writer, tmp_path: Path) -> None:
    paths = []
    for folder, words in (("a", "Un."), ("b", "Deux."), ("c", "Un.")):
        (tmp_path / folder).mkdir()
        transcript(tmp_path / folder, "Entretien", "Q : Alors ?", f"R : {words}", "Q : Et ?", "R : Fin.")
        paths.append(tmp_path / folder / "Entretien.txt")
    arrivals = take_in(writer, read_many([*paths, tmp_path / "absent.txt"], in_process=True), group="G")
    assert [arrival.title for arrival in arrivals.imported] == ["Entretien", "Entretien (2)"]
    assert [(failure.file, str(failure.error).split(":")[0]) for failure in arrivals.failed] == [
        ("Entretien.txt", "Entretien.txt is already in the project, as “Entretien”"),
        ("absent.txt", "absent.txt cannot be found. It may have been moved or renamed.")]
    assert isinstance(arrivals.failed[0], Failure)
    assert [row.groups for row in rows(writer)] == [("G",), ("G",)]
    writer.undo()
    assert rows(writer) == []


def test_the_interviewer_can_be_corrected(writer: Writer, tmp_path: Path) -> None:
    read = transcript(tmp_path, "t", "Anne : Comment ?", "Marie : Bien.", "Anne : Pourquoi ?", "Marie : Ainsi.")
    writer.do(DO, lambda s: corpus.add_transcript(s, read))
    writer.do(DO, lambda s: corpus.set_interviewer(s, 1, "Marie"))
    assert voices(writer) == [("Anne", False, "Anne"), ("Marie", True, None)]
    assert [person.name for person in rows(writer)[0].participants] == ["Anne"]
    writer.do(DO, lambda s: corpus.set_interviewer(s, 1, "Anne"))
    assert voices(writer) == [("Anne", True, None), ("Marie", False, "Marie")]
    assert everything(writer)["participant"] == 1
    with pytest.raises(KnownError, match="Nobody is called “Luc”"):
        writer.do(DO, lambda s: corpus.set_interviewer(s, 1, "Luc"))


def test_voices_follow_the_participants_recorded(writer: Writer, tmp_path: Path) -> None:
    read = transcript(tmp_path, "t", "Q : Bonjour ?", "R : Oui.", "Q : Et puis ?", "R : Non.")
    writer.do(DO, lambda s: corpus.add_transcript(s, read))
    assert voices(writer)[1] == ("R", False, None)
    writer.do(DO, lambda s: participants.set_participants(s, 1, [("Léa", "médecin")]))
    assert voices(writer)[1] == ("R", False, "Léa")
    writer.do(DO, lambda s: participants.set_participants(s, 1, [("Zoé", "pair"), ("Léa", None)]))
    people = rows(writer)[0].participants
    assert [(person.name, person.role) for person in people] == [("Zoé", "pair"), ("Léa", "médecin")]
    with writer.store.reading() as session:
        speaker = speakers.speakers(session, 1)[1]
    writer.do(DO, lambda s: corpus.link_speaker(s, speaker.id, people[0].participant_id))
    assert voices(writer)[1] == ("R", False, "Zoé")
    writer.do(DO, lambda s: corpus.link_speaker(s, speaker.id, None))
    assert voices(writer)[1] == ("R", False, None)
    writer.do(DO, lambda s: participants.set_participants(s, 1, [("Ana", None)]))
    assert everything(writer)["participant"] == 1
    while writer.undo():
        assert check(writer.store).ok
    assert "participant" not in everything(writer)


@pytest.mark.parametrize(("labels", "people", "expected"), [
    (("ELODIE", "Margot"), ("Margot", "Élodie"), ("Élodie", "Margot")),
    (("Elodie", "Margot"), ("Margot Petit", "Elodie Roy"), ("Elodie Roy", "Margot Petit")),
    (("E", "M"), ("Margot", "Elodie"), ("Elodie", "Margot")),
    (("E.R.", "MP"), ("Margot Petit", "Elodie Roy"), ("Elodie Roy", "Margot Petit")),
    (("E", "F"), ("Margot", "Elodie"), (None, None)),
    (("M", "M2"), ("Margot", "Marie"), (None, None)),
    (("R1", "R2"), ("Margot", "Elodie"), (None, None)),
])
def test_each_voice_of_a_joint_interview_finds_its_participant(
    writer: Writer, labels: tuple[str, str], people: tuple[str, str], expected: tuple[str | None, str | None]
) -> None:
    turns = [("Q", "Alors ?"), (labels[0], "Oui."), (labels[1], "Non.")]
    build.interview(writer, "Deux", turns)
    writer.do(DO, lambda s: participants.set_participants(s, 1, [(name, "") for name in people]))
    assert tuple(name for _label, _asks, name in voices(writer)) == (None, *expected)


def test_removing_an_interview_takes_all_of_it_and_undo_brings_it_back(writer: Writer) -> None:
    build.interview(writer, "Reste", [("Q", "Oui ?"), ("Paul", "Oui.")], people={"Paul": "pair"}, units=["Nord"])
    before = everything(writer)
    gone = build.interview(
        writer, "Parti", [("Q", "Oui ?"), ("Paul", "Non."), ("Léa", "Peut-être.")], people={"Paul": "a", "Léa": "b"},
        groups=["A"], units=["Nord", "Sud"], attributes={"Métier": "x"})
    build.coded(writer, "Parti", "Non.", "Réticences > Crainte")
    writer.do(DO, lambda s: memos.write(s, text="Un mémo.", target="interview_id", target_id=gone))
    writer.do(DO, lambda s: memos.write(s, text="Sur elle.", target="passage_id", target_id=1))
    writer.do(DO, lambda s: memos.write_summary(s, code_id=1, interview_id=gone, text="En bref."))
    full = everything(writer)
    writer.do(DO, lambda s: corpus.remove_interview(s, gone))
    left = everything(writer)
    assert {name: left[name] for name in before} == before
    assert set(left) - set(before) == {"code", "interview_group", "attribute"}
    assert check(writer.store).ok
    writer.undo()
    assert everything(writer) == full
    assert check(writer.store).ok


def test_titles_statuses_and_order(writer: Writer) -> None:
    first = build.interview(writer, "Un", [("Q", "Un ?"), ("R", "Un.")])
    second = build.interview(writer, "Deux", [("Q", "Deux ?"), ("R", "Deux.")])
    with pytest.raises(KnownError, match="already called “Deux”"):
        writer.do(DO, lambda s: corpus.rename(s, first, " Deux "))
    with pytest.raises(KnownError, match="needs a title"):
        writer.do(DO, lambda s: corpus.rename(s, first, " "))
    writer.do(DO, lambda s: corpus.rename(s, first, "Une"))
    writer.do(DO, lambda s: corpus.set_status(s, first, "reread"))
    with pytest.raises(ValueError, match="finished"):
        writer.do(DO, lambda s: corpus.set_status(s, first, "finished"))
    writer.do(DO, lambda s: corpus.set_order(s, [second]))
    with writer.store.reading() as session:
        ordered = ordered_interviews(session)
    assert ([row.title for row in ordered], ordered.basis, len(ordered)) == (["Deux", "Une"], "manual", 2)
    assert [row.status for row in rows(writer)] == ["coded", "reread"]
    with pytest.raises(KnownError, match="no longer in the project"):
        writer.do(DO, lambda s: corpus.rename(s, 99, "x"))


def test_every_table_is_counted(writer: Writer) -> None:
    assert set(check(writer.store).counts) == set(tables.BY_NAME)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What was corrected in a file's labels is proposed for the next ones of its make, until it is taken off."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import project, speakers
from coding.arrivals import Arrivals, Correction, take_in
from coding.changes import Writer
from coding.comparing import Compared, compared
from coding.elsewhere import Cancelled
from coding.intake.batch import read_many
from coding.intake.corrections import Voice
from coding.intake.transcript import Transcript
from coding.interviews import interviews
from coding.label_memory import recall
from coding.reviewing import FileReview, rivals

TALK = "JR : Dites-moi tout ?\nInès : Rien du {n}.\nJR : Ah ?\nInnès : Oui oui.\nJR : Bien.\nInès : Voilà.\n"


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return project.create(tmp_path / "a.filrouge", title="A", language="fr")


def files(folder: Path, *names: str, text: str = TALK) -> list[Path]:
    paths = [folder / name for name in names]
    for n, path in enumerate(paths):
        path.write_text(text.format(n=f"{n} {path.name}"), "utf-8")
    return paths


def looked_at(writer: Writer, paths: list[Path]) -> list[FileReview]:
    with writer.store.reading() as session:
        return [FileReview(one) for one in compared(session, read_many(paths, in_process=True))]


def taken(writer: Writer, reviews: list[FileReview]) -> Arrivals:
    incoming = [one.incoming for one in reviews]
    return take_in(writer, [one for one in incoming if one is not None], learnt=[one.reviewed for one in reviews])


def remembered(writer: Writer) -> dict[str, Voice]:
    with writer.store.reading() as session:
        return {label: voice for (_make, label), voice in recall(session).items()}


def test_corrections_come_back_in_the_next_file_and_go_in_the_same_act(writer: Writer, tmp_path: Path) -> None:
    (first,) = looked_at(writer, files(tmp_path, "a.txt"))
    first.join(["Innès"], "Inès")
    first.rename("JR", "Enquêteur")
    first.set_asks("JR", True)
    arrivals = taken(writer, [first])
    assert remembered(writer) == {"innès": Voice("Inès"), "jr": Voice("Enquêteur", True)}
    with writer.store.reading() as session:
        voices = speakers.speakers(session, arrivals.imported[0].interview_id)
    assert {(one.label, one.turns, one.is_interviewer) for one in voices} == {
        ("Enquêteur", 3, True), ("Inès", 3, False)}
    (second,) = looked_at(writer, files(tmp_path, "b.txt"))
    assert set(second.recalled) == {"Innès", "JR"}
    assert second.speaking == ["Enquêteur", "Inès"]
    writer.undo()
    assert remembered(writer) == {}


def test_another_make_is_not_concerned(writer: Writer, tmp_path: Path) -> None:
    (first,) = looked_at(writer, files(tmp_path, "a.txt"))
    first.join(["Innès"], "Inès")
    taken(writer, [first])
    (other,) = looked_at(writer, files(tmp_path, "b.txt", text=TALK.replace(" : ", ": ")))
    assert not other.recalled


def test_what_is_taken_off_is_forgotten_unless_another_file_keeps_it(writer: Writer, tmp_path: Path) -> None:
    (first,) = looked_at(writer, files(tmp_path, "a.txt"))
    first.join(["Innès"], "Inès")
    taken(writer, [first])
    keeping, dropping = looked_at(writer, files(tmp_path, "b.txt", "c.txt"))
    dropping.restore(["Innès"])
    taken(writer, [keeping, dropping])
    assert remembered(writer) == {"innès": Voice("Inès")}
    (last,) = looked_at(writer, files(tmp_path, "d.txt"))
    last.restore(["Innès"])
    taken(writer, [last])
    assert remembered(writer) == {}


def test_one_who_is_known_to_ask_stands_for_all_guesses(writer: Writer, tmp_path: Path) -> None:
    (first,) = looked_at(writer, files(tmp_path, "a.txt"))
    first.set_asks("JR", False)
    first.set_asks("Inès", True)
    taken(writer, [first])
    (second,) = looked_at(writer, files(tmp_path, "b.txt"))
    assert [label for label, voice in second.voices.items() if voice.asks] == ["Inès"]


def test_two_files_do_not_take_the_place_of_one_interview(writer: Writer, tmp_path: Path) -> None:
    long = "Q : {n} ?\n" + "".join(f"Inès : Je vous le dis pour la fois numéro {n}.\nQ : Ah ?\n" for n in range(9))
    taken(writer, looked_at(writer, files(tmp_path, "a.txt", text=long)))
    one, two = looked_at(writer, files(tmp_path, "b.txt", "c.txt", text=long))
    assert (one.replacing, two.replacing) == (True, False)
    two.replacing = True
    assert rivals([one, two]) == {1: "b.txt"}
    arrivals = taken(writer, [one, two])
    assert [arrival.replacement is not None for arrival in arrivals.imported] == [True]
    assert "b.txt" in str(arrivals.failed[0].error)
    assert isinstance(two.incoming, Correction)


def test_a_batch_is_stopped_whole(writer: Writer, tmp_path: Path) -> None:
    read = [one for one in read_many(files(tmp_path, "a.txt", "b.txt"), in_process=True) if isinstance(one, Transcript)]
    seen: list[str] = []
    with pytest.raises(Cancelled):
        take_in(writer, read, progress=lambda _n, _total, name: seen.append(name), cancelled=lambda: bool(seen))
    with writer.store.reading() as session:
        assert (seen, interviews(session)) == (["a.txt"], [])
        with pytest.raises(Cancelled):
            compared(session, read, cancelled=lambda: True)


def test_a_file_with_nobody_left_stays_out(writer: Writer, tmp_path: Path) -> None:
    (one,) = looked_at(writer, files(tmp_path, "a.txt"))
    one.is_no_speaker(["JR", "Inès", "Innès"])
    assert one.incoming is None
    one.restore(["Inès"])
    assert one.incoming is not None


def test_corrections_are_taken_over_by_files_that_have_the_labels(writer: Writer, tmp_path: Path) -> None:
    one, two = looked_at(writer, files(tmp_path, "a.txt", "b.txt"))
    one.join(["Innès"], "Inès")
    assert two.would_take_over(one.changed)
    two.take_over(one.changed)
    assert two.voices["Innès"] == Voice("Inès")
    assert not two.would_take_over(one.changed)


def test_what_asks_for_an_eye(writer: Writer, tmp_path: Path) -> None:
    (odd,) = looked_at(writer, files(tmp_path, "a.txt"))
    assert odd.doubts == {"Innès": "Inès"}
    assert odd.to_look_at
    odd.join(["Innès"], "Inès")
    assert not odd.doubts
    clean = "Q : {n} ?\nInès : Oui oui.\n" * 3
    (plain,) = looked_at(writer, files(tmp_path, "b.txt", text=clean))
    assert not plain.to_look_at
    (absent,) = looked_at(writer, [tmp_path / "absent.txt"])
    assert absent.to_look_at
    assert isinstance(absent.compared, Compared)
    assert absent.incoming is None

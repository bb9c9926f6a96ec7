# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in which nothing says who speaks: refused as transcripts, their paragraphs ready to be turns."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from coding.intake.batch import Refusal, read_many
from coding.intake.transcript import Transcript
from coding.intake.unturned import AsText, paragraphs, taken_as

DIARY = "Lundi 3 mars\n\n  Je me suis levée tard.\nPersonne n’est venu. 😀\n\n\nMardi\nRien.\n"
WRAPPED = ("Je ne sais pas par où commencer, tant les choses se sont\nenchaînées depuis ce jour de mars où ma sœur "
           "est\nvenue me chercher.\n\nEnsuite il a fallu trouver un logement, puis expliquer à\ntout le monde ce qui "
           "se passait.\n")


def refused(folder: Path, text: str, *, in_process: bool = True) -> Transcript:
    path = folder / "journal.txt"
    path.write_text(text, "utf-8")
    (one,) = read_many([path], in_process=in_process)
    assert isinstance(one, Refusal)
    assert one.text is not None
    return one.text


def said(read: Transcript) -> list[str]:
    return [read.text[turn.start : turn.end] for turn in read.turns]


def test_each_line_is_a_turn_of_nobody(tmp_path: Path) -> None:
    read = refused(tmp_path, DIARY)
    assert said(read) == ["Lundi 3 mars", "Je me suis levée tard.", "Personne n’est venu. 😀", "Mardi", "Rien."]
    assert {turn.speaker for turn in read.turns} == {None}
    assert (read.text, read.speakers, read.warnings, read.make) == (DIARY, (), (), ".txt ¶")


def test_the_reading_process_gives_it_too(tmp_path: Path) -> None:
    assert said(refused(tmp_path, DIARY, in_process=False)) == said(refused(tmp_path, DIARY))


def test_lines_cut_at_a_width_are_one_paragraph(tmp_path: Path) -> None:
    assert [words[:11] for words in said(refused(tmp_path, WRAPPED))] == ["Je ne sais ", "Ensuite il "]


def test_a_recogniser_s_lines_stay_apart(tmp_path: Path) -> None:
    text = "et donc j’ai pensé que\nce serait plus simple\nde partir"
    assert len(said(refused(tmp_path, text))) == 3


def test_what_it_is_taken_as() -> None:
    read = paragraphs(Transcript("a", "a.txt", DIARY, (), (), ()))
    taken = taken_as(read, AsText("journal", "  Inès  B "))
    assert (taken.kind, taken.turns[0].speaker, taken.turns[-1].speaker) == ("journal", "Inès B", "Inès B")
    assert [(seen.label, seen.turns, seen.interviewer) for seen in taken.speakers] == [("Inès B", 5, False)]
    assert not taken_as(read, AsText("document")).speakers


@given(st.text(alphabet="aé😀. \n\t\u00a0", max_size=200))
def test_paragraphs_hold_all_the_words_once_and_in_order(text: str) -> None:
    read = paragraphs(Transcript("a", "a.txt", text, (), (), ()))
    at = 0
    for turn in read.turns:
        assert at <= turn.label_start == turn.start < turn.end
        assert not text[at : turn.start].strip()
        assert text[turn.start : turn.end].strip() == text[turn.start : turn.end]
        at = turn.end
    assert not text[at:].strip()

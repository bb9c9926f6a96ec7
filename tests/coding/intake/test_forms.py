# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way of setting a speaker off from the words."""

from __future__ import annotations

from typing import Any

import docx
import pytest

A, B = "Vous êtes arrivée quand ?", "En 2015, par une amie."
FORMS = {
    "space colon": ("Q : {}", "R : {}", "Q", "R"),
    "no space": ("Q: {}", "R:{}", "Q", "R"),
    "no-break space": ("Paul\u00a0: {}", "Inès\u00a0: {}", "Paul", "Inès"),
    "narrow no-break space": ("Paul\u202f: {}", "Inès\u202f:\u00a0{}", "Paul", "Inès"),
    "full-width colon": ("Paul：{}", "Inès：{}", "Paul", "Inès"),
    "codes": ("JR : {}", "BA725 : {}", "JR", "BA725"),
    "E07": ("Enq : {}", "E07 : {}", "Enq", "E07"),
    "dash": ("- Paul : {}", "– Inès : {}", "Paul", "Inès"),
    "tab": ("PAUL\t{}", "INÈS\t{}", "PAUL", "INÈS"),
    "colon tab": ("Paul :\t{}", "Inès :\t{}", "Paul", "Inès"),
    "capitals alone": ("PAUL\n{}", "INÈS\n{}", "PAUL", "INÈS"),
    "name and colon alone": ("Paul :\n{}", "Inès :\n\n{}", "Paul", "Inès"),
    "several words": ("L’enquêtrice : {}", "Cadre de santé 2 : {}", "L’enquêtrice", "Cadre de santé 2"),
    "two people": ("Dr B. : {}", "Marie-Lou et Karim : {}", "Dr B.", "Marie-Lou et Karim"),
    "initials": ("M.B. : {}", "P.-A. : {}", "M.B.", "P.-A."),
    "lower case": ("enquêteur : {}", "marie : {}", "enquêteur", "marie"),
    "letter and stop": ("Q. {}", "R. {}", "Q", "R"),
    "spaced dash": ("Paul – {}", "Inès – {}", "Paul", "Inès"),
    "brackets": ("[Paul] {}", "[Inès] {}", "Paul", "Inès"),
    "parentheses": ("(Paul) {}", "(Inès) {}", "Paul", "Inès"),
    "turn numbers": ("12 Paul : {}", "13. Inès : {}", "Paul", "Inès"),
    "everybody": ("Moi : {}", "Tous : {}", "Moi", "Tous"),
    "aside": ("Paul (souriant) : {}", "Inès : {}", "Paul", "Inès"),
}
TIMED = {
    "bracket above": ("[Chercheur] (0:01 - 0:11)\n{}", "[Inès] (0:11 - 0:30)\n{}", "Chercheur", "Inès"),
    "bracket beside": ("[Chercheur] (0:01 - 0:11) {}", "[Inès] (0:11 - 0:30) {}", "Chercheur", "Inès"),
    "time first": ("[00:00:01] PAUL : {}", "[00:00:11] INÈS : {}", "PAUL", "INÈS"),
    "time after": ("PAUL [00:00:01] : {}", "INÈS [00:00:11] : {}", "PAUL", "INÈS"),
    "bare time": ("PAUL 00:00:01 : {}", "INÈS 00:00:11 : {}", "PAUL", "INÈS"),
    "parenthesis first": ("(00:01) Paul : {}", "(00:11) Inès : {}", "Paul", "Inès"),
    "parenthesis after": ("Paul (00:00:01) : {}", "Inès (00:00:11) : {}", "Paul", "Inès"),
    "after the colon": ("Paul : [00:01] {}", "Inès : [00:11] {}", "Paul", "Inès"),
    "recogniser": ("Speaker 1  00:01\n{}", "Speaker 2  00:11\n{}", "Speaker 1", "Speaker 2"),
    "subtitles": ("0:0:1.0 --> 0:0:2.5\nPaul Durand\n{}", "0:0:11.0 --> 0:0:12.5\nInès\n{}", "Paul Durand", "Inès"),
    "time, name, line": ("00:00:01 Paul Durand\n{}", "00:00:11 Inès\n{}", "Paul Durand", "Inès"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_form(form: str, gap: str, txt: Any, said: Any) -> None:
    asks, answers, asker, answerer = FORMS[form]
    lines = [pattern.format(words) for _ in range(3) for pattern, words in ((asks, A), (answers, B))]
    assert said(txt(gap.join(lines))) == [(asker, A), (answerer, B)] * 3


@pytest.mark.parametrize("form", TIMED)
def test_timed_form(form: str, txt: Any, said: Any) -> None:
    asks, answers, asker, answerer = TIMED[form]
    lines = [pattern.format(words) for _ in range(3) for pattern, words in ((asks, A), (answers, B))]
    read = txt("\n".join(lines))
    assert said(read) == [(asker, A), (answerer, B)] * 3
    assert [t.time_ms for t in read.turns] == [1000, 11000] * 3


def test_times_without_names(txt: Any, said: Any) -> None:
    read = txt("\n".join(f"[00:{n:02}:31] Phrase numéro {n}." for n in range(1, 5)))
    assert said(read) == [(None, f"Phrase numéro {n}.") for n in range(1, 5)]
    assert [t.time_ms for t in read.turns] == [(60 * n + 31) * 1000 for n in range(1, 5)]
    assert read.speakers == () and len(read.warnings) == 1


def test_continuation_paragraphs_belong_to_the_turn(txt: Any, said: Any) -> None:
    read = txt("Paul : Oui ?\nInès : Un.\n\nDeux.\nTrois : quatre.\n\nPaul : Bien.\nInès : Voilà.\n\n")
    assert said(read)[1] == ("Inès", "Un.\n\nDeux.\nTrois : quatre.")
    assert read.text.endswith("Voilà.\n\n")


def test_an_empty_turn_keeps_its_place(txt: Any, said: Any) -> None:
    read = txt("Paul : Oui ?\nInès :\nPaul : Non ?\nInès : Si.")
    assert said(read)[1] == ("Inès", "")
    assert len(read.warnings) == 1


def test_numbered_questions_are_one_speaker(txt: Any, said: Any) -> None:
    read = txt("\n".join(f"Q{n} : Question {n} ?\nMarie : Oui {n}." for n in range(1, 6)))
    assert [s.label for s in read.speakers] == ["Q", "Marie"]
    assert len(read.turns) == 10


def test_numbered_people_remain_apart(txt: Any) -> None:
    read = txt("Q : Et vous ?\nE1 : Oui.\nE2 : Non.\nE3 : Si.\n" * 3)
    assert [s.label for s in read.speakers] == ["Q", "E1", "E2", "E3"]


def test_case_and_spaces_do_not_make_a_speaker(txt: Any) -> None:
    read = txt("Paul : A\nInès : B\nPAUL : C\nInès\u00a0: D\nPaul : E\nInès : F")
    assert [(s.label, s.turns) for s in read.speakers] == [("Paul", 3), ("Inès", 3)]


def test_a_mistyped_label_stays_and_is_pointed_at(txt: Any) -> None:
    read = txt("Enquêtrice : Et vous ?\nInès : Oui.\n" * 5 + "Enquêtice : Non ?\nInes : Si.\n")
    assert [s.label for s in read.speakers] == ["Enquêtrice", "Inès", "Enquêtice", "Ines"]
    assert [(w.values["label"], w.values["other"]) for w in read.warnings] == [
        ("Enquêtice", "Enquêtrice"),
        ("Ines", "Inès"),
    ]
    assert "Enquêtice" in read.warnings[0].say()


@pytest.mark.parametrize("colon", ["", " :", "\u00a0:"])
@pytest.mark.parametrize("own_line", [True, False])
def test_bold_names(colon: str, own_line: bool, word: Any, said: Any) -> None:
    document = docx.Document()
    for name, words in [("Paul", A), ("Marie Durand", B)] * 3:
        paragraph = document.add_paragraph()
        paragraph.add_run(name + colon).bold = True
        if own_line:
            document.add_paragraph(words)
        else:
            paragraph.add_run(" " + words)
    assert said(word(document)) == [("Paul", A), ("Marie Durand", B)] * 3


def test_two_turns_are_enough(txt: Any, said: Any) -> None:
    assert said(txt("Paul : Ça va ?\nInès : Oui.")) == [("Paul", "Ça va ?"), ("Inès", "Oui.")]


def test_a_monologue_named_by_its_file(txt: Any, said: Any) -> None:
    read = txt("Romane : Je suis arrivée en 2015.\nPuis voilà.", name="01 Romane.txt")
    assert said(read) == [("Romane", "Je suis arrivée en 2015.\nPuis voilà.")]


def test_a_monologue_announced_by_its_title(txt: Any, said: Any) -> None:
    assert said(txt("Entretien 4, Romane\n\nRomane : Je suis arrivée en 2015.\nPuis voilà.")) == [
        ("Romane", "Je suis arrivée en 2015.\nPuis voilà.")
    ]

# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coding import exports
from coding.changes import Writer
from coding.language import speaking
from coding.reports import iramuteq
from models.errors import KnownError
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path, language="en")
    build.interview(made, "Léa", [("Q", "Et alors ?"), ("Léa", "C’est «\u00a0dur\u00a0», oui… *très* _dur_."),
                                  ("Q", "Ah."), ("Léa", "– Voilà.")], groups=["Ville"], attributes={"Âge": "41"},
                    units=["CSAPA 1"], people={"Léa": "usagère"})
    build.interview(made, "lea", [("Q", "Bien ?"), ("Omar", "Bien.")], groups=["Ville"])
    build.coded(made, "Léa", "Q : Ah.\nLéa : – Voilà.", "Réticences > Peur")
    build.coded(made, "Léa", "C’est «\u00a0dur\u00a0»", "Réticences", "Attentes !")
    yield made
    made.store.close()


def written(writer: Writer, path: Path, *, by_theme: bool = False) -> list[str]:
    with writer.store.reading() as session:
        count = exports.iramuteq(session, path, by_theme)
    text = path.read_bytes().decode("utf-8")
    assert text.count("****") == count and "\r" not in text
    return text.splitlines()


def test_each_interview_with_what_is_known_of_it_and_what_is_answered(writer: Writer, tmp_path: Path) -> None:
    assert written(writer, tmp_path / "1.txt") == [
        "**** *interview_lea *group_ville *structure_csapa1 *age_41", "C'est dur, oui... très dur.", "Voilà.", "",
        "**** *interview_lea2 *group_ville *structure_na *age_na", "Bien."]


def test_coded_passages_under_their_themes(writer: Writer, tmp_path: Path) -> None:
    assert written(writer, tmp_path / "1.txt", by_theme=True)[1:] == [
        "-*reticences", "C'est dur", "Voilà.", "-*attentes", "C'est dur"]


def test_an_interview_in_two_groups_has_a_variable_for_each(writer: Writer, tmp_path: Path) -> None:
    build.interview(writer, "Ana", [("Ana", "Oui.")], groups=["Ville", "Champs"])
    headers = [line for line in written(writer, tmp_path / "1.txt") if line.startswith("****")]
    assert headers[0].startswith("**** *interview_lea *ville_yes *champs_no ")
    assert headers[2].startswith("**** *interview_ana *ville_yes *champs_yes ")


def test_the_names_are_in_the_project_s_language(writer: Writer, tmp_path: Path) -> None:
    with speaking("fr"):
        assert written(writer, tmp_path / "1.txt")[0].startswith("**** *interview_lea *group_")


def test_a_project_without_words_is_refused(tmp_path: Path) -> None:
    made = build.project(tmp_path)
    with made.store.reading() as session, pytest.raises(KnownError):
        exports.iramuteq(session, tmp_path / "1.txt", False)
    made.store.close()
    assert not (tmp_path / "1.txt").exists()


def test_another_ending_is_refused(writer: Writer, tmp_path: Path) -> None:
    with writer.store.reading() as session, pytest.raises(KnownError):
        exports.iramuteq(session, tmp_path / "1.docx", False)


@given(name=st.text(max_size=20))
def test_any_name_becomes_letters_and_digits(name: str) -> None:
    assert re.fullmatch("[a-z0-9]+", iramuteq.slug(name))


@given(words=st.text(max_size=80))
def test_no_sign_of_its_own_is_left_in_the_words(words: str) -> None:
    clean = iramuteq.cleaned(words)
    assert not set("*_\n\t") & set(clean) and clean == clean.strip() and not clean.startswith("-")
    assert iramuteq.cleaned(clean) == clean

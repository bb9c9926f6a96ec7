# SPDX-License-Identifier: GPL-3.0-or-later
"""Words counted: who says them, in how many interviews, in which themes, groups and values."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from coding.searching import leaving, lemma_forms
from coding.textometry import counting
from coding.textometry.counting import Asked, Vocabulary
from coding.textometry.specificity import exponent
from tests import build


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two interviews, one passage that cuts a word, one that takes in the interviewer."""
    writer = build.project(tmp_path)
    build.interview(writer, "Paul", [("Q", "Le secret ?"), ("Paul", "Le secret, toujours le Secret. L’équipe parle."),
                                     ("Paul", "On parle.")], groups=["A"], attributes={"Métier": "pair"})
    build.interview(writer, "Inès", [("Q", "Et l’équipe ?"), ("Inès", "Le soir.")], attributes={"Métier": "bénévole"})
    build.coded(writer, "Paul", "cret, toujours", "Silence > Secret")
    build.coded(writer, "Paul", "secret, toujours le Secret", "Silence > Autre")
    build.coded(writer, "Paul", "ecret ?\nPaul : Le", "Silence")
    writer.store.close()
    return writer.store.path


def count(path: Path, asked: Asked) -> Vocabulary:
    return counting.count(path, asked, told=lambda *_: None)


def said(found: Vocabulary, part: int | None = None) -> dict[str, int]:
    counts = found.counts if part is None else found.parts[part].counts
    return {word: times for word, times in zip(found.words, counts, strict=True) if times}


def test_only_those_who_answer_are_counted_unless_asked(path: Path) -> None:
    found = count(path, Asked())
    assert said(found) == {"le": 3, "parle": 2, "secret": 2, "l": 1, "on": 1, "soir": 1, "toujours": 1, "équipe": 1}
    assert found.words[:3] == ("le", "parle", "secret") and found.corpus == 12 == sum(found.counts)
    assert dict(zip(found.words, found.spread, strict=True))["le"] == 2 and found.interviews == 2
    assert said(count(path, Asked(voices="asks"))) == {"et": 1, "l": 1, "le": 1, "secret": 1, "équipe": 1}
    assert count(path, Asked(voices="all")).corpus == 17


def test_a_theme_counts_each_word_once_whole_and_of_these_voices(path: Path) -> None:
    found = count(path, Asked(by="theme"))
    assert [(part.name, part.words, part.interviews) for part in found.parts] == [("Silence", 5, 1)]
    assert said(found, 0) == {"le": 2, "secret": 2, "toujours": 1}
    for part in found.parts:
        for here, everywhere in zip(part.counts, found.counts, strict=True):
            exponent(here, part.words, everywhere, found.corpus)  # the counts can be


def test_groups_values_and_interviews_are_parts(path: Path) -> None:
    assert [(part.name, part.words) for part in count(path, Asked(by="interview")).parts] == [("Paul", 10), ("Inès", 2)]
    assert count(path, Asked(by="group")).parts[0].words == 10
    words, paul = count(path, Asked(by="group")), count(path, Asked(by="group")).parts[0]
    assert paul.interviews == 1 and set(paul.spread) == {0, 1}  # «soir» is Inès’s alone
    assert paul.spread[words.words.index("soir")] == 0 and paul.spread[words.words.index("le")] == 1
    values = count(path, Asked(by="attribute", attribute="Métier")).parts
    assert {part.name: part.words for part in values} == {"pair": 10, "bénévole": 2}


def test_small_words_can_be_left_out(path: Path) -> None:
    found = count(path, Asked())
    assert [found.words[at] for at in counting.shown(found, "fr", small=False)] == [
        "parle", "secret", "soir", "équipe"]
    assert len(counting.shown(found, "fr", small=True)) == len(found.words)


def test_lemmas_gather_their_forms(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemma_forms, "lemmas_of", lambda forms: {
        form: ("parler", "parle") if form == "parle" else (form,) for form in forms})
    found = said(count(path, Asked(lemmas=True)))
    assert found["parler"] == 2 and "parle" not in found


def test_the_vocabulary_leaves(path: Path, tmp_path: Path) -> None:
    for name in ("v.csv", "v.xlsx"):
        leaving.vocabulary(path, tmp_path / name, Asked(by="theme"), True, told=lambda *_: None)
    about = load_workbook(tmp_path / "v.xlsx").worksheets[1]
    told = " ".join(str(row[0].value) for row in about)
    assert "Silence" in told and " 5" in told  # what each part is made of
    lines = (tmp_path / "v.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 9 and lines[1].startswith("le,3,2,2,1,") and (tmp_path / "v.xlsx").stat().st_size > 3000

# SPDX-License-Identifier: GPL-3.0-or-later
"""Offsets, spans and the rules one by one."""

from __future__ import annotations

import importlib
import unicodedata
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.identifiers import tagger
from coding.identifiers.decoded import normal
from coding.identifiers.finder import find, find_in_file
from coding.identifiers.span import Find, Label, Span, clipped, merged
from models.errors import KnownError

PIECES = st.sampled_from([
    "Martine", "martine", "Rezé", "Rose", "une rose", "Mme B.", "le 3 mai 2020", "06 39 98 12 45",
    "zéro six douze", "\n",
    "I : ",
    "Martine : ", ". ", ", ", " ", "à ", "CHU de Nantes", "😀", "e\u0301", "\r\n", "j’ai 58 ans",
    "arobase", "Dr ", "-", "«", "de la ", "x@exemple.fr",
])
FINDS = st.lists(st.builds(
    lambda start, length, label: Find(start, start + length, label),
    st.integers(0, 60), st.integers(1, 20), st.sampled_from(Label)))


def texts(text: str) -> list[tuple[str, str]]:
    return [(one.text, str(one.label)) for one in find(text)]


def ordered(spans: list[Span]) -> bool:
    return all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_spans_are_true_sorted_and_the_same_again(text: str) -> None:
    found = find(text)
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text for one in found)
    assert ordered(found)
    assert find(text) == found


@given(FINDS)
def test_merged_finds_are_disjoint_and_cover_the_same_ground(finds: list[Find]) -> None:
    kept = merged(finds)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    ground = {at for one in finds for at in range(one.start, one.end)}
    assert {at for one in kept for at in range(one.start, one.end)} == ground
    assert merged(kept) == kept


@given(FINDS, FINDS)
def test_what_is_clipped_touches_nothing_else(finds: list[Find], others: list[Find]) -> None:
    for one in clipped(finds, others):
        assert not any(other.start < one.end and one.start < other.end for other in others)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_normal_form_leads_back(raw: str) -> None:
    read = normal(raw)
    assert read.text == unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    assert read.back(0, len(read.text)) == (0, len(raw))


def test_offsets_are_those_of_the_text_given_before_it_is_normalised() -> None:
    text = unicodedata.normalize("NFD", "I : Où ?\r\nP : À Châteaubriant, avec Élodie Guilbaud.\r\n")
    found = find(text)
    assert [unicodedata.normalize("NFC", one.text) for one in found] == ["Châteaubriant", "Élodie Guilbaud"]
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize("label", ["Enquêtrice", "ENQUÊTEUR", "Question", "P", "I", "E1", "Locuteur 2", "Médecin"])
def test_a_transcript_s_label_is_no_finding(label: str) -> None:
    assert texts(f"{label} : Oui.\nQ : Et alors ?\n{label} : Voilà.\nQ : Bien.\n") == []


def test_a_named_label_is_a_person() -> None:
    text = "Q : Oui ?\nMartine : Non.\nQ : Ah ?\nMme B. : Si.\n"
    assert texts(text) == [("Martine", "PERSON"), ("B.", "PERSON")]


@pytest.mark.parametrize(("sentence", "expected"), [
    ("mon numéro c'est zéro six douze trente-quatre cinquante-six soixante-dix-huit",
     ("zéro six douze trente-quatre cinquante-six soixante-dix-huit", "PHONE")),
    ("écrivez à martine point guilbaud arobase exemple point fr",
     ("martine point guilbaud arobase exemple point fr", "EMAIL")),
    ("elle a soixante-dix-sept ans", ("soixante-dix-sept ans", "AGE")),
    ("c'était le douze mars deux mille dix-neuf", ("douze mars deux mille dix-neuf", "DATE")),
    ("Son IPP est le 800451223.", ("800451223", "ID")),
    ("Le dossier 2020-04571 est là.", ("2020-04571", "ID")),
    ("On l’a mis à la clinique du Pré.", ("clinique du Pré", "ORG")),
    ("J’habite rue de la Chouette.", ("rue de la Chouette", "LOC")),
    ("J’ai vu Mme B. hier.", ("B.", "PERSON")),
    ("Il est notaire.", ("notaire", "PROFESSION")),
    ("Elle est d’origine sénégalaise.", ("sénégalaise", "ORIGIN")),
    ("C’est la grande Sophie qui l’a dit.", ("grande Sophie", "PERSON")),
    ("On a vu le père Pichon.", ("père Pichon", "PERSON")),
    ("Il y avait C. Marchand.", ("C. Marchand", "PERSON")),
    ("Il y avait Yves Le Floc’h.", ("Yves Le Floc’h", "PERSON")),
    ("Il joue à l’US Dreux.", ("US Dreux", "ORG")),
    ("après ça jean-marc n'a plus parlé", ("jean-marc", "PERSON")),
    ("C’est le petit K. qui pleurait.", ("petit K.", "PERSON")),
    ("J’étais à la BAC 78.", ("BAC 78", "ORG")),
    ("C’est l’association Habitat et Humanisme.", ("association Habitat et Humanisme", "ORG")),
    ("Je vais à la Maison du diabète.", ("Maison du diabète", "ORG")),
    ("On a vu la 12e section.", ("12e section", "ORG")),
    ("On va à la cour d’appel de Rennes.", ("cour d’appel de Rennes", "ORG")),
    ("Il habite rue Pasteur.", ("rue Pasteur", "LOC")),
    ("Mon matricule est le 1 048 227.", ("1 048 227", "ID")),
    ("mon dossier c'est le 02/1999/3347-L", ("02/1999/3347-L", "ID")),
    ("je suis à l'association la passerelle", ("association la passerelle", "ORG")),
    ("appelez le plus trente-deux quatre cent septante et un nonante-huit",
     ("plus trente-deux quatre cent septante et un nonante-huit", "PHONE")),
])
def test_a_rule(sentence: str, expected: tuple[str, str]) -> None:
    assert texts(sentence) == [expected]


@pytest.mark.parametrize("sentence", [
    "Depuis vingt ans je fais ça.", "Les Bleus ont gagné.", "Il cultive des roses, et une pierre.",
    "On prend du Doliprane.",
    "La HAS et l’ARS financent.", "Il fume de la Marie-Jeanne.", "On appelle le 15.", "Le mardi, trois semaines.",
    "Ça coûte 12 000 euros.", "Son frère est marié.", "Excusez-moi.",
    "Un métier manuel il en faut.", "Au lieu de ça, on attend.", "L’Éducation nationale, les HLM et le BEPC.",
])
def test_what_names_nobody_is_left(sentence: str) -> None:
    assert texts(sentence) == []


def test_a_name_found_once_is_found_everywhere_unless_it_is_said_as_a_word() -> None:
    found = texts("Rose Tessier est venue. J'ai revu Rose, puis tessier. Elle avait ses roses, une rose.")
    assert [text for text, _label in found] == ["Rose Tessier", "Rose", "tessier"]


def test_a_word_file_gives_the_offsets_of_its_text(tmp_path: Path) -> None:
    from docx import Document

    from coding.intake.reader import read_text

    document = Document()
    document.add_paragraph("Martine Guilbaud vit à Rezé.")
    document.save(str(tmp_path / "a.docx"))
    text = read_text(tmp_path / "a.docx")
    found = find_in_file(tmp_path / "a.docx")
    assert [one.text for one in found] == ["Martine Guilbaud", "Rezé"]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_cue_times_of_subtitles_are_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text("WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Martine>Bonjour à Rezé.\n", encoding="utf-8")
    assert "Rezé" in [one.text for one in find_in_file(path)]
    assert not [one for one in find_in_file(path) if ":" in one.text]


def test_without_the_model_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, **_options: object) -> ModuleType:
        raise OSError(name)

    tagger.model.cache_clear()
    monkeypatch.setattr(importlib.import_module("spacy"), "load", missing)
    try:
        with pytest.raises(KnownError, match="language model is missing"):
            find("Martine.")
    finally:
        tagger.model.cache_clear()


def test_the_name_of_a_number_is_nobody() -> None:
    assert texts("R : mon IBAN c’est le FR76 3000 4000 0312 3456 7890 143, et le BIC est au dos.") == [
        ("FR76 3000 4000 0312 3456 7890 143", "ID")]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Guides in many layouts, and files that are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from coding.guides.draft import GuideDraft
from coding.guides.guide_file import read_guide
from models.errors import KnownError

Shown = list[tuple[str, str]]


def shown(draft: GuideDraft) -> Shown:
    """Section and question, prompts marked."""
    return [(one.section, ("> " if one.is_prompt else "") + one.text) for one in draft.questions]


ROMAN = """Guide d’entretien – pairs aidants

Bonjour, je vous remercie de me recevoir. L’entretien dure une heure.

I. Parcours
1) Pouvez-vous me raconter votre parcours ?
- relance : études, emplois
- vie familiale
2) Qu’est-ce qui est difficile
   dans ce travail au quotidien ?

II. Conclusion
1) Souhaitez-vous ajouter quelque chose ?
"""
THEMES = """THÈME 1 : L’arrivée
Comment s’est passée votre arrivée ?
Relances : accueil ; formation
THÈME 2 : Les savoirs
Que savez-vous que les autres ne savent pas ?
Relances :
- reconnaissance
- concurrence ?
D’où viennent ces savoirs ?
"""
BULLETS = """Parcours
- Comment êtes-vous devenu infirmier ?
    - les soins
- Qu’est-ce qui vous a plu ?
Travail
- Racontez-moi une journée.
"""
DOTTED = """1. Parcours
1.1 Quel est votre parcours ?
1.2 Pourquoi ce métier ?
2. Accueil
2.1 Comment avez-vous été accueilli ?
"""
ENGLISH = """Q1. Can you tell me about your job?
Probe: colleagues
Q2. What would you change?
"""
TOPICS = """Grille d’entretien
A. Trajectoire
- Origine sociale
- Scolarité
B. Travail
- Conditions
"""


@pytest.mark.parametrize(("text", "expected"), [
    (ROMAN, [("Parcours", "Pouvez-vous me raconter votre parcours ?"), ("Parcours", "> études, emplois"),
             ("Parcours", "> vie familiale"),
             ("Parcours", "Qu’est-ce qui est difficile dans ce travail au quotidien ?"),
             ("Conclusion", "Souhaitez-vous ajouter quelque chose ?")]),
    (THEMES, [("L’arrivée", "Comment s’est passée votre arrivée ?"), ("L’arrivée", "> accueil"),
              ("L’arrivée", "> formation"), ("Les savoirs", "Que savez-vous que les autres ne savent pas ?"),
              ("Les savoirs", "> reconnaissance"), ("Les savoirs", "> concurrence ?"),
              ("Les savoirs", "D’où viennent ces savoirs ?")]),
    (BULLETS, [("Parcours", "Comment êtes-vous devenu infirmier ?"), ("Parcours", "> les soins"),
               ("Parcours", "Qu’est-ce qui vous a plu ?"), ("Travail", "Racontez-moi une journée.")]),
    (DOTTED, [("Parcours", "Quel est votre parcours ?"), ("Parcours", "Pourquoi ce métier ?"),
              ("Accueil", "Comment avez-vous été accueilli ?")]),
    (ENGLISH, [("", "Can you tell me about your job?"), ("", "> colleagues"), ("", "What would you change?")]),
    (TOPICS, [("Trajectoire", "Origine sociale"), ("Trajectoire", "Scolarité"), ("Travail", "Conditions")]),
])
def test_plain_texts(tmp_path: Path, text: str, expected: Shown) -> None:
    path = tmp_path / "guide.txt"
    path.write_text(text, encoding="utf-8")
    assert shown(read_guide(path)) == expected


def test_the_title_is_the_file_s_or_the_text_s(tmp_path: Path) -> None:
    path = tmp_path / "Grille 2024.txt"
    path.write_text(BULLETS, encoding="utf-8")
    assert read_guide(path).title == "Grille 2024"
    path.write_text(ROMAN, encoding="cp1252")
    assert read_guide(path).title == "Guide d’entretien – pairs aidants"


def headings(path: Path) -> None:
    document = Document()
    document.add_heading("Guide d’entretien", 0)
    document.add_paragraph("Consigne : l’entretien est anonyme, il dure une heure.")
    document.add_heading("Parcours", 1)
    document.add_paragraph("Racontez-moi votre parcours ?", style="List Number")
    document.add_paragraph("Famille", style="List Bullet 2")
    document.add_heading("Travail", 1)
    document.add_paragraph("Que faites-vous de vos journées ?", style="List Number")
    document.add_paragraph("Relances : les pauses ; les collègues")
    document.save(str(path))


def bold(path: Path) -> None:
    document = Document()
    for section, question, prompt in (("Parcours", "Racontez-moi votre parcours ?", "Famille"),
                                      ("Travail", "Que faites-vous de vos journées ?", "les pauses")):
        document.add_paragraph().add_run(f"Thème : {section}").bold = True
        document.add_paragraph(question, style="List Bullet")
        document.add_paragraph(prompt, style="List Bullet 2")
    document.add_paragraph("les collègues", style="List Bullet 2")
    document.save(str(path))


def table(path: Path) -> None:
    document = Document()
    rows = [("Thèmes", "Questions", "Relances"), ("Parcours", "Racontez-moi votre parcours ?", "Famille"),
            ("Travail", "Que faites-vous de vos journées ?", "les pauses\nles collègues")]
    made = document.add_table(rows=len(rows), cols=3)
    for cells, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))


@pytest.mark.parametrize("make", [headings, bold, table])
def test_word_files(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "guide.docx")
    assert shown(read_guide(tmp_path / "guide.docx")) == [
        ("Parcours", "Racontez-moi votre parcours ?"), ("Parcours", "> Famille"),
        ("Travail", "Que faites-vous de vos journées ?"), ("Travail", "> les pauses"), ("Travail", "> les collègues")]


def test_an_open_document(tmp_path: Path) -> None:
    content = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
      <text:h text:outline-level="1">Parcours</text:h>
      <text:list><text:list-item><text:p>Votre <text:span>parcours</text:span> ?</text:p>
        <text:list><text:list-item><text:p>famille</text:p></text:list-item></text:list></text:list-item></text:list>
      <text:h text:outline-level="1">Travail</text:h>
      <text:list><text:list-item><text:p>Une journée ?</text:p></text:list-item></text:list>
      </office:text></office:body></office:document-content>"""
    with ZipFile(tmp_path / "guide.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    assert shown(read_guide(tmp_path / "guide.odt")) == [
        ("Parcours", "Votre parcours ?"), ("Parcours", "> famille"), ("Travail", "Une journée ?")]


def test_tables(tmp_path: Path) -> None:
    path = tmp_path / "guide.csv"
    path.write_text("Partie;Question;Relances;Thème\nA;Quoi ?;\"un\ndeux\";Freins\nA;Qui ?;;\n", encoding="utf-8")
    draft = read_guide(path)
    assert shown(draft) == [("A", "Quoi ?"), ("A", "> un"), ("A", "> deux"), ("A", "Qui ?")]
    assert [one.theme for one in draft.questions] == ["Freins", "", "", ""]
    path.write_text("section,question,prompt\nA,Quoi ?,no\nA,Encore ?,yes\n", encoding="utf-8")
    assert shown(read_guide(path)) == [("A", "Quoi ?"), ("A", "> Encore ?")]


@pytest.mark.parametrize(("name", "text", "reason"), [
    ("a.txt", "Il était une fois un roi. Que faire alors ?\nIl partit.\nIl revint.\nFin.\nOui.", "No interview guide"),
    ("a.txt", "Q : Oui ?\nPaul : Non.\n" * 6, "is a transcript"),
    ("a.txt", "\n", "No interview guide"),
    ("a.csv", "question;relance\nQuoi ?;un;deux", "more cells than columns"),
    ("a.csv", "guide,question\nUn,Quoi ?\nDeux,Qui ?", "several guides"),
    ("a.csv", "nom,age\nPaul,12", "no column “question”"),
    ("a.mp3", "x", "cannot be read as a guide"),
    ("a.docx", "x", "a.docx"),
    ("a.odt", "x", "a.odt"),
])
def test_what_is_no_guide_is_refused(tmp_path: Path, name: str, text: str, reason: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=reason):
        read_guide(tmp_path / name)


@settings(max_examples=150)
@given(st.lists(st.tuples(
    st.sampled_from(["", "- ", "1) ", "I. ", "A. ", "    ", "Relances : ", "Thème 1 : ", "# ", "2.1 ", "• "]),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30),
    st.sampled_from(["", " ?", "."])), max_size=12))
def test_any_text_is_a_guide_or_refused(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]) -> None:
    path = tmp_path_factory.getbasetemp() / "any guide.txt"
    path.write_text("\n".join("".join(row) for row in rows), encoding="utf-8")
    try:
        draft = read_guide(path)
    except KnownError:
        return
    assert draft.title.strip() and draft.questions
    assert all(one.text.strip() and "\n" not in one.text for one in draft.questions)

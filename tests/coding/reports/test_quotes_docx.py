# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotes in Word, read back: headings, the quote style, attribution, language, page numbers."""

from __future__ import annotations

import zipfile
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from sqlalchemy.orm import Session

from coding import exports
from coding.quotes import Query
from coding.reports.word import QUOTE

NBSP = "\u00a0"
PEUR = f"«{NBSP}Une peur{NBSP}: il a dit “non”{NBSP}!{NBSP}» (Paul, pair aidant dans une structure sanitaire)"
DOUTE = (f"«{NBSP}Un doute. –{NBSP}Le *secret*.{NBSP}» (Elodie, infirmière dans une structure médico-sociale{NBSP}; "
         "Margot, éducatrice)")


def written(session: Session, folder: Path, query: Query | None = None, **options: str) -> list[tuple[str, str]]:
    path = folder / "extraits.docx"
    exports.quotes(session, path, query or Query(), **options)  # type: ignore[arg-type]
    return [(paragraph.style.style_id, paragraph.text) for paragraph in Document(str(path)).paragraphs
            if paragraph.style is not None]


def test_by_theme_code_and_interview(session: Session, tmp_path: Path) -> None:
    paragraphs = written(session, tmp_path)
    assert paragraphs[0][0] == "Title"
    assert [pair for pair in paragraphs if pair[0].startswith(("Heading", QUOTE))] == [
        ("Heading1", "Réticences"),
        ("Heading3", "Elodie et Margot"), (QUOTE, DOUTE),
        ("Heading2", "Crainte > De la rechute"), ("Heading3", "Paul"), (QUOTE, PEUR),
        ("Heading2", "Secret"), ("Heading3", "Elodie et Margot"),
        (QUOTE, f"«{NBSP}Le *secret*.{NBSP}» (Margot, éducatrice)"),
        ("Heading1", "Statut"), ("Heading3", "Paul"), (QUOTE, PEUR),
        (QUOTE, f"«{NBSP}=Le statut.{NBSP}» (Paul, pair aidant dans une structure sanitaire)"),
    ]


def test_by_interview_each_quote_once_a_theme(session: Session, tmp_path: Path) -> None:
    paragraphs = written(session, tmp_path, order="interview")
    assert [text for style, text in paragraphs if style.startswith("Heading")] == [
        "Paul", "Réticences", "Statut", "Elodie et Margot", "Réticences"]


def test_only_what_was_asked_is_filed(session: Session, tmp_path: Path) -> None:
    paragraphs = written(session, tmp_path, Query(code_ids=(1,)))
    assert [text for style, text in paragraphs if style == "Heading1"] == ["Réticences"]
    assert any("Réticences" in text for style, text in paragraphs[:5] if not style.startswith("Heading"))


def test_the_document_speaks_french_and_counts_its_pages(session: Session, tmp_path: Path) -> None:
    written(session, tmp_path)
    document = Document(str(tmp_path / "extraits.docx"))
    languages = {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"fr-FR"}
    assert "PAGE" in document.sections[0].footer._element.xml
    assert document.core_properties.subject == "Pair aidance"
    with zipfile.ZipFile(tmp_path / "extraits.docx") as parts:
        assert parts.testzip() is None

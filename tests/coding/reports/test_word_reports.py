# SPDX-License-Identifier: GPL-3.0-or-later
"""The methods report and the codebook's annex, read back from Word."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import citations, examples, exports, verdicts
from coding.reports.accumulation_figure import draw
from models.passage import Coding
from tests import build


def test_the_figure_is_a_png_and_nothing_without_interviews(session: Session) -> None:
    analysis = verdicts.saturation(session, 1, orders=50)
    assert draw(analysis.overall).startswith(b"\x89PNG")
    assert draw(verdicts.saturation(session, 99, orders=50).overall) == b""


def test_the_codebook_as_an_annex(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "grille.docx"
    exports.codebook(session, path)
    paragraphs = [(p.style.style_id, p.text) for p in Document(str(path)).paragraphs if p.style is not None]
    assert [pair for pair in paragraphs if pair[0].startswith("Heading")] == [
        ("Heading1", "Réticences"), ("Heading2", "Crainte"), ("Heading3", "De la rechute"), ("Heading2", "Secret"),
        ("Heading1", "Statut"),
    ]
    texts = [text for _style, text in paragraphs]
    assert "Peur que l’autre rechute." in texts
    assert any("«\u00a0On coupe les transmissions.\u00a0»" in text for text in texts)


def test_examples_of_the_annex_are_cited_and_those_withheld_are_not(tmp_path: Path) -> None:
    writer = build.project(tmp_path, title="Annexe")
    build.interview(writer, "Paul", [("Q", "Alors ?"), ("Paul", "Euh une peur. Un secret.")], people={"Paul": "pair"})
    passages = [build.coded(writer, "Paul", words, "Réticences > Crainte") for words in ("Euh une peur.", "Un secret.")]

    def act(session: Session) -> None:
        code_id = session.scalars(select(Coding.code_id)).first() or 0
        for passage_id in passages:
            examples.use(session, code_id=code_id, passage_id=passage_id)
        citations.write(session, passages[0], text="Une peur.")
        citations.write(session, passages[1], is_withheld=True)

    writer.do(build.BUILD, act)
    path = tmp_path / "grille.docx"
    with writer.store.reading() as session:
        exports.codebook(session, path)
    writer.store.close()
    document = Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "«\u00a0Une peur.\u00a0» (Paul, pair)" in texts
    assert not any("secret" in text or "Euh" in text for text in texts)
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows][1:] == [
        ["Réticences", "2", "1"], ["Crainte", "2", "1"]]

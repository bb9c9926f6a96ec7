# SPDX-License-Identifier: GPL-3.0-or-later
"""The methods report and the codebook's annex, read back from Word."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from sqlalchemy.orm import Session

from coding import exports, verdicts
from coding.reports.accumulation_figure import draw


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

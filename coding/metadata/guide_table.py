# SPDX-License-Identifier: GPL-3.0-or-later
"""The interview guide as a table, in and out by csv or xlsx: section, question; guide and theme when wanted."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.language import N_, _
from coding.metadata import sheets
from coding.metadata.lookup import Codes
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from models.errors import KnownError
from models.guide import Guide, GuideQuestion

COLUMNS = ("guide", "section", "question", "theme")


def import_guide(writer: Writer, path: Path) -> Report:
    """Add the questions of a guide, in order, in one act; one already there is only given the theme that its row
    names. Raises KnownError when the file is no such table; rows that fail are in the report."""
    sheet = sheets.read(path)
    sheet.require("question")

    def act(session: Session) -> Report:
        codes = Codes(session)
        return take(sheet.rows, lambda row: _take(session, codes, row))

    report: Report = writer.do(Label(N_("import the guide “{file}”"), {"file": path.name}), act).result
    return report


def export_guide(session: Session, path: Path) -> None:
    """Write every question of every guide, in order."""
    themes = {node.id: node.name for node in codebook.read(session).themes}
    sheets.write(path, COLUMNS, (
        (title, section, question, themes.get(theme_id or 0)) for title, section, question, theme_id in session.execute(
            select(Guide.title, GuideQuestion.section, GuideQuestion.text, GuideQuestion.theme_id)
            .join(Guide, Guide.id == GuideQuestion.guide_id)
            .order_by(Guide.position, Guide.id, GuideQuestion.position, GuideQuestion.id))
    ))


def _take(session: Session, codes: Codes, row: Row) -> Outcome:
    text, section = row.get("question"), clean_name(row.get("section"))
    if not text:
        raise KnownError(N_("The row has no question."))
    theme_id = codes.theme(row.get("theme")) if row.get("theme") else None
    guide_id = _guide(session, clean_name(row.get("guide")) or _("Interview guide"))
    found = session.scalar(select(GuideQuestion).where(
        GuideQuestion.guide_id == guide_id, GuideQuestion.section == section, GuideQuestion.text == text))
    if found is None:
        last = session.scalar(select(func.max(GuideQuestion.position)).where(GuideQuestion.guide_id == guide_id))
        session.add(GuideQuestion(
            guide_id=guide_id, section=section, text=text, theme_id=theme_id,
            position=0 if last is None else last + 1))
        session.flush()
        return "added"
    if theme_id is None or found.theme_id == theme_id:
        return "unchanged"
    found.theme_id = theme_id
    return "updated"


def _guide(session: Session, title: str) -> int:
    found = session.scalar(select(Guide.id).where(Guide.title == title))
    if found is not None:
        return found
    last = session.scalar(select(func.max(Guide.position)))
    row = Guide(title=title, position=0 if last is None else last + 1)
    session.add(row)
    session.flush()
    return row.id

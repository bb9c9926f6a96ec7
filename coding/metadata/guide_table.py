# SPDX-License-Identifier: GPL-3.0-or-later
"""The interview guide as a table, in and out by csv or xlsx: section, question; guide, prompt and theme when wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import codebook
from coding.changes import Label, Writer
from coding.codebook import clean_name
from coding.guides import asked
from coding.guides.columns import ALIASES, drafts
from coding.guides.draft import QuestionDraft
from coding.language import N_, _
from coding.metadata import sheets
from coding.metadata.lookup import Codes
from coding.metadata.report import Outcome, Report, take
from coding.metadata.sheets import Row
from models.errors import KnownError
from models.guide import Guide, GuideQuestion

COLUMNS = ("guide", "section", "question", "prompt", "theme")


def import_guide(writer: Writer, path: Path) -> Report:
    """Add the questions of a guide and their prompts, in order, in one act; one already there is only given the theme
    that its row names, a theme or a code of it. Raises KnownError when the file is no such table; rows that fail are
    in the report."""
    sheet = sheets.read(path, aliases=ALIASES)
    sheet.require("question")

    def act(session: Session) -> Report:
        codes = Codes(session)
        report = take(sheet.rows, lambda row: _take(session, codes, row, sheet.columns))
        asked.derive(session)
        return report

    report: Report = writer.do(Label(N_("import the guide “{file}”"), {"file": path.name}), act).result
    return report


def export_guide(session: Session, path: Path) -> None:
    """Write every question of every guide, in order."""
    book = codebook.read(session)
    sheets.write(path, COLUMNS, (
        (title, section, question, "yes" if is_prompt else None, book.path_text(theme_id) if theme_id else None)
        for title, section, question, is_prompt, theme_id in session.execute(
            select(Guide.title, GuideQuestion.section, GuideQuestion.text, GuideQuestion.is_prompt,
                   GuideQuestion.theme_id)
            .join(Guide, Guide.id == GuideQuestion.guide_id)
            .order_by(Guide.position, Guide.id, GuideQuestion.position, GuideQuestion.id))
    ))


def _take(session: Session, codes: Codes, row: Row, columns: Mapping[str, str]) -> Outcome:
    questions = list(drafts(row, columns))
    if not questions:
        raise KnownError(N_("The row has no question."))
    # Where themes cut the guide in sections, only some may be themes of the codebook.
    link = codes.linked if "section" in columns else lambda theme: codes.find([clean_name(theme)])
    theme_id = link(row.get("theme")) if row.get("theme") else None
    guide_id = _guide(session, clean_name(row.get("guide")) or _("Interview guide"))
    outcomes = [_one(session, guide_id, question, theme_id if question.theme else None) for question in questions]
    return next((outcome for outcome in ("added", "updated") if outcome in outcomes), "unchanged")


def _one(session: Session, guide_id: int, draft: QuestionDraft, theme_id: int | None) -> Outcome:
    found = session.scalar(select(GuideQuestion).where(
        GuideQuestion.guide_id == guide_id, GuideQuestion.section == draft.section, GuideQuestion.text == draft.text))
    if found is None:
        last = session.scalar(select(func.max(GuideQuestion.position)).where(GuideQuestion.guide_id == guide_id))
        session.add(GuideQuestion(
            guide_id=guide_id, section=draft.section, text=draft.text, theme_id=theme_id, is_prompt=draft.is_prompt,
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

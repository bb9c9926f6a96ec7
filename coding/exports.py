# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves a project in one call: read, then written in the format that the file's extension names."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coding import quotes as retrieval
from coding.language import N_, _, ngettext
from coding.quotes import Order, Query
from coding.reports.cover import asked, cover, tally
from coding.transversal import Table
from models.code import Code
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.memo_shelf import Kind
    from coding.saturation import Analysis

QUOTES = (".docx", ".xlsx", ".csv", ".md")
TRANSVERSAL = (".xlsx", ".csv", ".docx")
WORD = (".docx",)
MEMOS = (".docx", ".md", ".csv")


def check_format(path: Path, formats: Collection[str]) -> str:
    """The extension of ``path`` in lower case. Raises KnownError naming ``formats`` when it is none of them."""
    extension = path.suffix.lower()
    if extension not in formats:
        raise KnownError(
            N_("“{name}” cannot be written in this format. End its name in one of: {formats}."), name=path.name,
            formats=", ".join(formats),
        )
    return extension


def quotes(session: Session, path: Path, query: Query, *, order: Order = "theme") -> int:
    """Write the quotes that answer ``query``; returns how many. Raises KnownError, as do all of these, when the
    format is not one of QUOTES or the file cannot be written."""
    from coding.reports import quotes_docx, quotes_sheet

    extension = check_format(path, QUOTES)
    found = retrieval.find(session, query, order=order)
    front = cover(session, _("Coded quotes"), *asked(session, query), tally(found))
    match extension:
        case ".docx":
            quotes_docx.write(path, found, front, order=order)
        case ".md":
            quotes_sheet.write_markdown(path, found, front, order=order)
        case ".xlsx":
            quotes_sheet.write_xlsx(path, found, front)
        case _:
            quotes_sheet.write_csv_table(path, found, front)
    return len(found)


def transversal(session: Session, path: Path, table: Table) -> None:
    """Write a transversal table, in one of TRANSVERSAL."""
    from coding.reports import transversal_docx, transversal_sheet

    extension = check_format(path, TRANSVERSAL)
    group = _("All interviews") if table.group is None else _("Group: {name}").format(name=table.group)
    front = cover(session, _("Transversal analysis"), group, _cells(table))
    match extension:
        case ".xlsx":
            transversal_sheet.write_xlsx(path, table, front)
        case ".docx":
            transversal_docx.write(path, table, front)
        case _:
            transversal_sheet.write_csv_table(path, table)


def _cells(table: Table) -> str:
    """What the figures count."""
    if table.by is not None:
        return _("Interviews for each value of “{name}”").format(name=table.by)
    match table.measure:
        case "passages":
            return _("Passages in each interview")
        case "words":
            return _("Words coded in each interview")
        case "share":
            return _("Share of each interview’s words")
        case "presence":
            return _("Presence in each interview")


def codebook(session: Session, path: Path) -> None:
    """Write the codebook as an annex, in Word."""
    from coding.reports import codebook_docx

    check_format(path, WORD)
    codebook_docx.write(path, codebook_docx.entries(session), cover(session, _("Codebook")))


def memos(session: Session, path: Path, kinds: Collection[Kind]) -> int:
    """Write the memos of some kinds, and the field journal, in one of MEMOS; returns how many."""
    from coding.reports import memos_docx

    extension = check_format(path, MEMOS)
    found, targets = memos_docx.read(session, kinds)
    title = _("Field journal") if list(kinds) == ["journal"] else _("Memos")
    front = cover(session, title, ngettext("{n} memo", "{n} memos", len(found)).format(n=len(found)))
    match extension:
        case ".docx":
            memos_docx.write(path, memos_docx.lines(found, targets, front.language), front)
        case ".md":
            memos_docx.write_markdown(path, memos_docx.lines(found, targets, front.language), front)
        case _:
            memos_docx.write_table(path, found, targets, front.language)
    return len(found)


def saturation(session: Session, path: Path, analysis: Analysis) -> None:
    """Write the methods report on a group, in Word; the codebook is dated by its last code."""
    from coding.reports import saturation_docx

    check_format(path, WORD)
    made = session.scalar(select(func.max(Code.created_at)))
    scope = _("Whole corpus") if analysis.group is None else _("Group: {name}").format(name=analysis.group)
    front = cover(session, _("Redundancy of the information collected"), scope)
    saturation_docx.write(path, analysis, front, codebook_date=made.date() if made else None)

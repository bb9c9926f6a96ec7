# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page reads, in one go, and the two matrices made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.guide.matrix_model import Cell, Line, Sheet
from coding import groups, order
from coding.codebook import Codebook
from coding.groups import GroupRow
from coding.guides import asked, guides, reading
from coding.guides.asked import Matrix
from coding.guides.guides import GuideRow
from coding.guides.reading import Said
from coding.language import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Found:
    """Every guide, the matrix of the one that is shown (None when there is none), what is known of themes, and the
    interviews (id, title) in corpus order."""

    guides: tuple[GuideRow, ...]
    guide: GuideRow | None
    matrix: Matrix
    said: Mapping[tuple[int, int], Said]
    interviews: tuple[tuple[int, str], ...]
    groups: tuple[GroupRow, ...]


def read(session: Session, guide_id: int | None) -> Found:
    """Everything the page shows; the first guide when that one is not there."""
    every = guides.read(session)
    shown = next((row for row in every if row.id == guide_id), every[0] if every else None)
    matrix = asked.matrix(session, shown.id) if shown is not None else Matrix((), (), {})
    titles = tuple((row.id, row.title) for row in order.ordered_interviews(session))
    return Found(every, shown, matrix, reading.themes_said(session), titles, tuple(groups.listed(session)))


def questions_sheet(found: Found, book: Codebook) -> Sheet:
    """The questions of the guide × the interviews that followed it."""
    guide = found.guide
    if guide is None:
        return Sheet("", (), (), {})
    lines: list[Line] = []
    section = ""
    for row in guide.questions:
        if row.section and row.section != section:
            lines.append(Line(None, row.section))
        section = row.section
        colour = book.by_id[row.theme_id].colour if row.theme_id in book.by_id else ""
        lines.append(Line(row.id, row.text, colour, row.is_prompt))
    titles = dict(found.interviews)
    columns = tuple((key, titles[key]) for key in found.matrix.interviews if key in titles)
    known = compared(found.matrix)
    cells = {}
    for row in guide.questions:
        for key, _title in columns:
            turns = len(found.matrix.turns(row.id, key))
            if key in known:
                cells[row.id, key] = Cell("put", turns) if turns else Cell("not")
    return Sheet(_("Questions put to each interview"), tuple(lines), columns, cells)


def themes_sheet(found: Found, book: Codebook) -> Sheet:
    """The themes × every interview."""
    lines = tuple(Line(node.id, node.name, node.colour) for node in book.themes)
    cells = {key: Cell("put" if said.asked else "not", 0, said.by_hand) for key, said in found.said.items()}
    return Sheet(_("Themes asked in each interview"), lines, found.interviews, cells, themes=True)


def put_words(found: Found) -> dict[int, str]:
    """To how many interviews each question was put, as the lines of the guide say it."""
    known = compared(found.matrix)
    if not known:
        return {}
    return {key: f"{sum(bool(found.matrix.turns(key, each)) for each in known)}/{len(known)}"
            for key in found.matrix.questions}


def compared(matrix: Matrix) -> set[int]:
    """The interviews in which a question of the guide was found: nothing is known of the others yet."""
    return {interview_id for (_question, interview_id), turns in matrix.cells.items() if turns}

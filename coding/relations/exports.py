# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations as files, from the project's file: what a process of its own can be asked to write.

Each takes the path of the project and that of the file, whose ending says the format. Raises KnownError when that is
none of those offered, or the file cannot be written.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import codebook, contradictions
from coding.exports import check_format
from coding.language import _
from coding.order import ordered_interviews
from coding.project import open_reader
from coding.relations import by_attribute, cooccurrence, spans
from coding.relations.cooccurrence import Level, Meetings, Near
from coding.relations.words import level_words, near_words
from coding.reports.cover import cover
from models.group import Group

TABLES = (".xlsx", ".csv", ".docx")
FIGURES = (".png", ".svg")


def together(project: Path, path: Path, group_id: int | None, theme_id: int | None, near: Near, level: Level) -> None:
    """The pairs of codes that meet, one at least in the theme; or their matrix as a figure."""
    from coding.reports import relations_docx, relations_figure, relations_sheet

    ending = check_format(path, (*TABLES, *FIGURES))
    with open_reader(project) as store, store.reading() as session:
        book = codebook.read(session)
        counted = _within(_counted(session, group_id, near, level), book, theme_id)
        front = cover(session, _("Codes that meet"), _group(session, group_id), _theme(book, theme_id),
                      _("Near: {near}").format(near=near_words(near)),
                      _("Counted: {level}").format(level=level_words(level)))
        marked = contradictions.marked(session)
    match ending:
        case ".xlsx":
            relations_sheet.write_together(path, counted, book, marked, front)
        case ".csv":
            relations_sheet.write_together_csv(path, counted, book, marked)
        case ".docx":
            relations_docx.write_together(path, counted, book, marked, front)
        case _:
            relations_figure.write(path, counted, book, f"{front.title} · {near_words(near)}")


def compared(project: Path, path: Path, group_id: int | None, theme_id: int | None, by: str | None) -> None:
    """Codes × the values of an attribute among a group, or × groups when ``by`` is None."""
    from coding.reports import compared_figure, relations_docx, relations_sheet

    ending = check_format(path, (*TABLES, *FIGURES))
    with open_reader(project) as store, store.reading() as session:
        book = codebook.read(session)
        found = by_attribute.compare(session, by, group_id if by is not None else None)
        title = _("Groups side by side") if by is None else _("Codes by “{attribute}”").format(attribute=by)
        front = cover(session, title, _group(session, group_id) if by is not None else "", _theme(book, theme_id),
                      _("n interviews hold the code, or one below it, of the N that have the value"))
        rows = [row for row in found.rows
                if theme_id not in book.by_id or row.code_id in book.below(theme_id or 0)]
    match ending:
        case ".xlsx":
            relations_sheet.write_compared(path, found, rows, front)
        case ".csv":
            relations_sheet.write_compared_csv(path, found, rows)
        case ".docx":
            relations_docx.write_compared(path, found, rows, front)
        case _:
            compared_figure.write(path, found, rows, title)


def contradictory(project: Path, path: Path, group_id: int | None, theme_id: int | None) -> None:
    """The contradictory pairs and who holds them; in Word, with what those who hold both say."""
    from coding.reports import relations_docx, relations_sheet

    ending = check_format(path, TABLES)
    with open_reader(project) as store, store.reading() as session:
        book = codebook.read(session)
        below = set(book.below(theme_id)) if theme_id in book.by_id and theme_id is not None else None
        found = [reading for reading in contradictions.readings(session, group_id)
                 if below is None or reading.one_id in below or reading.other_id in below]
        front = cover(session, _("Contradictory codes"), _group(session, group_id), _theme(book, theme_id))
        match ending:
            case ".xlsx":
                relations_sheet.write_contradictory(path, found, book, front)
            case ".csv":
                relations_sheet.write_contradictory_csv(path, found, book)
            case _:
                said = {reading.id: contradictions.quotes_of(session, reading) for reading in found}
                relations_docx.write_contradictory(path, found, said, book, front)


def _counted(session: Session, group_id: int | None, near: Near, level: Level) -> Meetings:
    ids = ordered_interviews(session, group_id).ids
    return cooccurrence.count(spans.read(session, ids), codebook.read(session), len(ids), near, level)


def _within(counted: Meetings, book: codebook.Codebook, theme_id: int | None) -> Meetings:
    """Only the meetings of the theme's codes, with whichever others."""
    return counted if theme_id is None or theme_id not in book.by_id else counted.of(book.below(theme_id))


def _group(session: Session, group_id: int | None) -> str:
    name = session.scalar(select(Group.name).where(Group.id == group_id)) if group_id is not None else None
    return _("All interviews") if name is None else _("Group: {name}").format(name=name)


def _theme(book: codebook.Codebook, theme_id: int | None) -> str:
    node = book.by_id.get(theme_id) if theme_id is not None else None
    return "" if node is None else _("Theme: {name}").format(name=node.name)

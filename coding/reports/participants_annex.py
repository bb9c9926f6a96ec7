# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of participants, as an annex of the thesis prints it: a row each, the columns chosen, in Word or xlsx."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from sqlalchemy.orm import Session

from coding import attributes, interviews, participants
from coding.citation_pattern import ATTRIBUTE, attribute_names
from coding.fold import fold
from coding.interview_words import duration
from coding.interviews import InterviewRow
from coding.language import _, clauses, short_date
from coding.participants import ParticipantRow
from coding.reports.cover import Cover
from coding.reports.leaving import save_whole
from coding.reports.sheet import about, fit, header, put
from coding.typography import NBSP

Order = Literal["interview", "name"]
ORDERS: tuple[Order, ...] = ("interview", "name")
COLUMNS = ("pseudonym", "role", "structure", "mode", "date", "duration", "interview", "group")
USUAL = ("pseudonym", "role", "structure", "mode", "date", "duration")
WIDE = 6  # columns: more of them take a page on its side
_LEAST, _MOST = 6, 34  # letters that weigh in the width of a column
_LETTER, _AROUND = 0.18, 0.3  # centimetres: a letter of a table, what a cell leaves free around its words

_OF_INTERVIEWS: Mapping[str, Callable[[InterviewRow], str]] = {
    "structure": lambda row: ", ".join(row.units),
    "mode": lambda row: row.mode,
    "date": lambda row: short_date(row.date) if row.date else "",
    "duration": lambda row: duration(row.duration_min),
    "interview": lambda row: row.title,
    "group": lambda row: ", ".join(row.groups),
}


def columns(session: Session) -> list[str]:
    """Every column there can be: COLUMNS, then «attr:Name» for each attribute."""
    return [*COLUMNS, *(f"{ATTRIBUTE}{name}" for name in attribute_names(session))]


def title(column: str) -> str:
    """What heads a column."""
    name = column.removeprefix(ATTRIBUTE)
    return {
        "pseudonym": _("Pseudonym"), "role": _("Role"), "structure": _("Structure"), "mode": _("Mode"),
        "date": _("Date"), "duration": _("Duration"), "interview": _("Interview"), "group": _("Group"),
    }.get(column, name[:1].upper() + name[1:])


def rows(session: Session, chosen: Sequence[str], order: Order = "interview") -> list[tuple[str, ...]]:
    """A row for each participant, of the columns chosen; what several interviews say of one is said once each, a
    semicolon between. ``order``: by first interview, or by name without accents or case."""
    held = {row.id: row for row in interviews.interviews(session)}
    types = {fold(row.name): row.type for target in ("interview", "participant")
             for row in attributes.listed(session, target)}
    people = participants.listed(session)
    if order == "name":
        people.sort(key=lambda person: fold(person.name))
    return [tuple(_cell(column, person, [held[part.interview_id] for part in person.parts], types) for column in chosen)
            for person in people]


def write_docx(path: Path, chosen: Sequence[str], found: Sequence[Sequence[str]], cover: Cover) -> None:
    """Write the table to a .docx, on its side when it is wide. Raises KnownError when it cannot."""
    from coding.reports.word import Page
    from coding.reports.word_table import Cell

    page = Page(cover, landscape=len(chosen) > WIDE)
    head = tuple(Cell(title(column), bold=True) for column in chosen)
    page.table([head, *(tuple(map(Cell, row)) for row in found)], _widths(chosen, found, page.width))
    page.save(path)


def write_xlsx(path: Path, chosen: Sequence[str], found: Sequence[Sequence[str]], cover: Cover) -> None:
    """Write the table to an .xlsx. Raises KnownError when it cannot."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("Participants")
    header(sheet, [title(column) for column in chosen], frozen="B2")
    widths = [width + 4 for width in _letters(chosen, found)]
    for number, row in enumerate(found, start=2):
        for place, value in enumerate(row, start=1):
            put(sheet.cell(number, place), value).alignment = Alignment(wrap_text=True, vertical="top")
        fit(sheet, number, row, widths)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape" if len(chosen) > WIDE else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    about(book, cover)
    save_whole(path, book.save)


def _cell(column: str, person: ParticipantRow, met: Sequence[InterviewRow], types: Mapping[str, str]) -> str:
    if column == "pseudonym":
        return person.name
    if column == "role":
        return _once(part.role for part in person.parts)
    if column in _OF_INTERVIEWS:
        return _once(map(_OF_INTERVIEWS[column], met))
    key = fold(column.removeprefix(ATTRIBUTE))
    own = [value for name, value in person.attributes.items() if fold(name) == key]
    said = own or [value for row in met for name, value in row.attributes.items() if fold(name) == key]
    return _once(attributes.shown(value, types.get(key, "text")) for value in said)


def _once(values: Iterable[str]) -> str:
    return clauses(dict.fromkeys(value.strip() for value in values if value.strip()))


def _letters(chosen: Sequence[str], found: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column wants to be, in letters."""
    return [min(max([_LEAST, len(title(column)), *(len(row[place]) for row in found)]), _MOST)
            for place, column in enumerate(chosen)]


def _widths(chosen: Sequence[str], found: Sequence[Sequence[str]], room: float) -> list[float]:
    """In centimetres, so that the columns take ``room`` together: as wide as its longest word each, where there is
    room for it, then as each wants."""
    least = [max(map(len, _unbroken(column, [title(column), *(row[place] for row in found)]))) * _LETTER + _AROUND
             for place, column in enumerate(chosen)]
    spare = room - sum(least)
    if spare <= 0:
        return [room * width / sum(least) for width in least]
    wanted = [max(0.1, letters * _LETTER + _AROUND - width)
              for letters, width in zip(_letters(chosen, found), least, strict=True)]
    return [width + spare * more / sum(wanted) for width, more in zip(least, wanted, strict=True)]


def _unbroken(column: str, texts: Iterable[str]) -> Iterator[str]:
    """What a line should not cut: words, and whole durations."""
    for text in texts:
        yield from text.replace(NBSP, " ").split(";" if column == "duration" else " ")

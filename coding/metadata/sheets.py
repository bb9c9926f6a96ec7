# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as files: csv whatever its encoding and separator, and xlsx. Every cell is text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from coding.fold import fold
from coding.intake.cleaning import clean
from coding.language import N_
from coding.reports.leaving import replacing, save_whole
from coding.reports.sheet import fit, lettering
from models.errors import KnownError

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
_LARGEST_WORKBOOK = 150_000_000  # bytes once unzipped; a zip bomb holds more
NARROWEST, WIDEST = 14, 62  # columns written, in letters
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Row:
    """One row: its number as a spreadsheet shows it (the header is row 1) and its cells by column key, trimmed."""

    number: int
    cells: Mapping[str, str]
    spilt: bool = False

    def get(self, key: str) -> str:
        """The cell of a column; empty when the table has no such column."""
        return self.cells.get(key, "")


@dataclass(frozen=True)
class Sheet:
    """A table read. ``columns`` gives each column's heading as written, by its key (``column_key`` of it)."""

    name: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...]

    def require(self, *keys: str) -> None:
        """Raise KnownError unless the table has all of these columns."""
        for key in keys:
            if key not in self.columns:
                raise KnownError(
                    N_("{file} has no column “{column}”. Its columns are: {columns}."),
                    file=self.name, column=key, columns=", ".join(self.columns.values()) or "–",
                )


def column_key(heading: str) -> str:
    """What a heading is known by: no accents, no case, words joined by underscores («Durée min» → duree_min)."""
    return "_".join(re.split(r"[\s_\-]+", fold(heading).strip()))


def read(path: Path, *, aliases: Mapping[str, str] | None = None) -> Sheet:
    """Read a csv, tsv or xlsx table whose first row holds the headings; blank rows are skipped.

    ``aliases`` maps other column keys to the ones expected. Text becomes NFC with LF. Raises KnownError naming the
    file when it is missing, empty, of another kind or damaged, or when two columns have one name.
    """
    numbered = records(path)
    _number, headings = numbered[0]
    while headings and not headings[-1]:
        headings.pop()
    keys = _keys(path.name, headings, aliases or {})
    blank = [""] * len(keys)
    rows = tuple(
        Row(number, dict(zip(keys, record + blank, strict=False)), spilt=any(record[len(keys):]))
        for number, record in numbered[1:]
    )
    return Sheet(path.name, dict(zip(keys, headings, strict=True)), rows)


def records(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of a csv, tsv or xlsx table that hold anything, at least one, each with its number; cells are trimmed.

    Raises KnownError naming the file when it is missing, empty, of another kind or damaged.
    """
    found = _xlsx_records(path) if path.suffix.lower() == ".xlsx" else _csv_records(path)
    numbered = [(number, [_plain(cell) for cell in record]) for number, record in enumerate(found, start=1)]
    numbered = [(number, record) for number, record in numbered if any(record)]
    if not numbered:
        raise KnownError(N_("{file} is empty."), file=path.name)
    return numbered


def write(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table as csv (UTF-8, commas) or xlsx by the suffix; the file appears whole or not at all.

    None is an empty cell. Text stays text: nothing is taken for a formula or a number.
    """
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise KnownError(N_("{file}: tables are written as .csv or .xlsx. Change the end of its name."), file=path.name)
    if suffix == ".xlsx":
        _write_xlsx(path, headings, rows)
        return
    with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows([_shown(value) for value in row] for row in rows)


def _keys(name: str, headings: Sequence[str], aliases: Mapping[str, str]) -> list[str]:
    keys = [column_key(heading) for heading in headings]
    # Another word for a column is only that where the column itself is absent.
    keys = [key if aliases.get(key, key) in keys else aliases.get(key, key) for key in keys]
    for place, key in enumerate(keys):
        if not key:
            raise KnownError(
                N_("{file}: column {n} has no heading. Give it one, or remove it."), file=name, n=place + 1)
        if key in keys[:place]:
            raise KnownError(
                N_("{file} has two columns “{column}”. Rename or remove one."), file=name, column=headings[place])
    return keys


def _plain(cell: str) -> str:
    return clean(cell)[0].strip()


def _shown(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _csv_records(path: Path) -> Iterator[list[str]]:
    if path.suffix.lower() not in TEXT_SUFFIXES:
        raise KnownError(
            N_("{file}: tables are read from .csv or .xlsx files. Save it as one of them."), file=path.name)
    csv.field_size_limit(2**31 - 1)  # a portrait or a long memo exceeds the default of 131,072
    text = _decoded(path)
    declared = re.match(r'"?sep=(.)"?\r?\n', text)
    if declared:
        text, delimiter = text[declared.end():], declared[1]
    else:
        delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error:
        raise KnownError(
            N_("{file}, line {line}: a quotation mark is missing or misplaced. Correct it in a spreadsheet and save."),
            file=path.name, line=reader.line_num,
        ) from None


def _unreadable(path: Path, error: OSError) -> KnownError:
    if isinstance(error, FileNotFoundError):
        return KnownError(N_("{file} cannot be found. It may have been moved or renamed."), file=path.name)
    return KnownError(N_("{file} cannot be read: {reason}."), file=path.name, reason=error.strerror or str(error))


def _decoded(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if raw.startswith(b"PK\x03\x04"):
        raise KnownError(N_("{file} is not a text file. Save it as CSV UTF-8."), file=path.name)
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise KnownError(N_("{file} is not a text file. Save it as CSV UTF-8."), file=path.name)


def _delimiter(text: str) -> str:
    """The separator that cuts the first line into the most cells; a comma when none does."""
    first = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]
    return max(",;\t", key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))


def _xlsx_records(path: Path) -> list[list[str]]:
    try:
        with path.open("rb") as file:
            rows = _workbook_rows(file, path.name)
    except OSError as error:
        raise _unreadable(path, error) from error
    return [[_cell_text(value) for value in row] for row in rows]


def _workbook_rows(file: BinaryIO, name: str) -> list[Sequence[Any]]:
    """The cells of the first sheet, however few of them its rows hold."""
    from zipfile import ZipFile

    from openpyxl import load_workbook

    try:
        with ZipFile(file) as archive:
            large = sum(entry.file_size for entry in archive.infolist()) > _LARGEST_WORKBOOK
        if not large:
            book = load_workbook(file, read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a file says of its own size may be false
            return list(sheet.iter_rows(values_only=True))
    except Exception as error:  # on a foreign file the library may stumble anywhere
        raise KnownError(N_("{file} is not an Excel workbook, or it is damaged."), file=name) from error
    raise KnownError(N_("{file} is too large to be a table. Split it and import the parts."), file=name)


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return (value.date() if value.time() == datetime.min.time() else value).isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _write_xlsx(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    records = [headings, *rows]
    plain, wrapped = Alignment(vertical="top"), Alignment(wrap_text=True, vertical="top")
    widths = [_width(heading, (row[place] for row in records)) for place, heading in enumerate(headings)]
    for line, record in enumerate(records, start=1):
        for place, value in enumerate(record, start=1):
            cell = sheet.cell(line, place)
            if isinstance(value, int | float | date) and not isinstance(value, bool):
                cell.value = value
            elif value is not None and value != "":
                cell.value = _CONTROLS.sub("", str(value))
                cell.data_type = "s"
            if line == 1:
                cell.font = lettering(bold=True)
            else:
                cell.alignment = wrapped if isinstance(value, str) and len(value) > WIDEST - 2 else plain
        fit(sheet, line, [value if isinstance(value, str) else None for value in record], widths)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    save_whole(path, book.save)


def _width(heading: str, values: Iterable[object]) -> int:
    """In letters: of the longest text, within reason; a heading is never cut."""
    longest = max((len(value) + 2 for value in values if isinstance(value, str)), default=0)
    return max(NARROWEST, len(heading) + 2, min(longest, WIDEST))

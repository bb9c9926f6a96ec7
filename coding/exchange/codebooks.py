# SPDX-License-Identifier: GPL-3.0-or-later
"""Codebooks read from files of any make, as the rows that a comparison with the project needs.

- .qdc (REFI-QDA), whatever program wrote it; texts under headings of ours come apart (``headings``);
- csv and xlsx with our columns (``codebook_table``);
- csv and xlsx of Taguette: tag, parent, description, number of highlights; levels of a tag apart by «/»;
- txt and csv of QualCoder, without headings: «category>>category>>code», «code>>>code», then the memo, after a tab or
  in the next column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coding.codebook import PATH_SEPARATOR, clean_name
from coding.exchange import headings, unfolding
from coding.exchange.bearers import OF_ORIGIN
from coding.exchange.model import CodeNode, Loss
from coding.exchange.reading import read_codebook
from coding.intake.txt_reader import decoded
from coding.language import N_
from coding.metadata import sheets
from coding.metadata.codebook_table import ALIASES, fields_of
from coding.metadata.lookup import path_of
from coding.metadata.report import Problem, whole
from models.errors import KnownError

SETS = N_("Groups of codes: {n}")
SUFFIXES = (".csv", ".tsv", ".xlsx", ".qdc", ".txt")
TAG = "tag"
_LEVELS = re.compile(r">{2,3}")
_GAP = re.compile(r"\t|\s{2,}")


@dataclass(frozen=True)
class Proposed:
    """A code as a file gives it: names from the theme down, what it says of it (empty texts say nothing), and its GUID
    where it has one."""

    path: tuple[str, ...]
    fields: dict[str, Any] = field(default_factory=dict)
    guid: str = ""


@dataclass(frozen=True)
class Book:
    """A codebook read. ``separator`` stands between the levels of names when a tree seems to be flattened into them;
    ``rows`` are as the file writes them, ``unfolded`` as the names tell."""

    rows: tuple[Proposed, ...]
    problems: tuple[Problem, ...] = ()
    losses: tuple[Loss, ...] = ()
    separator: str = ""

    @property
    def unfolded(self) -> tuple[Proposed, ...]:
        """The rows with the levels of their names as levels of the tree."""
        if not self.separator:
            return self.rows
        return tuple(replace(row, path=tuple(level for name in row.path
                                             for level in unfolding.levels(name, self.separator))) for row in self.rows)


def is_table(path: Path) -> bool:
    """Whether a file is a table with our own columns, which ``codebook_table`` takes row by row. Raises KnownError when
    no codebook comes as such a file."""
    _check_kind(path)
    if path.suffix.lower() in (".qdc", ".txt") or (path.suffix.lower() == ".csv" and _headless(path)):
        return False
    return TAG not in sheets.read(path, aliases=ALIASES).columns


def read(path: Path) -> Book:
    """The codebook in a file. Raises KnownError when it is none or holds no code; rows that cannot be read are its
    problems."""
    _check_kind(path)
    book = _book(path)
    if not book.rows and not book.problems:
        raise KnownError(N_("{file} holds no code."), file=path.name)
    return book


def _check_kind(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise KnownError(
            N_("{file}: a codebook comes as .csv, .xlsx or .qdc. A .qdpx project is imported by “filrouge import”."),
            file=path.name)


def _book(path: Path) -> Book:
    suffix = path.suffix.lower()
    if suffix == ".qdc":
        return _exchanged(path)
    if suffix == ".txt":
        return _levelled(path, _lines(path))
    if suffix == ".csv" and (rows := _headless(path)):
        return _levelled(path, rows)
    sheet = sheets.read(path, aliases=ALIASES)
    return _tags(sheet) if TAG in sheet.columns else _table(sheet)


def _exchanged(path: Path) -> Book:
    found = read_codebook(path)
    origins = {guid: OF_ORIGIN[one.guid] for one in found.sets if one.guid in OF_ORIGIN for guid in one.codes}
    others = tuple(one.name for one in found.sets if one.guid not in OF_ORIGIN)
    losses = (*found.losses, *([Loss(SETS, len(others), others[:5])] if others else []))
    return Book(tuple(_walk(found.codes, (), "", origins)), losses=losses,
                separator=unfolding.separator(found.codes, found.origin))


def _walk(codes: Sequence[CodeNode], above: tuple[str, ...], colour: str, origins: dict[str, str]
          ) -> Iterator[Proposed]:
    for node in codes:
        definition, parts = headings.parted(node.description)
        said: dict[str, Any] = {"definition": definition}
        said |= {key: parts[key] for key in ("include", "exclude", "example") if key in parts}
        if node.colour and node.colour != colour:
            said["colour"] = node.colour.upper()
        if node.guid in origins:
            said["origin"] = origins[node.guid]
        path = (*above, node.name.replace(PATH_SEPARATOR, " / "))
        yield Proposed(path, {key: value for key, value in said.items() if value}, node.guid)
        yield from _walk(node.codes, path, node.colour or colour, origins)


def _table(sheet: sheets.Sheet) -> Book:
    if "path" not in sheet.columns:
        sheet.require("theme")
    rows, problems = [], []
    for row in sheet.rows:
        try:
            whole(row)
            rows.append(Proposed(path_of(row), fields_of(row)))
        except KnownError as error:
            problems.append(Problem(row.number, error.key, error.values))
    return Book(tuple(rows), tuple(problems))


def _tags(sheet: sheets.Sheet) -> Book:
    rows, problems = [], []
    for row in sheet.rows:
        name = clean_name(row.get(TAG)).replace(PATH_SEPARATOR, " / ")
        if name:
            rows.append(Proposed((name,), {"definition": row.get("description")} if row.get("description") else {}))
        else:
            problems.append(Problem(row.number, N_("The row names no tag."), {}))
    return Book(tuple(rows), tuple(problems), separator="/" if any("/" in row.path[0] for row in rows) else "")


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    text, _notices = decoded(path, path.name)
    return [(number, _GAP.split(line.strip(), maxsplit=1)) for number, line in enumerate(text.split("\n"), start=1)
            if line.strip()]


def _headless(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of a csv of QualCoder's, which has no headings and «>>» between levels; none of any other."""
    rows = sheets.records(path)
    known = {sheets.column_key(cell) for cell in rows[0][1]}
    ours = known & {"path", "theme", "code", TAG, *(key for key, meant in ALIASES.items() if meant == "path")}
    return [] if ours or not any(">>" in cells[0] for _number, cells in rows) else rows


def _levelled(path: Path, lines: Sequence[tuple[int, list[str]]]) -> Book:
    rows = []
    for _number, cells in lines:
        names = tuple(filter(None, map(clean_name, _LEVELS.split(cells[0]))))
        memo = cells[1].strip().strip('"') if len(cells) > 1 else ""
        if names:
            rows.append(Proposed(names, {"definition": memo} if memo else {}))
    return Book(tuple(rows))

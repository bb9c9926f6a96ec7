# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as files, whatever wrote them."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from coding.metadata import sheets
from models.errors import KnownError

CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_encoding_separator_and_line_end(tmp_path: Path, encoding: str, mark: str, end: str) -> None:
    path = tmp_path / "t.csv"
    lines = [("Thème", "Durée min"), ('"L’élève, « là »"', "62"), ("", ""), ("Œuvre", "3")]
    path.write_bytes(end.join(mark.join(line) for line in lines).encode(encoding))
    sheet = sheets.read(path)
    assert dict(sheet.columns) == {"theme": "Thème", "duree_min": "Durée min"}
    assert [(row.number, row.get("theme"), row.get("duree_min")) for row in sheet.rows] == [
        (2, "L’élève, « là »", "62"), (4, "Œuvre", "3")]


def test_excel_says_its_separator(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("sep=;\r\na;b\r\n1;x,y\r\n", encoding="utf-8")
    assert sheets.read(path).rows[0].get("b") == "x,y"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_written_is_read_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t{suffix}"
    rows = [("=1+1", 3, date(2026, 2, 3)), ("deux\nlignes", None, "007"), ("+x", "é😀", "")]
    sheets.write(path, ("a", "b", "c"), rows)
    assert [dict(row.cells) for row in sheets.read(path).rows] == [
        {"a": "=1+1", "b": "3", "c": "2026-02-03"}, {"a": "deux\nlignes", "b": "", "c": "007"},
        {"a": "+x", "b": "é😀", "c": ""}]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8))
def test_csv_round_trip(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    path = tmp_path_factory.mktemp("sheets") / "t.csv"
    sheets.write(path, ("a", "b"), rows)
    expected = [tuple(sheets._plain(cell) for cell in row) for row in rows]
    assert [(row.get("a"), row.get("b")) for row in sheets.read(path).rows] == [row for row in expected if any(row)]


@pytest.mark.parametrize(("content", "message"), [
    ("", "is empty"),
    ("a,a\n1,2\n", "two columns “a”"),
    ("a,,c\n1,2,3\n", "column 2 has no heading"),
    ('a,b\n"jamais fermé,2\n3,4\n', "a quotation mark is missing"),
])
def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnownError, match=message):
        sheets.read(path)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"nothing")
    (tmp_path / "t.ods").write_bytes(b"nothing")
    with pytest.raises(KnownError, match="not an Excel workbook"):
        sheets.read(tmp_path / "t.xlsx")
    with pytest.raises(KnownError, match=r"\.csv or \.xlsx"):
        sheets.read(tmp_path / "t.ods")
    with pytest.raises(KnownError, match=r"absent\.csv cannot be found"):
        sheets.read(tmp_path / "absent.csv")
    with pytest.raises(KnownError, match="does not exist"):
        sheets.write(tmp_path / "nowhere" / "t.csv", ("a",), [])


SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """A small workbook at ``path``, each of its parts as ``change`` makes it, or left out."""
    book, made = Workbook(), io.BytesIO()
    book.worksheets[0].append(["a", "b"])
    book.worksheets[0].append([1, 12.5])
    book.save(made)
    with ZipFile(made) as whole, ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            part = change(name, whole.read(name))
            if part is not None:
                archive.writestr(name, part)
    return path


@pytest.mark.parametrize(("part", "content"), [
    (SHEET, lambda raw: raw[:200]),
    (SHEET, lambda raw: raw.replace(b"<v>12.5</v>", b"<v>abc</v>")),
    (SHEET, lambda raw: None),
    ("xl/workbook.xml", lambda raw: b"<x>"),
    ("xl/workbook.xml", lambda raw: None),
])
def test_a_damaged_workbook_is_refused(
    tmp_path: Path, part: str, content: Callable[[bytes], bytes | None]
) -> None:
    path = workbook(tmp_path / "t.xlsx", lambda name, raw: content(raw) if name == part else raw)
    with pytest.raises(KnownError, match="not an Excel workbook"):
        sheets.read(path)


def test_bytes_turned_over_in_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", lambda _name, raw: raw)
    raw = bytearray(path.read_bytes())
    raw[300::97] = bytes(byte ^ 0xFF for byte in raw[300::97])
    path.write_bytes(raw)
    with pytest.raises(KnownError, match="not an Excel workbook"):
        sheets.read(path)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", lambda name, raw: raw + b" " * 160_000_000 if name == SHEET else raw)
    with pytest.raises(KnownError, match="too large"):
        sheets.read(path)


def test_a_workbook_that_claims_to_be_vast_is_read_for_what_it_holds(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", lambda _name, raw: raw.replace(b"A1:B2", b"A1:XFD1048576"))
    assert [dict(row.cells) for row in sheets.read(path).rows] == [{"a": "1", "b": "12.5"}]


def test_another_word_for_a_column_does_not_clash_with_the_column_itself(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("quote,citation\nmot,« mot »\n", encoding="utf-8")
    aliases = {"citation": "quote", "extrait": "quote"}
    assert sheets.read(path, aliases=aliases).rows[0].cells == {"quote": "mot", "citation": "« mot »"}
    path.write_text("citation,extrait\nmot,mot\n", encoding="utf-8")
    with pytest.raises(KnownError, match="two columns"):
        sheets.read(path, aliases=aliases)


def test_a_very_long_heading(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x" * 200_000 + ",b\n1,2\n", encoding="utf-8")
    assert sheets.read(path).rows[0].get("b") == "2"

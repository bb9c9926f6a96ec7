# SPDX-License-Identifier: GPL-3.0-or-later
"""What relations look like once written, read back."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document
from openpyxl import load_workbook

from coding import codebook, contradictions
from coding.changes import Label
from coding.relations import exports
from models.errors import KnownError
from tests import build


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A group of three interviews, two of which hold Peur and Calme; a contradictory pair."""
    writer = build.project(tmp_path)
    for title, trade in (("A", "pair"), ("B", "pair"), ("C", "=soin")):
        build.interview(writer, title, [("Q", "Alors ?"), ("X", "On avait peur. On se taisait.")], groups=["G"],
                        attributes={"Métier": trade})
    for title in "AB":
        build.coded(writer, title, "On avait peur.", "T > Peur")
        build.coded(writer, title, "peur. On se taisait.", "T > Calme", "=U")
    build.coded(writer, "C", "On avait peur.", "T > Peur")
    with writer.store.reading() as session:
        book = codebook.read(session)
        one, other = (node.id for node in book if node.depth)
    writer.do(Label("act"), lambda s: contradictions.mark(s, one, other, note="deux moments"))
    path = writer.store.path
    writer.store.close()
    return path


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _cells(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def _table(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]


def test_together_as_csv(made: Path, tmp_path: Path) -> None:
    exports.together(made, tmp_path / "o.csv", 1, None, "overlap", "codes")
    rows = _csv(tmp_path / "o.csv")
    assert [(row["code_1"] or row["theme_1"], row["code_2"] or row["theme_2"], row["interviews"], row["of"],
             row["meetings"], row["held_1"], row["held_2"], row["contradictory"]) for row in rows] == [
        ("Peur", "Calme", "2", "3", "2", "3", "2", "1"), ("Peur", "=U", "2", "3", "2", "3", "2", "0"),
        ("Calme", "=U", "2", "3", "2", "2", "2", "0")]
    exports.together(made, tmp_path / "o.csv", None, None, "passage", "codes")
    assert [(row["code_1"], row["theme_2"]) for row in _csv(tmp_path / "o.csv")] == [("Calme", "=U")]


def test_together_as_a_workbook(made: Path, tmp_path: Path) -> None:
    exports.together(made, tmp_path / "o.xlsx", 1, None, "overlap", "codes")
    pairs, matrix, about = load_workbook(tmp_path / "o.xlsx").worksheets
    assert (pairs.freeze_panes, matrix.freeze_panes) == ("E2", "B2")
    assert _cells(pairs)[1] == ["T", "Peur", "T", "Calme", 2, 2, 3, 2, "≠"]
    assert pairs["E2"].number_format == '0"/3"' and pairs["E2"].fill.patternType == "solid"
    assert pairs["C3"].value == "=U" and pairs["C3"].data_type == "s"
    assert _cells(matrix)[0][1:] == ["Peur", "Calme"]
    assert [row[:3] for row in _cells(matrix)[1:]] == [["Calme", 2, None], ["=U", 2, 2]]
    assert any("G" in str(row[0]) for row in _cells(about))


def test_a_theme_keeps_its_own_pairs(made: Path, tmp_path: Path) -> None:
    exports.together(made, tmp_path / "o.csv", 1, 4, "overlap", "codes")
    assert {row["theme_2"] for row in _csv(tmp_path / "o.csv")} == {"=U"}


def test_together_in_word(made: Path, tmp_path: Path) -> None:
    exports.together(made, tmp_path / "o.docx", 1, None, "overlap", "codes")
    rows = _table(tmp_path / "o.docx")
    assert rows[1] == ["T > Peur", "T > Calme ≠", "2/3", "2"] and len(rows) == 4


def test_the_matrix_as_a_figure(made: Path, tmp_path: Path) -> None:
    exports.together(made, tmp_path / "o.svg", 1, None, "overlap", "codes")
    words = ["".join(node.itertext()).strip()
             for node in ElementTree.parse(tmp_path / "o.svg").iter("{http://www.w3.org/2000/svg}text")]
    assert {"Peur", "Calme", "=U", "2"} <= set(words)
    exports.together(made, tmp_path / "o.png", 1, None, "overlap", "codes")
    assert (tmp_path / "o.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(KnownError):
        exports.together(made, tmp_path / "none.png", 99, None, "passage", "themes")
    assert not (tmp_path / "none.png").exists()


def test_side_by_side(made: Path, tmp_path: Path) -> None:
    exports.compared(made, tmp_path / "o.csv", 1, None, "Métier")
    calme = next(row for row in _csv(tmp_path / "o.csv") if row["code"] == "Calme")
    assert (calme["pair"], calme["pair (N)"], calme["=soin"], calme["=soin (N)"], calme["held"]) == (
        "2", "2", "0", "1", "one")
    exports.compared(made, tmp_path / "o.xlsx", 1, None, "Métier")
    sheet = load_workbook(tmp_path / "o.xlsx").worksheets[0]
    values = {row[1].value: row for row in sheet.iter_rows(min_row=2)}
    assert sheet.freeze_panes == "C2"
    assert [(cell.value, cell.number_format) for cell in values["Calme"][2:4]] in (
        [(0, '0"/1"'), (2, '0"/2"')], [(2, '0"/2"'), (0, '0"/1"')])
    assert values["Calme"][2].fill.patternType is None  # too few to be tinted
    exports.compared(made, tmp_path / "o.docx", None, None, None)
    assert ["Calme", "2/3"] in _table(tmp_path / "o.docx")


def test_side_by_side_as_a_figure(made: Path, tmp_path: Path) -> None:
    exports.compared(made, tmp_path / "o.svg", 1, None, "Métier")
    words = ["".join(node.itertext()).strip()
             for node in ElementTree.parse(tmp_path / "o.svg").iter("{http://www.w3.org/2000/svg}text")]
    assert {"Calme", "2/2", "0/1", "pair (2)", "=soin (1)"} <= set(words)
    exports.compared(made, tmp_path / "o.png", None, None, None)
    assert (tmp_path / "o.png").read_bytes().startswith(b"\x89PNG")


def test_contradictory(made: Path, tmp_path: Path) -> None:
    exports.contradictory(made, tmp_path / "o.csv", 1, None)
    (row,) = _csv(tmp_path / "o.csv")
    assert (row["only_1"], row["only_2"], row["both"], row["neither"]) == ("1", "0", "2", "0")
    assert (row["only_1_interviews"], row["both_interviews"], row["note"]) == ("C", "A; B", "deux moments")
    exports.contradictory(made, tmp_path / "o.xlsx", 1, None)
    sheet = load_workbook(tmp_path / "o.xlsx").worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert _cells(sheet)[1] == ["T > Peur", "T > Calme", 1, 0, 2, 0, "C", None, "A; B", None, "deux moments"]
    exports.contradictory(made, tmp_path / "o.docx", 1, None)
    assert _table(tmp_path / "o.docx")[1] == ["T > Peur", "T > Calme", "1", "0", "2", "0"]
    said = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "o.docx")).paragraphs)
    assert said.count("On avait peur.") == 2 and "deux moments" in said


def test_an_unknown_ending_is_refused(made: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        exports.compared(made, tmp_path / "o.odt", None, None, None)

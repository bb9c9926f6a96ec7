# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that leave: quotes as xlsx, csv and Markdown; the transversal table as xlsx, csv and Word."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from coding import codebook, exports, memos, scope
from coding.arrangement import Arrangement, arranged
from coding.quotes import Query
from coding.reports import transversal_docx
from coding.reports.cover import Cover
from coding.reports.quotes_sheet import COLUMNS
from coding.reports.transversal_content import Content
from coding.transversal import GROUPS, Band, Row, Table, table
from models.errors import KnownError

SUMMARY = "=On se tait.\nPuis on écrit."


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_quotes_as_csv_can_be_coded_again(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "extraits.csv"
    assert exports.quotes(session, path, Query()) == 4
    header, *rows = rows_of(path)
    assert tuple(header) == COLUMNS
    assert len(rows) == 5
    first = dict(zip(header, rows[0], strict=True))
    assert (first["interview"], first["turn"], first["theme"], first["code"]) == (
        "Elodie et Margot", "1", "Réticences", "")
    assert first["quote"] == "Un doute.\nMargot : Le *secret*."
    assert first["participants"] == "Elodie + Margot"


def test_quotes_as_xlsx_never_hold_a_formula(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "extraits.xlsx"
    exports.quotes(session, path, Query())
    sheet = load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "B2"
    texts = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=Le statut."]
    assert [cell.data_type for cell in texts] == ["s"]


def test_quotes_as_markdown_escape_its_marks(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "extraits.md"
    exports.quotes(session, path, Query())
    text = path.read_text(encoding="utf-8")
    assert "\n## Réticences\n" in text
    assert "> «\u00a0Le \\*secret\\*.\u00a0» (Margot, éducatrice)" in text


def test_the_transversal_table_as_csv(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    exports.transversal(session, path, table(session, 1))
    assert rows_of(path) == [
        ["theme", "code", "Paul", "Elodie et Margot", "present", "first"],
        ["Réticences", "", "1", "2", "2", "1"],
        ["Réticences", "Crainte", "1", "0", "1", "1"],
        ["Réticences", "Crainte > De la rechute", "1", "0", "1", "1"],
        ["Réticences", "Secret", "0", "1", "1", "2"],
        ["Statut", "", "2", "0", "1", "1"],
    ]


def test_the_transversal_table_as_xlsx_keeps_numbers(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    exports.transversal(session, path, table(session, 1))
    sheet = load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert [cell.value for cell in sheet[1]][2:4] == ["Paul", "Elodie et Margot"]
    first = sheet["D5"]
    assert (first.value, first.number_format) == (1, '"◆ "0')
    assert first.fill.fgColor.rgb != sheet["C5"].fill.fgColor.rgb
    assert sheet["E2"].number_format == '0"/2"'


def test_the_transversal_table_in_word_stands_on_a_wide_page(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    exports.transversal(session, path, table(session, 1))
    document = Document(str(path))
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells[0][1:3] == ["Paul", "Elodie et Margot"]
    assert cells[4] == ["Secret", "", "◆ 1", "1/2"]


@pytest.fixture
def summed(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A summary on a theme, in an interview where another theme was not asked."""
    theme, other = codebook.read(session).themes[:2]
    interview = table(session, 1).interview_ids[1]
    monkeypatch.setattr(memos, "summaries", lambda _session: {(theme.id, interview): SUMMARY})
    monkeypatch.setattr(scope, "asked", lambda _session: {(other.id, interview): False})
    return session


def test_summaries_leave_as_a_matrix_and_as_a_list(summed: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    exports.transversal(summed, path, table(summed, 1))
    grid, matrix, listed, _about = load_workbook(path).worksheets
    assert grid["D6"].value == "–" and grid["C6"].value == 2
    assert matrix["D2"].value == SUMMARY and matrix["D2"].data_type == "s"
    assert matrix["D2"].alignment.wrap_text and matrix["C2"].number_format == '"("0")"'
    assert [cell.value for cell in listed[2]] == ["Réticences", None, "Elodie et Margot", SUMMARY]
    exports.transversal(summed, path, table(summed, 1), prose=True)
    assert load_workbook(path).worksheets[0]["D2"].value == SUMMARY
    exports.transversal(summed, tmp_path / "s.csv", table(summed, 1), prose=True)
    assert rows_of(tmp_path / "s.csv")[1:] == [
        ["Réticences", "", "Elodie et Margot", "2", SUMMARY]]


def test_summaries_in_word_are_a_framework_matrix(summed: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    exports.transversal(summed, path, table(summed, 1), prose=True)
    rows = [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]
    assert [row[0] for row in rows] == ["", "Réticences", "Statut"]  # codes without any are left out
    assert rows[1][2] == SUMMARY and rows[2][2] == "–"


def test_summaries_that_follow_the_figures_are_of_those_that_have_any(summed: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    exports.transversal(summed, path, table(summed, 1))
    figures, prose = Document(str(path)).tables
    assert len(figures.columns) == 4
    rows = [[cell.text for cell in row.cells] for row in prose.rows]
    assert rows[0][:-1] == ["", "Elodie et Margot"] and rows[1:] == [["Réticences", SUMMARY, "2/2"]]
    exports.transversal(summed, path, table(summed, by=GROUPS, beside=True))
    *_figures, prose = Document(str(path)).tables
    titles = [cell.text for cell in prose.rows[1].cells]
    assert set(titles[1:-1]) == {"Elodie et Margot"} and "n/N" not in titles  # a band’s total would count what is shown


def test_the_total_of_a_band_stays_beside_its_last_column(tmp_path: Path) -> None:
    titles = tuple(f"E{n}" for n in range(12))
    row = Row(1, "T", None, "T", "#3B6EB0", 0, (1.0,) * 12, 12, 0)
    wide = Table(None, GROUPS, "passages", titles, tuple(range(12)), 12, (row,), bands=(Band("A", 0, 12, 12),))
    transversal_docx.write(tmp_path / "t.docx", Content(wide, {}, {}), Cover("T", "P", "fr"))
    tables = [[cell.text for cell in found.rows[1].cells] for found in Document(str(tmp_path / "t.docx")).tables]
    assert [len(found) for found in tables] == [13, 4]
    assert tables[1][1:3] == ["E11", "n/N"]


def test_cells_of_a_workbook_name_their_font(summed: Session, tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    exports.transversal(summed, path, table(summed, 1))
    book = load_workbook(path)
    assert {cell.font.name for sheet in book.worksheets for line in sheet.iter_rows() for cell in line} == {"Calibri"}
    assert book.worksheets[2].row_dimensions[2].height > 0


def test_bands_leave_with_their_own_totals(session: Session, tmp_path: Path) -> None:
    found = table(session, by=GROUPS, beside=True)
    bands = found.bands or ()
    exports.transversal(session, tmp_path / "t.xlsx", found)
    sheet = load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert sheet.freeze_panes == "C3"
    totals = [cell.number_format for cell in sheet[3] if cell.number_format.startswith('0"/')]
    assert totals == [*(f'0"/{band.interviews}"' for band in bands), f'0"/{found.interviews}"']
    exports.transversal(session, tmp_path / "t.csv", found)
    titles = rows_of(tmp_path / "t.csv")[0]
    assert sum(title.endswith(" · present") for title in titles) == len(bands) and titles[-2] == "present"
    exports.transversal(session, tmp_path / "t.docx", found)
    first = Document(str(tmp_path / "t.docx")).tables[0].rows[0]
    assert any(cell.text == f"{bands[0].title} ({bands[0].interviews})" for cell in first.cells)


def test_what_is_folded_or_sorted_leaves_so(session: Session, tmp_path: Path) -> None:
    found = table(session, 1)
    laid = arranged(found, Arrangement(columns="title", folded=frozenset((found.rows[0].code_id,))))
    exports.transversal(session, tmp_path / "t.csv", laid)
    rows = rows_of(tmp_path / "t.csv")
    assert rows[0][2:4] == ["Elodie et Margot", "Paul"]
    assert [row[0] for row in rows[1:]] == ["Réticences", "Statut"] and rows[1][-1] == "2"


@pytest.mark.parametrize("name", ["extraits.rtf", "extraits", "extraits.pdf"])
def test_another_format_is_refused_by_name(session: Session, tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError, match=r"cannot be written in this format.*\.docx"):
        exports.quotes(session, tmp_path / name, Query())

# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a codes × interviews table: what is understood, and one clear sentence for what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.saturation import read_matrix
from models.errors import KnownError


def written(folder: Path, text: str | bytes, name: str = "m.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    "text",
    [
        "code,E1,E2\nréticence,1,0\nstatut,0,1\n",
        "\ufeffcode;E1;E2\r\nréticence;1;0\r\n\r\nstatut;0;1",
        '"code"\t"E1"\t"E2"\n"réticence"\t 1\t0 \nstatut\t0\t1\n\t\t\n',
    ],
)
def test_the_usual_forms_of_a_table(tmp_path: Path, text: str) -> None:
    table = read_matrix(written(tmp_path, text))
    assert (table.codes, table.interviews) == (("réticence", "statut"), ("E1", "E2"))
    assert table.present.tolist() == [[True, False], [False, True]]
    assert table.themes == ()


def test_a_code_may_hold_the_separator(tmp_path: Path) -> None:
    assert read_matrix(written(tmp_path, 'code;E1\n"a; b, c";1\n')).codes == ("a; b, c",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (" \n\n", "empty"),
        ("code,E1\n", "empty"),
        ("code\na\n", "empty"),
        ("code,E1,E2\na,1\n", "Row 2 of m.csv has 2 cells where the header has 3"),
        ("code,E1\na,1\nb,1,0\n", "Row 3 of m.csv has 3 cells where the header has 2"),
        ("code,E1,E2\na,1,2\n", "Row 2, column 3 of m.csv holds “2”"),
        ("code,E1\na,\n", "Row 2, column 2 of m.csv holds “”"),
        ("code,E1\na,1\na,0\n", "“a” stands twice in m.csv"),
        ("code,E1,E1\na,1,1\n", "“E1” stands twice in m.csv"),
        ("code,E1,\na,1,1\n", "has no name"),
        (b"PK\x03\x04\xff\xfe", "not a text file"),
        ('code,E1\n"a,1\n', "a quotation mark is missing"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str | bytes, words: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_matrix(written(tmp_path, text))
    assert words in str(caught.value)


@pytest.mark.parametrize(("encoding", "end"), [("utf-8-sig", "\n"), ("cp1252", "\r\n"), ("utf-16", "\r")])
def test_any_encoding_and_line_end(tmp_path: Path, encoding: str, end: str) -> None:
    text = end.join(("code;É1;E2", "réticence;1;0", "x" * 200_000 + ";0;1", ""))
    table = read_matrix(written(tmp_path, text.encode(encoding)))
    assert table.interviews == ("É1", "E2")
    assert table.codes[0] == "réticence"


def test_a_missing_file_or_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(KnownError, match=r"cannot be found|\.csv or \.xlsx"):
            read_matrix(path)


def test_a_theme_map(tmp_path: Path) -> None:
    matrix = written(tmp_path, "code,E1\na,1\nb,1\nc,0\n")
    table = read_matrix(matrix, written(tmp_path, "code;theme\nb;Z\na;Y\n", "t.csv"))
    assert (table.themes, table.theme_of) == (("Z", "Y"), ("Y", "Z", None))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("code,theme\nx,T\n", "Row 2 of t.csv names the code “x”"),
        ("code,theme\na\n", "Row 2 of t.csv must hold a code and its theme"),
        ("code,theme\na,\n", "Row 2 of t.csv must hold a code and its theme"),
        ("code,theme\na,T\na,U\n", "“a” stands twice in t.csv"),
        ("", "t.csv is empty"),
    ],
)
def test_a_theme_map_refused(tmp_path: Path, text: str, words: str) -> None:
    matrix = written(tmp_path, "code,E1\na,1\n")
    with pytest.raises(KnownError) as caught:
        read_matrix(matrix, written(tmp_path, text, "t.csv"))
    assert words in str(caught.value)

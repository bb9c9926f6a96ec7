# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a codes × interviews table: what is understood, and one clear sentence for what is not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coding.saturation import Incidence, analyse, document, read_matrix, write_matrix
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
        ("code,E1,E2\na,1,\nb,1,?\n", "m.csv holds “?”, which is understood only beside its themes"),
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


@st.composite
def tables(draw: st.DrawFn) -> Incidence:
    """Codes of two themes, or of none, over some interviews, with what is known of asking."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 7))
    bits = draw(st.lists(st.booleans(), min_size=rows * columns, max_size=rows * columns))
    answers = st.lists(st.sampled_from([True, False, None]), min_size=columns, max_size=columns).map(tuple)
    asked = {theme: draw(answers) for theme in ("A", "B") if draw(st.booleans())}
    return Incidence(
        tuple(f"{n} > « é, ; »" for n in range(rows)), tuple(f"E{n}, l’autre" for n in range(columns)),
        np.array(bits, dtype=bool).reshape(rows, columns), themes=("A", "B"),
        theme_of=tuple(draw(st.lists(st.sampled_from(["A", "B", None]), min_size=rows, max_size=rows))),
        origins=tuple(draw(st.lists(st.sampled_from(["guide", "emergent", None]), min_size=rows, max_size=rows))),
        asked=asked)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables())
def test_what_is_written_gives_the_same_figures(tmp_path: Path, table: Incidence) -> None:
    write_matrix(table, tmp_path / "m.csv", tmp_path / "t.csv")
    again = read_matrix(tmp_path / "m.csv", tmp_path / "t.csv")
    first, second = (document(analyse(one, frame_required=False, orders=20)) for one in (table, again))
    first["themes"] = [theme for theme in first["themes"] if theme["theme"] in again.themes]
    for one in (first, second):
        one["themes"].sort(key=lambda theme: theme["theme"])
        for block in (one, *one["themes"]):
            block["reasons"] = []  # which theme was spoken of unasked is not told by the table
    assert first == second


def test_an_empty_cell_is_a_theme_neither_asked_nor_spoken_of(tmp_path: Path) -> None:
    matrix = written(tmp_path, "code,E1,E2,E3\na,1,,0\nb,0,,0\n")
    table = read_matrix(matrix, written(tmp_path, "code,theme,origin,asked\na,T,guide,asked\nb,T,,asked\n", "t.csv"))
    assert (table.origins, table.asked) == (("guide", None), {"T": (None, False, True)})
    assert table.of_theme("T").interviews == ("E1", "E3")
    plain = read_matrix(matrix, written(tmp_path, "code,theme\na,T\nb,T\n", "t.csv"))
    assert plain.asked == {"T": (None, False, None)}

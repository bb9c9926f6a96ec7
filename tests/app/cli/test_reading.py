# SPDX-License-Identifier: GPL-3.0-or-later
"""The reading commands on a small project: what they print, what they write, how they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from coding import codebook_state, saved_queries
from coding.calendar_words import local_day
from coding.language import short_date
from coding.project import open_reader, open_writer
from coding.quotes import Query
from tests import build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    writer = build.project(tmp_path)
    for title, role in (("Paul", "pair aidant"), ("Nora", "médecin")):
        build.interview(writer, title, [("Q", "Et ?"), (title, "Une peur. Un statut.")], people={title: role},
                        groups=["Structures"], attributes={"profession": role})
        build.coded(writer, title, "Une peur.", "Réticences > Crainte")
    build.coded(writer, "Nora", "Un statut.", "Statut")
    writer.store.close()
    return writer.store.path


def run(*words: object) -> int:
    return main([str(word) for word in words])


def printed_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_transversal_prints_the_contract(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("transversal", project, "--group", "Structures", "--json") == 0
    found = printed_json(capsys)
    assert found["interviews"] == ["Paul", "Nora"]
    assert found["rows"][1] == {"theme": "Réticences", "code": "Crainte", "counts": [1, 1], "present": 2, "first": 0}
    assert run("transversal", project, "--by", "profession", "--json") == 0
    assert printed_json(capsys)["columns"] == ["médecin", "pair aidant"]


def test_transversal_prints_a_table_or_writes_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("transversal", project) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[3].split() == ["Crainte", "◆", "1", "1", "2/2"]
    assert run("transversal", project, project.parent / "t.xlsx") == 0
    assert (project.parent / "t.xlsx").exists()


def test_transversal_by_group_and_side_by_side(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("transversal", project, "--by-group", "--json") == 0
    assert printed_json(capsys)["columns"][0] == "Structures"
    assert run("transversal", project, "--by", "profession", "--side-by-side", "--json") == 0
    found = printed_json(capsys)
    assert [band["title"] for band in found["bands"]][:2] == ["médecin", "pair aidant"]
    assert len(found["rows"][0]["bands"]) == len(found["bands"])
    assert run("transversal", project, "--by", "profession", "--side-by-side") == 0
    assert "◆" in capsys.readouterr().out
    assert run("transversal", project, "--side-by-side") == 2


def test_quotes_by_relation_words_and_saved_query(project: Path) -> None:
    out = project.parent / "quotes.csv"

    def rows(*options: str) -> int:
        assert run("quotes", project, out, *options) == 0
        return len(out.read_text(encoding="utf-8").strip().splitlines()) - 1

    assert rows("--code", "Réticences", "--near", "Statut:2") == 1
    assert rows("--code", "Réticences", "--before", "Statut") == 1
    assert rows("--without", "Statut", "--words", "PEUR") == 2
    assert rows("--speaker", "Nora") == 2
    writer = open_writer(project)
    with writer.store:
        writer.do(build.BUILD, lambda session: saved_queries.save(session, "Forts", Query(strong=True)))
    assert rows("--query", "forts") == 0
    assert run("quotes", project, out, "--query", "Autre") == 1


def test_quotes_are_written_and_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = project.parent / "q.docx"
    assert run("quotes", project, out, "--code", "Réticences", "--where", "profession=médecin") == 0
    assert "1" in capsys.readouterr().out
    assert out.exists()


def test_saturation_of_a_group(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("saturation", project, "--group", "Structures", "--base", 1, "--run", 1, "--json") == 0
    found = printed_json(capsys)
    assert (found["group"], found["status"], found["interviews"]) == ("Structures", "not_declarable", 2)
    assert (found["guest"]["base"], found["guest"]["run"]) == (1, 1)
    assert [theme["theme"] for theme in found["themes"]] == ["Réticences", "Statut"]
    assert run("saturation", project) == 0
    assert "Réticences" in capsys.readouterr().out


def test_the_paragraph_dates_the_codebook(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_reader(project) as store, store.reading() as session:
        at = codebook_state.state(session).at
    capsys.readouterr()
    assert run("saturation", project) == 0
    assert at is not None and short_date(local_day(at)) in capsys.readouterr().out


def test_saturation_of_a_matrix_needs_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    matrix, themes = tmp_path / "m.csv", tmp_path / "t.csv"
    matrix.write_text("code,A,B,C\nx,1,0,1\ny,0,1,1\n", encoding="utf-8")
    themes.write_text("code,theme\nx,T\ny,T\n", encoding="utf-8")
    assert run("saturation", "--matrix", matrix, "--themes", themes, "--json") == 0
    found = printed_json(capsys)
    assert (found["interviews"], found["codes"], found["excluded"]) == (3, 2, [])
    assert found["themes"][0]["theme"] == "T"


@pytest.mark.parametrize("words", [
    ["transversal", "PROJECT", "--group", "Personne"], ["transversal", "PROJECT", "t.odt"],
    ["transversal", "PROJECT", "--coder", "Personne"], ["quotes", "PROJECT", "q.pdf"],
    ["quotes", "PROJECT", "q.docx", "--code", "Inconnu"], ["saturation", "PROJECT", "--base", "0"],
    ["saturation", "PROJECT", "s.pdf"], ["quotes", "absent.filrouge", "q.docx"],
])
def test_a_known_error_is_one_line(project: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*(project if word == "PROJECT" else word for word in words)) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("filrouge: ")
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize("words", [
    ["saturation"], ["saturation", "PROJECT", "--matrix", "m.csv"], ["saturation", "PROJECT", "--themes", "t.csv"],
    ["quotes", "PROJECT"], ["transversal"],
])
def test_wrong_usage(project: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*(project if word == "PROJECT" else word for word in words)) == 2
    assert "filrouge: " in capsys.readouterr().err




@pytest.mark.parametrize("command", ["saturation", "transversal"])
def test_the_file_may_be_named_after_the_options(project: Path, tmp_path: Path, command: str) -> None:
    out = tmp_path / "out.docx"
    assert run(command, project, "--group", "Structures", out) == 0
    assert out.exists()
    assert run(command, project, "--group", "Structures", out, tmp_path / "other.docx") == 2
    assert run(command, project, tmp_path / "third.docx", "--group", "Structures", out) == 2

# SPDX-License-Identifier: GPL-3.0-or-later
"""``filrouge pseudonymise``, and who loads spaCy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.main import main
from coding.pseudonyms import search
from coding.pseudonyms.searching import searched
from tests.build import interview, project

HERE = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILROUGE_LANGUAGE", "en")


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes("I : Où ?\r\nP : À Rezé, avec Martine Guilbaud, 06 39 98 12 45.\r\n".encode())
    return path


def test_json(transcript: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pseudonymise", str(transcript), "--json"]) == 0
    spans = json.loads(capsys.readouterr().out)["spans"]
    assert [(one["label"], one["text"]) for one in spans] == [
        ("LOC", "Rezé"), ("PERSON", "Martine Guilbaud"), ("PHONE", "06 39 98 12 45")]
    text = transcript.read_bytes().decode()
    assert all(text[one["start"] : one["end"]] == one["text"] for one in spans)


def test_for_people(transcript: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pseudonymise", str(transcript)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("\tLOC\tRezé")
    assert lines[-1] == "a.txt: 3 identifiers found."


def test_what_is_left_in_a_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "search", lambda path, *_asked: searched(path, {}, told=lambda *_: None))
    writer = project(tmp_path)
    interview(writer, "Entretien", [("Q", "Où ?"), ("Martine", "À Rezé, avec Élodie.")])
    writer.store.close()
    assert main(["pseudonymise", str(writer.store.path), "--json"]) == 0
    spans = json.loads(capsys.readouterr().out)["spans"]
    assert [(one["table"], one["column"], one["turn"], one["label"], one["text"]) for one in spans] == [
        ("interview", "text", 2, "PERSON", "Martine"), ("interview", "text", 2, "LOC", "Rezé"),
        ("interview", "text", 2, "PERSON", "Élodie"), ("speaker", "label", None, "PERSON", "Martine")]
    assert main(["pseudonymise", str(writer.store.path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Essai.filrouge: 4 identifiers found."


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pseudonymise", str(tmp_path / "none.txt")]) == 1
    assert capsys.readouterr().err.startswith("filrouge: ")


def test_nothing_else_loads_the_language_model() -> None:
    code = (
        "import sys, pkgutil, importlib, app, coding, app.cli\n"
        "import app.window\n"
        "from app.cli import COMMANDS, module_of\n"
        "for name in COMMANDS: module_of(name)\n"
        "import coding.identifiers\n"
        "assert 'spacy' not in sys.modules and 'thinc' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

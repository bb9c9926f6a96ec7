# SPDX-License-Identifier: GPL-3.0-or-later
"""A real thesis through the command line, without one row lost."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from app.main import main

STRUCTURE, ASSOCIATIONS = "Pairs aidants en structure", "Associations intervenant en structure"


@pytest.fixture(scope="module")
def thesis(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The project made by commands from the thesis, and the folder of its tables."""
    corpus = shared / "corpus" / "memoire"
    if not corpus.is_dir():
        pytest.skip("the thesis is not here")
    path = str(tmp_path_factory.mktemp("memoire") / "these.filrouge")
    files = sorted(str(file) for file in (corpus / "entretiens").glob("*.docx"))
    assert len(files) == 20
    for words in (
        ["new", path], ["import", path, *files], ["interviews", path, "import", str(corpus / "interviews.csv")],
        ["groups", path, "import", str(corpus / "groups.csv")],
        ["codebook", path, "import", str(corpus / "codebook.csv")], ["code", path, str(corpus / "codings.csv")],
    ):
        assert main(words) == 0, words
    return path, corpus


def document(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert main(list(words)) == 0
    return json.loads(capsys.readouterr().out)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_nothing_is_lost(thesis: tuple[str, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, corpus = thesis
    counts = document(capsys, "check", path, "--json")["counts"]
    assert (counts["interview"], counts["participant"], counts["coding"]) == (20, 21, 246)
    assert main(["export", path, str(tmp_path)]) == 0
    kept = ("interview", "turn", "quote", "theme", "code")
    assert sorted(tuple(row[key] for key in kept) for row in table(tmp_path / "codings.csv")) == sorted(
        tuple(row[key] for key in kept) for row in table(corpus / "codings.csv"))
    kept = ("file", "interview", "group", "participants", "roles")
    assert [tuple(row[key] for key in kept) for row in table(tmp_path / "interviews.csv")] == [
        tuple(row[key] for key in kept) for row in table(corpus / "interviews.csv")]


def test_the_tables_again_change_nothing(thesis: tuple[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    path, corpus = thesis
    for words, rows in (
        (["interviews", path, "import", str(corpus / "interviews.csv")], 20),
        (["groups", path, "import", str(corpus / "groups.csv")], 3),
        (["codebook", path, "import", str(corpus / "codebook.csv")], 21),
        (["code", path, str(corpus / "codings.csv")], 246),
    ):
        assert document(capsys, *words, "--json") == {
            "added": 0, "updated": 0, "unchanged": rows, "problems": []}


def test_the_group_of_twelve_may_be_declared_and_the_other_is_refused(
    thesis: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path, _corpus = thesis
    assert len(document(capsys, "transversal", path, "--group", STRUCTURE, "--json")["interviews"]) == 12
    declared = document(capsys, "saturation", path, "--group", STRUCTURE, "--json")
    assert (declared["status"], declared["interviews"], declared["codes"]) == ("partial_redundancy", 12, 16)
    assert {theme["theme"]: theme["status"] for theme in declared["themes"]} == {
        "La pair aidance en question": "not_testable", "Rencontre offre-demande": "partial_redundancy",
        "Associations d’usagers": "not_testable", "Pairs aidants": "partial_redundancy",
        "Intégration dans les équipes": "partial_redundancy", "Enjeux communs": "partial_redundancy"}
    refused = document(capsys, "saturation", path, "--group", ASSOCIATIONS, "--json")
    assert {theme["status"] for theme in (refused, *refused["themes"])} == {"not_declarable"}
    for said, figures in ((declared, ("94", "2", "14")), (refused, ("6", "10"))):  # coverage, non-responses
        assert all(figure in " ".join(said["reasons"]) for figure in figures)


def test_each_quote_stands_under_its_own_speaker_s_role(thesis: tuple[str, Path], tmp_path: Path) -> None:
    path, corpus = thesis
    out = tmp_path / "q.docx"
    assert main(["quotes", path, str(out), "--code", "Réticences"]) == 0
    words = zipfile.ZipFile(out).read("word/document.xml").decode("utf-8")
    for row in table(corpus / "codings.csv"):
        if row["code"] == "Réticences":
            assert _letters(row["quote"][:20]) in _letters(words)
    assert "Margot, intervenante socio-éducative dans une structure médico-sociale" in words.replace("\u00a0", " ")


def _letters(text: str) -> str:
    """What is said, without the marks, which are printed typographic, and the tags."""
    return re.sub(r"<[^>]+>|\W", "", text)


def test_it_leaves_for_other_programs_on_its_exact_words(
    thesis: tuple[str, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, _corpus = thesis
    assert main(["export", path, str(tmp_path / "these.qdpx")]) == 0
    names = {"p": "urn:QDA-XML:project:1.0"}
    with zipfile.ZipFile(tmp_path / "these.qdpx") as whole:
        root = ElementTree.fromstring(whole.read("project.qde"))
        for source in root.iterfind(".//p:TextSource", names):
            text = whole.read(f"sources/{source.get('guid')}.txt").decode()
            for one in source.iterfind("p:PlainTextSelection", names):
                assert text[int(one.attrib["startPosition"]):int(one.attrib["endPosition"])] == one.get("name")
    assert len(root.findall(".//p:Coding", names)) == 246 and len(root.findall(".//p:Case", names)) == 21

# SPDX-License-Identifier: GPL-3.0-or-later
"""A real corpus, in and out through the command line: the twenty interviews of a thesis on peer support."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from app.main import main
from coding.reports.word import QUOTE

STRUCTURES = "Pairs aidants en structure"
ASSOCIATIONS = "Associations intervenant en structure"


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Path:
    return shared / "corpus" / "memoire"


@pytest.fixture(scope="module")
def project(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("memoire") / "memoire.filrouge"
    files = sorted((corpus / "entretiens").glob("*.docx"))
    for words in (
        ["new", path], ["import", path, *files], ["interviews", path, "import", corpus / "interviews.csv"],
        ["groups", path, "import", corpus / "groups.csv"], ["codebook", path, "import", corpus / "codebook.csv"],
        ["code", path, corpus / "codings.csv"],
    ):
        assert main([str(word) for word in words]) == 0, words[0]
    return path


def asked(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*(str(word) for word in words), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_no_coding_is_lost(project: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (corpus / "codings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = asked(capsys, "transversal", project)
    assert len(found["interviews"]) == 20
    counted = {(row["theme"], row["code"]): sum(row["counts"]) for row in found["rows"]}
    for theme, code in {(row["theme"], row["code"]) for row in rows}:
        places = {(row["interview"], row["turn"], row["quote"]) for row in rows
                  if (row["theme"], row["code"]) == (theme, code)}
        assert counted[theme, code] == len(places), code


def test_the_groups_and_what_may_be_said_of_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(asked(capsys, "transversal", project, "--group", STRUCTURES)["interviews"]) == 12
    declared = asked(capsys, "saturation", project, "--group", STRUCTURES)
    assert (declared["interviews"], declared["excluded"]) == (12, [])
    assert declared["status"] != "not_declarable"
    refused = asked(capsys, "saturation", project, "--group", ASSOCIATIONS)
    assert {refused["status"], *(theme["status"] for theme in refused["themes"])} == {"not_declarable"}


def test_each_quote_of_reticences_carries_its_speakers_role(project: Path, corpus: Path) -> None:
    out = project.parent / "réticences.docx"
    assert main(["quotes", str(project), str(out), "--code", "Réticences"]) == 0
    with (corpus / "interviews.csv").open(encoding="utf-8-sig", newline="") as file:
        roles = {name: role for row in csv.DictReader(file) for name, role in
                 zip(row["participants"].split(" + "), row["roles"].split(" + "), strict=True)}
    with (corpus / "codings.csv").open(encoding="utf-8-sig", newline="") as file:
        wanted = [row for row in csv.DictReader(file) if row["code"] == "Réticences"]
    quotes, heading = [], ""
    for paragraph in Document(str(out)).paragraphs:
        style = paragraph.style.style_id if paragraph.style else ""
        heading = paragraph.text if style == "Heading3" else heading
        if style == QUOTE:
            quotes.append((heading, paragraph.text))
    assert len(quotes) == len(wanted)
    joint = []
    for interview, text in quotes:
        match = re.fullmatch(r"«\u00a0.+\u00a0» \((\w+), (.+)\)", text)
        assert match, text
        name, role = match.groups()
        assert name in interview
        assert roles[name] == role
        joint += [name] if interview == "Elodie et Margot" else []
    assert set(joint) <= {"Elodie", "Margot"}
    assert len(joint) == 4

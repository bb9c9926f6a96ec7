# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coding.changes import Writer
from coding.metadata import folder_guide
from coding.metadata.folder import TABLES, export_folder
from coding.metadata.transcripts_table import FOLDER
from tests import build
from tests.coding.exchange import rich


@pytest.fixture
def out(tmp_path: Path) -> Path:
    made: Writer = rich.project(tmp_path)
    build.code(made, "Un > Deux > Trois")
    with made.store.reading() as session:
        assert folder_guide.NAME in export_folder(session, tmp_path / "out")
    made.store.close()
    return tmp_path / "out"


def _said(out: Path) -> str:
    """The README; French puts a no-break space before its colons."""
    return (out / folder_guide.NAME).read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}:", ":")


def test_every_file_and_every_column_is_said(out: Path) -> None:
    said = _said(out)
    files = {file.name for file in out.iterdir()} - {folder_guide.NAME, FOLDER}
    assert files == set(folder_guide.FILES) and {name for name, *_how in TABLES} < files
    blocks = {block.split("\n")[0]: block for block in said.strip().split("\n\n")}
    for name in files:
        with (out / name).open(encoding="utf-8", newline="") as file:
            headings = next(csv.reader(file))
        lines = blocks[name].split("\n")[2:]
        assert [line.split(": ")[0] for line in lines] == [f"  - {heading}" for heading in headings]
        assert all(line.split(": ", 1)[1] not in ("", "–") for line in lines)


def test_attributes_are_called_so(out: Path) -> None:
    said = _said(out)
    assert "  - Milieu: attribut" in said and "  - Âge: attribut" in said

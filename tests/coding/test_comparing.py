# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of one batch that hold the same text: which of them brings it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import project
from coding.comparing import compared
from coding.intake.batch import read_many

TALK = "Julie : Comment êtes-vous venue ?\nMaëlys : Par une amie.\nJulie : Et après ?\nMaëlys : Rien.\n"


@pytest.mark.parametrize(("names", "kept"), [
    (("E01 (copie).txt", "E01.txt"), "E01.txt"),
    (("E01 (1).txt", "E01_copy.txt", "E01.txt"), "E01.txt"),
    (("Copie de E01.txt", "E01.txt"), "E01.txt"),
    (("E01.txt", "E02.txt"), "E01.txt"),
    (("E01 copie.txt", "E01 copie 2.txt"), "E01 copie.txt"),
    (("Copiez.txt", "E01.txt"), "Copiez.txt"),
])
def test_of_files_alike_the_one_that_is_no_copy_is_kept(names: tuple[str, ...], kept: str, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_text(TALK, "utf-8")
    writer = project.create(tmp_path / "a.filrouge", title="A", language="fr")
    with writer.store.reading() as session:
        told = compared(session, read_many(paths, in_process=True))
    writer.store.close()
    assert {name: one.twin for name, one in zip(names, told, strict=True)} == {
        name: "" if name == kept else kept for name in names}

# SPDX-License-Identifier: GPL-3.0-or-later
"""A project taken out as a folder of tables and brought back: the same tables, the same texts, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import check, project, sample
from coding.changes import Writer
from coding.metadata.folder import export_folder, import_folder
from coding.metadata.transcripts_table import FOLDER, NAME, TURNS
from models.errors import KnownError
from models.interview import Interview, Turn
from tests import build


def _out(writer: Writer, folder: Path) -> dict[str, bytes]:
    """The files written, by name."""
    with writer.store.reading() as session:
        export_folder(session, folder)
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _back(tmp_path: Path, folder: Path, name: str = "back") -> Writer:
    writer = project.create(tmp_path / f"{name}.filrouge", title="Retour", language="fr")
    assert [problem.say() for report in import_folder(writer, folder).values() for problem in report.problems] == []
    return writer


def test_the_sample_comes_back_whole_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    there = project.open_writer(sample.build(tmp_path / "sample.filrouge"))
    tables = _out(there, tmp_path / "out")
    here = _back(tmp_path, tmp_path / "out")
    assert _out(here, tmp_path / "again") == tables
    assert check.check(here.store).ok
    again = import_folder(here, tmp_path / "out")
    assert {name: (report.added, report.updated) for name, report in again.items()} == dict.fromkeys(again, (0, 0))
    here.undo()
    with here.store.reading() as session:
        assert not session.scalars(select(Interview.id)).all() and not session.scalars(select(Turn.id)).all()
    for writer in (there, here):
        writer.store.close()


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(("Q", "Paul", "Mme X")), st.text(
    st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20).map(str.strip).filter(bool)),
    min_size=1, max_size=6))
def test_turns_come_back_at_their_places(
        tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[str, str]]) -> None:
    folder = tmp_path_factory.mktemp("turns")
    there = build.project(folder)
    build.interview(there, "Paul / 1?", turns)
    _out(there, folder / "out")
    here = _back(folder, folder / "out")
    places = select(Turn.number, Turn.label_start, Turn.start, Turn.end).order_by(Turn.number)
    with there.store.reading() as one, here.store.reading() as other:
        assert one.execute(places).all() == other.execute(places).all()
        assert one.scalars(select(Interview.text)).all() == other.scalars(select(Interview.text)).all()
    for writer in (there, here):
        writer.store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    writer = build.project(tmp_path)
    build.interview(writer, "Paul", [("Q", "Et alors ?"), ("Paul", "Je ne sais pas.")])
    build.coded(writer, "Paul", "Je ne sais pas.", "Réticences")
    _out(writer, tmp_path / "out")
    writer.store.close()
    return tmp_path / "out"


def test_a_text_changed_since_is_refused_by_its_row_and_nothing_of_it_enters(tmp_path: Path, folder: Path) -> None:
    (folder / FOLDER / "Paul.txt").write_text("Q : Et alors ?\nPaul : Je sais.", encoding="utf-8")
    writer = build.project(tmp_path, title="Autre")
    found = import_folder(writer, folder)
    assert len(found[NAME].problems) == 1 and len(found["codings.csv"].problems) == 1
    with writer.store.reading() as session:
        assert not session.scalars(select(Interview.id)).all()
    writer.store.close()


def test_another_interview_of_that_title_is_not_touched(tmp_path: Path, folder: Path) -> None:
    writer = build.project(tmp_path, title="Autre")
    build.interview(writer, "Paul", [("Paul", "Tout autre chose.")])
    assert len(import_folder(writer, folder)[NAME].problems) == 1
    with writer.store.reading() as session:
        assert session.scalars(select(Interview.text)).all() == ["Paul : Tout autre chose."]
    writer.store.close()


def _only_turn(folder: Path, row: str) -> None:
    table = folder / TURNS
    table.write_text(f"{table.read_text(encoding='utf-8').splitlines()[0]}\n{row}\n", encoding="utf-8")


@pytest.mark.parametrize("row", ["Paul,1,Q,,0,5,99999,x", "Paul,1,Q,,8,5,9,x"])
def test_turns_that_cannot_be_are_refused(tmp_path: Path, folder: Path, row: str) -> None:
    _only_turn(folder, row)
    writer = build.project(tmp_path, title="Autre")
    assert import_folder(writer, folder)[NAME].problems
    with writer.store.reading() as session:
        assert not session.scalars(select(Interview.id)).all()
    writer.store.close()


def test_a_place_that_is_no_number_is_told_with_its_row(tmp_path: Path, folder: Path) -> None:
    _only_turn(folder, "Paul,1,Q,,a,5,9,x")
    writer = build.project(tmp_path, title="Autre")
    with pytest.raises(KnownError) as raised:
        import_folder(writer, folder)
    assert raised.value.values["row"] == 2
    writer.store.close()


def test_a_table_that_cannot_be_read_leaves_the_project_as_it_was(tmp_path: Path, folder: Path) -> None:
    (folder / "memos.csv").write_text("a,a\n1,2\n", encoding="utf-8")
    writer = build.project(tmp_path, title="Autre")
    with pytest.raises(KnownError):
        import_folder(writer, folder)
    assert writer.last is None
    with writer.store.reading() as session:
        assert not session.scalars(select(Interview.id)).all()
    writer.store.close()


def test_a_file_name_that_leaves_the_folder_is_refused(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    table = folder / NAME
    table.write_text(table.read_text(encoding="utf-8").replace("Paul.txt", "../../secret.txt"), encoding="utf-8")
    writer = build.project(tmp_path, title="Autre")
    assert len(import_folder(writer, folder)[NAME].problems) == 1
    writer.store.close()


def test_another_folder_is_told(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    with pytest.raises(KnownError):
        import_folder(writer, tmp_path)
    writer.store.close()

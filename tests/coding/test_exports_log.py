# SPDX-License-Identifier: GPL-3.0-or-later
"""What left the project is known, whoever wrote it and whoever held the project meanwhile."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from app.main import main
from coding import exports_elsewhere, exports_log, project
from coding.language import pgettext
from coding.quotes import Query
from models.group import Group
from tests import build


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of two interviews, one of them in a group, with a quote in each."""
    writer = build.project(tmp_path)
    for title, groups in (("Paul", ("G",)), ("Inès", ())):
        build.interview(writer, title, [("Q", "Alors ?"), (title, "La peur.")], people={title: ""}, groups=groups)
        build.coded(writer, title, "La peur.", "Freins")
    writer.store.close()
    return writer.store.path


def logged(path: Path) -> list[tuple[str, str, tuple[int, ...]]]:
    with project.open_reader(path) as store:
        return sorted((one.what, one.path.name, one.interviews) for one in exports_log.read(store))


def test_every_command_that_writes_a_file_is_logged(path: Path, tmp_path: Path) -> None:
    for words in (
        ["quotes", path, tmp_path / "q.csv"], ["quotes", path, tmp_path / "g.csv", "--group", "G"],
        ["quotes", path, tmp_path / "i.csv", "--interview", "Inès"], ["export", path, tmp_path / "folder"],
        ["transversal", path, tmp_path / "t.csv", "--group", "G"], ["codebook", path, "export", tmp_path / "c.csv"],
        ["interviews", path, "export", tmp_path / "i2.csv"], ["saturation", path, tmp_path / "s.docx"],
    ):
        assert main([str(word) for word in words]) == 0
    assert logged(path) == sorted([
        ("codebook", "c.csv", ()), ("folder", "folder", ()), ("interviews", "i2.csv", ()), ("quotes", "g.csv", (1,)),
        ("quotes", "i.csv", (2,)), ("quotes", "q.csv", (1, 2)), ("saturation", "s.docx", ()),
        *(("saturation", f"s-{pgettext('file', name)}.csv", ()) for name in ("matrix", "themes")),
        ("transversal", "t.csv", (1,)),
    ])
    assert not list(path.with_name("Essai.sauvegardes").glob("*")), "nobody held the project: no note was needed"


def test_a_file_that_is_not_written_is_not_logged(path: Path, tmp_path: Path) -> None:
    assert main(["transversal", str(path)]) == 0
    assert main(["quotes", str(path), str(tmp_path / "nowhere" / "q.csv")]) == 1
    assert logged(path) == []


def test_while_a_window_holds_the_project_a_note_is_kept_that_it_takes_in(path: Path, tmp_path: Path) -> None:
    held = project.open_writer(path)
    assert main(["quotes", str(path), str(tmp_path / "q.csv")]) == 0
    assert [one.what for one in exports_log.read(held.store)] == ["quotes"], "readers see notes too"
    exports_log.take_in(held)
    exports_log.take_in(held)
    assert not list(held.store.backups_folder.glob("export-*"))
    assert [(one.what, one.path) for one in exports_log.read(held.store)] == [("quotes", tmp_path / "q.csv")]
    assert exports_log.read(held.store)[0].still_there
    exports_log.note(path, "memos", tmp_path / "m.docx", [2])
    held.store.close()
    project.open_writer(path).store.close()
    assert logged(path) == [("memos", "m.docx", (2,)), ("quotes", "q.csv", (1, 2))]


def test_a_folder_that_cannot_be_written_blocks_no_export(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "mkdir", refused)
    exports_log.note(path, "quotes", Path("q.csv"))
    monkeypatch.undo()
    assert logged(path) == []


def test_whose_words_an_export_may_hold(path: Path) -> None:
    with project.open_reader(path) as store, store.reading() as session:
        group = session.query(Group.id).scalar()
        assert exports_log.within(session) == ()
        assert exports_log.within(session, group_ids=[group]) == (1,)
        assert exports_log.within(session, interview_ids=[2], group_ids=[group]) == (exports_log.GONE,)
        assert exports_log.within(session, interview_ids=Query(interview_ids=(2, 1)).interview_ids) == (1, 2)


def test_the_list_can_be_kept(path: Path, tmp_path: Path) -> None:
    assert main(["quotes", str(path), str(tmp_path / "q, 1.csv")]) == 0
    with project.open_reader(path) as store:
        found = exports_log.read(store)
    exports_log.write_list(found, tmp_path / "list.csv")
    exports_log.write_list(found, tmp_path / "list.txt")
    assert f'"{tmp_path / "q, 1.csv"}"' in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    assert f"\t{tmp_path / 'q, 1.csv'}\t" in (tmp_path / "list.txt").read_text(encoding="utf-8")


def test_every_export_made_elsewhere_has_a_name_in_the_log() -> None:
    ways = {name for name, way in inspect.getmembers(exports_elsewhere, inspect.isfunction)
            if way.__module__ == exports_elsewhere.__name__}
    called = {"refi": "qdpx", "transcripts": "transcript"}  # where the log has another word for it
    assert {called.get(way, way) for way in ways} <= set(exports_log.KINDS)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What was erased is nowhere on disk: pages, log, search index, copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding import corpus, project, sample
from coding.anchors import Edit
from coding.changes import Label, Writer
from coding.mending import correct
from coding.searching.find import find
from models import dialect_sqlite
from models.errors import KnownError
from models.interview import Interview, Turn

WORD = "Zorglubine"


def traces(folder: Path) -> list[Path]:
    """The files that hold the word, as it was written or folded."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and WORD.lower() in
            path.read_bytes().decode("latin-1").lower()]


def test_scrubbing_leaves_no_trace_and_undo_still_works(tmp_path: Path) -> None:
    path = tmp_path / "study.filrouge"
    sample.build(path)
    writer = project.open_writer(path)
    with writer.store.reading() as session:
        key = session.query(Interview.id).order_by(Interview.id).limit(1).scalar()
        at = session.query(Turn.start).filter(Turn.interview_id == key, Turn.number == 1).scalar()
    writer.do(Label("write"), lambda session: correct(session, key, [Edit(at, at, f"{WORD} ")]))
    writer.store.backup()
    assert traces(tmp_path)
    writer.do(Label("erase"), lambda session: correct(session, key, [Edit(at, at + len(WORD) + 1, "")]))
    assert traces(tmp_path), "the test can fail: a deleted word stays in pages, log, index, and backup"
    gone = writer.scrub()
    assert traces(tmp_path) == []
    assert len(gone) == 1 and len(list(writer.store.backups_folder.iterdir())) == 1
    vocabulary = dialect_sqlite.module().connect(str(path))
    vocabulary.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, turn_search, row)")
    assert vocabulary.execute("SELECT count(*) FROM words WHERE term = ?", (WORD.lower(),)).fetchone() == (0,)
    assert vocabulary.execute("SELECT count(*) FROM words").fetchone()[0] > 500
    vocabulary.close()
    writer.undo()
    with writer.store.reading() as session:
        assert len(find(session, WORD)) == 1
    writer.store.close()


def test_a_death_between_erasing_and_scrubbing_is_made_good_at_the_next_opening(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "study.filrouge"
    sample.build(path)
    writer = project.open_writer(path)
    title = f"Entretien {WORD}"
    with writer.store.reading() as session:
        key = session.query(Interview.id).order_by(Interview.id).limit(1).scalar()
    writer.do(Label("name"), lambda session: corpus.rename(session, key, title))
    writer.store.backup()
    monkeypatch.setattr(Writer, "scrub", lambda _self: (_ for _ in ()).throw(RuntimeError("the machine stops")))
    with pytest.raises(RuntimeError):
        writer.erase(Label("rename"), lambda session: corpus.rename(session, key, "Entretien 1"))
    writer.store.close()
    monkeypatch.undo()
    assert traces(tmp_path)
    project.open_writer(path).store.close()
    assert traces(tmp_path) == []
    with project.open_reader(path) as store:
        assert not store.unscrubbed


def test_an_act_that_fails_leaves_nothing_to_scrub(tmp_path: Path) -> None:
    path = tmp_path / "study.filrouge"
    sample.build(path)
    writer = project.open_writer(path)
    with pytest.raises(KnownError):
        writer.erase(Label("rename"), lambda session: corpus.rename(session, 1, ""))
    assert not writer.store.unscrubbed
    writer.store.close()

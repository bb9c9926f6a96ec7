# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening: is it ours, is it whole, is it newer, who holds it; backups; migrations."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from coding import codebook, project
from coding.changes import Label, Writer
from models import dialect_sqlite, migrate, store, tables
from models.code import Code
from models.errors import KnownError

LABEL = Label("act")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = project.create(tmp_path / "p.filrouge", title="Pair aidance")
    yield made
    made.store.close()


def closed(writer: Writer) -> Path:
    writer.store.close()
    return writer.store.path


def test_migrations_say_what_the_models_say() -> None:
    assert migrate.differences() == []


def test_the_file_says_whose_it_is(writer: Writer) -> None:
    header = closed(writer).read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == dialect_sqlite.APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == dialect_sqlite.SCHEMA_VERSION


def test_creating_never_overwrites(writer: Writer) -> None:
    path = closed(writer)
    before = path.read_bytes()
    with pytest.raises(KnownError, match="already exists"):
        project.create(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"Bonjour", b"SQLite format 3\x00" + bytes(200), bytes(5000)])
def test_what_is_not_ours_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.filrouge"
    path.write_bytes(content)
    with pytest.raises(KnownError):
        store.open_store(path)
    assert path.read_bytes() == content


def test_another_program_s_database_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "x.filrouge"
    connection = dialect_sqlite.module().connect(str(path))
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    with pytest.raises(KnownError, match="not a Fil rouge project"):
        store.open_store(path)


def test_a_newer_file_is_refused(writer: Writer) -> None:
    path = closed(writer)
    connection = dialect_sqlite.module().connect(str(path))
    connection.execute(f"PRAGMA user_version={dialect_sqlite.SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(KnownError, match="newer version"):
        store.open_store(path)


def test_a_file_cut_short_is_refused(writer: Writer) -> None:
    path = closed(writer)
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(KnownError, match="damaged"):
        store.open_store(path)


def test_a_second_window_reads_and_a_second_writer_is_refused(writer: Writer) -> None:
    with store.open_store(writer.store.path) as second:
        assert second.read_only
        assert second.revision() == writer.store.revision()
        with pytest.raises(KnownError, match="another window"):
            Writer(second).do(LABEL, lambda s: codebook.add(s, name="T"))
    with pytest.raises(KnownError, match="another window"):
        store.open_to_write(writer.store.path)


def test_a_closed_project_is_one_file(writer: Writer) -> None:
    path = closed(writer)
    with store.open_store(path, write=False) as reader:
        assert reader.damage() == []
    with store.open_store(path) as first, store.open_store(path) as second:
        assert second.revision() == first.revision()
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_reader_cannot_write(writer: Writer) -> None:
    with writer.store.reading() as session, pytest.raises(Exception, match="readonly"):
        session.execute(text("DELETE FROM code"))


def test_a_project_in_a_folder_one_may_not_write_is_read(writer: Writer, tmp_path: Path) -> None:
    path = closed(writer)
    before = path.read_bytes()
    tmp_path.chmod(0o555)
    path.chmod(0o444)
    try:
        with store.open_store(path) as frozen:
            assert frozen.read_only or os.geteuid() == 0  # root may write everywhere
            assert frozen.revision() == 1
    finally:
        tmp_path.chmod(0o755)
        path.chmod(0o644)
    assert path.read_bytes() == before or os.geteuid() == 0


def test_a_lock_that_the_folder_refuses_is_not_said_to_be_another_window_s(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = closed(writer)

    def refuse(*_args: object, **_values: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("models.lock.FileLock.acquire", refuse)
    with store.open_store(path) as frozen:
        assert frozen.read_only
    with pytest.raises(KnownError, match="cannot be written"):
        store.open_to_write(path)
    with pytest.raises(KnownError, match="cannot be created here"):
        store.create(path.with_name("new.filrouge"))


@pytest.mark.parametrize("name", ["n" * 300 + ".filrouge", "n" * 240 + ".filrouge"])
def test_a_name_too_long_for_the_disk(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError):
        store.create(tmp_path / name)
    with pytest.raises(KnownError):
        store.open_store(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_project_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_writer: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("models.migrate.upgrade", fail)
    with pytest.raises(RuntimeError, match="broken"):
        store.create(tmp_path / "p.filrouge")
    assert not list(tmp_path.iterdir())


def test_the_lock_goes_with_its_holder(writer: Writer) -> None:
    path = closed(writer)
    with store.open_to_write(path) as again:
        assert not again.read_only


def test_killed_in_the_middle_of_work_nothing_committed_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "p.filrouge"
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from coding import codebook, project
        from coding.changes import Label
        writer = project.create(Path(sys.argv[1]))
        for number in range(100000):
            writer.do(Label("x"), lambda s, n=number: codebook.add(s, name=f"Code {n}"))
            print(number, flush=True)
    """)
    process = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True,
                               cwd=Path(__file__).resolve().parents[2])
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= 20:
            break
    os.kill(process.pid, signal.SIGKILL)
    committed = int((line + process.stdout.read()).split()[-1])
    process.stdout.close()
    process.wait()
    with store.open_to_write(path) as survivor, survivor.reading() as session:
        names = set(session.scalars(select(Code.name)))
        assert {f"Code {n}" for n in range(committed + 1)} <= names
    with store.open_store(path) as survivor:
        assert survivor.damage(thorough=True) == []


def test_five_backups_are_kept_and_each_opens(writer: Writer) -> None:
    for number in range(7):
        writer.do(LABEL, partial(codebook.add, name=f"Code {number}"))
        assert writer.store.backup() is not None
    assert writer.store.backup() is None  # nothing has changed since
    kept = sorted(dialect_sqlite.backups_folder(writer.store.path).iterdir())
    assert len(kept) == store.BACKUPS_KEPT
    with store.open_store(kept[-1]) as newest, newest.reading() as session:
        assert "Code 6" in set(session.scalars(select(Code.name)))


def test_foreign_keys_hold(writer: Writer) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        writer.do(LABEL, lambda s: s.add(Code(name="X", parent_id=999)))


def test_checks_hold(writer: Writer) -> None:
    for bad in (Code(name="  "), Code(name="X", origin="elsewhere"), Code(name="X", pin=12)):
        with pytest.raises(Exception, match="CHECK"):
            writer.do(LABEL, partial(Session.add, instance=bad))


def test_an_old_file_is_copied_then_migrated(tmp_path: Path) -> None:
    """A file of version 0 is one on which no migration has run; each later version gets its own populated file."""
    path = tmp_path / "old.filrouge"
    engine = dialect_sqlite.engine(path, "create")
    dialect_sqlite.prepare_new(engine)
    engine.dispose()
    with store.open_to_write(path) as opened, opened.reading() as session:
        names = set(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
    assert set(tables.BY_NAME) <= names
    assert len(list(dialect_sqlite.backups_folder(path).glob("*.copie"))) == 1


@pytest.mark.skipif(os.name != "posix", reason="closing a handle drops a process's locks on POSIX only")
def test_a_guest_leaves_the_log_even_when_the_holder_has_lost_its_locks(writer: Writer) -> None:
    path = writer.store.path
    writer.do(LABEL, partial(codebook.add, name="Avant"))
    for name in (path, path.with_name(path.name + "-shm")):
        with name.open("rb") as file:  # what a file dialog of Qt's once did
            file.read(1)
    reading = ("import sys; from pathlib import Path; from models import store\n"
               "with store.open_store(Path(sys.argv[1])) as found: assert found.read_only and found.revision() == 2")
    subprocess.run([sys.executable, "-c", reading, str(path)], check=True, cwd=Path(__file__).resolve().parents[2])
    assert path.with_name(path.name + "-wal").exists()
    writer.do(LABEL, partial(codebook.add, name="Après"))
    with writer.store.reading() as session:
        assert set(session.scalars(select(Code.name))) == {"Avant", "Après"}


def test_a_reader_takes_no_merge_of_the_search_index_for_damage(tmp_path: Path) -> None:
    made = store.create(tmp_path / "p.filrouge")
    for _ in range(60):
        with made.writing() as session, session.begin():
            for key in (1, 2, 3):
                dialect_sqlite.unindex_turns(session.connection(), [key])
                dialect_sqlite.index_turns(session.connection(), [(key, "des mots")])
        assert made.damage(thorough=True) == []
    made.close()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check of a project sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from coding import codebook
from coding.changes import Writer
from coding.check import check
from models import dialect_sqlite
from models.errors import KnownError
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Oui ?"), ("Paul", "Oui, voilà.")])
    build.interview(made, "Léa", [("Léa", "Non.")])
    build.coded(made, "Paul", "voilà", "Réticences > Crainte")
    with made.store:
        yield made


def test_a_sound_project(writer: Writer) -> None:
    report = check(writer.store)
    assert (report.ok, report.counts["turn"], report.counts["coding"]) == (True, 3, 1)


@pytest.mark.parametrize(("damage", "kind"), [
    ("UPDATE passage SET quote = 'xxxxx'", "quote"),
    ("UPDATE passage SET start = start + 900, \"end\" = \"end\" + 900", "offset"),
    ("UPDATE interview SET text = text || '!'", "text"),
    ("UPDATE interview SET length = 1", "text"),
    ("UPDATE turn SET number = 7 WHERE number = 2", "turns"),
    ("UPDATE turn SET \"end\" = 900 WHERE number = 2", "turns"),
    ("UPDATE turn SET label_start = 1, start = 2 WHERE number = 2", "turns"),
    ("DELETE FROM coding", "orphan"),
    ("UPDATE code SET parent_id = 2 WHERE id = 1", "cycle"),
    ("DELETE FROM turn_search WHERE rowid = 1", "search"),
    ("INSERT INTO turn_search (rowid, words) VALUES (99, 'x')", "search"),
    ("DELETE FROM code WHERE id = 2", "link"),
    ("UPDATE turn SET speaker_id = 3 WHERE number = 1", "link"),
])
def test_each_fault_is_named(writer: Writer, damage: str, kind: str) -> None:
    path = writer.store.path
    engine = dialect_sqlite.engine(path, "write")
    dialect_sqlite.set_foreign_keys(engine, on=False)
    with engine.begin() as connection:
        connection.execute(text(damage))
    engine.dispose()
    report = check(writer.store)
    assert not report.ok
    assert {problem.kind for problem in report.problems} == {kind}


def test_a_damaged_file_is_not_read_further(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(writer.store), "damage", lambda self, thorough: ["row 3 missing from index"])
    report = check(writer.store)
    assert [(problem.kind, problem.detail) for problem in report.problems] == [("database", "row 3 missing from index")]


def test_rows_that_break_a_rule_of_their_table_hide_nothing(writer: Writer) -> None:
    engine = dialect_sqlite.engine(writer.store.path, "write")
    dialect_sqlite.pragma(engine, "ignore_check_constraints=ON")
    with engine.begin() as connection:
        connection.execute(text("UPDATE passage SET quote = 'other'"))
        connection.execute(text("UPDATE passage SET quote = 'another'"))
    engine.dispose()
    assert {problem.kind for problem in check(writer.store).problems} == {"database", "quote"}


@pytest.mark.parametrize("table", ["turn_search", "memo"])
def test_a_table_gone_is_damage(writer: Writer, table: str) -> None:
    engine = dialect_sqlite.engine(writer.store.path, "write")
    with engine.begin() as connection:
        connection.execute(text(f"DROP TABLE {table}"))
    engine.dispose()
    with pytest.raises(KnownError, match="is damaged"):
        check(writer.store)


def test_a_codebook_that_is_no_tree_is_a_known_error(writer: Writer) -> None:
    engine = dialect_sqlite.engine(writer.store.path, "write")
    with engine.begin() as connection:
        connection.execute(text("UPDATE code SET parent_id = 2 WHERE id = 1"))
    engine.dispose()
    with writer.store.reading() as session, pytest.raises(KnownError, match="codebook is damaged"):
        codebook.read(session)

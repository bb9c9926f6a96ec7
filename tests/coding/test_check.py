# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check of a project sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from coding.changes import Writer
from coding.check import check
from models import dialect_sqlite
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Paul", [("Q", "Oui ?"), ("Paul", "Oui, voilà.")])
    build.coded(made, "Paul", "voilà", "Réticences > Crainte")
    with made.store:
        yield made


def test_a_sound_project(writer: Writer) -> None:
    report = check(writer.store)
    assert (report.ok, report.counts["turn"], report.counts["coding"]) == (True, 2, 1)


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
])
def test_each_fault_is_named(writer: Writer, damage: str, kind: str) -> None:
    path = writer.store.path
    engine = dialect_sqlite.engine(path, write=True)
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

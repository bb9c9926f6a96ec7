# SPDX-License-Identifier: GPL-3.0-or-later
"""A populated file of each past version opens in this one, and no row of it is lost or altered."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from coding import check
from models import dialect_sqlite, store

PAST = Path(__file__).parents[1] / "reference" / "projects"
FILES = sorted(PAST.glob("schema-*.filrouge.gz"))


def test_there_is_a_file_of_each_past_version() -> None:
    assert [int(path.name.split("-")[1].split(".")[0]) for path in FILES] == list(
        range(1, dialect_sqlite.SCHEMA_VERSION))


@pytest.mark.parametrize("packed", FILES, ids=lambda path: path.name)
def test_every_row_is_kept(tmp_path: Path, packed: Path) -> None:
    path = tmp_path / "old.filrouge"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    before = _rows(path)
    assert all(before.values()), "every table of the file holds rows"
    opened = store.open_store(path)
    assert check.check(opened).ok
    opened.close()
    after = _rows(path)
    for table, rows in before.items():
        assert [{key: row[key] for key in old} for old, row in zip(rows, after[table], strict=True)] == rows, table
    assert list((dialect_sqlite.backups_folder(path)).iterdir()), "a copy of the old file is kept"


def _rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours, by table."""
    connection = sqlcipher3.connect(str(path))
    connection.row_factory = sqlcipher3.Row
    names = [row[0] for row in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE ? "
        "AND name <> 'alembic_version'", (f"{dialect_sqlite.SEARCH_TABLE}%",))]
    found = {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY id')] for name in names}
    connection.close()
    return found

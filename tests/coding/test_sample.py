# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample project: what it says of itself holds together."""

from __future__ import annotations

from pathlib import Path

from coding import reading_progress, sample
from models.store import open_store


def test_interviews_coded_to_the_end_are_read_to_the_end(tmp_path: Path) -> None:
    store = open_store(sample.build(tmp_path / "exemple.filrouge"))
    with store.reading() as session:
        found = reading_progress.read(session)
    store.close()
    assert len(found) == 16
    assert all(one.read == one.said for one in found.values())
    assert all(one.coded for one in found.values())

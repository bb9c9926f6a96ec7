# SPDX-License-Identifier: GPL-3.0-or-later
"""A file leaves whole or not at all."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pytest

from coding.reports.leaving import replacing, save_whole
from models.errors import KnownError


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_good_end_replaces_the_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("before")
    with replacing(target) as partial:
        partial.write_text("after")
        assert target.read_text() == "before"
        assert partial.suffix == ".txt"
    assert target.read_text() == "after"
    assert left(tmp_path) == ["a.txt"]


def test_a_failure_leaves_the_earlier_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("before")

    def fail() -> None:
        with replacing(target) as partial:
            partial.write_text("half")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert target.read_text() == "before"
    assert left(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(("code", "message"), [
    (errno.ENOSPC, "disk is full"), (errno.EFBIG, "disk is full"), (errno.EACCES, "Close it"),
    (errno.ENAMETOOLONG, "Close it"),
])
def test_what_the_system_refuses_is_a_known_error(tmp_path: Path, code: int, message: str) -> None:
    def fail() -> None:
        with replacing(tmp_path / "a.docx") as partial:
            partial.write_text("half")
            raise OSError(code, "refused")

    with pytest.raises(KnownError, match=message):
        fail()
    assert left(tmp_path) == []


def test_a_place_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    for path, message in ((tmp_path / "nowhere" / "a.docx", "does not exist"), (tmp_path / "folder.docx", "Close it")):
        with pytest.raises(KnownError, match=message), replacing(path):
            pytest.fail("the block must not run")


def test_a_name_too_long_for_the_disk(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"), replacing(tmp_path / f"{'n' * 300}.csv") as partial:
        partial.write_text("whole")
    assert left(tmp_path) == []


def test_the_longest_name_is_written(tmp_path: Path) -> None:
    name = "n" * 251 + ".csv"
    with replacing(tmp_path / name) as partial:
        partial.write_text("whole")
    assert left(tmp_path) == [name]


def test_a_library_writes_whole_or_not_at_all(tmp_path: Path) -> None:
    save_whole(tmp_path / "a.xlsx", lambda whole: whole.write(b"zip"))
    assert (tmp_path / "a.xlsx").read_bytes() == b"zip"

    def fail(whole: BytesIO) -> None:
        whole.write(b"half")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        save_whole(tmp_path / "a.xlsx", fail)
    assert (tmp_path / "a.xlsx").read_bytes() == b"zip"
    assert left(tmp_path) == ["a.xlsx"]

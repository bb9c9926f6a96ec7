# SPDX-License-Identifier: GPL-3.0-or-later
"""An open project for each test, checked whole when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coding.changes import Writer
from coding.check import check
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    with made.store:
        yield made
        assert check(made.store).problems == ()

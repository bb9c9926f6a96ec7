# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test stands on: no screen, nobody's settings, French, and silence in the logs."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"
# Matplotlib says so when its font cache takes long, which depends on the machine.
MAY_SPEAK = ("matplotlib.font_manager",)

settings.register_profile("house", deadline=None, max_examples=50, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


def _leave_home(folder: Path) -> None:
    """Give this process, and those it starts, a home of its own; before Qt or anything reads the real one."""
    homes = {"HOME": "home", "USERPROFILE": "home", "APPDATA": "roaming", "LOCALAPPDATA": "local"}
    homes |= {f"XDG_{name}_HOME": name.lower() for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    for variable, name in {**homes, "XDG_RUNTIME_DIR": "runtime"}.items():
        (folder / name).mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder / name)


def pytest_configure(config: pytest.Config) -> None:
    """Set the environment for the session, without which Qt opens windows and writes settings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("FILROUGE_LANGUAGE", None)
    folder = tempfile.TemporaryDirectory(prefix="filrouge-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    _leave_home(Path(folder.name))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and reference cases that lies beside the repository; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder is not here")
    return SHARED.resolve()


@pytest.fixture(autouse=True)
def _in_french() -> Iterator[None]:
    """French before each test and again after it, whatever the machine's locale is."""
    from coding.language import set_language

    set_language("fr")
    yield
    set_language("fr")


@pytest.fixture(autouse=True)
def _no_stray_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on any warning or error logged; a test that expects one asserts it, then calls ``caplog.clear()``."""
    yield
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    stray = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING and r.name not in MAY_SPEAK]
    if stray:
        pytest.fail("stray log: " + "; ".join(stray), pytrace=False)

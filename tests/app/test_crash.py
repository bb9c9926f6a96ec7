# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app import crash
from tests.app.conftest import Dialogs

SECRET = "ce que l’enquêtée a dit"


def test_a_bug_is_logged_without_any_text_and_shown_once(
    tmp_path: Path, dialogs: Dialogs, caplog: pytest.LogCaptureFixture
) -> None:
    handler = crash.start_log(tmp_path / "log" / "filrouge.log")
    try:
        try:
            try:
                dict[str, int]()[SECRET]
            except KeyError as error:
                raise RuntimeError(SECRET) from error
        except RuntimeError as error:
            crash.CrashDesk().take(type(error), error, error.__traceback__)
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    written = (tmp_path / "log" / "filrouge.log").read_text("utf-8")
    assert SECRET not in written
    assert "builtins.RuntimeError" in written
    assert "builtins.KeyError" in written
    assert "test_crash.py" in written
    assert [message.face for message in dialogs.said] == ["warning"]
    assert SECRET not in dialogs.said[0].detail
    caplog.clear()

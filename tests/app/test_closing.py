# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sitting erased while another window was reading goes from the disk when the project is closed."""

from __future__ import annotations

import pytest

from app.window import MainWindow
from coding.changes import Label
from models import dialect_sqlite
from models.memo import Memo

SECRET = "Gontranette"


def erase_before_others(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.desk is not None
    writer = window.desk.writer
    monkeypatch.setattr(dialect_sqlite, "vacuum", lambda _engine: False)
    writer.do(Label("write"), lambda session: session.add(Memo(text=SECRET)))
    memo = writer.last.of(Memo)[0].id if writer.last else 0
    window.desk.run(lambda writer: writer.erase(
        Label("erase"), lambda session: session.delete(session.get_one(Memo, memo))), lambda _done: None,
        lambda _error: None)
    assert writer.store.unscrubbed


def test_it_goes(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    erase_before_others(opened, monkeypatch)
    monkeypatch.undo()
    assert opened.desk is not None
    store = opened.desk.store
    assert SECRET.encode() in store.path.read_bytes() + b"".join(
        path.read_bytes() for path in store.path.parent.glob(f"{store.path.name}-wal"))
    opened.close_project()
    assert not store.unscrubbed
    assert SECRET.encode() not in store.path.read_bytes()


def test_closing_does_not_wait_for_the_other_window(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    erase_before_others(opened, monkeypatch)
    assert opened.desk is not None
    store = opened.desk.store
    opened.close_project()
    assert store.unscrubbed
    assert opened.desk is None

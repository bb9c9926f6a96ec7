# SPDX-License-Identifier: GPL-3.0-or-later
"""Garbage waits for the collector, and no longer."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from app.collector import Collector


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def python_collects() -> Iterator[None]:
    """As it does before and after."""
    assert gc.isenabled()
    yield
    assert gc.isenabled()


def test_garbage_goes_when_the_collector_runs(qtbot: QtBot, python_collects: None) -> None:
    parent = QObject()
    collector = Collector(parent)
    assert not gc.isenabled()
    for _n in range(3):
        left = weakref.ref(Knot())
        assert left() is not None
        collector.collect()
        assert left() is None
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The Coder against the promises of the design: opening, key to committed to painted, undo, scrolling.

``run`` builds its own project (one interview of 300,000 characters, 2,000 passages), with the real worker threads.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PyQt6.QtCore import QEventLoop, Qt, QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication

from app import theme
from app.acts import codes
from app.coder.workspace import CoderWorkspace
from app.desk import Desk
from app.settings import Settings
from app.tasks import Tasks
from tests.bench import corpus
from tests.bench.measure import Figure

LENGTH, PASSAGES, ACTS = 300_000, 2_000, 300


def run(folder: Path) -> list[Figure]:
    """Every figure, on a project made in ``folder``."""
    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        theme.install(application, "light")
    store = corpus.build(folder / "coder.filrouge", interviews=2, length=LENGTH, passages=2 * PASSAGES)
    desk = Desk(store, Tasks())
    page = CoderWorkspace(desk, Settings(folder / "coder.ini"))
    page.resize(1360, 840)
    page.show()
    page.activate()
    _settle()
    figures = [*_opening(page), *_acts(page), *_scrolling(page)]
    desk.tasks.close()
    page.deleteLater()
    _settle()
    store.close()
    return figures


def _opening(page: CoderWorkspace) -> list[Figure]:
    """From the request to the page painted, at the head and where one was left near the end."""
    ids = [row.id for row in page.header.rows]
    took = []
    for turn in range(7):
        began = time.perf_counter()
        page.open(ids[(turn + 1) % 2])
        page.repaint()
        page.page.viewport().repaint()  # type: ignore[union-attr]
        took.append(_ms(began))
    assert page.reading is not None
    page.page.show_offset(LENGTH - 2000)
    page.settle()
    left = page.reading.transcript.interview_id
    page.open(next(key for key in ids if key != left))
    _settle()
    began = time.perf_counter()
    page.open(left)
    page.page.viewport().repaint()  # type: ignore[union-attr]
    return [
        Figure("open 300,000 characters with 2,000 passages, painted", statistics.median(took), "ms", 150),
        Figure("the same, at its end", _ms(began), "ms", 150),
    ]


def _acts(page: CoderWorkspace) -> list[Figure]:
    """Digit, undo: each waits for the commit and the paint."""
    code = page.desk.codebook.themes[0]
    _until(page, lambda: codes.edit(page.desk, code.id, pin=1))
    assert page.reading is not None
    text = page.reading.transcript.text
    coded, undone = [], []

    def press() -> None:
        cast(Any, QTest).keyClick(page.page, Qt.Key.Key_1)  # the stubs take it for a method

    for number in range(ACTS):
        start = 2000 + number * 61
        page.page.pick(start, start + 33 + number % 7)
        page.page.show_offset(start)
        page.page.viewport().repaint()  # type: ignore[union-attr]
        assert text[start : start + 40].strip()
        coded.append(_until(page, press))
        if number % 3 == 0:
            undone.append(_until(page, page.desk.undo))
    return [
        Figure("key → committed → painted, median", statistics.median(coded), "ms", 16),
        Figure("key → committed → painted, 99th percentile", _percentile(coded, 0.99), "ms", 33),
        Figure("undo → committed → painted, median", statistics.median(undone), "ms", 16),
        Figure("undo → committed → painted, 99th percentile", _percentile(undone, 0.99), "ms", 33),
    ]


def _scrolling(page: CoderWorkspace) -> list[Figure]:
    """One notch of the wheel, painted; and a page at once."""
    bar = page.page.verticalScrollBar()
    assert bar is not None
    notches: list[float] = []
    pages: list[float] = []
    for took, step in ((notches, 60), (pages, 700)):
        bar.setValue(4000)
        for _n in range(60):
            began = time.perf_counter()
            bar.setValue(bar.value() + step)
            QApplication.processEvents()
            took.append(_ms(began))
    return [
        Figure("scroll a notch, painted, median", statistics.median(notches), "ms", 16),
        Figure("scroll a page, painted, median", statistics.median(pages), "ms", 16),
    ]


def _until(page: CoderWorkspace, act: Callable[[], object]) -> float:
    """Milliseconds from an act to its change painted."""
    loop = QEventLoop()
    painted: list[float] = []

    def after_change(_change: object) -> None:
        QTimer.singleShot(0, finish)  # after the paint that the change asked for

    def finish() -> None:
        QApplication.sendPostedEvents()
        painted.append(time.perf_counter())
        loop.quit()

    page.desk.changed.connect(after_change)
    began = time.perf_counter()
    act()
    QTimer.singleShot(5000, loop.quit)
    if not painted:
        loop.exec()
    if not painted:
        raise RuntimeError("the act changed nothing")
    page.desk.changed.disconnect(after_change)
    return (painted[0] - began) * 1000


def _settle() -> None:
    for _n in range(5):
        QApplication.processEvents()


def _ms(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]

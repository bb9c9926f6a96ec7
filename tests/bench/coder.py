# SPDX-License-Identifier: GPL-3.0-or-later
"""The coding desk against the promises of issue 3: opening, acts from gesture to committed to painted, scrolling.

``run`` builds its own project (two interviews of 300,000 characters), with the real worker threads. Beside each
figure, what QualCoder 4.0-beta took for the same work on the same machine.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PyQt6.QtCore import QEventLoop, Qt, QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication

from app import theme
from app.acts import codes, passages
from app.coder.workspace import CoderWorkspace
from app.collector import Collector
from app.desk import Desk
from app.settings import Settings
from app.tasks import Tasks
from tests.bench import corpus
from tests.bench.measure import Figure, spread

LENGTH = 300_000
SIZES = (2_000, 5_000)  # passages
QUALCODER = {"open": 4400, "code": 65, "uncode": 2200, "extend": 2200, "undo": None, "scroll": 49}  # ms


def run(folder: Path, acts: int = 1000) -> list[Figure]:
    """Every figure, on projects made in ``folder``; each kind of act is done ``acts`` times."""
    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        theme.install(application, "light")
    return [figure for size in SIZES for figure in _desk(folder, size, acts)]


def _desk(folder: Path, size: int, acts: int) -> list[Figure]:
    store = corpus.build(folder / f"coder-{size}.filrouge", interviews=2, length=LENGTH, passages=2 * size)
    desk = Desk(store, Tasks())
    Collector(desk)
    page = CoderWorkspace(desk, Settings(folder / "coder.ini"))
    page.resize(1360, 840)
    page.show()
    page.activate()
    _settle()
    figures = [*_opening(page), *_acts(page, acts), *_scrolling(page)]
    desk.tasks.close()
    page.deleteLater()
    desk.deleteLater()
    _settle()
    store.close()
    return [replace(figure, name=f"{size:,} passages: {figure.name}") for figure in figures]


def _opening(page: CoderWorkspace) -> list[Figure]:
    """From the request to the page painted, at the head and where one was left near the end."""
    ids = [row.id for row in page.header.rows]
    figures = []
    for name, left in (("open, painted", 0), ("open where one left it near the end, painted", LENGTH - 2000)):
        took = []
        for turn in range(9):
            page.page.show_offset(left)
            began = time.perf_counter()
            page.open(ids[(turn + 1) % 2])
            QApplication.sendPostedEvents()  # paints; what Qt lays out below in idle moments is not waited for
            took.append(_ms(began))
            _settle()
        figures.append(Figure(name, statistics.median(took[2:]), "ms", 150, QUALCODER["open"]))
    return figures


def _acts(page: CoderWorkspace, acts: int) -> list[Figure]:
    """Code, extend, uncode, then undo all three; each waits for the commit and the paint."""
    code = page.desk.codebook.themes[0]
    _until(page, lambda: codes.edit(page.desk, code.id, pin=1))
    assert page.reading is not None
    length = len(page.reading.transcript.text)
    took: dict[str, list[float]] = {"code": [], "extend": [], "uncode": [], "undo": []}
    for number in range(acts):
        start = 2000 + number * (length - 6000) // acts
        page.page.pick(start, start + 33 + number % 7)
        page.page.show_offset(start)
        _settle()
        _one_of_each(page, code.id, took)
    return [figure for name, each in took.items() for figure in _both(name, each, 16, 33)]


def _one_of_each(page: CoderWorkspace, code_id: int, took: dict[str, list[float]]) -> None:
    took["code"].append(_until(page, lambda: _press(page, Qt.Key.Key_1)))
    mark = page.page.chosen_mark
    assert mark is not None
    took["extend"].append(_until(page, lambda: _press(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)))
    mark = page.page.chosen_mark
    assert mark is not None
    took["uncode"].append(
        _until(page, lambda: passages.uncode(page.desk, passage_id=mark.id, code_id=code_id)))
    for _n in range(3):
        took["undo"].append(_until(page, page.desk.undo))


def _scrolling(page: CoderWorkspace) -> list[Figure]:
    """One notch of the wheel, painted; and a page at once."""
    bar = page.page.verticalScrollBar()
    assert bar is not None
    figures = []
    for name, step in (("scroll a notch, painted", 60), ("scroll a page, painted", 700)):
        took = []
        bar.setValue(4000)
        for _n in range(200):
            began = time.perf_counter()
            bar.setValue(bar.value() + step if bar.value() + step < bar.maximum() else 0)
            QApplication.processEvents()
            took.append(_ms(began))
        figures += _both(name, took, 8, None, "scroll")
    return figures


def _both(name: str, took: list[float], median: float, last: float | None, rival: str = "") -> list[Figure]:
    middle, late = spread(took)
    return [Figure(f"{name}, median", middle, "ms", median, QUALCODER[rival or name]),
            Figure(f"{name}, 99th percentile", late, "ms", last)]


def _press(page: CoderWorkspace, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    cast(Any, QTest).keyClick(page.page, key, modifier)  # the stubs take it for a method


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
    late = QTimer()
    late.setSingleShot(True)
    late.timeout.connect(loop.quit)
    late.start(5000)
    began = time.perf_counter()
    act()
    if not painted:
        loop.exec()
    page.desk.changed.disconnect(after_change)
    if not painted:
        raise RuntimeError("the act changed nothing")
    return (painted[0] - began) * 1000


def _settle() -> None:
    for _n in range(5):
        QApplication.processEvents()


def _ms(began: float) -> float:
    return (time.perf_counter() - began) * 1000

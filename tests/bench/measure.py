# SPDX-License-Identifier: GPL-3.0-or-later
"""What one measured thing is, and how it is timed."""

from __future__ import annotations

import multiprocessing
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """A measured value beside what the design promises (None: no promise) and what the best-known rival takes for
    the same work (None: not measured), in the same unit."""

    name: str
    value: float
    unit: str
    promise: float | None = None
    rival: float | None = None

    def line(self) -> str:
        """A row of the printed table."""
        promised = " " * 17 if self.promise is None else f"{self.promise:>9.0f}   {self.value / self.promise:>5.2f}"
        rival = "" if self.rival is None else f"{self.rival:>11,.0f}   {self.rival / self.value:>4.0f} ×"
        return f"{self.name:<58} {self.value:>9.1f} {self.unit:<3}{promised}{rival}".rstrip()


def milliseconds(work: Callable[[], Any], *, times: int = 5) -> float:
    """The median time of ``work``, in milliseconds, after one unmeasured call."""
    work()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def spread(taken: list[float]) -> tuple[float, float]:
    """Median and 99th percentile of milliseconds."""
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


@contextmanager
def busy_cores(count: int) -> Iterator[None]:
    """``count`` processes that do nothing but compute, while the block lasts."""
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    crowd = [context.Process(target=_spin, args=(stop, os.getpid()), daemon=True) for _ in range(count)]
    for process in crowd:
        process.start()
    try:
        yield
    finally:
        stop.set()
        for process in crowd:
            process.join()


def _spin(stop: Any, parent: int) -> None:
    while not stop.is_set() and os.getppid() == parent:  # nor outlives a parent that died
        sum(range(10_000))

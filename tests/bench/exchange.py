# SPDX-License-Identifier: GPL-3.0-or-later
"""The large project out to other programs and back, as the window does it: each in a process of its own."""

from __future__ import annotations

import time
from pathlib import Path

from coding import elsewhere, exports_elsewhere
from coding import project as projects
from coding.exchange import reading, taking
from tests.bench.measure import Figure

PROMISED = 15_000


def run(path: Path, folder: Path) -> list[Figure]:
    """Every figure, on the large project at ``path``."""
    out, back = folder / "bench.qdpx", folder / "back.filrouge"
    begun = time.perf_counter()
    elsewhere.run(exports_elsewhere.refi, path, out, told=lambda *_said: None)
    written = (time.perf_counter() - begun) * 1000
    begun = time.perf_counter()
    exchange = elsewhere.run(reading.read_project, out)
    writer = projects.create(back)
    taking.take(writer, exchange)
    taken = (time.perf_counter() - begun) * 1000
    writer.store.close()
    return [Figure("REFI-QDA: 50,000 passages out, checked", written, "ms", PROMISED),
            Figure("REFI-QDA: 50,000 passages in, to a new project", taken, "ms", PROMISED)]

# SPDX-License-Identifier: GPL-3.0-or-later
"""The saturation page against the promises of issue 5: a threshold tried, or another order, until it is painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import cast

from PyQt6.QtWidgets import QApplication

from app import theme
from app.desk import Desk
from app.settings import Settings
from app.tasks import Tasks
from app.workspaces.saturation import SaturationWorkspace
from models import store as stores
from tests.bench.measure import Figure, milliseconds

SIZE = (1360, 840)


def run(path: Path, folder: Path) -> list[Figure]:
    """Every figure, on the large project at ``path``."""
    application = cast(QApplication, QApplication.instance() or QApplication([]))
    theme.install(application, "light")
    with stores.open_store(path) as store:
        desk = Desk(store, Tasks(inline=True))
        page = SaturationWorkspace(desk, Settings(folder / "thresholds.ini"))
        page.resize(*SIZE)
        page.show()
        page.activate()
        application.processEvents()
        begun = time.perf_counter()
        page.reload()
        application.processEvents()
        read = (time.perf_counter() - begun) * 1000
        shown = [
            Figure("saturation page, read, counted and painted", read, "ms"),
            Figure("saturation: a threshold tried, repainted", milliseconds(_trying(page, application)), "ms", 50),
            Figure("saturation: another order, repainted", milliseconds(_reordering(page, application)), "ms"),
        ]
        page.close()
        desk.tasks.close()
    return shown


def _trying(page: SaturationWorkspace, application: QApplication) -> Callable[[], None]:
    """Another base each time, judged and painted at once."""
    bases = count()

    def act() -> None:
        assert page.reading is not None
        page.panel.tried.emit(replace(page.reading.kept, base=3 + next(bases) % 6))
        page.repaint()
        application.processEvents()

    return act


def _reordering(page: SaturationWorkspace, application: QApplication) -> Callable[[], None]:
    seeds = count(1)

    def act() -> None:
        assert page.reading is not None
        page.panel.asked.emit(replace(page.reading.asked, order="random", seed=next(seeds)))
        page.repaint()
        application.processEvents()

    return act

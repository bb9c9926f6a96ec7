# SPDX-License-Identifier: GPL-3.0-or-later
"""One start of the window in a process of its own: says when it is usable, when a project is open, what it holds.

Run as ``python -m tests.bench.window PROJECT``; prints a line a moment, for the parent to time.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

import psutil
from PyQt6.QtWidgets import QApplication

from app import theme
from app.settings import Settings
from app.translator import Translator
from app.window import MainWindow


def _scrolled(window: MainWindow) -> float:
    """The median time of a step of the transversal grid down the codes, painted, in milliseconds."""
    from app.transversal.grid_page import GridPage  # not before the window is usable, which is timed
    from app.workspaces.transversal import TransversalWorkspace

    page = window.pages.show_page("transversal") if window.pages is not None else None
    assert isinstance(page, TransversalWorkspace)
    grid = page.show_page("grid")
    assert isinstance(grid, GridPage)
    bar, taken = grid.grid.verticalScrollBar(), []
    assert bar is not None
    QApplication.processEvents()
    for _step in range(60):
        begun = time.perf_counter()
        bar.setValue(bar.value() + 60)
        QApplication.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def main() -> None:
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Fil rouge bench")
    settings = Settings()
    translator = Translator()
    translator.use("fr")
    theme.install(application, theme.as_choice("light"))
    window = MainWindow(settings, translator)
    window.show()
    application.processEvents()
    print("usable", flush=True)
    from app.saturation.side import PAGES  # after the window: it starts without them
    from app.search.tabs import KEYS as SEARCHED
    from app.transversal.tabs import KEYS
    from app.workspaces.saturation import SaturationWorkspace
    from app.workspaces.search import SearchWorkspace
    from app.workspaces.transversal import TransversalWorkspace

    begun = time.perf_counter()
    window.open(Path(sys.argv[1]))
    application.processEvents()
    print(f"open {(time.perf_counter() - begun) * 1000}", flush=True)
    for page in ("corpus", "coder", "transversal", "saturation", "quotes", "memos", "search"):
        window.show_page(page)
        _wait(application)
        assert window.pages is not None
        shown = window.pages.page
        if isinstance(shown, TransversalWorkspace):
            for key in KEYS:
                shown.show_page(key)
                _wait(application)
        if isinstance(shown, SearchWorkspace):
            for key in SEARCHED:
                shown.show_page(key)
                _wait(application)
        if isinstance(shown, SaturationWorkspace):
            for key, _title, _factory in PAGES:
                shown.panel.show_page(key)
                _wait(application)
    print(f"grid {_scrolled(window)}", flush=True)
    print(f"memory {psutil.Process(os.getpid()).memory_info().rss / 1e6}", flush=True)
    window.close()


def _wait(application: QApplication) -> None:
    until = time.monotonic() + 2
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.01)


main()

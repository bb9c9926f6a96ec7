# SPDX-License-Identifier: GPL-3.0-or-later
"""``python3 run.py bench``: every promise of the design, measured idle and with every core busy."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from coding import codebook, exports, order, quotes, transversal, verdicts
from coding.language import set_language
from models import store as stores
from models.store import Store
from tests.bench import corpus, exchange, intake, quoting, searching
from tests.bench.measure import Figure, busy_cores, milliseconds

ROOT = Path(__file__).resolve().parents[2]
Part = Callable[[], list[Figure]]


def domain(store: Store, folder: Path) -> list[Figure]:
    """Reading, analysing and exporting the large project."""
    with store.reading() as session:
        group = order.ordered_interviews(session)
        themes = quotes.Query(code_ids=tuple(node.id for node in codebook.read(session).themes[:2]))
        figures = [
            *searching.figures(session),
            Figure(f"transversal table, {len(group)} interviews × 320 codes",
                   milliseconds(lambda: transversal.table(session)), "ms", 200),
            Figure("saturation of all themes, 10,000 orders",
                   milliseconds(lambda: verdicts.saturation(session), times=3), "ms", 1000),
            *quoting.figures(session),
        ]
        written = exports.quotes(session, folder / "quotes.docx", themes)
        figures.append(Figure(
            f"{written} quotes found and taken to Word",
            milliseconds(lambda: exports.quotes(session, folder / "quotes.docx", themes), times=3), "ms", 5000))
    figures.append(Figure("backup", milliseconds(lambda: _backup(store), times=3), "ms"))
    figures.append(Figure("check of the whole file", milliseconds(store.damage, times=3), "ms"))
    return figures


def _backup(store: Store) -> None:
    from models import dialect_sqlite

    target = store.path.with_name("copy.filrouge")
    dialect_sqlite.copy(store.path, target)
    target.unlink()


def window(path: Path) -> list[Figure]:
    """Starting, opening, and what the process then holds; the best of three starts is the warm one."""
    starts, opens, scrolls, memory = [], [], [], []
    for _ in range(3):
        begun = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "tests.bench.window", str(path)], cwd=ROOT, text=True,
                                   stdout=subprocess.PIPE)
        assert process.stdout is not None
        for line in process.stdout:
            name, *value = line.split()
            if name == "usable":
                starts.append((time.perf_counter() - begun) * 1000)
            elif name == "open":
                opens.append(float(value[0]))
            elif name == "grid":
                scrolls.append(float(value[0]))
            elif name == "memory":
                memory.append(float(value[0]))
        if process.wait():
            raise SystemExit("the window did not start: run `python -m tests.bench.window PROJECT` to see why")
    return [Figure("window usable, from process start", min(starts), "ms", 1000),
            Figure("open the large project", min(opens), "ms", 500),
            Figure("transversal grid, a step of the wheel painted", min(scrolls), "ms", 16),
            Figure("resident memory, every workspace shown", max(memory), "MB", 300)]


def verdicts_page(path: Path, folder: Path) -> list[Figure]:
    """The saturation page on the large project."""
    from tests.bench import thresholds

    return thresholds.run(path, folder)


def coder(folder: Path, acts: int) -> list[Figure]:
    """The coding desk on 300,000 characters."""
    from tests.bench import coder as desk

    return desk.run(Path(tempfile.mkdtemp(dir=folder)), acts)


def identities(folder: Path) -> list[Figure]:
    """What the search for identities takes; a process of its own, beside the window."""
    from tests.bench import identities as search

    return search.run(Path(tempfile.mkdtemp(dir=folder)))


def main() -> None:
    """Build the corpus, measure, print one table a condition."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="run.py bench")
    parser.add_argument("--idle-only", action="store_true", help="skip the run with every core busy")
    parser.add_argument("--coder-only", action="store_true", help="measure the coding desk only")
    parser.add_argument("--acts", type=int, default=1000, help="acts of each kind at the coding desk (1000)")
    choice = parser.parse_args()
    set_language("fr")
    from PyQt6.QtWidgets import QApplication

    application = QApplication([])  # one for both conditions: what Qt has drawn for it dies with it
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = [lambda: coder(folder, choice.acts)]
        if not choice.coder_only:
            parts = [*_large(folder), *parts]
        parts.append(lambda: identities(folder))
        _table("idle", parts)
        if not choice.idle_only:
            cores = os.cpu_count() or 2
            with busy_cores(cores):
                _table(f"with {cores} busy processes", parts)
    application.quit()


def _large(folder: Path) -> list[Part]:
    """What is measured on the large project, which is built here."""
    path = folder / "bench.filrouge"
    print("100 interviews × 90,000 characters, 300 codes in 20 themes, 50,000 passages…", flush=True)
    corpus.build(path).close()
    print(f"project file {path.stat().st_size / 1e6:.0f} MB", flush=True)

    def reading() -> list[Figure]:
        with stores.open_store(path) as store:
            return domain(store, folder)

    return [reading, lambda: verdicts_page(path, folder), lambda: exchange.run(path, folder), lambda: window(path),
            lambda: intake.run(folder)]


def _table(condition: str, parts: Sequence[Part]) -> None:
    print(f"\n{condition:<58} {'measured':>9}    {'promised':>9}   ratio  QualCoder   ratio", flush=True)
    for part in parts:
        for figure in part():
            print(figure.line(), flush=True)


main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as it is really started, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

START = """
import sys, time
from pathlib import Path
from PyQt6.QtWidgets import QApplication
from app import window

def exec_(application):
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        application.processEvents()
    shown = [w for w in application.topLevelWidgets() if isinstance(w, window.MainWindow)]
    print(shown[0].windowTitle(), flush=True)
    shown[0].close()
    return 0

QApplication.exec = exec_
sys.exit(window.run(Path(sys.argv[1])))
"""


def test_the_program_starts_on_a_project_and_ends_well(sample_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", START, str(sample_path)], check=False, capture_output=True,
                          text=True, encoding="utf-8", cwd=Path(__file__).parents[2], env=None, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"Fil rouge — {sample_path.name}"
    assert "Traceback" not in done.stderr

# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every workspace, light and dark, on the sample project: ``python -m tests.tools.screenshots``.

Drawn without a screen, with the bundled fonts, so that the same program gives the same pictures.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "screenshots"
SIZE = (1440, 900)
CELL = (("Réticences", "Secret professionnel"), "Nora")  # the cell that the picture of the grid opens
SETTLE = 0.4  # seconds for what is read in the background


def main(argv: list[str] | None = None) -> int:
    """Write NAME-light.png and NAME-dark.png for each page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="tests.tools.screenshots", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--language", choices=("fr", "en"), default="fr")
    parser.add_argument("--size", default="{}x{}".format(*SIZE), help="such as 1280x720")
    asked = parser.parse_args(argv)
    asked.out.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in asked.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        draw(asked.out, Path(folder), asked.language, (width, height))
    return 0


def draw(out: Path, folder: Path, language: str, size: tuple[int, int]) -> None:
    """Open the sample in ``folder`` and take every picture."""
    from PyQt6.QtWidgets import QApplication

    from app import theme
    from app.settings import Settings
    from app.translator import Translator
    from app.window import MainWindow
    from coding import sample

    application = QApplication([])
    translator, settings = Translator(), Settings(folder / "settings.ini")
    settings.language = language
    translator.use(language)
    theme.install(application, "light")
    project = sample.build(folder / "pair-aidance.filrouge")
    settings.recent = [str(project)]

    def wait() -> None:
        until = time.monotonic() + SETTLE
        while time.monotonic() < until:
            application.processEvents()

    choices: tuple[theme.Choice, ...] = ("light", "dark")
    for choice in choices:
        theme.use(choice)
        window = MainWindow(settings, translator)
        window.resize(*size)
        window.show()
        for name in ("welcome", "corpus", "groups", "coder", "quotes", "transversal", "saturation", "memos", "search"):
            stage(window, name, project)
            wait()
            if name == "transversal":  # once its table is read
                open_cell(window)
                wait()
            window.grab().save(str(out / f"{name}-{choice}.png"))
        window.close()


def stage(window: object, name: str, project: Path) -> None:
    """Bring the window to what a picture shows."""
    from app.window import MainWindow
    from app.workspaces.corpus import CorpusWorkspace
    from app.workspaces.search import SearchWorkspace

    assert isinstance(window, MainWindow)
    if name == "welcome":
        return
    if window.desk is None:
        window.open(project)
    assert window.pages is not None
    window.show_page({"groups": "corpus"}.get(name, name))
    page = window.pages.page
    if isinstance(page, CorpusWorkspace):
        page.tabs.setCurrentIndex(2 if name == "groups" else 0)
        page.interviews.pick(page.interviews.model.rows[6].id)
    elif isinstance(page, SearchWorkspace):
        page.line.setText("réunion")
        page.search()
    elif name == "coder":
        show_passage(window)


def open_cell(window: object) -> None:
    """Choose a cell of the grid, which shows its quotes."""
    from app.window import MainWindow
    from app.workspaces.transversal import TransversalWorkspace

    assert isinstance(window, MainWindow)
    assert window.desk is not None
    assert window.pages is not None
    page, code = window.pages.page, window.desk.codebook.find(CELL[0])
    assert isinstance(page, TransversalWorkspace)
    assert code is not None
    page.grid.choose(page.grid.grid.locate(code.id, CELL[1]))


def show_passage(window: object) -> None:
    """Choose a passage of the third interview, as one who has just clicked on it."""
    from app.window import MainWindow
    from coding.order import ordered_interviews
    from coding.passage_index import PassageIndex

    assert isinstance(window, MainWindow)
    assert window.desk is not None
    desk = window.desk
    interview_id = desk.read_now(ordered_interviews).ids[2]
    index = desk.read_now(lambda session: PassageIndex.load(session, interview_id))
    mark = sorted(index, key=lambda mark: mark.start)[3]
    desk.place_asked.emit(interview_id, mark.start, mark.end)


if __name__ == "__main__":
    raise SystemExit(main())

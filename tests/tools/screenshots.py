# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every workspace, light and dark, on the sample project: ``python -m tests.tools.screenshots``.

Drawn without a screen, with the bundled fonts, so that the same program gives the same pictures.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "screenshots"
SIZE = (1440, 900)
CELL = (("Réticences", "Secret professionnel"), "Nora")  # the cell that the picture of the grid opens
SETTLE = 0.4  # seconds for what is read in the background
LONG = 120  # seconds at most for what a process of its own looks for
# The pages of the corpus, by the place of their tab.
TABS = {"corpus": 0, "participants": 1, "groups": 2, "structures": 3, "guide": 4, "asked": 4, "pseudonyms": 5}
READ_ACROSS = ("profiles", "relations", "attributes", "contradictions")  # besides the grid
VIEWS = ("relations", "attributes", "contradictions")
SIDE = ("choices", "nuances", "next", "path")  # of the panel beside the verdicts
WORDS = ("vocabulary", "close")  # besides the search itself
PAGES = ("welcome", *TABS, "coder", "quotes", "transversal", *READ_ACROSS, "saturation", *SIDE, "memos", "search",
         *WORDS)
WORKSPACES = {**dict.fromkeys(TABS, "corpus"), **dict.fromkeys(READ_ACROSS, "transversal"),
              **dict.fromkeys(SIDE, "saturation"), **dict.fromkeys(WORDS, "search")}


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
        until, late = time.monotonic() + SETTLE, time.monotonic() + LONG
        while time.monotonic() < until or (window.desk is not None and window.desk.tasks.under_way
                                           and time.monotonic() < late):
            application.processEvents()

    choices: tuple[theme.Choice, ...] = ("light", "dark")
    for choice in choices:
        theme.use(choice)
        window = MainWindow(settings, translator)
        window.resize(*size)
        window.show()
        for name in PAGES:
            stage(window, name, project)
            wait()
            if name == "pseudonyms":
                look_for_identities(window, wait)
            if name == "transversal":  # once its table is read
                open_cell(window)
                wait()
            if name == "nuances":
                look_for_nuances(window, wait)
            if name == "quotes":
                choose_cited(window)
                wait()
            if name in WORDS:
                look_for_words(window, name, wait)
            window.grab().save(str(out / f"{name}-{choice}.png"))
        window.close()


def stage(window: object, name: str, project: Path) -> None:
    """Bring the window to what a picture shows."""
    from app.guide.page import OUTLINE, PUT, GuidePage
    from app.profiles.page import ProfilesPage
    from app.relations.page import RelationsPage
    from app.window import MainWindow
    from app.workspaces.corpus import CorpusWorkspace
    from app.workspaces.saturation import SaturationWorkspace
    from app.workspaces.search import SearchWorkspace
    from app.workspaces.transversal import TransversalWorkspace
    from coding.order import ordered_interviews

    assert isinstance(window, MainWindow)
    if name == "welcome":
        return
    if window.desk is None:
        window.open(project)
    assert window.pages is not None
    window.show_page(WORKSPACES.get(name, name))
    page = window.pages.page
    if isinstance(page, TransversalWorkspace):
        reading = page.show_page("relations" if name in VIEWS else "profiles" if name == "profiles" else "grid")
        if isinstance(reading, RelationsPage):
            reading.show_view(VIEWS.index(name))
        elif isinstance(reading, ProfilesPage) and window.desk is not None:
            reading.show_interview(window.desk.read_now(ordered_interviews).ids[0])  # a portrait is written of it
    elif isinstance(page, SaturationWorkspace):
        page.panel.show_page(name if name in SIDE else "finding")
    if isinstance(page, CorpusWorkspace):
        page.tabs.setCurrentIndex(TABS[name])
        if name == "corpus":
            page.interviews.pick(page.interviews.model.rows[6].id)
        shown = page.stack.currentWidget()
        if isinstance(shown, GuidePage):
            shown.show_view(PUT if name == "asked" else OUTLINE)
    elif name == "search" and isinstance(page, SearchWorkspace):
        page.searching.look_for("réunion")
    elif name == "coder":
        show_passage(window)


def look_for_identities(window: object, wait: Callable[[], None]) -> None:
    """Look for who and what is recognised, and choose the first line."""
    from app.pseudonyms.page import PseudonymsPage
    from app.window import MainWindow
    from app.workspaces.corpus import CorpusWorkspace

    assert isinstance(window, MainWindow)
    assert window.pages is not None
    corpus = window.pages.page
    assert isinstance(corpus, CorpusWorkspace)
    page = corpus.stack.currentWidget()
    assert isinstance(page, PseudonymsPage)
    page.sitting.look()
    until = time.monotonic() + LONG
    while page.sitting.looking and time.monotonic() < until:
        wait()
    lines = page.table.model()
    assert lines is not None
    page.table.setCurrentIndex(lines.index(0, 0))
    wait()


def look_for_nuances(window: object, wait: Callable[[], None]) -> None:
    """Look for what the last interviews may say anew."""
    from app.saturation.nuances_page import NuancesPage
    from app.window import MainWindow
    from app.workspaces.saturation import SaturationWorkspace

    assert isinstance(window, MainWindow)
    assert window.pages is not None
    workspace = window.pages.page
    assert isinstance(workspace, SaturationWorkspace)
    page = workspace.panel.page("nuances")
    assert isinstance(page, NuancesPage)
    page.look()
    until = time.monotonic() + LONG
    while page.learning.busy and time.monotonic() < until:
        wait()
    wait()


def choose_cited(window: object) -> None:
    """Choose the first quote that is cited otherwise than it stands."""
    from app.quotes.sections import Card
    from app.window import MainWindow
    from app.workspaces.quotes import QuotesWorkspace

    assert isinstance(window, MainWindow)
    assert window.pages is not None
    page = window.pages.page
    assert isinstance(page, QuotesWorkspace)
    model = page.list.quotes
    for section in range(model.rowCount()):
        for row in range(model.rowCount(model.index(section, 0))):
            index = model.index(row, 0, model.index(section, 0))
            entry = model.entry(index)
            if isinstance(entry, Card) and entry.quote.cited.text:
                page.list.setCurrentIndex(index)
                page.list.scrollTo(index, page.list.ScrollHint.PositionAtCenter)
                return


def look_for_words(window: object, name: str, wait: Callable[[], None]) -> None:
    """Count the vocabulary by theme, or read the interviews for what resembles a code."""
    from app.close.page import ClosePage
    from app.search.vocabulary_page import VocabularyPage
    from app.window import MainWindow
    from app.workspaces.search import SearchWorkspace

    assert isinstance(window, MainWindow)
    assert window.desk is not None
    assert window.pages is not None
    workspace = window.pages.page
    assert isinstance(workspace, SearchWorkspace)
    page = workspace.show_page(name)
    wait()
    if isinstance(page, ClosePage):
        page.show_code(window.desk.codebook.themes[0].id)
        page.look()
    elif isinstance(page, VocabularyPage):
        page.by.pick("theme")
    until = time.monotonic() + LONG
    while time.monotonic() < until and isinstance(page, ClosePage | VocabularyPage) and page.learning.busy:
        wait()
    if isinstance(page, VocabularyPage):
        page.part.pick(0)
    wait()


def open_cell(window: object) -> None:
    """Choose a cell of the grid, which shows its quotes."""
    from app.transversal.grid_page import GridPage
    from app.window import MainWindow
    from app.workspaces.transversal import TransversalWorkspace

    assert isinstance(window, MainWindow)
    assert window.desk is not None
    assert window.pages is not None
    page, code = window.pages.page, window.desk.codebook.find(CELL[0])
    assert isinstance(page, TransversalWorkspace)
    page = page.show_page("grid")
    assert isinstance(page, GridPage)
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

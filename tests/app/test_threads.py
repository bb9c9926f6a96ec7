# SPDX-License-Identifier: GPL-3.0-or-later
"""The same window with its real threads and processes: imports with progress and cancel, closing in mid-work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.acts import codes
from app.corpus.import_dialog import ImportDialog
from app.progress import Cancelled, Progress, Told
from app.settings import Settings
from app.translator import Translator
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from coding import project as projects
from models.errors import KnownError
from tests.app.conftest import Dialogs

TALK = "Q : Bonjour ?\nLéa : Ça va, on fait avec. {n}\nQ : Et l’équipe ?\nLéa : Elle est là.\n"


@pytest.fixture
def threaded(qtbot: QtBot, settings: Settings, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with its threads, on an empty project."""
    projects.create(tmp_path / "vide.filrouge").store.close()
    window = MainWindow(settings, Translator())
    qtbot.addWidget(window)
    window.show()
    window.open(tmp_path / "vide.filrouge")
    yield window
    window.close()


def test_files_are_read_in_a_process_and_go_in(threaded: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    files = [tmp_path / f"E{n:02}.txt" for n in range(4)]
    for n, file in enumerate(files):
        file.write_text(TALK.format(n=n), "utf-8")
    assert threaded.pages is not None
    page = threaded.pages.page
    assert isinstance(page, CorpusWorkspace)
    page.read_files(files)
    qtbot.waitUntil(lambda: page.findChild(ImportDialog) is not None, timeout=20_000)
    dialog = page.findChild(ImportDialog)
    assert dialog is not None
    dialog.accept()
    qtbot.waitUntil(lambda: len(page.interviews.model.rows) == 4)
    assert threaded.desk is not None
    assert threaded.desk.writer.undo_label is not None


def test_an_act_under_way_is_committed_before_the_project_closes(
    threaded: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert threaded.desk is not None
    for n in range(20):
        codes.add(threaded.desk, name=f"Code {n}", parent_id=None)
    threaded.close_project()
    QApplication.processEvents()
    with projects.open_reader(tmp_path / "vide.filrouge") as store:
        assert store.revision() == 21


def test_long_work_can_be_stopped(qtbot: QtBot) -> None:
    progress = Progress("…", None, can_cancel=True)
    qtbot.addWidget(progress)
    ended: list[int] = []

    def work(told: Told, cancelled: Cancelled) -> int:
        told(1, 3, "deux")
        while not cancelled():
            pass
        return 2

    progress.run(work, ended.append)
    qtbot.waitUntil(lambda: progress._bar.maximum() == 3)
    progress.reject()
    qtbot.waitUntil(lambda: ended == [2])


def test_work_that_fails_is_told(qtbot: QtBot, dialogs: Dialogs) -> None:
    progress = Progress("…", None)
    qtbot.addWidget(progress)

    def work(_told: Told, _cancelled: Cancelled) -> None:
        raise KnownError("The disk is full.")

    progress.run(work, lambda _done: None)
    qtbot.waitUntil(lambda: len(dialogs.said) == 1)

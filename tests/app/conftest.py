# SPDX-License-Identifier: GPL-3.0-or-later
"""What window tests stand on: a themed application, settings of their own, and every dialog recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app import messages, theme
from app.settings import Settings
from app.translator import Translator
from app.window import MainWindow
from coding import sample
from coding.pseudonyms import search
from coding.pseudonyms.search import Found


@dataclass
class Dialogs:
    """What was said, and what to answer: ``choice`` is the button pressed, ``files`` what file dialogs return."""

    said: list[messages.Message] = field(default_factory=list)
    asked_files: list[str] = field(default_factory=list)
    choice: int = 0
    files: list[Path] = field(default_factory=list)

    def run(self, _parent: QWidget | None, message: messages.Message) -> int:
        self.said.append(message)
        return self.choice

    def run_files(self, dialog: QFileDialog) -> list[Path]:
        self.asked_files.append(dialog.windowTitle())
        return self.files


@pytest.fixture(autouse=True)
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    """Every message box and file dialog, recorded; none is shown."""
    recorded = Dialogs()
    monkeypatch.setattr(messages, "run", recorded.run)
    monkeypatch.setattr(messages, "run_files", recorded.run_files)
    return recorded


@pytest.fixture(autouse=True)
def _nobody_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports look for identifiers first, which takes a language model: here nothing is found, unless a test says."""
    monkeypatch.setattr(search, "search", lambda *_asked: Found((), 0))


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> Iterator[None]:
    if not qapp.styleSheet():
        theme.install(qapp, "light")
    yield
    theme.use("light")


@pytest.fixture(autouse=True)
def _no_key_held(qapp: QApplication, qtbot: QtBot) -> None:
    """A shortcut that an earlier test pressed leaves Ctrl held, as far as Qt knows: let it go."""
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        qtbot.keyClick(QWidget(), Qt.Key.Key_Escape)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of the test's own."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once; copy it to change it."""
    return sample.build(tmp_path_factory.mktemp("sample") / "exemple.filrouge")


@pytest.fixture
def sample_path(built_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample that a test may change."""
    return Path(copy(built_sample, tmp_path / "exemple.filrouge"))


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    """The window, doing all its work on this thread, with no project open."""
    translator = Translator()
    settings.language = "fr"
    translator.use("fr")
    made = MainWindow(settings, translator, inline=True)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.close()


@pytest.fixture
def opened(window: MainWindow, sample_path: Path) -> MainWindow:
    """The window on a copy of the sample."""
    window.open(sample_path)
    return window

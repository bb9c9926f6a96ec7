# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.settings import RECENT_KEPT, Settings
from app.widgets.kept_splitter import KeptSplitter


def test_values_outlive_the_object(tmp_path: Path) -> None:
    first = Settings(tmp_path / "s.ini")
    first.theme = "dark"
    first.splitters = {"coder": [1, 2, 3]}
    first.remember_place(Path("a.filrouge"), workspace="coder")
    first.remember_place(Path("a.filrouge"), interview=4)
    again = Settings(tmp_path / "s.ini")
    assert (again.theme, again.splitters) == ("dark", {"coder": [1, 2, 3]})
    assert again.place(Path("a.filrouge")) == {"workspace": "coder", "interview": 4}


def test_what_cannot_be_read_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "s.ini").write_text('[General]\nreading_size="\\"large\\""\nrecent=nonsense\n', "utf-8")
    settings = Settings(tmp_path / "s.ini")
    assert settings.reading_size == 17
    assert settings.recent == []


def test_changed_tells_once(settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(settings.changed) as told:
        settings.reading_size = 20
    assert told.args == ["reading_size"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.reading_size = 20


def test_recent_projects_are_few_and_the_latest_first(settings: Settings) -> None:
    for n in range(RECENT_KEPT + 3):
        settings.remember_project(Path(f"/p/{n}.filrouge"))
    settings.remember_project(Path("/p/5.filrouge"))
    assert len(settings.recent) == RECENT_KEPT
    assert settings.recent[0] == str(Path("/p/5.filrouge"))
    settings.forget_project(Path("/p/5.filrouge"))
    assert str(Path("/p/5.filrouge")) not in settings.recent


def test_panels_come_back_as_wide_as_they_were_left(qtbot: QtBot, settings: Settings) -> None:
    pages = []

    def built() -> KeptSplitter:
        page = QWidget()
        pages.append(page)
        qtbot.addWidget(page)
        splitter = KeptSplitter("here", settings, (QWidget(page), QWidget(page)), usual=(700, 300), main=0, parent=page)
        page.resize(1001, 400)
        page.show()
        return splitter

    first = built()
    before = first.sizes()
    first.moveSplitter(400, 1)
    assert first.sizes() != before
    assert built().sizes() == first.sizes()

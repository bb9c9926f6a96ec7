# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb of the menus is asked for, in projects that lack everything and in one that may only be read: nothing
fails, and what may only be read stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app import menus
from app.window import MainWindow
from coding import project
from coding.changes import Writer
from models import tables
from tests import build

ELSEWHERE = {"project.quit", "project.close", "project.new", "project.open", "project.sample", "project.backups",
             "project.recent"}  # leave the project, or the program


def nothing(_writer: Writer) -> None:
    pass


def an_interview(writer: Writer) -> None:
    build.interview(writer, "Paul", [("Q", "Et alors ?"), ("Paul", "Je ne sais pas.")], people={"Paul": "pair"})


def a_code(writer: Writer) -> None:
    build.code(writer, "Réticences > Crainte")


def both(writer: Writer) -> None:
    an_interview(writer)
    a_code(writer)


def ask_all(window: MainWindow, qapp: QApplication) -> list[str]:
    """Ask for each verb that is offered, from each page; what was asked."""
    asked = []
    for verb in menus.VERBS:
        action = window._actions.get(verb.key)
        if action is None or verb.key in ELSEWHERE or verb.menu == "help":
            continue
        if verb.here and verb.workspace and window.desk is not None:
            window.show_page(verb.workspace)
        if action.isEnabled():
            asked.append(verb.key)
            action.trigger()
            qapp.processEvents()
            for widget in qapp.topLevelWidgets():
                if isinstance(widget, QDialog) and widget.isVisible():
                    widget.reject()
    return asked


@pytest.mark.parametrize("what", [nothing, an_interview, a_code, both])
def test_every_verb_works_where_there_is_nothing(
        what: Callable[[Writer], None], window: MainWindow, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    what(writer)
    writer.store.close()
    window.open(writer.store.path)
    assert len(ask_all(window, qapp)) > 30


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with project.open_reader(path) as store, store.reading() as session:
        return {name: [tuple(row) for row in session.connection().exec_driver_sql(f"SELECT * FROM {name}")]
                for name in tables.BY_NAME}


def test_a_project_that_may_only_be_read_stays_as_it_is(
        window: MainWindow, qapp: QApplication, qtbot: QtBot, sample_path: Path) -> None:
    with project.open_writer(sample_path).store:
        before = rows(sample_path)
        window.open(sample_path)
        assert window.desk is not None and window.desk.read_only
        writing = {verb.key for verb in menus.VERBS if verb.needs == "writing"}
        asked = ask_all(window, qapp)
        assert len(asked) > 20 and not writing & set(asked)
        assert rows(sample_path) == before

# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of guides on a small project, all work done at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PyQt6.QtCore import QModelIndex
from PyQt6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.guide.page import GuidePage
from app.settings import Settings
from app.tasks import Tasks
from coding.changes import Label
from coding.guides import guides, reading
from coding.guides.draft import GuideDraft, QuestionDraft
from coding.guides.guides import GuideRow
from models.store import open_store
from tests import build

T = TypeVar("T")
QUESTIONS = (
    QuestionDraft("Parcours", "Comment êtes-vous arrivé ici ?"),
    QuestionDraft("Parcours", "Et avant ?", is_prompt=True),
    QuestionDraft("Équipe", "Comment l’équipe a-t-elle réagi ?", theme="Réticences"),
    QuestionDraft("Équipe", "Qui vous soutient ?"),
)
TURNS = (
    ("Q", "Comment es-tu arrivé là ?"), ("Paul", "Par hasard, un ami m’en a parlé."),
    ("Q", "L’équipe, elle a réagi comment ?"), ("Paul", "Mal, au début."), ("Q", "Mal ?"), ("Paul", "Très mal."),
)


@dataclass
class Guided:
    """The page, and what a test does to it."""

    page: GuidePage
    desk: Desk
    qtbot: QtBot
    places: list[tuple[int, int, int]]

    @property
    def guide(self) -> GuideRow:
        """The guide that is shown."""
        assert self.page.guide is not None
        return self.page.guide

    def texts(self) -> list[str]:
        """The questions, in order."""
        return [row.text for row in self.guide.questions]

    def dialog(self, kind: type[T]) -> T:
        """The dialog that is open."""
        found = [each for each in QApplication.topLevelWidgets()
                 if isinstance(each, QDialog) and isinstance(each, kind) and each.isVisible()]
        assert found
        return found[-1]

    def interview(self, title: str) -> int:
        """The id of an interview."""
        return next(key for key, name in self.page.found.interviews if name == title)

    def turn(self, title: str, number: int) -> int:
        """The id of a turn."""
        turns = self.desk.read_now(lambda session: reading.asking_turns(session, self.interview(title)))
        return next(turn.id for turn in turns if turn.number == number)

    def follow(self) -> None:
        """Every interview followed the guide."""
        self.act(lambda session: guides.follow(
            session, self.guide.id, [key for key, _title in self.page.found.interviews]))

    def act(self, act: Callable[[Any], Any]) -> None:
        """An act of another part of the window."""
        self.desk.do(Label("test"), act)

    def cell(self, key: int, title: str | None) -> QModelIndex:
        """A cell of the matrix of questions."""
        return self.page.put.matrix.matrix.place(key, None if title is None else self.interview(title))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three interviews, a theme, no guide."""
    writer = build.project(tmp_path)
    for n, title in enumerate(("Paul", "Inès", "Nora")):
        turns = [(label if label == "Q" else title, words) for label, words in TURNS[: 6 - 2 * (n == 2)]]
        build.interview(writer, title, turns, people={title: "pair aidant"}, groups=["Pairs"] if n < 2 else [])
    build.code(writer, "Réticences > Crainte")
    writer.store.close()
    return tmp_path / "Essai.filrouge"


def _page(qtbot: QtBot, path: Path, *, read_only: bool = False) -> Iterator[Guided]:
    store = open_store(path, write=not read_only)
    desk = Desk(store, Tasks(inline=True))
    page = GuidePage(desk, Settings(path.parent / "settings.ini"))
    places: list[tuple[int, int, int]] = []
    desk.place_asked.connect(lambda *place: places.append(place))
    desk.changed.connect(page.follow)
    qtbot.addWidget(page)
    page.resize(1200, 600)
    page.show()
    yield Guided(page, desk, qtbot, places)
    desk.tasks.close()
    store.close()


@pytest.fixture
def bare(qtbot: QtBot, project: Path) -> Iterator[Guided]:
    """No guide yet."""
    yield from _page(qtbot, project)


@pytest.fixture
def guided(qtbot: QtBot, project: Path) -> Iterator[Guided]:
    """A guide of two sections, nobody being known to have followed it."""
    for made in _page(qtbot, project):
        made.act(lambda session: guides.add(session, GuideDraft("Guide", QUESTIONS)))
        yield made


@pytest.fixture
def locked(qtbot: QtBot, project: Path) -> Iterator[Guided]:
    """The same, that may only be read."""
    for made in _page(qtbot, project):
        made.act(lambda session: guides.add(session, GuideDraft("Guide", QUESTIONS)))
    yield from _page(qtbot, project, read_only=True)

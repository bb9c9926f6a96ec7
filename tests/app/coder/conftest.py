# SPDX-License-Identifier: GPL-3.0-or-later
"""A Coder on a small project, all work done at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QColor
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.coder.page.page import Page
from app.coder.workspace import CoderWorkspace
from app.desk import Desk
from app.settings import Settings
from app.tasks import Tasks
from coding.passage_index import Mark
from models.errors import KnownError
from models.store import open_store
from tests import build

FIRST = "Au début 😀 il y avait une inquiétude que personne ne disait. J’ai préféré en parler, poser mes limites."
SECOND = "Pendant deux mois je sortais de la salle.\nIl n’y avait pas de case."
CODES = ("Réticences > Crainte de la rechute", "Réticences > Secret professionnel", "Statut > Absence de cadre")


@dataclass
class Coder:
    """The workspace, and what a test does to it."""

    page: CoderWorkspace
    desk: Desk
    errors: list[KnownError]
    qtbot: QtBot

    @property
    def text(self) -> Page:
        """Where words are read."""
        return self.page.page

    @property
    def marks(self) -> list[Mark]:
        """The passages, in reading order."""
        assert self.page.reading is not None
        return list(self.page.reading.index)

    def id_of(self, path: str) -> int:
        """The id of a code."""
        node = self.desk.codebook.find(path.split(" > "))
        assert node is not None
        return node.id

    def select(self, words: str) -> tuple[int, int]:
        """Select words of the interview."""
        assert self.page.reading is not None
        start = self.page.reading.transcript.text.index(words)
        self.text.pick(start, start + len(words))
        return start, start + len(words)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
            on: QWidget | None = None) -> None:
        """Press a key."""
        self.qtbot.keyClick(on or self.text, key, modifier)

    def write(self, on: QWidget, words: str) -> None:
        """Type ASCII words."""
        self.qtbot.keyClicks(on, words)

    def click(self, on: QWidget, point: QPoint) -> None:
        """Click somewhere."""
        self.qtbot.mouseClick(on, Qt.MouseButton.LeftButton, pos=point)

    def double_click(self, on: QWidget, point: QPoint) -> None:
        """Click twice."""
        self.qtbot.mouseDClick(on, Qt.MouseButton.LeftButton, pos=point)

    def quoted(self) -> list[str]:
        """The words of each passage."""
        assert self.page.reading is not None
        return [self.page.reading.transcript.text[mark.start : mark.end] for mark in self.marks]

    def tint_at(self, offset: int) -> QColor:
        """The colour beneath a code point, seen just above the baseline's tint edge."""
        assert self.text.sight is not None
        top, bottom = self.text.sight.line_at(offset)
        assert self.page.reading is not None
        cursor = self.text.textCursor()
        cursor.setPosition(self.page.reading.projection.position(offset))
        x = self.text.cursorRect(cursor).x() + 1
        view = self.text.viewport()
        assert view is not None
        image = view.grab().toImage()
        return image.pixelColor(x, round(bottom) - 2 if bottom - top > 10 else round(top))


@pytest.fixture
def coder(qtbot: QtBot, tmp_path: Path) -> Iterator[Coder]:
    """Two interviews, three codes, the first pinned to 1; nothing coded."""
    writer = build.project(tmp_path)
    build.interview(writer, "Inès", [("Q", "Et dans l’équipe ?"), ("Inès", FIRST), ("Q", "Oui ?"), ("Inès", SECOND)],
                    people={"Inès": "pair aidante"})
    build.interview(writer, "Paul", [("Q", "Et alors ?"), ("Paul", "Je ne sais pas.")], people={"Paul": "pair aidant"})
    for number, path in enumerate(CODES, start=1):
        build.code(writer, path, pin=number)
    writer.store.close()
    store = open_store(tmp_path / "Essai.filrouge")
    desk = Desk(store, Tasks(inline=True))
    errors: list[KnownError] = []
    desk.failed.connect(errors.append)
    page = CoderWorkspace(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(page)
    page.resize(1360, 840)
    page.show()
    page.activate()
    yield Coder(page, desk, errors, qtbot)
    desk.tasks.close()
    store.close()

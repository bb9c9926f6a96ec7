# SPDX-License-Identifier: GPL-3.0-or-later
"""The window on a small project in which people and places are found, without a language model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.pseudonyms.page import PseudonymsPage
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from coding import interviews, memos
from coding import project as projects
from coding.identifiers.span import Label
from coding.language import _
from coding.pseudonyms import adding, search
from coding.pseudonyms.cleared import Cleared
from coding.pseudonyms.identity import Identity, gathered
from coding.pseudonyms.search import Found
from tests import build

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

KNOWN = (
    (Label.PERSON, ("Martine Guilbaud", "Mme Guilbaud", "Martine"), "f"),
    (Label.PERSON, ("Karim",), "m"),
    (Label.LOC, ("Angers",), ""),
    (Label.DATE, ("12 mars 2019",), ""),
)
FIRST = [("Q", "Vous avez connu Martine ?"),
         ("Karim", "Martine Guilbaud, oui. Mme Guilbaud dirigeait tout à Angers. Martine était là le 12 mars 2019.")]
SECOND = [("Q", "Et à Angers ?"), ("Odile", "À Angers, martine venait le jeudi avec Karim.")]


def found(project: Path) -> Found:
    """What a search would give, by looking for known words."""
    with projects.open_reader(project) as store, store.reading() as session:
        cleared = Cleared.of(session)
        every = filter(None, (identity(session, *known) for known in KNOWN))
        return Found(tuple(one for one in every if not cleared.has(one.name, one.label)), 1)


def identity(session: Session, label: Label, forms: tuple[str, ...], gender: str) -> Identity | None:
    """One identity, wherever its forms stand."""
    taken: set[Any] = set()
    places = []
    for form in forms:
        one = adding.everywhere(session, form, label)
        for place in one.places if one else ():
            spots = {(place.table, place.row_id, place.column, at) for at in range(place.start, place.end)}
            if not spots & taken:
                taken |= spots
                places.append(place)
    return gathered(label, forms[0], places, gender=gender, generation="1950" if gender else "") if places else None


@dataclass
class Review:
    """The page, and what a test does to it."""

    window: MainWindow
    page: PseudonymsPage
    qtbot: QtBot

    @property
    def desk(self) -> Desk:
        """The desk of the project."""
        assert self.window.desk is not None
        return self.window.desk

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
            on: QWidget | None = None) -> None:
        """Press a key, in the list unless told."""
        self.qtbot.keyClick(on or self.page.table, key, modifier)

    def pick(self, *names: str) -> None:
        """Select the lines of these identities."""
        self.page.table.pick(*(line.key for name in names for line in self.page.model.lines
                               if line.identity.name == name))

    @property
    def current(self) -> str:
        """The identity at which one stands."""
        line = self.page.table.current
        return line.identity.name if line is not None else ""

    @property
    def state(self) -> dict[str, tuple[str, str, bool]]:
        """What is done about each identity, with which words, and whether it is decided."""
        return {line.identity.name: (line.decision.action, line.decision.words, line.decided)
                for line in self.page.sitting.review.lines}

    def texts(self) -> list[str]:
        """The transcripts."""
        return self.desk.read_now(lambda s: [interviews.text(s, row.id) for row in interviews.interviews(s)])


def project(folder: Path) -> Path:
    """Two interviews and a memo that name people and places; a coded passage on a name."""
    writer = build.project(folder)
    first = build.interview(writer, "Karim", FIRST, people={"Karim": "pair aidant"})
    build.interview(writer, "Odile", SECOND, people={"Odile": "pair aidante"})
    build.coded(writer, "Karim", "Mme Guilbaud dirigeait tout", "Posture > Autorité")
    writer.do(build.BUILD, lambda s: memos.write(s, text="Revoir Martine.", target="interview_id", target_id=first))
    path = writer.store.path
    writer.store.close()
    return path


@pytest.fixture
def review(window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Review:
    """The page of pseudonyms, where nothing was looked for yet."""
    monkeypatch.setattr(search, "search", lambda path, *_others: found(path))
    window.open(project(tmp_path))
    window.show_page("corpus")
    return Review(window, shown(window), qtbot)


@pytest.fixture
def looked(review: Review) -> Review:
    """The same, once looked for."""
    review.page.sitting.look()
    review.page.table.setFocus()
    return review


def shown(window: MainWindow) -> PseudonymsPage:
    """The page, its tab being shown."""
    workspace = window.pages.page if window.pages is not None else None
    assert isinstance(workspace, CorpusWorkspace)
    workspace.show_tab(_("Pseudonyms"))
    page = workspace.stack.currentWidget()
    assert isinstance(page, PseudonymsPage)
    return page

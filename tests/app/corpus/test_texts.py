# SPDX-License-Identifier: GPL-3.0-or-later
"""A diary, a document, an open answer: no transcript, and taken all the same when one insists."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.coder.workspace import CoderWorkspace
from app.corpus.import_dialog import ImportDialog
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from coding import project as projects
from coding.intake.unturned import AsText
from coding.speakers import speakers
from tests.app.corpus.test_import import opened, talk, undo

DIARY = "Lundi\n\nJe me suis levée tard.\nPersonne n’est venu, {n}.\n"


@pytest.fixture
def corpus(window: MainWindow, tmp_path: Path) -> CorpusWorkspace:
    """The workspace, on an empty project."""
    path = tmp_path / "vide.filrouge"
    projects.create(path).store.close()
    window.open(path)
    page = window.pages.page if window.pages else None
    assert isinstance(page, CorpusWorkspace)
    return page


def take(qtbot: QtBot, dialog: ImportDialog, kind: str, speaker: str = "", row: int = 0) -> None:
    dialog.files.setCurrentRow(row)
    page = dialog.page(row)
    page.text.kind.setCurrentIndex(page.text.kind.findData(kind))
    page.text.speaker.setText(speaker)
    qtbot.mouseClick(page.text.take, Qt.MouseButton.LeftButton)


def test_a_refused_diary_is_taken_as_a_text(
    corpus: CorpusWorkspace, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(corpus, talk(tmp_path, "a.txt", DIARY))
    assert not dialog.take.isEnabled()
    assert "levée tard" in dialog.page(0).first.toPlainText()
    take(qtbot, dialog, "journal", "Inès")
    item = dialog.files.item(0)
    assert item is not None
    assert item.checkState() == Qt.CheckState.Checked
    assert "Inès" in dialog.page(0).first.toPlainText()
    dialog.accept()
    (row,) = corpus.interviews.model.rows
    assert row.kind == "journal"
    assert [(one.label, one.turns) for one in corpus.desk.read_now(lambda s: speakers(s, row.id))] == [("Inès", 3)]
    undo(window)
    assert not corpus.interviews.model.rows


def test_a_text_of_nobody_can_be_read_in_the_coder(
    corpus: CorpusWorkspace, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(corpus, talk(tmp_path, "a.txt", DIARY))
    take(qtbot, dialog, "document")
    dialog.accept()
    row = corpus.interviews.model.rows[0]
    assert row.turns == 3
    corpus.desk.place_asked.emit(row.id, 0, 5)
    coder = window.pages.page if window.pages else None
    assert isinstance(coder, CoderWorkspace)
    document = coder.page.document()
    assert document is not None
    assert "levée tard" in document.toPlainText()


def test_it_may_be_left_out_after_all(corpus: CorpusWorkspace, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(corpus, talk(tmp_path, "a.txt", DIARY))
    take(qtbot, dialog, "interview")
    assert dialog.take.isEnabled()
    dialog.page(0).text.leave.click()
    assert not dialog.take.isEnabled()
    item = dialog.files.item(0)
    assert item is not None
    assert not item.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_files_of_the_batch_are_taken_alike_and_the_next_ones_proposed(
    corpus: CorpusWorkspace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(corpus, *(talk(tmp_path, f"{n}.txt", DIARY) for n in range(3)))
    take(qtbot, dialog, "open_answer", row=1)
    (alike,) = dialog.page(1).notices.buttons
    alike.click()
    dialog.accept()
    assert [row.kind for row in corpus.interviews.model.rows] == ["open_answer"] * 3
    dialog = opened(corpus, talk(tmp_path, "next.txt", DIARY))
    assert dialog.reviews[0].as_text == AsText("open_answer")
    assert dialog.reviews[0].to_look_at
    page = dialog.page(0)
    page.text.kind.setCurrentIndex(page.text.kind.findData("journal"))
    page.text.kind.activated.emit(0)
    dialog.accept()
    assert corpus.interviews.model.rows[-1].kind == "journal"
    dialog = opened(corpus, talk(tmp_path, "last.txt", DIARY))
    assert dialog.reviews[0].as_text == AsText("journal")


def test_a_diary_whose_headings_look_like_names(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    dialog = opened(corpus, *(talk(tmp_path, f"{n}.txt", DIARY * 6) for n in range(2)))
    assert dialog.reviews[0].speaking == ["Lundi"]
    dialog.page(0).part.text.click()
    assert not dialog.reviews[0].to_look_at
    assert dialog.reviews[0].alike(dialog.reviews) == dialog.reviews[1:]
    dialog.page(0).text.leave.click()
    assert dialog.reviews[0].speaking == ["Lundi"]
    assert dialog.page(0).part.table.rowCount() == 1
    dialog.page(0).part.text.click()
    dialog.page(0).notices.buttons[0].click()
    dialog.accept()
    assert [(row.kind, row.turns) for row in corpus.interviews.model.rows] == [("journal", 18)] * 2


def test_a_file_that_cannot_be_read_offers_nothing(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text("rien", "utf-8")
    dialog = opened(corpus, path)
    assert not dialog.reviews[0].unturned
    assert not hasattr(dialog.page(0), "text")

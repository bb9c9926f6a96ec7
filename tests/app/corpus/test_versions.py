# SPDX-License-Identifier: GPL-3.0-or-later
"""Files whose text is in the project already, and corrected transcripts, as a user brings them in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction
from pytestqt.qtbot import QtBot

from app import theme
from app.acts import passages
from app.corpus.import_dialog import ImportDialog
from app.corpus.import_file import FilePage
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from coding import interviews, memos
from coding.arrivals import Again, Correction
from coding.check import check
from coding.passage_index import PassageIndex


@pytest.fixture
def corpus(opened: MainWindow) -> CorpusWorkspace:
    """The workspace, on the sample."""
    opened.show_page("corpus")
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, CorpusWorkspace)
    return page


def text_of(corpus: CorpusWorkspace, row: int = 0) -> str:
    return corpus.desk.read_now(lambda s: interviews.text(s, corpus.interviews.model.rows[row].id))


def corrected(text: str) -> str:
    """A text with a word more in its first turn."""
    return text.replace(": ", ": Alors, ", 1)


def words_shown(corpus: CorpusWorkspace, interview_id: int) -> int:
    """How many words the table says that an interview has."""
    return corpus.interviews.model._counted.get(interview_id, 0)


def read(corpus: CorpusWorkspace, path: Path, words: str) -> tuple[ImportDialog, FilePage]:
    """The window that opens on a file that says this."""
    path.write_text(words, "utf-8")
    corpus.read_files([path])
    dialog = corpus.findChild(ImportDialog)
    assert dialog is not None
    page = dialog.pages.widget(0)
    assert isinstance(page, FilePage)
    return dialog, page


def quotes(corpus: CorpusWorkspace, interview_id: int) -> list[str]:
    """The words of the passages of an interview, each checked against its text."""
    assert check(corpus.desk.store).ok
    text = corpus.desk.read_now(lambda s: interviews.text(s, interview_id))
    index = corpus.desk.read_now(lambda s: PassageIndex.load(s, interview_id))
    return [text[mark.start : mark.end] for mark in index.between(0, len(text))]


def test_a_file_that_is_there_already_is_named_and_left_out(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    title, before = corpus.interviews.model.rows[0].title, len(corpus.interviews.model.rows)
    dialog, page = read(corpus, tmp_path / "copie.txt", text_of(corpus))
    item = dialog.files.item(0)
    assert item is not None
    assert item.checkState() == Qt.CheckState.Unchecked
    assert not dialog.take.isEnabled()
    assert title in page._already()[0]
    item.setCheckState(Qt.CheckState.Checked)
    assert isinstance(dialog.chosen[0], Again)
    dialog.accept()
    assert len(corpus.interviews.model.rows) == before + 1


def test_a_corrected_transcript_takes_the_place_of_the_old_one(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot, tmp_path: Path
) -> None:
    row, text = corpus.interviews.model.rows[0], text_of(corpus)
    before = quotes(corpus, row.id)
    qtbot.waitUntil(lambda: row.id in corpus.interviews.model._counted)
    words = words_shown(corpus, row.id)
    dialog, page = read(corpus, tmp_path / "relu.txt", corrected(text))
    assert page.replacing is not None
    assert page.replacing.chosen
    assert not page.title.isEnabled()
    assert isinstance(dialog.chosen[0], Correction)
    dialog.accept()
    assert len(corpus.interviews.model.rows) == 16
    assert corpus.interviews.selected is not None
    assert corpus.interviews.selected.id == row.id
    assert "relu.txt" in [shown.file_name for shown in corpus.interviews.model.rows]
    assert quotes(corpus, row.id) == before
    qtbot.waitUntil(lambda: words_shown(corpus, row.id) == words + 1)
    found = opened.findChild(QAction, "edit.undo")
    assert found is not None
    found.trigger()
    assert text_of(corpus) == text
    assert quotes(corpus, row.id) == before


def test_lost_passages_are_listed_and_go_to_a_memo_once_one_agrees(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    desk, row, text = corpus.desk, corpus.interviews.model.rows[0], text_of(corpus)
    last = text.rindex("\n") + 1
    start = last + text[last:].index(":") + 2
    code_id = next(iter(desk.codebook.by_id))
    passages.code_span(desk, interview_id=row.id, start=start, end=len(text), code_ids=[code_id])
    before = quotes(corpus, row.id)
    dialog, page = read(corpus, tmp_path / "relu.txt", text[:last].rstrip() + "\n")
    assert page.replacing is not None
    first = page.replacing.passages.topLevelItem(0)
    assert first is not None
    assert first.toolTip(0) == text[start:].strip()
    assert not dialog.chosen
    assert not dialog.take.isEnabled()
    assert not page.replacing.waiting.isHidden()
    page.replacing.agree.setChecked(True)
    assert dialog.take.isEnabled()
    assert page.replacing.waiting.isHidden()
    dialog.accept()
    after = quotes(corpus, row.id)
    assert len(after) < len(before)
    note = desk.read_now(lambda s: memos.read(s, target="interview_id", target_id=row.id))
    assert text[start:].strip() in note


def test_another_version_may_be_another_interview(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    dialog, page = read(corpus, tmp_path / "Autre.txt", corrected(text_of(corpus)))
    assert page.replacing is not None
    page.replacing.add.setChecked(True)
    assert page.title.isEnabled()
    assert not isinstance(dialog.chosen[0], Correction)
    dialog.accept()
    assert len(corpus.interviews.model.rows) == 17


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_choice_shows(corpus: CorpusWorkspace, tmp_path: Path, choice: theme.Choice) -> None:
    theme.use(choice)
    dialog, _page = read(corpus, tmp_path / "relu.txt", corrected(text_of(corpus)))
    assert not dialog.grab().isNull()
    dialog.reject()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The Corpus workspace, driven as a user drives it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtCore import QMimeData, QPointF, Qt, QUrl
from PyQt6.QtGui import QAction, QDropEvent
from PyQt6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app import theme
from app.acts import passages
from app.corpus import importing
from app.corpus.attribute_dialog import AttributeDialog
from app.corpus.import_dialog import ImportDialog
from app.corpus.import_file import FilePage
from app.corpus.interviews_model import InterviewsModel
from app.corpus.voices_part import ASKS
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from coding import memos
from coding import project as projects
from coding.comparing import Compared, compared
from coding.fold import fold
from coding.intake.batch import read_many
from coding.speakers import speakers
from tests.app.conftest import Dialogs

TALK = "Q : Bonjour, comment ça se passe ?\nLéa : Ça va, on fait avec.\nQ : Et l’équipe ?\nLéa : Elle est là.\n"


@pytest.fixture
def corpus(opened: MainWindow) -> CorpusWorkspace:
    """The workspace, on the sample."""
    opened.show_page("corpus")
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, CorpusWorkspace)
    return page


def looked_at(page: CorpusWorkspace, *paths: Path) -> list[Compared]:
    """What the import window is given to show."""
    return page.desk.read_now(lambda session: compared(session, read_many(paths, in_process=True)))


def undo(window: MainWindow) -> None:
    found = window.findChild(QAction, "edit.undo")
    assert found is not None
    assert found.isEnabled()
    found.trigger()


def cells(model: InterviewsModel) -> list[list[Any]]:
    return [[column.show(row) for column in model.columns] for row in model.rows]


EDITS = {
    "title": ("Nora B.", "Nora B."), "status": ("under_way", None), "kind": ("group_interview", None),
    "date": ("01/02/2024", "01/02/2024"), "mode": ("par écrit", "par écrit"), "duration": ("1 h 10", None),
    "groups": ("Pairs aidants en structure ; Pilote", "Pairs aidants en structure ; Pilote"),
    "units": ("CSAPA ; CAARUD", "CSAPA ; CAARUD"), "participants": ("Nora + Hugo", "Nora + Hugo"),
    "roles": ("médecin", "médecin"),
}


@pytest.mark.parametrize("key", EDITS)
def test_each_cell_is_an_act_that_undo_takes_back(opened: MainWindow, corpus: CorpusWorkspace, key: str) -> None:
    model = corpus.interviews.model
    before = cells(model)
    place = next(n for n, column in enumerate(model.columns) if column.key == key)
    typed, shown = EDITS[key]
    assert model.setData(model.index(0, place), typed)
    after = cells(model)
    assert after[0][place] != before[0][place] or after != before
    if shown is not None:
        assert any(row[place] == shown for row in after)
    undo(opened)
    assert cells(model) == before


def test_passages_that_come_from_a_file_are_counted_at_once(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    assert opened.desk is not None
    row = corpus.interviews.model.rows[0]
    code_id = next(iter(opened.desk.codebook.by_id))
    passages.code_span(opened.desk, interview_id=row.id, start=0, end=3, code_ids=[code_id])
    assert corpus.interviews.model.rows[0].passages == row.passages + 1
    assert str(sum(row.passages for row in corpus.interviews.model.rows)) in corpus.status_text()


def test_an_interview_is_always_selected(
    opened: MainWindow, corpus: CorpusWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert corpus.interviews.selected == corpus.interviews.model.rows[0]
    assert opened.desk is not None
    path = tmp_path / "E30.txt"
    path.write_text(TALK, "utf-8")
    opened.close_project()
    projects.create(tmp_path / "vide.filrouge").store.close()
    opened.open(tmp_path / "vide.filrouge")
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, CorpusWorkspace)
    assert page.interviews.selected is None
    qtbot.waitUntil(page.isVisible)
    dialog = importing.show(page.desk, page.settings, looked_at(page, path), page, print)
    assert dialog is not None
    dialog.accept()
    for key in ("edit.undo", "edit.redo"):
        found = opened.findChild(QAction, key)
        assert found is not None
        found.trigger()
    selection = page.interviews.table.selectionModel()
    assert selection is not None
    assert selection.hasSelection()


def test_what_cannot_be_read_is_refused_above_the_table(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    model = corpus.interviews.model
    place = next(n for n, column in enumerate(model.columns) if column.key == "date")
    model.setData(model.index(0, place), "le printemps")
    assert "le printemps" in opened.notice.text
    assert model.rows[0].date is not None


def test_a_choice_is_made_in_a_list(corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table = corpus.interviews.table
    index = corpus.interviews.model.index(0, 1)
    table.setCurrentIndex(index)
    table.edit(index)
    box = table.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData("to_do"))
    box.activated.emit(box.currentIndex())
    assert corpus.interviews.model.rows[0].status == "to_do"


def test_a_click_on_a_title_sorts_and_a_third_one_restores_the_order(corpus: CorpusWorkspace) -> None:
    model = corpus.interviews.model
    recorded = [row.id for row in model.rows]
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert [row.title for row in model.rows] == sorted((row.title for row in model.rows), key=fold)
    for column in range(model.columnCount()):
        model.sort(column, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert [row.id for row in model.rows] == recorded


def test_enter_asks_for_the_interview(opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    assert opened.desk is not None
    row = corpus.interviews.model.rows[3]
    corpus.interviews.pick(row.id)
    with qtbot.waitSignal(opened.desk.place_asked) as asked:
        qtbot.keyClick(corpus.interviews.table, Qt.Key.Key_Return)
    assert asked.args == [row.id, 0, 0]
    assert opened.pages is not None
    assert opened.pages.key == "coder"


def test_deleting_says_what_goes_and_undo_brings_it_back(
    opened: MainWindow, corpus: CorpusWorkspace, dialogs: Dialogs
) -> None:
    row = corpus.interviews.model.rows[2]
    corpus.interviews.pick(row.id)
    delete = opened.findChild(QAction, "corpus.delete")
    assert delete is not None
    dialogs.choice = 1
    delete.trigger()
    assert str(row.passages) in dialogs.said[0].explained
    assert len(corpus.interviews.model.rows) == 16
    dialogs.choice = 0
    following = corpus.interviews.model.rows[3]
    delete.trigger()
    assert len(corpus.interviews.model.rows) == 15
    assert corpus.interviews.selected == following
    undo(opened)
    assert row in corpus.interviews.model.rows


def test_who_asks_and_who_speaks_are_corrected_at_the_right(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    assert opened.desk is not None
    desk = opened.desk
    row = next(row for row in corpus.interviews.model.rows if len(row.participants) == 2)
    corpus.interviews.pick(row.id)
    boxes = corpus.interviews.people.findChildren(QCheckBox)
    assert [box.isChecked() for box in boxes].count(True) == 1
    before = desk.read_now(lambda s: speakers(s, row.id))
    next(box for box in boxes if not box.isChecked()).setChecked(True)
    assert [v.is_interviewer for v in desk.read_now(lambda s: speakers(s, row.id))].count(True) == 2
    undo(opened)
    assert desk.read_now(lambda s: speakers(s, row.id)) == before
    who = corpus.interviews.people.findChildren(QComboBox)[0]
    who.setCurrentText("Zoé")
    line = who.lineEdit()
    assert line is not None
    line.editingFinished.emit()
    assert "Zoé" in [v.participant for v in desk.read_now(lambda s: speakers(s, row.id))]
    undo(opened)
    assert desk.read_now(lambda s: speakers(s, row.id)) == before


def test_roles_are_written_on_either_side(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    corpus.interviews.pick(corpus.interviews.model.rows[0].id)
    line = [field for field in corpus.interviews.people.findChildren(QLineEdit) if field.accessibleName()][-1]
    line.setText("médecin retraitée")
    line.editingFinished.emit()
    assert corpus.participants.model.rows[0].parts[0].role == "médecin retraitée"
    model = corpus.participants.model
    assert model.setData(model.index(0, 0), "Nora B.")
    assert corpus.interviews.model.rows[0].participants[0].name == "Nora B."
    undo(opened)
    undo(opened)
    assert corpus.participants.model.rows[0].name == "Nora"


def test_tab_goes_on_to_the_next_field_although_the_panel_is_made_again(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    opened.activateWindow()
    people = corpus.interviews.people
    row = next(row for row in corpus.interviews.model.rows if len(row.participants) == 2)
    corpus.interviews.pick(row.id)
    first, second = (f"role {part.participant_id}" for part in row.participants)
    line = people.findChild(QLineEdit, first)
    assert line is not None
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.setText("cheffe de service")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert corpus.interviews.selected is not None
    assert corpus.interviews.selected.participants[0].role == "cheffe de service"
    focused = people.focusWidget()
    assert focused is not None
    assert focused.objectName() == second


def test_the_sampling_says_as_one_writes_what_it_allows(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    corpus.tabs.setCurrentIndex(2)
    page = corpus.groups
    assert [row.interviews for row in page.rows] == [12, 4]
    page.list.setCurrentRow(0)
    assert page.form._notice.property("role") == "notice-ok"
    before = page.rows[0].frame
    page.form.counts["silent"].setValue(7)
    page.form.counts["invited"].setValue(19)
    assert page.form._notice.property("role") == "notice-bad"
    page.form.keep()
    assert page.rows[0].frame is not None
    assert (page.rows[0].frame.silent, page.rows[0].frame.invited) == (7, 19)
    undo(opened)
    assert page.rows[0].frame == before
    assert page.form._notice.property("role") == "notice-ok"


def test_groups_are_made_renamed_and_deleted(opened: MainWindow, corpus: CorpusWorkspace, dialogs: Dialogs) -> None:
    corpus.tabs.setCurrentIndex(2)
    page = corpus.groups
    page.list.setCurrentRow(1)
    page.name.setText("Associations d’entraide")
    page.name.editingFinished.emit()
    assert page.rows[1].name == "Associations d’entraide"
    page.remove()
    assert [row.interviews for row in page.rows] == [12]
    undo(opened)
    undo(opened)
    assert [row.name for row in page.rows] == ["Pairs aidants en structure", "Associations d’usagers"]


@pytest.fixture
def empty(window: MainWindow, tmp_path: Path) -> CorpusWorkspace:
    """The workspace, on an empty project."""
    path = tmp_path / "vide.filrouge"
    projects.create(path).store.close()
    window.open(path)
    page = window.pages.page if window.pages else None
    assert isinstance(page, CorpusWorkspace)
    return page


def test_transcripts_are_looked_at_corrected_and_taken_as_one_act(
    window: MainWindow, empty: CorpusWorkspace, dialogs: Dialogs, tmp_path: Path
) -> None:
    assert empty.stack.currentWidget() is empty.empty
    good, twin, bad = tmp_path / "E01 Léa.txt", tmp_path / "E02.txt", tmp_path / "notes.docx"
    good.write_text(TALK, "utf-8")
    twin.write_text(TALK, "utf-8")
    bad.write_text("rien", "utf-8")
    dialogs.files = [good, twin, bad]
    empty.import_transcripts()
    dialog = empty.findChild(ImportDialog)
    assert dialog is not None
    assert (len(dialog.chosen), dialog.files.count()) == (1, 3)  # the same text twice
    first = dialog.pages.widget(0)
    assert isinstance(first, FilePage)
    first.title.setText("Léa")
    asks = [first.voices.item(row, ASKS) for row in range(2)]
    assert [item.checkState() == Qt.CheckState.Checked for item in asks if item is not None] == [True, False]
    dialog.group_box.setCurrentText("Pilote")
    dialog.accept()
    assert [row.title for row in empty.interviews.model.rows] == ["Léa"]
    assert empty.interviews.model.rows[0].groups == ("Pilote",)
    assert not dialogs.said
    assert empty.stack.currentWidget() is empty.interviews
    undo(window)
    assert empty.stack.currentWidget() is empty.empty
    assert not empty.groups.rows


def test_a_corpus_is_begun_by_keys_alone(
    window: MainWindow, empty: CorpusWorkspace, dialogs: Dialogs, tmp_path: Path
) -> None:
    empty.activate()
    assert isinstance(QApplication.focusWidget(), QPushButton)
    file = tmp_path / "E01.txt"
    file.write_text(TALK, "utf-8")
    empty.read_files([file])
    dialog = empty.findChild(ImportDialog)
    assert dialog is not None
    dialog.accept()
    assert empty.interviews.table.hasFocus()


def test_the_interviewer_can_be_corrected_before_import(empty: CorpusWorkspace, tmp_path: Path) -> None:
    file = tmp_path / "E01.txt"
    file.write_text(TALK, "utf-8")
    dialog = importing.show(empty.desk, empty.settings, looked_at(empty, file), empty, lambda _ids: None)
    assert dialog is not None
    page = dialog.pages.widget(0)
    assert isinstance(page, FilePage)
    for row, state in ((0, Qt.CheckState.Unchecked), (1, Qt.CheckState.Checked)):
        item = page.voices.item(row, ASKS)
        assert item is not None
        item.setCheckState(state)
    dialog.accept()
    taken = empty.interviews.model.rows[0]
    voices = empty.desk.read_now(lambda s: speakers(s, taken.id))
    assert {voice.label: voice.is_interviewer for voice in voices} == {"Q": False, "Léa": True}


def test_dropped_transcripts_are_read(empty: CorpusWorkspace, tmp_path: Path) -> None:
    file = tmp_path / "E01.txt"
    file.write_text(TALK, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path / "image.png"))])
    empty.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                               Qt.KeyboardModifier.NoModifier))
    dialog = empty.findChild(ImportDialog)
    assert dialog is not None
    assert len(dialog.chosen) == 1
    dialog.reject()


def test_words_and_dates_are_shown(corpus: CorpusWorkspace) -> None:
    model = corpus.interviews.model
    shown = dict(zip((column.key for column in model.columns), cells(model)[0], strict=True))
    assert shown["date"] == model.rows[0].date.strftime("%d/%m/%Y") if model.rows[0].date else date.min
    assert int("".join(c for c in shown["words"] if c.isdigit())) > 900


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_every_tab_and_dialog_shows_in_both_languages(
    opened: MainWindow, tmp_path: Path, language: str, choice: theme.Choice
) -> None:
    opened._use_language(language)
    theme.use(choice)
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, CorpusWorkspace)
    for tab in range(3):
        page.tabs.setCurrentIndex(tab)
        assert not opened.grab().isNull()
    file = tmp_path / "E01.txt"
    file.write_text(TALK, "utf-8")
    dialog = importing.show(page.desk, page.settings, looked_at(page, file, tmp_path / "absent.txt"), page, print)
    assert dialog is not None
    for row in range(2):
        dialog.files.setCurrentRow(row)
        assert not dialog.grab().isNull()
    dialog.reject()
    opened._use_language("fr")


def test_the_memo_of_an_interview_is_kept_for_the_interview_it_was_written_on(
    opened: MainWindow, corpus: CorpusWorkspace
) -> None:
    people, rows = corpus.interviews.people, corpus.interviews.model.rows
    assert opened.desk is not None
    desk = opened.desk

    def memo(interview_id: int) -> str:
        return desk.read_now(lambda s: memos.read(s, target="interview_id", target_id=interview_id))

    corpus.interviews.pick(rows[1].id)
    before = memo(rows[1].id)
    people.memo.text.setPlainText("À relire avec le guide.")
    corpus.interviews.pick(rows[2].id)  # nothing waits for the pause
    assert memo(rows[1].id) == "À relire avec le guide."
    assert people.memo.text.toPlainText() == memo(rows[2].id)
    undo(opened)
    assert memo(rows[1].id) == before
    corpus.interviews.pick(rows[1].id)
    people.memo.text.setPlainText("Autre chose.")
    opened.show_page("coder")
    assert memo(rows[1].id) == "Autre chose."


def test_memos_are_written_on_participants_and_groups(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    assert opened.desk is not None
    desk = opened.desk

    def memo(target: str, key: int) -> str:
        return desk.read_now(lambda s: memos.read(s, target=target, target_id=key))

    corpus.tabs.setCurrentIndex(1)
    page = corpus.participants
    first, second = page.model.rows[:2]
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.memo.text.setPlainText("Rencontrée deux fois.")
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert memo("participant_id", first.id) == "Rencontrée deux fois."
    assert page.memo.text.toPlainText() == memo("participant_id", second.id)
    page.table.setCurrentIndex(page.model.index(0, 0))
    undo(opened)
    assert page.memo.text.toPlainText() == memo("participant_id", first.id)
    corpus.tabs.setCurrentIndex(2)
    groups = corpus.groups
    groups.list.setCurrentRow(0)
    groups.memo.text.setPlainText("Les seules qui aient répondu.")
    opened.show_page("coder")
    assert memo("group_id", groups.rows[0].id) == "Les seules qui aient répondu."


def test_an_attribute_is_a_column_more_to_fill(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    opened._actions["corpus.attribute"].trigger()
    dialog = corpus.findChild(AttributeDialog)
    assert dialog is not None
    dialog.name.setText("Ancienneté")
    dialog.accept()
    model = corpus.interviews.model
    assert [column.title for column in model.columns][-1] == "Ancienneté"
    last = model.index(0, len(model.columns) - 1)
    assert model.setData(last, "3 ans", Qt.ItemDataRole.EditRole)
    assert model.rows[0].attributes["Ancienneté"] == "3 ans"
    undo(opened)
    undo(opened)
    assert "Ancienneté" not in [column.title for column in model.columns]

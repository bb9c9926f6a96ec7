# SPDX-License-Identifier: GPL-3.0-or-later
"""Guides are imported, written in place, moved, deleted; every act is undone."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PyQt6.QtCore import QModelIndex, Qt
from PyQt6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton

from app.guide.follow_dialog import FollowDialog
from app.guide.import_dialog import SECTION, GuideImportDialog
from app.guide.outline_model import KIND, MIME, PUT, TEXT, THEME, lines_of, moved
from app.name_dialog import NameDialog
from coding.guides.guides import QuestionRow
from tests.app.conftest import Dialogs
from tests.app.guide.conftest import QUESTIONS, Guided

ALT = Qt.KeyboardModifier.AltModifier
FILE = ("Guide de test\n\n1. Parcours\n- Comment êtes-vous arrivé ici ?\n- Et avant ?\n\n"
        "2. Équipe\n- Qui vous soutient ?\n")


def test_without_a_guide_the_page_says_what_one_brings(bare: Guided) -> None:
    assert bare.page.stack.currentWidget() is bare.page.empty
    bare.page.empty.new_asked.emit()
    dialog = bare.dialog(NameDialog)
    dialog.field.setText("Guide des pairs")
    dialog.accept()
    assert bare.guide.title == "Guide des pairs"
    assert bare.page.stack.currentWidget() is bare.page.outline
    bare.desk.undo()
    assert bare.page.guide is None


def test_a_file_is_looked_at_and_corrected_before_it_enters(bare: Guided, tmp_path: Path, dialogs: Dialogs) -> None:
    path = tmp_path / "guide.txt"
    path.write_text(FILE, "utf-8")
    dialogs.files = [path]
    bare.page.commands()["guide.import"]()
    dialog = bare.dialog(GuideImportDialog)
    lines = [item.text(0) for item in dialog.tree.every()]
    assert lines == ["Parcours", "Comment êtes-vous arrivé ici ?", "Et avant ?", "Équipe", "Qui vous soutient ?"]
    assert all(dialog.tree.visualItemRect(item).height() for item in dialog.tree.every())
    dialog.tree.setCurrentItem(dialog.tree.every()[2])
    bare.qtbot.keyClick(dialog.tree, Qt.Key.Key_Right, ALT)
    dialog.tree.setCurrentItem(dialog.tree.every()[4])
    dialog.tree.every()[4].setCheckState(0, Qt.CheckState.Unchecked)
    dialog.tree.every()[1].setText(0, "Comment es-tu arrivé ?")
    assert [(row.text, row.is_prompt) for row in dialog.draft.questions] == [
        ("Comment es-tu arrivé ?", False), ("Et avant ?", True)]
    dialog.tree.setCurrentItem(dialog.tree.every()[1])
    dialog.set_level(SECTION)
    assert [row.section for row in dialog.draft.questions] == ["Comment es-tu arrivé ?"]
    bare.qtbot.keyClick(dialog.tree, Qt.Key.Key_Right, ALT)
    dialog.accept()
    assert bare.texts() == ["Comment es-tu arrivé ?", "Et avant ?"]
    assert bare.guide.questions[1].is_prompt
    bare.desk.undo()
    assert bare.page.guide is None


def test_what_is_no_guide_is_refused_in_a_sentence(bare: Guided, tmp_path: Path, dialogs: Dialogs) -> None:
    path = tmp_path / "vide.txt"
    path.write_text("\n", "utf-8")
    bare.page.doing.read_file(path)
    assert len(dialogs.said) == 1
    assert bare.page.guide is None


def test_words_kind_and_theme_are_written_in_place(guided: Guided) -> None:
    view = guided.page.outline.view
    view.pick(guided.guide.questions[0].id)
    guided.qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("D’où venez-vous ?")
    guided.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert guided.texts()[0] == "D’où venez-vous ?"
    model = view.outline
    row = model.row_of(guided.guide.questions[0].id)
    assert model.setData(model.index(row, KIND), True)
    assert guided.guide.questions[0].is_prompt
    theme = guided.desk.codebook.themes[0]
    assert model.setData(model.index(row, THEME), theme.id)
    assert guided.guide.questions[0].theme_id == theme.id
    assert model.index(row, THEME).data() == "Réticences"
    assert model.setData(model.index(0, TEXT), "Trajectoire")
    assert {question.section for question in guided.guide.questions} == {"Trajectoire", "Équipe"}
    for _act in range(4):
        guided.desk.undo()
    assert guided.texts() == [draft.text for draft in QUESTIONS]


def test_the_theme_is_chosen_in_a_list_of_the_codebook(guided: Guided) -> None:
    view = guided.page.outline.view
    view.setCurrentIndex(view.outline.index(1, THEME))
    guided.qtbot.keyClick(view, Qt.Key.Key_Return)
    box = view.findChild(QComboBox)
    assert box is not None
    assert [box.itemText(n) for n in range(box.count())][1:] == ["Réticences", "Réticences > Crainte"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert guided.guide.questions[0].theme_id == box.itemData(2)


def test_a_question_and_a_section_are_added_and_written_at_once(guided: Guided) -> None:
    view = guided.page.outline.view
    view.pick(guided.guide.questions[0].id)
    guided.qtbot.keyClick(view, Qt.Key.Key_Insert)
    editor = view.findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("Depuis quand ?")
    guided.page.settle()
    assert guided.texts()[:2] == ["Comment êtes-vous arrivé ici ?", "Depuis quand ?"]
    guided.page.outline.add_section()
    dialog = guided.dialog(NameDialog)
    dialog.field.setText("Suites")
    dialog.accept()
    assert guided.guide.sections == ("Parcours", "Équipe", "Suites")


def test_questions_and_sections_move_by_keys_and_by_dragging(guided: Guided) -> None:
    view, texts = guided.page.outline.view, [draft.text for draft in QUESTIONS]
    last = guided.guide.questions[3].id
    view.pick(last)
    guided.qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert guided.texts() == [texts[0], texts[1], texts[3], texts[2]]
    assert view.line() is not None
    assert view.line().question.id == last  # type: ignore[union-attr]
    guided.qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert (guided.guide.questions[2].text, guided.guide.questions[2].section) == (texts[3], "Parcours")
    guided.desk.undo()
    guided.desk.undo()
    view.setCurrentIndex(view.outline.index(0, TEXT))
    guided.qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert guided.guide.sections == ("Équipe", "Parcours")
    assert guided.texts() == texts[2:] + texts[:2]
    guided.desk.undo()
    data = view.outline.mimeData([view.outline.index(view.outline.row_of(last), TEXT)])
    assert data.hasFormat(MIME)
    view.outline.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert guided.texts()[0] == texts[3]
    assert guided.guide.questions[0].section == "Parcours"


def test_a_section_is_deleted_once_confirmed(guided: Guided, dialogs: Dialogs) -> None:
    view = guided.page.outline.view
    view.setCurrentIndex(view.outline.index(0, TEXT))
    dialogs.choice = 1
    guided.qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(guided.texts()) == 4
    dialogs.choice = 0
    guided.qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert guided.guide.sections == ("Équipe",)
    view.pick(guided.guide.questions[0].id)
    guided.qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(guided.texts()) == 1
    guided.desk.undo()
    guided.desk.undo()
    assert len(guided.texts()) == 4


def test_guides_are_renamed_deleted_and_turned(guided: Guided, dialogs: Dialogs) -> None:
    guided.page.doing.new_guide()
    dialog = guided.dialog(NameDialog)
    dialog.field.setText("Encadrement")
    dialog.accept()
    assert guided.guide.title == "Encadrement"
    guided.page.guides.list.setCurrentRow(0)
    assert guided.guide.title == "Guide"
    guided.qtbot.keyClick(guided.page.guides.list, Qt.Key.Key_F2)
    rename = guided.dialog(NameDialog)
    assert rename.field.text() == "Guide"
    rename.field.setText("Guide des pairs")
    rename.accept()
    assert guided.guide.title == "Guide des pairs"
    guided.qtbot.keyClick(guided.page.guides.list, Qt.Key.Key_Delete)
    assert [row.title for row in guided.page.found.guides] == ["Encadrement"]
    guided.desk.undo()
    assert len(guided.page.found.guides) == 2


def test_who_followed_is_ticked_by_group(guided: Guided) -> None:
    guided.page.follow_button.click()
    dialog = guided.dialog(FollowDialog)
    dialog.ticks.tick_group("Pairs")
    dialog.accept()
    assert guided.guide.interviews == (guided.interview("Paul"), guided.interview("Inès"))
    assert "2" in guided.page.follow_button.text()
    guided.desk.undo()
    assert not guided.guide.interviews


def test_what_may_only_be_read_offers_nothing_to_write(locked: Guided) -> None:
    page, model = locked.page, locked.page.outline.view.outline
    assert not model.index(1, TEXT).flags() & Qt.ItemFlag.ItemIsEditable
    assert not page.find_button.isEnabled()
    assert not page.more.isEnabled()
    written = [button for button in page.outline.findChildren(QPushButton) if button.toolTip()]
    assert written
    assert not any(button.isEnabled() for button in written)
    locked.qtbot.keyClick(page.outline.view, Qt.Key.Key_Insert)
    page.outline.view.setCurrentIndex(model.index(1, TEXT))
    locked.qtbot.keyClick(page.outline.view, Qt.Key.Key_Down, ALT)
    locked.qtbot.keyClick(page.outline.view, Qt.Key.Key_Delete)
    assert len(locked.texts()) == 4
    assert model.index(1, PUT).data() == ""


def _rows(sections: list[int]) -> list[QuestionRow]:
    return [QuestionRow(n + 1, f"S{section}" if section else "", f"Q{n}", False, None, n, n + 1)
            for n, section in enumerate(sections)]


@given(st.lists(st.integers(0, 2), min_size=1, max_size=8), st.integers(0, 20), st.integers(0, 20))
def test_a_move_keeps_every_question_and_what_is_moved_together(sections: list[int], row: int, gap: int) -> None:
    rows = _rows(sections)
    lines = lines_of(rows)
    row, gap = row % len(lines), gap % (len(lines) + 1)
    move = moved(lines, row, gap)
    if move is None:
        return
    order = [each.id for each in rows]
    for key, place in sorted(move.places, key=lambda each: each[1], reverse=move.down):
        order.remove(key)
        order.insert(place, key)
    assert sorted(order) == sorted(each.id for each in rows)
    keys = [key for key, _place in move.places]
    start = order.index(keys[0])
    assert order[start : start + len(keys)] == keys
    assert [key for key in order if key not in keys] == [each.id for each in rows if each.id not in keys]
    assert dict(move.places) == {key: order.index(key) for key in keys}

# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree by keyboard, and what may be let fall on it."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PyQt6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PyQt6.QtWidgets import QApplication, QLineEdit, QMenu

from app import menus
from app.coder.codebook import tree_keys
from app.coder.codebook.codebook_model import SELECTION_MIME
from app.coder.codebook.definition_dialog import DefinitionDialog
from coding.language import _, set_language
from tests.app.coder.codebook.test_codebook_panel import shown
from tests.app.coder.conftest import CODES, Coder
from tests.app.conftest import Dialogs

MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def stand(coder: Coder, path: str) -> None:
    coder.page.codebook.show_code(coder.id_of(path))
    coder.page.codebook.tree.setFocus()


def pins(coder: Coder) -> dict[str, int | None]:
    return {node.name: node.pin for node in coder.desk.codebook if node.depth}


def selection() -> QMimeData:
    data = QMimeData()
    data.setData(SELECTION_MIME, b"")
    return data


def test_codes_are_moved_by_key(coder: Coder) -> None:
    tree, start = coder.page.codebook.tree, shown(coder)
    stand(coder, CODES[0])
    coder.key(Qt.Key.Key_Up, MOVE, on=tree)  # the first already
    assert shown(coder) == start
    coder.key(Qt.Key.Key_Down, MOVE, on=tree)
    assert shown(coder)[:3] == ["Réticences", "Secret professionnel", "Crainte de la rechute"]
    coder.key(Qt.Key.Key_Right, MOVE, on=tree)
    assert coder.id_of("Réticences > Secret professionnel > Crainte de la rechute")
    assert tree.currentIndex().data() == "Crainte de la rechute"
    coder.key(Qt.Key.Key_Left, MOVE, on=tree)
    coder.key(Qt.Key.Key_Left, MOVE, on=tree)
    assert [theme.name for theme in coder.desk.codebook.themes] == ["Réticences", "Crainte de la rechute", "Statut"]
    coder.key(Qt.Key.Key_Left, MOVE, on=tree)
    for _n in range(4):
        coder.desk.undo()
    assert shown(coder) == start


def test_alt_and_a_digit_give_a_key_and_take_it_back(coder: Coder) -> None:
    set_language("en")
    panel = coder.page.codebook
    stand(coder, CODES[1])
    coder.key(Qt.Key.Key_5, ALT, on=panel.tree)
    assert pins(coder)["Secret professionnel"] == 5
    assert not panel.note.isVisible()
    coder.key(Qt.Key.Key_1, ALT, on=panel.tree)
    assert pins(coder) == {"Crainte de la rechute": None, "Secret professionnel": 1, "Absence de cadre": 3}
    assert panel.note.isVisible()
    assert panel.note.text() == "Key 1 now codes “Secret professionnel”, no longer “Crainte de la rechute”."
    coder.desk.undo()
    assert pins(coder)["Crainte de la rechute"] == 1
    assert not panel.note.isVisible()
    coder.key(Qt.Key.Key_5, ALT, on=panel.tree)
    assert pins(coder)["Secret professionnel"] is None
    assert coder.errors == []


def test_letters_and_digits_do_nothing_but_go_to_a_name(coder: Coder) -> None:
    tree = coder.page.codebook.tree
    coder.select("Au début")
    stand(coder, "Réticences")
    revision = coder.desk.store.revision()
    coder.write(tree, "sta1 k")
    assert coder.desk.store.revision() == revision
    assert coder.marks == []


def test_rename_define_and_delete_by_key(coder: Coder, dialogs: Dialogs) -> None:
    panel = coder.page.codebook
    stand(coder, CODES[0])
    coder.key(Qt.Key.Key_F2, on=panel.tree)
    editor = panel.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Peur")
    coder.key(Qt.Key.Key_Return, on=editor)
    peur = ["Réticences", "Peur"]
    coder.qtbot.waitUntil(lambda: coder.desk.codebook.find(peur) is not None)
    coder.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, on=panel.tree)
    assert panel.findChild(DefinitionDialog) is not None
    stand(coder, "Réticences")
    coder.key(Qt.Key.Key_Delete, on=panel.tree)
    assert len(dialogs.said) == 1
    assert shown(coder) == ["Statut", "Absence de cadre"]
    coder.desk.undo()
    assert len(shown(coder)) == 5


def test_enter_ends_a_new_name_and_codes_nothing(coder: Coder) -> None:
    tree = coder.page.codebook.tree
    coder.select("poser mes limites")
    coder.page.giving.give(coder.id_of(CODES[2]))
    stand(coder, CODES[0])
    coder.key(Qt.Key.Key_F2, on=tree)
    editor = tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Peur")
    coder.key(Qt.Key.Key_Return, on=editor)
    coder.qtbot.waitUntil(lambda: coder.desk.codebook.find(["Réticences", "Peur"]) is not None)
    assert coder.marks[0].codes == (coder.id_of(CODES[2]),)
    assert tree.hasFocus()


def test_the_keys_come_back_to_the_tree_after_a_name_was_changed(coder: Coder) -> None:
    tree = coder.page.codebook.tree
    stand(coder, CODES[0])
    coder.key(Qt.Key.Key_F2, on=tree)
    editor = tree.findChild(QLineEdit)
    assert editor is not None
    coder.text.setFocus()  # the editor, which had the keys last in its panel, goes
    coder.qtbot.waitUntil(lambda: tree.findChild(QLineEdit) is None)
    coder.page.run_verb("previous_panel")
    assert tree.hasFocus()


def test_another_name_is_told_at_once_at_the_caret(coder: Coder) -> None:
    start, _end = coder.select("poser mes limites")
    coder.page.giving.give(coder.id_of(CODES[0]))
    coder.text.set_caret(start + 3)
    panel = coder.page.codebook
    panel.show_code(coder.id_of(CODES[0]))
    panel.model.setData(panel.tree.currentIndex(), "Peur")
    assert coder.page.status_text().endswith("Peur")
    assert "Peur" in coder.text.accessibleDescription()


def test_the_menu_key_opens_the_menu_of_the_current_code(coder: Coder) -> None:
    tree = coder.page.codebook.tree
    stand(coder, CODES[2])
    place = tree.visualRect(tree.currentIndex()).center()
    QApplication.sendEvent(tree, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, tree.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any("Absence de cadre" in action.text() for action in menu.actions())
    menu.close()


def test_words_let_fall_on_a_code_are_coded(coder: Coder) -> None:
    panel = coder.page.codebook
    model, tree = panel.model, panel.tree
    coder.select("Au début")
    index = model.index_of(coder.id_of(CODES[2]))
    copy = Qt.DropAction.CopyAction
    assert not model.canDropMimeData(selection(), copy, 0, 0, QModelIndex())
    point, data = tree.visualRect(index).topLeft() + QPoint(40, 2), selection()
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    view = tree.viewport()
    assert view is not None
    tree.dragEnterEvent(QDragEnterEvent(point, copy, data, left, none))
    assert tree.dragDropOverwriteMode()  # near its edge too, a row takes what falls
    tree.dragLeaveEvent(QDragLeaveEvent())
    assert not tree.dragDropOverwriteMode()
    tree.dragEnterEvent(QDragEnterEvent(point, copy, data, left, none))
    tree.dropEvent(QDropEvent(QPointF(point), copy, data, left, none))
    assert coder.marks[0].codes == (coder.id_of(CODES[2]),)
    assert not tree.dragDropOverwriteMode()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_keys_of_the_tree_are_in_the_help(language: str) -> None:
    set_language(language)
    keys = dict(menus.keyboard())[_(tree_keys.TITLE)]
    assert len(keys) == len(tree_keys.KEYS)
    assert all(what and key for what, key in keys)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of codes: filtered, arranged, renamed, pinned, merged, deleted."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PyQt6.QtGui import QDropEvent
from PyQt6.QtWidgets import QMenu

from app.coder.codebook import code_menu
from app.coder.codebook.codebook_model import TOTAL
from app.coder.codebook.definition_dialog import DefinitionDialog
from app.coder.codebook.merge_dialog import MergeDialog
from app.name_dialog import NameDialog
from coding import codebook
from tests.app.coder.conftest import CODES, Coder
from tests.app.conftest import Dialogs


def shown(coder: Coder) -> list[str]:
    """The names in the tree, from top to bottom, as far as they are expanded."""
    tree, index, names = coder.page.codebook.tree, coder.page.codebook.model.index(0, 0), []
    while index.isValid():
        names.append(str(index.data()))
        index = tree.indexBelow(index)
    return names


def menu_of(coder: Coder, path: str) -> QMenu:
    """The context menu of a code."""
    return coder.page.codebook.menu_for(coder.desk.codebook.by_id[coder.id_of(path)])


def test_the_filter_shows_matches_with_what_is_above_and_below(coder: Coder) -> None:
    field = coder.page.codebook.field
    assert len(shown(coder)) == 5
    field.setText("SECRET")
    assert shown(coder) == ["Réticences", "Secret professionnel"]
    field.setText("reticence")
    assert shown(coder) == ["Réticences", "Crainte de la rechute", "Secret professionnel"]
    field.clear()
    assert len(shown(coder)) == 5


def test_enter_in_the_filter_gives_the_code_or_makes_it(coder: Coder) -> None:
    field = coder.page.codebook.field
    coder.select("Au début")
    coder.write(field, "absence")
    coder.key(Qt.Key.Key_Return, on=field)
    assert coder.marks[0].codes == (coder.id_of(CODES[2]),)
    coder.select("poser mes limites")
    coder.write(field, "Reflexes")
    coder.key(Qt.Key.Key_Return, on=field)
    assert coder.marks[1].codes == (coder.id_of("Statut > Reflexes"),)
    assert field.text() == ""


def test_counts_follow_passages(coder: Coder) -> None:
    model = coder.page.codebook.model
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_2)
    totals = {path: model.index_of(coder.id_of(path)).data(TOTAL) for path in ("Réticences", *CODES)}
    assert totals == {"Réticences": 2, CODES[0]: 1, CODES[1]: 1, CODES[2]: 0}


def test_dragging_moves_a_code(coder: Coder) -> None:
    model = coder.page.codebook.model
    rechute, statut = coder.id_of(CODES[0]), coder.id_of("Statut")
    data = model.mimeData([model.index_of(rechute)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of(statut))
    assert [node.name for node in coder.desk.codebook.children(statut)] == ["Absence de cadre", "Crainte de la rechute"]
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index_of(statut))
    assert [node.name for node in coder.desk.codebook.children(statut)] == ["Crainte de la rechute", "Absence de cadre"]
    model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, model.index_of(statut))
    assert [node.name for node in coder.desk.codebook.children(statut)] == ["Absence de cadre", "Crainte de la rechute"]
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert coder.desk.codebook.themes[0].id == rechute
    theme = model.mimeData([model.index_of(statut)])
    child = model.index_of(coder.id_of("Statut > Absence de cadre"))
    assert not model.canDropMimeData(theme, Qt.DropAction.MoveAction, -1, -1, child)
    for _n in range(4):
        coder.desk.undo()
    assert shown(coder)[:2] == ["Réticences", "Crainte de la rechute"]


def test_a_code_let_fall_on_the_page_codes_the_selection(coder: Coder) -> None:
    coder.select("Au début")
    model = coder.page.codebook.model
    data = model.mimeData([model.index_of(coder.id_of(CODES[1]))])
    cursor = coder.text.textCursor()
    cursor.setPosition(cursor.selectionStart() + 2)
    place = coder.text.cursorRect(cursor).center()
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)
    coder.text.dropEvent(event)
    assert coder.marks[0].codes == (coder.id_of(CODES[1]),)


def test_rename_in_place(coder: Coder) -> None:
    panel = coder.page.codebook
    panel.show_code(coder.id_of(CODES[0]))
    assert panel.model.setData(panel.tree.currentIndex(), "Peur de rechuter")
    assert coder.id_of("Réticences > Peur de rechuter")
    assert panel.current() is not None
    assert str(panel.tree.currentIndex().data()) == "Peur de rechuter"
    assert not panel.model.setData(panel.tree.currentIndex(), "  ")
    panel.model.setData(panel.tree.currentIndex(), "Secret professionnel")
    assert len(coder.errors) == 1


def test_the_menu_pins_and_colours(coder: Coder) -> None:
    menus = {action.text(): action.menu() for action in menu_of(coder, CODES[1]).actions() if action.menu()}
    colours, pins, _moves = menus.values()
    assert colours is not None
    assert pins is not None
    colours.actions()[4].trigger()
    assert coder.desk.codebook.by_id[coder.id_of(CODES[1])].colour == codebook.PALETTE[4]
    pins.actions()[0].trigger()
    assert coder.desk.codebook.by_id[coder.id_of(CODES[1])].pin == 1
    assert coder.desk.codebook.by_id[coder.id_of(CODES[0])].pin is None
    pins.actions()[-1].trigger()
    assert coder.desk.codebook.by_id[coder.id_of(CODES[1])].pin is None


def test_deleting_says_what_goes_with_it(coder: Coder, dialogs: Dialogs) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    node = coder.desk.codebook.by_id[coder.id_of("Réticences")]
    dialogs.choice = 1
    code_menu.delete(coder.page, coder.desk, node)
    assert len(coder.marks) == 1
    assert "1" in dialogs.said[0].explained and "2" in dialogs.said[0].explained
    dialogs.choice = 0
    code_menu.delete(coder.page, coder.desk, node)
    assert coder.marks == []
    assert coder.text.chosen is None
    code_menu.delete(coder.page, coder.desk, coder.desk.codebook.by_id[coder.id_of(CODES[2])])
    assert len(dialogs.said) == 2  # nothing bears it: nothing to ask


def test_merging_asks_for_the_other_code(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    node = coder.desk.codebook.by_id[coder.id_of(CODES[0])]
    dialog = MergeDialog(coder.desk, node, coder.page.codebook.show_code, coder.page)
    assert "1" in dialog.consequence.text()
    assert dialog.target.findData(node.id) < 0
    assert dialog.merge is not None
    assert not dialog.merge.isEnabled()
    dialog.accept()  # Enter, before any code is named
    assert coder.marks[0].codes == (node.id,)
    dialog.target.setEditText("statut > absence de cadre")
    assert dialog.merge.isEnabled()
    dialog.target.setCurrentIndex(dialog.target.findData(coder.id_of(CODES[2])))
    dialog.accept()
    current = coder.page.codebook.current()
    assert current is not None
    assert current.id == coder.id_of(CODES[2])
    assert coder.marks[0].codes == (coder.id_of(CODES[2]),)


def test_a_definition_is_one_act_and_is_read_beside_the_passage(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    revision = coder.desk.store.revision()
    dialog = DefinitionDialog(coder.desk, coder.id_of(CODES[0]), coder.page)
    dialog._texts["definition"].setPlainText("Une reprise <redoutée>.")
    dialog._texts["include"].setPlainText("peur exprimée")
    dialog.accept()
    assert coder.desk.store.revision() == revision + 1
    shown_text = coder.page.passage.definition.text()
    assert "Une reprise &lt;redoutée&gt;." in shown_text
    assert "peur exprimée" in shown_text
    unchanged = DefinitionDialog(coder.desk, coder.id_of(CODES[0]), coder.page)
    unchanged.accept()
    assert coder.desk.store.revision() == revision + 1


def test_a_new_code_asks_its_name(coder: Coder) -> None:
    code_menu.new_code(coder.page, coder.desk, coder.desk.codebook.by_id[coder.id_of("Statut")],
                       coder.page.codebook.show_code)
    dialog = coder.page.findChild(NameDialog)
    assert dialog is not None
    dialog.accept()
    assert dialog.isVisible()
    dialog.field.setText("Rémunération")
    dialog.accept()
    assert coder.id_of("Statut > Rémunération")


def test_the_tree_by_keyboard(coder: Coder) -> None:
    panel = coder.page.codebook
    coder.select("Au début")
    coder.key(Qt.Key.Key_Down, on=panel.field)
    coder.key(Qt.Key.Key_Down, on=panel.tree)
    coder.key(Qt.Key.Key_Return, on=panel.tree)
    assert coder.marks[0].codes == (coder.id_of(CODES[0]),)
    assert panel.tree.indexAt(QPoint(20, 10)).isValid()


def test_a_click_on_its_square_folds_a_theme(coder: Coder) -> None:
    tree, model = coder.page.codebook.tree, coder.page.codebook.model
    view = tree.viewport()
    assert view is not None
    box = tree.visualRect(model.index(0, 0))
    for expected in (["Réticences", "Statut", "Absence de cadre"], None):
        coder.click(view, QPoint(box.left() + 14, box.center().y()))
        assert shown(coder) == (expected or shown(coder))
    assert len(shown(coder)) == 5
    coder.click(view, QPoint(box.left() + 60, box.center().y()))
    assert len(shown(coder)) == 5


def test_a_click_in_the_tree_tells_what_the_code_means_although_a_passage_is_chosen(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    panel, tree = coder.page.passage, coder.page.codebook.tree
    view = tree.viewport()
    assert view is not None
    assert panel.definition.code_id == coder.id_of(CODES[0])
    asked = coder.id_of(CODES[2])
    for _n in range(2):  # also when that code is current already
        coder.text.choose(coder.marks[0].id)
        place = tree.visualRect(coder.page.codebook.model.index_of(asked)).center()
        coder.click(view, place)
        assert panel.definition.code_id == asked
        coder.write(panel.definition.memo, "Noter")
        panel.definition.memo.keep()
        assert panel.definition.code_id == asked
        coder.text.choose(coder.marks[1].id)
        assert panel.definition.code_id == coder.id_of(CODES[0])


def test_the_row_that_the_first_focus_makes_current_looks_so(coder: Coder) -> None:
    tree = coder.page.codebook.tree
    tree.setFocus()
    assert tree.currentIndex().isValid()
    assert tree.selectedIndexes() == [tree.currentIndex()]

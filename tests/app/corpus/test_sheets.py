# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus tables, used as a spreadsheet is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PyQt6.QtGui import QAction, QGuiApplication
from PyQt6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.corpus.attribute_dialog import AttributeDialog
from app.corpus.sheet_page import SheetPart
from app.corpus.sheet_view import SheetView
from app.name_dialog import NameDialog
from app.report_dialog import ReportDialog
from app.widgets.part_completer import PartCompleter
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from coding.language import _
from coding.order import ordered_interviews
from tests.app.conftest import Dialogs

Key = Qt.Key
CTRL, ALT, SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
                    Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def corpus(opened: MainWindow) -> CorpusWorkspace:
    """The workspace, on the sample."""
    opened.show_page("corpus")
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, CorpusWorkspace)
    return page


def undo(window: MainWindow) -> None:
    found = window.findChild(QAction, "edit.undo")
    assert found is not None
    found.trigger()


def clipboard(text: str | None = None) -> str:
    board = QGuiApplication.clipboard()
    assert board is not None
    if text is not None:
        board.setText(text)
    return board.text()


def choose(table: SheetView, top: int, first: str, bottom: int, last: str) -> None:
    """Select the rectangle from a row and column to another."""
    left, right = table.sheet.column_of(first), table.sheet.column_of(last)
    selection = table.selectionModel()
    assert selection is not None
    table.setCurrentIndex(table.sheet.index(top, left))
    selection.select(QItemSelection(table.sheet.index(top, left), table.sheet.index(bottom, right)),
                     QItemSelectionModel.SelectionFlag.ClearAndSelect)


def shown(table: SheetView, *keys: str, rows: int = 3) -> list[list[str]]:
    made = [table.sheet.columns[table.sheet.column_of(key)] for key in keys]
    return [[column.show(row) for column in made] for row in table.sheet.rows[:rows]]


def everything(table: SheetView) -> list[list[str]]:
    return [[column.show(row) for column in table.sheet.columns] for row in table.sheet.rows]


def test_a_block_pasted_is_one_act(opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table = corpus.interviews.table
    before = everything(table)
    choose(table, 0, "status", 0, "status")
    clipboard("en cours\t01/02/2024\t1 h 10\r\ncodé\t2024-02-03\t62\r\n")
    qtbot.keyClick(table, Key.Key_V, CTRL)
    assert shown(table, "status", "date", "duration", rows=2) == [
        [_("under way"), "01/02/2024", "1 h 10"], [_("coded"), "03/02/2024", "1 h 02"]]
    assert table.block() == ([0, 1], [1, 2, 3])
    undo(opened)
    assert everything(table) == before


def test_what_is_copied_and_pasted_back_changes_nothing(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    for page in (corpus.interviews, corpus.participants, corpus.structures):
        table = page.table
        qtbot.keyClick(table, Key.Key_A, CTRL)
        qtbot.keyClick(table, Key.Key_C, CTRL)
        assert len(clipboard().splitlines()) == len(table.sheet.rows)
        before = everything(table)
        qtbot.keyClick(table, Key.Key_V, CTRL)
        assert everything(table) == before
    assert not opened._actions["edit.undo"].isEnabled()
    assert opened.notice.isHidden()


def test_one_value_fills_the_selection_and_del_empties_it(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    table = corpus.interviews.table
    before = everything(table)
    choose(table, 0, "mode", 2, "mode")
    clipboard("par écrit")
    qtbot.keyClick(table, Key.Key_V, CTRL)
    assert shown(table, "mode") == [["par écrit"]] * 3
    qtbot.keyClick(table, Key.Key_Delete)
    assert shown(table, "mode") == [[""]] * 3
    undo(opened)
    undo(opened)
    assert everything(table) == before
    choose(table, 0, "words", 2, "passages")
    qtbot.keyClick(table, Key.Key_Delete)
    assert not opened._actions["edit.undo"].isEnabled()


def test_refused_cells_are_named_in_one_message_and_the_rest_is_taken(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    table = corpus.interviews.table
    choose(table, 0, "status", 0, "status")
    clipboard("relu\thier\nbof\t2024-02-03\nx\ty\n")
    qtbot.keyClick(table, Key.Key_V, CTRL)
    assert shown(table, "title", "date", rows=1) == [["Hugo", "03/02/2024"]]  # now the earliest
    for part in ("Nora", "hier", "Hugo", "bof", "1"):
        assert part in opened.notice.text
    choose(table, 15, "duration", 15, "duration")
    clipboard("61\t7\n62\t8\n")
    qtbot.keyClick(table, Key.Key_V, CTRL)
    assert shown(table, "duration", rows=16)[15] == ["1 h 01"]
    assert _("Words") in opened.notice.text


def test_interviews_are_kept_out_of_quotes_by_the_menu_and_the_cell(opened: MainWindow, corpus: CorpusWorkspace
                                                                    ) -> None:
    table = corpus.interviews.table

    def withheld() -> list[bool]:
        return [row.is_withheld for row in table.sheet.rows[:3]]

    def menu_line() -> QAction:
        found = table.menu().findChild(QAction, "withhold")
        assert found is not None
        return found

    choose(table, 0, "title", 1, "title")
    menu_line().trigger()
    assert withheld() == [True, True, False] and menu_line().isChecked()
    assert shown(table, "cite") == [[_("no")], [_("no")], [""]]
    undo(opened)
    assert withheld() == [False] * 3 and not menu_line().isChecked()
    column = table.sheet.column_of("cite")
    assert table.sheet.setData(table.sheet.index(2, column), "no")
    assert withheld() == [False, False, True]
    assert table.sheet.setData(table.sheet.index(2, column), "")
    assert withheld() == [False] * 3


def test_fill_down_and_cut(opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table = corpus.interviews.table
    choose(table, 0, "mode", 2, "kind")
    expected = shown(table, "mode", "kind", rows=1)[0]
    qtbot.keyClick(table, Key.Key_D, CTRL | SHIFT)
    assert shown(table, "mode", "kind") == [expected] * 3
    choose(table, 0, "duration", 0, "duration")
    qtbot.keyClick(table, Key.Key_X, CTRL)
    assert clipboard() == "52"
    assert shown(table, "duration", rows=1) == [[""]]
    choose(table, 1, "duration", 1, "duration")
    qtbot.keyClick(table, Key.Key_D, CTRL | SHIFT)
    assert shown(table, "duration", rows=2) == [[""], [""]]


def test_enter_and_tab_keep_what_was_typed_and_go_on(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    table = corpus.interviews.table
    table.setFocus()
    table.setCurrentIndex(table.sheet.index(0, table.sheet.column_of("mode")))
    for typed, key, row, column in (("vidéo", Key.Key_Return, 1, "mode"), ("lettre", Key.Key_Tab, 1, "kind")):
        table.edit(table.currentIndex())
        line = table.findChild(QLineEdit)
        assert line is not None
        line.setText(typed)
        qtbot.keyClick(line, key)
        qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
        assert (table.currentIndex().row(), table.currentIndex().column()) == (row, table.sheet.column_of(column))
    assert shown(table, "mode", rows=2) == [["vidéo"], ["lettre"]]


def test_names_are_proposed_part_by_part(corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table = corpus.interviews.table
    index = table.sheet.index(0, table.sheet.column_of("groups"))
    table.setCurrentIndex(index)
    table.edit(index)
    line = table.findChild(QLineEdit)
    assert line is not None
    completer = line.completer()
    assert isinstance(completer, PartCompleter)
    completer.setWidget(line)
    line.setText("Pairs aidants en structure ; usag")
    assert completer.splitPath(line.text()) == ["usag"]
    completer.setCompletionPrefix("usag")
    assert completer.pathFromIndex(completer.currentIndex()) == "Pairs aidants en structure ; Associations d’usagers"


def test_sorting_keeps_empty_cells_last_and_is_remembered(
    opened: MainWindow, corpus: CorpusWorkspace, sample_path: Path, qtbot: QtBot
) -> None:
    table = corpus.interviews.table
    choose(table, 0, "duration", 0, "duration")
    qtbot.keyClick(table, Key.Key_Delete)
    head = table.horizontalHeader()
    assert head is not None
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        head.setSortIndicator(table.sheet.column_of("duration"), order)
        assert table.sheet.rows[-1].title == "Nora"
    first = table.sheet.rows[0].title
    assert ordered(corpus)[0] == "Nora"
    choose(table, 0, "duration", 0, "duration")
    qtbot.keyClick(table, Key.Key_Delete)
    assert table.sheet.rows[0].title == first  # what is written does not make rows jump
    table.setColumnWidth(0, 222)
    corpus.interviews.sheet.kept_layout.hide("read", True)
    opened.close_project()
    opened.open(sample_path)
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, CorpusWorkspace)
    again = page.interviews.table
    assert again.sheet.sorted_by == ("duration", True)
    assert {row.title for row in again.sheet.rows[-2:]} == {"Nora", first}
    assert (again.columnWidth(0), again.isColumnHidden(again.sheet.column_of("read"))) == (222, True)


def ordered(page: CorpusWorkspace) -> list[str]:
    return [row.title for row in page.desk.read_now(ordered_interviews)]


def test_the_filter_shows_rows_that_hold_the_words(opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table, page = corpus.interviews.table, corpus.interviews
    opened.activateWindow()
    table.setFocus()
    qtbot.keyClick(table, Key.Key_F, CTRL)
    page.sheet.filter.setText("INES")
    assert [row.title for row in table.sheet.rows] == ["Inès"]
    assert page.selected is not None
    assert page.selected.title == "Inès"
    assert "16" in corpus.status_text()
    choose(table, 0, "mode", 0, "mode")
    clipboard("par écrit")
    qtbot.keyClick(table, Key.Key_V, CTRL)
    page.sheet.filter.setText("zzz")
    assert page.selected is None
    qtbot.keyClick(page.sheet.filter, Key.Key_Escape)
    assert len(table.sheet.rows) == 16
    assert shown(table, "mode")[2] == ["par écrit"]


def test_rows_are_moved_into_an_order_by_hand(opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    page, table = corpus.interviews, corpus.interviews.table
    before = ordered(corpus)
    assert page.order.current == "date"
    page.pick(table.sheet.rows[2].id)
    qtbot.keyClick(table, Key.Key_Up, ALT)
    moved = [before[0], before[2], before[1], *before[3:]]
    assert [row.title for row in table.sheet.rows] == ordered(corpus) == moved
    assert (page.order.current, table.currentIndex().row()) == ("manual", 1)
    undo(opened)
    assert (ordered(corpus), page.order.current) == (before, "date")
    side = table.verticalHeader()
    assert side is not None
    assert side.sectionsMovable()
    side.moveSection(4, 0)
    assert [row.title for row in table.sheet.rows] == ordered(corpus) == [before[4], *before[:4], *before[5:]]
    assert [side.visualIndex(n) for n in range(16)] == list(range(16))
    page.order.pick("date")
    assert ordered(corpus) == before
    page.order.pick("manual")
    assert ordered(corpus)[0] == before[4]
    table.sheet.sort(0)
    qtbot.keyClick(table, Key.Key_Down, ALT)
    assert not opened.notice.isHidden()
    assert not side.sectionsMovable()


def test_an_order_that_cannot_be_is_explained(opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    page = corpus.interviews
    choose(page.table, 0, "date", 0, "date")
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert page.order.current == "import"
    page.order.pick("date")
    assert "Nora" in opened.notice.text
    assert page.order.current == "import"


@pytest.mark.parametrize("tab", [0, 1])
def test_an_attribute_is_added_changed_and_deleted(
    opened: MainWindow, corpus: CorpusWorkspace, dialogs: Dialogs, qtbot: QtBot, tab: int
) -> None:
    corpus.tabs.setCurrentIndex(tab)
    sheet: SheetPart = (corpus.interviews.sheet, corpus.participants.sheet)[tab]
    table, keys = sheet.table, [column.key for column in sheet.model.columns]

    def dialog() -> AttributeDialog:
        return next(one for one in sheet.findChildren(AttributeDialog) if one.isVisible())

    menu = QMenu()
    qtbot.addWidget(menu)

    def offered(column: str) -> dict[str, QAction]:
        sheet.columns.fill(menu, table.sheet.columns[table.sheet.column_of(column)])
        return {action.text(): action for action in menu.actions()}

    opened._actions["corpus.attribute"].trigger()
    asked = dialog()
    asked.name.setText("Vu")
    asked.accept()
    assert [column.title for column in table.sheet.columns][-1] == "Vu"
    assert table.sheet.columns[table.currentIndex().column()].title == "Vu"
    choose(table, 0, "attribute:Vu", 1, "attribute:Vu")
    clipboard("oui\nnon\n")
    qtbot.keyClick(table, Key.Key_V, CTRL)
    offered("attribute:Vu")[_("Change “{name}”…").format(name="Vu")].trigger()
    asked = dialog()
    asked.name.setText("Revu")
    asked.type.setCurrentIndex(asked.type.findData("choice"))
    assert asked.choices.toPlainText() == "non\noui"
    asked.accept()
    column = table.sheet.columns[table.sheet.column_of("attribute:Revu")]
    assert column.choices == {"": "", "non": "non", "oui": "oui"}
    assert shown(table, "attribute:Revu") == [["oui"], ["non"], [""]]
    choose(table, 2, "attribute:Revu", 2, "attribute:Revu")
    clipboard("peut-être")
    qtbot.keyClick(table, Key.Key_V, CTRL)
    assert "peut-être" in opened.notice.text
    dialogs.choice = 0
    offered("attribute:Revu")[_("Delete “{name}”…").format(name="Revu")].trigger()
    assert [column.key for column in table.sheet.columns] == keys
    undo(opened)
    assert shown(table, "attribute:Revu") == [["oui"], ["non"], [""]]
    undo(opened)
    assert shown(table, "attribute:Vu") == [["oui"], ["non"], [""]]
    undo(opened)
    undo(opened)
    assert [column.key for column in table.sheet.columns] == keys


def test_a_participant_is_added_and_put_into_interviews(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    corpus.tabs.setCurrentIndex(1)
    page = corpus.participants
    page.add()
    asked = page.findChild(NameDialog)
    assert asked is not None
    asked.field.setText("Ana")
    asked.accept()
    assert page.selected is not None
    assert page.selected.name == "Ana"
    at = page.table.currentIndex()
    assert page.model.columns[at.column()].key == "interviews"
    clipboard("Hugo ; Nora\tpaire + formatrice")
    qtbot.keyClick(page.table, Key.Key_V, CTRL)
    ana = next(row for row in page.model.every if row.name == "Ana")
    assert [(part.title, part.role) for part in ana.parts] == [("Nora", "paire"), ("Hugo", "formatrice")]
    nora = corpus.interviews.model.rows[0]
    assert [part.name for part in nora.participants] == ["Nora", "Ana"]
    undo(opened)
    assert [part.name for part in corpus.interviews.model.rows[0].participants] == ["Nora"]


def test_structures_are_counted_renamed_and_made_one(
    opened: MainWindow, corpus: CorpusWorkspace, dialogs: Dialogs, qtbot: QtBot
) -> None:
    corpus.tabs.setCurrentIndex(3)
    page, model = corpus.structures, corpus.structures.model
    links = sum(len(row.interviews) for row in model.rows)
    assert f"{links} configurations" in page.figures.text()
    assert f"{links} configurations" in corpus.status_text()
    first, second = model.rows[0], model.rows[1]
    dialogs.choice = 1
    assert not model.setData(model.index(0, 0), second.name)
    dialogs.choice = 0
    assert model.setData(model.index(0, 0), second.name)
    assert first.name not in [row.name for row in model.rows]
    undo(opened)
    assert model.rows[0] == first
    item = corpus.groups.list.item(0)
    assert item is not None
    assert "configurations" in item.text()


def test_each_gesture_stands_in_a_menu_of_the_table(corpus: CorpusWorkspace) -> None:
    menu = corpus.interviews.table.menu()
    names = {action.objectName() for action in menu.actions()}
    assert {"copy", "cut", "paste", "fill_down", "empty", "move_up", "move_down"} <= names
    assert "move_up" not in {action.objectName() for action in corpus.participants.table.menu().actions()}


def test_interviews_are_ticked_into_groups(opened: MainWindow, corpus: CorpusWorkspace) -> None:
    corpus.tabs.setCurrentIndex(2)
    page, model = corpus.groups, corpus.interviews.model
    page.list.setCurrentRow(1)
    assert [row.interviews for row in page.rows] == [12, 4]
    first = page.members.item(0)
    assert first is not None
    assert first.checkState() == Qt.CheckState.Unchecked
    first.setCheckState(Qt.CheckState.Checked)
    assert model.rows[0].groups == ("Pairs aidants en structure", "Associations d’usagers")
    assert [row.interviews for row in page.rows] == [12, 5]
    assert "5" in page.form.outlook.text()  # interviews of the group, where four are said to be reached
    again = page.members.item(0)
    assert again is not None
    again.setCheckState(Qt.CheckState.Unchecked)
    assert [row.interviews for row in page.rows] == [12, 4]
    undo(opened)
    assert [row.interviews for row in page.rows] == [12, 5]


def test_a_table_is_sorted_and_fitted_by_keys_alone(corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table, columns = corpus.interviews.table, corpus.interviews.sheet.columns
    recorded = [row.title for row in table.sheet.rows]
    choose(table, 0, "duration", 0, "duration")
    menu = QMenu()
    qtbot.addWidget(menu)

    def ask(words: str) -> None:
        columns.fill(menu, table.sheet.columns[table.currentIndex().column()])
        next(action for action in menu.actions() if action.text() == words).trigger()

    ask(_("Sort by “{name}”, from the last").format(name=_("Duration")))
    minutes = [row.duration_min or 0 for row in table.sheet.rows]
    assert minutes == sorted(minutes, reverse=True)
    ask(_("No longer sort"))
    assert [row.title for row in table.sheet.rows] == recorded
    table.setColumnWidth(table.sheet.column_of("duration"), 400)
    ask(_("Fit “{name}” to what it holds").format(name=_("Duration")))
    assert table.columnWidth(table.sheet.column_of("duration")) < 200
    choose(table, 0, "date", 0, "date")
    within = next(each.menu() for each in table.menu().actions() if each.text() == _("Columns"))
    assert within is not None
    within.aboutToShow.emit()
    assert _("Sort by “{name}”").format(name=_("Date")) in [action.text() for action in within.actions()]


def test_tab_goes_from_the_filter_to_the_tools_then_the_table(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    opened.activateWindow()
    sheet = corpus.interviews.sheet
    sheet.filter.setFocus()
    met = []
    for _place in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == [corpus.interviews.order, sheet.columns.button, sheet.table]


def test_tab_goes_along_the_row_then_out_of_the_table(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    opened.activateWindow()
    table = corpus.interviews.table
    table.setFocus()
    corpus.interviews.pick(table.sheet.rows[0].id)
    qtbot.keyClick(table, Key.Key_Tab)
    assert table.currentIndex().column() == 1
    qtbot.keyClick(table, Key.Key_Tab, SHIFT)
    assert table.currentIndex().column() == 0
    qtbot.keyClick(table, Key.Key_End)
    qtbot.keyClick(table, Key.Key_Tab)
    assert not table.hasFocus()


def test_a_row_is_dragged_by_its_number(opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table = corpus.interviews.table
    before = ordered(corpus)
    side = table.verticalHeader()
    assert side is not None
    view = side.viewport()
    assert view is not None
    start, end = (QPoint(10, side.sectionViewportPosition(row) + 18) for row in (0, 2))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(view, start + (end - start) * step / 4 + QPoint(0, 10))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end + QPoint(0, 10))
    assert ordered(corpus) == [before[1], before[2], before[0], *before[3:]]
    assert [row.title for row in table.sheet.rows] == ordered(corpus)


def test_the_first_column_stays_in_sight(corpus: CorpusWorkspace, qtbot: QtBot) -> None:
    table = corpus.interviews.table
    assert table.frozen is not None
    assert table.frozen.isHidden()
    choose(table, 2, "kind", 2, "kind")
    assert not table.frozen.isHidden()
    assert [table.frozen.isColumnHidden(n) for n in range(3)] == [False, True, True]
    for _press in range(12):
        qtbot.keyClick(table, Key.Key_Left)
        at = table.currentIndex()
        assert at.column() == 0 or table.visualRect(at).left() >= table.frozen.covered
    choose(table, 2, "kind", 2, "kind")
    view = table.frozen.viewport()
    assert view is not None
    rect = table.frozen.visualRect(table.sheet.index(4, 0))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=rect.center())
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, 0)


@pytest.mark.parametrize("what", ["interviews", "participants", "groups"])
def test_tables_go_out_and_come_back_from_the_menu(
    opened: MainWindow, corpus: CorpusWorkspace, dialogs: Dialogs, tmp_path: Path, what: str
) -> None:
    dialogs.files = [tmp_path / f"{what}.xlsx"]
    opened._actions[f"corpus.{what}_out"].trigger()
    assert dialogs.files[0].is_file()
    opened._actions[f"corpus.{what}_in"].trigger()
    report = opened.findChild(ReportDialog)
    assert report is not None
    assert not report.problems.toPlainText()
    assert not opened._actions["edit.undo"].isEnabled()


def test_keys_go_from_tab_to_tab_and_back_to_the_heading(
    opened: MainWindow, corpus: CorpusWorkspace, qtbot: QtBot
) -> None:
    opened.activateWindow()
    corpus.activate()
    for title in (_("Participants"), _("Groups"), _("Structures"), _("Guide"), _("Pseudonyms"), _("Interviews")):
        corpus._turn_by(1)
        assert corpus.tabs.tabText(corpus.tabs.currentIndex()) == title
        for _place in range(20):
            if corpus.tabs.hasFocus():
                break
            qtbot.keyClick(QApplication.focusWidget(), Key.Key_Home)
            qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab, SHIFT)
        assert corpus.tabs.hasFocus(), title
        corpus.activate()
        assert not corpus.tabs.hasFocus()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The review screen, driven by its keys: decided without the mouse, nothing lost, nothing changed unasked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.acts import mending
from app.desk import Desk
from app.pseudonyms.add_dialog import AddDialog
from app.pseudonyms.choices_menu import choices_menu
from app.pseudonyms.model import BECOMES, KIND, NAME, PLACES
from app.pseudonyms.page import PseudonymsPage
from app.pseudonyms.places import whole_words
from app.settings import Settings
from app.tasks import Tasks
from app.window import MainWindow
from coding import project as projects
from coding.elsewhere import Cancelled
from coding.identifiers.span import Label
from coding.pseudonyms import search
from tests.app.conftest import Dialogs
from tests.app.pseudonyms.conftest import Review, found, project, shown

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MARTINE, KARIM, ANGERS, DATE = "Martine Guilbaud", "Karim", "Angers", "12 mars 2019"


def test_nothing_is_looked_for_before_it_is_asked(review: Review) -> None:
    page = review.page
    assert page._stack.currentWidget() is page.empty
    assert not page.sitting.found
    page.empty.asked.emit()
    assert page.sitting.fresh
    assert list(review.state) == [MARTINE, KARIM, ANGERS, DATE]


def test_a_line_says_forms_kind_places_and_what_it_becomes(looked: Review) -> None:
    model = looked.page.model
    row = next(row for row, line in enumerate(model.lines) if line.identity.name == MARTINE)
    said = [model.data(model.index(row, column)) for column in (NAME, KIND, PLACES, BECOMES)]
    assert said[0].startswith(f"{MARTINE} · ")
    assert "Mme Guilbaud\u00a01" in said[0]
    assert said[1].startswith("person")
    assert said[2].startswith("6 · 2")
    assert model.lines[row].decision.words in said[3]


def test_every_identity_is_decided_by_keys_alone(looked: Review) -> None:
    page = looked.page
    looked.pick(page.model.lines[0].identity.name)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Return):
        looked.key(key)
    assert all(decided for _action, _words, decided in looked.state.values())
    kept = page.model.lines[1].identity.name
    assert looked.state[kept][0] == "keep"
    assert page.sitting.review.tally().undecided == 0
    assert page.apply.isEnabled()
    assert page.done.value() == 4
    looked.key(Qt.Key.Key_Space)
    assert page.sitting.review.tally().undecided == 1


def ring(page: PseudonymsPage, row: int) -> QPoint:
    """Where the ring of a line is."""
    return page.table.visualRect(page.model.index(row, BECOMES)).topLeft() + QPoint(12, 23)


def test_a_click_on_the_ring_decides_and_another_takes_it_back(looked: Review) -> None:
    page, view = looked.page, looked.page.table.viewport()
    for row in (0, 2):
        looked.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=ring(page, row))
        assert page.model.lines[row].decided
        assert page.table.current is page.model.lines[row]
    assert page.sitting.review.tally().decided == 2
    looked.qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=ring(page, 0))
    assert not page.model.lines[0].decided


def test_the_buttons_beside_a_line_decide_and_go_on(looked: Review) -> None:
    page, bar = looked.page, looked.page.panel.decide
    looked.pick(MARTINE)
    assert bar.accept.text() == looked.state[MARTINE][1]
    bar.accept.click()
    assert looked.state[MARTINE][2]
    kept = looked.current
    assert kept != MARTINE
    bar.keep.click()
    assert looked.state[kept][0] == "keep"
    looked.pick(MARTINE)
    assert bar.keep.isHidden()
    bar.accept.click()
    assert not looked.state[MARTINE][2]
    bar.more.click()
    menu = page.table.findChild(QMenu)
    assert menu is not None
    menu.close()


def test_the_buttons_follow_how_many_lines_are_selected(looked: Review) -> None:
    page, bar = looked.page, looked.page.panel.decide
    looked.pick(MARTINE)
    assert bar.join.isHidden()
    looked.qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, CTRL, page.table.visualRect(
        page.model.index(page.model.row_of(next(line.key for line in page.model.lines
                                                if line.identity.name == KARIM)), NAME)).center())
    assert bar.accept.text() == "2"
    assert not bar.join.isHidden()
    bar.join.click()
    assert KARIM not in looked.state
    assert bar.join.isHidden()


def test_what_is_sought_begins_at_the_top(looked: Review) -> None:
    page = looked.page
    page.model.ask(order="name")
    looked.pick(KARIM)
    page.sitting.review.write(next(line.key for line in page.model.lines if line.identity.name == KARIM), "Idriss")
    page.field.setText("mar")
    assert [line.identity.name for line in page.model.lines] == [DATE, MARTINE]
    assert looked.current == DATE


def test_words_cut_at_an_end_go_whole() -> None:
    assert whole_words("…ille est belle, à ") == "… est belle, à "
    assert whole_words(" est une ville qu…") == " est une ville…"
    assert whole_words("…mot") == "…mot"
    assert whole_words("rien de coupé") == "rien de coupé"


def test_arrows_turn_what_will_be_done(looked: Review) -> None:
    looked.pick(MARTINE)
    first = looked.state[MARTINE][1]
    looked.key(Qt.Key.Key_Right)
    assert looked.state[MARTINE][0] == "class"
    looked.key(Qt.Key.Key_Left)
    assert looked.state[MARTINE][0] == "replace"
    looked.key(Qt.Key.Key_Right, CTRL)
    action, words, decided = looked.state[MARTINE]
    assert action == "replace"
    assert words not in ("", first, MARTINE)
    assert not decided


def test_typing_writes_other_words_and_goes_on(looked: Review) -> None:
    looked.pick(MARTINE)
    looked.qtbot.keyClicks(looked.page.table, "Z")
    editor = looked.page.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Zoé Lambert")
    looked.key(Qt.Key.Key_Return, on=editor)
    looked.qtbot.waitUntil(lambda: looked.state[MARTINE] == ("replace", "Zoé Lambert", True))
    looked.qtbot.waitUntil(lambda: looked.current != MARTINE)
    line = looked.page.sitting.review.line(next(one.key for one in looked.page.model.lines
                                                if one.identity.name == MARTINE))
    assert line is not None
    assert line.decision.instead_of("Martine") == "Zoé"


def test_several_lines_at_once(looked: Review) -> None:
    looked.pick(MARTINE, KARIM)
    looked.key(Qt.Key.Key_Delete, SHIFT)
    assert looked.state[MARTINE][0] == looked.state[KARIM][0] == "never"
    assert looked.current not in (MARTINE, KARIM)


def test_ctrl_z_takes_back_a_decision_before_any_act(looked: Review) -> None:
    undo = looked.window.findChild(QAction, "edit.undo")
    assert undo is not None
    mending.retype(looked.desk, interview_id=1, start=4, end=8, words="Vous tous")
    looked.page.sitting.look()
    looked.pick(ANGERS)
    looked.key(Qt.Key.Key_Return)
    assert looked.state[ANGERS][2]
    looked.key(Qt.Key.Key_Z, CTRL)
    assert not looked.state[ANGERS][2]
    assert undo.isEnabled()


def test_filters_order_and_the_next_to_decide(looked: Review) -> None:
    page = looked.page
    page.field.setText("guil")
    assert [line.identity.name for line in page.model.lines] == [MARTINE]
    looked.key(Qt.Key.Key_Escape, on=page.field)
    page.kind.pick(Label.LOC)
    assert [line.identity.name for line in page.model.lines] == [ANGERS]
    page.kind.pick(None)
    page.order.pick("name")
    assert [line.identity.name for line in page.model.lines] == [DATE, ANGERS, KARIM, MARTINE]
    looked.pick(ANGERS)
    looked.key(Qt.Key.Key_Return)
    assert looked.current == KARIM
    page.state.pick("decided")
    assert [line.identity.name for line in page.model.lines] == [ANGERS]
    page.state.pick("undecided")
    looked.pick(DATE)
    looked.key(Qt.Key.Key_Up, CTRL)
    assert looked.current == MARTINE
    for name in (DATE, KARIM, MARTINE):
        looked.pick(name)
        looked.key(Qt.Key.Key_Return)
    assert page._lists.currentWidget() is page.none


def test_a_place_is_left_as_it_is(looked: Review) -> None:
    looked.pick(ANGERS)
    places = looked.page.panel.places
    model = places.model()
    assert model is not None
    places.setCurrentIndex(model.index(0, 0))
    looked.key(Qt.Key.Key_Space, on=places)
    line = looked.page.table.current
    assert line is not None
    assert line.left_out == {line.identity.places[0]}
    assert line.whole().places == line.identity.places[1:]
    looked.key(Qt.Key.Key_Space, on=places)
    current = looked.page.table.current
    assert current is not None
    assert not current.left_out


def test_a_place_opens_in_its_transcript(looked: Review) -> None:
    asked: list[tuple[int, int, int]] = []
    looked.desk.place_asked.disconnect()
    looked.desk.place_asked.connect(lambda *place: asked.append(place))
    looked.pick(ANGERS)
    places = looked.page.panel.places
    model = places.model()
    assert model is not None
    places.setCurrentIndex(model.index(0, 0))
    looked.key(Qt.Key.Key_Return, on=places)
    interview_id, start, end = asked[0]
    assert looked.texts()[interview_id - 1][start:end] == "Angers"


def test_identities_are_joined_and_forms_split_off(looked: Review) -> None:
    page = looked.page
    looked.pick(MARTINE)
    row = next(n for n, (form, _count) in enumerate(page.model.lines[page.table.currentIndex().row()].identity.forms)
               if form == "Mme Guilbaud")
    page.panel.forms.selectRow(row)
    looked.key(Qt.Key.Key_J, CTRL | SHIFT, on=page.panel.forms)
    assert looked.current == "Mme Guilbaud"
    assert set(looked.state) == {MARTINE, "Mme Guilbaud", KARIM, ANGERS, DATE}
    page.sitting.look()
    assert "Mme Guilbaud" in looked.state
    looked.pick(MARTINE, "Mme Guilbaud")
    looked.key(Qt.Key.Key_J, CTRL)
    assert set(looked.state) == {MARTINE, KARIM, ANGERS, DATE}
    current = page.table.current
    assert current is not None
    assert len(current.identity.places) == 6


def test_a_form_is_given_words_of_its_own(looked: Review) -> None:
    looked.pick(MARTINE)
    rows = looked.page.panel.form_rows
    row = next(row for row in range(rows.rowCount()) if rows.form(row) == "Mme Guilbaud")
    assert rows.setData(rows.index(row, 1), "la directrice")
    current = looked.page.table.current
    assert current is not None
    assert current.decision.instead_of("Mme Guilbaud") == "la directrice"


def test_the_menu_offers_other_pseudonyms_and_kinds(looked: Review) -> None:
    looked.pick(KARIM)
    line = looked.page.table.current
    assert line is not None
    review = looked.page.sitting.review
    menu: QMenu = choices_menu(review, line, looked.page.table.picked(), looked.page.table.do, looked.page.table)
    first = menu.actions()[0]
    first.trigger()
    assert looked.state[KARIM][1:] == (first.text().split("\t")[0], True)
    review.relabel([line.key], Label.LOC)
    assert review.lines[1].identity.label is Label.LOC


def test_words_that_were_missed_are_looked_for_everywhere(looked: Review, dialogs: Dialogs) -> None:
    looked.page.add()
    dialog = looked.page.findChild(AddDialog)
    assert dialog is not None
    dialog._words.setText("jeudi")
    dialog.accept()
    assert looked.current == "jeudi"
    looked.page.sitting.look()
    assert "jeudi" in looked.state
    line = next(one for one in looked.page.sitting.review.lines if one.identity.name == "jeudi")
    looked.page.sitting.review.write(line.key, "[jour]")
    looked.page.sitting.review.forget([line.key])
    looked.page.sitting.look()  # as after an undo: the words are in the texts again
    assert looked.state["jeudi"][1:] == ("[jour]", True)
    looked.page._show_added("")
    looked.page.add()
    dialog = looked.page.findChildren(AddDialog)[-1]
    dialog._words.setText("Vladivostok")
    dialog.accept()
    assert "Vladivostok" in dialogs.said[-1].text


def test_what_was_decided_outlives_the_page(looked: Review, window: MainWindow) -> None:
    looked.pick(MARTINE)
    looked.key(Qt.Key.Key_Return)
    before = looked.state
    window.show_page("coder")
    window._use_language("en")
    window.show_page("corpus")
    page = shown(window)
    assert page is not looked.page
    assert Review(window, page, looked.qtbot).state == before


def test_closing_asks_nothing_when_nothing_was_decided(looked: Review, dialogs: Dialogs) -> None:
    window = looked.window
    window._commands()["project.close"]()
    assert window.desk is None
    assert not dialogs.said


def test_closing_asks_before_decisions_are_lost(looked: Review, dialogs: Dialogs, sample_path: Path) -> None:
    window = looked.window
    looked.pick(MARTINE)
    looked.key(Qt.Key.Key_Return)
    dialogs.choice = 1
    before = window.desk
    window._commands()["project.close"]()
    window.open(sample_path)
    assert not window.close()
    assert window.desk is before
    assert len(dialogs.said) == 3
    dialogs.choice = 0
    window._commands()["project.close"]()
    assert window.desk is None


def test_a_change_of_the_texts_is_told(looked: Review) -> None:
    page = looked.page
    looked.pick(MARTINE)
    looked.key(Qt.Key.Key_Return)
    mending.retype(looked.desk, interview_id=1, start=4, end=8, words="Vous tous")
    assert not page.sitting.fresh
    assert not page.bar.isHidden()
    assert not page.apply.isEnabled()
    page.bar.again.click()
    assert page.bar.isHidden()
    assert page.apply.isEnabled()
    assert looked.state[MARTINE][2]


def test_a_project_open_to_read_is_looked_at_and_not_decided(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "search", lambda path, *_others: found(path))
    held = projects.open_writer(project(tmp_path))
    window.open(held.store.path)
    window.show_page("corpus")
    looked = Review(window, shown(window), qtbot)
    looked.page.sitting.look()
    looked.pick(MARTINE)
    looked.key(Qt.Key.Key_Return)
    looked.key(Qt.Key.Key_F2)
    looked.qtbot.keyClicks(looked.page.table, "Z")
    assert looked.page.table.findChild(QLineEdit) is None
    assert not looked.state[MARTINE][2]
    assert not looked.page.apply.isEnabled()
    looked.key(Qt.Key.Key_Down, CTRL)
    assert looked.current != MARTINE
    held.store.close()


def test_a_search_under_way_can_be_stopped(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_path: Path, told: Any, cancelled: Callable[[], bool], _read: Any) -> search.Found:
        told(1, 2, "")
        while not cancelled():
            time.sleep(0.01)
        raise Cancelled("Stopped.")

    monkeypatch.setattr(search, "search", endless)
    writer = projects.open_writer(project(tmp_path))
    desk = Desk(writer.store, Tasks())
    page = PseudonymsPage(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(page)
    page.show()
    page.sitting.look()
    qtbot.waitUntil(lambda: page.bar.progress.maximum() == 2)
    done: list[int] = []
    desk.tasks.read(lambda: 1, done.append)  # exports and long reads do not wait for it
    qtbot.waitUntil(lambda: done == [1])
    page.bar.stop.click()
    qtbot.waitUntil(lambda: not page.sitting.looking)
    assert not page.sitting.found
    assert page.sitting.error is None
    page.sitting.look()
    desk.closing.emit()  # closing the project ends it too
    desk.tasks.close()
    writer.store.close()


def test_missed_words_are_found_while_the_window_lives_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "search", lambda path, *_rest: found(path))
    writer = projects.open_writer(project(tmp_path))
    desk = Desk(writer.store, Tasks())
    page = PseudonymsPage(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(page)
    page.show()
    page.sitting.look()
    qtbot.waitUntil(lambda: page.sitting.fresh)
    page.field.setText("karim")
    page.add()
    dialog = page.findChild(AddDialog)
    assert dialog is not None
    assert dialog._words.selectedText() == "karim"
    dialog._words.setText("jeudi")
    dialog.accept()
    qtbot.waitUntil(lambda: page.table.current is not None and page.table.current.identity.name == "jeudi")
    desk.closing.emit()
    desk.tasks.close()
    writer.store.close()

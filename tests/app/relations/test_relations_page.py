# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations in the window: pairs that meet, groups side by side, contradictory codes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.relations import together
from app.relations.asked import NEARS, found_again
from app.relations.mark_dialog import MarkDialog
from app.relations.page import COMPARED, SIDES, TOGETHER, RelationsPage
from app.settings import Settings
from app.widgets.words import codes_counted
from app.workspaces.transversal import TransversalWorkspace
from coding import contradictions
from tests.app.conftest import Dialogs
from tests.app.workspaces.pages import CODES, GROUP


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settings: Settings) -> Iterator[RelationsPage]:
    made = RelationsPage(desk, settings)
    qtbot.addWidget(made)
    made.resize(1208, 658)
    made.show()
    made.activate()
    yield made
    made.hide()


def _id(desk: Desk, path: str) -> int:
    found = desk.codebook.find(path.split(" > "))
    assert found is not None
    return found.id


def _pairs(page: RelationsPage) -> list[tuple[str, ...]]:
    model = page.together.list.pairs
    return [tuple(model.index(row, column).data() for column in range(4)) for row in range(model.rowCount())]


def _mark(desk: Desk, one: str, other: str) -> None:
    from app.acts import relations as acts

    acts.mark(desk, one_id=_id(desk, one), other_id=_id(desk, other))


def _dialog(page: RelationsPage) -> MarkDialog:
    (dialog,) = page.findChildren(MarkDialog)
    return dialog


# ---- co-occurrence


def test_the_largest_group_is_read_and_the_definition_chosen(page: RelationsPage) -> None:
    assert page.asked is not None and page.asked.group == GROUP
    assert _pairs(page) == [("Secret", "Cadre", "1/8", "1")]
    page.together.near.pick("turn")
    assert _pairs(page) == [("Crainte", "Secret", "7/8", "7"), ("Crainte", "Cadre", "1/8", "1"),
                            ("Secret", "Cadre", "1/8", "1")]
    page.together.level.pick("themes")
    assert _pairs(page) == [("Réticences", "Statut", "1/8", "2")]
    page.group_pill.pick(None)
    assert _pairs(page)[0][2] == "1/10"


def test_a_theme_and_a_sort(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    page.together.near.pick("turn")
    page.theme_pill.pick(_id(desk, "Statut"))
    assert {row[1] for row in _pairs(page)} == {"Cadre"}
    page.theme_pill.pick(None)
    page.together.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in _pairs(page)] == ["Secret", "Crainte", "Crainte"]
    page.together.list.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert _pairs(page)[0][2] == "7/8"


def test_a_pair_opens_both_quotes_which_lead_to_the_transcript(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    page.together.near.pick("turn")
    page.together.pick(_id(desk, CODES[0]), _id(desk, CODES[1]))
    panel = page.together.panel
    qtbot.waitUntil(lambda: panel.list.found.rowCount() == 7)
    first = panel.list.found.meetings[0]
    assert (first.one.quote.printed, first.other.quote.printed) == ("On avait peur.", "On se taisait.")
    assert first.one.after.startswith("On se taisait.") and first.other.before == "On avait peur."
    view, index = panel.list, panel.list.found.index(0, 0)
    with qtbot.waitSignal(desk.place_asked) as asked:
        view.clicked.emit(index)
    assert asked.args == [first.one.quote.interview_id, first.one.quote.start, first.one.quote.end]
    view.setCurrentIndex(index)
    with qtbot.waitSignal(desk.place_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args is not None and asked.args[1] == first.other.quote.start
    assert "On se taisait." in index.data()


def test_the_keyboard_goes_through_the_list_and_into_the_pair(page: RelationsPage, qtbot: QtBot) -> None:
    page.together.near.pick("turn")
    view = page.together.list
    view.setFocus()
    view.setCurrentIndex(view.pairs.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.together.panel.pair == view.pairs.pairs[1])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.together.panel.list.hasFocus() or QApplication.focusWidget() is None


def test_the_matrix_holds_the_same_pairs(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    page.together.near.pick("turn")
    page.together.look.pick("matrix")
    view = page.together.matrix
    assert view.isVisible() and not page.together.list.isVisible()
    assert [[view.matrix.index(row, column).data() for column in range(2)] for row in range(2)] == [
        ["7", ""], ["1", "1"]]
    assert not view.matrix.flags(view.matrix.index(0, 1)) & Qt.ItemFlag.ItemIsEnabled
    view.choose(_id(desk, CODES[0]), _id(desk, CODES[2]))
    qtbot.waitUntil(lambda: page.together.panel.pair is not None
                    and page.together.panel.pair.other_id == _id(desk, CODES[2]))
    assert view.grab().width() > 0


def test_nothing_meets(page: RelationsPage) -> None:
    page.group_pill.pick(next(choice.key for choice in page.group_pill._choices if choice.key not in (None, 1)))
    assert page.together.empty.isVisible() and page.together.panel.pair is None
    page.together.near.pick("turn")
    assert not page.together.empty.isVisible()


def test_only_a_looser_definition_is_proposed() -> None:
    proposed = [together.looser(near) for near in ("passage", "overlap", "turn", NEARS[-1])]
    assert len(set(proposed)) == 4 and not proposed[-1]


def test_what_counts_as_near_comes_back_with_the_project(page: RelationsPage, desk: Desk, settings: Settings,
                                                         qtbot: QtBot) -> None:
    page.together.near.pick(2)
    page.together.level.pick("below")
    page.together.look.pick("matrix")
    again = RelationsPage(desk, settings)
    qtbot.addWidget(again)
    assert again.together.choice == (2, "below") and again.together.look.current == "matrix"
    for place in (None, ["turn"], {"near": True, "level": 3, "look": ["matrix"]}):
        assert found_again(place) == ("overlap", "codes", "list"), "settings of another make are forgotten"


def test_new_codings_are_counted(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    from app.acts import passages as acts

    passage = desk.read_now(lambda session: page.together._found and int(page.together._found.spans.ids[0]))
    assert passage
    with qtbot.waitSignal(desk.changed):
        acts.uncode(desk, passage_id=passage, code_id=_id(desk, CODES[0]))
    page.together.near.pick("turn")
    qtbot.waitUntil(lambda: _pairs(page)[0] == ("Crainte", "Secret", "6/8", "6"))
    desk.undo()
    qtbot.waitUntil(lambda: _pairs(page)[0] == ("Crainte", "Secret", "7/8", "7"))


# ---- attributes and groups


def test_groups_side_by_side(page: RelationsPage) -> None:
    page.segments.pick(COMPARED)
    table = page.compared.table.compared
    assert [(column.title, len(column.interview_ids)) for column in table.columns] == [
        (GROUP, 8), ("Associations", 2)]
    assert [[table.index(row, column).data() for column in range(2)] for row in range(table.rowCount())] == [
        ["8/8", "2/2"], ["8/8", "2/2"], ["7/8", "2/2"], ["1/8", "0/2"], ["1/8", "0/2"]]
    assert not page.group_pill.isEnabled() and page.compared._few.isVisible()
    assert codes_counted(3) in page.status_text(), "themes are not codes, here as on the grid"
    page.compared.kept.pick("differs")
    assert [row.name for row in table.rows] == ["Statut", "Cadre"]
    page.compared.kept.pick("everywhere")
    assert [row.name for row in table.rows] == ["Réticences", "Crainte", "Secret"]


def test_by_an_attribute_of_a_group(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    page.segments.pick(COMPARED)
    page.compared.by.pick("Métier")
    assert page.group_pill.isEnabled()
    view = page.compared.table
    view.setCurrentIndex(view.compared.locate(_id(desk, CODES[1]), "soignant"))
    panel = page.compared.panel
    qtbot.waitUntil(lambda: panel.list.quotes.rowCount() > 0)
    assert view.currentIndex().data() == "3/4"
    assert "Entretien 4" in panel.holding.text() and "Entretien 2" in panel.others.text()
    assert view.grab().width() > 0
    page.group_pill.pick(None)
    assert view.compared.columns[0].interview_ids and len(view.compared.columns[1].interview_ids) == 5
    assert view.currentIndex().data() == "4/5"


def test_no_code_is_like_that(page: RelationsPage) -> None:
    page.segments.pick(COMPARED)
    page.compared.by.pick("Métier")
    page.compared.kept.pick("one")
    assert [row.name for row in page.compared.table.compared.rows] == ["Statut", "Cadre"]
    page.theme_pill.pick(1)
    assert page.compared.empty.isVisible()


# ---- contradictions


def test_a_pair_is_marked_from_its_meetings(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.together.panel.pair is not None)
    page.together.panel.mark.setFocus()
    page.together.panel.mark.click()
    dialog = _dialog(page)
    assert dialog.pair == (_id(desk, CODES[1]), _id(desk, CODES[2]))
    dialog.note.setPlainText("se taire, ou cadrer")
    dialog.take.click()
    assert page.together.list.pairs.is_marked(page.together.list.pairs.pairs[0])
    assert not page.together.panel.mark.isEnabled()
    assert page.focusWidget() is page.together.panel.list
    page.segments.pick(SIDES)
    across = page.sides.table.horizontalHeader()
    assert across is not None
    assert all(across.sectionSize(column) >= across.sectionSizeHint(column) for column in range(across.count()))
    (reading,) = page.sides.table.sides.readings
    assert [len(side) for side in (reading.only_one, reading.only_other, reading.both, reading.neither)] == [6, 0, 1, 1]
    assert reading.note == "se taire, ou cadrer"
    qtbot.waitUntil(lambda: page.sides.panel.reading is not None)
    assert "Entretien 4" in page.sides.panel.sides[2].text()
    desk.undo()
    qtbot.waitUntil(lambda: not page.sides.table.sides.readings)
    assert page.sides.empty.isVisible()


def test_a_pair_is_marked_by_naming_its_codes(page: RelationsPage, desk: Desk) -> None:
    page.segments.pick(SIDES)
    page.sides.tools.click()
    dialog = _dialog(page)
    assert not dialog.take.isEnabled()
    dialog.one.box.setEditText("Crainte")
    dialog.other.box.setEditText("Réticences")
    assert not dialog.take.isEnabled() and dialog.said.text()
    dialog.other.box.setEditText("Nulle part")
    assert dialog.pair is None and not dialog.take.isEnabled()
    dialog.other.box.setEditText("Statut > Cadre")
    dialog.take.click()
    (reading,) = page.sides.table.sides.readings
    assert {reading.one_id, reading.other_id} == {_id(desk, CODES[0]), _id(desk, CODES[2])}
    assert len(desk.codebook.nodes) == 5


def test_the_note_is_kept_and_the_pair_unmarked(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    page.segments.pick(SIDES)
    _mark(desk, CODES[0], CODES[2])
    qtbot.waitUntil(lambda: page.sides.panel.reading is not None)
    panel = page.sides.panel
    assert panel.list.quotes.rowCount() == 1
    panel.note.setPlainText("deux moments")
    page.settle()
    assert [reading.note for reading in desk.read_now(contradictions.readings)] == ["deux moments"]
    panel.remove.click()
    assert desk.read_now(contradictions.readings) == ()
    assert page.sides.empty.isVisible() and panel.reading is None
    desk.undo()
    desk.undo()
    qtbot.waitUntil(lambda: bool(page.sides.table.sides.readings))
    assert page.sides.table.sides.readings[0].note == ""


def test_the_arrows_go_from_pair_to_pair(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    page.segments.pick(SIDES)
    _mark(desk, CODES[0], CODES[2])
    _mark(desk, CODES[0], CODES[1])
    table = page.sides.table
    qtbot.waitUntil(lambda: table.sides.rowCount() == 2)
    table.setCurrentIndex(table.sides.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.sides.panel.reading == table.sides.readings[1])
    assert table.grab().width() > 0
    page.theme_pill.pick(_id(desk, "Statut"))
    assert [reading.other_id for reading in table.sides.readings] == [_id(desk, CODES[2])]


def test_a_code_that_goes_takes_its_pair(page: RelationsPage, desk: Desk, qtbot: QtBot) -> None:
    from app.acts import codes as acts

    page.segments.pick(SIDES)
    _mark(desk, CODES[0], CODES[2])
    qtbot.waitUntil(lambda: page.sides.panel.reading is not None)
    acts.remove(desk, code_id=_id(desk, CODES[2]))
    qtbot.waitUntil(lambda: not page.sides.table.sides.readings)
    assert page.sides.panel.reading is None


# ---- what leaves


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("place", [TOGETHER, COMPARED, SIDES])
def test_each_view_leaves_in_every_format(page: RelationsPage, desk: Desk, tmp_path: Path, dialogs: Dialogs,
                                          place: int) -> None:
    _mark(desk, CODES[0], CODES[2])
    page.segments.pick(place)
    formats = page._formats()
    assert [Path(chosen.name).suffix for chosen in formats] == [
        ".xlsx", ".csv", ".docx", *([".png", ".svg"] if place != SIDES else [])]
    for chosen in formats:
        path = tmp_path / f"out{Path(chosen.name).suffix}"
        dialogs.files = [path]
        page._exporter.run(chosen)
        assert path.stat().st_size > 100


def test_the_menus_reach_both_verbs(page: RelationsPage) -> None:
    assert set(page.commands()) == {"relations.export", "relations.mark"}
    page.commands()["relations.mark"]()
    assert _dialog(page).pair is None


def test_the_host_opens_it_for_its_verbs(qtbot: QtBot, desk: Desk, settings: Settings) -> None:
    host = TransversalWorkspace(desk, settings)
    qtbot.addWidget(host)
    host.resize(1208, 658)
    host.show()
    host.activate()
    host.commands()["relations.mark"]()
    assert isinstance(host.page, RelationsPage)
    assert _dialog(host.page).pair is None and host.status_text() and host.hints()


def test_a_window_that_only_reads_marks_nothing(qtbot: QtBot, desk: Desk, settings: Settings,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(desk, CODES[0], CODES[2])
    monkeypatch.setattr(Desk, "read_only", property(lambda _desk: True))
    page = RelationsPage(desk, settings)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    qtbot.waitUntil(lambda: page.together.panel.pair is not None)
    page.segments.pick(SIDES)
    assert not page.together.panel.mark.isEnabled() and not page.sides.tools.isEnabled()
    assert page.sides.panel.note.isReadOnly() and not page.sides.panel.remove.isEnabled()

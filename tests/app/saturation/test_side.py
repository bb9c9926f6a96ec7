# SPDX-License-Identifier: GPL-3.0-or-later
"""The side panel: thresholds, orders and interviews tried and kept; the recruitment asked for; an approach said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QWheelEvent
from PyQt6.QtWidgets import QApplication, QLineEdit, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app import theme
from app.acts import groups as group_acts
from app.acts import saturation as acts
from app.desk import Desk
from app.saturation.alternatives_table import MARK
from app.saturation.choices_page import ChoicesPage
from app.saturation.finding_page import FindingPage
from app.saturation.guest_grid import BROKEN
from app.saturation.other_choices import differing, glance
from app.saturation.reading import Asked, Reading, read, rejudged
from app.saturation.side import SidePanel
from app.widgets.notice import Notice
from coding import conventions, groups, left_out, order, verdicts
from coding.saturation import Parameters, analyse, orders_words
from models.interview import Interview
from tests import build
from tests.app.workspaces.pages import GROUP, REFUSED, SAID, desk_on, small
from tests.coding.saturation.tables import from_new, incidence


class Host:
    """A panel with what a workspace does for it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.asked, self.line, self.tried = desk, Asked(), 1, 0
        self.panel = SidePanel(desk)
        self.reading: Reading
        self.panel.asked.connect(self.ask)
        self.panel.tried.connect(self.judge)
        self.panel.chosen.connect(lambda chosen: acts.set_parameters(desk, **vars(chosen)))
        desk.changed.connect(lambda _change: self.show())

    def ask(self, asked: Asked) -> None:
        self.asked = asked
        self.show()

    def judge(self, parameters: Parameters) -> None:
        self.tried += 1
        self.reading = rejudged(self.reading, parameters)
        self._say()

    def show(self) -> None:
        self.reading = self.desk.read_now(lambda session: read(session, self.asked))
        self._say()

    def _say(self) -> None:
        self.panel.show_line(self.reading.lines[self.line], self.reading)

    def group(self, name: str) -> None:
        self.ask(Asked(next(row.id for row in self.reading.scope.groups if row.name == name)))

    @property
    def tone(self) -> str:
        return self.reading.lines[self.line].tone

    @property
    def finding(self) -> FindingPage:
        self.panel.show_page("finding")
        page: FindingPage = self.panel.page("finding")
        return page

    @property
    def choices(self) -> ChoicesPage:
        self.panel.show_page("choices")
        page: ChoicesPage = self.panel.page("choices")
        return page

    def notices(self) -> str:
        return " ".join(notice.text.text() for notice in self.finding.findChildren(Notice) if not notice.isHidden())


def _row(host: Host, at: int) -> QListWidgetItem:
    item = host.choices.interviews.list.item(at)
    assert item is not None
    return item


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    writer = small(tmp_path)
    build.interview(writer, "En cours", [("Paul", SAID[0])], groups=[GROUP], status="under_way",
                    day=date(2025, 2, 1))
    build.coded(writer, "En cours", SAID[0], "Réticences > Crainte")
    build.interview(writer, "Journal", [("Paul", SAID[0])], groups=[GROUP], kind="journal", day=date(2025, 2, 2))
    made = desk_on(writer)
    yield made
    made.store.close()


@pytest.fixture
def host(qtbot: QtBot, desk: Desk) -> Iterator[Host]:
    made = Host(desk)
    qtbot.addWidget(made.panel)
    made.panel.resize(316, 700)
    made.show()
    made.panel.show()
    yield made
    made.panel.hide()


def test_a_value_moved_changes_the_verdict_and_writes_nothing(host: Host, desk: Desk, qtbot: QtBot) -> None:
    before, tone = desk.read_now(verdicts.project_parameters), host.tone
    host.choices.form.boxes["base"].setValue(8)
    qtbot.waitUntil(lambda: host.tone == "quiet")
    assert tone != "quiet" and desk.read_now(verdicts.project_parameters) == before


def test_what_is_left_is_kept_once_and_taken_back(host: Host, desk: Desk) -> None:
    before = desk.read_now(verdicts.project_parameters)
    form, acts_before = host.choices.form, desk.writer.last
    for value in (5, 6, 8):
        form.boxes["base"].setValue(value)
    form.boxes["base"].editingFinished.emit()
    kept = desk.writer.last
    assert kept is not acts_before
    assert desk.read_now(verdicts.project_parameters) == replace(before, base=8)
    form.boxes["base"].editingFinished.emit()
    host.panel.settle()
    assert desk.writer.last is kept
    desk.undo()
    assert desk.read_now(verdicts.project_parameters) == before
    assert form.boxes["base"].value() == before.base


def test_undo_in_a_box_puts_back_what_is_tried_then_is_the_projects(host: Host, desk: Desk, qtbot: QtBot) -> None:
    form, before = host.choices.form, desk.read_now(verdicts.project_parameters)
    box = form.boxes["base"]
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "8")
    form.keep()
    assert desk.read_now(verdicts.project_parameters) == replace(before, base=8)
    box.selectAll()
    qtbot.keyClicks(box, "9")
    assert _undo_in(box) and box.value() == 8 and form.written() == replace(before, base=8)
    assert not _undo_in(box) and box.value() == 8  # the menu takes it, and undoes the act
    desk.undo()
    assert box.value() == before.base


def _undo_in(box: QWidget) -> bool:
    """Whether the box takes Ctrl+Z to itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(box, event)
    return event.isAccepted()


def test_a_pause_keeps(host: Host, desk: Desk, qtbot: QtBot) -> None:
    form = host.choices.form
    form._pause.setInterval(10)
    form.boxes["coverage_min"].setValue(90)
    qtbot.waitUntil(lambda: desk.read_now(verdicts.project_parameters).coverage_min == pytest.approx(0.9))


def test_a_share_that_no_whole_percent_says_stays_exact(host: Host, desk: Desk) -> None:
    host.choices.form.boxes["run"].setValue(3)
    host.panel.settle()
    assert desk.read_now(verdicts.project_parameters) == Parameters(run=3)
    host.choices.form._fill_usual()
    assert desk.read_now(verdicts.project_parameters) == Parameters()


def test_the_wheel_moves_the_page_and_no_value(host: Host, qtbot: QtBot) -> None:
    box = host.choices.form.boxes["tail"]
    host.choices.form.boxes["base"].setFocus()
    before = box.value()
    wheel = QWheelEvent(QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, 120),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(box, wheel)
    assert box.value() == before and wheel.type() == QEvent.Type.Wheel


def test_a_click_into_a_number_takes_it_whole(host: Host, qtbot: QtBot) -> None:
    box = host.choices.form.boxes["base"]
    host.choices.form.boxes["tail"].setFocus()
    field = box.findChild(QLineEdit)
    assert field is not None
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    box.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(field.hasSelectedText)
    qtbot.keyClicks(box, "3")
    assert box.value() == 3


def test_another_order_is_a_trial_and_one_click_goes_back(host: Host, desk: Desk) -> None:
    part, names = host.choices.order, host.reading.lines[0].block.names
    part.combo.setCurrentIndex(part.combo.findData("random"))
    part.combo.activated.emit(part.combo.currentIndex())
    assert host.asked.order == "random" and host.panel.trial.isVisible()
    first = host.reading.lines[0].block.names
    part._again.click()
    assert host.asked.seed == 2
    assert sorted(first) == sorted(names) and host.reading.lines[0].block.names != first
    assert host.finding.isVisible() and host.panel.trial.isVisible()
    host.panel.trial.ended.emit()
    assert host.reading.lines[0].block.names == names and not host.panel.trial.isVisible()
    assert desk.read_now(order.chosen) == "date"


def test_another_order_becomes_the_recorded_one(host: Host, desk: Desk) -> None:
    part = host.choices.order
    part.combo.setCurrentIndex(part.combo.findData("manual"))
    part.combo.activated.emit(part.combo.currentIndex())
    assert host.asked.order == "manual" and desk.read_now(order.chosen) == "date"
    part.record.click()
    assert desk.read_now(order.chosen) == "manual" and not host.panel.trial.isVisible()
    assert host.reading.analysis.order_basis == "manual"
    desk.undo()
    assert desk.read_now(order.chosen) == "date"


def test_why_an_interview_is_not_counted_stands_beside_it(host: Host) -> None:
    shown = {item.text().split("\n")[0]: item for item in (_row(host, at) for at in range(10))}
    ticked = Qt.ItemFlag.ItemIsUserCheckable
    assert shown["Entretien 1"].checkState() == Qt.CheckState.Checked and shown["Entretien 1"].flags() & ticked
    for title in ("En cours", "Journal"):
        assert "\n" in shown[title].text() and not shown[title].flags() & ticked


def test_an_interview_is_tried_out_then_left_out_for_a_reason(host: Host, desk: Desk, qtbot: QtBot) -> None:
    part, group = host.choices.interviews, host.reading.group
    assert group is not None
    _row(host, 3).setCheckState(Qt.CheckState.Unchecked)
    assert host.reading.lines[0].block.interviews == 7 and host.panel.trial.isVisible()
    assert desk.read_now(lambda s: left_out.rows(s, group.id)) == ()
    assert part.reason.isVisible() and not part.keep.isEnabled()
    qtbot.waitUntil(lambda: not part.keep.visibleRegion().isEmpty())
    part.reason.setText("Hors du champ.")
    part.keep.click()
    rows = desk.read_now(lambda s: left_out.rows(s, group.id))
    assert [(row.title, row.reason) for row in rows] == [("Entretien 4", "Hors du champ.")]
    assert not host.panel.trial.isVisible() and not part.reason.isVisible()
    qtbot.waitUntil(lambda: "Hors du champ." in host.notices() and "Entretien 4" in host.notices())
    assert "Hors du champ." in _row(host, 3).text()
    desk.undo()
    assert host.reading.lines[0].block.interviews == 8


def test_what_is_left_out_is_put_back_in_a_standing_order_only(host: Host) -> None:
    _row(host, 3).setCheckState(Qt.CheckState.Unchecked)
    standing: tuple[tuple[verdicts.Order, bool], ...] = (("recorded", True), ("random", False))
    for order_asked, told in standing:
        host.ask(replace(host.asked, order=order_asked))
        others = host.choices.others._others
        assert others is not None and (others.restored is not None) is told


def test_an_interview_left_out_is_counted_again(host: Host, desk: Desk) -> None:
    group = host.reading.group
    assert group is not None
    key = desk.read_now(lambda s: s.scalars(select(Interview.id).where(Interview.title == "Entretien 2")).one())
    acts.leave_out(desk, group_id=group.id, group=group.name, interview_id=key, title="Entretien 2", reason="Essai.")
    assert _row(host, 1).checkState() == Qt.CheckState.Unchecked
    _row(host, 1).setCheckState(Qt.CheckState.Checked)
    assert desk.read_now(lambda s: left_out.rows(s, group.id)) == ()
    assert host.reading.lines[0].block.interviews == 8


def test_thinking_again_leaves_everything_as_it_was(host: Host, desk: Desk) -> None:
    part, last = host.choices.interviews, desk.writer.last
    _row(host, 0).setCheckState(Qt.CheckState.Unchecked)
    part._cancel()
    assert _row(host, 0).checkState() == Qt.CheckState.Checked
    assert desk.writer.last is last and not host.panel.trial.isVisible()


def test_other_choices_tell_which_change_the_status(host: Host) -> None:
    page = host.choices
    others = page.others._others
    assert others is not None
    changed, total = differing(others)
    table = page.others.table
    cells = [table.item(row, column) for row in range(table.rowCount()) for column in range(1, table.columnCount())]
    assert len([cell for cell in cells if cell is not None]) == len(others.alternatives)
    assert all(cell.data(Qt.ItemDataRole.AccessibleTextRole) for cell in cells if cell is not None)
    assert 0 < changed < total
    assert str(changed) in glance(host.reading.lines[1], others) and str(total) in glance(host.reading.lines[1], others)
    assert sum(others.orders.values()) == pytest.approx(1)


def test_no_value_of_the_table_touches_the_next(host: Host) -> None:
    table = host.choices.others.table
    words = QFontMetrics(theme.ui_font(12, QFont.Weight.DemiBold))
    cells = [(column, item) for row in range(table.rowCount()) for column in range(1, table.columnCount())
             if (item := table.item(row, column)) is not None]
    assert cells and sum(map(table.columnWidth, range(table.columnCount()))) <= table.width()
    for column, item in cells:
        assert words.horizontalAdvance(item.text()) + MARK + 4 <= table.columnWidth(column), item.text()


def test_guests_rule_over_other_orders_stands_under_its_grid(host: Host) -> None:
    page, others = host.choices, host.choices.others._others
    assert others is not None and others.guest is not None
    assert page.guest_orders.text() == orders_words(others.guest) and page.guest_orders.isVisible()
    host.choices.form.boxes["base"].setValue(8)  # the group has eight interviews: no run is left
    host.judge(Parameters(base=8))
    assert page.guest_orders.isHidden()


def test_a_rule_broken_later_is_marked_in_the_grid(host: Host) -> None:
    grid = host.choices.guest
    assert BROKEN not in grid.text()
    block = analyse(incidence(from_new([3, 1, 0, 0, 0, 0, 1, 0])), frame_required=False).overall
    grid.show_block(block)
    assert f"4+2{BROKEN}" in grid.text()


def test_a_value_of_the_table_is_tried_by_a_click(host: Host, desk: Desk) -> None:
    page = host.choices
    table = page.others.table
    cell = next(item for row in range(table.rowCount()) for column in range(1, table.columnCount())
                if (item := table.item(row, column)) is not None
                and item.data(Qt.ItemDataRole.UserRole)[0].value == (6, 3))
    table.itemClicked.emit(cell)
    assert (page.form.boxes["base"].value(), page.form.boxes["run"].value()) == (6, 3)
    page.settle()
    assert desk.read_now(verdicts.project_parameters) == Parameters(base=6, run=3)


def test_a_value_of_the_table_is_tried_from_the_keyboard(host: Host, qtbot: QtBot) -> None:
    page = host.choices
    table = page.others.table
    place = next((row, column) for row in range(table.rowCount()) for column in range(1, table.columnCount())
                 if (item := table.item(row, column)) is not None
                 and item.data(Qt.ItemDataRole.UserRole)[0].value == (5, 1))
    table.setFocus()
    table.setCurrentCell(*place)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (host.reading.analysis.parameters.base, host.reading.analysis.parameters.run) == (5, 1))
    assert (table.currentRow(), table.currentColumn()) == place


def test_recruitment_recorded_in_place_turns_a_refusal_into_a_status(host: Host, desk: Desk) -> None:
    group = host.reading.group
    assert group is not None
    group_acts.set_frame(desk, group_id=group.id, name=group.name, frame_known="no")
    ask = host.finding.frame
    assert host.tone == "refused" and ask.isVisible() and not ask.record.isEnabled()
    form = ask.form
    form.known.setCurrentIndex(form.known.findData("yes"))
    form.counts["silent"].setValue(1)
    form.counts["invited"].setValue(9)
    form.justification.setPlainText("Un congé.")
    last = desk.writer.last
    assert ask.record.isEnabled() and desk.writer.last is last
    host.show()
    assert form.counts["silent"].value() == 1  # what is being written outlives a reading
    ask.record.click()
    assert host.tone != "refused" and not host.finding.frame.isVisible()
    desk.undo()
    assert host.tone == "refused" and host.finding.frame.isVisible()
    frame = next(row for row in desk.read_now(groups.listed) if row.name == GROUP).frame
    assert frame is not None and frame.frame_known == "no"


def test_a_recruitment_begun_is_not_lost_by_leaving(host: Host, desk: Desk) -> None:
    group = host.reading.group
    assert group is not None
    group_acts.set_frame(desk, group_id=group.id, name=group.name, frame_known="no")
    host.finding.frame.form.justification.setPlainText("Aucune liste.")
    host.group(REFUSED)
    frame = next(row for row in desk.read_now(groups.listed) if row.name == GROUP).frame
    assert frame is not None and frame.justification == "Aucune liste."
    host.group(GROUP)
    host.finding.frame.form.unit.setText("structure")
    host.panel.settle()
    frame = next(row for row in desk.read_now(groups.listed) if row.name == GROUP).frame
    assert frame is not None and frame.unit == "structure"


def test_a_group_that_is_gone_takes_what_was_written_of_it(host: Host, desk: Desk) -> None:
    host.ask(Asked(None))
    host.finding.group.create_group("Tous")
    host.finding.frame.form.unit.setText("structure")
    desk.undo()
    assert host.reading.group is None and not host.finding.frame.isVisible()
    host.panel.settle()
    assert {row.name for row in desk.read_now(groups.listed)} == {GROUP, REFUSED}


def test_too_many_missing_is_not_for_a_form_to_mend(host: Host, qtbot: QtBot) -> None:
    host.group(REFUSED)
    assert host.tone == "refused" and not host.finding.frame.isVisible()
    qtbot.waitUntil(lambda: REFUSED in host.notices())


def test_the_whole_corpus_asks_for_a_group(host: Host, desk: Desk) -> None:
    host.ask(Asked(None))
    part = host.finding.group
    assert part.isVisible() and not host.finding.frame.isVisible()
    part.create_group("Tous")
    assert host.reading.group is not None and host.reading.group.name == "Tous"
    assert host.reading.group.interviews == 12
    assert host.finding.frame.isVisible() and not part.isVisible()
    desk.undo()
    assert all(row.name != "Tous" for row in desk.read_now(groups.listed))


def test_an_approach_that_rejects_the_criterion_is_said(host: Host, desk: Desk, qtbot: QtBot) -> None:
    assert "Malterud" not in host.notices()
    host.choices.reflexive.click()
    assert desk.read_now(conventions.is_reflexive)
    qtbot.waitUntil(lambda: "Malterud" in host.notices() and "Braun" in host.notices())
    desk.undo()
    assert "Malterud" not in host.notices() and not host.choices.reflexive.isChecked()


def test_pages_are_made_when_they_are_shown(qtbot: QtBot, desk: Desk) -> None:
    panel = SidePanel(desk)
    qtbot.addWidget(panel)
    assert set(panel._made) == {"finding"}

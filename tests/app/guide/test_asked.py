# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions found, looked through and taken in; who was asked what, by the guide or by hand."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QPushButton

from app.guide.follow_dialog import FollowDialog
from app.guide.page import CHECK, PUT, THEMES
from app.guide.proposal_model import QUESTION, WORDS
from coding import scope
from coding.guides import matching
from coding.guides.match import Match, Proposal
from tests.app.conftest import Dialogs
from tests.app.guide.conftest import Guided


def found(guided: Guided) -> Proposal:
    """Two sure matches and one to check."""
    first, _prompt, team, _support = (row.id for row in guided.guide.questions)
    return Proposal((
        Match(guided.interview("Paul"), guided.turn("Paul", 1), 1, first, 0.92, "Comment es-tu arrivé là ?"),
        Match(guided.interview("Paul"), guided.turn("Paul", 3), 3, team, 0.88, "L’équipe, elle a réagi comment ?"),
        Match(guided.interview("Inès"), guided.turn("Inès", 1), 1, first, 0.6, "Comment es-tu arrivé là ?", sure=False),
    ))


@pytest.fixture
def proposed(guided: Guided, monkeypatch: pytest.MonkeyPatch) -> Guided:
    """All followed the guide; three matches are to be looked through."""
    guided.follow()
    proposal = found(guided)
    monkeypatch.setattr(matching, "propose", lambda *_arguments: proposal)
    guided.page.commands()["guide.find"]()
    return guided


def shown(guided: Guided, title: str | None, place: int = 0) -> str:
    """What the matrix of questions shows of one of them."""
    return str(guided.cell(guided.guide.questions[place].id, title).data())


def test_who_followed_is_asked_before_anything_is_looked_for(
    guided: Guided, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def propose(_path: object, guide_id: int, *_more: object) -> Proposal:
        asked.append(guide_id)
        return Proposal(())

    monkeypatch.setattr(matching, "propose", propose)
    guided.page.find_button.click()
    dialog = guided.dialog(FollowDialog)
    assert len(dialog.ticks.ticked) == dialog.ticks.list.count()  # they followed no other guide
    dialog.ticks.tick(())
    assert not dialog.take.isEnabled()
    dialog.ticks.tick([guided.interview("Nora")])
    dialog.accept()
    assert guided.guide.interviews == (guided.interview("Nora"),)
    assert asked == [guided.guide.id]


def test_matches_are_looked_through_then_taken_in_one_act(proposed: Guided) -> None:
    page, model = proposed.page.proposal, proposed.page.proposal.model
    assert proposed.page.views.checkedId() == CHECK
    assert (model.rowCount(), len(model.ticked)) == (3, 2)
    page.show_pill.pick("unsure")
    assert [model.index(row, WORDS).data() for row in range(model.rowCount())] == ["Comment es-tu arrivé là ?"]
    proposed.qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert len(model.ticked) == 3
    page.show_pill.pick("all")
    page.question_pill.pick(proposed.guide.questions[2].id)
    assert model.rowCount() == 1
    page.table.selectRow(0)
    proposed.qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert len(model.ticked) == 2
    proposed.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert proposed.places[-1][0] == proposed.interview("Paul")
    page.take.click()
    assert proposed.page.views.checkedId() == PUT
    assert "2" in proposed.page.told.text
    assert QApplication.focusWidget() is proposed.page.put.matrix
    assert (shown(proposed, "Paul"), shown(proposed, "Inès"), shown(proposed, "Nora")) == ("1", "1", "")
    assert (shown(proposed, None), shown(proposed, None, 2)) == ("2/2", "0/2")
    proposed.desk.undo()
    assert shown(proposed, "Paul") == ""


def test_the_box_of_a_match_is_clicked_and_none_may_be_taken(proposed: Guided, dialogs: Dialogs) -> None:
    model = proposed.page.proposal.model
    index = model.index(0, QUESTION)
    assert model.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not model.is_ticked(0)
    proposed.page.proposal.dropped.emit()
    assert len(dialogs.said) == 1
    assert not model.matches
    assert proposed.page.views.checkedId() == PUT


def test_a_cell_shows_its_turns_and_marks_them_by_hand(proposed: Guided) -> None:
    proposed.page.proposal.take.click()
    view, panel = proposed.page.put.matrix, proposed.page.put.panel
    first = proposed.guide.questions[0].id
    view.choose(proposed.cell(first, "Paul"))
    assert [panel.list.item(n).text() for n in range(panel.list.count())]  # type: ignore[union-attr]
    proposed.qtbot.keyClick(view, Qt.Key.Key_Return)
    proposed.qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    turn = proposed.places[-1]
    assert (turn[0], turn[2] - turn[1]) == (proposed.interview("Paul"), len("Comment es-tu arrivé là ?"))
    view.choose(proposed.cell(first, "Nora"))
    assert panel.list.count() == 0
    panel.every.setChecked(True)
    item = panel.list.item(0)
    assert item is not None
    panel.list.setCurrentItem(item)
    proposed.qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert shown(proposed, "Nora") == "1"
    assert view.current() == (first, proposed.interview("Nora"))
    proposed.desk.undo()
    assert shown(proposed, "Nora") == ""


def test_never_put_to_is_told_and_leads_to_the_cell(proposed: Guided) -> None:
    proposed.page.proposal.model.tick(range(3), True)
    proposed.page.proposal.take.click()
    view, panel = proposed.page.put.matrix, proposed.page.put.panel
    team = proposed.guide.questions[2].id
    view.lines.sectionClicked.emit(proposed.cell(team, None).row())
    assert [panel.list.item(n).text() for n in range(panel.list.count())] == ["Inès"]  # type: ignore[union-attr]
    proposed.qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert view.current() == (team, proposed.interview("Inès"))
    model = view.matrix
    view.choose(model.index(model.rowCount() - 1, proposed.cell(team, "Inès").column()))
    assert panel.title.text() == "Inès"
    missed = [panel.list.item(n).text() for n in range(panel.list.count())]  # type: ignore[union-attr]
    assert missed == [proposed.guide.questions[2].text, proposed.guide.questions[3].text]


def test_themes_follow_from_the_guide_and_are_said_by_hand(proposed: Guided) -> None:
    proposed.page.proposal.model.tick(range(3), True)
    proposed.page.proposal.take.click()
    proposed.page.show_view(THEMES)
    view, panel = proposed.page.themes.matrix, proposed.page.themes.panel
    theme, paul, ines = proposed.desk.codebook.themes[0].id, proposed.interview("Paul"), proposed.interview("Inès")
    place = view.matrix.place

    def known() -> dict[tuple[int, int], bool]:
        return proposed.desk.read_now(scope.asked)

    assert known() == {(theme, paul): True, (theme, ines): False}
    assert [place(theme, key).data() for key in (paul, ines, proposed.interview("Nora"))] == ["✓", "–", ""]
    view.choose(place(theme, ines))
    assert panel.list.count() == 0
    assert panel.state.text() == "Thème non posé."
    proposed.qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert known()[theme, ines]
    cell = view.matrix.cell(0, place(theme, ines).column())
    assert cell is not None
    assert cell.by_hand
    view.selectAll()
    proposed.qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert set(known().values()) == {False}
    assert len(known()) == 3
    proposed.desk.undo()
    view.choose(place(theme, ines))
    left = next(button for button in panel.findChildren(QPushButton) if button.objectName() == "unknown")
    left.click()
    assert known() == {(theme, paul): True, (theme, ines): False}


def test_a_second_click_changes_a_theme(guided: Guided) -> None:
    guided.page.show_view(THEMES)
    view = guided.page.themes.matrix
    theme, nora = guided.desk.codebook.themes[0].id, guided.interview("Nora")
    spot = view.visualRect(view.matrix.place(theme, nora)).center()
    states = []
    for _click in range(4):
        guided.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        states.append(view.matrix.place(theme, nora).data())
    assert states == ["", "✓", "–", ""]


def test_themes_are_said_without_any_guide(bare: Guided) -> None:
    bare.page.show_view(THEMES)
    view = bare.page.themes.matrix
    assert view.isVisible()
    view.choose(view.matrix.place(bare.desk.codebook.themes[0].id, bare.interview("Paul")))
    bare.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert list(bare.desk.read_now(scope.asked).values()) == [True]


def test_what_may_only_be_read_is_not_said(locked: Guided) -> None:
    locked.page.show_view(THEMES)
    view = locked.page.themes.matrix
    view.choose(view.matrix.index(0, 0))
    locked.qtbot.keyClick(view, Qt.Key.Key_Space)
    locked.qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert locked.desk.read_now(scope.asked) == {}
    assert not any(button.isEnabled() for button in locked.page.themes.panel.group.buttons())
    assert locked.page.hints() == "F1 aide"

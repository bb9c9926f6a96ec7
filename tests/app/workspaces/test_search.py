# SPDX-License-Identifier: GPL-3.0-or-later
"""The Search page: found, read in lines, sorted, opened, coded, taken out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.coder.palette.ranking import Found
from app.search.model import FOUND, LEFT, RIGHT, TICK
from app.search.page import SearchPage
from app.window import MainWindow
from app.workspaces.search import SearchWorkspace
from coding import elsewhere
from coding.elsewhere import Cancelled
from coding.fold import fold
from coding.searching import leaving, lemma_forms
from coding.searching.places import Place
from models.passage import Coding, Passage
from tests.app.conftest import Dialogs


@pytest.fixture
def workspace(opened: MainWindow) -> SearchWorkspace:
    """Search, on the sample."""
    opened.show_page("search")
    page = opened.pages.page if opened.pages else None
    assert isinstance(page, SearchWorkspace)
    return page


@pytest.fixture
def page(workspace: SearchWorkspace) -> SearchPage:
    """Its first page."""
    return workspace.searching


def text(page: SearchPage, row: int, column: int) -> str:
    return str(page.model.index(row, column).data() or "")


def test_words_are_found_whatever_the_accents_and_a_line_opens_its_place(page: SearchPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.line, "reunion")
    qtbot.waitUntil(lambda: page.model.rowCount() > 5)
    hit = page.model.hit(page.model.index(0, 0))
    assert hit is not None and hit.found.casefold() == "réunion"
    assert hit.found in str(page.model.index(0, FOUND).data(Qt.ItemDataRole.AccessibleTextRole))
    assert page.status_text() == page.found.text() != ""
    with qtbot.waitSignal(page.desk.place_asked) as asked:
        qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert asked.args == [hit.interview_id, hit.start, hit.end]


def test_down_goes_into_the_lines_space_ticks_and_enter_opens(page: SearchPage, qtbot: QtBot) -> None:
    page.look_for("équipe")
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 0
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.chosen() == [page.model.found[0]]
    assert page.model.index(0, TICK).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    with qtbot.waitSignal(page.desk.place_asked) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == [page.model.found[0].turn.interview_id, page.model.found[0].start, page.model.found[0].end]
    assert not page.grab().isNull()


def test_nothing_and_nothing_found_are_said(page: SearchPage) -> None:
    page.look_for("zzzz")
    assert page.model.rowCount() == 0 and page.found.text()
    assert page._stack.currentWidget() is page._empty
    page.look_for("")
    assert page.found.text() == "" and page._stack.currentWidget() is page._empty


def test_lines_are_sorted_by_their_neighbours_and_keep_their_ticks(page: SearchPage) -> None:
    page.look_for("équipe")
    page.model.tick(2)
    ticked = page.chosen()
    page.list.sorted_by.emit("right")
    after = [fold(text(page, row, RIGHT)) for row in range(20)]
    first = [words.split()[0] for words in after if words[:1].isalpha()]
    assert first and first == sorted(first) and page.choices.order.current == "right"
    page.list.sorted_by.emit("left")
    assert text(page, 0, LEFT) and page.chosen() == ticked
    page.list.sorted_by.emit("corpus")
    assert page.model.place(page.model.index(2, 0)) == ticked[0]


def test_who_speaks_and_the_group_narrow_what_is_found(page: SearchPage) -> None:
    page.look_for("équipe")
    everyone = len(page.model.found)
    page.choices.voice.pick("answers")
    answers = len(page.model.found)
    page.choices.voice.pick("asks")
    assert 0 < answers < everyone and answers + len(page.model.found) == everyone
    page.choices.voice.pick(None)
    key = next(action.data() for action in page.choices.group._menu.actions() if isinstance(action.data(), int))
    page.choices.group.pick(key)
    assert 0 < len(page.model.found) < everyone
    page.choices.group.pick(next(action.data() for action in page.choices.group._menu.actions()
                                 if isinstance(action.data(), tuple)))
    assert len({place.turn.interview_id for place in page.model.found}) == 1


def test_turns_are_listed_with_how_often_the_words_are_said(page: SearchPage, qtbot: QtBot) -> None:
    page.look_for("équipe")
    places = len(page.model.found)
    page.choices.look.pick("turns")
    assert page.model.rowCount() == len({place.turn.id for place in page.model.found}) <= places
    page.turns.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.turns, Qt.Key.Key_Space)
    assert {place.turn.id for place in page.chosen()} == {page.model.found[0].turn.id}
    assert not page.turns.grab().isNull()
    page.choices.look.pick("lines")
    assert page.model.rowCount() == places


def give(page: SearchPage, what: str) -> int:
    """Code what is chosen by the first theme; returns its id."""
    page.code.click()
    assert page.code_bar.choose.hasFocus()
    page.code_bar.what.pick(what)
    page.code_bar.ask()
    palette = page.code_bar.palette_of_codes
    entry = next(entry for entry in palette.entries() if isinstance(entry, Found))
    palette._give(entry)
    return entry.node.id


@pytest.mark.parametrize("what", ["words", "sentence", "turn"])
def test_what_is_ticked_is_coded_in_one_act_that_undo_takes_back(page: SearchPage, what: str) -> None:
    page.look_for("équipe")
    page.model.tick(0)
    page.model.tick(4)
    before = page.desk.read_now(lambda s: s.query(Coding).count())
    code_id = give(page, what)
    ticked: list[Place] = page.chosen()
    rows = page.desk.read_now(lambda s: [
        (row.start, row.end, row.quote) for row in s.query(Passage).join(Coding, Coding.passage_id == Passage.id)
        .filter(Coding.code_id == code_id, Passage.interview_id.in_([place.turn.interview_id for place in ticked]))])
    assert page.desk.read_now(lambda s: s.query(Coding).count()) == before + 2
    for place in ticked:
        assert any(start <= place.start and place.end <= end and "quipe" in quote for start, end, quote in rows)
    assert page.said.text() and page.list.hasFocus()
    page.desk.undo()
    assert page.desk.read_now(lambda s: s.query(Coding).count()) == before
    assert page.said.isHidden()  # undo would take back something else now


def test_coding_all_twice_gives_nothing_twice(page: SearchPage) -> None:
    page.look_for("réunion")
    give(page, "words")
    coded = page.desk.read_now(lambda s: s.query(Coding).count())
    assert page.desk.read_now(lambda s: s.query(Passage).count()) >= len(page.model.found)
    give(page, "words")
    assert page.desk.read_now(lambda s: s.query(Coding).count()) == coded


def test_lemmas_are_learnt_once_and_find_their_forms(page: SearchPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def run(work: object, *args: object, **_how: object) -> dict[str, tuple[str, ...]]:
        asked.append(work)
        return {"suis": ("être", "suivre"), "était": ("être",), "travaille": ("travailler",)}

    monkeypatch.setattr(elsewhere, "run", run)
    page.look_for("etre", "lemma")
    assert asked == [lemma_forms.lemmas_of_corpus]
    found = {text(page, row, FOUND).lower() for row in range(min(40, page.model.rowCount()))}
    assert found <= {"être", "suis", "était"} and "était" in found
    page.look_for("travailler", "lemma")
    assert len(asked) == 1 and page.model.rowCount()


def test_lemmas_not_read_to_the_end_leave_the_words(page: SearchPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_args: object, **_how: object) -> None:
        raise Cancelled("stopped")

    monkeypatch.setattr(elsewhere, "run", stop)
    page.look_for("équipe")
    found = page.model.rowCount()
    page.choices.mode.pick("lemma")
    assert page.choices.asked_mode() == "words" and page.model.rowCount() == found


def test_the_concordance_leaves(page: SearchPage, dialogs: Dialogs, tmp_path: Path,
                                monkeypatch: pytest.MonkeyPatch) -> None:
    from app.search import exports

    monkeypatch.setattr(elsewhere, "run", lambda work, *args, **_how: work(*args))
    page.look_for("équipe")
    formats = exports.concordance(page.sought, "right", "Essai")
    assert [way.work for way in formats] == [leaving.concordance] * 3
    for way in formats:
        dialogs.files = [tmp_path / way.name]
        page.exporter.run(way)
        assert dialogs.files[0].stat().st_size > 500


def test_the_vocabulary_is_counted_compared_and_leads_to_the_concordance(
        workspace: SearchWorkspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "run", lambda work, *args, told, cancelled: work(*args, told=told))
    from app.search.vocabulary_page import VocabularyPage

    page = workspace.show_page("vocabulary")
    assert isinstance(page, VocabularyPage)
    without = page.model.rowCount()
    page.small.setChecked(True)
    assert page.model.rowCount() > without > 100
    page.small.setChecked(False)
    page.by.pick("theme")
    assert page.model.part and not page.part.isHidden()
    found = [line.specific for line in page.model.lines]
    assert found == sorted(found, reverse=True) and found[0] > 2
    page.narrow.setText("equip")
    assert "équipe" in {line.word for line in page.model.lines} <= {"équipe", "équipes"}
    page.table.setCurrentIndex(page.model.index(0, 0))
    word = page.model.lines[0]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert workspace.page is workspace.searching
    assert word.word in workspace.searching.line.text()
    assert len(workspace.searching.model.found) == word.count  # said by the same voices, whole


def test_the_vocabulary_counts_lemmas_that_are_looked_up_once(
        workspace: SearchWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.search.vocabulary_page import VocabularyPage

    looked: list[Path] = []

    def look(project: Path, **_how: object) -> dict[str, tuple[str, ...]]:
        looked.append(project)
        return {"était": ("être",), "suis": ("être", "suivre"), "équipes": ("équipe",)}

    monkeypatch.setattr(lemma_forms, "lemmas_of_corpus", look)
    monkeypatch.setattr(elsewhere, "run", lambda work, *args, told, cancelled: work(*args, told=told))
    page = workspace.show_page("vocabulary")
    assert isinstance(page, VocabularyPage)
    page.small.setChecked(True)
    page.unit.pick("lemmas")
    page.by.pick("group")
    said = {line.word for line in page.model.lines}
    assert len(looked) == 1 and "être" in said and not said & {"était", "suis"}

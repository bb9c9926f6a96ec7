# SPDX-License-Identifier: GPL-3.0-or-later
"""«Nouvelle nuance ?»: passages that stand apart are read in the background, asked about, answered in a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QImage
from PyQt6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.saturation.finding_page import FindingPage
from app.saturation.keys import no_key, yes_key
from app.saturation.novelty_chart import lay
from app.saturation.nuances_page import NuancesPage
from app.saturation.reading import Asked, Reading, read
from app.settings import Settings
from app.tasks import Tasks
from app.workspaces.saturation import SaturationWorkspace
from coding import elsewhere, nuances
from coding.changes import Writer
from coding.elsewhere import Cancelled
from coding.lemmas import Words
from coding.nuances import Answer
from coding.project import open_reader
from coding.saturation.novelty import plain_tokens
from models.errors import KnownError
from tests import build
from tests.app.workspaces.pages import desk_on

THEME, OTHER = "Réticences", "Statut"
SAME = "les soignants ont peur de perdre leur poste"
SAID = {
    "Anne": (SAME, "mon contrat dure six mois seulement"),
    "Basile": (f"{SAME} bientôt", "personne au conseil départemental ne lit mes rapports"),
    "Claire": (f"{SAME} ici", "la nuit tout change dans ce grand couloir vide"),
}


def _project(folder: Path, language: str = "fr") -> Writer:
    writer = build.project(folder, language=language)
    for name, said in SAID.items():
        build.interview(writer, name, [("Q", "Et alors ?"), *((name, words) for words in said)],
                        people={name: "pair aidant"})
        for words in said:
            build.coded(writer, name, words, f"{THEME} > Crainte")
    build.coded(writer, "Anne", "mon contrat", f"{OTHER} > Contrat")
    return writer


@pytest.fixture(autouse=True)
def read_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the language model would have read; plain words stand for lemmas."""
    asked: list[str] = []

    def run(_work: object, texts: Sequence[str], told: Any = None, cancelled: Any = None) -> list[Words]:
        asked.extend(texts)
        told(0, 0, "…")
        told(len(texts), len(texts), "…")
        return [tuple(plain_tokens(text)) for text in texts]

    monkeypatch.setattr(elsewhere, "run", run)
    return asked


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_on(_project(tmp_path))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[NuancesPage]:
    yield from _shown(qtbot, desk)


def _shown(qtbot: QtBot, desk: Desk) -> Iterator[NuancesPage]:
    made = NuancesPage(desk)
    qtbot.addWidget(made)
    made.resize(330, 700)
    made.show()
    _show(made, desk, THEME)
    yield made
    made.hide()


def _reading(desk: Desk) -> Reading:
    return desk.read_now(lambda session: read(session, Asked(group=None)))


def _show(page: NuancesPage, desk: Desk, theme: str | None) -> None:
    reading = _reading(desk)
    named = {line.name: line for line in reading.lines}
    page.show_line(reading.lines[0] if theme is None else named[theme], reading)


def _answers(desk: Desk) -> tuple[Answer, ...]:
    return desk.read_now(nuances.answers)


def _listed(page: NuancesPage) -> list[tuple[str, bool | None]]:
    """Who speaks in what is listed, and what was answered."""
    return [(one.quote.interview, one.answer.is_new if one.answer else None) for one in page.list.cards.candidates]


def test_nothing_is_read_before_it_is_asked_for(page: NuancesPage, read_texts: list[str]) -> None:
    assert read_texts == [] and _listed(page) == []
    assert page.bar.look.isVisible() and not page.list.isVisible() and not page.foot.isVisible()


def test_what_stands_apart_is_asked_about_the_latest_first(page: NuancesPage, read_texts: list[str]) -> None:
    page.bar.look.click()
    assert _listed(page) == [("Claire", None), ("Basile", None)]
    assert page.list.current() is page.list.cards.candidates[0]
    assert SAID["Claire"][1] in page.list.cards.index(0).data()
    assert not page.bar.isVisible() and page.chart.isVisible()
    assert len(read_texts) == 7  # the other theme's too, while the model was there


def test_the_page_asks_for_no_more_than_the_panel_has(page: NuancesPage, desk: Desk, qtbot: QtBot) -> None:
    page.look()
    qtbot.keyClicks(page.list, yes_key())
    assert page.foot.isVisible()
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 316)


def test_the_keys_go_to_stop_then_to_the_list(page: NuancesPage, qtbot: QtBot) -> None:
    seen: list[bool] = []
    page.activateWindow()
    page.bar.look.setFocus()
    qtbot.waitUntil(page.bar.look.hasFocus)
    page.learning.told.connect(lambda *_told: seen.append(page.bar.stop.hasFocus()))
    page.bar.look.click()
    assert seen and all(seen)
    assert page.list.hasFocus() and not page.bar.isVisible()


def test_another_theme_read_along_is_shown_at_once(page: NuancesPage, desk: Desk, read_texts: list[str]) -> None:
    page.look()
    _show(page, desk, OTHER)
    assert page.ranked is not None and page.ranked.pending == 0 and len(read_texts) == 7


def test_yes_by_a_letter_then_a_word_then_the_next(page: NuancesPage, desk: Desk, qtbot: QtBot) -> None:
    page.look()
    page.list.setFocus()
    qtbot.keyClicks(page.list, yes_key())
    assert [(row.interview, row.is_new, row.word) for row in _answers(desk)] == [("Claire", True, "")]
    assert page.foot.new.isChecked() and not page.foot.known.isChecked()
    qtbot.keyClicks(page.foot.word, "la nuit")
    qtbot.keyClick(page.foot.word, Qt.Key.Key_Return)
    (row,) = _answers(desk)
    assert row.word == "la nuit" and row.novelty is not None and 0 < row.novelty <= 1
    current = page.list.current()
    assert current is not None and current.quote.interview == "Basile" and page.foot.word.text() == ""
    page.list.setFocus()
    qtbot.keyClicks(page.list, no_key())
    assert _listed(page) == [("Claire", True), ("Basile", False)]
    assert page.ranked is not None and (page.ranked.open, page.ranked.new, page.ranked.known) == (0, 1, 1)


def test_answers_are_undone_changed_and_taken_back(page: NuancesPage, desk: Desk, qtbot: QtBot) -> None:
    page.look()
    page.foot.word.setText("couloir")
    page.foot.new.click()
    page.foot.known.click()
    assert [(row.is_new, row.word) for row in _answers(desk)] == [(False, "couloir")]
    desk.undo()
    assert _listed(page)[0] == ("Claire", True) and page.foot.new.isChecked()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert _answers(desk) == () and not page.foot.new.isChecked()
    desk.undo()
    desk.undo()
    assert _answers(desk) == ()


def test_the_same_answer_again_stays_shown(page: NuancesPage, desk: Desk) -> None:
    page.look()
    page.foot.new.click()
    page.foot.new.click()
    assert page.foot.new.isChecked() and len(_answers(desk)) == 1


def test_the_word_is_kept_when_the_page_is_left(page: NuancesPage, desk: Desk, qtbot: QtBot) -> None:
    page.look()
    page.foot.new.click()
    qtbot.keyClicks(page.foot.word, "la nuit")
    page.settle()
    assert [row.word for row in _answers(desk)] == ["la nuit"]


def test_a_word_goes_to_its_own_passage(page: NuancesPage, desk: Desk, qtbot: QtBot) -> None:
    page.look()
    page.foot.new.click()
    qtbot.keyClicks(page.foot.word, "la nuit")
    page.list.setFocus()
    page.list.go_on()
    assert [(row.interview, row.word) for row in _answers(desk)] == [("Claire", "la nuit")]


def test_the_filter_keeps_in_sight_what_was_just_answered(page: NuancesPage) -> None:
    page.look()
    page.shown.pick("open")
    page.foot.new.click()
    assert _listed(page) == [("Claire", True), ("Basile", None)]
    page.shown.pick("new")
    assert _listed(page) == [("Claire", True)]
    page.shown.pick("open")
    assert _listed(page) == [("Basile", None)]


def test_what_came_closest_before_is_told_on_demand(page: NuancesPage, qtbot: QtBot) -> None:
    page.look()
    before = page.list.cards.index(0).data()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    told = page.list.cards.index(0).data()
    assert told.startswith(before) and len(told) > len(before) and page.foot.closest.isChecked()
    page.foot.closest.click()
    assert page.list.cards.index(0).data() == before and not page.foot.closest.isChecked()


def test_the_transcript_is_asked_for(page: NuancesPage, qtbot: QtBot) -> None:
    page.look()
    one = page.list.current()
    assert one is not None
    for ask in (page.foot.place.click, lambda: qtbot.keyClick(page.list, Qt.Key.Key_Return)):
        with qtbot.waitSignal(page.place_asked) as asked:
            ask()
        assert asked.args == [one.quote.interview_id, one.quote.start, one.quote.end]


def test_the_chart_tells_each_interview_and_leads_to_its_passages(page: NuancesPage, qtbot: QtBot) -> None:
    page.look()
    assert all(name in page.chart.accessibleDescription() for name in SAID)
    assert page.ranked is not None
    at = lay(page.ranked, page.chart._area())
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x(1)), 60))
    current = page.list.current()
    assert current is not None and current.quote.interview == "Basile"
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_End)
    qtbot.keyClick(page.chart, Qt.Key.Key_Return)
    current = page.list.current()
    assert current is not None and current.quote.interview == "Claire"


def test_the_chart_is_kept_as_a_picture_and_as_a_drawing(page: NuancesPage, tmp_path: Path) -> None:
    assert page.formats("essai") == []
    page.look()
    for chosen in page.formats("essai"):
        assert chosen.write is not None and THEME in chosen.name
        chosen.write(tmp_path / f"n{Path(chosen.name).suffix}")
    assert QImage(str(tmp_path / "n.png")).width() > 2_000 and QSvgRenderer(str(tmp_path / "n.svg")).isValid()


def test_passages_coded_since_are_said_not_to_be_compared(page: NuancesPage, desk: Desk) -> None:
    page.look()
    interview = next(one.quote.interview_id for one in page.list.cards.candidates)
    from app.acts import passages

    code = next(node.id for node in desk.codebook if node.name == "Crainte")
    passages.code_span(desk, interview_id=interview, start=0, end=12, code_ids=[code])
    _show(page, desk, THEME)
    assert page.bar.isVisible() and page.bar.look.isVisible() and _listed(page)[0][0] == "Claire"
    page.look()
    assert not page.bar.isVisible()


def test_a_search_that_is_stopped_or_fails_can_be_begun_again(
    page: NuancesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = iter((Cancelled("…"), KnownError("Le modèle manque.")))
    usual = elsewhere.run

    def run(*_asked: object, **_hooks: object) -> None:
        raise next(ends)

    monkeypatch.setattr(elsewhere, "run", run)
    page.look()
    assert page.bar.look.isVisible() and "Le modèle manque." not in page.bar.text.text()
    page.look()
    assert page.bar.text.text() == "Le modèle manque."
    monkeypatch.setattr(elsewhere, "run", usual)
    page.look()
    assert len(_listed(page)) == 2


def test_the_whole_group_has_no_nuance_of_its_own(page: NuancesPage, desk: Desk) -> None:
    _show(page, desk, None)
    assert page._pages.currentWidget() is page.empty


def test_an_english_project_is_compared_by_its_plain_words(qtbot: QtBot, tmp_path: Path,
                                                          read_texts: list[str]) -> None:
    desk = desk_on(_project(tmp_path, "en"))
    for page in _shown(qtbot, desk):
        assert len(_listed(page)) == 2 and read_texts == [] and page.plain.isVisible()
    desk.close()


def test_who_may_only_read_sees_the_answers(qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_on(_project(tmp_path))
    for page in _shown(qtbot, desk):
        page.look()
        page.foot.new.click()
    path = desk.store.path
    desk.close()
    desk = Desk(open_reader(path), Tasks(inline=True))
    for page in _shown(qtbot, desk):
        assert _listed(page) == [("Claire", True)]
        assert page.foot.isVisible() and not page.foot.new.isVisible() and not page.foot.word.isVisible()
        page.list.setFocus()
        qtbot.keyClicks(page.list, no_key())
        assert _listed(page) == [("Claire", True)]
    desk.close()


def test_a_new_nuance_is_said_beside_the_verdict_which_does_not_change(page: NuancesPage, desk: Desk,
                                                                      qtbot: QtBot) -> None:
    finding = FindingPage(desk)
    qtbot.addWidget(finding)
    finding.show()
    before = _reading(desk)
    line = next(line for line in before.lines if line.name == THEME)
    finding.show_line(line, before)
    assert not finding.nuances.isVisible()
    page.look()
    page.foot.new.click()
    assert finding.nuances.isVisible() and "1" in finding.nuances.text()
    after = next(line for line in _reading(desk).lines if line.name == THEME)
    assert after.status == line.status
    desk.undo()
    assert not finding.nuances.isVisible()


def test_on_the_saturation_page_an_answer_reads_no_verdict_again(qtbot: QtBot, desk: Desk, settings: Settings) -> None:
    whole = SaturationWorkspace(desk, settings)
    qtbot.addWidget(whole)
    whole.resize(1280, 700)
    whole.show()
    whole.activate()
    whole.panel.show_page("nuances")
    page = whole.panel.page("nuances")
    ways = len(whole._formats())
    page.look()
    assert len(whole._formats()) == ways + 2
    before = whole.reading
    page.foot.new.click()
    assert len(_answers(desk)) == 1 and whole.reading is before
    whole._fresh.catch_up()
    assert whole.reading is before
    whole.hide()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading: how the page looks, finding, going to a turn, how far one has come, the page alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication

from app.coder import go_to_turn
from app.coder.page.look import GAPS, INTERVIEWER, SPACINGS, Look
from app.coder.page.projection import SPEAKERS, Kind
from app.coder.page.reading_options import CHOICES
from app.coder.progress_button import in_words
from app.coder.workspace import CoderWorkspace
from app.settings import Settings
from coding import mending
from coding.anchors import Edit
from coding.changes import Label
from coding.language import _
from coding.transcripts import TranscriptText, TurnText
from models.errors import KnownError
from tests.app.coder.conftest import CODES, Coder

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BOTH = CONTROL | SHIFT
Key = Qt.Key


def words(coder: Coder) -> str:
    """The words selected."""
    span = coder.text.selected()
    assert coder.page.reading is not None
    return coder.page.reading.transcript.text[slice(*span)] if span else ""


# -- how the page looks ----------------------------------------------------------------------------------------------


def test_every_choice_has_its_words() -> None:
    known = {"spacing": tuple(SPACINGS), "gap": tuple(GAPS), "speakers": SPEAKERS, "interviewer": INTERVIEWER}
    assert {name: tuple(value for value, _title in choices) for name, choices in CHOICES.items()} == known


def test_settings_that_are_no_choice_stand_for_the_usual(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.reading_spacing, settings.reading_size, settings.reading_width = "vast", 400, 1
    look = Look.of(settings)
    assert (look.spacing, look.size, look.width) == ("comfortable", 30, 40)


def test_options_show_at_once_and_keep_the_place(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Key.Key_1)
    chosen = coder.text.chosen
    coder.select("poser mes limites")
    settings, options = coder.page.settings, coder.page.reader.options
    coder.key(Key.Key_O, BOTH)
    assert options.isVisible()
    for name, segments in options.segments.items():
        for place, (value, _title) in enumerate(CHOICES[name]):
            segments.group.buttons()[place].click()
            assert getattr(coder.text.look, name) == value
            assert words(coder) == "poser mes limites"
            assert coder.text.chosen == chosen
            coder.text.grab()
    options.size_field.setValue(24)
    options.width_field.setValue(50)
    options.font_choice.setCurrentIndex(1)
    options.numbers.click()
    options.times.click()
    assert coder.text.look == Look(24, 50, "Inter", "wide", "wide", numbers=False, speakers="never", times=False,
                                   interviewer="smaller")
    assert Look.of(Settings(Path(settings._store.fileName()))) == coder.text.look
    options.reset.click()
    assert coder.text.look == Look()
    assert options.size_field.value() == 17 and options.numbers.isChecked()
    assert words(coder) == "poser mes limites"
    options.hide()


def test_a_selection_made_backwards_stays_so(coder: Coder) -> None:
    start, end = coder.select("poser mes limites")
    coder.text.pick(start, end, backwards=True)
    coder.page.settings.reading_size = 22
    assert coder.text.caret() == start and words(coder) == "poser mes limites"


def test_labels_shown_when_they_change_or_never(coder: Coder) -> None:
    def labels() -> list[str]:
        read = coder.page.reading
        assert read is not None
        return [p.shown for p in read.projection.paragraphs if p.kind is Kind.LABEL]

    assert labels() == ["Q", "INÈS", "Q", "INÈS"]
    coder.page.settings.reading_speakers = "never"
    assert labels() == []
    assert coder.text.sight is not None
    assert [turn.number for turn, _top, _height in coder.text.sight.turns(0, 800)] == [1, 2, 3, 4]
    coder.select("Pendant deux mois")
    coder.key(Key.Key_1)
    assert coder.quoted() == ["Pendant deux mois"]


# -- find ------------------------------------------------------------------------------------------------------------


def test_find_as_one_types_then_code_the_hit(coder: Coder) -> None:
    coder.key(Key.Key_F, CONTROL)
    bar = coder.page.reader.find_bar
    assert bar.isVisible() and bar.field.hasFocus()
    coder.write(bar.field, "INQUIETUDE")
    assert words(coder) == "inquiétude"
    assert bar.said.text() == "1 / 1"
    coder.key(Key.Key_Escape, on=bar.field)
    assert not bar.isVisible() and coder.text.hasFocus()
    coder.key(Key.Key_1)
    assert coder.quoted() == ["inquiétude"]


def test_hits_are_lit_and_gone_through(coder: Coder) -> None:
    coder.page.reader.find_bar.open()
    bar = coder.page.reader.find_bar
    lit: list[object] = []
    bar.found.connect(lit.append)
    coder.write(bar.field, "de")
    count = len(lit[-1])  # type: ignore[arg-type]
    assert count > 2 and bar.said.text() == f"1 / {count}"
    first = coder.text.selected()
    coder.key(Key.Key_Return, on=bar.field)
    assert bar.said.text() == f"2 / {count}"
    coder.key(Key.Key_F3, SHIFT)
    coder.key(Key.Key_F3, SHIFT)
    assert bar.said.text() == f"{count} / {count}"
    coder.key(Key.Key_F3)
    assert coder.text.selected() == first
    coder.text.grab()
    bar.whole.click()
    assert bar.said.text() == "1 / 2" and words(coder) == "de"
    bar.whole.click()
    bar.who.pick("Q")
    assert bar.said.text() == _("Not found")
    coder.page.header.step(1)
    bar.field.setText("pas")
    assert bar.said.text() == "1 / 1"
    bar.close_bar()
    assert lit[-1] == ()


def test_a_regular_expression_is_found_and_a_bad_one_said(coder: Coder) -> None:
    bar = coder.page.reader.find_bar
    bar.open()
    bar.regex.click()
    bar.field.setText("p.ser \\w+")
    bar._late.timeout.emit()
    assert words(coder) == "poser mes"
    bar.field.setText("(p")
    bar._late.timeout.emit()
    assert bar.wrong.isVisible() and "1" in bar.wrong.text()
    bar.field.setText("pas")
    bar._late.timeout.emit()
    assert not bar.wrong.isVisible() and bar.said.text() == "1 / 1"
    assert coder.errors == []


def test_the_words_selected_are_looked_for(coder: Coder) -> None:
    coder.select("case")
    coder.key(Key.Key_F, CONTROL)
    assert coder.page.reader.find_bar.field.text() == "case"


# -- go to turn ------------------------------------------------------------------------------------------------------


def test_go_to_a_turn_by_its_number(coder: Coder) -> None:
    coder.key(Key.Key_G, CONTROL)
    asked = coder.page.reader.go_to_turn
    assert asked.isVisible()
    asked.field.setText("9")
    coder.key(Key.Key_Return, on=asked.field)
    assert asked.isVisible() and asked.said.property("role") == "bad"
    asked.field.setText("4")
    coder.key(Key.Key_Return, on=asked.field)
    assert not asked.isVisible()
    assert coder.page.reading is not None
    assert coder.text.caret() == coder.page.reading.transcript.turns[3].start


def test_go_to_a_time() -> None:
    turns = tuple(TurnText(n, n * 10, n * 10, n * 10 + 5, "", False, n * 60_000) for n in range(1, 80))
    read = TranscriptText(1, "T", "x" * 900, turns)
    for text, number in (("12:30", 12), ("0:10", 1), ("1:02:03", 62), ("1 h 02 m 03", 62), ("12'30", 12), ("7", 7)):
        assert go_to_turn.wanted(read, text).number == number
    for text in ("", "douze", "0", "999"):
        with pytest.raises(KnownError):
            go_to_turn.wanted(read, text)
    with pytest.raises(KnownError):
        go_to_turn.wanted(TranscriptText(1, "T", "x" * 90, (TurnText(1, 0, 0, 5, "", False, None),)), "12:30")
    assert "1:19:00" in go_to_turn.span_of(read)


# -- how far one has come --------------------------------------------------------------------------------------------


def test_read_up_to_here_is_an_act(coder: Coder) -> None:
    coder.select("poser mes limites")
    coder.key(Key.Key_L, BOTH)
    reader = coder.page.reader
    assert reader.progress is not None and reader.progress.read_turn == 2
    assert "2" in in_words(reader.progress)
    assert words(coder) == "poser mes limites"
    coder.page.grab()
    coder.text.set_caret(0)
    coder.key(Key.Key_E, BOTH)
    assert coder.page.reading is not None
    assert coder.text.caret() == coder.page.reading.transcript.turns[1].start
    coder.desk.undo()
    assert reader.progress.read_turn is None
    coder.select("pas de case.")
    coder.key(Key.Key_L, BOTH)
    assert reader.progress.ended


def test_turns_to_revisit_are_flagged_listed_and_gone_to(coder: Coder) -> None:
    reader = coder.page.reader

    def flagged() -> tuple[int, ...]:
        return reader.progress.to_revisit if reader.progress is not None else ()

    coder.select("poser mes limites")
    coder.key(Key.Key_R, BOTH)
    coder.select("Pendant")
    coder.key(Key.Key_R, BOTH)
    assert flagged() == (2, 4)
    coder.text.grab()
    coder.text.set_caret(0)
    assert coder.page.reading is not None
    for number in (2, 4, 2):
        coder.key(Key.Key_G, BOTH)
        assert coder.text.caret() == coder.page.reading.transcript.turns[number - 1].start
    reader.bars._places.aboutToShow.emit()
    listed = [action.text() for action in reader.bars._places.actions()]
    assert any("Pendant deux mois" in text for text in listed)
    coder.key(Key.Key_R, BOTH)
    assert flagged() == (4,)
    coder.desk.undo()
    assert flagged() == (2, 4)


def test_coding_moves_the_bar_once_one_rests(coder: Coder) -> None:
    coder.select("Pendant deux mois")
    coder.key(Key.Key_1)
    reader = coder.page.reader
    coder.qtbot.waitUntil(lambda: reader.progress is not None and reader.progress.coded_turn == 4)


# -- the page alone --------------------------------------------------------------------------------------------------


def test_panels_fold_and_come_back_as_wide(coder: Coder) -> None:
    codebook, width = coder.page.codebook, coder.page.codebook.width()
    coder.key(Key.Key_F7)
    assert not codebook.isVisible() and not coder.page.focus.left.isChecked()
    assert coder.page.settings.folded_panels == ["codebook"]
    again = CoderWorkspace(coder.desk, coder.page.settings)
    assert again.codebook.isHidden() and not again.passage.isHidden()
    again.deleteLater()
    coder.page.focus.left.click()
    QApplication.processEvents()
    assert codebook.isVisible() and codebook.width() == width


def test_what_needs_a_panel_unfolds_it(coder: Coder) -> None:
    coder.key(Key.Key_F8)
    assert not coder.page.passage.isVisible()
    coder.key(Key.Key_P, BOTH)
    assert coder.page.passages.isVisible()


def test_nothing_but_the_page_then_all_again(coder: Coder) -> None:
    asked: list[bool] = []
    coder.page.alone_asked.connect(asked.append)
    place = coder.select("poser mes limites")
    sizes = coder.page.codebook.width(), coder.page.passage.width()
    coder.key(Key.Key_F9)
    assert asked == [True]
    assert not coder.page.codebook.isVisible() and not coder.page.passage.isVisible()
    assert coder.text.selected() == place and coder.text.hasFocus()
    coder.key(Key.Key_Escape)
    assert asked == [True]  # that took the selection away
    coder.key(Key.Key_Escape)
    assert asked == [True, False]
    QApplication.processEvents()
    assert (coder.page.codebook.width(), coder.page.passage.width()) == sizes
    coder.key(Key.Key_F9)
    coder.page.hide()
    assert asked == [True, False, True, False]


# -- the place one left ----------------------------------------------------------------------------------------------


def test_one_comes_back_to_the_words_and_the_passage_one_left(coder: Coder) -> None:
    coder.select("Pendant deux mois")
    coder.key(Key.Key_1)
    chosen = coder.text.chosen
    coder.text.choose(chosen)
    caret = coder.select("sortais")[1]
    coder.key(Key.Key_PageDown, CONTROL)
    coder.key(Key.Key_PageUp, CONTROL)
    assert (coder.text.chosen, coder.text.caret()) == (chosen, caret)
    coder.page.settle()
    again = CoderWorkspace(coder.desk, coder.page.settings)
    assert (again.page.chosen, again.page.caret()) == (chosen, caret)
    again.deleteLater()


def test_mended_words_leave_one_in_place(coder: Coder) -> None:
    _start, end = coder.select("poser mes limites")
    coder.key(Key.Key_1)
    chosen, caret = coder.text.chosen, coder.select("poser mes limites")[1]
    coder.text.choose(chosen)
    read = coder.page.reading
    assert read is not None and caret == end
    at = read.transcript.text.index("inquiétude")
    coder.desk.do(Label("mend"), lambda s: mending.correct(s, 1, [Edit(at, at + 10, "peur")]))
    assert (coder.text.chosen, coder.text.caret()) == (chosen, caret - 6)
    assert [mark.codes for mark in coder.marks] == [(coder.id_of(CODES[0]),)]


def test_the_hit_one_is_at_is_told_from_the_others(coder: Coder) -> None:
    text = coder.text
    text.show_found([(60, 66), (70, 76)])
    assert text.is_found((70, 76))
    assert not text.is_found((70, 75))
    text.show_found([])
    assert not text.is_found((70, 76))

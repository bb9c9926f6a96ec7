# SPDX-License-Identifier: GPL-3.0-or-later
"""Coding by the palette and by keys alone: several codes at once, whole turns, the last codes again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage

from app import theme
from app.coder.palette.palette import CodePalette
from app.coder.palette.palette_lines import BORNE, MARKED, TICK, Create, Elsewhere, InVivo
from app.coder.palette.ranking import Found
from app.coder.passage.chip import CodeChip
from app.coder.workspace import CoderWorkspace
from app.settings import Settings
from tests.app.coder.conftest import CODES, FIRST, SECOND, Coder

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def told(coder: Coder) -> list[str]:
    """What was said instead of coding."""
    said: list[str] = []
    coder.page.giving.told.connect(said.append)
    return said


def opened(coder: Coder, words: str = "une inquiétude") -> CodePalette:
    """The palette, on some words."""
    coder.select(words)
    coder.key(Qt.Key.Key_K, CONTROL)
    return coder.page.giving.palette


def typed(coder: Coder, letters: str, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL & SHIFT) -> None:
    """Type in the palette, then press a key."""
    field = coder.page.giving.palette.field
    coder.write(field, letters)
    coder.key(key, modifier, on=field)


def ticks(palette: CodePalette) -> dict[str, str]:
    """The codes that are ticked, and how."""
    model = palette._entries
    rows = [model.index(row) for row in range(model.rowCount())]
    return {row.data(): row.data(TICK) for row in rows if row.data(TICK)}


def codes_of(coder: Coder, at: int = 0) -> set[str]:
    """The names of the codes of a passage."""
    return {coder.desk.codebook.by_id[key].name for key in coder.marks[at].codes}


def test_several_codes_are_given_in_one_act(coder: Coder) -> None:
    palette = opened(coder)
    typed(coder, "secert", TAB)
    assert palette.field.text() == ""
    assert ticks(palette) == {"Secret professionnel": MARKED}
    assert [chip.text() for chip in palette.chips.widgets() if isinstance(chip, CodeChip)] == ["Secret professionnel"]
    typed(coder, "absence", Qt.Key.Key_Space, CONTROL)
    typed(coder, "rechute", ENTER)
    assert not palette.isVisible()
    assert codes_of(coder) == {"Secret professionnel", "Absence de cadre", "Crainte de la rechute"}
    coder.desk.undo()
    assert coder.marks == []


def test_enter_gives_what_is_marked_and_no_more(coder: Coder) -> None:
    palette = opened(coder)
    typed(coder, "absence", TAB)
    assert not palette._list.currentIndex().isValid()
    typed(coder, "", ENTER)
    assert codes_of(coder) == {"Absence de cadre"}


def test_backspace_and_a_second_mark_take_the_mark_off(coder: Coder) -> None:
    palette = opened(coder)
    typed(coder, "absence", TAB)
    typed(coder, "", Qt.Key.Key_Backspace)
    assert palette.marked == []
    typed(coder, "absence", ENTER, CONTROL)
    typed(coder, "absence", ENTER, CONTROL)
    assert palette.marked == []
    typed(coder, "", Qt.Key.Key_Escape)
    assert coder.marks == []


def test_a_new_code_and_a_known_one_at_once(coder: Coder) -> None:
    opened(coder)
    typed(coder, "Fatigue", TAB)
    typed(coder, "secret", ENTER)
    assert codes_of(coder) == {"Fatigue", "Secret professionnel"}
    assert coder.page.giving.recent.last() == [coder.id_of(CODES[1]), coder.id_of("Fatigue")]
    coder.desk.undo()
    assert coder.desk.codebook.find(["Fatigue"]) is None


def test_codes_already_borne_are_shown_and_said(coder: Coder, told: list[str]) -> None:
    opened(coder)
    typed(coder, "secret", ENTER)
    palette = opened(coder)
    assert ticks(palette) == {"Secret professionnel": BORNE}
    typed(coder, "secret", ENTER)
    assert len(told) == 1
    assert "Secret professionnel" in told[0]
    assert coder.text.chosen == coder.marks[0].id
    coder.desk.undo()
    assert coder.marks == []  # there was but one act


def test_a_code_is_made_in_the_theme_one_chooses(coder: Coder) -> None:
    coder.page.codebook.show_code(coder.id_of(CODES[0]))
    palette = opened(coder)
    coder.write(palette.field, "Salaire")
    kinds = [type(entry) for entry in palette.entries()]
    assert kinds == [Create, Elsewhere, Create, InVivo]
    coder.key(Qt.Key.Key_Down, on=palette.field)
    coder.key(ENTER, on=palette.field)
    assert palette.isVisible()
    assert [str(entry.parent_id) for entry in palette.entries() if isinstance(entry, Create)] == [
        str(node.id) for node in coder.desk.codebook.themes]
    typed(coder, "", Qt.Key.Key_Escape)
    assert palette.field.text() == "Salaire"
    coder.key(Qt.Key.Key_Down, on=palette.field)
    coder.key(ENTER, on=palette.field)
    typed(coder, "stat", ENTER)
    assert coder.marks[0].codes == (coder.id_of("Statut > Salaire"),)


def test_the_head_says_what_will_be_coded(coder: Coder) -> None:
    palette = opened(coder, "une inquiétude que personne ne disait")
    assert palette.title.text() == "Tour 2"
    assert "une inquiétude" in palette.words.text()
    assert "disait" in palette.words.text()
    coder.key(Qt.Key.Key_Escape, on=palette.field)
    read = coder.page.reading
    assert read is not None
    coder.text.pick(read.transcript.text.index("poser"), read.transcript.text.index("deux mois"))
    coder.key(Qt.Key.Key_K, CONTROL)
    assert "3" in palette.title.text()  # turns
    assert "4" in palette.title.text()  # the last of them
    assert "Inès" not in palette.words.text()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_words_stay_marked_while_one_types(coder: Coder, choice: theme.Choice) -> None:
    theme.use(choice)
    start, _end = coder.select("une inquiétude que personne")
    coder.key(Qt.Key.Key_K, CONTROL)
    assert coder.page.giving.palette.field.hasFocus() or not coder.page.isActiveWindow()
    ground = coder.tint_at(start + 3)
    assert ground.name() == theme.palette().text_selection.name()
    assert theme.contrast(ground, theme.palette().page) > 1.2


def test_the_whole_turn_by_one_key(coder: Coder) -> None:
    coder.text.set_caret(place_of(coder, "préféré"))
    coder.key(Qt.Key.Key_T, CONTROL)
    assert coder.page.giving.palette.isVisible()
    assert quoted_selection(coder) == FIRST
    typed(coder, "rechute", ENTER)
    assert coder.quoted() == [FIRST]
    coder.text.set_caret(place_of(coder, "Pendant"))
    coder.key(Qt.Key.Key_T, CONTROL | SHIFT)
    assert coder.quoted() == [FIRST, SECOND]
    assert coder.marks[1].codes == coder.marks[0].codes


def test_the_last_codes_are_repeated_all_together(coder: Coder, told: list[str]) -> None:
    coder.key(Qt.Key.Key_T, CONTROL | SHIFT)
    assert len(told) == 1  # nothing was given yet
    opened(coder)
    typed(coder, "absence", TAB)
    typed(coder, "secret", ENTER)
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_Period, CONTROL)
    assert coder.marks[1].codes == coder.marks[0].codes
    assert len(coder.marks[1].codes) == 2


def test_what_is_out_of_sight_is_shown_before_it_is_coded(coder: Coder, told: list[str]) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.page.resize(900, 260)
    bar = coder.text.verticalScrollBar()
    assert bar is not None
    bar.setValue(bar.maximum())
    mark, = coder.marks
    assert coder.text.span_rect(mark.start, mark.end).height() <= 4
    coder.key(Qt.Key.Key_2)
    assert len(told) == 1
    assert codes_of(coder) == {"Crainte de la rechute"}
    assert coder.text.span_rect(mark.start, mark.end).height() > 4
    coder.key(Qt.Key.Key_2)
    assert codes_of(coder) == {"Crainte de la rechute", "Secret professionnel"}


def test_a_long_in_vivo_name_can_be_changed_first(coder: Coder) -> None:
    coder.select(SECOND)
    coder.key(Qt.Key.Key_I, CONTROL)
    palette = coder.page.giving.palette
    assert palette.isVisible()
    assert palette.field.text().endswith("…")
    palette.field.setText("Pas de case")
    coder.key(ENTER, on=palette.field)
    assert codes_of(coder) == {"Pas de case"}


def test_the_name_of_the_in_vivo_line_can_be_changed(coder: Coder) -> None:
    palette = opened(coder, "poser mes limites")
    for _n in range(len(palette.entries()) - 1):
        coder.key(Qt.Key.Key_Down, on=palette.field)
    coder.key(Qt.Key.Key_F2, on=palette.field)
    assert palette.field.text() == "poser mes limites"
    coder.key(Qt.Key.Key_Home, on=palette.field)
    typed(coder, "savoir ", ENTER)
    assert codes_of(coder) == {"savoir poser mes limites"}


def test_the_last_codes_survive_a_restart(coder: Coder, tmp_path: Path) -> None:
    opened(coder)
    typed(coder, "absence", TAB)
    typed(coder, "secret", ENTER)
    given = coder.page.giving.recent.last()
    coder.page.settle()
    again = CoderWorkspace(coder.desk, Settings(tmp_path / "settings.ini"))
    coder.qtbot.addWidget(again)
    assert again.giving.recent.last() == given
    assert again.giving.recent.ids() == given


def test_one_code_is_asked_for_another_use(coder: Coder) -> None:
    span = coder.select("poser mes limites")
    palette, taken = coder.page.giving.palette, list[int]()
    coder.page.giving.ask_code("Replace by", span, taken.append, without=frozenset({coder.id_of(CODES[0])}))
    assert all(isinstance(entry, Found) for entry in palette.entries())
    assert CODES[0].split(" > ")[1] not in [e.node.name for e in palette.entries() if isinstance(e, Found)]
    typed(coder, "absence", TAB)
    assert palette.marked == []
    typed(coder, "", ENTER)
    assert taken == [coder.id_of(CODES[2])]
    assert coder.marks == []


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_every_kind_of_line_is_drawn(coder: Coder, choice: theme.Choice) -> None:
    theme.use(choice)
    opened(coder)
    typed(coder, "secret", ENTER)
    palette = opened(coder)
    typed(coder, "absence", TAB)
    pictures: list[QImage] = [palette.grab().toImage()]
    coder.write(palette.field, "Nouveau")
    pictures.append(palette.grab().toImage())
    assert not any(picture.isNull() for picture in pictures)
    assert pictures[0] != pictures[1]


def place_of(coder: Coder, words: str) -> int:
    """Where words begin."""
    assert coder.page.reading is not None
    return coder.page.reading.transcript.text.index(words)


def quoted_selection(coder: Coder) -> str:
    """The words selected."""
    span = coder.text.selected()
    assert span is not None
    assert coder.page.reading is not None
    return coder.page.reading.transcript.text[slice(*span)]

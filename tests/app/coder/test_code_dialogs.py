# SPDX-License-Identifier: GPL-3.0-or-later
"""Splitting, merging, deleting and recolouring: what each window says before, what it does, what undo takes back."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt

from app import theme
from app.acts import codes, passages
from app.coder.codebook import code_menu
from app.coder.codebook.merge_dialog import MergeDialog
from app.coder.codebook.recolour_dialog import RecolourDialog
from app.coder.codebook.split_dialog import SplitDialog
from coding.codebook import CodeNode
from coding.language import set_language
from coding.palettes import OKABE_ITO, PALETTES, SAFE
from tests.app.coder.conftest import CODES, Coder
from tests.app.conftest import Dialogs


@pytest.fixture(autouse=True)
def _in_english() -> None:
    set_language("en")


def node(coder: Coder, path: str) -> CodeNode:
    return coder.desk.codebook.by_id[coder.id_of(path)]


@pytest.fixture
def coded(coder: Coder) -> Coder:
    """«Crainte» thrice in the first interview, once in the second; one of these passages bears «Secret» too."""
    for words in ("Au début", "une inquiétude", "poser mes limites"):
        coder.select(words)
        coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_2)
    coder.page.header.step(1)
    coder.select("Je ne sais pas")
    coder.key(Qt.Key.Key_1)
    coder.page.header.step(-1)
    return coder


def split_dialog(coder: Coder) -> SplitDialog:
    panel = coder.page.codebook
    return SplitDialog(coder.desk, node(coder, CODES[0]), panel.show_code, panel)


def own(coder: Coder, path: str) -> int:
    return coder.desk.counts.own(coder.id_of(path))


def test_a_code_is_split_in_one_act(coded: Coder) -> None:
    dialog = split_dialog(coded)
    assert dialog.split is not None
    assert not dialog.split.isEnabled()
    assert dialog.tree.shown() == 4
    first, second = dialog.tree.topLevelItem(0), dialog.tree.topLevelItem(1)
    assert first is not None
    assert second is not None
    child = first.child(1)
    assert child is not None
    assert child.text(0) == "une inquiétude"
    child.setCheckState(0, Qt.CheckState.Checked)
    assert first.checkState(0) == Qt.CheckState.PartiallyChecked
    assert dialog.consequence.text() == "1 passage ticked."
    assert not dialog.send.isEnabled()
    dialog.name.setText("Honte")
    assert dialog.send.isEnabled()
    dialog.keep()
    assert child.text(1) == "Honte"
    dialog.tree.tick_interview(1)
    dialog.name.setText("Doute")
    assert dialog.consequence.text().splitlines() == [
        "“Crainte de la rechute” keeps 2 passages.", "“Honte” takes 1 passage from 1 interview.",
        "“Doute” takes 1 passage from 1 interview.", "This can be undone."]
    revision = coded.desk.store.revision()
    dialog.accept()
    assert coded.desk.store.revision() == revision + 1
    crainte, honte, doute = (own(coded, f"Réticences > {name}") for name in ("Crainte de la rechute", "Honte", "Doute"))
    assert (crainte, honte, doute) == (2, 1, 1)
    current = coded.page.codebook.current()
    assert current is not None
    assert current.name == "Honte"
    coded.desk.undo()
    assert own(coded, CODES[0]) == 4
    assert len(coded.desk.codebook) == 5


def test_an_interview_ticks_only_the_passages_that_are_shown(coded: Coder) -> None:
    dialog = split_dialog(coded)
    dialog.search.setText("INQUIETUDE ines")
    assert dialog.tree.shown() == 1
    dialog.tree.tick_interview(0)
    assert len(dialog.tree.ticked()) == 1
    dialog.search.clear()
    assert dialog.tree.shown() == 4
    dialog.tree.tick_interview(0)
    assert len(dialog.tree.ticked()) == 3
    dialog.name.setText("Honte")
    dialog.keep()
    dialog.tree.tick_interview(0)
    assert dialog.back.isEnabled()
    dialog.put_back()
    assert dialog.parts_made() == {}


def test_splitting_joins_a_code_that_is_there_but_never_itself(coded: Coder) -> None:
    dialog = split_dialog(coded)
    assert dialog.split is not None
    dialog.tree.tick_interview(0)
    dialog.name.setText("Crainte de la rechute")
    assert not dialog.split.isEnabled()
    assert "is the code being split" in dialog.consequence.text()
    dialog.place.setCurrentIndex(1)
    assert dialog.split.isEnabled()
    dialog.place.setCurrentIndex(0)
    dialog.name.setText("Secret professionnel")
    assert "It is there already: they join it." in dialog.consequence.text()
    dialog.accept()
    assert (own(coded, CODES[0]), own(coded, CODES[1])) == (1, 3)
    assert coded.errors == []


def test_merging_says_how_many_passages_bear_both(coded: Coder) -> None:
    dialog = MergeDialog(coded.desk, node(coded, CODES[0]), coded.page.codebook.show_code, coded.page)
    assert dialog.consequence.text() == "4 passages in 2 interviews bear it."
    dialog.target.setCurrentIndex(dialog.target.findData(coded.id_of(CODES[1])))
    assert dialog.consequence.text() == (
        "4 passages in 2 interviews bear it. 1 of them bears “Secret professionnel” already, and will bear it once.")
    dialog.target.setEditText("nowhere")
    assert dialog.consequence.text() == "4 passages in 2 interviews bear it."
    dialog.target.setCurrentIndex(dialog.target.findData(coded.id_of(CODES[1])))
    dialog.accept()
    assert own(coded, CODES[1]) == 4
    coded.desk.undo()
    assert (own(coded, CODES[0]), own(coded, CODES[1])) == (4, 1)


def test_merging_themes_tells_of_codes_of_one_name(coded: Coder) -> None:
    codes.add(coded.desk, name="Secret professionnel", parent_id=coded.id_of("Statut"))
    dialog = MergeDialog(coded.desk, node(coded, "Réticences"), coded.page.codebook.show_code, coded.page)
    dialog.target.setCurrentIndex(dialog.target.findData(coded.id_of("Statut")))
    assert "Merged too, since both have them below: “Secret professionnel”." in dialog.consequence.text()


def test_deleting_is_undone_whole(coded: Coder, dialogs: Dialogs) -> None:
    code_menu.delete(coded.page, coded.desk, node(coded, "Réticences"))
    assert dialogs.said[0].explained == (
        "4 passages in 2 interviews bear it. 2 codes below it are concerned too. Passages left without any code or "
        "memo go with it. This can be undone.")
    assert coded.marks == []
    coded.desk.undo()
    assert own(coded, CODES[0]) == 4
    assert len(coded.marks) == 3


def test_the_themes_are_recoloured_in_one_act(coder: Coder) -> None:
    codes.edit(coder.desk, coder.id_of(CODES[0]), colour="#123456")
    before = {entry.id: entry.colour for entry in coder.desk.codebook}
    dialog = RecolourDialog(coder.desk, coder.page)
    assert dialog.palette_chosen is OKABE_ITO
    assert "2008" in dialog.said.text()
    assert not dialog.follow.isHidden()
    dialog.follow.setChecked(True)
    dialog.accept()
    expected = OKABE_ITO.values
    assert [entry.colour for entry in coder.desk.codebook] == [expected[0]] * 3 + [expected[1]] * 2
    coder.desk.undo()
    assert {entry.id: entry.colour for entry in coder.desk.codebook} == before


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_palette_is_seen_before_it_is_taken(coder: Coder, choice: theme.Choice) -> None:
    theme.use(choice)
    for place in range(7):
        codes.add(coder.desk, name=f"Thème {place}", parent_id=None)
    dialog = RecolourDialog(coder.desk, coder.page)
    dialog.show()
    assert dialog.said.text().endswith("It has fewer colours than there are themes: 3 themes share one.")
    for place, palette in enumerate(PALETTES):
        button = dialog.choices.button(place)
        assert button is not None
        button.click()
        image = dialog.preview.grab().toImage()
        wanted = theme.tint(palette.values[1], 1.0).name()
        assert image.pixelColor(52, 4 + 28 + 14).name() == wanted
        assert dialog.colours()[coder.desk.codebook.themes[1].id] == palette.values[1]


def test_one_code_takes_a_colour_of_any_palette(coder: Coder) -> None:
    menu = coder.page.codebook.menu_for(node(coder, CODES[0]))
    colours = next(found for action in menu.actions() if (found := action.menu()) is not None)
    below = [found for action in colours.actions() if (found := action.menu()) is not None]
    assert len(below) == len(SAFE)
    below[0].actions()[2].trigger()
    assert node(coder, CODES[0]).own_colour == OKABE_ITO.values[2]
    texts = [action.text() for action in coder.page.codebook.menu_for(node(coder, CODES[0])).actions()]
    assert any("Split" in text for text in texts)


def test_example_passages_are_read_and_reached_from_the_definition(coded: Coder) -> None:
    view = coded.page.passage.definition
    coded.text.choose(coded.marks[0].id)
    assert view.use.isVisibleTo(view)
    view.use.click()
    assert not view.use.isVisibleTo(view)
    assert "Au début" in view.text()
    assert "Inès, turn 2" in view.text()
    passages.mark_strong(coded.desk, passage_id=coded.marks[2].id, strong=True)
    coded.text.choose(coded.marks[1].id)
    assert "Strong quotes" in view.text()
    view.follow_link(f"use {coded.marks[2].id}")
    assert "Strong quotes" not in view.text()
    asked: list[tuple[int, int, int]] = []
    coded.desk.place_asked.connect(lambda *place: asked.append(place))
    view.follow_link(f"go {coded.marks[2].id}")
    assert asked == [(1, coded.marks[2].start, coded.marks[2].end)]
    view.follow_link(f"drop {coded.marks[0].id}")
    assert "Au début" not in view.text()
    coded.desk.undo()
    assert "Au début" in view.text()
    passages.remove(coded.desk, passage_id=coded.marks[0].id)
    assert "Au début" not in view.text()


def test_writing_the_definition_keeps_the_example_passages(coded: Coder) -> None:
    codes.use_example(coded.desk, code_id=coded.id_of(CODES[0]), passage_id=coded.marks[0].id)
    from app.coder.codebook.definition_dialog import DefinitionDialog

    dialog = DefinitionDialog(coded.desk, coded.id_of(CODES[0]), coded.page)
    assert dialog.values()["example"] == ""
    dialog._texts["example"].setPlainText("On a peur.")
    dialog.accept()
    coded.text.choose(coded.marks[1].id)
    assert "On a peur." in coded.page.passage.definition.text()
    assert "Inès, turn 2" in coded.page.passage.definition.text()

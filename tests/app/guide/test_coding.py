# SPDX-License-Identifier: GPL-3.0-or-later
"""From the guide to codes: a first codebook, the answers to a question, what a participant says."""

from __future__ import annotations

from functools import partial

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction

from app.guide.answers_dialog import AnswersDialog
from app.guide.code_field import CodeField
from app.guide.codebook_dialog import CodebookDialog
from app.guide.speaker_dialog import SpeakerDialog
from app.window import MainWindow
from coding.guides import asked
from tests.app.conftest import Dialogs
from tests.app.guide.conftest import Guided


def put(guided: Guided) -> None:
    """The first question was put to Paul and Inès, the one on the team to Paul."""
    first, _prompt, team, _support = (row.id for row in guided.guide.questions)
    for turn, question in ((guided.turn("Paul", 1), first), (guided.turn("Paul", 3), team),
                           (guided.turn("Inès", 1), first)):
        guided.act(partial(asked.put, turn_id=turn, question_id=question, on=True))


def test_the_first_codebook_is_shown_then_made(guided: Guided) -> None:
    guided.page.commands()["guide.codebook"]()
    dialog = guided.dialog(CodebookDialog)
    assert next(item.text(0) for item in dialog._items()) == "Parcours"
    assert all(dialog.tree.visualItemRect(item).height() for item in dialog._items())
    dialog.questions.setChecked(True)
    assert all(item.parent() is None for item in dialog._items())
    dialog.sections.setChecked(True)
    top = dialog.tree.topLevelItem(0)
    assert top is not None
    top.setCheckState(0, Qt.CheckState.Unchecked)
    left = {path[0] for path in dialog.left_out}
    assert left == {"Parcours"}
    before = len(guided.desk.codebook)
    dialog.accept()
    made = [node for node in guided.desk.codebook if node.origin == "guide"]
    assert made
    assert "Parcours" not in {node.name for node in made}
    assert guided.page.told.text
    assert guided.guide.questions[3].theme_id in {node.id for node in made}
    guided.desk.undo()
    assert len(guided.desk.codebook) == before


def test_answers_are_looked_at_then_coded_in_one_act(guided: Guided) -> None:
    put(guided)
    guided.page.outline.view.pick(guided.guide.questions[0].id)
    guided.page.commands()["guide.answers"]()
    dialog = guided.dialog(AnswersDialog)
    assert dialog.question_id == guided.guide.questions[0].id
    shown = [dialog.preview.item(n).text() for n in range(dialog.preview.count())]  # type: ignore[union-attr]
    assert len(shown) == 2
    assert "Par hasard" in shown[0]
    assert not dialog.take.isEnabled()
    dialog.code.box.setEditText("Parcours > Arrivée")
    assert dialog.take.isEnabled()
    dialog.ticks.tick([guided.interview("Paul")])
    assert dialog.preview.count() == 1
    before = guided.desk.counts
    dialog.accept()
    node = guided.desk.codebook.find(["Parcours", "Arrivée"])
    assert node is not None
    assert guided.desk.counts is before
    assert guided.page.told.text.startswith("1 ")
    guided.desk.undo()
    assert guided.desk.codebook.find(["Parcours", "Arrivée"]) is None


def test_the_code_that_a_question_opens_is_proposed(guided: Guided) -> None:
    put(guided)
    theme = guided.desk.codebook.themes[0]
    guided.page.outline.view.outline.edited.emit(
        guided.page.outline.view.outline.lines[1], 2, theme.id)
    guided.page.outline.view.pick(guided.guide.questions[0].id)
    guided.page.code_answers()
    dialog = guided.dialog(AnswersDialog)
    choice = dialog.code.choice
    assert choice is not None
    assert choice.code_id == theme.id
    dialog.reject()


def test_what_a_participant_says_is_coded_in_one_act(guided: Guided) -> None:
    guided.page.commands()["guide.speaker"]()
    dialog = guided.dialog(SpeakerDialog)
    names = [dialog.people.itemText(n) for n in range(dialog.people.count())]
    assert names[:3] == ["Paul", "Inès", "Nora"]
    dialog.people.setCurrentIndex(2)
    assert dialog.chosen == [guided.interview("Nora")]
    dialog.code.box.setEditText("crainte")
    dialog.accept()
    assert guided.page.told.text.startswith("2 ")
    assert guided.desk.codebook.find(["crainte"]) is None
    guided.desk.undo()


def test_without_a_guide_what_needs_one_says_so(bare: Guided, dialogs: Dialogs) -> None:
    for key in ("guide.find", "guide.codebook", "guide.answers"):
        bare.page.commands()[key]()
    assert len(dialogs.said) == 3


def test_a_code_is_named_by_its_path_its_name_or_made(guided: Guided) -> None:
    field = CodeField(guided.desk.codebook)
    guided.qtbot.addWidget(field)
    assert field.choice is None
    for words, known in (("Réticences > Crainte", True), ("crainte", True), ("Statut > Cadre", False)):
        field.box.setEditText(words)
        assert field.choice is not None
        assert (field.choice.code_id is not None) is known
        assert bool(field.told.text().strip()) is (words != "Réticences > Crainte"), "no path twice"
    assert "Statut > Cadre" in field.told.text()


def test_the_menu_shows_the_page_then_does_what_it_says(opened: MainWindow) -> None:
    opened.show_page("quotes")
    action = opened.findChild(QAction, "guide.speaker")
    assert action is not None
    action.trigger()
    assert opened.pages is not None
    assert opened.pages.key == "corpus"
    dialog = next(each for each in opened.findChildren(SpeakerDialog) if each.isVisible())
    dialog.reject()

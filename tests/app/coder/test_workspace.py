# SPDX-License-Identifier: GPL-3.0-or-later
"""The Coder by its keys and its mouse: what is done is in the project, in the index, and painted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import theme
from app.coder import keys
from app.coder.palette.palette_lines import Create, Elsewhere, InVivo
from app.coder.workspace import CoderWorkspace
from app.desk import Desk
from app.settings import Settings
from app.tasks import Tasks
from coding import codebook, memos, merging
from coding.changes import Label
from models.errors import KnownError
from models.store import open_store
from tests import build
from tests.app.coder.conftest import CODES, Coder

CONTROL, ALT, SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
                       Qt.KeyboardModifier.ShiftModifier)


def test_select_a_few_letters_enter(coder: Coder) -> None:
    start, end = coder.select("une inquiétude que personne ne disait")
    coder.key(Qt.Key.Key_K, CONTROL)
    palette = coder.page.giving.palette
    assert palette.isVisible()
    coder.write(palette.field, "sECRE")
    coder.key(Qt.Key.Key_Return, on=palette.field)
    assert not palette.isVisible()
    mark, = coder.marks
    assert (mark.start, mark.end) == (start, end)
    assert mark.codes == (coder.id_of(CODES[1]),)
    assert coder.text.chosen == mark.id
    assert coder.text.selected() is None
    assert coder.page.passage.mark == mark


def test_undo_and_redo_are_painted(coder: Coder) -> None:
    start, _end = coder.select("une inquiétude que personne")
    plain = coder.tint_at(0)
    coder.key(Qt.Key.Key_1)
    coder.text.choose(None)
    coloured = coder.tint_at(start + 4)
    expected = theme.tint(coder.desk.codebook.by_id[coder.id_of(CODES[0])].colour, 0.15)
    assert coloured.name() == expected.name()
    coder.desk.undo()
    assert coder.marks == []
    assert coder.tint_at(start + 4).name() == theme.palette().page.name() == plain.name()
    coder.desk.redo()
    assert coder.quoted() == ["une inquiétude que personne"]
    assert coder.tint_at(start + 4).name() == expected.name()


@pytest.mark.parametrize(("digit", "path"), [(Qt.Key.Key_1, CODES[0]), (Qt.Key.Key_3, CODES[2])])
def test_a_digit_gives_the_code_that_has_it(coder: Coder, digit: Qt.Key, path: str) -> None:
    coder.select(" poser mes limites. ".strip())
    coder.key(digit)
    assert [mark.codes for mark in coder.marks] == [(coder.id_of(path),)]


def test_a_digit_without_selection_does_nothing(coder: Coder) -> None:
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_7)
    assert coder.marks == []
    assert coder.errors == []


def test_the_selection_is_trimmed_of_white_space_and_labels(coder: Coder) -> None:
    read = coder.page.reading
    assert read is not None
    low = read.projection.position(read.transcript.text.index("Oui ?")) - 2
    cursor = coder.text.textCursor()
    cursor.setPosition(low)
    cursor.setPosition(low + 8, cursor.MoveMode.KeepAnchor)
    coder.text.setTextCursor(cursor)
    coder.key(Qt.Key.Key_1)
    assert coder.quoted() == ["Oui ?"]


def test_keyboard_selection(coder: Coder) -> None:
    read = coder.page.reading
    assert read is not None
    cursor = coder.text.textCursor()
    cursor.setPosition(read.projection.position(read.transcript.text.index("Pendant")))
    coder.text.setTextCursor(cursor)
    for _n in range(2):
        coder.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    coder.key(Qt.Key.Key_2)
    assert coder.quoted() == ["Pendant deux"]


def test_two_codes_on_one_passage_and_one_taken_off(coder: Coder) -> None:
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_3)  # the chosen passage is what is coded
    mark, = coder.marks
    assert mark.codes == (coder.id_of(CODES[0]), coder.id_of(CODES[2]))
    chips = coder.page.passage.chips.widgets()
    assert len(chips) == 3
    coder.key(Qt.Key.Key_Delete, on=chips[0])
    assert coder.marks[0].codes == (coder.id_of(CODES[2]),)
    coder.key(Qt.Key.Key_Delete)
    assert coder.marks == []
    coder.desk.undo()
    assert coder.quoted() == ["poser mes limites"]


def test_repeat_and_in_vivo(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_2)
    coder.select("je sortais de la salle")
    coder.key(Qt.Key.Key_Period, CONTROL)
    assert coder.marks[1].codes == (coder.id_of(CODES[1]),)
    coder.select("pas de case.")
    coder.key(Qt.Key.Key_I, CONTROL)
    assert coder.marks[2].codes == (coder.id_of("Réticences > pas de case"),)


def test_a_code_made_on_a_passage_that_has_some_is_the_latest_used(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_2)
    coder.page.giving.give_new(["réticences", "Jalousie"], None)
    coder.select("je sortais de la salle")
    coder.key(Qt.Key.Key_Period, CONTROL)
    assert coder.marks[1].codes == (coder.id_of("Réticences > Jalousie"),)


def test_what_is_picked_in_the_codebook_codes_nothing_out_of_sight(coder: Coder) -> None:
    coder.page.resize(1000, 260)
    coder.select("Au début")
    coder.text.show_offset(10_000)
    assert not coder.text.span_rect(*coder.text.selected() or (0, 0)).height()
    coder.page.codebook.picked.emit(coder.id_of(CODES[0]))
    assert coder.marks == []
    assert coder.text.span_rect(*coder.text.selected() or (0, 0)).height() > 4
    coder.page.codebook.picked.emit(coder.id_of(CODES[0]))
    assert coder.quoted() == ["Au début"]


def test_the_palette_creates(coder: Coder) -> None:
    coder.page.codebook.show_code(coder.id_of(CODES[2]))
    coder.select("Au début")
    coder.key(Qt.Key.Key_Return)
    palette = coder.page.giving.palette
    coder.write(palette.field, "Titre flou")
    kinds = [type(entry) for entry in palette.entries()]
    assert kinds == [Create, Elsewhere, Create, InVivo]
    coder.key(Qt.Key.Key_Return, on=palette.field)
    assert coder.marks[0].codes == (coder.id_of("Statut > Titre flou"),)
    coder.select("Pendant deux mois")
    coder.key(Qt.Key.Key_K, CONTROL)
    palette.field.insert("Temps > Durée")
    coder.key(Qt.Key.Key_Return, on=palette.field)
    assert coder.marks[1].codes == (coder.id_of("Temps > Durée"),)
    coder.desk.undo()
    assert coder.desk.codebook.find(["Temps"]) is None


def test_escape_closes_the_palette_and_gives_the_focus_back(coder: Coder, qtbot: QtBot) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_K, CONTROL)
    coder.key(Qt.Key.Key_Escape, on=coder.page.giving.palette.field)
    assert not coder.page.giving.palette.isVisible()
    assert coder.text.selected() is not None
    coder.key(Qt.Key.Key_Escape)
    assert coder.text.selected() is None


def test_double_click_in_the_tree_codes(coder: Coder) -> None:
    coder.select("Au début")
    tree, model = coder.page.codebook.tree, coder.page.codebook.model
    view = tree.viewport()
    assert view is not None
    place = tree.visualRect(model.index_of(coder.id_of(CODES[1]))).center()
    coder.click(view, place)
    coder.double_click(view, place)
    assert [mark.codes for mark in coder.marks] == [(coder.id_of(CODES[1]),)]


def test_clicks_choose_the_passage_then_the_one_around_it(coder: Coder) -> None:
    outer = coder.select("une inquiétude que personne ne disait")
    coder.key(Qt.Key.Key_1)
    coder.select("personne")
    coder.key(Qt.Key.Key_2)
    coder.text.choose(None)
    read, view = coder.page.reading, coder.text.viewport()
    assert read is not None
    assert view is not None
    cursor = coder.text.textCursor()
    cursor.setPosition(read.projection.position(read.transcript.text.index("personne") + 3))
    point = coder.text.cursorRect(cursor).center() + QPoint(2, 0)
    inner_id = next(mark.id for mark in coder.marks if mark.start != outer[0])
    outer_id = next(mark.id for mark in coder.marks if mark.start == outer[0])
    for expected in (inner_id, outer_id, inner_id):
        coder.click(view, point)
        assert coder.text.chosen == expected
    coder.click(view, point)
    assert coder.text.chosen == outer_id
    coder.text.choose(None)
    placed = coder.text.margin.placed(0, view.height())
    assert [name.name.code_id for name in placed] == [coder.id_of(CODES[0]), coder.id_of(CODES[1])]
    coder.click(coder.text.margin, coder.text.margin.box(placed[1]).center().toPoint())
    assert coder.text.chosen == inner_id


def test_clicks_select_word_sentence_paragraph(coder: Coder) -> None:
    read, view = coder.page.reading, coder.text.viewport()
    assert read is not None
    assert view is not None
    cursor = coder.text.textCursor()
    cursor.setPosition(read.projection.position(read.transcript.text.index("personne") + 3))
    point = coder.text.cursorRect(cursor).center() + QPoint(2, 0)

    def words() -> str:
        span = coder.text.selected()
        return read.transcript.text[slice(*span)] if span else ""

    coder.click(view, point)
    coder.double_click(view, point)
    assert words() == "personne"
    coder.click(view, point)
    assert words() == "Au début 😀 il y avait une inquiétude que personne ne disait."
    coder.click(view, point)
    assert words().startswith("Au début 😀") and words().endswith("poser mes limites.")


def test_a_passage_that_begins_in_a_label_keeps_its_name_in_the_margin(coder: Coder) -> None:
    from app.acts import passages

    read = coder.page.reading
    assert read is not None
    start = read.transcript.text.index("Inès : Pendant")
    passages.code_span(coder.desk, interview_id=1, start=start, end=start + 20, code_ids=[coder.id_of(CODES[0])])
    placed = coder.text.margin.placed(0, 800)
    assert [name.name.passage_id for name in placed] == [coder.marks[0].id]
    assert coder.text.sight is not None
    stripe, = coder.text.sight.stripes(0, 800)
    assert stripe.top == coder.text.sight.line_at(read.transcript.text.index("Pendant"))[0]


def test_bounds_move_by_words(coder: Coder) -> None:
    coder.select("une inquiétude que")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_Right, ALT)
    assert coder.quoted() == ["une inquiétude que personne"]
    coder.key(Qt.Key.Key_Left, ALT | SHIFT)
    assert coder.quoted() == ["avait une inquiétude que personne"]
    coder.key(Qt.Key.Key_Right, ALT | SHIFT)
    coder.key(Qt.Key.Key_Left, ALT)
    assert coder.quoted() == ["une inquiétude que"]
    assert coder.text.chosen == coder.marks[0].id
    for _n in range(4):
        coder.desk.undo()
    assert coder.quoted() == ["une inquiétude que"]


def test_a_memo_is_one_act(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    editor, mark = coder.page.passage.memo, coder.marks[0]
    revision = coder.desk.store.revision()
    coder.write(editor, "Premier mot")
    assert coder.desk.store.revision() == revision
    editor.keep()
    assert coder.desk.store.revision() == revision + 1
    assert coder.marks[0].has_memo
    assert coder.desk.read_now(lambda s: memos.read(s, target="passage_id", target_id=mark.id)) == "Premier mot"
    coder.desk.undo()
    assert editor.toPlainText() == ""
    coder.write(editor, "Tenu")
    coder.page.settle()
    assert coder.marks[0].has_memo


def test_a_strong_quote(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.page.passage.star.click()
    assert coder.marks[0].strong
    coder.desk.undo()
    assert not coder.marks[0].strong
    assert not coder.page.passage.star.isChecked()


def test_next_and_previous_passage(coder: Coder) -> None:
    for words in ("Au début", "poser mes limites", "pas de case"):
        coder.select(words)
        coder.key(Qt.Key.Key_1)
    coder.text.choose(coder.marks[0].id)
    coder.key(Qt.Key.Key_Down, CONTROL)
    assert coder.text.chosen == coder.marks[1].id
    coder.key(Qt.Key.Key_Down, CONTROL)
    coder.key(Qt.Key.Key_Down, CONTROL)
    assert coder.text.chosen == coder.marks[2].id
    coder.key(Qt.Key.Key_Up, CONTROL)
    assert coder.text.chosen == coder.marks[1].id


def test_interviews_follow_one_another_and_are_remembered(coder: Coder) -> None:
    assert coder.page.header.place.text() == "1 / 2"
    coder.key(Qt.Key.Key_PageDown, CONTROL)
    assert coder.page.header.choice.currentText() == "Paul"
    coder.key(Qt.Key.Key_PageDown, CONTROL)
    assert coder.page.header.place.text() == "2 / 2"
    again = CoderWorkspace(coder.desk, coder.page.settings)
    assert again.header.choice.currentText() == "Paul"
    again.deleteLater()


def test_a_place_asked_is_shown_and_its_passage_chosen(coder: Coder) -> None:
    start, end = coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_PageDown, CONTROL)
    coder.page.show_place(1, start, end)
    assert coder.page.header.choice.currentText() == "Inès"
    assert coder.text.chosen == coder.marks[0].id


def test_the_page_follows_the_corpus(coder: Coder) -> None:
    from coding import corpus

    coder.desk.do(Label("rename"), lambda s: corpus.rename(s, 1, "Inès B."))
    assert coder.page.header.choice.currentText() == "Inès B."
    coder.desk.do(Label("remove"), lambda s: corpus.remove_interview(s, 1))
    assert coder.page.header.choice.currentText() == "Paul"
    coder.desk.do(Label("remove"), lambda s: corpus.remove_interview(s, 2))
    assert coder.page.reading is None
    assert coder.page.empty.isVisible()
    coder.desk.undo()
    assert coder.page.header.choice.currentText() == "Paul"
    assert not coder.page.empty.isVisible()


def test_status_says_turns_and_passages(coder: Coder) -> None:
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    status = coder.page.status_text()
    assert "4" in status and "1" in status and "2" in status


def test_a_merged_code_leaves_its_passages_to_the_other(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.desk.do(Label("merge"), lambda s: merging.merge(s, coder.id_of(CODES[0]), into=coder.id_of(CODES[2])))
    assert coder.marks[0].codes == (coder.id_of(CODES[2]),)
    coder.text.grab()
    coder.desk.undo()
    assert coder.marks[0].codes == (coder.id_of(CODES[0]),)
    coder.desk.do(Label("delete"), lambda s: codebook.remove(s, coder.id_of("Réticences")))
    assert coder.marks == []
    coder.page.grab()


def test_what_is_copied_is_the_interviews_text(coder: Coder) -> None:
    coder.select("😀 il y avait")
    assert coder.text.createMimeDataFromSelection().text() == "😀 il y avait"


def test_another_theme_and_size_keep_the_place(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.page.settings.reading_size = 24
    theme.use("dark")
    coder.page.grab()
    assert coder.text.chosen == coder.marks[0].id
    span = coder.select("poser mes limites")
    theme.use("light")
    assert coder.text.selected() == span


def test_read_only_shows_and_changes_nothing(coder: Coder, qtbot: QtBot, tmp_path: Path) -> None:
    store = open_store(tmp_path / "Essai.filrouge")
    assert store.read_only
    desk = Desk(store, Tasks(inline=True))
    failed: list[KnownError] = []
    desk.failed.connect(failed.append)
    page = CoderWorkspace(desk, Settings(tmp_path / "other.ini"))
    qtbot.addWidget(page)
    page.show()
    page.page.pick(60, 80)
    for key, modifier in ((Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, CONTROL),
                          (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_I, CONTROL)):
        coder.key(key, modifier, on=page.page)
    assert not page.giving.palette.isVisible()
    assert not {f"coding.{key.verb}" for key in keys.KEYS if key.writes} & set(page.commands())
    assert failed == []
    desk.tasks.close()
    store.close()


def test_without_interview_or_code_it_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    writer = build.project(tmp_path, title="Vide")
    writer.store.close()
    store = open_store(tmp_path / "Vide.filrouge")
    desk = Desk(store, Tasks(inline=True))
    page = CoderWorkspace(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.status_text() == ""
    page.codebook.field.setText("Accueil")
    qtbot.keyClick(page.codebook.field, Qt.Key.Key_Return)
    assert desk.codebook.find(["Accueil"]) is not None
    desk.tasks.close()
    store.close()


def test_words_fit_the_page_however_it_came_to_its_size(coder: Coder) -> None:
    for width in (1360, 900, 1900):  # the first is the size it was first shown at
        coder.page.resize(width, 840)
        document, view = coder.text.document(), coder.text.viewport()
        assert document is not None
        assert view is not None
        assert document.pageSize().width() == view.width()
    assert coder.text.margin.geometry().left() > coder.text.gutter.geometry().right()


def test_an_empty_project_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    build.project(tmp_path).store.close()
    with open_store(tmp_path / "Essai.filrouge") as store:
        desk = Desk(store, Tasks(inline=True))
        page = CoderWorkspace(desk, Settings(tmp_path / "settings.ini"))
        qtbot.addWidget(page)
        page.resize(1280, 720)
        page.show()
        page.activate()
        assert page.focusWidget() is page.codebook.field
        assert not page.passage.definition.isVisible()
        assert not page.header.choice.isVisible()
        said = page.empty.findChildren(QLabel)
        assert all(label.height() >= label.heightForWidth(label.width()) for label in said)
        qtbot.keyClicks(page.codebook.field, "Statut")
        qtbot.keyClick(page.codebook.field, Qt.Key.Key_Return)
        assert [node.name for node in desk.codebook] == ["Statut"]
        assert page.passage.definition.isVisible()
        desk.tasks.close()

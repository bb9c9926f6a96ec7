# SPDX-License-Identifier: GPL-3.0-or-later
"""Memos written beside the page: each on what it was typed for, nothing lost."""

from __future__ import annotations

from PyQt6.QtCore import Qt

from app.acts import codes
from app.acts import passages as acts
from coding import memos
from tests.app.coder.conftest import CODES, Coder


def on_code(coder: Coder, path: str) -> str:
    """The memo of a code, as recorded."""
    code_id = coder.id_of(path)
    return coder.desk.read_now(lambda session: memos.read(session, target="code_id", target_id=code_id))


def on_passage(coder: Coder, place: int) -> str:
    """The memo of a passage, as recorded."""
    passage_id = coder.marks[place].id
    return coder.desk.read_now(lambda session: memos.read(session, target="passage_id", target_id=passage_id))


def code_two(coder: Coder) -> None:
    """Two passages, the second chosen."""
    for words, key in (("Au début", Qt.Key.Key_1), ("poser mes limites", Qt.Key.Key_3)):
        coder.select(words)
        coder.key(key)


def test_typed_fast_it_stays_with_its_passage(coder: Coder) -> None:
    code_two(coder)
    first, second = coder.marks
    coder.text.choose(first.id)
    coder.write(coder.page.passage.memo, "Du premier")
    coder.text.choose(second.id)
    assert coder.page.passage.memo.toPlainText() == ""
    assert (on_passage(coder, 0), on_passage(coder, 1)) == ("Du premier", "")
    coder.write(coder.page.passage.memo, "Du second")
    coder.page.header.step(1)
    coder.page.header.step(-1)
    assert (on_passage(coder, 0), on_passage(coder, 1)) == ("Du premier", "Du second")


def test_the_memo_of_a_code_is_shown_and_written_in_one_act(coder: Coder) -> None:
    view = coder.page.passage.definition
    coder.page.codebook.show_code(coder.id_of(CODES[0]))
    coder.write(view.memo, "A fusionner ?")
    coder.page.codebook.show_code(coder.id_of(CODES[1]))
    assert view.memo.toPlainText() == ""
    assert (on_code(coder, CODES[0]), on_code(coder, CODES[1])) == ("A fusionner ?", "")
    coder.page.codebook.show_code(coder.id_of(CODES[0]))
    assert view.memo.toPlainText() == "A fusionner ?"
    coder.desk.undo()
    assert view.memo.toPlainText() == ""
    coder.desk.redo()
    assert view.memo.toPlainText() == "A fusionner ?"


def test_the_memo_follows_the_code_that_a_chip_asks_for(coder: Coder) -> None:
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_3)
    view, chips = coder.page.passage.definition, coder.page.passage.chips.widgets()
    coder.write(view.memo, "Du premier")
    chips[1].click()  # type: ignore[attr-defined]
    assert view.code_id == coder.id_of(CODES[2])
    assert on_code(coder, CODES[0]) == "Du premier"
    assert on_code(coder, CODES[2]) == ""


def test_what_is_typed_survives_other_acts_and_what_it_was_for_may_go(coder: Coder) -> None:
    code_two(coder)
    passage, view = coder.page.passage, coder.page.passage.definition
    coder.write(view.memo, "En cours")
    coder.write(passage.memo, "Aussi")
    coder.desk.changed.emit(coder.desk.writer.last)  # an act of elsewhere
    assert view.memo.toPlainText() == "En cours"
    assert passage.memo.toPlainText() == "Aussi"
    passage.memo.setPlainText("Perdu avec son passage")
    acts.remove(coder.desk, passage_id=coder.marks[1].id)
    codes.remove(coder.desk, coder.id_of("Statut"))
    coder.page.settle()
    assert coder.errors == []
    assert len(coder.marks) == 1


def test_a_link_to_the_passage_is_copied_and_leads_back_from_its_memo(coder: Coder) -> None:
    coder.select("une inquiétude que personne ne disait")
    coder.key(Qt.Key.Key_1)
    first = coder.text.chosen
    coder.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    coder.select("Et dans l’équipe")
    coder.key(Qt.Key.Key_2)
    memo = coder.page.passage.memo
    memo.setFocus()
    memo.paste()
    memo.keep()
    assert [target.id for target in memo.targets.values()] == [first]
    asked: list[tuple[int, int, int]] = []
    coder.desk.place_asked.connect(lambda *place: asked.append(place))
    memo.go(memo.links[0])
    assert len(asked) == 1
    coder.page.show_place(*asked[0])
    assert coder.text.chosen == first

# SPDX-License-Identifier: GPL-3.0-or-later
"""What keys, menus and the panel do to passages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QApplication, QMenu

from app.coder.workspace import CoderWorkspace
from app.desk import Desk
from app.tasks import Tasks
from coding import citations, coders, passage_memos, passages, project
from coding.changes import Label
from coding.language import _
from models.store import open_store
from tests.app.coder.conftest import CODES, FIRST, Coder

CONTROL, ALT, SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
                       Qt.KeyboardModifier.ShiftModifier)
A, B, C = CODES


@pytest.fixture
def told(coder: Coder) -> list[str]:
    """What is said to the reader."""
    said: list[str] = []
    for part in (coder.page.moving, coder.page.reshaping, coder.page.giving):
        part.told.connect(said.append)
    return said


@pytest.fixture
def code(coder: Coder) -> Callable[..., int]:
    """Give codes to words of the interview read; returns the passage's id."""

    def give(words: str, *paths: str) -> int:
        coder.select(words)
        for path in paths:
            coder.page.giving.give(coder.id_of(path))
        assert coder.text.chosen is not None
        return coder.text.chosen

    return give


def put_caret(coder: Coder, before: str) -> None:
    """Put the caret before some words."""
    assert coder.page.reading is not None
    coder.text.set_caret(coder.page.reading.transcript.text.index(before))


def codes_of(coder: Coder) -> dict[str, set[int]]:
    """Quote → codes."""
    return {quote: set(mark.codes) for quote, mark in zip(coder.quoted(), coder.marks, strict=True)}


def offered(menu: QMenu) -> dict[str, QAction]:
    """The lines of a menu, by their verb, else by their title."""
    return {action.objectName() or action.text(): action for action in menu.actions() if not action.isSeparator()}


def test_split_at_the_caret_and_join_again(coder: Coder, code: Callable[..., int]) -> None:
    code("J’ai préféré en parler, poser mes limites.", A, B)
    put_caret(coder, "oser mes limites")  # a word is never cut
    coder.key(Qt.Key.Key_J, CONTROL | SHIFT)
    both = {coder.id_of(A), coder.id_of(B)}
    assert codes_of(coder) == {"J’ai préféré en parler,": both, "poser mes limites.": both}
    assert coder.text.chosen == coder.marks[1].id
    coder.key(Qt.Key.Key_Up, CONTROL)
    coder.key(Qt.Key.Key_J, CONTROL)
    assert codes_of(coder) == {"J’ai préféré en parler, poser mes limites.": both}
    assert coder.text.chosen == coder.marks[0].id
    coder.desk.undo()
    assert len(coder.marks) == 2
    coder.desk.undo()
    assert len(coder.marks) == 1


def test_split_needs_the_caret_inside(coder: Coder, code: Callable[..., int], told: list[str]) -> None:
    code("Au début", A)
    put_caret(coder, "inquiétude")
    coder.key(Qt.Key.Key_J, CONTROL | SHIFT)
    assert coder.quoted() == ["Au début"]
    assert told == [_("Put the caret inside a passage, where it is to be cut.")]


def test_join_keeps_both_memos_in_sight(coder: Coder, code: Callable[..., int]) -> None:
    for words, note in (("Au début", "un"), ("il y avait", "deux")):
        code(words, A)
        coder.page.passage.memo.setPlainText(note)
        coder.page.passage.memo.keep()
    coder.key(Qt.Key.Key_Up, CONTROL)
    coder.key(Qt.Key.Key_J, CONTROL)
    assert coder.quoted() == ["Au début 😀 il y avait"]
    assert coder.page.passage.memo.toPlainText() == "un\n\ndeux"


def test_join_prefers_a_shared_code_and_stays_near(coder: Coder, code: Callable[..., int], told: list[str]) -> None:
    code("une inquiétude", B)
    code("Pendant deux mois", A)
    first = code("Au début", A)
    coder.text.choose(first)
    coder.key(Qt.Key.Key_J, CONTROL)
    assert coder.quoted()[0].endswith("Pendant deux mois")
    coder.desk.undo()
    coder.text.choose(next(mark.id for mark in coder.marks if mark.codes == (coder.id_of(A),) and mark.id != first))
    coder.key(Qt.Key.Key_J, CONTROL)
    assert told == [_("No passage begins close enough after this one to be joined with it.")]


def test_replace_the_only_code(coder: Coder, code: Callable[..., int]) -> None:
    code("Au début", A)
    coder.key(Qt.Key.Key_R, CONTROL)
    palette = coder.page.giving.palette
    assert palette.isVisible()
    coder.write(palette.field, "cadre")
    coder.key(Qt.Key.Key_Return, on=palette.field)
    assert codes_of(coder) == {"Au début": {coder.id_of(C)}}
    assert len(coder.page.passage.chips.widgets()) == 2
    coder.desk.undo()
    assert codes_of(coder) == {"Au début": {coder.id_of(A)}}


def test_replace_asks_which_of_several(coder: Coder, code: Callable[..., int]) -> None:
    code("Au début", A, B)
    coder.key(Qt.Key.Key_R, CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    next(action for action in menu.actions() if "Secret professionnel" in action.text()).trigger()
    menu.close()
    palette = coder.page.giving.palette
    coder.write(palette.field, "cadre")
    coder.key(Qt.Key.Key_Return, on=palette.field)
    assert codes_of(coder) == {"Au début": {coder.id_of(A), coder.id_of(C)}}


def test_strong_by_key_star_and_menu(coder: Coder, code: Callable[..., int]) -> None:
    code("Au début", A)
    star = coder.page.passage.star
    coder.key(Qt.Key.Key_B, CONTROL)
    assert coder.marks[0].strong and star.isChecked()
    coder.click(star, star.rect().center())
    assert not coder.marks[0].strong and not star.isChecked()
    offered(coder.page.menu.made())["strong"].trigger()
    assert coder.marks[0].strong
    assert offered(coder.page.menu.made())["strong"].isChecked()


def test_what_is_not_to_be_cited_is_told_by_key_switch_and_menu(coder: Coder, code: Callable[..., int]) -> None:
    key = code("Au début", A)
    switch, desk = coder.page.passage.withheld, coder.page.desk

    def withheld() -> bool:
        return desk.read_now(lambda session: citations.read(session, key)).is_withheld

    coder.key(Qt.Key.Key_B, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert withheld() and switch.isChecked()
    coder.click(switch, switch.rect().center())
    assert not withheld() and not switch.isChecked()
    offered(coder.page.menu.made())["withhold"].trigger()
    assert withheld() and offered(coder.page.menu.made())["withhold"].isChecked()
    desk.undo()
    assert not withheld() and not switch.isChecked()


def test_the_memo_is_written_beside_the_text_and_esc_goes_back(coder: Coder, code: Callable[..., int]) -> None:
    key = code("Au début", A)
    coder.text.choose(None)
    put_caret(coder, "début")
    coder.key(Qt.Key.Key_M, CONTROL)
    memo = coder.page.passage.memo
    assert coder.text.chosen == key
    assert memo.hasFocus()
    coder.write(memo, "a b")
    coder.key(Qt.Key.Key_Escape, on=memo)
    assert coder.text.hasFocus()
    assert coder.desk.read_now(lambda s: passage_memos.read(s, key)) == "a b"


def test_overlapping_passages_one_after_the_other(coder: Coder, code: Callable[..., int], told: list[str]) -> None:
    outer = code("une inquiétude que personne ne disait", A)
    inner = code("personne", B)
    beside = code("ne disait. J’ai", C)
    coder.text.choose(None)
    put_caret(coder, "sonne ne")
    met = []
    for _n in range(4):
        coder.key(Qt.Key.Key_Return, ALT)
        met.append(coder.text.chosen)
    assert met == [inner, outer, beside, inner]
    coder.text.choose(outer)
    panel = coder.page.passage
    assert panel.overlap.text().startswith("3 ")
    assert panel.overlaps.overlaps.rowCount() == 3
    assert panel.overlaps.currentIndex().row() == 0
    row = panel.overlaps.overlaps.index(2)
    assert row.data() == "Absence de cadre\nne disait. J’ai"
    view = panel.overlaps.viewport()
    assert view is not None
    coder.click(view, panel.overlaps.visualRect(row).center())
    assert coder.text.chosen == beside
    coder.text.choose(None)
    put_caret(coder, "Pendant")
    coder.key(Qt.Key.Key_Return, ALT)
    assert told == [_("There is no passage at the caret.")]


def test_the_next_passage_of_a_code_across_interviews(coder: Coder, code: Callable[..., int], told: list[str]) -> None:
    first = code("Au début", A, B)
    code("une inquiétude", C)
    second = code("Pendant deux mois", B)
    paul = next(key for key in coder.page._ids if coder.page.reading and
                key != coder.page.reading.transcript.interview_id)
    ines = coder.page._ids[0]
    coder.page.open(paul)
    third = code("Je ne sais pas.", B)
    coder.page.open(ines)
    coder.text.choose(first)
    coder.page.passage.ask_definition(coder.id_of(B))  # the code that was clicked, not the first
    met = []
    for _n in range(3):
        coder.key(Qt.Key.Key_PageDown, ALT)
        met.append(coder.text.chosen)
    assert met == [second, third, first]
    assert coder.page.passage.definition.code_id == coder.id_of(B)
    name = "Secret professionnel"
    assert told == [_("“{code}” in “{interview}”.").format(code=name, interview="Paul"),
                    _("“{code}”: back to the first passage.").format(code=name)]
    for _n in range(2):
        coder.key(Qt.Key.Key_PageUp, ALT)
    assert coder.text.chosen == second
    coder.page.passage.ask_definition(coder.id_of(C))
    coder.text.choose(None)
    coder.page.passage.ask_definition(coder.id_of("Statut"))
    coder.key(Qt.Key.Key_PageDown, ALT)
    assert coder.page.passage.mark is not None
    assert coder.page.passage.mark.codes == (coder.id_of(C),)
    coder.key(Qt.Key.Key_PageDown, ALT)
    assert told[-1] == _("This is the only passage of “{code}”.").format(code="Statut")


def test_bounds_mode_shows_as_it_goes_and_is_one_act(coder: Coder, code: Callable[..., int]) -> None:
    code("une inquiétude que", A)
    revision = coder.desk.store.revision()
    coder.key(Qt.Key.Key_F4)
    strip = coder.page.bounds.strip
    assert strip.isVisible()
    coder.key(Qt.Key.Key_Right, CONTROL)
    coder.key(Qt.Key.Key_Left)
    assert coder.page.reading is not None
    text = coder.page.reading.transcript.text

    def seen() -> str:
        span = coder.text.selected()
        return text[slice(*span)] if span else ""

    assert seen() == "une inquiétude que personn"
    coder.key(Qt.Key.Key_Right, SHIFT)
    assert seen() == "une inquiétude que personne ne disait."
    coder.key(Qt.Key.Key_Tab)
    coder.key(Qt.Key.Key_Left, CONTROL)
    assert seen() == "avait une inquiétude que personne ne disait."
    assert coder.desk.store.revision() == revision
    coder.key(Qt.Key.Key_Return)
    assert not strip.isVisible()
    assert coder.text.selected() is None
    assert coder.quoted() == ["avait une inquiétude que personne ne disait."]
    assert coder.desk.store.revision() == revision + 1
    coder.desk.undo()
    assert coder.quoted() == ["une inquiétude que"]


def test_bounds_mode_can_be_left_as_it_was(coder: Coder, code: Callable[..., int]) -> None:
    key = code("une inquiétude que", A)
    revision = coder.desk.store.revision()
    coder.key(Qt.Key.Key_F4)
    coder.key(Qt.Key.Key_Right, SHIFT)
    coder.key(Qt.Key.Key_Escape)
    assert not coder.page.bounds.lasts
    assert (coder.desk.store.revision(), coder.text.chosen) == (revision, key)
    coder.key(Qt.Key.Key_F4)
    coder.key(Qt.Key.Key_Right)
    view = coder.text.viewport()
    assert view is not None
    coder.click(view, view.rect().bottomLeft())  # a click keeps what is seen
    assert not coder.page.bounds.lasts
    assert coder.quoted() == ["une inquiétude que p"]


def test_bounds_mode_ends_with_its_passage(coder: Coder, code: Callable[..., int]) -> None:
    code("une inquiétude que", A)
    coder.key(Qt.Key.Key_F4)
    coder.desk.undo()
    assert not coder.page.bounds.lasts
    assert coder.marks == []
    coder.key(Qt.Key.Key_F4)
    assert not coder.page.bounds.lasts


def test_the_menu_offers_what_can_be_done(coder: Coder, code: Callable[..., int]) -> None:
    assert not offered(coder.page.menu.made())["split"].isEnabled()
    code("Au début", A, B)
    lines = offered(coder.page.menu.made())
    verbs = {"palette", "in_vivo", "repeat", "whole_turn", "strong", "memo", "replace", "bounds", "split", "join",
             "remove", "next_of_code", "previous_of_code"}
    assert {verb for verb in verbs if lines[verb].isEnabled()} == verbs
    assert lines["strong"].text().endswith("Ctrl+B")
    assert not lines["overlapping"].isEnabled()
    removals = lines[_("Remove a code")].menu()
    assert removals is not None
    offered(removals)["Secret professionnel"].trigger()
    assert codes_of(coder) == {"Au début": {coder.id_of(A)}}
    offered(coder.page.menu.made())[_("Remove “{code}”").format(code="Crainte de la rechute")].trigger()
    assert coder.marks == []


def test_a_code_is_removed_or_replaced_from_its_pill(coder: Coder, code: Callable[..., int]) -> None:
    key = code("Au début", A, B)
    panel = coder.page.passage
    node = coder.desk.codebook.by_id[coder.id_of(B)]
    lines = offered(panel.codes.menu(key, node))
    lines[_("Definition")].trigger()
    assert panel.definition.code_id == node.id
    lines[_("Replace by…")].trigger()
    palette = coder.page.giving.palette
    coder.write(palette.field, "cadre")
    coder.key(Qt.Key.Key_Return, on=palette.field)
    assert codes_of(coder) == {"Au début": {coder.id_of(A), coder.id_of(C)}}
    offered(panel.codes.menu(key, coder.desk.codebook.by_id[coder.id_of(A)]))[_("Remove from this passage")].trigger()
    assert codes_of(coder) == {"Au début": {coder.id_of(C)}}


def test_the_panel_says_what_to_do_and_who_coded(coder: Coder, code: Callable[..., int]) -> None:
    panel = coder.page.passage
    assert panel.empty.isVisible() and "Alt+Ent" in panel.empty.text()
    code(FIRST, A)
    assert not panel.empty.isVisible()
    assert not panel.codes.who.isVisible()
    assert panel.turn.text() == _("turn {n}").format(n=2)


def test_the_panel_says_who_gave_which_code(coder: Coder, code: Callable[..., int]) -> None:
    key = code("Au début", A)
    other = []
    coder.desk.do(Label("act"), lambda s: project.coder_named(s, "Luc").id, lambda change: other.append(change.result))

    def also(path: str) -> None:
        mark, code_id = coder.marks[0], coder.id_of(path)
        coder.desk.do(Label("act"), lambda s: passages.code(
            s, interview_id=1, start=mark.start, end=mark.end, code_ids=[code_id], coder_id=other[0]))

    also(A)
    me = coder.desk.read_now(coders.names)[coder.desk.coder_id]
    who = coder.page.passage.codes.who
    assert coder.text.chosen == key
    assert who.text() == _("Coded by {names}").format(names=f"{me}, Luc")
    also(B)
    line = _("{code}: {names}")
    assert who.text().splitlines() == [line.format(code="Crainte de la rechute", names=f"{me}, Luc"),
                                       line.format(code="Secret professionnel", names="Luc")]


def test_a_project_open_to_read_lets_one_go_but_change_nothing(coder: Coder, code: Callable[..., int]) -> None:
    code("Au début", A)
    there = code("poser mes limites", A)
    store = open_store(coder.desk.store.path)
    assert store.read_only
    desk = Desk(store, Tasks(inline=True))
    page = CoderWorkspace(desk, coder.page.settings)
    coder.qtbot.addWidget(page)
    page.show()
    first = next(iter(page.reading.index)) if page.reading else None
    assert first is not None
    page.page.choose(first.id)
    lines = offered(page.menu.made())
    usable = {verb for verb, line in lines.items() if line.isEnabled()}
    assert {"next_of_code", "previous_of_code"} <= usable
    assert not {"strong", "memo", "replace", "bounds", "split", "join", "remove"} & usable
    panel = page.passage
    assert not panel.star.isEnabled() and panel.memo.isReadOnly() and len(panel.chips.widgets()) == 1
    for key, modifier in ((Qt.Key.Key_B, CONTROL), (Qt.Key.Key_J, CONTROL), (Qt.Key.Key_F4, Qt.KeyboardModifier(0))):
        coder.key(key, modifier, on=page.page)
    assert not page.bounds.lasts
    coder.key(Qt.Key.Key_PageDown, ALT, on=page.page)
    assert page.page.chosen == there
    desk.tasks.close()
    store.close()


def test_keys_act_on_the_passage_just_coded_even_under_the_number_of_one_that_was_undone(coder: Coder) -> None:
    coder.select("une inquiétude que personne ne disait. J’ai préféré")
    coder.key(Qt.Key.Key_2)
    around = coder.text.chosen
    coder.select("inquiétude que")
    coder.key(Qt.Key.Key_1)
    first = coder.text.chosen
    coder.desk.undo()
    assert coder.text.chosen is None
    start, end = coder.select("personne ne ")
    coder.key(Qt.Key.Key_1)
    assert coder.text.chosen == first != around
    coder.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    mark = coder.text.chosen_mark
    assert mark is not None
    assert mark.id == first
    assert mark.start == start
    assert mark.end > end

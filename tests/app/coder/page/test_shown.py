# SPDX-License-Identifier: GPL-3.0-or-later
"""One theme, one coder, what is left uncoded, nothing: page, margin, overview and steps obey, and it is said."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QColor

from app import theme
from app.acts import codes
from app.acts import passages as acts
from app.coder.page.shown import What
from coding import passages
from coding import project as projects
from coding.changes import Label
from coding.language import _
from tests.app.coder.conftest import CODES, FIRST, Coder

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def code(coder: Coder, words: str, *paths: str) -> int:
    """Code words; the id of the passage."""
    assert coder.page.reading is not None
    start = coder.page.reading.transcript.text.index(words)
    acts.code_span(coder.desk, interview_id=1, start=start, end=start + len(words),
                   code_ids=[coder.id_of(path) for path in paths])
    return next(mark.id for mark in coder.marks if mark.start == start)


def named(coder: Coder) -> list[int | None]:
    """The codes named in the margin."""
    return [placed.name.code_id for placed in coder.text.margin.placed(0, 800)]


def is_bare(coder: Coder, offset: int) -> bool:
    return coder.tint_at(offset) == QColor(theme.palette().page)


def test_one_theme(coder: Coder) -> None:
    first = code(coder, "une inquiétude", CODES[0], CODES[2])
    second = code(coder, "poser mes limites", CODES[2])
    third = code(coder, "sortais de la salle", CODES[1])
    coder.page.showing.pick(What.CODE, coder.desk.codebook.themes[0].id)
    assert named(coder) == [coder.id_of(CODES[0]), coder.id_of(CODES[1])]
    mark = next(mark for mark in coder.marks if mark.id == second)
    assert is_bare(coder, mark.start + 2)
    coder.text.set_caret(0)
    coder.key(Qt.Key.Key_Down, CTRL)
    assert coder.text.chosen == first
    coder.key(Qt.Key.Key_Down, CTRL)
    assert coder.text.chosen == third
    assert "Réticences" in coder.page.showing.pill.some.text()
    coder.click(coder.page.showing.pill.clear, coder.page.showing.pill.clear.rect().center())
    assert len(named(coder)) == 4
    assert not coder.page.showing.pill.some.isVisible()


def test_what_is_coded_meanwhile_obeys_and_the_chosen_passage_is_seen(coder: Coder) -> None:
    coder.page.showing.pick(What.CODE, coder.desk.codebook.themes[1].id)
    start, _end = coder.select("une inquiétude")
    coder.key(Qt.Key.Key_1)
    assert named(coder) == []
    assert not is_bare(coder, start + 2)  # chosen
    coder.key(Qt.Key.Key_Escape)
    coder.key(Qt.Key.Key_Escape)
    assert is_bare(coder, start + 2)
    code(coder, "poser mes limites", CODES[2])
    assert named(coder) == [coder.id_of(CODES[2])]
    coder.desk.undo()
    assert named(coder) == []


def test_the_filter_stays_from_one_interview_to_the_next_and_goes_with_its_code(coder: Coder) -> None:
    code(coder, "une inquiétude", CODES[0])
    theme_id = coder.desk.codebook.themes[1].id
    coder.page.showing.pick(What.CODE, theme_id)
    coder.key(Qt.Key.Key_PageDown, CTRL)
    coder.key(Qt.Key.Key_PageUp, CTRL)
    assert named(coder) == []
    codes.merge(coder.desk, theme_id, into=coder.id_of(CODES[0]))
    assert coder.page.showing.shown.what is What.EVERYTHING
    assert named(coder) == [coder.id_of(CODES[0])]


def test_a_code_moved_under_the_theme_shown_is_shown(coder: Coder) -> None:
    code(coder, "poser mes limites", CODES[2])
    theme_id = coder.desk.codebook.themes[0].id
    coder.page.showing.pick(What.CODE, theme_id)
    codes.move(coder.desk, coder.id_of(CODES[2]), parent_id=theme_id, position=0)
    assert len(named(coder)) == 1


def test_one_coder(coder: Coder) -> None:
    code(coder, "une inquiétude", CODES[0])
    with coder.desk.store.writing() as session, session.begin():
        other = projects.coder_named(session, "Zoé").id
    coder.page.showing.pick(What.CODER, other)
    assert named(coder) == []
    assert "Zoé" in coder.page.showing.pill.some.text()
    coder.page.showing.pick(What.CODER, coder.desk.coder_id)
    assert named(coder) == [coder.id_of(CODES[0])]


def test_hide_all_and_show_again(coder: Coder) -> None:
    passage = code(coder, "une inquiétude", CODES[0])
    coder.key(Qt.Key.Key_H, CTRL)
    assert named(coder) == []
    assert is_bare(coder, coder.marks[0].start + 2)
    coder.key(Qt.Key.Key_Down, CTRL)
    assert coder.text.chosen is None
    coder.key(Qt.Key.Key_H, CTRL)
    coder.text.set_caret(0)
    coder.key(Qt.Key.Key_Down, CTRL)
    assert coder.text.chosen == passage


def test_what_is_left_uncoded_is_gone_through(coder: Coder) -> None:
    code(coder, FIRST[: FIRST.index(" J’ai")], CODES[0])
    coder.key(Qt.Key.Key_H, CTRL | SHIFT)
    assert named(coder) == []
    assert is_bare(coder, coder.marks[0].start + 30)
    coder.text.set_caret(0)
    found = []
    for _n in range(4):
        coder.key(Qt.Key.Key_Down, CTRL)
        span = coder.text.selected()
        assert coder.page.reading is not None and span is not None
        found.append(coder.page.reading.transcript.text[slice(*span)])
    assert found == ["J’ai préféré en parler, poser mes limites.", "Pendant deux mois je sortais de la salle.",
                     "Il n’y avait pas de case.", "Il n’y avait pas de case."]
    coder.key(Qt.Key.Key_Up, CTRL)
    coder.key(Qt.Key.Key_1)
    assert coder.quoted()[-1] == "Pendant deux mois je sortais de la salle."


def test_the_menu_says_what_is_shown_and_offers_the_current_code(coder: Coder) -> None:
    coder.page.codebook.show_code(coder.id_of(CODES[1]))
    menu = coder.page.showing.pill.menu
    menu.aboutToShow.emit()
    titles = [action.text().partition("\t")[0] for action in menu.actions()]
    assert any("Secret professionnel" in title for title in titles)
    assert menu.actions()[0].isChecked()
    next(action for action in menu.actions() if "Secret professionnel" in action.text()).trigger()
    assert coder.page.showing.shown.id == coder.id_of(CODES[1])


def test_the_walk_along_a_code_and_the_next_passage_obey(coder: Coder) -> None:
    told: list[str] = []
    coder.page.moving.told.connect(told.append)
    with coder.desk.store.writing() as session, session.begin():
        other = projects.coder_named(session, "Zoé").id
    mine, theirs = code(coder, "une inquiétude", CODES[0]), code(coder, "poser mes limites", CODES[2])
    start, end = next((mark.start, mark.end) for mark in coder.marks if mark.id == theirs)
    coder.desk.do(Label("code"), lambda session: passages.code(
        session, interview_id=1, start=start, end=end, code_ids=[coder.id_of(CODES[0])], coder_id=other))
    for what, key, found in ((What.EVERYTHING, 0, mine), (What.CODER, other, theirs),
                             (What.CODER, coder.desk.coder_id, mine), (What.CODE, coder.id_of(CODES[2]), None),
                             (What.NOTHING, 0, None), (What.UNCODED, 0, None)):
        coder.page.showing.pick(what, key)
        coder.text.choose(None)
        coder.text.set_caret(0)
        coder.page.passage.ask_definition(coder.id_of(CODES[0]))
        coder.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
        assert coder.text.chosen == found
    hidden = _("No passage of “{code}” is shown now: show all passages first.").format(code="Crainte de la rechute")
    assert told == [hidden] * 3
    coder.page.showing.pick(What.NOTHING)
    coder.key(Qt.Key.Key_Down, CTRL)
    assert told[-1] == _("No passage is shown beyond here.")


def test_an_interview_without_details_leaves_its_room_to_what_is_shown(coder: Coder) -> None:
    header = coder.page.header
    header.show_interview(None)
    assert header.details.isHidden()

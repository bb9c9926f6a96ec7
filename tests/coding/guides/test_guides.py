# SPDX-License-Identifier: GPL-3.0-or-later
"""Guides: added, changed, followed, removed, and every act undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from coding import codebook
from coding.changes import Writer
from coding.guides import asked, guides
from models.errors import KnownError
from tests.coding.guides.parts import DRAFT, act, corpus, only, turn
from tests.coding.test_undo import dump


def test_a_guide_enters_with_its_themes_and_its_prompts(writer: Writer) -> None:
    guide = corpus(writer)
    with writer.store.reading() as session:
        names = [codebook.get(session, row.theme_id).name if row.theme_id else "" for row in guide.questions]
    assert names == ["Parcours", "", "Travail", ""]
    assert [row.is_prompt for row in guide.questions] == [False, True, False, False]
    assert guide.questions[1].main_id == guide.questions[0].id
    assert guide.sections == ("Arrivée", "Travail")


def test_a_title_taken_gets_a_number(writer: Writer) -> None:
    corpus(writer)
    act(writer, guides.add, DRAFT)
    with writer.store.reading() as session:
        assert [row.title for row in guides.read(session)] == ["Guide", "Guide (2)"]
    with pytest.raises(KnownError, match="already called"):
        act(writer, guides.rename, only(writer).id, "Guide (2)")
    with pytest.raises(KnownError, match="needs a title"):
        act(writer, guides.rename, only(writer).id, " ")


def test_questions_are_added_moved_changed_and_removed(writer: Writer) -> None:
    guide = corpus(writer)
    made = act(writer, guides.add_question, guide.id, text="Bonjour ?", section="Début", position=0)
    act(writer, guides.move_question, guide.questions[3].id, 1, section="Début")
    act(writer, guides.set_question, guide.questions[1].id, is_prompt=False, text="Qui vous a  aidé, alors ?")
    act(writer, guides.remove_question, guide.questions[2].id)
    act(writer, guides.rename_section, guide.id, "Arrivée", "L’arrivée")
    rows = only(writer).questions
    assert [row.id for row in rows] == [made, guide.questions[3].id, guide.questions[0].id, guide.questions[1].id]
    assert [row.position for row in rows] == [0, 1, 2, 3]
    assert [row.section for row in rows] == ["Début", "Début", "L’arrivée", "L’arrivée"]
    assert not rows[3].is_prompt
    with pytest.raises(KnownError, match="needs words"):
        act(writer, guides.add_question, guide.id, text="  ")


def test_no_longer_following_forgets_what_was_put(writer: Writer) -> None:
    guide = corpus(writer)
    act(writer, asked.put, turn(writer, 1, 1), guide.questions[0].id, True)
    act(writer, asked.put, turn(writer, 2, 1), guide.questions[0].id, True)
    assert only(writer).interviews == (1, 2)
    act(writer, guides.follow, guide.id, [2])
    assert only(writer).interviews == (2,)
    with writer.store.reading() as session:
        assert set(asked.matrix(session, guide.id).cells) == {(guide.questions[0].id, 2)}


@pytest.mark.parametrize("do", [
    lambda session, guide: guides.remove(session, guide.id),
    lambda session, guide: guides.remove_question(session, guide.questions[0].id),
    lambda session, guide: guides.follow(session, guide.id, []),
    lambda session, guide: guides.set_theme(session, guide.questions[0].id, None),
    lambda session, guide: guides.move_question(session, guide.questions[0].id, 3),
    lambda session, guide: guides.add(session, DRAFT),
])
def test_each_act_is_undone(writer: Writer, do: Callable[[Session, Any], None]) -> None:
    guide = corpus(writer)
    act(writer, asked.put, turn(writer, 1, 1), guide.questions[0].id, True)
    before = dump(writer)
    act(writer, do, guide)
    after = dump(writer)
    assert after != before
    writer.undo()
    assert dump(writer) == before
    writer.redo()
    assert dump(writer) == after

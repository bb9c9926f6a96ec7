# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers on nuances: given, changed, taken back, undone, and read by group and theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from coding import nuances
from coding.changes import Label, Writer
from coding.nuances import Answer
from models.errors import KnownError
from models.group import Group
from tests import build

ACT = Label("nuance")
THEME, OTHER = "Réticences", "Statut"


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for name, group in (("Anne", "G"), ("Basile", "G"), ("Claire", "H")):
        build.interview(made, name, [("Q", "Et alors ?"), (name, "On avait peur. Plus rien.")], groups=[group],
                        people={name: "pair"})
        build.coded(made, name, "On avait peur.", f"{THEME} > Crainte", OTHER)
        build.coded(made, name, "Q : Et alors ?", f"{THEME} > Crainte")
    yield made
    made.store.close()


def _ids(writer: Writer) -> tuple[int, list[int]]:
    """The theme, and the passages in which each says «On avait peur.»"""
    with writer.store.reading() as session:
        from models.passage import Passage

        keys = session.scalars(select(Passage.id).where(Passage.quote == "On avait peur.").order_by(Passage.id)).all()
    return build.code(writer, THEME), list(keys)


def _answers(writer: Writer, group: str | None = None, theme_id: int | None = None) -> tuple[Answer, ...]:
    with writer.store.reading() as session:
        key = session.scalar(select(Group.id).where(Group.name == group)) if group else None
        return nuances.answers(session, key, theme_id)


def _say(writer: Writer, theme_id: int, passage_id: int, is_new: bool, word: str = "") -> None:
    writer.do(ACT, lambda s: nuances.answer(s, theme_id, passage_id, is_new, word, 0.8, writer.coder_id))


def test_an_answer_is_kept_with_its_word_its_figure_its_date_and_who_gave_it(writer: Writer) -> None:
    theme, (one, *_others) = _ids(writer)
    _say(writer, theme, one, True, " la peur d’être reconnu ")
    (found,) = _answers(writer)
    assert (found.theme, found.interview, found.quote) == (THEME, "Anne", "On avait peur.")
    assert (found.is_new, found.word, found.novelty) == (True, "la peur d’être reconnu", 0.8)
    assert found.coder and found.at is not None


def test_it_may_be_changed_and_all_is_undone(writer: Writer) -> None:
    theme, (one, *_others) = _ids(writer)
    _say(writer, theme, one, True, "autre")
    _say(writer, theme, one, False)
    assert [(row.is_new, row.word) for row in _answers(writer)] == [(False, "")]
    writer.undo()
    assert [(row.is_new, row.word) for row in _answers(writer)] == [(True, "autre")]
    writer.undo()
    assert not _answers(writer)
    writer.redo()
    assert [row.is_new for row in _answers(writer)] == [True]


def test_the_same_answer_again_is_no_act(writer: Writer) -> None:
    theme, (one, *_others) = _ids(writer)
    _say(writer, theme, one, True)
    assert not writer.do(ACT, lambda s: nuances.answer(s, theme, one, True, "", 0.8, writer.coder_id))


def test_it_may_be_taken_back(writer: Writer) -> None:
    theme, (one, *_others) = _ids(writer)
    _say(writer, theme, one, True)
    writer.do(ACT, lambda s: nuances.take_back(s, theme, one))
    assert not _answers(writer)
    assert not writer.do(ACT, lambda s: nuances.take_back(s, theme, one))
    writer.undo()
    assert len(_answers(writer)) == 1


def test_they_are_read_by_group_and_theme_in_the_recorded_order(writer: Writer) -> None:
    theme, keys = _ids(writer)
    other = build.code(writer, OTHER)
    for key in reversed(keys):
        _say(writer, theme, key, True)
    _say(writer, other, keys[0], False)
    assert [(row.theme, row.interview) for row in _answers(writer)] == [
        (THEME, "Anne"), (THEME, "Basile"), (THEME, "Claire"), (OTHER, "Anne")]
    assert [row.interview for row in _answers(writer, "G", theme)] == ["Anne", "Basile"]
    assert [row.interview for row in _answers(writer, theme_id=other)] == ["Anne"]


def test_new_nuances_of_the_last_interviews_are_counted(writer: Writer) -> None:
    theme, keys = _ids(writer)
    for key, is_new in zip(keys, (True, False, True), strict=True):
        _say(writer, theme, key, is_new)
    with writer.store.reading() as session:
        order = [row.interview_id for row in nuances.answers(session)]
        counts = [nuances.new_lately(session, theme, order, last) for last in (0, 1, 2, 3, 9)]
        assert counts == [0, 1, 1, 2, 2]
        assert nuances.new_lately(session, None, order, 3) == 2
        assert nuances.new_lately(session, build.code(writer, OTHER), order, 3) == 0


def test_what_is_gone_is_said(writer: Writer) -> None:
    theme, (one, *_others) = _ids(writer)
    with pytest.raises(KnownError):
        _say(writer, theme, 9_999, True)
    with pytest.raises(KnownError):
        _say(writer, build.code(writer, f"{THEME} > Crainte"), one, True)

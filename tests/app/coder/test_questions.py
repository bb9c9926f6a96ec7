# SPDX-License-Identifier: GPL-3.0-or-later
"""A turn that puts a question of the guide says so: beside its number, in the status bar, to a screen reader."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QPoint
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.coder import here
from coding.changes import Label
from coding.guides import asked, guides
from coding.guides.draft import GuideDraft, QuestionDraft
from models.interview import Turn
from tests.app.coder.conftest import SECOND, Coder

QUESTION = "Comment cela s’est-il passé\navec vos collègues de l’équipe, au début puis dans les mois suivants ?"


def put(coder: Coder, *, on: bool = True) -> None:
    """The first turn puts the question."""
    def act(session: Session) -> None:
        turn = session.scalars(select(Turn.id).where(Turn.number == 1).order_by(Turn.interview_id)).first()
        every = guides.read(session)
        guide = every[0].id if every else guides.add(session, GuideDraft("Guide", (QuestionDraft("", QUESTION),)))
        question = next(one for one in guides.read(session) if one.id == guide).questions[0].id
        assert turn is not None
        asked.put(session, turn, question, on)

    coder.desk.do(Label("put"), act)


def beside(coder: Coder, words: str) -> str:
    assert coder.page.reading is not None and coder.text.sight is not None
    top, bottom = coder.text.sight.line_at(coder.page.reading.transcript.text.index(words))
    return coder.text.gutter.tip(QPoint(20, round((top + bottom) / 2)))


def test_it_says_what_it_puts(coder: Coder) -> None:
    plain = coder.text.gutter.toolTip()
    assert beside(coder, "Et dans l’équipe") == plain
    coder.text.set_caret(4)
    put(coder)
    said = QUESTION.replace("\n", " ")
    assert said in beside(coder, "Et dans l’équipe")
    assert beside(coder, SECOND.split("\n")[0]) == plain
    assert said in coder.text.accessibleDescription()
    assert "Comment cela s’est-il passé" in coder.page.status_text()
    assert said not in coder.page.status_text()
    put(coder, on=False)
    assert beside(coder, "Et dans l’équipe") == plain
    assert "Comment" not in coder.text.accessibleDescription()


def test_the_words_of_several() -> None:
    questions: Any = ("Un ?", "Deux ?")
    assert here.puts(questions).endswith("Un ? / Deux ?")
    assert here.puts(()) == ""
    assert here.short(None, [], ()) == ""
    assert here.short(3, ["A", "B", "C", "D"], questions).count(" · ") == 2

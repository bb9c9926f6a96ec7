# SPDX-License-Identifier: GPL-3.0-or-later
"""A small corpus with a guide, for these tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from coding.changes import Label, Writer
from coding.guides import guides
from coding.guides.draft import GuideDraft, QuestionDraft
from coding.guides.guides import GuideRow
from models.guide import ThemeAsked
from models.interview import Turn
from tests import build

DRAFT = GuideDraft("Guide", (
    QuestionDraft("Arrivée", "Comment êtes-vous arrivé ici ?", theme="Parcours"),
    QuestionDraft("Arrivée", "Qui vous a aidé ?", is_prompt=True),
    QuestionDraft("Travail", "Que faites-vous de vos journées ?", theme="Travail"),
    QuestionDraft("Travail", "Et ensuite ?"),
))
TURNS = [
    ("Q", "Alors, comment êtes-vous arrivé ?"), ("Paul", "À pied, un lundi."), ("Q", "Hm."),
    ("Paul", "Il pleuvait."), ("Q", "Et qui vous a aidé ?"), ("Paul", "Personne, voilà."),
    ("Q", "Vos journées ?"), ("Paul", "Je lis le journal."), ("Q", "Merci."),
]


def act(writer: Writer, do: Callable[..., Any], *args: Any, **fields: Any) -> Any:
    """Do it in one act; returns what it returns."""
    return writer.do(Label("act"), lambda session: do(session, *args, **fields)).result


def corpus(writer: Writer) -> GuideRow:
    """Two interviews of the same turns, two themes, and the guide, which nobody followed yet."""
    for title in ("Paul", "Léa"):
        build.interview(writer, title, [(title if label == "Paul" else label, words) for label, words in TURNS],
                        people={title: "pair"})
    build.code(writer, "Parcours > Arrivée")
    build.code(writer, "Travail")
    act(writer, guides.add, DRAFT)
    return only(writer)


def only(writer: Writer) -> GuideRow:
    """The guide as it stands."""
    with writer.store.reading() as session:
        return guides.read(session)[0]


def turn(writer: Writer, interview_id: int, number: int) -> int:
    """The id of a turn."""
    with writer.store.reading() as session:
        return session.scalars(
            select(Turn.id).where(Turn.interview_id == interview_id, Turn.number == number)).one()


def said(writer: Writer) -> dict[tuple[int, int], tuple[bool, bool]]:
    """(theme, interview) -> (asked, by hand)."""
    with writer.store.reading() as session:
        return {(row.theme_id, row.interview_id): (row.asked, row.by_hand)
                for row in session.scalars(select(ThemeAsked))}

# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on how quotes are cited, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import citations
from coding.changes import Label
from coding.language import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def write_text(desk: Desk, *, passage_id: int, text: str) -> None:
    """Set a quote as it is printed; empty: as it stands in the transcript."""
    desk.do(Label(N_("quote as cited") if text else N_("quote cited as it stands")),
            lambda s: citations.write(s, passage_id, text=text))


def withhold(desk: Desk, *, passage_id: int, withheld: bool) -> None:
    """Keep a passage out of every export of quotes, or no longer."""
    desk.do(Label(N_("do not cite a passage") if withheld else N_("a passage may be cited again")),
            lambda s: citations.write(s, passage_id, is_withheld=withheld))


def cite_in(desk: Desk, *, passage_id: int, chapters: Collection[str]) -> None:
    """Say which chapters cite a passage."""
    desk.do(Label(N_("chapters that cite a passage")),
            lambda s: citations.write(s, passage_id, cited_in=chapters))


def withhold_all(desk: Desk, *, passage_ids: Sequence[int], withheld: bool) -> None:
    """Keep passages out of every export of quotes, or no longer, as one act."""

    def act(session: Session) -> None:
        for key in passage_ids:
            citations.write(session, key, is_withheld=withheld)

    desk.do(Label(N_("do not cite some passages") if withheld else N_("some passages may be cited again")), act)


def cite_all_in(desk: Desk, *, passage_ids: Sequence[int], chapter: str) -> None:
    """Say that a chapter cites passages, besides those that already do, as one act."""

    def act(session: Session) -> None:
        for key in passage_ids:
            citations.write(session, key, cited_in=(*citations.read(session, key).cited_in, chapter))

    desk.do(Label(N_("passages cited in “{chapter}”"), {"chapter": chapter}), act)


def withhold_interviews(desk: Desk, *, interview_ids: Sequence[int], withheld: bool) -> None:
    """Keep interviews out of every export of quotes, or no longer, as one act."""

    def act(session: Session) -> None:
        for key in interview_ids:
            citations.withhold_interview(session, key, withheld)

    desk.do(Label(N_("do not cite an interview") if withheld else N_("an interview may be cited again")), act)

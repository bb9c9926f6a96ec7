# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on the words of a transcript and on its turns, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from coding import mending, turns
from coding.anchors import Edit, Span
from coding.changes import Change, Label
from coding.language import N_
from models.errors import KnownError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Then = Callable[[Change], None] | None
Otherwise = Callable[[KnownError], None] | None


def retype(desk: Desk, *, interview_id: int, start: int, end: int, words: str, then: Then = None,
           otherwise: Otherwise = None) -> None:
    """Replace a span; ``change.result`` is where the new words stand."""
    desk.do(Label(N_("correct the text")),
            lambda s: mending.correct(s, interview_id, [Edit(start, end, words)]), then, otherwise)


def correct_turn(desk: Desk, *, interview_id: int, number: int, words: str, speaker: str | None,
                 of_speaker: Collection[int], then: Then = None, otherwise: Otherwise = None) -> None:
    """Replace the words of a turn and, with ``speaker``, say who speaks in the turns ``of_speaker``, as one act;
    ``change.result`` is where the new words stand."""

    def act(session: Session) -> list[Span]:
        replaced = mending.correct_turn(session, interview_id, number, words)
        if speaker is not None:
            turns.give(session, interview_id, of_speaker, speaker)
        return replaced

    desk.do(Label(N_("correct turn {n}"), {"n": number}), act, then, otherwise)


def split_turn(desk: Desk, *, interview_id: int, number: int, at: int, then: Then = None,
               otherwise: Otherwise = None) -> None:
    """Cut a turn in two; ``change.result`` is the number of the second."""
    desk.do(Label(N_("split turn {n}"), {"n": number}),
            lambda s: turns.split(s, interview_id, number, at), then, otherwise)


def join_turns(desk: Desk, *, interview_id: int, number: int, then: Then = None, otherwise: Otherwise = None) -> None:
    """Make one turn of a turn and the next."""
    desk.do(Label(N_("join turns {n} and {next}"), {"n": number, "next": number + 1}),
            lambda s: turns.join(s, interview_id, number), then, otherwise)


def replace_everywhere(desk: Desk, *, edits: Mapping[int, Sequence[Edit]], then: Then = None,
                       otherwise: Otherwise = None) -> None:
    """Make corrections in several interviews as one act: the edits by interview."""

    def act(session: Session) -> None:
        for interview_id, own in edits.items():
            mending.correct(session, interview_id, own)

    desk.do(Label(N_("replace words in the transcripts")), act, then, otherwise)

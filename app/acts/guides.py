# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on interview guides, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.desk import Desk
from coding import code_path
from coding.changes import Change, Label
from coding.guides import answers, asked, first_codebook, guides
from coding.guides.draft import GuideDraft
from coding.guides.first_codebook import By
from coding.guides.match import Match
from coding.language import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Then = Callable[[Change], None] | None


@dataclass(frozen=True)
class CodeChoice:
    """The code at a path of names; ``code_id`` is None when it is to be made."""

    code_id: int | None
    names: tuple[str, ...]


def add(desk: Desk, *, draft: GuideDraft, then: Then = None) -> None:
    """A new guide; ``change.result`` is its id."""
    key = N_("import the guide “{title}”") if draft.questions else N_("create the guide “{title}”")
    desk.do(Label(key, {"title": draft.title}), lambda s: guides.add(s, draft), then)


def rename(desk: Desk, *, guide_id: int, title: str, new: str) -> None:
    """Give a guide another title."""
    desk.do(Label(N_("rename the guide “{title}”"), {"title": title}), lambda s: guides.rename(s, guide_id, new))


def remove(desk: Desk, *, guide_id: int, title: str) -> None:
    """Delete a guide with all that is known of its questions."""
    desk.do(Label(N_("delete the guide “{title}”"), {"title": title}), lambda s: guides.remove(s, guide_id))


def follow(desk: Desk, *, guide_id: int, title: str, interview_ids: Collection[int], then: Then = None) -> None:
    """Say which interviews followed a guide."""
    desk.do(Label(N_("interviews that followed “{title}”"), {"title": title}),
            lambda s: guides.follow(s, guide_id, interview_ids), then)


def add_question(desk: Desk, *, guide_id: int, text: str, section: str, position: int, then: Then = None) -> None:
    """A new question at a place; ``change.result`` is its id."""
    desk.do(Label(N_("add a question to the guide")),
            lambda s: guides.add_question(s, guide_id, text=text, section=section, position=position), then)


def set_question(desk: Desk, question_id: int, **fields: Any) -> None:
    """Change the text of a question, its section, or whether it is a prompt."""
    desk.do(Label(N_("change a question of the guide")), lambda s: guides.set_question(s, question_id, **fields))


def set_theme(desk: Desk, question_id: int, code_id: int | None) -> None:
    """Say which theme or code a question opens."""
    desk.do(Label(N_("theme of a question")), lambda s: guides.set_theme(s, question_id, code_id))


def rename_section(desk: Desk, *, guide_id: int, section: str, new: str) -> None:
    """Give a section of a guide another name."""
    desk.do(Label(N_("rename the section “{section}”"), {"section": section}),
            lambda s: guides.rename_section(s, guide_id, section, new))


def remove_questions(desk: Desk, question_ids: Sequence[int]) -> None:
    """Delete questions, with where they were put."""

    def act(session: Session) -> None:
        for question_id in question_ids:
            guides.remove_question(session, question_id)

    key = N_("delete a question of the guide") if len(question_ids) == 1 else N_("delete {n} questions of the guide")
    desk.do(Label(key, {"n": len(question_ids)}), act)


def move(desk: Desk, places: Sequence[tuple[int, int]], *, section: str | None = None, down: bool) -> None:
    """Put questions that follow each other at new places of their guide, in another section if one is given."""

    def act(session: Session) -> None:
        for question_id, place in sorted(places, key=lambda each: each[1], reverse=down):
            guides.move_question(session, question_id, place, section=section)

    key = N_("move a question of the guide") if len(places) == 1 else N_("move a section of the guide")
    desk.do(Label(key), act)


def accept(desk: Desk, *, guide_id: int, matches: Sequence[Match], then: Then = None) -> None:
    """Take in where questions were put; ``change.result`` is how many were new."""
    desk.do(Label(N_("find the questions of the guide in the interviews")),
            lambda s: asked.accept(s, guide_id, matches), then)


def put(desk: Desk, *, turn_id: int, question_id: int, on: bool) -> None:
    """Say by hand that a turn puts a question, or that it does not."""
    desk.do(Label(N_("a turn puts a question") if on else N_("a turn does not put a question")),
            lambda s: asked.put(s, turn_id, question_id, on))


def set_asked(desk: Desk, pairs: Sequence[tuple[int, int]], said: bool | None) -> None:
    """Say by hand of themes and interviews whether one was put in the other; None forgets what was said."""

    def act(session: Session) -> None:
        for theme_id, interview_id in pairs:
            asked.set_theme_asked(session, theme_id, interview_id, said)

    desk.do(Label(N_("themes asked")), act)


def first_codes(desk: Desk, *, guide_id: int, title: str, by: By, left_out: Collection[tuple[str, ...]],
                then: Then = None) -> None:
    """Make codes of a guide; ``change.result`` is the ids of those that are new."""
    desk.do(Label(N_("first codebook from “{title}”"), {"title": title}),
            lambda s: first_codebook.from_guide(s, guide_id, by, left_out=left_out), then)


def code_answers(desk: Desk, *, question_id: int, code: CodeChoice, interview_ids: Collection[int],
                 then: Then = None) -> None:
    """Give a code, made if need be, to the answers to a question; ``change.result`` is how many passages got it."""

    def act(session: Session) -> int:
        return answers.code(session, question_id, _obtained(session, code), desk.coder_id, interview_ids=interview_ids)

    desk.do(Label(N_("code the answers to a question with “{code}”"), {"code": code.names[-1]}), act, then)


def code_speaker(desk: Desk, *, participant_id: int | None, speaker_id: int | None, code: CodeChoice,
                 interview_ids: Collection[int], then: Then = None) -> None:
    """Give a code, made if need be, to all that someone says; ``change.result`` is how many passages got it."""

    def act(session: Session) -> int:
        return answers.code_speaker(session, _obtained(session, code), desk.coder_id, participant_id=participant_id,
                                    speaker_id=speaker_id, interview_ids=interview_ids)

    desk.do(Label(N_("code what a participant says with “{code}”"), {"code": code.names[-1]}), act, then)


def _obtained(session: Session, code: CodeChoice) -> int:
    return code.code_id if code.code_id is not None else code_path.obtain(session, code.names)

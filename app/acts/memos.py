# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on memos and cell summaries, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable

from app.desk import Desk
from coding import memos
from coding.changes import Change, Label
from coding.language import N_

Then = Callable[[Change], None] | None


def write_on_interview(desk: Desk, *, interview_id: int, title: str, text: str) -> None:
    """Set the memo of an interview."""
    desk.do(Label(N_("memo on “{title}”"), {"title": title}),
            lambda s: memos.write(s, text=text, target="interview_id", target_id=interview_id))


def write_on_code(desk: Desk, *, code_id: int, text: str) -> None:
    """Set the memo of a code."""
    label = Label(N_("memo on “{code}”"), {"code": desk.codebook.by_id[code_id].name})
    desk.do(label, lambda s: memos.write(s, text=text, target="code_id", target_id=code_id))


def write_summary(desk: Desk, *, code_id: int, interview_id: int, text: str, then: Then = None) -> None:
    """Set the written summary of a cell of the transversal grid."""
    label = Label(N_("summary of a cell, “{code}”"), {"code": desk.codebook.by_id[code_id].name})
    desk.do(label, lambda s: memos.write_summary(s, code_id=code_id, interview_id=interview_id, text=text), then)

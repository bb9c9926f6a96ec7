# SPDX-License-Identifier: GPL-3.0-or-later
"""Thin verbs on memos and cell summaries, between a gesture and the domain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from app.desk import Desk
from coding import memos
from coding.changes import Change, Label
from coding.language import N_, short_date

Then = Callable[[Change], None] | None


def add(desk: Desk, *, day: date | None = None, then: Then = None) -> None:
    """A new memo on the project, or with a ``day`` a new entry of the field journal; its id is the change's result."""
    label = Label(N_("new memo on the project")) if day is None else Label(N_("new journal entry"))
    desk.do(label, lambda s: memos.add(s, day=day), then)


def edit(desk: Desk, *, memo_id: int, heading: str, **fields: Any) -> None:
    """Change the title, text or day of a memo."""
    desk.do(Label(N_("memo “{title}”"), {"title": heading}), lambda s: memos.edit(s, memo_id, **fields))


def remove(desk: Desk, *, memo_id: int, heading: str) -> None:
    """Delete a memo."""
    desk.do(Label(N_("delete the memo “{title}”"), {"title": heading}), lambda s: memos.remove(s, memo_id))


def write_day(desk: Desk, *, day: date, text: str) -> None:
    """Set the field journal's entry of a day."""
    label = Label(N_("journal of {day}"), {"day": short_date(day)})
    desk.do(label, lambda s: memos.write_day(s, day=day, text=text))


def write_on(desk: Desk, *, target: str, target_id: int, name: str, text: str) -> None:
    """Set the memo of what is called ``name``: an interview, a participant or a group (one of MEMO_TARGETS)."""
    desk.do(Label(N_("memo on “{title}”"), {"title": name}),
            lambda s: memos.write(s, text=text, target=target, target_id=target_id))


def write_on_code(desk: Desk, *, code_id: int, text: str) -> None:
    """Set the memo of a code."""
    label = Label(N_("memo on “{code}”"), {"code": desk.codebook.by_id[code_id].name})
    desk.do(label, lambda s: memos.write(s, text=text, target="code_id", target_id=code_id))


def write_summary(desk: Desk, *, code_id: int, interview_id: int, text: str, then: Then = None) -> None:
    """Set the written summary of a cell of the transversal grid."""
    label = Label(N_("summary of a cell, “{code}”"), {"code": desk.codebook.by_id[code_id].name})
    desk.do(label, lambda s: memos.write_summary(s, code_id=code_id, interview_id=interview_id, text=text), then)

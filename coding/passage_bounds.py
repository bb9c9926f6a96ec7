# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a passage may begin and end: on words, never on white space, never within the label of a turn.

Spans are [start, end) in code points of the interview's text.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.interview import Turn

Span = tuple[int, int]
LabelAt = Callable[[int], Span | None]  # the label that holds a code point, the white space after it included


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends; empty (start == end) when it held nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def whole_words(text: str, start: int, end: int) -> Span:
    """The span stretched over the words it cuts; an apostrophe or a hyphen ends a word."""
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def cleared(text: str, start: int, end: int, label_at: LabelAt) -> Span | None:
    """The span without the white space and the labels at its ends; None when it holds no word. A label between two
    turns that it crosses stays inside."""
    while True:
        start, end = trimmed(text, start, end)
        if start >= end:
            return None
        first, last = label_at(start), label_at(end - 1)
        if first is not None:
            start = first[1]
        elif last is not None:
            end = last[0]
        else:
            return start, end


def labels_in(session: Session, interview_id: int, start: int, end: int) -> LabelAt:
    """Look up the labels of an interview's turns that stand in [start, end)."""
    rows = session.execute(
        select(Turn.label_start, Turn.start).where(
            Turn.interview_id == interview_id, Turn.label_start < end, Turn.start > start)
    ).all()
    return lambda offset: next(((low, high) for low, high in rows if low <= offset < high), None)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Words sought in the transcripts, wherever they are said, to be replaced."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.order import ordered_interviews
from coding.search import Hit
from models.interview import Interview, Turn

AROUND = 40  # characters shown on either side


def places(session: Session, words: str, *, interview_id: int | None = None, any_case: bool = False) -> list[Hit]:
    """Every place where exactly these words are said, as whole words, labels left out; in one interview or in all of
    them, in their order. Reads every text."""
    words = unicodedata.normalize("NFC", words).strip()
    if not words:
        return []
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    sought = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE if any_case else 0)
    turns: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for key, number, start, end in session.execute(
        select(Turn.interview_id, Turn.number, Turn.start, Turn.end).order_by(Turn.label_start)
    ):
        turns[key].append((number, start, end))
    found = []
    for row in ordered_interviews(session):
        if interview_id in (None, row.id):
            text = session.scalars(select(Interview.text).where(Interview.id == row.id)).one()
            for number, start, end in turns[row.id]:
                for hit in sought.finditer(text, start, end):
                    low, high = hit.span()
                    first, last = max(start, low - AROUND), min(end, high + AROUND)
                    before = ("…" if first > start else "") + text[first:low].replace("\n", " ")
                    after = text[high:last].replace("\n", " ") + ("…" if last < end else "")
                    found.append(Hit(row.id, row.title, number, low, high, before, hit.group(), after))
    return found

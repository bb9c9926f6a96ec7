# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Coder holds of the interview being read: its text, its screen, its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.coder.lanes import Lanes
from app.coder.projection import Labels, Projection
from coding import transcripts
from coding.changes import Change
from coding.passage_index import Mark, PassageIndex, Span
from coding.transcripts import TranscriptText

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Reading:
    """One interview, followed through changes; no widget knows more of it than this."""

    def __init__(self, transcript: TranscriptText, index: PassageIndex) -> None:
        self.transcript = transcript
        self.projection = Projection(transcript)
        self.index = index
        self.lanes = Lanes(index, len(transcript.text))

    def show(self, labels: Labels) -> None:
        """Show other labels above the words of turns."""
        if labels != self.projection.labels:
            self.projection = Projection(self.transcript, labels)

    @classmethod
    def load(cls, session: Session, interview_id: int) -> Reading:
        """Read an interview and its passages. Raises KnownError when it no longer exists."""
        return cls(transcripts.read(session, interview_id), PassageIndex.load(session, interview_id))

    def apply(self, change: Change) -> list[Span]:
        """Follow a committed change; returns the spans that look different now."""
        dirty = self.index.apply(change)
        return [self.lanes.refresh(start, end) for start, end in dirty]

    def words(self, mark: Mark) -> str:
        """What a passage says, without the labels it crosses."""
        pieces = []
        for paragraph in self.projection.between(mark.start, mark.end):
            pieces.append(self.transcript.text[max(mark.start, paragraph.start) : min(mark.end, paragraph.end)])
        return " ".join(piece.strip() for piece in pieces)

    def next_mark(self, after: Mark | None, offset: int, direction: int) -> Mark | None:
        """The passage after (or before, ``direction`` -1) a passage, else after or before ``offset``."""
        marks = list(self.index)
        if not marks:
            return None
        if after is not None and after in marks:
            place = marks.index(after) + direction
            return marks[place] if 0 <= place < len(marks) else None
        if direction > 0:
            return next((mark for mark in marks if mark.start >= offset), None)
        return next((mark for mark in reversed(marks) if mark.start < offset), None)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Coder holds of the interview being read: its text, its screen, its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.coder.page.lanes import Lanes
from app.coder.page.projection import Kind, Labels, Paragraph, Projection
from app.coder.page.shown import Shown, What
from coding import mending, transcripts
from coding.changes import Change
from coding.intervals import Intervals, Mark, Span
from coding.passage_bounds import trimmed
from coding.passage_index import PassageIndex
from coding.transcripts import TranscriptText

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Reading:
    """One interview, followed through changes; no widget knows more of it than this."""

    def __init__(self, transcript: TranscriptText, index: PassageIndex) -> None:
        self.transcript = transcript
        self.projection = Projection(transcript)
        self.index = index
        self.shown = Shown()
        self.view: Intervals = index  # the passages shown, with the codes that pass
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
        """Follow a committed change; returns the spans that look different now. When the text itself changed nothing
        is followed: the interview is read anew."""
        if mending.retold(change, self.transcript.interview_id):
            return []
        dirty = self.index.apply(change)
        if self.view is not self.index:
            for start, end in dirty:
                self._sift(start, end)
        return [self.lanes.refresh(start, end) for start, end in dirty]

    def filter(self, shown: Shown) -> None:
        """Show other passages."""
        self.shown = shown
        if shown.what is What.EVERYTHING:
            self.view = self.index
        else:
            sifted = (shown.of(mark, self.index) for mark in self.index)
            self.view = Intervals(mark for mark in sifted if mark is not None)
        self.lanes = Lanes(self.view, len(self.transcript.text))

    def _sift(self, start: int, end: int) -> None:
        """Follow what changed within a span in what is shown."""
        for mark in self.view.between(start, end):
            if self.index.get(mark.id) is None:
                self.view.lift(mark.id)
        for mark in self.index.between(start, end):
            sifted = self.shown.of(mark, self.index)
            if sifted is None:
                self.view.lift(mark.id)
            else:
                self.view.place(sifted)

    def words(self, mark: Mark) -> str:
        """What a passage says, without the labels it crosses."""
        pieces = []
        for paragraph in self.projection.between(mark.start, mark.end):
            pieces.append(self.transcript.text[max(mark.start, paragraph.start) : min(mark.end, paragraph.end)])
        return " ".join(piece.strip() for piece in pieces)

    def next_mark(self, after: Mark | None, offset: int, direction: int) -> Mark | None:
        """The passage shown after (or before, ``direction`` -1) a passage, else after or before ``offset``."""
        marks = list(self.view)
        place = next((n for n, mark in enumerate(marks) if after is not None and mark.id == after.id), None)
        if place is not None:
            return marks[place + direction] if 0 <= place + direction < len(marks) else None
        if direction > 0:
            return next((mark for mark in marks if mark.start >= offset), None)
        return next((mark for mark in reversed(marks) if mark.start < offset), None)

    def gaps(self, paragraph: Paragraph) -> list[Span]:
        """The stretches of a paragraph that no passage shown covers, without the white space around them; none for
        the interviewer's words, which are seldom coded."""
        if paragraph.kind is not Kind.SAID:
            return []
        found, at = [], paragraph.start
        for mark in [*self.view.between(paragraph.start, paragraph.end), None]:
            start, end = trimmed(self.transcript.text, at, max(at, mark.start if mark is not None else paragraph.end))
            if any(map(str.isalnum, self.transcript.text[start:end])):
                found.append((start, end))
            at = max(at, mark.end) if mark is not None else at
        return found

    def next_gap(self, offset: int, direction: int) -> Span | None:
        """The first stretch left uncoded that begins after ``offset`` (or the last before, ``direction`` -1)."""
        paragraphs = self.projection.paragraphs
        for paragraph in paragraphs if direction > 0 else reversed(paragraphs):
            if paragraph.end > offset if direction > 0 else paragraph.start < offset:
                gaps = [gap for gap in self.gaps(paragraph) if (gap[0] - offset) * direction > 0]
                if gaps:
                    return gaps[0 if direction > 0 else -1]
        return None

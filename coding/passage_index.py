# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of one interview in memory: what stands where, found without scanning, patched by changes."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.changes import Change, RowImage
from models.memo import Memo
from models.passage import Coding, Passage

BUCKET = 1024  # code points a bucket; a passage stands in each bucket it crosses

Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """A passage as the page shows it. ``codes`` are distinct, in the order they were given."""

    id: int
    start: int
    end: int
    codes: tuple[int, ...]
    strong: bool
    has_memo: bool


@dataclass(frozen=True)
class Segment:
    """A stretch of text over which the same passages stand: their marks, the outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class PassageIndex:
    """Look-up costs what it returns, not what the interview holds. Spans are [start, end) in code points."""

    def __init__(self, interview_id: int) -> None:
        self.interview_id = interview_id
        self._marks: dict[int, Mark] = {}
        self._buckets: dict[int, set[int]] = defaultdict(set)
        self._codings: dict[int, tuple[int, int, int]] = {}  # coding id -> passage, code, coder
        self._of_passage: dict[int, dict[int, None]] = defaultdict(dict)  # passage -> its coding ids, in order
        self._memos: dict[int, int] = {}  # memo id -> passage

    @classmethod
    def load(cls, session: Session, interview_id: int) -> PassageIndex:
        """Read the passages of one interview."""
        index = cls(interview_id)
        ours = Passage.interview_id == interview_id
        for row in session.execute(
            select(Coding.id, Coding.passage_id, Coding.code_id, Coding.coder_id)
            .join(Passage, Passage.id == Coding.passage_id).where(ours).order_by(Coding.id)
        ):
            index._set_coding(row.id, (row.passage_id, row.code_id, row.coder_id))
        for key, passage_id in session.execute(
            select(Memo.id, Passage.id).join(Passage, Passage.id == Memo.passage_id).where(ours)
        ):
            index._memos[key] = passage_id
        noted = set(index._memos.values())
        for row in session.execute(select(Passage.id, Passage.start, Passage.end, Passage.is_strong).where(ours)):
            index._place(Mark(row.id, row.start, row.end, index._codes(row.id), row.is_strong, row.id in noted))
        return index

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(sorted(self._marks.values(), key=_reading_order))

    def get(self, passage_id: int) -> Mark | None:
        """The mark of a passage, if it stands in this interview."""
        return self._marks.get(passage_id)

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that overlap [start, end), in reading order, the longer first."""
        found: set[int] = set()
        for bucket in range(start // BUCKET, max(start, end - 1) // BUCKET + 1):
            found |= self._buckets.get(bucket, set())
        marks = (self._marks[key] for key in found)
        return sorted((m for m in marks if m.start < end and start < m.end), key=_reading_order)

    def at(self, offset: int) -> list[Mark]:
        """The marks over one code point, in reading order."""
        return self.between(offset, offset + 1)

    def segments(self, start: int, end: int) -> list[Segment]:
        """[start, end) cut wherever a passage begins or ends; stretches without a passage are left out."""
        marks = self.between(start, end)
        cuts = sorted({start, end, *(c for m in marks for c in (m.start, m.end) if start < c < end)})
        pieces = []
        for low, high in itertools.pairwise(cuts):
            over = tuple(m for m in marks if m.start <= low and high <= m.end)
            if over:
                pieces.append(Segment(low, high, over))
        return pieces

    def codings_of(self, passage_id: int) -> list[tuple[int, int]]:
        """The (code id, coder id) pairs of a passage, in the order they were given."""
        return [self._codings[key][1:] for key in self._of_passage.get(passage_id, {})]

    def apply(self, change: Change) -> list[Span]:
        """Follow a committed change; returns the spans that look different now."""
        dirty: list[Span] = []
        touched: set[int] = set()
        for image in change.of(Passage):
            dirty.extend(self._apply_passage(image))
            touched.add(image.id)
        for image in change.of(Coding):
            touched |= self._apply_coding(image)
        for image in change.of(Memo):
            touched |= self._apply_memo(image)
        noted = set(self._memos.values()) if touched else set()
        for passage_id in touched:
            mark = self._marks.get(passage_id)
            if mark is None:
                self._forget_codings(passage_id)
                continue
            self._marks[passage_id] = Mark(mark.id, mark.start, mark.end, self._codes(passage_id), mark.strong,
                                           passage_id in noted)
            dirty.append((mark.start, mark.end))
        return dirty

    def _apply_passage(self, image: RowImage) -> Iterable[Span]:
        mark = self._marks.get(image.id)
        if mark is not None:
            yield mark.start, mark.end
            self._lift(mark)
        if image.after is None:
            return
        row = image.after
        if mark is None:
            if image.before is not None or row["interview_id"] != self.interview_id:
                return
            mark = Mark(image.id, row["start"], row["end"], (), bool(row["is_strong"]), False)
        else:
            mark = Mark(mark.id, row.get("start", mark.start), row.get("end", mark.end), mark.codes,
                        bool(row.get("is_strong", mark.strong)), mark.has_memo)
        self._place(mark)

    def _apply_coding(self, image: RowImage) -> set[int]:
        known = self._codings.get(image.id)
        if known is None and (image.after is None or image.before is not None):
            return set()
        touched = {known[0]} if known else set()
        if known:
            self._of_passage[known[0]].pop(image.id, None)
            del self._codings[image.id]
        if image.after is not None:
            row = dict(zip(("passage_id", "code_id", "coder_id"), known or (0, 0, 0), strict=True)) | image.after
            if row["passage_id"] in self._marks:
                self._set_coding(image.id, (row["passage_id"], row["code_id"], row["coder_id"]))
                touched.add(row["passage_id"])
        return touched

    def _apply_memo(self, image: RowImage) -> set[int]:
        touched = set()
        before = self._memos.pop(image.id, None)
        if before is not None:
            touched.add(before)
        after = before if image.after is not None else None
        if image.after is not None and "passage_id" in image.after:
            after = image.after["passage_id"]
        if after in self._marks:
            self._memos[image.id] = after
            touched.add(after)
        return touched

    def _codes(self, passage_id: int) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._codings[key][1] for key in self._of_passage.get(passage_id, {})))

    def _set_coding(self, coding_id: int, coding: tuple[int, int, int]) -> None:
        self._codings[coding_id] = coding
        self._of_passage[coding[0]][coding_id] = None

    def _forget_codings(self, passage_id: int) -> None:
        for key in self._of_passage.pop(passage_id, {}):
            del self._codings[key]

    def _place(self, mark: Mark) -> None:
        self._marks[mark.id] = mark
        for bucket in range(mark.start // BUCKET, (mark.end - 1) // BUCKET + 1):
            self._buckets[bucket].add(mark.id)

    def _lift(self, mark: Mark) -> None:
        del self._marks[mark.id]
        for bucket in range(mark.start // BUCKET, (mark.end - 1) // BUCKET + 1):
            self._buckets[bucket].discard(mark.id)


def _reading_order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.id

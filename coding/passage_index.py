# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of one interview in memory: what stands where, found without scanning, patched by changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from coding.changes import Change
from coding.intervals import BUCKET, Intervals, Mark, Segment, Span
from coding.row_images import RowImage
from models.memo import Memo
from models.passage import Coding, Passage

__all__ = ["BUCKET", "Mark", "PassageIndex", "Segment", "Span"]


class PassageIndex(Intervals):
    """The passages of one interview, and who gave them which codes."""

    def __init__(self, interview_id: int) -> None:
        super().__init__()
        self.interview_id = interview_id
        self._codings: dict[int, tuple[int, int, int]] = {}  # coding id -> passage, code, coder
        self._of_passage: dict[int, tuple[int, ...]] = {}  # passage -> its coding ids, in order
        self._memos: dict[int, int] = {}  # memo id -> passage
        self._noted: Counter[int] = Counter()  # passage -> its memos

    @classmethod
    def load(cls, session: Session, interview_id: int) -> PassageIndex:
        """Read the passages of one interview."""
        index = cls(interview_id)
        passage, coding, memo = (_table(kind) for kind in (Passage, Coding, Memo))
        ours = passage.c.interview_id == interview_id
        of_passage: dict[int, list[int]] = defaultdict(list)
        codes: dict[int, list[int]] = defaultdict(list)
        for key, passage_id, code_id, coder_id in session.execute(
            select(coding.c.id, coding.c.passage_id, coding.c.code_id, coding.c.coder_id)
            .join(passage, passage.c.id == coding.c.passage_id).where(ours).order_by(coding.c.id)
        ).all():
            index._codings[key] = (passage_id, code_id, coder_id)
            of_passage[passage_id].append(key)
            codes[passage_id].append(code_id)
        index._of_passage = {key: tuple(ids) for key, ids in of_passage.items()}
        for key, passage_id in session.execute(
            select(memo.c.id, passage.c.id).join(passage, passage.c.id == memo.c.passage_id).where(ours)
        ).all():
            index._note(key, passage_id)
        for key, start, end, strong in session.execute(
            select(passage.c.id, passage.c.start, passage.c.end, passage.c.is_strong).where(ours)
        ).all():
            index.place(Mark(key, start, end, tuple(dict.fromkeys(codes.get(key, ()))), strong, key in index._noted))
        return index

    def codings_of(self, passage_id: int) -> list[tuple[int, int]]:
        """The (code id, coder id) pairs of a passage, in the order they were given."""
        return [self._codings[key][1:] for key in self._of_passage.get(passage_id, ())]

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
        for passage_id in touched:
            mark = self.get(passage_id)
            if mark is None:
                self._forget_codings(passage_id)
                continue
            self.place(mark._replace(codes=self._codes(passage_id), has_memo=self._noted[passage_id] > 0))
            dirty.append((mark.start, mark.end))
        return dirty

    def _apply_passage(self, image: RowImage) -> Iterable[Span]:
        mark = self.get(image.id)
        if mark is not None:
            yield mark.start, mark.end
        if image.after is None:
            self.lift(image.id)
            return
        row = image.after
        if mark is None:
            if image.before is not None or row["interview_id"] != self.interview_id:
                return
            mark = Mark(image.id, row["start"], row["end"], (), bool(row["is_strong"]), False)
        else:
            mark = mark._replace(start=row.get("start", mark.start), end=row.get("end", mark.end),
                                 strong=bool(row.get("is_strong", mark.strong)))
        self.place(mark)

    def _apply_coding(self, image: RowImage) -> set[int]:
        known = self._codings.get(image.id)
        if known is None and (image.after is None or image.before is not None):
            return set()
        touched = {known[0]} if known else set()
        if known:
            self._of_passage[known[0]] = tuple(key for key in self._of_passage[known[0]] if key != image.id)
            del self._codings[image.id]
        if image.after is not None:
            row = dict(zip(("passage_id", "code_id", "coder_id"), known or (0, 0, 0), strict=True)) | image.after
            if row["passage_id"] in self._marks:
                self._codings[image.id] = (row["passage_id"], row["code_id"], row["coder_id"])
                known_ids = self._of_passage.get(row["passage_id"], ())
                self._of_passage[row["passage_id"]] = tuple(sorted((*known_ids, image.id)))
                touched.add(row["passage_id"])
        return touched

    def _apply_memo(self, image: RowImage) -> set[int]:
        touched = set()
        before = self._memos.pop(image.id, None)
        if before is not None:
            self._noted[before] -= 1
            touched.add(before)
        after = before if image.after is not None else None
        if image.after is not None and "passage_id" in image.after:
            after = image.after["passage_id"]
        if after is not None and after in self._marks:
            self._note(image.id, after)
            touched.add(after)
        return touched

    def _note(self, memo_id: int, passage_id: int) -> None:
        self._memos[memo_id] = passage_id
        self._noted[passage_id] += 1

    def _codes(self, passage_id: int) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._codings[key][1] for key in self._of_passage.get(passage_id, ())))

    def _forget_codings(self, passage_id: int) -> None:
        for key in self._of_passage.pop(passage_id, ()):
            del self._codings[key]


def _table(kind: type[Passage] | type[Coding] | type[Memo]) -> Table:
    """Its bare table: rows of values, quicker to read by thousands than the ORM's."""
    table = kind.__table__
    assert isinstance(table, Table)
    return table

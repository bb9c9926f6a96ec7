# SPDX-License-Identifier: GPL-3.0-or-later
"""How many passages bear each code, by interview: kept in memory and patched by changes."""

from __future__ import annotations

from collections import Counter, defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.changes import Change
from coding.codebook import Codebook
from coding.row_images import RowImage
from models.code import Code
from models.passage import Coding, Passage

_AT_ONCE = 2_000  # rows fetched together: all of them would hold ten megabytes for a moment


class Counts:
    """Passages per code × interview. A code's ``total`` takes the codes below it along, each passage once."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._arriving: dict[int, int | None] = {}  # codes that a change brings, before the codebook is read again
        self._passages: dict[int, tuple[int, ...]] = {}  # passage -> a code id for each of its codings
        self._interview: dict[int, int] = {}
        self._total: dict[int, Counter[int]] = defaultdict(Counter)
        self._own: dict[int, Counter[int]] = defaultdict(Counter)
        self._lines: dict[int, frozenset[int]] = {}  # code -> itself and every code above it

    @classmethod
    def load(cls, session: Session, codebook: Codebook) -> Counts:
        """Read every coding of the project (three integers each), and the passages that only a memo keeps."""
        counts = cls(codebook)
        query = select(Passage.id, Passage.interview_id, Coding.code_id)
        rows = session.connection().execute(query.outerjoin(Coding, Coding.passage_id == Passage.id))
        alike: dict[tuple[int, ...], tuple[int, ...]] = {}  # most passages bear what another bears: one tuple for all
        for some in rows.partitions(_AT_ONCE):
            for passage_id, interview_id, code_id in some:
                counts._interview[passage_id] = interview_id
                if code_id is not None:
                    codes = (*counts._passages.get(passage_id, ()), code_id)
                    counts._passages[passage_id] = alike.setdefault(codes, codes)
        for passage_id, codes in counts._passages.items():
            interview_id = counts._interview[passage_id]
            for code_id in set(codes):
                counts._own[code_id][interview_id] += 1
            for code_id in counts._with_above(codes):
                counts._total[code_id][interview_id] += 1
        return counts

    def own(self, code_id: int) -> int:
        """Passages that bear the code itself."""
        return sum(self._own[code_id].values()) if code_id in self._own else 0

    def total(self, code_id: int) -> int:
        """Passages that bear the code or one below it, each once."""
        return sum(self._total[code_id].values()) if code_id in self._total else 0

    def interviews(self, code_id: int) -> int:
        """Interviews in which the code or one below it occurs."""
        return sum(1 for n in self._total[code_id].values() if n) if code_id in self._total else 0

    def cell(self, code_id: int, interview_id: int) -> int:
        """Passages of one interview that bear the code or one below it."""
        return self._total[code_id][interview_id] if code_id in self._total else 0

    def apply(self, change: Change) -> bool:
        """Follow a committed change. False when it reshaped the codebook or replaced codes: load again."""
        for image in change.of(Code):
            if image.before is None and image.after is not None:
                self._arriving[image.id] = image.after["parent_id"]
                continue
            if image.after is None or "parent_id" in image.after:
                return False
        codings = change.of(Coding)
        if any(image.before is not None and image.after is not None for image in codings):
            return False
        for image in change.of(Passage):
            if image.before is None and image.after is not None:
                self._interview[image.id] = image.after["interview_id"]
        for image in codings:
            self._apply_coding(image)
        return True

    def follow(self, codebook: Codebook) -> None:
        """Take a codebook read again after codes were added or renamed."""
        self._codebook = codebook
        self._lines.clear()
        self._arriving.clear()

    def _apply_coding(self, image: RowImage) -> None:
        row = image.after or image.before or {}
        passage_id, code_id = row["passage_id"], row["code_id"]
        codes = list(self._passages.get(passage_id, ()))
        if image.after is not None:
            codes.append(code_id)
        else:
            codes.remove(code_id)
        self._set(passage_id, tuple(codes))

    def _set(self, passage_id: int, codes: tuple[int, ...]) -> None:
        before, interview_id = self._passages.get(passage_id, ()), self._interview[passage_id]
        for table, had, has in (
            (self._own, set(before), set(codes)),
            (self._total, self._with_above(before), self._with_above(codes)),
        ):
            for code_id in has - had:
                table[code_id][interview_id] += 1
            for code_id in had - has:
                table[code_id][interview_id] -= 1
        if codes:
            self._passages[passage_id] = codes
        else:
            self._passages.pop(passage_id, None)

    def _with_above(self, codes: tuple[int, ...]) -> frozenset[int]:
        """The codes and every code above them."""
        if len(codes) == 1:
            return self._line(codes[0])
        return frozenset().union(*map(self._line, codes))

    def _line(self, code_id: int) -> frozenset[int]:
        line = self._lines.get(code_id)
        if line is None:
            node = self._codebook.by_id.get(code_id)
            parent = node.parent_id if node else self._arriving.get(code_id)
            line = frozenset({code_id}) if parent is None else self._line(parent) | {code_id}
            if node:
                self._lines[code_id] = line
        return line

# SPDX-License-Identifier: GPL-3.0-or-later
"""Random acts on passages, undone and redone, against a plain list of spans: after each, the database, the index that
follows changes and the counts say what the list says."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from coding import codebook, passage_cuts, passage_memos, passages
from coding.changes import Change, Label
from coding.counts import Counts
from coding.passage_index import PassageIndex
from models.errors import KnownError
from models.passage import Coding, Passage
from models.project import Coder
from tests import build

ACT = Label("act")
TURNS = [("Inès", "Au début 😀 c’était dur,\u00a0vraiment. "), ("Q", "Et apre\u0301s ?"), ("Inès", "Rien  de plus.")]
TEXT = "\n".join(f"{label} : {words}" for label, words in TURNS)
SPOKEN = [False] * len(TEXT)  # neither white space nor a letter of a label
for _label, _words in TURNS:
    _from = TEXT.index(f"{_label} : {_words}") + len(_label) + 3
    for _at in range(_from, _from + len(_words)):
        SPOKEN[_at] = not TEXT[_at].isspace()

CODERS = st.sampled_from([None, None, 1, 2])
OFFSETS, PICKS = st.integers(0, len(TEXT)), st.integers(0, 30)


@dataclass
class Span:
    """One line of the plain list."""

    start: int
    end: int
    codings: set[tuple[int, int]] = field(default_factory=set)  # code, coder
    strong: bool = False
    memo: str = ""


class Refused(Exception):
    """The list would not do it."""


def words_in(start: int, end: int) -> tuple[int, int]:
    """From the first letter spoken to the last."""
    spoken = [at for at in range(max(0, start), min(end, len(TEXT))) if SPOKEN[at]]
    if not spoken:
        raise Refused
    return spoken[0], spoken[-1] + 1


class Passages(RuleBasedStateMachine):
    """The writer on one side, the plain list on the other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.writer = build.project(Path(self.folder.name))
        self.interview = build.interview(self.writer, "A", TURNS)
        self.elsewhere = build.interview(self.writer, "B", TURNS)
        self.codes = [build.code(self.writer, path) for path in ("T > a", "T > b", "U")]
        self.writer.do(ACT, lambda s: s.add(Coder(name="Luc")))
        self.writer.forget()
        self.spans: list[Span] = []
        self.done: list[list[Span]] = []
        self.undone: list[list[Span]] = []
        with self.writer.store.reading() as session:
            self.book = codebook.read(session)
            self.counts = Counts.load(session, self.book)
            self.indexes = [PassageIndex.load(session, key) for key in (self.interview, self.elsewhere)]

    # -- both sides ----------------------------------------------------------------------------------------------

    def act(self, work: Any, plain: Any) -> None:
        """Run an act on both sides: both do it, both refuse, or both find nothing to change."""
        before = deepcopy(self.spans)
        try:
            plain()
        except Refused:
            self.spans = before
            try:
                self.writer.do(ACT, work)
            except KnownError:
                return
            raise AssertionError("the list refuses, the writer does not") from None
        self.spans = [span for span in self.spans if span.codings or span.memo]
        change = self.writer.do(ACT, work)
        assert bool(change) == (self.spans != before)
        if change:
            self.done.append(before)
            self.undone.clear()
            self.follow(change)

    def follow(self, change: Change) -> None:
        for index in self.indexes:
            index.apply(change)
        assert self.counts.apply(change)

    def pick(self, number: int) -> tuple[Span, int]:
        """A span of the list, and the id of its passage."""
        span = sorted(self.spans, key=lambda one: (one.start, one.end))[number % len(self.spans)]
        with self.writer.store.reading() as session:
            key = session.scalars(select(Passage.id).where(
                Passage.interview_id == self.interview, Passage.start == span.start, Passage.end == span.end)).one()
        return span, key

    # -- the plain list ------------------------------------------------------------------------------------------

    def standing(self, start: int, end: int) -> Span:
        """The span of the list at these bounds, added when there is none."""
        for span in self.spans:
            if (span.start, span.end) == (start, end):
                return span
        self.spans.append(Span(start, end))
        return self.spans[-1]

    def moved(self, span: Span, start: int, end: int, coder: int | None) -> Span:
        """What a coder (or everyone) coded there goes to other bounds."""
        if (span.start, span.end) == (start, end):
            return span
        mine = self.of(span, coder)
        target = self.standing(start, end)
        if mine == span.codings:
            target.memo = "\n\n".join(dict.fromkeys(filter(None, (target.memo, span.memo))))
            target.strong |= span.strong
            self.spans.remove(span)
        span.codings = span.codings - mine
        target.codings = target.codings | mine
        return target

    @staticmethod
    def of(span: Span, coder: int | None) -> set[tuple[int, int]]:
        mine = {coding for coding in span.codings if coder in (None, coding[1])}
        if span.codings and not mine:
            raise Refused
        return mine

    # -- acts ----------------------------------------------------------------------------------------------------

    @rule(start=OFFSETS, length=st.integers(1, 20), codes=st.lists(st.integers(0, 2), min_size=1, max_size=3),
          coder=st.sampled_from([1, 1, 2]))
    def code(self, start: int, length: int, codes: list[int], coder: int) -> None:
        given = [self.codes[number] for number in codes]

        def plain() -> None:
            low, high = start, start + length
            while low < high <= len(TEXT) and TEXT[low].isspace():
                low += 1
            while low < high <= len(TEXT) and TEXT[high - 1].isspace():
                high -= 1
            if low >= high or high > len(TEXT):
                raise Refused
            self.standing(low, high).codings |= {(code, coder) for code in given}

        self.act(lambda s: passages.code(s, interview_id=self.interview, start=start, end=start + length,
                                         code_ids=given, coder_id=coder), plain)

    @precondition(lambda self: self.spans)
    @rule(pick=PICKS, number=st.integers(0, 2), coder=CODERS)
    def uncode(self, pick: int, number: int, coder: int | None) -> None:
        (span, key), code = self.pick(pick), self.codes[number]

        def plain() -> None:
            span.codings -= {coding for coding in span.codings if coding[0] == code and coder in (None, coding[1])}

        self.act(lambda s: passages.uncode(s, passage_id=key, code_id=code, coder_id=coder), plain)

    @precondition(lambda self: self.spans)
    @rule(pick=PICKS, old=st.integers(0, 2), new=st.integers(0, 2), coder=CODERS)
    def replace(self, pick: int, old: int, new: int, coder: int | None) -> None:
        (span, key), was, becomes = self.pick(pick), self.codes[old], self.codes[new]

        def plain() -> None:
            span.codings = {(becomes if code == was and coder in (None, by) else code, by) for code, by in span.codings}

        self.act(lambda s: passages.replace_code(s, passage_id=key, old=was, new=becomes, coder_id=coder), plain)

    @precondition(lambda self: self.spans)
    @rule(pick=PICKS, start=OFFSETS, length=st.integers(1, 40), coder=CODERS)
    def resize(self, pick: int, start: int, length: int, coder: int | None) -> None:
        span, key = self.pick(pick)
        self.act(lambda s: passages.resize(s, passage_id=key, start=start, end=start + length, coder_id=coder),
                 lambda: self.moved(span, *words_in(start, start + length), coder))

    @precondition(lambda self: len(self.spans) > 1)
    @rule(pick=PICKS, onto=PICKS, coder=CODERS)
    def resize_onto(self, pick: int, onto: int, coder: int | None) -> None:
        other, _key = self.pick(onto)
        self.resize(pick, other.start, other.end - other.start, coder)

    @precondition(lambda self: self.spans)
    @rule(pick=PICKS, share=st.floats(0, 1), coder=CODERS)
    def split(self, pick: int, share: float, coder: int | None) -> None:
        span, key = self.pick(pick)
        at = round(span.start + share * (span.end - span.start))

        def plain() -> None:
            halves = words_in(span.start, at), words_in(at, span.end)
            if not span.start < at < span.end or not span.codings:
                raise Refused
            mine, strong = set(self.of(span, coder)), span.strong
            right = self.standing(*halves[1])
            right.codings = right.codings | mine
            left = self.moved(span, *halves[0], coder)
            left.strong |= strong
            right.strong |= strong

        self.act(lambda s: passage_cuts.split(s, passage_id=key, at=at, coder_id=coder), plain)

    @precondition(lambda self: len(self.spans) > 1)
    @rule(pick=PICKS, other=PICKS, coder=CODERS)
    def join(self, pick: int, other: int, coder: int | None) -> None:
        (one, one_id), (two, two_id) = self.pick(pick), self.pick(other)
        if one_id == two_id:
            return

        def plain() -> None:
            bounds = words_in(min(one.start, two.start), max(one.end, two.end))
            for span in sorted((one, two), key=lambda each: (each.start, each.end)):
                self.moved(span, *bounds, coder)

        self.act(lambda s: passage_cuts.join(s, passage_id=one_id, other_id=two_id, coder_id=coder), plain)

    @precondition(lambda self: self.spans)
    @rule(pick=PICKS)
    def remove(self, pick: int) -> None:
        span, key = self.pick(pick)
        self.act(lambda s: passages.remove(s, passage_id=key), lambda: self.spans.remove(span))

    @precondition(lambda self: self.spans)
    @rule(pick=PICKS, strong=st.booleans())
    def mark_strong(self, pick: int, strong: bool) -> None:
        span, key = self.pick(pick)
        self.act(lambda s: passages.mark_strong(s, passage_id=key, strong=strong),
                 lambda: setattr(span, "strong", strong))

    @precondition(lambda self: self.spans)
    @rule(pick=PICKS, text=st.sampled_from(["", " ", "un", "deux"]))
    def write_memo(self, pick: int, text: str) -> None:
        span, key = self.pick(pick)
        self.act(lambda s: passages.write_memo(s, passage_id=key, text=text),
                 lambda: setattr(span, "memo", text.strip()))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change = self.writer.undo()
        assert change is not None
        self.undone.append(self.spans)
        self.spans = self.done.pop()
        self.follow(change)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        change = self.writer.redo()
        assert change is not None
        self.done.append(self.spans)
        self.spans = self.undone.pop()
        self.follow(change)

    # -- what must hold ------------------------------------------------------------------------------------------

    @invariant()
    def the_database_says_the_same(self) -> None:
        with self.writer.store.reading() as session:
            rows = session.scalars(select(Passage).order_by(Passage.start, Passage.end)).all()
            found = [Span(row.start, row.end,
                          {(coding.code_id, coding.coder_id) for coding in session.scalars(
                              select(Coding).where(Coding.passage_id == row.id))},
                          row.is_strong, passage_memos.read(session, row.id)) for row in rows]
            assert all(row.quote == TEXT[row.start : row.end] for row in rows)
        assert found == sorted(self.spans, key=lambda span: (span.start, span.end))

    @invariant()
    def the_index_says_the_same(self) -> None:
        index, other = self.indexes
        assert len(other) == 0
        expected = sorted(self.spans, key=lambda span: (span.start, -span.end))
        assert [Span(mark.start, mark.end, set(index.codings_of(mark.id)), mark.strong) for mark in index] == [
            Span(span.start, span.end, span.codings, span.strong) for span in expected]
        assert [(set(mark.codes), mark.has_memo) for mark in index] == [
            ({code for code, _coder in span.codings}, bool(span.memo)) for span in expected]
        for at in (0, len(TEXT) // 3, len(TEXT) - 1):
            assert [(mark.start, mark.end) for mark in index.at(at)] == [
                (span.start, span.end) for span in expected if span.start <= at < span.end]

    @invariant()
    def the_counts_say_the_same(self) -> None:
        for node in self.book:
            below = set(self.book.below(node.id))
            own = sum(any(code == node.id for code, _coder in span.codings) for span in self.spans)
            total = sum(any(code in below for code, _coder in span.codings) for span in self.spans)
            assert (self.counts.own(node.id), self.counts.total(node.id)) == (own, total)
            assert self.counts.interviews(node.id) == bool(total)
            assert self.counts.cell(node.id, self.interview) == total

    def teardown(self) -> None:
        while self.done:
            self.undo()
        assert self.spans == []
        self.the_database_says_the_same()
        self.the_index_says_the_same()
        self.the_counts_say_the_same()
        self.writer.store.close()
        self.folder.cleanup()


TestPassages = Passages.TestCase
TestPassages.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)

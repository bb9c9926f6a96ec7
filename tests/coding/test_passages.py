# SPDX-License-Identifier: GPL-3.0-or-later
"""Passages cut, joined, recoded and made one; the walk along a code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from coding import codebook, memos, passage_cuts, passage_memos, passage_walk, passages, quotes
from coding.changes import Label, Writer
from coding.counts import Counts
from coding.passage_bounds import cleared
from coding.passage_index import PassageIndex
from coding.passage_walk import Step
from models.errors import KnownError
from models.memo import Memo
from models.passage import Coding, Passage
from models.project import Coder
from tests import build

ACT = Label("act")
WORDS = "Au début il y avait une inquiétude. Puis plus rien."
A, B, C = "Réticences > A", "Réticences > B", "Statut > C"


class Project:
    """Two interviews, three codes, two coders."""

    def __init__(self, folder: Path) -> None:
        self.writer: Writer = build.project(folder)
        self.first = build.interview(self.writer, "Inès", [("Inès", WORDS), ("Q", "Oui ?"), ("Inès", "Non, jamais.")])
        self.second = build.interview(self.writer, "Paul", [("Paul", WORDS)])
        self.codes = {path: build.code(self.writer, path) for path in (A, B, C)}
        self.other: int = self.writer.do(ACT, self._coder).result

    @staticmethod
    def _coder(session: Any) -> int:
        coder = Coder(name="Luc")
        session.add(coder)
        session.flush()
        return coder.id

    def coded(self, quote: str, *paths: str, title: str = "Inès", by: int = 1) -> int:
        return build.coded(self.writer, title, quote, *paths, coder_id=by)

    def do(self, act: Callable[[Any], Any]) -> Any:
        return self.writer.do(ACT, act).result

    def read(self, query: Callable[[Any], Any]) -> Any:
        with self.writer.store.reading() as session:
            return query(session)

    def passages(self) -> dict[str, tuple[set[tuple[str, int]], bool, str]]:
        """Quote → its (code, coder) pairs, whether it is strong, its memo."""
        names = {key: path for path, key in self.codes.items()}

        def look(session: Any) -> Any:
            return {
                row.quote: (
                    {(names[c.code_id], c.coder_id)
                     for c in session.scalars(select(Coding).where(Coding.passage_id == row.id))},
                    row.is_strong, passage_memos.read(session, row.id))
                for row in session.scalars(select(Passage))
            }

        return self.read(look)

    def note(self, passage_id: int, text: str) -> None:
        self.do(lambda s: passages.write_memo(s, passage_id=passage_id, text=text))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project(tmp_path)
    yield made
    made.writer.store.close()


def test_split_keeps_every_code_on_both_halves_and_the_memo_on_the_first(project: Project) -> None:
    key = project.coded("une inquiétude. Puis plus rien.", A, B)
    project.coded("une inquiétude. Puis plus rien.", A, by=project.other)
    project.do(lambda s: passages.mark_strong(s, passage_id=key, strong=True))
    project.note(key, "note")
    at = project.read(lambda s: passages.get(s, key).start) + len("une inquiétude. ")
    before = project.passages()
    left, right = project.do(lambda s: passage_cuts.split(s, passage_id=key, at=at))
    codes = {(A, 1), (B, 1), (A, project.other)}
    assert left == key != right
    assert project.passages() == {"une inquiétude.": (codes, True, "note"), "Puis plus rien.": (codes, True, "")}
    project.writer.undo()
    assert project.passages() == before


def test_split_for_one_coder_leaves_the_others_where_they_were(project: Project) -> None:
    key = project.coded("Puis plus rien.", A)
    project.coded("Puis plus rien.", B, by=project.other)
    at = project.read(lambda s: passages.get(s, key).start) + 5
    project.do(lambda s: passage_cuts.split(s, passage_id=key, at=at, coder_id=1))
    assert project.passages() == {
        "Puis plus rien.": ({(B, project.other)}, False, ""),
        "Puis": ({(A, 1)}, False, ""), "plus rien.": ({(A, 1)}, False, ""),
    }


def test_split_across_turns_leaves_the_labels_out(project: Project) -> None:
    key = project.coded("plus rien.\nQ : Oui ?", A)
    start = project.read(lambda s: passages.get(s, key).start)
    project.do(lambda s: passage_cuts.split(s, passage_id=key, at=start + len("plus rien.\nQ : ")))
    assert set(project.passages()) == {"plus rien.", "Oui ?"}


@pytest.mark.parametrize("at", [0, 15, 60])
def test_a_split_that_would_leave_nothing_on_one_side_is_refused(project: Project, at: int) -> None:
    key = project.coded("Puis plus rien.", A)
    start = project.read(lambda s: passages.get(s, key).start)
    with pytest.raises(KnownError, match="between two words"):
        project.do(lambda s: passage_cuts.split(s, passage_id=key, at=start + at))


def test_join_takes_the_codes_the_memos_and_the_star_of_both(project: Project) -> None:
    one, two = project.coded("Au début", A), project.coded("une inquiétude.", B, A)
    project.note(one, "un")
    project.note(two, "deux")
    project.do(lambda s: passages.mark_strong(s, passage_id=two, strong=True))
    before = project.passages()
    made = project.do(lambda s: passage_cuts.join(s, passage_id=two, other_id=one))
    assert made == one
    assert project.passages() == {
        "Au début il y avait une inquiétude.": ({(A, 1), (B, 1)}, True, "un\n\ndeux")}
    assert project.read(lambda s: len(s.scalars(select(Memo)).all())) == 1
    project.writer.undo()
    assert project.passages() == before


def test_join_with_a_passage_inside_and_onto_one_that_stands_there(project: Project) -> None:
    outer, inner = project.coded(WORDS, A), project.coded("inquiétude", B)
    assert project.do(lambda s: passage_cuts.join(s, passage_id=inner, other_id=outer)) == outer
    assert project.passages() == {WORDS: ({(A, 1), (B, 1)}, False, "")}
    one, two = project.coded("Au début", C), project.coded("plus rien.", C)
    assert project.do(lambda s: passage_cuts.join(s, passage_id=one, other_id=two)) == outer
    assert project.passages() == {WORDS: ({(A, 1), (B, 1), (C, 1)}, False, "")}


def test_a_bound_moved_onto_another_passage_makes_one_of_both_memos(project: Project) -> None:
    one, two = project.coded("Au début", A), project.coded("Au début il", A, B)
    project.note(one, "un")
    project.note(two, "deux")
    start, end = project.read(lambda s: (passages.get(s, two).start, passages.get(s, two).end))
    assert project.do(lambda s: passages.resize(s, passage_id=one, start=start, end=end)) == two
    assert project.passages() == {"Au début il": ({(A, 1), (B, 1)}, False, "deux\n\nun")}


def test_bounds_never_stand_in_a_label(project: Project) -> None:
    key = project.coded("Oui ?", A)
    start, end = project.read(lambda s: (passages.get(s, key).start, passages.get(s, key).end))
    project.do(lambda s: passages.resize(s, passage_id=key, start=start - 3, end=end + 4))
    assert set(project.passages()) == {"Oui ?"}
    with pytest.raises(KnownError, match="Nothing would be left"):
        project.do(lambda s: passages.resize(s, passage_id=key, start=start - 4, end=start))


def test_what_another_coded_is_not_moved(project: Project) -> None:
    key = project.coded("Oui ?", A, by=project.other)
    start = project.read(lambda s: passages.get(s, key).start)
    for act in (
        lambda s: passages.resize(s, passage_id=key, start=start, end=start + 3, coder_id=1),
        lambda s: passage_cuts.split(s, passage_id=key, at=start + 4, coder_id=1),
    ):
        with pytest.raises(KnownError, match="Someone else coded"):
            project.do(act)


def test_a_code_is_replaced_for_whoever_gave_it(project: Project) -> None:
    key = project.coded("Oui ?", A, B)
    project.coded("Oui ?", A, by=project.other)
    a, b, c = project.codes[A], project.codes[B], project.codes[C]
    counts = project.read(lambda s: Counts.load(s, codebook.read(s)))
    change = project.writer.do(ACT, lambda s: passages.replace_code(s, passage_id=key, old=a, new=b))
    assert counts.apply(change)
    assert (counts.own(a), counts.own(b)) == (0, 1)
    assert project.passages() == {"Oui ?": ({(B, 1), (B, project.other)}, False, "")}
    project.do(lambda s: passages.replace_code(s, passage_id=key, old=b, new=c, coder_id=1))
    assert project.passages() == {"Oui ?": ({(C, 1), (B, project.other)}, False, "")}
    assert not project.writer.do(ACT, lambda s: passages.replace_code(s, passage_id=key, old=c, new=c))


def test_several_memos_are_read_as_one_and_written_back_as_one(project: Project) -> None:
    key = project.coded("Oui ?", A)
    project.note(key, "un")
    project.do(lambda s: memos.add(s, text="deux", title="Titre", target="passage_id", target_id=key))
    assert project.passages()["Oui ?"][2] == "un\n\nTitre\ndeux"
    assert project.read(lambda s: [quote.memo for quote in quotes.find(s)]) == ["un\n\nTitre\ndeux"]
    assert not project.writer.do(ACT, lambda s: passages.write_memo(s, passage_id=key, text="un\n\nTitre\ndeux"))
    project.note(key, "un, deux")
    assert project.passages()["Oui ?"][2] == "un, deux"
    project.note(key, " ")
    assert project.passages()["Oui ?"] == ({(A, 1)}, False, "")
    project.writer.undo()
    project.writer.undo()
    assert project.passages()["Oui ?"][2] == "un\n\nTitre\ndeux"


def test_the_walk_along_a_code_goes_on_in_the_next_interview_and_wraps(project: Project) -> None:
    a = project.codes[A]
    keys = [project.coded("Au début", A), project.coded("Au début il y avait", A), project.coded("Non", A),
            project.coded("Puis", A, title="Paul")]
    project.coded("inquiétude", B)
    order = [project.first, project.second]
    reading = [keys[1], keys[0], keys[2], keys[3]]  # the longer first

    def go(place: Any, interview: int, direction: int) -> Step:
        return project.read(lambda s: passage_walk.next_of_code(
            s, [a], order=order, interview_id=interview, place=place, direction=direction))

    for direction, expected in ((1, [*reading, reading[0]]), (-1, [*reversed(reading), reading[-1]])):
        place: Any = passage_walk.before(0) if direction > 0 else passage_walk.before(10_000)
        interview = project.first if direction > 0 else project.second
        met = []
        for _n in expected:
            step = go(place, interview, direction)
            met.append(step.passage_id)
            place, interview = (step.start, step.end, step.passage_id), step.interview_id
        assert met == expected
        assert step.wrapped
    assert project.read(lambda s: passage_walk.next_of_code(
        s, [project.codes[C]], order=order, interview_id=project.first, place=(0, 0, 0), direction=1)) is None


def test_what_joins_is_the_next_that_shares_a_code_else_the_next_that_goes_on(project: Project) -> None:
    outer = project.coded("Au début il y avait une inquiétude.", A)
    project.coded("inquiétude", B)
    other = project.coded("Puis plus", B)
    same = project.coded("rien.", A)
    index: PassageIndex = project.read(lambda s: PassageIndex.load(s, project.first))
    mark = index.get(outer)
    assert mark is not None
    joined = [passage_walk.to_join(index, mark, limit) for limit in (10_000, mark.end + 5, mark.end)]
    assert [found.id if found else None for found in joined] == [same, other, None]


def test_white_space_and_labels_are_left_out() -> None:
    text = "A : mot \nB : "

    def label_at(offset: int) -> tuple[int, int] | None:
        return next(((low, high) for low, high in ((0, 4), (9, 13)) if low <= offset < high), None)

    assert cleared(text, 0, len(text), label_at) == (4, 7)
    assert cleared(text, 7, len(text), label_at) is None
    assert cleared(text, 5, 6, label_at) == (5, 6)

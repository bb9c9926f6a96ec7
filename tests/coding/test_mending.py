# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of a coded transcript replaced: turns and passages follow, undo brings every row back, or nothing is done."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding import interviews, mending, passages
from coding.anchors import Edit
from coding.changes import Label, Writer
from coding.check import check
from coding.passage_bounds import trimmed
from coding.searching.find import find
from models.errors import KnownError
from models.interview import Interview, Turn
from models.memo import Memo
from models.passage import Coding, Passage
from tests import build
from tests.coding.test_undo import dump

ACT = Label("correct")
TURNS = [("Q", "Comment va la maizon ?"), ("Inès", "Le chat 😀 noir dort, la maizon aussi."), ("Q", "Ah."),
         ("Inès", "Il est addicto."), ("Q", "Merci.")]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Inès", TURNS)
    yield made
    made.store.close()


def text_of(writer: Writer) -> str:
    with writer.store.reading() as session:
        return interviews.text(session, 1)


def quotes(writer: Writer) -> list[str]:
    with writer.store.reading() as session:
        return list(session.scalars(select(Passage.quote).order_by(Passage.start, Passage.end)))


def replace(writer: Writer, old: str, new: str) -> list[tuple[int, int]]:
    """Replace the first place where ``old`` stands."""
    start = text_of(writer).index(old)
    edit = Edit(start, start + len(old), new)
    found: list[tuple[int, int]] = writer.do(ACT, lambda s: mending.correct(s, 1, [edit])).result
    return found


def test_passages_and_turns_follow_and_undo_brings_all_back(writer: Writer) -> None:
    for quote in ("la maizon ?", "Le chat 😀 noir dort", "la maizon aussi", "addicto", "maizon ?\nInès : Le chat"):
        build.coded(writer, "Inès", quote, "T")
    before = dump(writer)
    found = replace(writer, "addicto", "addict au 😀 jeu")
    assert [text_of(writer)[start:end] for start, end in found] == ["addict au 😀 jeu"]
    replace(writer, "maizon", "grande maison")
    assert quotes(writer) == ["la grande maison ?", "grande maison ?\nInès : Le chat", "Le chat 😀 noir dort",
                              "la maizon aussi", "addict au 😀 jeu"]
    assert check(writer.store).ok
    with writer.store.reading() as session:
        said = [text_of(writer)[turn.start : turn.end] for turn in session.scalars(select(Turn).order_by(Turn.number))]
    assert said == ["Comment va la grande maison ?", *(words for _label, words in TURNS[1:3]),
                    "Il est addict au 😀 jeu.", "Merci."]
    after = dump(writer)
    writer.undo()
    writer.undo()
    assert dump(writer) == before
    assert check(writer.store).ok
    writer.redo()
    writer.redo()
    assert dump(writer) == after
    assert check(writer.store).ok


def test_search_finds_the_corrected_word_even_of_the_same_length(writer: Writer) -> None:
    replace(writer, "dort", "rêve")

    def found(query: str) -> list[int]:
        with writer.store.reading() as session:
            return [hit.turn for hit in find(session, query)]

    assert (found("reve"), found("dort"), found("addicto")) == ([2], [], [4])
    writer.undo()
    assert (found("reve"), found("dort")) == ([], [2])
    replace(writer, "Comment", "Eh bien, comment")  # all that follows moves, and is found where it is now
    with writer.store.reading() as session:
        hit = find(session, "addicto")[0]
    assert text_of(writer)[hit.start : hit.end] == "addicto"


def test_a_whole_turn_is_corrected_word_by_word(writer: Writer) -> None:
    for quote in ("chat 😀 noir", "la maizon aussi."):
        build.coded(writer, "Inès", quote, "T")
    words = "  Le petit chat 😀 noir dort.\r\nLa maison, elle aussi.\x00 "
    found = writer.do(ACT, lambda s: mending.correct_turn(s, 1, 2, words)).result
    text = text_of(writer)
    assert "Inès : Le petit chat 😀 noir dort.\nLa maison, elle aussi.\nQ : Ah." in text
    assert quotes(writer) == ["chat 😀 noir", "La maison, elle aussi."]
    assert [text[start:end].strip() for start, end in found] == ["petit", ".\nLa maison, elle"]
    assert check(writer.store).ok


def test_a_turn_may_lose_all_its_words_and_find_some_again(writer: Writer) -> None:
    writer.do(ACT, lambda s: mending.correct_turn(s, 1, 3, ""))
    assert check(writer.store).ok
    writer.do(ACT, lambda s: mending.correct_turn(s, 1, 3, "Ah bon ?"))
    assert "Q : Ah bon ?\nInès : Il est" in text_of(writer)
    assert check(writer.store).ok


def test_a_passage_that_would_lose_its_words_is_named_and_nothing_is_done(writer: Writer) -> None:
    build.coded(writer, "Inès", "chat 😀 noir", "T")
    before = dump(writer)
    with pytest.raises(KnownError, match="“chat 😀 noir”"):
        writer.do(ACT, lambda s: mending.correct_turn(s, 1, 2, "Le dort, la maizon aussi."))
    assert dump(writer) == before


def test_two_passages_that_come_to_hold_the_same_words_become_one(writer: Writer) -> None:
    one = build.coded(writer, "Inès", "chat 😀 noir", "T", "U")
    other = build.coded(writer, "Inès", "chat 😀 noir dort", "T", "V")
    for key, words in ((one, "ici"), (other, "là")):
        writer.do(ACT, partial(passages.write_memo, passage_id=key, text=words))
    writer.do(ACT, lambda s: passages.mark_strong(s, passage_id=other, strong=True))
    before = dump(writer)
    writer.do(ACT, lambda s: mending.correct_turn(s, 1, 2, "Le chat 😀 noir, la maizon aussi."))
    with writer.store.reading() as session:
        row = session.scalars(select(Passage)).one()
        assert (row.quote, row.is_strong) == ("chat 😀 noir", True)
        assert len(session.scalars(select(Coding)).all()) == 3
        assert session.scalars(select(Memo.text)).one() == "ici\n\nlà"
    assert check(writer.store).ok
    writer.undo()
    assert dump(writer) == before


def test_a_correction_stays_in_one_turn_or_one_label(writer: Writer) -> None:
    with pytest.raises(KnownError, match="over two turns"):
        replace(writer, "?\nInès", "!")
    replace(writer, "Inès", "Anne-Maëlys")
    assert check(writer.store).ok
    with writer.store.reading() as session:
        turn = mending.turn_of(session, 1, 2)
        assert text_of(writer)[turn.label_start : turn.start] == "Anne-Maëlys : "


def test_a_passage_never_comes_to_begin_with_a_label(writer: Writer) -> None:
    build.coded(writer, "Inès", "maizon ?\nInès : Le chat", "T")
    writer.do(ACT, lambda s: mending.correct_turn(s, 1, 1, "Comment va la"))
    assert quotes(writer) == ["Le chat"]


def test_where_one_has_read_to_follows(writer: Writer) -> None:
    def read_to(at: int) -> int:
        def act(session: object) -> None:
            session.get(Interview, 1).read_to = at  # type: ignore[attr-defined]

        writer.do(ACT, act)
        return at

    at = read_to(text_of(writer).index("Q : Ah."))
    replace(writer, "maizon", "grande maison")
    with writer.store.reading() as session:
        assert session.get_one(Interview, 1).read_to == at + 7
    read_to(len(text_of(writer)))
    replace(writer, "Merci.", "Merci bien.")
    with writer.store.reading() as session:
        assert session.get_one(Interview, 1).read_to == len(text_of(writer))


def test_nothing_to_correct_is_no_act(writer: Writer) -> None:
    assert not writer.do(ACT, lambda s: mending.correct_turn(s, 1, 2, TURNS[1][1]))


# -- whatever is replaced ----------------------------------------------------------------------------------------------

WORDS = st.text(alphabet="abé 😀,’\u0301\n", max_size=8)
SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 25)), max_size=8)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """A project with a theme, that every example leaves as it found it."""
    made = build.project(tmp_path_factory.mktemp("kept"))
    build.code(made, "T")
    made.forget()
    yield made
    made.store.close()


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from("QR"), WORDS), min_size=1, max_size=5), SPANS,
       st.lists(st.tuples(st.integers(0, 4), st.integers(0, 8), st.integers(0, 8), WORDS), min_size=1, max_size=4))
def test_everything_holds_after_any_correction(
    kept: Writer, turns: list[tuple[str, str]], spans: list[tuple[int, int]], wanted: list[tuple[int, int, int, str]],
) -> None:
    """Quotes are the words of the text, those apart from every edit are what they were, undo and redo are exact."""
    turns = [(label, unicodedata.normalize("NFC", words.strip())) for label, words in turns]
    writer = kept
    build.interview(writer, "I", turns)
    text = text_of(writer)
    for start, length in spans:
        low, high = trimmed(text, min(start, len(text)), min(start + length, len(text)))
        if low < high:
            writer.do(ACT, partial(
                passages.code, interview_id=1, start=low, end=high, code_ids=[1], coder_id=1))
    before = dump(writer)
    try:
        assert_corrected(writer, text, list(chosen(writer, wanted)))
    except KnownError:
        assert dump(writer) == before
    finally:
        while writer.undo():
            pass
        writer.forget()


def chosen(writer: Writer, wanted: list[tuple[int, int, int, str]]) -> Iterator[Edit]:
    """Edits within turns, disjoint."""
    with writer.store.reading() as session:
        turns = session.scalars(select(Turn).order_by(Turn.number)).all()
    at = -1
    for number, skip, length, words in sorted(wanted):
        turn = turns[number % len(turns)]
        start = min(turn.end, max(turn.start + skip, at + 1))
        end = min(turn.end, start + length)
        if start > at:
            at = end
            yield Edit(start, end, words)


def assert_corrected(writer: Writer, text: str, edits: list[Edit]) -> None:
    before, quoted = dump(writer), {}
    with writer.store.reading() as session:
        for row in session.scalars(select(Passage)):
            if all(row.end < edit.start or edit.end < row.start for edit in edits):
                quoted[row.id] = row.quote
    change = writer.do(ACT, lambda s: mending.correct(s, 1, edits))
    expected = text
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        expected = expected[: edit.start] + unicodedata.normalize("NFC", edit.words) + expected[edit.end :]
    assert text_of(writer) == unicodedata.normalize("NFC", expected)
    report = check(writer.store)
    assert report.ok, report.problems
    if unicodedata.is_normalized("NFC", expected):
        with writer.store.reading() as session:
            quotes = set(session.scalars(select(Passage.quote)))
            for key, quote in quoted.items():
                stays = session.get(Passage, key)  # two that come to one place are one
                assert quote == stays.quote if stays is not None else quote in quotes
    if change:
        after = dump(writer)
        writer.undo()
        assert dump(writer) == before
        assert check(writer.store).ok
        writer.redo()
        assert dump(writer) == after

# SPDX-License-Identifier: GPL-3.0-or-later
"""Random acts, then undo everything: every table but the change log is as it was, keys and dates included."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from coding import codebook, memos, merging, passages, project, splitting
from coding.changes import Label, Writer
from coding.counts import Counts
from coding.passage_index import PassageIndex
from models import tables
from models.change import ChangeEntry
from models.code import Code
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.memo import Memo
from models.passage import Coding, Passage

TEXT = "Inès : Au début 😀 c’était dur,\u00a0vraiment. Enquêteur : Et aprés\u0301 ? Inès : On a parlé, beaucoup."
LABEL = Label("act")


def dump(writer: Writer) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the change log."""
    with writer.store.reading() as session:
        return {
            name: [tuple(row) for row in session.connection().execute(
                select(model.__table__).order_by(model.__table__.c.id))]
            for name, model in tables.BY_NAME.items() if model is not ChangeEntry
        }


def two_interviews(session: Any) -> list[int]:
    """Two interviews with the same text, one turn each."""
    ids = []
    for title in ("A", "B"):
        interview = Interview(title=title, text=TEXT, length=len(TEXT))
        session.add(interview)
        session.flush()
        speaker = Speaker(interview_id=interview.id, label="Inès")
        session.add(speaker)
        session.flush()
        session.add(Turn(interview_id=interview.id, number=1, label_start=0, start=7, end=len(TEXT),
                         speaker_id=speaker.id))
        ids.append(interview.id)
    return ids


class Sitting(RuleBasedStateMachine):
    """Acts on codebook, passages and memos; the in-memory models must agree with the database after each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.writer = project.create(Path(self.folder.name) / "p.filrouge")
        self.interviews = self.writer.do(LABEL, two_interviews).result
        theme = self.writer.do(LABEL, lambda s: codebook.add(s, name="Réticences")).result
        self.writer.do(LABEL, lambda s: codebook.add(s, name="Crainte", parent_id=theme))
        self.writer.forget()
        self.start = dump(self.writer)
        self.reload()

    def reload(self) -> None:
        with self.writer.store.reading() as session:
            self.book = codebook.read(session)
            self.counts = Counts.load(session, self.book)
            self.indexes = [PassageIndex.load(session, key) for key in self.interviews]

    @initialize()
    def begin(self) -> None:
        self.depth = 0

    def act(self, work: Any) -> None:
        try:
            change = self.writer.do(LABEL, work)
        except KnownError:
            return
        self.follow(change)

    def follow(self, change: Any) -> None:
        if not change:
            return
        for index in self.indexes:
            index.apply(change)
        with self.writer.store.reading() as session:
            self.book = codebook.read(session)
            if self.counts.apply(change):
                self.counts.follow(self.book)
            else:
                self.counts = Counts.load(session, self.book)

    def some(self, model: Any, pick: int) -> int | None:
        with self.writer.store.reading() as session:
            ids = list(session.scalars(select(model.id).order_by(model.id)))
        return ids[pick % len(ids)] if ids else None

    @rule(which=st.integers(0, 1), start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 30),
          picks=st.lists(st.integers(0, 9), min_size=1, max_size=3))
    def code(self, which: int, start: int, length: int, picks: list[int]) -> None:
        codes = [key for key in (self.some(Code, p) for p in picks) if key]
        if codes:
            self.act(lambda s: passages.code(s, interview_id=self.interviews[which], start=start,
                                             end=min(len(TEXT), start + length), code_ids=codes, coder_id=1))

    @rule(pick=st.integers(0, 50))
    def uncode(self, pick: int) -> None:
        with self.writer.store.reading() as session:
            rows = session.execute(select(Coding.passage_id, Coding.code_id).order_by(Coding.id)).all()
        if rows:
            passage_id, code_id = rows[pick % len(rows)]
            self.act(lambda s: passages.uncode(s, passage_id=passage_id, code_id=code_id))

    @rule(pick=st.integers(0, 50), start=st.integers(0, len(TEXT) - 2), length=st.integers(1, 30))
    def resize(self, pick: int, start: int, length: int) -> None:
        key = self.some(Passage, pick)
        if key:
            self.act(lambda s: passages.resize(s, passage_id=key, start=start, end=min(len(TEXT), start + length)))

    @rule(pick=st.integers(0, 50), text=st.sampled_from(["", "note", "autre note"]))
    def memo(self, pick: int, text: str) -> None:
        key = self.some(Passage, pick)
        if key:
            self.act(lambda s: passages.write_memo(s, passage_id=key, text=text))

    @rule(pick=st.integers(0, 50), strong=st.booleans())
    def strong(self, pick: int, strong: bool) -> None:
        key = self.some(Passage, pick)
        if key:
            self.act(lambda s: passages.mark_strong(s, passage_id=key, strong=strong))

    @rule(pick=st.integers(0, 50))
    def remove_passage(self, pick: int) -> None:
        key = self.some(Passage, pick)
        if key:
            self.act(lambda s: passages.remove(s, passage_id=key))

    @rule(name=st.sampled_from(["Statut", "Crainte", "Écoute", "E\u0301coute"]), pick=st.none() | st.integers(0, 9))
    def add_code(self, name: str, pick: int | None) -> None:
        parent = None if pick is None else self.some(Code, pick)
        self.act(lambda s: codebook.add(s, name=name, parent_id=parent))

    @rule(pick=st.integers(0, 9), name=st.sampled_from(["Statut", "Peur", "Accueil"]),
          pin=st.none() | st.integers(1, 2))
    def edit_code(self, pick: int, name: str, pin: int | None) -> None:
        key = self.some(Code, pick)
        if key:
            self.act(lambda s: codebook.edit(s, key, name=name, pin=pin, colour="#123456"))

    @rule(pick=st.integers(0, 9), under=st.none() | st.integers(0, 9), position=st.integers(0, 3))
    def move_code(self, pick: int, under: int | None, position: int) -> None:
        key = self.some(Code, pick)
        if key:
            parent = None if under is None else self.some(Code, under)
            self.act(lambda s: codebook.move(s, key, parent_id=parent, position=position))

    @rule(pick=st.integers(0, 9), into=st.integers(0, 9))
    def merge_codes(self, pick: int, into: int) -> None:
        key, target = self.some(Code, pick), self.some(Code, into)
        if key and target and key != target:
            self.act(lambda s: merging.merge(s, key, into=target))

    @rule(pick=st.integers(0, 50), name=st.sampled_from(["Secret", "Crainte", "é"]), below=st.booleans())
    def split_code(self, pick: int, name: str, below: bool) -> None:
        with self.writer.store.reading() as session:
            rows = session.execute(select(Coding.passage_id, Coding.code_id).order_by(Coding.id)).all()
        if rows:
            passage_id, code_id = rows[pick % len(rows)]
            self.act(lambda s: splitting.split(s, code_id, {name: [passage_id]}, below=below))

    @rule(pick=st.integers(0, 9))
    def delete_code(self, pick: int) -> None:
        key = self.some(Code, pick)
        if key:
            self.act(lambda s: codebook.remove(s, key))

    @rule(pick=st.integers(0, 9), which=st.integers(0, 1), text=st.sampled_from(["", "synthèse", "autre"]))
    def summary(self, pick: int, which: int, text: str) -> None:
        key = self.some(Code, pick)
        if key:
            self.act(lambda s: memos.write_summary(s, code_id=key, interview_id=self.interviews[which], text=text))

    @precondition(lambda self: self.writer.undo_label is not None)
    @rule()
    def undo(self) -> None:
        self.follow(self.writer.undo())

    @precondition(lambda self: self.writer.redo_label is not None)
    @rule()
    def redo(self) -> None:
        self.follow(self.writer.redo())

    @invariant()
    def models_agree_with_the_database(self) -> None:
        with self.writer.store.reading() as session:
            fresh = Counts.load(session, self.book)
            for node in self.book:
                assert self.counts.total(node.id) == fresh.total(node.id)
                assert self.counts.own(node.id) == fresh.own(node.id)
                assert self.counts.interviews(node.id) == fresh.interviews(node.id)
            for index in self.indexes:
                assert [(m.id, m.start, m.end, set(m.codes), m.strong, m.has_memo) for m in index] == [
                    (m.id, m.start, m.end, set(m.codes), m.strong, m.has_memo)
                    for m in PassageIndex.load(session, index.interview_id)]
            for start, end, quote in session.execute(select(Passage.start, Passage.end, Passage.quote)):
                assert TEXT[start:end] == quote
                assert quote == quote.strip()
            coded = set(session.scalars(select(Coding.passage_id))) | set(session.scalars(select(Memo.passage_id)))
            assert set(session.scalars(select(Passage.id))) <= coded

    def teardown(self) -> None:
        before = dump(self.writer)
        undone = 0
        while self.writer.undo():
            undone += 1
        assert dump(self.writer) == self.start
        for _ in range(undone):
            self.writer.redo()
        assert dump(self.writer) == before
        self.writer.store.close()
        self.folder.cleanup()


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


def test_redo_brings_everything_back(tmp_path: Path) -> None:
    writer = project.create(tmp_path / "p.filrouge")
    ids = writer.do(LABEL, two_interviews).result
    theme = writer.do(LABEL, lambda s: codebook.add(s, name="T")).result
    writer.do(LABEL, lambda s: passages.code(s, interview_id=ids[0], start=7, end=20, code_ids=[theme], coder_id=1))
    writer.do(LABEL, lambda s: codebook.remove(s, theme))
    after = dump(writer)
    for _ in range(4):
        writer.undo()
    for _ in range(4):
        writer.redo()
    assert dump(writer) == after
    writer.store.close()


def test_an_error_leaves_the_project_as_it_was(tmp_path: Path) -> None:
    writer = project.create(tmp_path / "p.filrouge")
    before, revision = dump(writer), writer.store.revision()

    def act(session: Any) -> None:
        codebook.add(session, name="T")
        raise KnownError("no")

    with pytest.raises(KnownError):
        writer.do(LABEL, act)
    assert dump(writer) == before
    assert writer.store.revision() == revision
    assert writer.undo_label is None
    writer.store.close()


def test_undo_refuses_what_changed_by_another_way(tmp_path: Path) -> None:
    writer = project.create(tmp_path / "p.filrouge")
    theme = writer.do(LABEL, lambda s: codebook.add(s, name="T")).result
    other = Writer(writer.store, coder_id=1)
    other.do(LABEL, lambda s: codebook.edit(s, theme, name="U"))
    before = dump(writer)
    with pytest.raises(KnownError, match="no longer be undone"):
        writer.undo()
    assert dump(writer) == before
    writer.store.close()


def test_an_act_that_changes_nothing_is_no_act(tmp_path: Path) -> None:
    writer = project.create(tmp_path / "p.filrouge")
    theme = writer.do(LABEL, lambda s: codebook.add(s, name="T")).result
    revision = writer.store.revision()
    change = writer.do(LABEL, lambda s: codebook.edit(s, theme, name="T"))
    assert not change
    assert change.revision == revision == writer.store.revision()
    writer.store.close()


def test_the_log_keeps_acts_and_codebook_values_but_no_interview_text(tmp_path: Path) -> None:
    writer = project.create(tmp_path / "p.filrouge")
    ids = writer.do(LABEL, two_interviews).result
    theme = writer.do(Label("create “{code}”", {"code": "T"}), lambda s: codebook.add(s, name="T")).result
    writer.do(LABEL, lambda s: passages.code(s, interview_id=ids[0], start=7, end=20, code_ids=[theme], coder_id=1))
    with writer.store.reading() as session:
        entries = list(session.scalars(select(ChangeEntry).order_by(ChangeEntry.id)))
    assert [entry.kind for entry in entries] == ["do"] * 4
    assert entries[2].codebook[0]["after"]["name"] == "T"
    assert not any("début" in str(entry.codebook) + str(entry.values) for entry in entries)
    writer.store.close()


def test_a_code_merged_into_its_theme_may_have_one_of_its_name_below() -> None:
    sitting = Sitting()
    sitting.add_code(name="Crainte", pick=1)
    sitting.merge_codes(pick=1, into=0)
    assert [node.name for node in sitting.book] == ["Réticences", "Crainte"]
    sitting.teardown()


def test_a_passage_that_only_its_memo_keeps_is_counted_again_when_its_code_comes_back() -> None:
    sitting = Sitting()
    sitting.code(which=0, start=0, length=8, picks=[1])
    sitting.memo(pick=0, text="note")
    sitting.delete_code(pick=1)
    sitting.reload()
    sitting.undo()
    sitting.models_agree_with_the_database()
    assert sitting.counts.total(1) == 1
    sitting.teardown()


def test_codes_that_come_back_count_for_their_theme() -> None:
    sitting = Sitting()
    sitting.code(which=0, start=0, length=8, picks=[1])
    sitting.delete_code(pick=0)
    sitting.undo()
    sitting.models_agree_with_the_database()
    assert sitting.counts.total(1) == 1
    sitting.teardown()


def test_a_pin_taken_from_another_code_goes_back_to_it(tmp_path: Path) -> None:
    writer = project.create(tmp_path / "p.filrouge")
    one = writer.do(LABEL, lambda s: codebook.add(s, name="A", pin=1)).result
    other = writer.do(LABEL, lambda s: codebook.add(s, name="B")).result
    before = dump(writer)
    writer.do(LABEL, lambda s: codebook.edit(s, other, pin=1))
    writer.undo()
    assert dump(writer) == before
    writer.redo()
    with writer.store.reading() as session:
        assert {node.id: node.pin for node in codebook.read(session)} == {one: None, other: 1}
    writer.store.close()

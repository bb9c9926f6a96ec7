# SPDX-License-Identifier: GPL-3.0-or-later
"""The log read backwards gives every earlier codebook; what was undone leaves no trace in the history."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from sqlalchemy import select

from coding import changes, codebook, codebook_history, codebook_log, examples, merging, passages, splitting
from coding import project as projects
from coding.changes import Change, Label, Writer
from coding.code_changes import Alteration
from coding.codebook_history import Entry
from coding.codebook_log import Rows
from coding.language import set_language
from models.base import now
from models.change import ChangeEntry
from models.code import Code
from models.errors import KnownError
from models.passage import Coding, Passage
from tests import build

START = datetime(2026, 3, 2, 8, tzinfo=UTC).replace(tzinfo=None)


class Arranging(RuleBasedStateMachine):
    """A codebook arranged at random, undone and redone: each state is photographed as it is reached."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.writer = projects.create(Path(self.folder.name) / "p.filrouge")
        build.interview(self.writer, "Inès", [("Inès", "Au début il y avait une inquiétude. Puis on a parlé.")])
        self.seen: dict[int, Rows] = {}
        self.writer.forget()  # the interview stays, whatever is undone
        self.act(lambda s: codebook.add(s, name="Réticences"))

    def act(self, work: Any, label: str = "act") -> None:
        try:
            self.note(self.writer.do(Label(label, {"code": "x", "target": "y"}), work))
        except KnownError:
            return

    def note(self, change: Change | None) -> None:
        if change:
            with self.writer.store.reading() as session:
                self.seen[change.revision] = codebook_log.present(session)

    def some(self, pick: int) -> int:
        with self.writer.store.reading() as session:
            ids = list(session.scalars(select(Code.id).order_by(Code.id)))
        return ids[pick % len(ids)] if ids else 0

    picks = st.integers(0, 9)

    @rule(name=st.sampled_from("ABCDEF"), pick=picks, theme=st.booleans())
    def add(self, name: str, pick: int, theme: bool) -> None:
        above = None if theme else self.some(pick) or None
        self.act(lambda s: codebook.add(s, name=name, parent_id=above))

    @rule(pick=picks, field=st.sampled_from(("name", "definition", "colour")), value=st.sampled_from("ABXYZ"))
    def edit(self, pick: int, field: str, value: str) -> None:
        self.act(lambda s: codebook.edit(s, self.some(pick), **{field: value}))

    @rule(pick=picks, digit=st.integers(1, 3))
    def pin(self, pick: int, digit: int) -> None:
        self.act(lambda s: codebook.edit(s, self.some(pick), pin=digit))

    @rule(pick=picks, under=picks, theme=st.booleans(), place=st.integers(0, 3))
    def move(self, pick: int, under: int, theme: bool, place: int) -> None:
        above = None if theme else self.some(under)
        self.act(lambda s: codebook.move(s, self.some(pick), parent_id=above, position=place))

    @rule(pick=picks, into=picks)
    def merge(self, pick: int, into: int) -> None:
        self.act(lambda s: merging.merge(s, self.some(pick), into=self.some(into)), merging.LABEL)

    @rule(pick=picks, start=st.integers(0, 30))
    def code(self, pick: int, start: int) -> None:
        self.act(lambda s: passages.code(s, interview_id=1, start=start + 7, end=start + 14,
                                         code_ids=[self.some(pick)], coder_id=1) if self.some(pick) else None)

    @rule(pick=picks, name=st.sampled_from("ABCDEF"), below=st.booleans())
    def split(self, pick: int, name: str, below: bool) -> None:
        with self.writer.store.reading() as session:
            coded = list(session.execute(select(Coding.code_id, Coding.passage_id)))
        if coded:
            code_id, passage_id = coded[pick % len(coded)]
            self.act(lambda s: splitting.split(s, code_id, {name: [passage_id]}, below=below), splitting.LABEL)

    @rule(pick=picks)
    def example(self, pick: int) -> None:
        with self.writer.store.reading() as session:
            passage_id = session.scalar(select(Passage.id).limit(1))
        if passage_id:
            self.act(lambda s: examples.use(s, code_id=self.some(pick), passage_id=passage_id))

    @rule(pick=picks)
    def remove(self, pick: int) -> None:
        self.act(lambda s: codebook.remove(s, self.some(pick)))

    @rule(pick=picks, follow=st.booleans())
    def recolour(self, pick: int, follow: bool) -> None:
        self.act(lambda s: codebook.recolour(s, {self.some(pick): "#0072B2"}, follow=follow))

    @rule()
    def undo(self) -> None:
        self.note(self.writer.undo())

    @rule()
    def redo(self) -> None:
        self.note(self.writer.redo())

    def teardown(self) -> None:
        with self.writer.store.reading() as session:
            for revision, rows in self.seen.items():
                assert codebook_log.at_revision(session, revision) == rows
            for entry in codebook_history.timeline(session):
                assert entry.changes or entry.act
        self.writer.store.close()
        self.folder.cleanup()


TestArranging = Arranging.TestCase
TestArranging.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A project whose clock goes on an hour at each act."""
    hours = iter(range(10_000))
    monkeypatch.setattr(changes, "now", lambda: START + timedelta(hours=next(hours)))
    made = build.project(tmp_path)
    build.interview(made, "Inès", [("Inès", "Au début il y avait une inquiétude. Puis on a parlé.")])
    set_language("en")
    yield made
    made.store.close()


def entries(writer: Writer) -> list[Entry]:
    with writer.store.reading() as session:
        return codebook_history.timeline(session)


def clock(writer: Writer) -> datetime:
    """The moment of the last act."""
    with writer.store.reading() as session:
        return session.scalars(select(ChangeEntry.at).order_by(ChangeEntry.id.desc()).limit(1)).one()


def between(writer: Writer, since: datetime) -> list[tuple[str, str, str, str]]:
    with writer.store.reading() as session:
        found = codebook_history.differences(session, since, clock(writer) + timedelta(hours=1))
    return [(one.title(), one.code, one.before, one.after) for one in found]


def test_the_diff_between_two_moments_tells_what_became_of_each_code(writer: Writer) -> None:
    for path in ("Réticences > Crainte", "Réticences > Secret", "Statut > Cadre", "Statut > Paie"):
        build.code(writer, path)
    build.coded(writer, "Inès", "une inquiétude", "Réticences > Crainte")
    since = clock(writer) + timedelta(minutes=1)
    with writer.store.reading() as session:
        book = codebook.read(session)
    ids = {book.path_text(node.id): node.id for node in book}
    writer.do(Label("x"), lambda s: codebook.edit(s, ids["Réticences > Secret"], name="Secret professionnel",
                                                  definition="Ce qui ne se dit pas."))
    writer.do(Label("x"), lambda s: codebook.move(s, ids["Statut > Cadre"], parent_id=ids["Réticences"], position=0))
    writer.do(Label(merging.LABEL, {"code": "Paie", "target": "Statut"}),
              lambda s: merging.merge(s, ids["Statut > Paie"], into=ids["Statut"]))
    writer.do(Label(splitting.LABEL, {"code": "Crainte"}),
              lambda s: splitting.split(s, ids["Réticences > Crainte"], {"Honte": [1]}, below=False))
    writer.do(Label("x"), lambda s: codebook.remove(s, ids["Réticences > Crainte"]))
    writer.do(Label("x"), lambda s: codebook.add(s, name="Place"))
    assert between(writer, since) == [
        ("Created", "Place", "", ""),
        ("Split off", "Réticences > Honte", "Crainte", "Réticences > Honte"),
        ("Merged", "Statut > Paie", "Statut > Paie", "Statut"),
        ("Deleted", "Réticences > Crainte", "", ""),
        ("Renamed", "Réticences > Secret professionnel", "Secret", "Secret professionnel"),
        ("Moved", "Réticences > Cadre", "Statut", "Réticences"),
        ("Definition", "Réticences > Secret professionnel", "", "Ce qui ne se dit pas."),
    ]


def test_what_was_undone_is_neither_listed_nor_in_the_diff(writer: Writer) -> None:
    build.code(writer, "Réticences")
    since = clock(writer) + timedelta(minutes=1)
    writer.do(Label("create “{code}”", {"code": "Erreur"}), lambda s: codebook.add(s, name="Erreur"))
    writer.undo()
    assert between(writer, since) == []
    assert [entry.act for entry in entries(writer)] == ["build"]
    writer.redo()
    assert between(writer, since) == [("Created", "Erreur", "", "")]
    assert [entry.act for entry in entries(writer)] == ["create “Erreur”", "build"]
    writer.undo()
    assert between(writer, since) == []


def test_an_entry_says_when_what_where_and_by_whom(writer: Writer) -> None:
    theme = build.code(writer, "Réticences")
    with writer.store.reading() as session:
        title = session.scalar(select(Code.name))
    assert title == "Réticences"
    writer.do(Label("rename “{code}”", {"code": "Réticences", "interview": 1}),
              lambda s: codebook.edit(s, theme, name="Craintes"))
    writer.do(Label("x", {"interview": 99}), lambda s: codebook.edit(s, theme, definition="Ce qui retient."))
    latest, renamed, first = entries(writer)
    assert renamed.interview == "Inès"
    assert renamed.coder
    assert renamed.changes[0].title() == "Renamed"
    assert (renamed.changes[0].before, renamed.changes[0].after) == ("Réticences", "Craintes")
    assert latest.interview == "an interview since deleted"
    assert first.interview == ""
    assert renamed.at == codebook_log.local(clock(writer)) - timedelta(hours=1)
    assert renamed.holds("reticences")
    assert latest.holds("craintes")
    assert not latest.holds("statut")


def test_codes_put_in_another_order_are_one_change(writer: Writer) -> None:
    for path in ("A", "B", "C"):
        build.code(writer, path)
    writer.do(Label("move"), lambda s: codebook.move(s, 3, parent_id=None, position=0))
    assert [(change.what, change.code) for change in entries(writer)[0].changes] == [("order", "C")]


def test_example_passages_never_put_words_into_the_log(writer: Writer) -> None:
    passage = build.coded(writer, "Inès", "une inquiétude", "Réticences")
    writer.do(Label("x"), lambda s: codebook.edit(s, 1, example="Écrit à la main."))
    writer.do(Label("x"), lambda s: examples.use(s, code_id=1, passage_id=passage))
    change = entries(writer)[0].changes[0]
    assert (change.before, change.after) == ("Écrit à la main.", "Écrit à la main.\n1 example passage")
    with writer.store.reading() as session:
        assert "inquiétude" not in str(list(session.scalars(select(ChangeEntry.codebook))))
        assert examples.resolved(session, session.scalars(select(Code.example)).one()) == [
            "Écrit à la main.", "une inquiétude"]


def test_days_begin_here(writer: Writer) -> None:
    day = now().date()
    assert codebook_log.local(codebook_log.utc(day)) == datetime.combine(day, datetime.min.time())
    assert Alteration("g", "c", "pin").title() == "Key"

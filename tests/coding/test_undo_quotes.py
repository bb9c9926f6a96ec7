# SPDX-License-Identifier: GPL-3.0-or-later
"""Random acts of quoting, searching and exchanging, then undo everything: every table but the log is as it was; then
redo: as it had become."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from sqlalchemy import select

from coding import (
    citation_pattern,
    citations,
    codebook,
    codebook_differences,
    dismissals,
    mending,
    merging,
    passage_cuts,
    passages,
    quote_orders,
    saved_queries,
)
from coding.changes import Label
from coding.check import check
from coding.comments import arriving
from coding.comments.alignment import Place
from coding.comments.arriving import Arrival, Decision
from coding.comments.word_file import Comment
from coding.exchange import gathering, taking
from coding.exchange.codebooks import Proposed
from coding.exchange.model import Exchange
from coding.metadata.folder import export_folder, import_folder
from coding.project import open_reader
from coding.quotes import Meets, Query
from coding.searching import giving
from coding.stretches import stretches
from models.code import Code
from models.errors import KnownError
from models.interview import Interview
from models.passage import Passage
from models.saved_query import SavedQuery
from tests import build
from tests.coding.exchange import rich
from tests.coding.test_undo import dump

ACT = Label("act")
TURNS = [("Q", "Et alors ?"), ("Inès", "Au début c’était dur 😀, vraiment. On a parlé. Puis rien de plus, voilà."),
         ("Omar", "Moi j’ai eu peur, la nuit. Elle aussi. Après, ça va mieux.")]
PICK = st.integers(0, 30)
NAMES = st.sampled_from(["Peurs", "Espoirs", "Élans"])
HEADINGS: tuple[tuple[quote_orders.Heading, Any], ...] = (
    ("code_id", Code), ("interview_id", Interview), ("query_id", SavedQuery))
_KEPT = tempfile.TemporaryDirectory()


@cache
def exchanged() -> Exchange:
    """A project of another make, and the same as a folder in ``folder()``."""
    (Path(_KEPT.name) / "rich").mkdir()
    writer = rich.project(Path(_KEPT.name) / "rich")
    writer.store.close()
    with open_reader(writer.store.path) as store, store.reading() as session:
        export_folder(session, folder())
        return gathering.gather(session)


def folder() -> Path:
    return Path(_KEPT.name) / "tables"


class Quoting(RuleBasedStateMachine):
    """A sitting."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.writer = build.project(Path(self.place.name))
        for title in ("A", "B"):
            build.interview(self.writer, title, TURNS, people={"Inès": "", "Omar": ""})
        build.code(self.writer, "Épreuves > Peur")
        build.code(self.writer, "Appuis > Parole")
        build.coded(self.writer, "A", "c’était dur 😀, vraiment", "Épreuves > Peur")
        build.coded(self.writer, "B", "Moi j’ai eu peur, la nuit.", "Épreuves > Peur", "Appuis > Parole")
        self.writer.forget()
        self.start = dump(self.writer)

    def act(self, work: Any) -> None:
        try:
            self.writer.do(ACT, work)
        except KnownError:
            return

    def all(self, model: Any) -> list[int]:
        with self.writer.store.reading() as session:
            return list(session.scalars(select(model.id).order_by(model.id)))

    def some(self, model: Any, pick: int) -> int:
        ids = self.all(model)
        return ids[pick % len(ids)] if ids else 0

    @rule(pick=PICK, text=st.sampled_from(["", "Dur.", "c’était dur […] vraiment", "[Elle] a peur"]))
    def cite(self, pick: int, text: str) -> None:
        self.act(lambda s: citations.write(s, self.some(Passage, pick), text=text))

    @rule(pick=PICK, withheld=st.booleans())
    def withhold(self, pick: int, withheld: bool) -> None:
        self.act(lambda s: citations.write(s, self.some(Passage, pick), is_withheld=withheld))

    @rule(pick=PICK, withheld=st.booleans())
    def withhold_interview(self, pick: int, withheld: bool) -> None:
        self.act(lambda s: citations.withhold_interview(s, self.some(Interview, pick), withheld))

    @rule(pick=PICK, chapters=st.lists(st.sampled_from(["Chapitre 1", "Conclusion"]), max_size=2))
    def cited_in(self, pick: int, chapters: list[str]) -> None:
        self.act(lambda s: citations.write(s, self.some(Passage, pick), cited_in=chapters))

    @rule(name=NAMES, pick=PICK, words=st.sampled_from(["", "peur"]))
    def save(self, name: str, pick: int, words: str) -> None:
        code = self.some(Code, pick)
        query = Query(code_ids=(code,), words=words, passage_ids=tuple(self.all(Passage)[:1]),
                      meets=(Meets("near", (code,), 2),))
        self.act(lambda s: saved_queries.save(s, name, query))

    @rule(name=NAMES, pick=PICK)
    def rename(self, name: str, pick: int) -> None:
        self.act(lambda s: saved_queries.rename(s, self.some(SavedQuery, pick), name))

    @rule(pick=PICK)
    def forget_query(self, pick: int) -> None:
        self.act(lambda s: saved_queries.remove(s, self.some(SavedQuery, pick)))

    @rule(order=st.permutations(range(4)))
    def reorder(self, order: list[int]) -> None:
        ids = self.all(SavedQuery)
        self.act(lambda s: saved_queries.reorder(s, [ids[at] for at in order if at < len(ids)]))

    @rule(which=st.integers(0, 2), pick=PICK, keep=st.integers(0, 3))
    def by_hand(self, which: int, pick: int, keep: int) -> None:
        heading, model = HEADINGS[which]
        key, ids = self.some(model, pick), self.all(Passage)[::-1][:keep]
        if key:
            self.act(lambda s: quote_orders.give(s, heading, key, ids))

    @rule(pattern=st.sampled_from(["", "{quote} – {pseudonym}", "{quote", "« {quote} » ({turn})"]))
    def pattern(self, pattern: str) -> None:
        self.act(lambda s: citation_pattern.write(s, pattern))

    @rule(pick=PICK, code=PICK)
    def code_all_found(self, pick: int, code: int) -> None:
        with self.writer.store.reading() as session:
            found = stretches(session)
        one = found[pick % len(found)]
        spans = {one.interview_id: [(one.start, one.end)]}
        if code_id := self.some(Code, code):
            self.act(lambda s: giving.give(s, spans, [code_id], 1))

    @rule(pick=PICK, code=PICK, again=st.booleans())
    def refuse(self, pick: int, code: int, again: bool) -> None:
        with self.writer.store.reading() as session:
            found = stretches(session)
        one, code_id = found[pick % len(found)], self.some(Code, code)
        act = dismissals.take_back if again else dismissals.refuse
        if code_id:
            self.act(lambda s: act(s, code_id, one.interview_id, one.words))

    @rule(code=PICK)
    def propose_again(self, code: int) -> None:
        self.act(lambda s: dismissals.follow_code(s, self.some(Code, code)))

    @rule(pick=PICK, number=st.integers(1, 3), words=st.sampled_from(
        ["Et alors, dites ?", "Au début c’était dur 😀. On a parlé, beaucoup.", "Moi j’ai eu peur. Elle aussi."]))
    def mend(self, pick: int, number: int, words: str) -> None:
        self.act(lambda s: mending.correct_turn(s, self.some(Interview, pick), number, words))

    @rule(pick=PICK, at=st.integers(0, 200))
    def split(self, pick: int, at: int) -> None:
        self.act(lambda s: passage_cuts.split(s, passage_id=self.some(Passage, pick), at=at))

    @rule(pick=PICK, start=st.integers(0, 120), length=st.integers(1, 60))
    def resize(self, pick: int, start: int, length: int) -> None:
        self.act(lambda s: passages.resize(s, passage_id=self.some(Passage, pick), start=start, end=start + length))

    @rule(pick=PICK, into=PICK)
    def merge_codes(self, pick: int, into: int) -> None:
        key, other = self.some(Code, pick), self.some(Code, into)
        if key != other:
            self.act(lambda s: merging.merge(s, key, into=other))

    @rule(pick=PICK)
    def remove_code(self, pick: int) -> None:
        self.act(lambda s: codebook.remove(s, self.some(Code, pick)))

    @rule(pick=PICK, code=PICK, act=st.sampled_from(["memo", "code", "both"]), place=st.booleans(),
          said=st.sampled_from(["À revoir.", "Peur"]))
    def take_comments(self, pick: int, code: int, act: Any, place: bool, said: str) -> None:
        interview_id, code_id = self.some(Interview, pick), self.some(Code, code)
        comment = Comment("Pr. Martin", datetime(2026, 3, 1, 9, tzinfo=UTC), said, 20, 40)
        guid = str(uuid5(NAMESPACE_OID, f"{said} {interview_id}"))
        arrival = Arrival(guid, comment, Place(20, 40, changed=False) if place else None, "", "", code_id)
        if act == "memo" or (place and code_id):
            self.act(lambda s: arriving.take(s, interview_id, [Decision(arrival, act, code_id)]))

    @rule(names=st.sampled_from([("Épreuves", "Peur"), ("Peur",), ("Appuis", "Peur"), ("Liens", "Parole", "Elle")]),
          definition=st.sampled_from(["", "Ce qui fait peur."]), gone=st.booleans())
    def take_codebook(self, names: tuple[str, ...], definition: str, gone: bool) -> None:
        def take(session: Any) -> None:
            found = codebook_differences.compare(session, [Proposed(names, {"definition": definition})])
            codebook_differences.apply(session, [one for one in found if gone or one.kind != "gone"])

        self.act(take)

    @rule()
    def take_project(self) -> None:
        exchange = exchanged()
        self.act(lambda s: taking.act(s, exchange))

    @rule()
    def take_folder(self) -> None:
        exchanged()
        import_folder(self.writer, folder())

    @precondition(lambda self: self.writer.undo_label is not None)
    @rule()
    def undo(self) -> None:
        self.writer.undo()

    @precondition(lambda self: self.writer.redo_label is not None)
    @rule()
    def redo(self) -> None:
        self.writer.redo()

    def teardown(self) -> None:
        assert check(self.writer.store).problems == ()
        before, undone = dump(self.writer), 0
        while self.writer.undo():
            undone += 1
        assert dump(self.writer) == self.start
        for _ in range(undone):
            self.writer.redo()
        assert dump(self.writer) == before
        self.writer.store.close()
        self.place.cleanup()


TestQuoting = Quoting.TestCase
TestQuoting.settings = settings(max_examples=12, stateful_step_count=20, deadline=None,
                                phases=[Phase.explicit, Phase.reuse, Phase.generate],  # acts cost too much to shrink
                                suppress_health_check=[HealthCheck.too_slow])

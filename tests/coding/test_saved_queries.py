# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries kept under a name: what they ask comes back, whatever became of what they name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import attributes, codebook, corpus, merging, query_json, quote_orders, quotes, saved_queries
from coding.changes import Writer
from coding.quotes import Meets, Query
from coding.saved_queries import Saved
from models.errors import KnownError
from models.saved_query import QuoteOrder, SavedQuery
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for title in ("Paul", "Nora"):
        build.interview(made, title, [("Q", "Et alors ?"), (title, "Une peur. Le statut.")], people={title: "pair"},
                        groups=["Pairs"], attributes={"Métier": "pair"})
    build.coded(made, "Paul", "Une peur.", "Réticences > Crainte")
    build.coded(made, "Nora", "Une peur.", "Réticences > Peur")
    build.coded(made, "Nora", "Le statut.", "Statut")
    yield made
    made.store.close()


def do(writer: Writer, act: Callable[[Session], Any]) -> Any:
    return writer.do(build.BUILD, act).result


def listed(writer: Writer) -> list[Saved]:
    with writer.store.reading() as session:
        return saved_queries.listed(session)


def ids(writer: Writer) -> dict[str, int]:
    with writer.store.reading() as session:
        return {node.name: node.id for node in codebook.read(session)}


WHOLE = Query(
    code_ids=(1, 2), group_ids=(1,), interview_ids=(1, 2), coder_ids=(1,), where=(("Métier", "pair"),), strong=True,
    passage_ids=(1, 2), all_code_ids=(1,), without_code_ids=(3,),
    meets=(Meets("near", (2, 3), 4), Meets("before", (1,), 2, absent=True)), participant_ids=(2,), asks=False,
    memo=True, words="peur “le statut”", cited=False, withheld=False)


def test_all_that_a_query_asks_comes_back(writer: Writer) -> None:
    key = do(writer, lambda s: saved_queries.save(s, " Peurs ", WHOLE))
    assert listed(writer) == [Saved(key, "Peurs", WHOLE, 0)]
    with writer.store.reading() as session:
        assert saved_queries.named(session, "peurs").query == WHOLE
        kept = session.scalars(select(SavedQuery.asked)).one()
        assert json.loads(json.dumps(kept)) == kept
        assert set(kept) == set(Query.__dataclass_fields__)
        assert query_json.written(session, Query()) == {}
        assert query_json.read(session, {}) == (Query(), 0)


def test_saving_under_the_same_name_replaces_what_is_asked(writer: Writer) -> None:
    key = do(writer, lambda s: saved_queries.save(s, "Peurs", WHOLE))
    assert do(writer, lambda s: saved_queries.save(s, "Peurs", Query(strong=True))) == key
    assert listed(writer) == [Saved(key, "Peurs", Query(strong=True))]
    assert not writer.do(build.BUILD, lambda s: saved_queries.save(s, "Peurs", Query(strong=True)))
    writer.undo()
    assert listed(writer) == [Saved(key, "Peurs", WHOLE)]


def test_names_and_order(writer: Writer) -> None:
    one, two, three = (do(writer, partial(saved_queries.save, name=name, query=Query())) for name in "ABC")
    do(writer, lambda s: saved_queries.reorder(s, (three, one)))
    assert [saved.id for saved in listed(writer)] == [three, one, two]
    do(writer, lambda s: saved_queries.rename(s, two, " Z "))
    assert [saved.name for saved in listed(writer)] == ["C", "A", "Z"]
    for name in ("A", " "):
        with pytest.raises(KnownError):
            do(writer, partial(saved_queries.rename, query_id=two, name=name))
    with pytest.raises(KnownError):
        do(writer, lambda s: saved_queries.save(s, "", Query()))
    with writer.store.reading() as session, pytest.raises(KnownError):
        saved_queries.named(session, "B")


def test_a_query_removed_takes_its_order_along_and_comes_back(writer: Writer) -> None:
    key = do(writer, lambda s: saved_queries.save(s, "Peurs", WHOLE))
    do(writer, lambda s: quote_orders.give(s, "query_id", key, [2, 1]))
    do(writer, lambda s: saved_queries.remove(s, key))
    assert listed(writer) == []
    with writer.store.reading() as session:
        assert not session.scalars(select(QuoteOrder)).all()
    writer.undo()
    assert listed(writer) == [Saved(key, "Peurs", WHOLE)]
    for act in (saved_queries.remove, saved_queries.get):
        with pytest.raises(KnownError):
            do(writer, partial(act, query_id=key + 1))


def test_what_is_gone_is_left_out_and_counted_until_it_comes_back(writer: Writer) -> None:
    code = ids(writer)
    asked = Query(code_ids=(code["Crainte"], code["Statut"]), interview_ids=(1, 2), where=(("métier", "pair"),),
                  meets=(Meets("near", (code["Statut"],)),))
    do(writer, lambda s: saved_queries.save(s, "Q", asked))
    do(writer, lambda s: codebook.remove(s, code["Statut"]))
    do(writer, lambda s: codebook.add(s, name="Autre"))  # which may be given the id of the one that went
    (saved,) = listed(writer)
    assert (saved.query.code_ids, saved.query.meets, saved.gone) == ((code["Crainte"],), (), 2)
    writer.undo()
    writer.undo()
    assert listed(writer) == [Saved(saved.id, "Q", asked, 0)]
    do(writer, lambda s: corpus.remove_interview(s, 2))
    (saved,) = listed(writer)
    assert (saved.query.interview_ids, saved.gone) == ((1,), 1)


def test_a_key_of_a_later_version_is_counted_as_gone(writer: Writer) -> None:
    do(writer, lambda s: s.add(SavedQuery(name="Q", asked={"strong": True, "sung": True})))
    (saved,) = listed(writer)
    assert (saved.query, saved.gone) == (Query(strong=True), 1)


def test_a_merged_code_is_followed(writer: Writer) -> None:
    code = ids(writer)
    asked = Query(code_ids=(code["Peur"], code["Crainte"]), without_code_ids=(code["Peur"],),
                  meets=(Meets("overlaps", (code["Peur"], code["Statut"])),))
    do(writer, lambda s: saved_queries.save(s, "Q", asked))
    do(writer, lambda s: merging.merge(s, code["Peur"], into=code["Crainte"]))
    (saved,) = listed(writer)
    assert saved.query == Query(code_ids=(code["Crainte"],), without_code_ids=(code["Crainte"],),
                                meets=(Meets("overlaps", (code["Crainte"], code["Statut"])),))
    assert saved.gone == 0
    with writer.store.reading() as session:
        assert len(quotes.find(session, Query(code_ids=saved.query.code_ids))) == 2
    writer.undo()
    assert listed(writer)[0].query == asked


def test_an_attribute_renamed_is_followed(writer: Writer) -> None:
    do(writer, lambda s: saved_queries.save(s, "Q", Query(where=(("métier", "pair"),))))
    key = do(writer, lambda s: attributes.listed(s)[0].id)
    do(writer, lambda s: attributes.revise(s, key, name="Profession", type_="text"))
    (saved,) = listed(writer)
    assert (saved.query.where, saved.gone) == ((("Profession", "pair"),), 0)
    do(writer, lambda s: attributes.remove(s, key))
    assert (listed(writer)[0].query, listed(writer)[0].gone) == (Query(), 1)

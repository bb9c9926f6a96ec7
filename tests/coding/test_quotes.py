# SPDX-License-Identifier: GPL-3.0-or-later
"""Retrieval: which passages answer a query, in which order, and who they are attributed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import asking, citations, quotes, saved_queries
from coding.changes import Writer
from coding.order import ordered_interviews
from coding.quotes import Query, Quote
from models.base import Table
from models.errors import KnownError
from models.memo import Memo
from models.participant import Attribute, AttributeValue, Participant
from models.passage import Passage
from models.project import Coder
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.code(made, "Réticences > Crainte > De la rechute")
    build.code(made, "Réticences > Secret")
    build.code(made, "Statut")
    build.interview(
        made, "Paul", [("Q", "Et alors ?"), ("Paul", "Je ne sais pas. Une peur."), ("Paul", "Le statut.")],
        people={"Paul": "pair aidant"}, groups=["Structures"], attributes={"Profession": "Pair aidant"})
    build.interview(
        made, "Elodie et Margot", [("Elodie", "Un doute."), ("Margot", "Le secret.")],
        people={"Elodie": "infirmière", "Margot": "éducatrice"}, groups=["Autres"],
        attributes={"Profession": "Soignant"})
    build.coded(made, "Paul", "Une peur.", "Réticences > Crainte > De la rechute", "Statut")
    build.coded(made, "Paul", "Le statut.", "Statut")
    build.coded(made, "Elodie et Margot", "Le secret.", "Réticences > Secret")
    build.coded(made, "Elodie et Margot", "Un doute.", "Réticences")
    yield made
    made.store.close()


def find(writer: Writer, order: quotes.Order = "theme", **names: Any) -> list[Quote]:
    with writer.store.reading() as session:
        return quotes.find(session, asking.query(session, **names), order=order)


def printed(found: list[Quote]) -> list[str]:
    return [quote.printed for quote in found]


def test_everything_by_theme_then_interview(writer: Writer) -> None:
    assert printed(find(writer)) == ["Un doute.", "Une peur.", "Le secret.", "Le statut."]
    assert printed(find(writer, "interview")) == ["Une peur.", "Le statut.", "Un doute.", "Le secret."]


def test_a_code_takes_the_codes_below_it_along(writer: Writer) -> None:
    (quote,) = find(writer, codes=["Réticences > Crainte"])
    assert quote.printed == "Une peur."
    assert [code.text for code in quote.codes] == ["Réticences > Crainte > De la rechute", "Statut"]
    assert [code.text for code in quote.sought] == ["Réticences > Crainte > De la rechute"]
    assert quote.theme == "Réticences"


def test_same_option_means_or_and_different_options_mean_and(writer: Writer) -> None:
    assert len(find(writer, codes=["crainte", "Secret"])) == 2
    assert printed(find(writer, codes=["Réticences", "Statut"], group_names=["Autres"])) == ["Un doute.", "Le secret."]
    assert printed(find(writer, interviews=["Paul"], codes=["Secret"])) == []


def test_attributes_filter_interviews(writer: Writer) -> None:
    assert printed(find(writer, where=["profession=soignant"])) == ["Un doute.", "Le secret."]
    assert len(find(writer, where=["profession=soignant", "profession=pair aidant"])) == 4
    with pytest.raises(KnownError, match="no attribute “Âge”"):
        find(writer, where=["Âge=30"])
    with pytest.raises(KnownError, match="ATTRIBUTE=VALUE"):
        find(writer, where=["Profession"])


def test_an_attribute_of_participants_is_that_of_who_speaks(writer: Writer) -> None:
    def act(session: Session) -> None:
        attribute = Attribute(name="Diplômée", target="participant", type="yes_no")
        session.add(attribute)
        session.flush()
        person = session.scalars(select(Participant).where(Participant.name == "Margot")).one()
        session.add(AttributeValue(attribute_id=attribute.id, participant_id=person.id, value="yes"))

    writer.do(build.BUILD, act)
    assert printed(find(writer, where=["diplômée=oui"])) == ["Le secret."]
    with pytest.raises(KnownError, match="yes or no"):
        find(writer, where=["diplômée=peut-être"])


def test_the_quote_tells_where_it_stands(writer: Writer) -> None:
    quote = next(quote for quote in find(writer) if quote.printed == "Le secret.")
    assert (quote.interview, quote.turn, quote.label, quote.rank) == ("Elodie et Margot", 2, "Margot", 1)
    assert quote.source == "Le secret."
    assert quote.line() == "«\u00a0Le secret.\u00a0» (Margot, éducatrice)"
    assert quote.line("en") == "“Le secret.” (Margot, éducatrice)"


def test_one_coder_alone(writer: Writer) -> None:
    second = writer.do(build.BUILD, lambda s: _added(s, Coder(name="Deux"))).result
    build.coded(writer, "Paul", "Je ne sais pas.", "Statut", coder_id=second)
    with writer.store.reading() as session:
        assert printed(quotes.find(session, Query(coder_ids=(second,)))) == ["Je ne sais pas."]
        assert asking.coder_named(session, "deux") == second


def test_only_the_interviews_quoted_are_named(writer: Writer) -> None:
    def named(**names: Any) -> list[str]:
        with writer.store.reading() as session:
            rows = {row.id: row.title for row in ordered_interviews(session)}
            return [rows[key] for key in quotes.interviews_of(session, asking.query(session, **names))]

    assert sorted(named()) == ["Elodie et Margot", "Paul"]
    assert named(codes=["Statut"]) == ["Paul"]
    assert named(codes=["Réticences"], group_names=["Autres"]) == ["Elodie et Margot"]
    assert named(codes=["Statut"], group_names=["Autres"]) == []


def test_memos_and_strong_quotes(writer: Writer) -> None:
    def act(session: Session) -> None:
        session.add(Memo(passage_id=1, text="À citer."))
        session.get_one(Passage, 1).is_strong = True

    writer.do(build.BUILD, act)
    with writer.store.reading() as session:
        (quote,) = quotes.find(session, Query(strong=True))
    assert (quote.memo, quote.strong) == ("À citer.", True)


def test_relations_words_and_speakers_by_name(writer: Writer) -> None:
    def asked(**names: Any) -> list[str]:
        with writer.store.reading() as session:
            return printed(quotes.find(session, asking.query(session, **names)))

    assert asked(codes=["Statut"], without=["Réticences"]) == ["Le statut."]
    assert asked(all_codes=["Statut", "Réticences"]) == ["Une peur."]
    assert asked(codes=["Secret"], standing={"near": ["Réticences : 1", "Statut:1"]}) == ["Le secret."]
    assert asked(codes=["Statut"], standing={"after": ["Crainte"]}) == ["Le statut."]
    assert asked(words="SECRET") == ["Le secret."]
    assert asked(speakers=["margot"]) == ["Le secret."]
    with pytest.raises(KnownError, match="same number of turns"):
        asked(standing={"near": ["Secret", "Statut:2"]})
    with pytest.raises(KnownError, match="no participant “Nora”"):
        asked(speakers=["Nora"])


def test_a_saved_query_whose_fields_the_options_replace(writer: Writer) -> None:
    def saved(**names: Any) -> list[str]:
        with writer.store.reading() as session:
            return printed(quotes.find(session, asking.query(session, saved="statuts", **names)))

    with writer.store.reading() as session:
        query = asking.query(session, codes=["Statut"], interviews=["Paul"])
    writer.do(build.BUILD, lambda s: saved_queries.save(s, "Statuts", query))
    assert saved() == ["Une peur.", "Le statut."]
    assert saved(words="peur") == ["Une peur."]
    assert saved(codes=["Secret"], interviews=["Elodie et Margot"]) == ["Le secret."]


def test_marks(writer: Writer) -> None:
    def act(session: Session) -> None:
        session.add(Memo(passage_id=1, text="À citer."))
        citations.write(session, 2, cited_in=["Chapitre 1"])
        citations.write(session, 3, is_withheld=True)
        citations.withhold_interview(session, 1, True)

    writer.do(build.BUILD, act)
    with writer.store.reading() as session:
        def ids(**asked: Any) -> set[int]:
            return {quote.passage_id for quote in quotes.find(session, Query(**asked))}

        assert (ids(memo=True), ids(memo=False)) == ({1}, {2, 3, 4})
        assert (ids(cited=True), ids(cited=False)) == ({2}, {1, 3, 4})
        assert (ids(withheld=True), ids(withheld=False)) == ({1, 2, 3}, {4})
        assert (ids(participant_ids=(1,)), ids(asks=True), ids(asks=False)) == ({1, 2}, set(), {1, 2, 3, 4})
        assert quotes.counts(session) == {1: 2, 2: 2}
        assert quotes.interviews_of(session, Query()) == (2,)
        assert quotes.interviews_of(session, Query(withheld=True)) == ()


def test_a_passage_that_shares_words_with_one_not_to_be_cited_is_kept_back_with_it(writer: Writer) -> None:
    build.interview(writer, "Zoé", [("Zoé", "Rien du tout, vraiment rien. Ni plus tard.")])
    wide = build.coded(writer, "Zoé", "du tout, vraiment rien. Ni", "Secret")
    inner, after = build.coded(writer, "Zoé", "vraiment", "Secret"), build.coded(writer, "Zoé", "plus tard", "Secret")
    writer.do(build.BUILD, lambda s: citations.write(s, inner, is_withheld=True))
    asked = Query(passage_ids=(wide, inner, after))
    with writer.store.reading() as session:
        assert {quote.passage_id: quote.withheld for quote in quotes.find(session, asked)} == {
            wide: True, inner: True, after: False}
        assert [quote.passage_id for quote in quotes.find(session, replace(asked, withheld=False))] == [after]


def test_an_unknown_or_ambiguous_name_is_refused(writer: Writer) -> None:
    build.code(writer, "Statut > Secret")
    for names, message in (
        ({"codes": ["Financement"]}, "no theme or code “Financement”"),
        ({"codes": ["Secret"]}, "Several are called “Secret”"),
        ({"interviews": ["Nora"]}, "no interview “Nora”"),
        ({"group_names": ["Personne"]}, "no group “Personne”"),
    ):
        with pytest.raises(KnownError, match=message):
            find(writer, **names)  # type: ignore[arg-type]


def test_the_text_as_cited_is_printed_only_while_it_holds(writer: Writer) -> None:
    def found() -> tuple[str, str, str]:
        with writer.store.reading() as session:
            (quote,) = quotes.find(session, Query(passage_ids=(1,)))
        return quote.printed, quote.plain, quote.cited.text

    writer.do(build.BUILD, lambda s: citations.write(s, 1, text="[…] peur."))
    assert found() == ("[…] peur.", "Une peur.", "[…] peur.")
    writer.do(build.BUILD, lambda s: citations.write(s, 1, text="Une joie."))
    assert found() == ("Une peur.", "Une peur.", "Une joie.")


def _added(session: Session, row: Table) -> int:
    session.add(row)
    session.flush()
    return row.id

# SPDX-License-Identifier: GPL-3.0-or-later
"""Names replaced everywhere in one act; passages stay on their words; undo brings back every byte."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace as changed
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import attributes, check
from coding.anchors import Edit
from coding.changes import Writer
from coding.identifiers import span
from coding.mending import correct
from coding.pseudonyms.decisions import Action, Decision
from coding.pseudonyms.identity import Place, gathered
from coding.pseudonyms.planning import split
from coding.pseudonyms.replacing import made, replace
from coding.pseudonyms.rewriting import Swap
from coding.pseudonyms.spotting import Spotter
from models.cleared_form import ClearedForm
from models.errors import KnownError
from models.interview import Interview, Speaker, Turn
from models.participant import Attribute, AttributeValue
from models.passage import Coding, Passage
from tests import build
from tests.coding.pseudonyms.people import DO, decided, dump, flat, martine, named, orvault, text


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = named(tmp_path)
    yield made
    made.store.close()


def test_the_name_is_replaced_in_every_column(writer: Writer) -> None:
    done = replace(writer, [martine(writer), orvault(writer)], None)
    words = flat([row for rows in dump(writer).values() for row in rows]).casefold()
    assert "martine" not in words and "guilbaud" not in words and "orvault" not in words
    assert not done.skipped and not done.left and not done.file_named and done.trouble is None
    assert done.counts["interview"] > 10
    said = text(writer, "Hélène Morin, [ville 1]")
    assert said.splitlines() == [
        "Q : Vous êtes Hélène Morin, c’est ça ? Je suis venue de [ville 1].",
        "Hélène : Oui. Mme Morin, on dit. Au CHU de [ville 1] ils disent HÉLÈNE, le mari d’Hélène aussi.",
        "Q : Et Marie-Annick, qui est-ce ? Et Marie ?",
        "Hélène : La sœur d’Hélène Morin, enfin la mienne. hélène morin, tout en bas. [ville 1], quoi.",
    ]


def test_passages_turns_and_speakers_stay_on_their_words(writer: Writer) -> None:
    replace(writer, [martine(writer), orvault(writer)], None)
    with writer.store.reading() as session:
        quotes = sorted(session.scalars(select(Passage.quote)))
        assert quotes == ["HÉLÈNE", "Hélène", "La sœur d’Hélène Morin", "[ville 1] ils disent"]
        assert sorted(session.scalars(select(Speaker.label))) == ["Hélène", "Paul", "Q", "Q"]
        for start, end, label_start, key in session.execute(
            select(Turn.start, Turn.end, Turn.label_start, Turn.interview_id)
        ):
            whole = session.scalars(select(Interview.text).where(Interview.id == key)).one()
            assert whole[start - 3 : start] == " : " and (end == len(whole) or whole[end] == "\n")
            assert label_start == 0 or whole[label_start - 1] == "\n"
    assert check.check(writer.store).problems == ()


def test_undo_restores_every_table_and_redo_does_it_again(writer: Writer) -> None:
    before = dump(writer, log=False)
    revision = writer.store.revision()
    with writer.store.reading() as session:
        log = session.connection().exec_driver_sql("SELECT * FROM change_log ORDER BY id").all()
    replace(writer, [martine(writer), orvault(writer)], None)
    after = dump(writer, log=False)
    writer.undo()
    assert dump(writer, log=False) == before
    with writer.store.reading() as session:
        again = session.connection().exec_driver_sql(
            f"SELECT * FROM change_log WHERE id <= {revision} ORDER BY id").all()
    assert again == log
    writer.redo()
    assert dump(writer, log=False) == after


def test_forms_within_one_another_and_capitals(writer: Writer) -> None:
    replace(writer, [decided(writer, "Marie", "replace", "Louise"),
                     decided(writer, "Marie-Annick", "replace", "Anne-Lise")], None)
    assert "Et Anne-Lise, qui est-ce ? Et Louise ?" in text(writer, "Martine Guilbaud, Orvault")


def test_two_names_may_change_places(writer: Writer) -> None:
    replace(writer, [decided(writer, "Martine", "replace", "Paul"), decided(writer, "Paul", "replace", "Martine")],
            None)
    with writer.store.reading() as session:
        assert set(session.scalars(select(Interview.title))) == {"Paul Guilbaud, Orvault", "Martine"}


def test_speakers_who_come_to_one_name_are_told_apart(writer: Writer) -> None:
    with writer.store.reading() as session:
        key = session.scalars(select(Interview.id).where(Interview.title == "Paul")).one()
    replace(writer, [decided(writer, "Paul", "class", "[personne 1]"), decided(writer, "Q", "class", "[personne 1]")],
            None)
    with writer.store.reading() as session:
        labels = session.scalars(select(Speaker.label).where(Speaker.interview_id == key).order_by(Speaker.id)).all()
    assert labels == ["[personne 1]", "[personne 1] (2)"]
    assert text(writer, "[personne 1]").startswith("[personne 1] : Et [personne 1] ?\n[personne 1] (2) : Je connais")


def test_only_the_places_chosen_change(writer: Writer) -> None:
    whole = decided(writer, "Martine", "replace", "Hélène")
    chosen = tuple(place for place in whole.identity.places if place.table == "memo")[:1]
    before = dump(writer, log=False)
    done = replace(writer, [changed(whole, places=chosen)], None)
    after = dump(writer, log=False)
    assert [name for name in before if before[name] != after[name]] == ["memo", "cleared_form"]
    assert done.counts == {"memo": 1}


def test_a_little_word_that_follows_its_name_is_not_counted(writer: Writer) -> None:
    decision = orvault(writer)
    heard = [place for place in decision.identity.places if (place.table, place.column) == ("interview", "text")]
    assert any(place.before.endswith("d’") for place in heard)
    alone = changed(decision, places=tuple(heard))
    assert replace(writer, [alone], None).counts == {"interview": len(heard)}
    assert "de [ville 1]" in text(writer, "Paul")


def test_what_is_kept_stays_and_is_remembered(writer: Writer) -> None:
    before = dump(writer, log=False)
    replace(writer, [decided(writer, "Marie", "keep"), decided(writer, "Orvault", "never")], None)
    with writer.store.reading() as session:
        cleared = {row.form: row.reason for row in session.scalars(select(ClearedForm))}
    assert cleared == {"Marie": "kept", "Orvault": "never"}
    assert {name: rows for name, rows in dump(writer, log=False).items() if name != "cleared_form"} == {
        name: rows for name, rows in before.items() if name != "cleared_form"}
    replace(writer, [orvault(writer)], None)
    with writer.store.reading() as session:
        cleared = {row.form: row.reason for row in session.scalars(select(ClearedForm))}
    assert cleared == {"Marie": "kept", "[ville 1]": "pseudonym"}


def test_words_that_moved_since_the_search_are_found_again_or_reported(writer: Writer) -> None:
    decision = martine(writer)
    writer.do(DO, lambda session: correct(session, 1, [Edit(4, 4, "Bonjour, alors. ")]))
    done = replace(writer, [decision], None)
    assert not done.skipped
    assert "Guilbaud" not in text(writer, "Hélène Morin, Orvault")


def test_a_namesake_in_another_interview_keeps_her_name(writer: Writer) -> None:
    build.interview(writer, "Marie-Jo", [("Q", "Marie ?"), ("Marie", "Oui.")])
    build.coded(writer, "Marie-Jo", "Oui", "Proches")
    every = decided(writer, "Marie", "replace", "Louise")
    here = tuple(place for place in every.identity.places if place.row_id == 1 and place.column == "text")
    identity = changed(every.identity, places=here)
    done = replace(writer, [changed(every, identity=identity)], None)
    assert text(writer, "Marie-Jo") == "Q : Marie ?\nMarie : Oui."
    assert "Et Louise ?" in text(writer, "Martine Guilbaud, Orvault")
    assert {(place.table, place.column) for place in done.left} == {("interview", "text"), ("speaker", "label")}


def test_attributes_take_what_is_put(writer: Writer) -> None:
    def act(session: Session) -> None:
        born = attributes.add(session, name="Naissance", target="interview", type_="date")
        town = attributes.add(session, name="Ville", target="interview", type_="choice", choices=["Nantes", "Rennes"])
        session.add(AttributeValue(attribute_id=born, interview_id=1, value="1958-03-02"))
        session.add(AttributeValue(attribute_id=town, interview_id=1, value="Nantes"))

    writer.do(DO, act)
    before = dump(writer, log=False)
    with writer.store.reading() as session:
        places = [Place("attribute_value", row.id, "value", 0, len(row.value), row.value, "", "")
                  for row in session.scalars(select(AttributeValue))]
    replace(writer, [
        Decision(gathered(span.Label.DATE, "1958-03-02", places[:1]), "generalise", "1958"),
        Decision(gathered(span.Label.LOC, "Nantes", places[1:]), "class", "[ville 1]", places=(places[1],))], None)
    with writer.store.reading() as session:
        assert [row.value for row in session.scalars(select(AttributeValue))] == ["1958", "[ville 1]"]
        found = {row.name: (row.type, row.choices) for row in session.scalars(select(Attribute))}
    assert found["Naissance"] == ("text", [])
    assert found["Ville"] == ("choice", ["Nantes", "Rennes", "[ville 1]"])
    writer.undo()
    assert dump(writer, log=False) == before


def test_a_project_called_by_the_name_is_told(tmp_path: Path) -> None:
    writer = build.project(tmp_path, title="Étude_MARTINE")
    build.interview(writer, "Un", [("Q", "Martine ?")])
    assert replace(writer, [decided(writer, "Martine", "replace", "Hélène")], None).file_named
    writer.store.close()


def test_words_of_nothing_are_refused(writer: Writer) -> None:
    before = dump(writer)
    with pytest.raises(KnownError, match="at least a letter"):
        replace(writer, [decided(writer, "Marie", "replace", "…")], None)
    assert dump(writer) == before


def test_passages_that_come_to_the_same_words_become_one_with_their_codes(writer: Writer) -> None:
    build.interview(writer, "Jean", [("Q", "Jean Petit ?")])
    build.coded(writer, "Jean", "Jean", "A")
    build.coded(writer, "Jean", "Jean Petit", "B")
    before = dump(writer, log=False)
    assert replace(writer, [decided(writer, "Jean Petit", "class", "[personne 9]")], None).merged == 1
    with writer.store.reading() as session:
        passage = session.scalars(select(Passage).where(Passage.quote == "[personne 9]")).one()
        assert len(session.scalars(select(Coding).where(Coding.passage_id == passage.id)).all()) == 2
    writer.undo()
    assert dump(writer, log=False) == before


def test_a_passage_on_one_word_of_a_name_stays_on_its_pseudonym(writer: Writer) -> None:
    build.interview(writer, "Jean", [("Q", "Jean Petit est là. Et Jean Petit aussi.")])
    build.coded(writer, "Jean", "Petit est", "A")
    build.coded(writer, "Jean", "Jean", "B")
    replace(writer, [decided(writer, "Jean Petit", "replace", "Paul Roux")], None)
    with writer.store.reading() as session:
        quotes = session.scalars(select(Passage.quote).order_by(Passage.id.desc()).limit(2)).all()
    assert quotes == ["Paul", "Roux est"]
    replace(writer, [decided(writer, "Paul Roux", "replace", "Luc")], None)
    with writer.store.reading() as session:
        quotes = session.scalars(select(Passage.quote).order_by(Passage.id.desc()).limit(2)).all()
    assert quotes == ["Luc", "Luc est"]


@given(st.lists(st.sampled_from(["Marie", "Marie-Annick", "MARIE", "d’", " ", "é", "\n", "Jo", "à Jo ", "😀", "Q : "]),
                max_size=25).map("".join),
       st.sampled_from(["Anne", "Marie-Lou", "[personne 1]", "Bo Hé", "É"]))
def test_every_form_goes_and_every_other_character_stays(said: str, words: str) -> None:
    said = unicodedata.normalize("NFC", said)
    spots = list(Spotter(["Marie", "Marie-Annick", "Jo"]).spots(said))
    swaps = [Swap(spot.start, spot.end, words, 0) for spot in spots]
    now, at, kept = made(said, swaps), 0, []
    for spot in spots:
        kept.append(said[at : spot.start])
        at = spot.end
    assert now == words.join([*kept, said[at:]])
    assert unicodedata.is_normalized("NFC", now)


@pytest.mark.parametrize(("words", "parts"), [
    ("Hélène Morin", ["Hélène", "Morin"]), ("[personne]", ["[personne]", "[personne]"]), ("A B C", ["A", "B C"])])
def test_a_name_cut_by_the_end_of_a_turn_is_replaced_on_both_sides(words: str, parts: list[str]) -> None:
    said = "Martine\nGuilbaud"
    assert [(swap.start, swap.end, swap.words) for swap in split(said, Swap(0, len(said), words, 0), [0, 7, 8])] == [
        (0, 7, parts[0]), (8, 16, parts[1])]


@pytest.mark.parametrize("action", ["keep", "never"])
def test_what_only_stays_costs_no_backup(writer: Writer, monkeypatch: pytest.MonkeyPatch, action: Action) -> None:
    def scrubbed(_writer: Writer) -> None:
        raise AssertionError

    monkeypatch.setattr(Writer, "erase", scrubbed)
    writer.store.backup()
    backups = writer.store.backups()
    before = dump(writer, log=False)
    done = replace(writer, [decided(writer, "Orvault", action)], None)
    assert done.change and not done.counts and not done.backups
    assert writer.store.backups() == backups and not writer.store.unscrubbed
    with writer.store.reading() as session:
        assert session.scalars(select(ClearedForm.form)).all() == ["Orvault"]
    writer.undo()
    assert dump(writer, log=False) == before

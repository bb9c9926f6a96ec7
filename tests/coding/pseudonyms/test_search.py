# SPDX-License-Identifier: GPL-3.0-or-later
"""The search of a whole project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from coding import elsewhere, memos
from coding.changes import Label as Act
from coding.changes import Writer
from coding.elsewhere import Cancelled
from coding.identifiers import tagger
from coding.identifiers.span import Label
from coding.identifiers.tokens import Tokens
from coding.pseudonyms.cleared import Cleared
from coding.pseudonyms.identity import Identity
from coding.pseudonyms.search import Found, search
from coding.pseudonyms.searching import searched
from models.cleared_form import ClearedForm
from models.interview import Interview
from tests.build import BUILD, interview, project


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    writer = project(tmp_path, title="Corpus")
    interview(writer, "Martine Guilbaud, Rezé", [
        ("Q", "Vous pouvez vous présenter ?"),
        ("Martine", "Je m’appelle Martine Guilbaud. C’est Nolwenn, la kiné, qui vient."),
        ("Q", "Et votre mari ?"), ("Martine", "Il est à l’hôpital Laënnec.")], people={"Martine": "aide-soignante"})
    interview(writer, "Second", [("Q", "Et alors ?"), ("P2", "J’ai croisé NOLWENN, et mme guilbaud aussi.")])
    writer.do(BUILD, lambda s: memos.add(s, title="Nolwenn", text="Revoir ce que Nolwenn dit de Laënnec."))
    yield writer
    writer.store.close()


def here(writer: Writer, found: Found | None = None) -> Found:
    """The search without its process."""
    return searched(writer.store.path, found.read if found else {}, told=lambda *_: None)


def named(found: Found, name: str) -> Identity:
    return next(one for one in found.identities if one.name == name)


def where(identity: Identity) -> list[tuple[str, str, str]]:
    return [(place.table, place.column, place.form) for place in identity.places]


def test_a_name_is_looked_for_in_every_text_of_the_project(writer: Writer) -> None:
    found = here(writer)
    assert where(named(found, "Nolwenn")) == [
        ("interview", "text", "Nolwenn"), ("interview", "text", "NOLWENN"), ("memo", "title", "Nolwenn"),
        ("memo", "text", "Nolwenn")]
    martine = where(named(found, "Martine Guilbaud"))
    assert ("interview", "text", "guilbaud") in martine
    assert {("interview", "title", "Martine Guilbaud"), ("interview", "file_name", "Martine Guilbaud"),
            ("speaker", "label", "Martine"), ("participant", "name", "Martine")} <= set(martine)
    assert [place.form for place in named(found, "hôpital Laënnec").places] == ["hôpital Laënnec", "Laënnec"]


@pytest.mark.parametrize(("file", "form"), [
    ("GuilbaudM2.docx", "Guilbaud"), ("entretien3Guilbaud.docx", "Guilbaud"), ("mguilbaud.docx", "guilbaud"),
    ("guilbaudma_v2.txt", "guilbaud"), ("EntretienMartineGUILBAUD.docx", "MartineGUILBAUD"),
])
def test_names_that_run_into_others_are_found_in_what_files_are_called(writer: Writer, file: str, form: str) -> None:
    def call(session: Session) -> None:
        row = session.get_one(Interview, 2)
        row.file_name = file

    writer.do(BUILD, call)
    places = [place for one in here(writer).identities for place in one.places]
    assert [place.form for place in places if place.column == "file_name" and place.row_id == 2] == [form]


def test_every_place_holds_its_form_and_knows_its_turn(writer: Writer) -> None:
    found = here(writer)
    with writer.store.reading() as session:
        texts = {row.id: row.text for row in session.query(Interview)}
    places = [place for one in found.identities for place in one.places if place.column == "text"
              and place.table == "interview"]
    for place in places:
        text = texts[place.row_id]
        assert text[place.start : place.end] == place.form
        assert text[: place.start].endswith(place.before) and text[place.end :].startswith(place.after)
    assert [place.turn for place in places if place.row_id == 1 and place.form == "Nolwenn"] == [2]


def test_labels_that_name_nobody_are_no_finding(writer: Writer) -> None:
    forms = {form for one in here(writer).identities for form, _count in one.forms}
    assert not forms & {"Q", "P2"}


def test_what_was_cleared_is_not_asked_again(writer: Writer) -> None:
    def act(session: object) -> None:
        for form, label, reason in (("Nolwenn", "PERSON", "kept"), ("Martine Guilbaud", "PERSON", "pseudonym"),
                                    ("hôpital Laënnec", "ORG", "never")):
            session.add(ClearedForm(form=form, label=label, reason=reason))  # type: ignore[attr-defined]

    writer.do(Act("clear"), act)
    found = here(writer)
    assert not [one.name for one in found.identities if one.label is Label.PERSON]
    assert "hôpital Laënnec" not in [one.name for one in found.identities]


def test_a_second_search_reads_only_what_changed(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = here(writer)
    tagged: list[str] = []
    finds = tagger.finds

    def watched(tokens: Tokens) -> Any:
        tagged.append(tokens.text)
        return finds(tokens)

    monkeypatch.setattr(tagger, "finds", watched)
    assert here(writer, first).identities == first.identities
    assert tagged == []
    writer.do(BUILD, lambda s: memos.add(s, text="Avec Kevin Morvan."))
    again = here(writer, first)
    assert tagged == ["Avec Kevin Morvan."]
    assert named(again, "Kevin Morvan") and again.revision > first.revision


def test_nothing_is_searched_when_nothing_changed(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = here(writer)
    asked: list[object] = []

    def ran(*_args: object, **_named: object) -> Found:
        asked.append(1)
        return first

    monkeypatch.setattr(elsewhere, "run", ran)

    def again() -> Found:
        return search(writer.store.path, lambda *_: None, lambda: False, first)

    assert again() is first and not asked
    writer.do(BUILD, lambda s: memos.add(s, text="Avec Kevin Morvan."))
    again()
    assert len(asked) == 1
    writer.undo()
    assert again() is first and len(asked) == 1
    writer.do(Act("keep"), lambda s: s.add(ClearedForm(form="Nolwenn", label="PERSON", reason="kept")))
    again()
    assert len(asked) == 2


def test_the_process_answers_tells_and_can_be_stopped(writer: Writer) -> None:
    told: list[tuple[int, int, str]] = []
    found = search(writer.store.path, lambda *step: told.append(step), lambda: False)
    assert found == here(writer)
    assert told[-1][0] == told[-1][1] > 0
    with pytest.raises(Cancelled):
        search(writer.store.path, lambda *_: None, lambda: True)


def test_an_article_does_not_make_another_name_of_what_was_cleared() -> None:
    cleared = Cleared([("Hélène Morin", "pseudonym"), ("Morin", "pseudonym")])
    assert cleared.has("les Morin", Label.ORG) and not cleared.has("les Martin", Label.ORG)

# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coding.changes import Writer
from coding.exchange import conventions, headings, losses, voices
from coding.exchange.derived import derived, fixed, named
from coding.exchange.gathering import gather, gather_codebook
from coding.exchange.model import CodeNode, Exchange, Note, Set
from tests import build
from tests.coding.exchange import rich


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    made = rich.project(tmp_path_factory.mktemp("rich"))
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def found(writer: Writer) -> Exchange:
    with writer.store.reading() as session:
        return gather(session)


def notes(found: Exchange, guids: list[str]) -> dict[str, Note]:
    by_guid = {note.guid: note for note in found.notes}
    return {guid: by_guid[guid] for guid in guids}


def texts(found: Exchange, guids: list[str]) -> set[str]:
    return {note.text for note in notes(found, guids).values()}


def part(found: Exchange, name: str) -> Set:
    return next(one for one in found.sets if one.guid == fixed(name))


def tree(codes: list[CodeNode]) -> list[object]:
    return [(code.name, tree(code.codes)) for code in codes]


def test_the_same_project_gives_the_same_thing(writer: Writer, found: Exchange) -> None:
    with writer.store.reading() as session:
        assert gather(session) == found


def test_the_tree_with_its_texts(found: Exchange) -> None:
    assert tree(found.codes) == [("Réticences", []), ("Attentes", [("Aller mieux", [("Près des siens", [])])])]
    fear, near = found.codes[0], found.codes[1].codes[0].codes[0]
    assert fear.colour == "#c2513a" and fear.description == "Ce qui retient.\n\nMême à mots couverts."
    held = notes(found, fear.notes)
    assert {name: held[derived(fear.guid, name)].text for name in ("include", "exclude", "reservation")} == {
        "include": "Peurs", "exclude": "Oublis", "reservation": "Peu de femmes."}
    assert texts(found, near.notes) == {"« près des miens »"}
    assert next(one for one in found.sets if one.guid == named("origin", "guide")).codes == [fear.guid]
    assert (part(found, "pins").description, part(found, "pins").codes) == ("1 3", [near.guid, fear.guid])


def test_an_example_passage_bears_the_note_of_its_code(found: Exchange) -> None:
    near = found.codes[1].codes[0].codes[0]
    bearing = [selection.name for source in found.sources for selection in source.selections
               if derived(near.guid, "example") in selection.notes]
    assert bearing == ["Aller mieux, près des miens."]


def test_interviews_with_what_is_known_of_them(found: Exchange) -> None:
    paul, lea, carnet = found.sources
    names = {variable.guid: variable.name for variable in found.variables}
    assert [source.name for source in found.sources] == [rich.PAUL, rich.LEA, rich.NOTES]
    assert paul.values[fixed("date")] == date(2025, 3, 4)
    assert (paul.values[fixed("mode")], paul.values[fixed("duration_min")]) == ("téléphone", 42)
    assert (paul.values[fixed("units")], paul.values[fixed("file_name")]) == ("CSAPA; CAARUD", "Paul.docx")
    assert (lea.values[fixed("status")], lea.values[fixed("kind")]) == ("en cours", "entretien collectif")
    assert "urbain" in [value for guid, value in paul.values.items() if names[guid] == "Milieu"]
    assert lea.description == "Deux voix, \nun seul récit." and carnet.text.endswith("𝒻𝒾𝓃.")


def test_people_with_their_roles_and_attributes(found: Exchange) -> None:
    paul, lea, omar = found.cases
    names = {variable.guid: variable for variable in found.variables}
    assert {names[guid].name: value for guid, value in paul.values.items()} == {
        "Âge": 41, "Score": 2.5, "Suivi": True, "Entrée": date(2019, 9, 1)}
    assert [names[guid].type for guid in paul.values] == ["Integer", "Float", "Boolean", "Date"]
    region = next(names[guid] for guid in lea.values)
    assert headings.parted(region.description) == ("", {"participant": "", "choices": "Nord\nSud"})
    roles = {link.origin: link.name for link in found.links if link.target in (one.guid for one in found.sources)}
    assert roles == {paul.guid: "pair aidant", lea.guid: "usagère"}
    assert paul.description == "pair aidant" and omar.sources == [found.sources[1].guid]


def test_passages_with_their_codings_and_notes(found: Exchange) -> None:
    for source in found.sources:
        assert all(source.text[one.start:one.end] == one.name for one in source.selections)
    fear = found.sources[0].selections[0]
    users = {user.guid: user.name for user in found.users}
    assert [users[coding.user] for coding in fear.codings][1:] == ["Inès"] and all(one.at for one in fear.codings)
    assert texts(found, fear.notes) >= {"À comparer.\n<&> \"là\"", "Très juste.", "[J]’ai peur d’y retourner"}
    assert fixed("strong") in fear.notes and fixed("withheld") in found.sources[0].notes
    assert fixed("withheld") in found.sources[1].selections[0].notes
    chapters = {note.name for note in notes(found, part(found, "chapters").notes).values()}
    assert chapters == {"Chapitre 2", "Conclusion"}
    assert named("chapter", "Conclusion") in found.sources[1].selections[0].notes


def test_memos_stand_where_they_are(found: Exchange) -> None:
    assert texts(found, found.project_notes) == {"Fil directeur.", "Terrain.", "Suite."}
    days = notes(found, part(found, "journal").notes)
    assert [note.name for note in days.values()] == ["2025-03-05 Premier jour", "2025-03-06"]
    ville = next(one for one in found.sets if one.name == "Ville")
    assert texts(found, ville.notes) == {"Deux refus polis."} and len(ville.sources) == 2
    assert ville.description.splitlines() == [
        "unit: structure", "frame_known: partial", "invited: 8", "refused: 1", "justification: Annuaire.",
        "Puis bouche à oreille."]
    memo = next(note for note in found.notes if note.name == "Omar")
    assert (derived(memo.guid, "link"), memo.guid, found.cases[2].guid) in [
        (link.guid, link.origin, link.target) for link in found.links]
    author = next(note for note in found.notes if note.text == "Très juste.").user
    assert author == named("author", "Directrice") and author in [user.guid for user in found.users]


def test_summaries_and_contradictions(found: Exchange) -> None:
    [summary] = part(found, "summaries").notes
    assert summary in found.codes[0].notes and summary in found.sources[0].notes
    fear, near = found.codes[0], found.codes[1].codes[0].codes[0]
    [link] = [one for one in found.links if {one.origin, one.target} == {fear.guid, near.guid}]
    assert texts(found, link.notes) == {"À discuter."}


def test_voices_and_turns(found: Exchange) -> None:
    lea = found.sources[1]
    said = voices.read(notes(found, lea.notes)[derived(lea.guid, conventions.TURNS)].text)
    assert said is not None
    assert [(one.label, one.asks, bool(one.case)) for one in said.voices] == [
        ("Q", True, False), ("Léa", False, True), ("Omar", False, True)]
    assert [lea.text[turn.start:turn.end] for turn in said.turns][1] == "Aller mieux, près des miens."


def test_what_is_not_carried_is_said(found: Exchange) -> None:
    what = {loss.what: loss.n for loss in found.losses}
    assert (what[losses.NUANCES], what[losses.QUERIES]) == (1, 1) and losses.DISMISSALS not in what
    assert all(loss.what in (losses.SETTINGS,) or str(loss.n) in losses.say(loss) for loss in found.losses)


def test_a_codebook_alone_says_everything_in_its_descriptions(writer: Writer) -> None:
    with writer.store.reading() as session:
        found = gather_codebook(session)
    assert headings.parted(found.codes[0].description) == (
        "Ce qui retient.\n\nMême à mots couverts.", {"include": "Peurs", "exclude": "Oublis"})
    assert not found.notes and not found.codes[0].notes
    assert all(one.codes and not one.sources for one in found.sets)


def test_a_new_project_is_gathered(tmp_path: Path) -> None:
    made = build.project(tmp_path)
    with made.store.reading() as session:
        found = gather(session)
    made.store.close()
    assert not (found.codes or found.sources or found.notes or found.sets) and len(found.users) == 1

# SPDX-License-Identifier: GPL-3.0-or-later
"""What is proposed for an identity."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from coding.fold import fold
from coding.identifiers.span import Label
from coding.pseudonyms import births, classes, invented, people
from coding.pseudonyms.identity import Identity
from coding.pseudonyms.proposals import fill, propose, propose_all
from tests.coding.pseudonyms.saying import identities, named


def person(name: str, *forms: str, gender: str = "", generation: str = "") -> Identity:
    return Identity(Label.PERSON, name, tuple((form, 1) for form in forms or (name,)), (), gender, generation)


@pytest.mark.parametrize(("name", "gender", "generation"), [
    ("Martine Guilbaud", "f", "1950"), ("Kévin", "m", "1990"), ("Léa", "f", "2000"), ("Germaine", "f", "1910")])
def test_a_pseudonym_has_the_gender_and_the_generation(name: str, gender: str, generation: str) -> None:
    words = propose(person(name, gender=gender, generation=generation), (), Counter()).words
    given = births.given(words.split()[0], gender)
    assert given is not None and abs(given.year - int(generation) - 5) <= 15
    assert fold(words) != fold(name)


@pytest.mark.parametrize(("name", "gender", "origin"), [
    ("Karim", "m", "maghreb"), ("Aïssatou Diallo", "f", "west-africa"), ("Nolwenn Kervella", "f", "breton"),
    ("José Ferreira", "m", "iberian"), ("Hamza Benali", "m", "maghreb")])
def test_a_pseudonym_keeps_the_origin(name: str, gender: str, origin: str) -> None:
    words = propose(person(name, gender=gender, generation="1980"), (), Counter()).words
    first, last = words.partition(" ")[::2]
    assert any(one.origin == origin and one.text == first for one in invented.first_names())
    assert not last or any(one.origin == origin and one.text == last for one in invented.surnames())


def test_every_form_gets_its_words() -> None:
    decision = propose(person("Martine Guilbaud", "Martine", "MARTINE", "martine guilbaud", "Guilbaud", "M. G.", "M.G.",
                              "GUILBAUD Martine", gender="f", generation="1950"), (), Counter())
    first, last = decision.words.split()
    assert dict(decision.forms) == {
        "Martine": first, "MARTINE": first.upper(), "martine guilbaud": decision.words.lower(), "Guilbaud": last,
        "M. G.": f"M. {last[0]}.", "M.G.": f"{first[0]}.{last[0]}.", "GUILBAUD Martine": f"{last.upper()} {first}"}


def test_words_of_the_researcher_fill_the_forms_too() -> None:
    decision = propose(person("Paul Petit", "Paul", "Petit", "Paul Petit", gender="m"), (), Counter())
    mine = fill(replace(decision, words="Jean Le Goff", forms={}))
    assert dict(mine.forms) == {"Paul": "Jean", "Petit": "Le Goff", "Paul Petit": "Jean Le Goff"}


def test_no_pseudonym_is_somebody_of_the_corpus_nor_another_pseudonym() -> None:
    people_met = [person(name.text, gender="f", generation="1960") for name in invented.first_names()
                  if name.origin == "french" and name.gender == "f"][:60]
    words = [one.words for one in propose_all(people_met)]
    assert len(set(words)) == len(words)
    assert not {fold(word) for word in words} & {fold(one.name) for one in people_met}


def test_one_surname_for_a_family() -> None:
    found = identities("P : Martine Guilbaud a appelé. Mme Guilbaud est revenue avec Monsieur Guilbaud et sa "
                       "fille, Léa Guilbaud.")
    words = {one.identity.name: one.words for one in propose_all(found)}
    surname = words["Martine Guilbaud"].split()[1]
    assert words["M. Guilbaud"] == f"M. {surname}"
    assert words["Léa Guilbaud"].split()[1] == surname


def test_initials_stay_initials() -> None:
    words = propose(person("Mme B.", "B."), (), Counter())
    assert words.words != "Mme B." and len(words.forms["B."]) == 2


def test_classes_are_counted_by_kind() -> None:
    found = identities("P : De Rezé à Angers, puis au CHU de Nantes, à l’hôpital Laënnec, à la Timone, au Sénégal, "
                       "06 39 98 12 45.")
    words = {one.identity.name: dict(one.forms) for one in propose_all(found)}
    assert words["Rezé"] == {"Rezé": "[ville 1]"} and words["Angers"] == {"Angers": "[ville 2]"}
    assert words["CHU de Nantes"] == {"CHU de Nantes": "[CHU 1]"}
    assert words["hôpital Laënnec"] == {"hôpital Laënnec": "[hôpital 1]"}
    assert words["la Timone"] == {"la Timone": "la [structure 1]"}
    assert words["Sénégal"] == {"Sénégal": "[pays 1]"}
    assert words["06 39 98 12 45"] == {"06 39 98 12 45": "[téléphone]"}


def test_any_action_can_be_asked_for() -> None:
    lebreton = named(identities("P : C’est le docteur Lebreton."), "Lebreton")
    assert propose(lebreton, (), Counter(), "class").words == "[médecin 1]"
    assert propose(lebreton, (), Counter(), "keep").action == "keep"
    year = named(identities("P : C’était en 1998, oui."), "1998")
    assert propose(year, (), Counter()).action == "keep"


def test_the_gender_of_a_class_is_known() -> None:
    assert (classes.gender_of("[ville 1]"), classes.gender_of("[hôpital 1]"), classes.gender_of("Hélène")) == (
        "f", "m", "")


def test_a_nickname_alone_gets_a_name_of_either_gender() -> None:
    words = propose(person("Titi"), (), Counter()).words
    assert any(name.text == words and name.gender == "x" for name in invented.first_names())


def test_names_are_read_as_people_write_them() -> None:
    assert people.parts("Jean-Pierre de la Rochère") == ("jean pierre", "rochere")
    assert people.parts("GUILBAUD Martine") == ("martine", "guilbaud")
    assert people.parts("Guilbaud", titled=True) == ("", "guilbaud")
    assert people.parts("Mme B.") == ("", "b.")

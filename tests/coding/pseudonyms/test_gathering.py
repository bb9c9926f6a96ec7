# SPDX-License-Identifier: GPL-3.0-or-later
"""Which forms are one identity."""

from __future__ import annotations

from coding.identifiers.span import Label
from coding.pseudonyms.gathering import gather
from coding.pseudonyms.identity import Place
from coding.pseudonyms.mention import Mention
from tests.coding.pseudonyms.saying import identities, named


def test_the_forms_of_one_person_are_gathered() -> None:
    found = identities(
        "I : Bonjour Martine.\nMartine : Je suis Martine Guilbaud. MARTINE. On dit Mme Guilbaud, ou GUILBAUD Martine.")
    martine = named(found, "Martine Guilbaud")
    assert {form for form, _count in martine.forms} == {
        "Martine", "Martine Guilbaud", "MARTINE", "Guilbaud", "GUILBAUD Martine"}
    assert dict(martine.forms)["Martine"] == 2  # the label counts
    assert (martine.gender, martine.generation) == ("f", "1950")
    assert martine.key == "PERSON martine guilbaud"


def test_a_husband_is_not_his_wife() -> None:
    found = identities("P : Martine Guilbaud a appelé. Mme Guilbaud est revenue avec Monsieur Guilbaud.")
    assert [one.name for one in found] == ["Martine Guilbaud", "M. Guilbaud"]
    assert named(found, "M. Guilbaud").gender == "m"


def test_two_people_of_one_first_name_stay_apart() -> None:
    found = identities("P : J’ai vu Julie Martin. Julie est partie.", "P : J’ai vu Julie Dupont. Julie est restée.",
                       "P : Julie aussi.")
    assert {one.name: len(one.places) for one in found} == {"Julie Martin": 2, "Julie Dupont": 2, "Julie": 1}


def test_a_first_name_is_the_only_one_of_the_corpus_who_has_it() -> None:
    found = identities("P : J’ai vu Nolwenn Kervella.", "P : Et Nolwenn est venue.")
    assert [one.name for one in found] == ["Nolwenn Kervella"]
    assert [place.row_id for place in found[0].places] == [1, 2]


def test_initials_join_the_one_of_the_interview_and_no_other() -> None:
    here, there = "P : J’ai vu le docteur Lebreton, puis le Dr L. encore.", "P : Mon médecin, c’est le Dr L. ici."
    found = identities(here, there)
    assert {one.name: [place.row_id for place in one.places] for one in found} == {"Lebreton": [1, 1], "L.": [2]}


def test_a_nickname_joins_when_the_text_says_so() -> None:
    found = identities("P : Y a Dédé. Dédé son vrai nom c’est André Pichon.")
    assert {form for form, _count in named(found, "André Pichon").forms} == {"Dédé", "André Pichon"}


def test_places_and_institutions_under_their_forms() -> None:
    found = identities("P : J’étais à l’hôpital Laënnec. Laënnec, c’est loin d’Angers. Angers, 12 rue Aristide-Briand, "
                       "puis rue Aristide-Briand.")
    assert {one.name: len(one.places) for one in found} == {
        "hôpital Laënnec": 2, "Angers": 2, "12 rue Aristide-Briand": 2}


def test_one_telephone_however_it_is_written() -> None:
    assert len(identities("P : C’est le 06 39 98 12 45, oui, 06.39.98.12.45.")) == 1


def test_a_surname_is_no_institution() -> None:
    texts = ("Je suis Zéphirine Quélennec.", "Les Quélennec sont d’ici.", "Il lit le journal Abgrallou.",
             "Le docteur Abgrallou est venu.")

    def place(number: int, form: str) -> Place:
        start = texts[number].index(form)
        return Place("interview", number, "text", start, start + len(form), form, texts[number][:start],
                     texts[number][start + len(form) :])

    found = gather([
        Mention(Label.PERSON, 0, place(0, "Zéphirine Quélennec")), Mention(Label.ORG, 1, place(1, "Les Quélennec")),
        Mention(Label.ORG, 2, place(2, "journal Abgrallou")), Mention(Label.PERSON, 3, place(3, "Abgrallou"))])
    told = {(one.label.value, where.form, where.start) for one in found for where in one.places}
    assert told == {("PERSON", "Zéphirine Quélennec", 8), ("PERSON", "Quélennec", 4), ("ORG", "journal Abgrallou", 10),
                    ("PERSON", "Abgrallou", 11)}
    assert len(found) == 3

# SPDX-License-Identifier: GPL-3.0-or-later
"""A first codebook from a guide."""

from __future__ import annotations

import pytest

from coding import codebook
from coding.changes import Writer
from coding.guides import first_codebook, guides
from coding.guides.draft import GuideDraft, QuestionDraft
from coding.guides.first_codebook import LONGEST, short_name
from tests import build
from tests.coding.guides.parts import act
from tests.coding.test_undo import dump

DRAFT = GuideDraft("Guide", (
    QuestionDraft("Arrivée", "Pouvez-vous me raconter votre parcours ?"),
    QuestionDraft("Arrivée", "Qui vous a aidé ?", is_prompt=True),
    QuestionDraft("Travail", "Qu’est-ce qui vous plaît (ou pas) dans ce travail ?"),
    QuestionDraft("", "Que pensez-vous de la formation ?"),
))


def paths(writer: Writer) -> list[str]:
    with writer.store.reading() as session:
        book = codebook.read(session)
        return [book.path_text(node.id) for node in book]


def test_sections_become_themes_and_questions_their_codes(writer: Writer) -> None:
    guide_id = act(writer, guides.add, DRAFT)
    before = dump(writer)
    with writer.store.reading() as session:
        plan = first_codebook.planned(session, guide_id, "sections")
    assert [one.path for one in plan] == [
        ("Arrivée",), ("Arrivée", "Votre parcours"), ("Travail",), ("Travail", "Ce qui vous plaît dans ce travail"),
        ("Guide",), ("Guide", "La formation")]
    made = act(writer, first_codebook.from_guide, guide_id, "sections")
    assert len(made) == 6 and paths(writer) == [" > ".join(one.path) for one in plan]
    with writer.store.reading() as session:
        book, guide = codebook.read(session), guides.get(session, guide_id)
    assert {node.origin for node in book} == {"guide"}
    assert [book.path_text(row.theme_id) if row.theme_id else "" for row in guide.questions] == [
        "Arrivée > Votre parcours", "", "Travail > Ce qui vous plaît dans ce travail", "Guide > La formation"]
    assert act(writer, first_codebook.from_guide, guide_id, "sections") == []
    writer.undo()
    assert dump(writer) == before


def test_questions_become_themes_and_names_there_serve_again(writer: Writer) -> None:
    build.code(writer, "votre parcours > Enfance")
    guide_id = act(writer, guides.add, DRAFT)
    made = act(writer, first_codebook.from_guide, guide_id, "questions", left_out=[("La formation",)])
    assert paths(writer) == ["votre parcours", "votre parcours > Enfance", "Ce qui vous plaît dans ce travail"]
    assert len(made) == 1
    assert act(writer, first_codebook.from_guide, guide_id, "questions", left_out=[("La formation",)]) == []


def test_questions_that_would_share_a_name_keep_their_words(writer: Writer) -> None:
    guide_id = act(writer, guides.add, GuideDraft("G", tuple(QuestionDraft("S", text) for text in (
        "Parlez-moi de votre travail ?", "Pouvez-vous décrire votre travail ?"))))
    act(writer, first_codebook.from_guide, guide_id, "sections")
    assert paths(writer) == ["S", "S > Votre travail", "S > Pouvez-vous décrire votre travail"]


@pytest.mark.parametrize(("question", "name"), [
    ("Pouvez-vous me raconter comment vous êtes venu·e ?", "Comment vous êtes venu·e"),
    ("Qu’est-ce que l’on sait, quand on est passé par là ?", "Ce que l’on sait, quand on est passé par là"),
    ("Que pensez-vous du latin ?", "Que pensez-vous du latin"),
    ("Est-ce que c’était difficile > pourquoi ?", "C’était difficile – pourquoi"),
    ("?", "?"),
    ("Can you tell me about your job?", "Your job"),
])
def test_names(question: str, name: str) -> None:
    assert short_name(question) == name


def test_long_names_are_cut_between_words() -> None:
    name = short_name("Dans quelles circonstances avez-vous rencontré pour la première fois les gens de cette équipe ?")
    assert len(name) <= LONGEST and name.endswith("rencontré pour la…")

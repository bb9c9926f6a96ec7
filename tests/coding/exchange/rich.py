# SPDX-License-Identifier: GPL-3.0-or-later
"""A small invented project in which there is one of everything that an exchange carries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import attributes, citations, corpus, examples, memos
from coding.changes import Writer
from models.code import Code
from models.contradiction import Contradiction
from models.interview import Interview
from models.memo import Memo
from models.nuance import Nuance
from models.passage import Coding, Passage
from models.project import Coder
from models.saved_query import SavedQuery
from tests import build

PAUL, LEA, NOTES = "Paul", "Léa et Omar", "Carnet 🗒"
FEAR, HOPE, NEAR = "Réticences", "Attentes > Aller mieux", "Attentes > Aller mieux > Près des siens"


def project(folder: Path) -> Writer:
    """The project, open to write."""
    writer = build.project(folder, title="Échange")
    build.interview(writer, PAUL, [("Q", "Et alors ?"), ("Paul", "Je ne sais pas 😀, j’ai peur d’y retourner.")],
                    people={"Paul": "pair aidant"}, groups=["Ville"], units=["CSAPA", "CAARUD"],
                    attributes={"Milieu": "urbain"}, day=date(2025, 3, 4))
    build.interview(writer, LEA, [("Q", "Que vouliez-vous ?"), ("Léa", "Aller mieux, près des miens."),
                                  ("Omar", "Moi aussi \u2028enfin presque.")],
                    people={"Léa": "usagère", "Omar": ""}, groups=["Ville", "Campagne"], kind="group_interview",
                    status="under_way")
    build.interview(writer, NOTES, [("Moi", "Il pleut\tsur 𝒻𝒾𝓃.")], kind="journal")
    build.code(writer, FEAR, definition="Ce qui retient.\n\nMême à mots couverts.", include="Peurs", exclude="Oublis",
               colour="#C2513A", origin="guide", reservation="Peu de femmes.", pin=3)
    build.code(writer, NEAR, example="« près des miens »", origin="emergent", pin=1)
    fear = build.coded(writer, PAUL, "j’ai peur d’y retourner", FEAR)
    both = build.coded(writer, LEA, "Aller mieux, près des miens.", HOPE, NEAR)
    build.coded(writer, LEA, "mieux", HOPE)
    build.frame(writer, "Ville", unit="structure", frame_known="partial", invited=8, refused=1,
                justification="Annuaire.\nPuis bouche à oreille.")
    writer.do(build.BUILD, _known)
    writer.do(build.BUILD, lambda session: _written(session, fear, both))
    return writer


def _known(session: Session) -> None:
    paul, lea = (session.scalars(select(Interview).where(Interview.title == title)).one() for title in (PAUL, LEA))
    corpus.set_details(session, paul.id, mode="téléphone", duration_min=42)
    lea.portrait, paul.is_withheld = "Deux voix, \nun seul récit.", True
    for name, type_, value in (("Âge", "number", "41"), ("Score", "number", "2.50"), ("Suivi", "yes_no", "yes"),
                               ("Entrée", "date", "2019-09-01")):
        attributes.set_value(session, attributes.add(session, name=name, target="participant", type_=type_), value,
                             participant_id=1)
    region = attributes.add(session, name="Milieu", target="participant", type_="choice", choices=["Nord", "Sud"])
    attributes.set_value(session, region, "Sud", participant_id=2)


def _written(session: Session, fear: int, both: int) -> None:
    other = Coder(name="Inès")
    session.add(other)
    session.flush()
    codes = {code.name: code for code in session.scalars(select(Code))}
    first, last = codes["Réticences"], codes["Près des siens"]
    examples.use(session, code_id=last.id, passage_id=both)
    session.add(Coding(passage_id=fear, code_id=last.id, coder_id=other.id))
    session.get_one(Passage, fear).is_strong = True
    citations.write(session, fear, text="[J]’ai peur d’y retourner", cited_in=["Chapitre 2", "Conclusion"])
    citations.write(session, both, is_withheld=True, cited_in=["Conclusion"])
    session.add(Contradiction(one_id=min(first.id, last.id), other_id=max(first.id, last.id), note="À discuter."))
    memos.add(session, text="À comparer.\n<&> \"là\"", title="Note", target="passage_id", target_id=fear)
    memos.add(session, text="Code à fendre.", target="code_id", target_id=first.id)
    memos.add(session, text="Entretien dense.", target="interview_id", target_id=1)
    memos.add(session, text="Rappeler.", title="Omar", target="participant_id", target_id=3)
    memos.add(session, text="Deux refus polis.", target="group_id", target_id=1)
    memos.add(session, text="Fil directeur.", title="Plan")
    memos.add(session, text="Terrain.", title="Premier jour", day=date(2025, 3, 5))
    memos.add(session, text="Suite.", day=date(2025, 3, 6))
    session.add(Memo(text="Très juste.", passage_id=fear, author="Directrice"))
    memos.write_summary(session, code_id=first.id, interview_id=1, text="Peur de rechuter.")
    session.add(Nuance(theme_id=first.id, passage_id=fear, is_new=True, word="retour"))
    session.add(SavedQuery(name="Peurs", asked={}))

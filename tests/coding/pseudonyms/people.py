# SPDX-License-Identifier: GPL-3.0-or-later
"""A coded project that names Martine Guilbaud wherever a project can, and what a search of it would find."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import citations, codebook, corpus, memos, passages, saved_queries
from coding.changes import Label, Writer
from coding.identifiers import span
from coding.pseudonyms import fields
from coding.pseudonyms.decisions import Action, Decision
from coding.pseudonyms.fields import FIELDS
from coding.pseudonyms.identity import Identity, Place, gathered
from coding.pseudonyms.spotting import Spotter
from coding.quotes import Query
from models import tables
from models.guide import Guide, GuideQuestion
from models.interview import Interview
from models.label_memory import LabelMemory
from models.memo import CellSummary, Memo
from models.participant import Attribute
from models.project import Project
from tests import build

DO = Label("act")
FORMS = ("Martine Guilbaud", "Mme Guilbaud", "Martine", "MARTINE", "martine guilbaud")
TURNS = [
    ("Q", "Vous êtes Martine Guilbaud, c’est ça ? Je suis venue d’Orvault."),
    ("Martine", "Oui. Mme Guilbaud, on dit. Au CHU d’Orvault ils disent MARTINE, le mari de Martine aussi."),
    ("Q", "Et Marie-Annick, qui est-ce ? Et Marie ?"),
    ("Martine", "La sœur de Martine Guilbaud, enfin la mienne. martine guilbaud, tout en bas. Orvault, quoi."),
]


def named(folder: Path) -> Writer:
    """The project, its interview coded, its name in every column that can hold one."""
    writer = build.project(folder, title="Étude")
    key = build.interview(
        writer, "Martine Guilbaud, Orvault", TURNS, people={"Martine": "aidante, dite Martine Guilbaud"},
        groups=["Chez Martine"], units=["CHU d’Orvault"], attributes={})
    build.interview(writer, "Paul", [("Q", "Et Paul ?"), ("Paul", "Je connais Martine, d’Orvault.")])
    build.frame(writer, "Chez Martine", unit="proches de Martine", justification="Martine Guilbaud a transmis.")
    code = build.code(writer, "Proches > Martine", definition="Ce que dit Martine.", example="« Mme Guilbaud »",
                      include="Martine", exclude="pas Orvault", reservation="Martine Guilbaud seule")
    passage = build.coded(writer, "Martine Guilbaud, Orvault", "La sœur de Martine Guilbaud", "Proches > Martine")
    build.coded(writer, "Martine Guilbaud, Orvault", "MARTINE", "Proches > Martine")
    build.coded(writer, "Martine Guilbaud, Orvault", "Orvault ils disent", "Proches")
    build.coded(writer, "Paul", "Martine", "Proches > Martine")
    writer.do(Label("rename “{title}”", {"title": "Entretien de Martine Guilbaud"}),
              lambda session: codebook.edit(session, code, name="Chez MARTINE GUILBAUD"))
    writer.do(Label("rename", {}), lambda session: codebook.edit(session, code, name="Martine"))

    def write(session: Session) -> None:
        row = session.get_one(Interview, key)
        row.file_name, row.mode = "guilbaud_martine.docx", "chez Martine"
        row.portrait = "Martine Guilbaud vit à Orvault"
        passages.write_memo(session, passage_id=passage, text="Martine pleure ici.")
        memos.write(session, text="Voir Martine Guilbaud à Orvault.", target="interview_id", target_id=key)
        session.add(Memo(title="Journal, Martine", text="Vu Mme Guilbaud.", author="Martine Guilbaud"))
        citations.write(session, passage, text="La sœur [Orvault] de Martine Guilbaud", cited_in=["Martine", "Orvault"])
        saved_queries.save(session, "Chez Martine", Query(words="« mme guilbaud »"))
        session.add(CellSummary(code_id=code, interview_id=key, text="Martine parle de sa sœur."))
        guide = Guide(title="Guide de Martine")
        session.add(guide)
        session.flush()
        session.add(GuideQuestion(guide_id=guide.id, section="Martine", text="Que fait Martine Guilbaud ?"))
        session.add(LabelMemory(make="txt", label="Martine", becomes="Martine Guilbaud"))
        session.add(Attribute(name="Connaît Martine", type="choice", choices=["Martine", "personne"]))
        session.flush()
        saved_queries.save(session, "Orvault", Query(where=(("Connaît Martine", "Martine"),)))
        project = session.get_one(Project, 1)
        project.title = "Martine et les autres"
        project.citation_pattern = "« {quote} » (chez Martine)"

    writer.do(DO, write)
    gone = build.interview(writer, "Brouillon de Martine", [("Martine", "Martine Guilbaud, encore.")])
    writer.do(Label("delete the interview “{title}”", {"title": "Brouillon de Martine"}),
              lambda session: corpus.remove_interview(session, gone))
    writer.do(DO, lambda session: memos.write(session, text="Martine, à jeter", target="interview_id", target_id=2))
    writer.undo()
    writer.log_export("quotes", folder / "Martine Guilbaud.docx")
    return writer


def identity(writer: Writer, label: span.Label, *forms: str, gender: str = "") -> Identity:
    """What a search would find of these forms: every place of the columns searched, but labels in transcripts."""
    found: list[Place] = []
    with writer.store.reading() as session:
        for field in FIELDS:
            for key, text in fields.texts(session, field) if field.searched else ():
                found += [Place(field.table, key, field.column, spot.start, spot.end, spot.form,
                                text[max(0, spot.start - 50) : spot.start], text[spot.end : spot.end + 50])
                          for spot in Spotter(forms).spots(text)]
    return gathered(label, max(forms, key=len), found, gender=gender)


def martine(writer: Writer) -> Decision:
    """Martine Guilbaud becomes Hélène Morin."""
    return Decision(identity(writer, span.Label.PERSON, *FORMS, gender="f"), "replace", "Hélène Morin", {
        "Martine Guilbaud": "Hélène Morin", "Mme Guilbaud": "Mme Morin", "Martine": "Hélène", "MARTINE": "HÉLÈNE",
        "martine guilbaud": "hélène morin"})


def orvault(writer: Writer) -> Decision:
    """Orvault becomes a class."""
    return Decision(identity(writer, span.Label.LOC, "Orvault"), "class", "[ville 1]")


def decided(writer: Writer, form: str, action: Action, words: str = "") -> Decision:
    """A decision on one form."""
    return Decision(identity(writer, span.Label.PERSON, form), action, words)


def dump(writer: Writer, *, log: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, byte for byte."""
    with writer.store.reading() as session:
        return {name: [tuple(row) for row in session.connection().exec_driver_sql(
            f"SELECT * FROM {name} ORDER BY id")] for name in tables.BY_NAME if log or name != "change_log"}


def text(writer: Writer, title: str) -> str:
    """The transcript of an interview."""
    with writer.store.reading() as session:
        return session.scalars(select(Interview.text).where(Interview.title == title)).one()


def flat(rows: Sequence[tuple[Any, ...]]) -> str:
    """All the words of some rows."""
    return " ".join(map(str, itertools.chain.from_iterable(rows)))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Every import and every act on the corpus can be undone and done again, to the last column."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from coding import corpus, participants
from coding.arrivals import take_in
from coding.changes import Label, Writer
from coding.intake.batch import read_many
from coding.metadata.asked_table import import_asked
from coding.metadata.codebook_table import import_codebook
from coding.metadata.codings_table import import_codings
from coding.metadata.groups_table import import_groups
from coding.metadata.guide_table import import_guide
from coding.metadata.interviews_table import import_interviews
from coding.metadata.memos_table import import_memos
from coding.metadata.summaries_table import import_summaries
from models import tables
from tests import build
from tests.coding.metadata.tables import csv_file

TABLES = (
    (import_codebook, "theme,code,definition\nFreins,Peur,\nFreins,Statut,Le cadre."),
    (import_interviews, """interview,group,participants,roles,units,date,status,métier
        Paul,G,Paul,pair,Nord;Sud,2026-02-03,codé,x
        Léa,G,Léa + Ana,a + b,Sud,,,""".replace("Nord;Sud", '"Nord;Sud"')),
    (import_groups, "group,frame_known,invited,silent\nG,yes,9,3\nH,no,,"),
    (import_asked, "interview,theme,asked\nPaul,Freins,yes\nLéa,Freins,no"),
    (import_codings, """interview,quote,theme,code,coder,memo
        Paul,La peur.,Freins,Peur,,Fort.
        Léa,La peur !,Freins,,Ana,
        Paul,La peur.,Freins,Statut,Ana,"""),
    (import_memos, "target,name,text\nproject,,Un.\ninterview,Paul,Deux.\nparticipant,Ana,Trois."),
    (import_summaries, "interview,theme,code,text\nPaul,Freins,,En bref."),
    (import_guide, "section,question,theme\nA,Quoi ?,Freins"),
    (import_codings, "interview,quote,theme,memo\nPaul,La peur.,Freins,Faible."),
    (import_codebook, "theme,code,definition\nFreins,Peur,Crainte."),
    (import_interviews, "interview,participants,units,date,status\nLéa,Léa,Est,2026-01-01,relu\nPaul,Zoé,Nord,,"),
    (import_groups, "group,frame_known,invited\nG,partial,12"),
    (import_asked, "interview,theme,asked\nPaul,Freins,no"),
)


def dump(writer: Writer) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the change log."""
    with writer.store.reading() as session:
        return {
            name: [tuple(row) for row in session.execute(
                select(_table(model)).order_by(_table(model).c.id))]
            for name, model in tables.BY_NAME.items() if name != "change_log"
        }


def _table(model: Any) -> Table:
    table: Table = model.__table__
    return table


def test_all_of_it_goes_back_and_comes_again(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    label = Label("x")
    for name, words in (("Paul", "La peur."), ("Léa", "La peur !")):
        (tmp_path / f"{name}.txt").write_text(
            f"Q : Alors ?\n{name} : {words}\nQ : Et ?\n{name} : Oui.", encoding="utf-8")
    states = [dump(writer)]
    with writer.store:
        take_in(writer, read_many([tmp_path / "Paul.txt", tmp_path / "Léa.txt"], in_process=True), group="Z")
        states.append(dump(writer))
        for read, text in TABLES:
            assert read(writer, csv_file(tmp_path, text)).ok
            states.append(dump(writer))
        for act in (
            lambda s: corpus.set_interviewer(s, 1, "Paul"),
            lambda s: participants.set_participants(s, 2, [("Ana", "c")]),
            lambda s: corpus.rename(s, 1, "Paul B."), lambda s: corpus.set_order(s, [1, 2]),
            lambda s: corpus.remove_interview(s, 1), lambda s: corpus.remove_interview(s, 2),
        ):
            writer.do(label, act)
            states.append(dump(writer))
        assert all(before != after for before, after in pairwise(states))
        for state in reversed(states[:-1]):
            writer.undo()
            assert dump(writer) == state
        assert writer.undo() is None
        for state in states[1:]:
            writer.redo()
            assert dump(writer) == state

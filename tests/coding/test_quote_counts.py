# SPDX-License-Identifier: GPL-3.0-or-later
"""How the quotes found spread over interviews, groups, values and people."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding import quote_counts, quotes
from coding.quotes import Query
from models.group import Group
from models.participant import Attribute, AttributeValue, Participant
from tests import build


def test_interviews_are_counted_by_group_and_by_value(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    ids = [build.interview(writer, f"E{n}", [("Q", "Alors ?"), (name, "J’ai eu peur. Puis moins peur.")],
                           people={name: "pair"}, groups=["Pairs"] if n < 2 else ["Autres"],
                           attributes={"Métier": "soignant" if n else "Pair"})
           for n, name in enumerate(("Paul", "Nora", "Inès"))]
    for title, words in (("E0", "J’ai eu peur."), ("E0", "Puis moins peur."), ("E1", "J’ai eu peur.")):
        build.coded(writer, title, words, "Réticences > Crainte")

    def act(session: Session) -> None:
        paul = session.scalars(select(Participant.id).where(Participant.name == "Paul")).one()
        session.add(AttributeValue(attribute_id=build._named(session, Attribute, "Âge"), participant_id=paul,
                                   value="40"))

    writer.do(build.BUILD, act)
    with writer.store.reading() as session:
        spread = quote_counts.spread(session, quotes.find(session, Query()))
        groups = {row.name: row.id for row in session.scalars(select(Group))}
        people = {row.name: row.id for row in session.scalars(select(Participant))}
    writer.store.close()
    assert spread.interviews == {ids[0]: 2, ids[1]: 1}
    assert spread.groups == {groups["Pairs"]: 2}
    assert spread.people == {people["Paul"]: 2, people["Nora"]: 1}
    assert (spread.value("métier", "pair"), spread.value("Métier", "SOIGNANT"), spread.value("age", "40")) == (1, 1, 1)
    assert spread.value("Métier", "autre") == 0

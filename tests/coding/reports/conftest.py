# SPDX-License-Identifier: GPL-3.0-or-later
"""A project with something of everything that reports print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests import build


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A reading session on the project."""
    writer = build.project(tmp_path, title="Pair aidance")
    build.code(writer, "Réticences > Crainte > De la rechute", definition="Peur que l’autre rechute.")
    build.code(writer, "Réticences > Secret", include="Le secret partagé.", exclude="La confiance.",
               example="On coupe les transmissions.")
    build.code(writer, "Statut")
    build.interview(
        writer, "Paul", [("Q", "Et alors ?"), ("Paul", "Une peur : il a dit « non » !"), ("Paul", "=Le statut.")],
        people={"Paul": "pair aidant dans une structure sanitaire"}, groups=["Structures"])
    build.interview(
        writer, "Elodie et Margot", [("Elodie", "Un doute."), ("Margot", "Le *secret*.")], groups=["Structures"],
        people={"Elodie": "infirmière dans une structure médico-sociale", "Margot": "éducatrice"})
    build.coded(writer, "Paul", "Une peur : il a dit « non » !", "Réticences > Crainte > De la rechute", "Statut")
    build.coded(writer, "Paul", "=Le statut.", "Statut")
    build.coded(writer, "Elodie et Margot", "Le *secret*.", "Réticences > Secret")
    build.coded(writer, "Elodie et Margot", "Un doute.\nMargot : Le *secret*.", "Réticences")
    build.frame(writer, "Structures", unit="entretien", frame_known="yes", invited=10, reached=2, refused=0, silent=8)
    with writer.store.reading() as reading:
        yield reading
    writer.store.close()

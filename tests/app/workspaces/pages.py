# SPDX-License-Identifier: GPL-3.0-or-later
"""A small project on a desk, for the tests of one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.desk import Desk
from app.tasks import Tasks
from coding.changes import Writer
from tests import build

GROUP, REFUSED = "Pairs aidants", "Associations"
CODES = ("Réticences > Crainte", "Réticences > Secret", "Statut > Cadre")
SAID = ("On avait peur.", "On se taisait.", "Il n’y avait pas de cadre.")


def small(folder: Path) -> Writer:
    """Eight interviews in a group that may be declared, two in one that may not; codes in every one of them."""
    writer = build.project(folder)
    for path in CODES:
        build.code(writer, path, origin="emergent")
    for n in range(10):
        title = f"Entretien {n + 1}"
        build.interview(
            writer, title, [("Q", "Et alors ?"), ("Paul", " ".join(SAID))], people={"Paul": "pair aidant"},
            groups=[GROUP if n < 8 else REFUSED], day=date(2025, 1, 1 + n),
            attributes={"Métier": "soignant" if n % 2 else "pair"},
        )
        build.coded(writer, title, SAID[0], CODES[0])
        if n != 1:
            build.coded(writer, title, SAID[1], CODES[1], *(CODES[2:] if n == 3 else ()))
    build.frame(writer, GROUP, unit="entretien", frame_known="yes", invited=8, reached=8, refused=0, silent=0)
    build.frame(writer, REFUSED, unit="entretien", frame_known="yes", invited=6, reached=2, refused=0, silent=4,
                justification="Sans réponse.")
    return writer


def desk_on(writer: Writer) -> Desk:
    """A desk that does everything at once."""
    path = writer.store.path
    writer.store.close()
    from coding.project import open_writer

    return Desk(open_writer(path).store, Tasks(inline=True))

# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows are brought back whatever place each takes of another."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from coding.changes import Label, Writer
from models.code import Code
from tests import build


def _named(writer: Writer) -> dict[int, tuple[str, int | None]]:
    with writer.store.reading() as session:
        return {code.id: (code.name, code.pin) for code in session.scalars(select(Code))}


def test_rows_that_took_each_others_place_take_it_again(tmp_path: Path) -> None:
    writer = build.project(tmp_path)
    ids = [build.code(writer, f"Statut > {name}") for name in ("Cadre", "Poste", "Salaire")]
    themes = [build.code(writer, name) for name in ("Débuts", "Suites")]
    before = _named(writer)

    def turn_round(session: Session) -> None:
        for group in (ids, themes):  # codes of a theme, and themes, whose names are unique by another rule
            rows = [session.get_one(Code, key) for key in group]
            names = [row.name for row in rows]
            for number, row in enumerate(rows):
                row.name, row.pin = f"meanwhile {number}", None
            session.flush()
            for number, (row, name) in enumerate(zip(rows, names[1:] + names[:1], strict=True), 1):
                row.name = name
                if group is ids:
                    row.pin = number
            session.flush()

    writer.do(Label("turn round"), turn_round)
    after = _named(writer)
    assert {after[key][0] for key in ids} == {before[key][0] for key in ids}
    assert all(after[key][0] != before[key][0] for key in (*ids, *themes))
    for _n in range(2):
        writer.undo()
        assert _named(writer) == before
        writer.redo()
        assert _named(writer) == after
    writer.store.close()

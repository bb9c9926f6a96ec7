# SPDX-License-Identifier: GPL-3.0-or-later
"""The fingerprint of the codebook, and its date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from coding import codebook, codebook_state
from coding.changes import Writer
from coding.codebook_state import State
from models.base import now
from models.change import ChangeEntry
from tests import build

LONG_AGO = now() - timedelta(days=1000)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    for path in ("Réticences > Crainte", "Réticences > Secret", "Statut"):
        build.code(made, path)
    yield made
    made.store.close()


def state(writer: Writer) -> State:
    with writer.store.reading() as session:
        return codebook_state.state(session)


def ids(writer: Writer) -> dict[str, int]:
    with writer.store.reading() as session:
        return {node.name: node.id for node in codebook.read(session)}


def dated(writer: Writer) -> dict[int, datetime]:
    """Give each act of the log a day of its own; returns the days, by revision."""
    with writer.store.writing() as session, session.begin():
        rows = session.query(ChangeEntry).order_by(ChangeEntry.id).all()
        for row in rows:
            row.at = LONG_AGO + timedelta(days=row.id)
        return {row.id: row.at for row in rows}


def test_an_empty_codebook_has_a_fingerprint_and_no_date(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    empty = build.project(tmp_path / "vide")
    found = state(empty)
    assert (found.at, found.codes, len(found.hash), found.short) == (None, 0, 64, found.hash[:8])
    empty.store.close()


@pytest.mark.parametrize("act", [
    lambda s, ids: codebook.edit(s, ids["Crainte"], name="Peur"),
    lambda s, ids: codebook.edit(s, ids["Crainte"], definition="Avoir peur."),
    lambda s, ids: codebook.edit(s, ids["Crainte"], include="Peur."),
    lambda s, ids: codebook.edit(s, ids["Crainte"], exclude="Gêne."),
    lambda s, ids: codebook.move(s, ids["Secret"], parent_id=ids["Réticences"], position=0),
    lambda s, ids: codebook.move(s, ids["Secret"], parent_id=ids["Statut"], position=0),
    lambda s, ids: codebook.add(s, name="Place", parent_id=ids["Statut"]),
    lambda s, ids: codebook.remove(s, ids["Secret"]),
])
def test_what_codes_say_changes_it_and_undo_brings_it_back(
    writer: Writer, act: Callable[[Session, dict[str, int]], Any]
) -> None:
    before, keys = state(writer), ids(writer)
    writer.do(build.BUILD, lambda s: act(s, keys))
    days = dated(writer)
    changed = state(writer)
    assert changed.hash != before.hash
    assert changed.at == max(days.values())
    writer.undo()
    back = state(writer)
    assert back.hash == before.hash
    assert back.at == sorted(days.values())[-2]


@pytest.mark.parametrize("fields", [
    {"colour": "#112233"}, {"pin": 3}, {"example": "« Non. »"}, {"origin": "guide"}, {"reservation": "À revoir."}])
def test_what_dresses_codes_does_not(writer: Writer, fields: dict[str, Any]) -> None:
    dated(writer)
    before, key = state(writer), ids(writer)["Réticences"]
    writer.do(build.BUILD, lambda s: codebook.edit(s, key, **fields))
    assert state(writer) == before

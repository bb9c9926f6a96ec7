# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of the codebook stand beside the interview that was being coded; what was undone leaves none."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path

import pytest

from coding import codebook, merging, splitting, verdicts
from coding.changes import Label, Writer
from coding.codebook_marks import Mark, marks
from models import base
from tests import build

SAID = ["On avait peur.", "On se taisait.", "Il n’y avait pas de cadre."]


class Clock:
    """A minute passes each time it is read."""

    ticks = count()

    @classmethod
    def now(cls, zone: tzinfo) -> datetime:
        return datetime(2026, 3, 2, 8, tzinfo=zone) + timedelta(minutes=next(cls.ticks))


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Writer:
    """Three interviews; the first one coded by two codes of a theme that were there before."""
    monkeypatch.setattr(base, "datetime", Clock)
    made = build.project(tmp_path)
    for n in range(3):
        build.interview(made, f"E{n}", [("Paul", " ".join(SAID))])
    build.code(made, "Réticences > Crainte")
    build.code(made, "Réticences > Peur")
    build.coded(made, "E0", SAID[0], "Réticences > Crainte", "Réticences > Peur")
    return made


def _marks(writer: Writer) -> list[Mark]:
    with writer.store.reading() as session:
        return list(marks(session, verdicts.material(session).counted))


def _id(writer: Writer, *path: str) -> int:
    with writer.store.reading() as session:
        found = codebook.read(session).find(list(path))
        assert found is not None
        return found.id


def _merge(writer: Writer) -> None:
    source, target = _id(writer, "Réticences", "Peur"), _id(writer, "Réticences", "Crainte")
    writer.do(Label(merging.LABEL, {"code": "Peur", "target": "Crainte"}),
              lambda s: merging.merge(s, source, into=target))


def test_codes_that_were_there_before_any_coding_come_after_no_interview(writer: Writer) -> None:
    assert [(mark.kind, mark.after, mark.interview_id) for mark in _marks(writer)] == [("created", 0, None)] * 2


def test_a_merge_stands_at_the_interview_being_coded_and_names_both_codes(writer: Writer) -> None:
    build.coded(writer, "E1", SAID[1], "Réticences > Crainte")
    _merge(writer)
    build.coded(writer, "E2", SAID[1], "Réticences > Crainte")
    mark = next(mark for mark in _marks(writer) if mark.kind == "merged")
    assert (mark.after, mark.interview_id) == (2, 2)
    assert mark.themes == {"Réticences"}
    assert "Peur" in mark.text and "Crainte" in mark.text


def test_a_split_and_a_new_code_too(writer: Writer) -> None:
    code_id = _id(writer, "Réticences", "Crainte")
    with writer.store.reading() as session:
        passage = splitting.pieces(session, code_id)[0].passage_id
    writer.do(Label(splitting.LABEL, {"code": "Crainte"}),
              lambda s: splitting.split(s, code_id, {"Crainte vive": [passage]}, below=False))
    build.code(writer, "Statut > Cadre")
    found = {mark.kind: mark for mark in _marks(writer) if mark.after}
    assert "Crainte vive" in found["split"].text
    assert found["created"].themes == {"Statut"}
    assert {mark.after for mark in found.values()} == {1}


def test_what_was_undone_leaves_no_mark(writer: Writer) -> None:
    _merge(writer)
    writer.undo()
    assert {mark.kind for mark in _marks(writer)} == {"created"}

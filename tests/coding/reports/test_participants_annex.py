# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of participants in Word and xlsx: the columns chosen, their order, the page on its side when it is wide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook
from sqlalchemy import select

from coding import attributes, exports
from coding.changes import Writer
from coding.language import clauses
from coding.reports.participants_annex import USUAL, columns, rows
from models.errors import KnownError
from models.interview import Interview
from models.participant import Participant
from tests import build


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = build.project(tmp_path)
    build.interview(made, "Zoé", [("Zoé", "Oui.")], people={"Zoé": "pair aidante"}, units=["CSAPA", "CAARUD"],
                    day=date(2026, 2, 3), attributes={"Lieu": "Lyon"}, groups=["Structures"])
    build.interview(made, "Ensemble", [("Éva", "Oui."), ("Zoé", "Non.")], day=date(2026, 3, 4),
                    people={"Éva": "=infirmière & <b>", "Zoé": ""})

    def act(session: Any) -> None:
        key = attributes.obtain(session, "Âge", "participant")
        eva = session.scalars(select(Participant.id).where(Participant.name == "Éva")).one()
        attributes.set_value(session, key, "40", participant_id=eva)
        session.scalars(select(Interview).where(Interview.title == "Zoé")).one().duration_min = 72

    made.do(build.BUILD, act)
    yield made
    made.store.close()


def test_what_several_interviews_say_is_said_once(writer: Writer) -> None:
    with writer.store.reading() as session:
        assert columns(session)[-2:] == ["attr:Âge", "attr:Lieu"]
        found = rows(session, ["pseudonym", "role", "structure", "date", "duration", "attr:Lieu", "attr:Âge"])
        assert found == [
            ("Zoé", "pair aidante", "CSAPA, CAARUD", clauses(["03/02/2026", "04/03/2026"]), "1 h 12", "Lyon", ""),
            ("Éva", "=infirmière & <b>", "", "04/03/2026", "", "", "40")]
        assert [row[0] for row in rows(session, ["pseudonym"], "name")] == ["Éva", "Zoé"]


@pytest.mark.parametrize("wide", [False, True])
def test_in_word_and_in_a_spreadsheet(writer: Writer, tmp_path: Path, wide: bool) -> None:
    with writer.store.reading() as session:
        chosen = columns(session) if wide else USUAL
        assert exports.annex(session, tmp_path / "a.docx", chosen) == 2
        exports.annex(session, tmp_path / "a.xlsx", chosen)
        with pytest.raises(KnownError):
            exports.annex(session, tmp_path / "a.pdf", chosen)
    document = Document(str(tmp_path / "a.docx"))
    assert (document.sections[0].orientation == WD_ORIENT.LANDSCAPE) is wide
    cells = [cell.text for cell in document.tables[0].rows[2].cells]
    assert cells[:2] == ["Éva", "=infirmière & <b>"]
    assert len(cells) == len(chosen)
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=infirmière & <b>", "s")

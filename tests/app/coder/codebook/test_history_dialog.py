# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of the codebook as it is read, sought and taken away."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PyQt6.QtCore import QDate, Qt

from app.acts import codes
from app.coder.codebook.history_dialog import HistoryDialog
from coding.language import set_language
from tests.app.coder.conftest import CODES, Coder
from tests.app.conftest import Dialogs


@pytest.fixture(autouse=True)
def _in_english() -> None:
    set_language("en")


@pytest.fixture
def dialog(coder: Coder) -> HistoryDialog:
    """A code renamed and defined, one made while coding, one made then undone; the window on all that."""
    code_id = coder.id_of(CODES[0])
    codes.edit(coder.desk, code_id, name="Crainte de retomber")
    codes.edit(coder.desk, code_id, definition="La personne redoute une <reprise>.")
    codes.edit(coder.desk, code_id, definition="La personne ou l’équipe redoute une <reprise>.")
    coder.select("Au début")
    coder.write(coder.page.codebook.field, "Commencements")
    coder.key(Qt.Key.Key_Return, on=coder.page.codebook.field)
    codes.add(coder.desk, name="Erreur", parent_id=None)
    coder.desk.undo()
    coder.page.codebook.history_asked.emit()
    found = coder.page.findChild(HistoryDialog)
    assert found is not None
    return found


def column(dialog: HistoryDialog, place: int) -> list[str]:
    tree = dialog.acts.list
    items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    return [item.text(place) for item in items if item is not None]


def test_each_act_says_what_in_which_interview_and_by_whom(dialog: HistoryDialog) -> None:
    assert column(dialog, 1)[:4] == [
        "Create and code “Commencements”", "Edit “Crainte de retomber”", "Edit “Crainte de retomber”",
        "Rename “Crainte de la rechute”"]
    assert column(dialog, 2)[:4] == ["Inès"] * 4
    assert column(dialog, 2)[-1] == ""
    assert all(column(dialog, 3))
    assert "Created" in dialog.acts.detail.toPlainText()
    tree = dialog.acts.list
    tree.setCurrentItem(tree.topLevelItem(1))
    assert "<s" in dialog.acts.detail.toHtml() or "underline" in dialog.acts.detail.toHtml()
    assert "La personne ou l’équipe redoute une <reprise>." in dialog.acts.detail.toPlainText()


def test_the_changes_of_a_code_are_found(dialog: HistoryDialog) -> None:
    dialog.acts.search.setText("rechute")
    assert column(dialog, 1) == ["Rename “Crainte de la rechute”", "Build"]
    dialog.acts.search.setText("nothing such")
    assert column(dialog, 1) == []
    assert dialog.acts.detail.toPlainText() == "No change of such a code."


def test_two_days_are_compared(dialog: HistoryDialog) -> None:
    text = dialog.differences.toPlainText()
    assert "Commencements" in text
    assert "Crainte de retomber" in text  # made today, it is only created: what it was called before is no difference
    assert "rechute" not in text
    assert "Erreur" not in text
    assert dialog.said.text() == "6 codes differ."
    dialog.until.setDate(QDate(2020, 1, 2))
    dialog.since.setDate(QDate(2020, 1, 1))
    assert dialog.found == []
    assert dialog.said.text() == "The codebook is the same."


@pytest.mark.parametrize("tab", [0, 1])
def test_both_pages_are_taken_to_word_and_csv(dialog: HistoryDialog, dialogs: Dialogs, tmp_path: Path,
                                              tab: int) -> None:
    dialog.tabs.setCurrentIndex(tab)
    word, table = dialog.formats()
    dialogs.files = [tmp_path / "h.docx"]
    dialog._exporter.run(word)
    rows = [[cell.text for cell in row.cells] for row in Document(str(tmp_path / "h.docx")).tables[0].rows]
    assert rows[0][-2:] == ["Before", "After"]
    assert any("Commencements" in cell for row in rows for cell in row)
    dialogs.files = [tmp_path / "h.csv"]
    dialog._exporter.run(table)
    with (tmp_path / "h.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert any(row["code"].endswith("Commencements") and row["change"] == "Created" for row in read)
    if tab == 0:
        assert read[0]["interview"] == "Inès"
        assert read[0]["when"].startswith(str(date.today().year))


def test_the_menu_opens_the_history(coder: Coder) -> None:
    coder.page.commands()["coding.history"]()
    assert coder.page.findChild(HistoryDialog) is not None

# SPDX-License-Identifier: GPL-3.0-or-later
"""Which codes the tree shows, and what it says when it shows none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PyQt6.QtCore import QDate, Qt
from PyQt6.QtWidgets import QMenu

from app.acts import codes
from app.coder.codebook.codebook_model import ABOVE, ANSWERS, INTERVIEWS, TOTAL
from app.coder.codebook.since_dialog import SinceDialog
from coding import codebook
from coding.changes import Label
from coding.codebook import Codebook
from coding.language import set_language
from tests.app.coder.codebook.test_codebook_panel import shown
from tests.app.coder.conftest import CODES, Coder


@pytest.fixture(autouse=True)
def _in_english() -> None:
    set_language("en")


def choose(coder: Coder, which: str) -> None:
    coder.page.codebook.pill.pick(which)


def test_words_are_sought_in_the_whole_path(coder: Coder) -> None:
    panel = coder.page.codebook
    panel.field.setText("STATUT cadr")
    assert shown(coder) == ["Statut", "Absence de cadre"]
    index = panel.model.index_of(coder.id_of(CODES[2]))
    assert index.data(ANSWERS)
    assert panel.model.index_of(coder.id_of("Statut")).data(ABOVE)
    assert not index.data(ABOVE)
    coder.select("Au début")
    coder.key(Qt.Key.Key_Return, on=panel.field)
    assert coder.marks[0].codes == (coder.id_of(CODES[2]),)


def test_control_enter_makes_a_code_although_others_answer(coder: Coder) -> None:
    field = coder.page.codebook.field
    coder.page.codebook.show_code(coder.id_of("Statut"))
    coder.write(field, "Cadre")
    coder.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, on=field)
    assert coder.id_of("Statut > Cadre")


def test_the_filter_says_what_enter_would_make(coder: Coder) -> None:
    panel = coder.page.codebook
    panel.field.setText("zut")
    assert not panel.tree.isVisible()
    assert panel.empty.text() == "No code answers “zut”. Enter makes the theme “zut”."
    panel.field.clear()
    panel.show_code(coder.id_of(CODES[2]))
    panel.field.setText("zut")
    assert panel.empty.text() == "No code answers “zut”. Enter makes “Statut > zut”."
    panel.field.setText("Lieu>Salle")
    assert panel.empty.text() == "No code answers “Lieu>Salle”. Enter makes “Lieu > Salle”."
    panel.field.setText("stat > cadre")
    assert shown(coder) == ["Statut", "Absence de cadre"]
    panel.empty.all_asked.emit()
    assert panel.tree.isVisible()
    assert len(shown(coder)) == 5


def test_codes_without_passages_and_codes_of_the_interview(coder: Coder) -> None:
    panel = coder.page.codebook
    choose(coder, "here")
    assert panel.empty.text() == "No code is used in this interview yet."
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    assert shown(coder) == ["Réticences", "Crainte de la rechute"]
    coder.page.header.step(1)
    assert panel.empty.text() == "No code is used in this interview yet."
    coder.page.header.step(-1)
    assert shown(coder) == ["Réticences", "Crainte de la rechute"]
    choose(coder, "unused")
    assert shown(coder) == ["Réticences", "Secret professionnel", "Statut", "Absence de cadre"]
    for words, key in (("poser mes limites", Qt.Key.Key_2), ("une inquiétude", Qt.Key.Key_3)):
        coder.select(words)
        coder.key(key)
    assert panel.empty.text() == "Every code has passages."
    coder.desk.undo()
    assert shown(coder) == ["Statut", "Absence de cadre"]


def test_codes_with_a_key(coder: Coder) -> None:
    panel = coder.page.codebook
    choose(coder, "pinned")
    assert len(shown(coder)) == 5
    for path in CODES:
        panel.pin(coder.desk.codebook.by_id[coder.id_of(path)], None)
    assert "No code has a key yet" in panel.empty.text()


def test_codes_made_lately(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    old = date.today() - timedelta(days=40)

    def age(session: object) -> None:
        for node in list(coder.desk.codebook):
            row = codebook.get(session, node.id)  # type: ignore[arg-type]
            row.created_at = row.created_at.replace(year=old.year, month=old.month, day=old.day)

    coder.desk.do(Label("age"), age)
    panel = coder.page.codebook
    choose(coder, "lately")
    assert panel.empty.text() == "No code was made in the last 7 days."
    coder.desk.do(Label("new"), lambda s: codebook.add(s, name="Neuf", parent_id=coder.id_of("Statut")))
    assert shown(coder) == ["Statut", "Neuf"]
    choose(coder, "since")
    dialog = panel.findChild(SinceDialog)
    assert dialog is not None
    assert panel.pill.current == "lately"  # until a day is given
    dialog.field.setDate(QDate(old.year, old.month, old.day))
    dialog.accept()
    assert len(shown(coder)) == 6
    assert panel.pill.accessibleName() == f"Made since {old.isoformat()}"
    panel.show_since(date.today())
    assert shown(coder) == ["Statut", "Neuf"]


def test_both_counts_are_told_each_passage_once(coder: Coder) -> None:
    model = coder.page.codebook.model
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_2)
    index = model.index_of(coder.id_of("Réticences"))
    assert (index.data(TOTAL), index.data(INTERVIEWS)) == (1, 1)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Réticences: 1 passage in 1 interview"
    pinned = model.index_of(coder.id_of(CODES[2]))
    assert pinned.data(Qt.ItemDataRole.AccessibleTextRole) == "Statut > Absence de cadre: 0 passages · key 3"


def test_a_code_made_while_some_are_left_out_is_seen(coder: Coder) -> None:
    panel = coder.page.codebook
    choose(coder, "pinned")
    coder.write(panel.field, "Nouveau")
    coder.key(Qt.Key.Key_Return, on=panel.field)
    assert "Nouveau" in shown(coder)


def test_no_code_at_all(coder: Coder) -> None:
    for theme in list(coder.desk.codebook.themes):
        codes.remove(coder.desk, theme.id)
    panel = coder.page.codebook
    assert coder.desk.codebook.nodes == Codebook([]).nodes
    assert panel.empty.text().startswith("No code yet.")
    assert not panel.pill.isVisible()
    assert isinstance(panel.menu_for(None), QMenu)

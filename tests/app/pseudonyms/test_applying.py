# SPDX-License-Identifier: GPL-3.0-or-later
"""From decisions to the texts and back, with the table and without, as the windows ask it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction

from app.pseudonyms.apply_dialog import ApplyDialog
from app.pseudonyms.back_dialog import BackDialog
from app.pseudonyms.open_table import OpenTable
from coding.check import check
from coding.pseudonyms import sealed
from coding.pseudonyms.correspondence import Correspondence
from tests.app.conftest import Dialogs
from tests.app.pseudonyms.conftest import Review

PHRASE = "quatre mots pris au hasard"
NAMES = ("Martine", "martine", "Guilbaud", "Karim", "Angers")


def decide_all(review: Review) -> None:
    """Do everything as proposed."""
    review.page.sitting.review.accept([line.key for line in review.page.sitting.review.lines])


def asked(review: Review) -> ApplyDialog:
    """The dialog that says what will happen."""
    review.page.apply.click()
    dialog = review.page.findChildren(ApplyDialog)[-1]
    assert dialog.isVisible()
    return dialog


def undo(review: Review) -> None:
    found = review.window.findChild(QAction, "edit.undo")
    assert found is not None
    found.trigger()


def named(review: Review) -> list[str]:
    """The names that the transcripts still hold."""
    return [name for name in NAMES if any(name in text for text in review.texts())]


def test_without_a_table_only_undo_leads_back(looked: Review) -> None:
    before = looked.texts()
    decide_all(looked)
    dialog = asked(looked)
    assert not dialog.apply.isEnabled()
    dialog.choice.radios["none"].setChecked(True)
    dialog.accept()
    assert named(looked) == []
    assert "[ville 1]" in looked.texts()[0]
    assert check(looked.desk.store).ok
    assert looked.page.applying.outcome.isVisible()
    assert looked.page.sitting.review.lines == ()
    looked.page.applying.outcome.undo.click()
    assert looked.texts() == before
    assert not looked.page.sitting.fresh
    looked.page.sitting.look()
    assert all(decided for _action, _words, decided in looked.state.values())


def test_a_new_table_leads_back(looked: Review, dialogs: Dialogs, tmp_path: Path) -> None:
    before = looked.texts()
    decide_all(looked)
    dialog = asked(looked)
    dialogs.files = [tmp_path / "clé.correspondance"]
    dialog.choice.choose()
    dialog.choice.passphrase.setText(PHRASE)
    assert not dialog.apply.isEnabled()
    dialog.choice.again.setText(PHRASE[:-1] + "s")
    assert not dialog.apply.isEnabled()
    dialog.choice.again.setText(PHRASE)
    dialog.accept()
    assert named(looked) == []
    assert b"Guilbaud" not in dialogs.files[0].read_bytes()
    looked.page.commands()["pseudonyms.back"]()
    back = looked.page.findChild(BackDialog)
    assert back is not None
    assert len(back.chosen) == 4
    back.accept()
    assert looked.texts() == before
    assert check(looked.desk.store).ok


def test_a_table_opened_later_proposes_the_same_pseudonyms(looked: Review, dialogs: Dialogs, tmp_path: Path) -> None:
    decide_all(looked)
    told = looked.state
    dialog = asked(looked)
    dialogs.files = [tmp_path / "clé.correspondance"]
    dialog.choice.choose()
    dialog.choice.passphrase.setText(PHRASE)
    dialog.choice.again.setText(PHRASE)
    dialog.accept()
    undo(looked)
    review = looked.page.sitting.review
    review._applied.clear()
    review.table = None
    review.used = ()
    looked.page.sitting.look()
    looked.page.sitting.review.another([line.key for line in review.lines])
    looked.page.commands()["pseudonyms.table"]()
    opening = looked.page.findChild(OpenTable)
    assert opening is not None
    assert not opening.ok.isEnabled()
    opening.choose()
    opening.passphrase.setText(PHRASE)
    opening.accept()
    assert {name: state[:2] for name, state in looked.state.items()} == {
        name: state[:2] for name, state in told.items()}
    assert not any(state[2] for state in looked.state.values())


def test_another_passphrase_changes_nothing(looked: Review, dialogs: Dialogs, tmp_path: Path) -> None:
    path = tmp_path / "clé.correspondance"
    Correspondence.create(path, PHRASE)
    before = looked.texts()
    decide_all(looked)
    dialog = asked(looked)
    dialogs.files = [path]
    dialog.choice.radios["existing"].setChecked(True)
    dialog.choice.choose()
    dialog.choice.passphrase.setText("une autre phrase que celle-là")
    dialog.accept()
    assert dialogs.said
    assert looked.texts() == before
    assert len(looked.page.sitting.review.decisions()) == 4


def test_the_file_stays_chosen_after_a_wrong_passphrase(looked: Review, dialogs: Dialogs, tmp_path: Path) -> None:
    path = tmp_path / "clé.correspondance"
    Correspondence.create(path, PHRASE)
    dialogs.files = [path]
    looked.page.commands()["pseudonyms.back"]()
    opening = looked.page.findChildren(OpenTable)[-1]
    opening.choose()
    opening.passphrase.setText("une autre phrase que celle-là")
    opening.accept()
    assert dialogs.said
    looked.page.commands()["pseudonyms.back"]()
    again = looked.page.findChildren(OpenTable)[-1]
    assert again is not opening
    assert again.wish.path == path


def test_what_is_kept_needs_no_table_and_is_not_asked_again(looked: Review) -> None:
    looked.pick("Angers")
    looked.key(Qt.Key.Key_Delete)
    dialog = asked(looked)
    assert not dialog.choice.isVisible()
    dialog.accept()
    assert "Angers" in looked.texts()[0]
    assert set(looked.state) == {"Martine Guilbaud", "Karim", "12 mars 2019"}
    assert looked.page.sitting.fresh
    looked.page.applying.outcome.undo.click()
    assert not looked.page.sitting.fresh
    looked.page.sitting.look()
    assert "Angers" in looked.state


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys derived with little memory: a second saved at each opening."""
    monkeypatch.setattr(sealed, "MEMORY_KIB", 64)

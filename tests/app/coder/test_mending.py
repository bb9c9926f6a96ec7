# SPDX-License-Identifier: GPL-3.0-or-later
"""Mending the transcript from the page: one word, a turn, its bounds, its speaker; what one reads stays in place."""

from __future__ import annotations

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QDialog, QLabel

from app.coder.mend_dialog import MendDialog
from app.coder.replace_dialog import ReplaceDialog
from coding.check import check
from tests.app.coder.conftest import CODES, FIRST, Coder

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
F2 = Qt.Key.Key_F2


def text_of(coder: Coder) -> str:
    assert coder.page.reading is not None
    return coder.page.reading.transcript.text


def turns_of(coder: Coder) -> list[tuple[str, str]]:
    assert coder.page.reading is not None
    read = coder.page.reading.transcript
    return [(turn.speaker, read.text[turn.start : turn.end]) for turn in read.turns]


def code(coder: Coder, words: str) -> int:
    """Code some words; the id of the passage."""
    coder.select(words)
    coder.page.giving.give(coder.id_of(CODES[0]))
    chosen = coder.text.chosen
    assert chosen is not None
    coder.text.choose(None)
    return chosen


def caret_in(coder: Coder, words: str) -> None:
    coder.text.set_caret(text_of(coder).index(words))


def opened(coder: Coder) -> MendDialog:
    """The window on the turn at the caret."""
    coder.key(F2)
    dialog = coder.page.mending.dialog
    assert dialog is not None
    return dialog


def test_a_word_is_retyped_in_place_and_its_passages_follow(coder: Coder) -> None:
    code(coder, "que personne ne disait")
    code(coder, "Pendant deux mois")
    coder.select("personn")  # taken as a whole word
    coder.key(F2)
    field = coder.page.mending.field
    assert field.isVisible() and field.field.text() == "personne"
    assert all(label.width() >= label.sizeHint().width() for label in field.findChildren(QLabel))
    field.field.setText("nul, vraiment,")
    coder.key(Qt.Key.Key_Return, on=field.field)
    assert not field.isVisible()
    assert FIRST.replace("personne", "nul, vraiment,") in text_of(coder)
    assert coder.quoted() == ["que nul, vraiment, ne disait", "Pendant deux mois"]
    assert coder.text.hasFocus()
    assert check(coder.desk.store).ok
    coder.desk.undo()
    assert coder.quoted() == ["que personne ne disait", "Pendant deux mois"]


def test_escape_leaves_the_words_as_they_are(coder: Coder) -> None:
    before = text_of(coder)
    coder.select("inquiétude")
    coder.key(F2)
    field = coder.page.mending.field
    coder.write(field.field, "crainte")
    coder.key(Qt.Key.Key_Escape, on=field.field)
    assert not field.isVisible() and coder.text.hasFocus()
    assert text_of(coder) == before


def test_words_that_cannot_go_are_said_and_nothing_is_done(coder: Coder) -> None:
    told: list[str] = []
    coder.page.mending.told.connect(told.append)
    code(coder, "inquiétude")
    before = text_of(coder)
    coder.select("inquiétude")
    coder.key(F2)
    coder.page.mending.field.field.setText("")
    coder.key(Qt.Key.Key_Return, on=coder.page.mending.field.field)
    assert len(told) == 1 and "inquiétude" in told[0]
    assert text_of(coder) == before


def test_a_turn_is_corrected_with_its_passages_in_sight(coder: Coder) -> None:
    code(coder, "une inquiétude que personne ne disait")
    kept = code(coder, "poser mes limites.")
    caret_in(coder, "préféré")
    coder.text.choose(kept)
    dialog = opened(coder)
    assert dialog.windowTitle().endswith("2")
    assert dialog.editor.toPlainText() == FIRST
    assert dialog.save is not None and not dialog.save.isEnabled()
    dialog.editor.setPlainText(FIRST.replace("une inquiétude", "l’inquiétude").replace("Au début", "Tout au début"))
    rows = [dialog.passages.topLevelItem(n) for n in range(dialog.passages.topLevelItemCount())]
    assert next(row.text(1) for row in rows if row) == "l’inquiétude que personne ne disait"
    assert dialog.save.isEnabled()
    coder.qtbot.waitUntil(dialog.isActiveWindow)
    coder.key(Qt.Key.Key_Return, CTRL, on=dialog.editor)
    assert coder.quoted() == ["l’inquiétude que personne ne disait", "poser mes limites."]
    assert "Inès : Tout au début 😀 il y avait l’inquiétude" in text_of(coder)
    assert coder.text.chosen == kept
    assert check(coder.desk.store).ok


def test_a_turn_that_would_lose_a_passage_is_not_corrected(coder: Coder) -> None:
    code(coder, "poser mes limites.")
    before = text_of(coder)
    caret_in(coder, "préféré")
    dialog = opened(coder)
    dialog.editor.setPlainText("Au début 😀 il y avait une inquiétude.")
    assert dialog.save is not None and not dialog.save.isEnabled()
    assert dialog.told.property("role") == "bad"
    dialog.accept()
    assert text_of(coder) == before
    dialog.reject()


def test_a_speaker_is_changed_in_one_turn_or_in_all(coder: Coder) -> None:
    before = text_of(coder)
    caret_in(coder, "préféré")
    dialog = opened(coder)
    dialog.speaker.setCurrentText("Maëlys")
    dialog.accept()
    assert [name for name, _words in turns_of(coder)] == ["Q", "Maëlys", "Q", "Inès"]
    caret_in(coder, "Oui ?")
    dialog = opened(coder)
    assert not dialog.all.isEnabled()
    dialog.speaker.setCurrentText("Inès")
    assert dialog.all.isEnabled()
    dialog.all.setChecked(True)
    dialog.accept()
    assert [name for name, _words in turns_of(coder)] == ["Inès", "Maëlys", "Inès", "Inès"]
    assert text_of(coder) == before
    coder.desk.undo()
    coder.desk.undo()
    assert [name for name, _words in turns_of(coder)] == ["Q", "Inès", "Q", "Inès"]


def test_a_turn_is_split_at_the_caret_and_joined_again(coder: Coder) -> None:
    before, passage = text_of(coder), code(coder, "disait. J’ai préféré")
    caret_in(coder, "J’ai")
    coder.key(F2, SHIFT)
    assert [words[:7] for _name, words in turns_of(coder)] == ["Et dans", "Au débu", "J’ai pr", "Oui ?", "Pendant"]
    assert text_of(coder) == before
    caret_in(coder, "une inquiétude")
    coder.key(F2, CTRL)
    assert turns_of(coder)[1] == ("Inès", FIRST)
    caret_in(coder, "une inquiétude")
    coder.key(F2, CTRL)
    assert turns_of(coder)[1] == ("Inès", FIRST + "\nOui ?")
    assert coder.text.reading is not None and coder.text.reading.index.get(passage) is not None
    assert coder.quoted() == ["disait. J’ai préféré"]
    assert check(coder.desk.store).ok
    coder.desk.undo()
    assert text_of(coder) == before


def test_what_is_read_stays_at_its_height(coder: Coder) -> None:
    coder.page.resize(900, 260)
    words = "\n".join(f"Une phrase numéro {n} qui remplit sa ligne." for n in range(60))
    caret_in(coder, "Pendant")
    dialog = opened(coder)
    dialog.editor.setPlainText(f"Pendant deux mois.\n{words}\nIl n’y avait pas de case.")
    dialog.accept()
    at = text_of(coder).index("numéro 40")
    coder.text.show_offset(at)
    coder.text.set_caret(at)
    assert coder.text.sight is not None
    height = coder.text.sight.line_at(at)[0]
    coder.page.mending._retype(text_of(coder).index("début"), text_of(coder).index("début") + 5, "tout début de cela")
    assert coder.text.sight is not None
    after = text_of(coder).index("numéro 40")
    assert after == at + len("tout début de cela") - 5
    coder.text.show_offset(after, only_if_hidden=True)
    assert coder.text.sight.line_at(after)[0] == pytest.approx(height, abs=2)


def test_a_word_is_replaced_everywhere_but_where_it_is_unticked(coder: Coder) -> None:
    code(coder, "inquiétude que")
    coder.select("pas")
    coder.key(F2, CTRL | SHIFT)
    dialog = coder.page.mending.everywhere
    assert isinstance(dialog, ReplaceDialog)
    assert (dialog.sought.text(), dialog.list.count()) == ("pas", 1)
    dialog.scope.setCurrentIndex(1)
    assert dialog.list.count() == 2
    dialog.sought.setText("que")
    dialog.seek()
    assert dialog.list.count() == 1  # a whole word
    dialog.sought.setText("pas")
    dialog.seek()
    assert dialog.replace is not None and not dialog.replace.isEnabled()
    dialog.put.setText("point")
    first = dialog.list.item(0)
    assert first is not None
    first.setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert "pas de case" in text_of(coder)
    coder.page.header.step(1)
    assert "Je ne sais point." in text_of(coder)
    assert check(coder.desk.store).ok

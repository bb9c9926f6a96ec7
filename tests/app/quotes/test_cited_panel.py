# SPDX-License-Identifier: GPL-3.0-or-later
"""The quote as cited: written beside its source, checked, recorded, undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QTextCursor
from PyQt6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app import parts
from app.acts import citations as acts
from app.desk import Desk
from app.name_dialog import NameDialog
from app.quotes.cited_panel import CitedPanel
from coding import citations, quotes
from coding.changes import Label
from coding.citations import Cited
from coding.quotes import Quote


def _quotes(desk: Desk) -> list[Quote]:
    return desk.read_now(lambda session: quotes.find(session, order="interview"))


def _cited(desk: Desk, quote: Quote) -> Cited:
    return desk.read_now(lambda session: citations.read(session, quote.passage_id))


@pytest.fixture
def quote(desk: Desk) -> Quote:
    return _quotes(desk)[0]


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, quote: Quote) -> Iterator[CitedPanel]:
    made = CitedPanel(desk)
    qtbot.addWidget(made)
    made.resize(400, 640)
    made.show()
    made.show_quote(quote)
    yield made
    made.hide()


def _pick(editor: QPlainTextEdit, words: str) -> None:
    start = editor.toPlainText().index(words)
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def test_it_begins_with_the_words_of_the_transcript(panel: CitedPanel, quote: Quote, desk: Desk) -> None:
    assert panel.source.toPlainText() == panel.text.written() == quote.plain
    assert panel.check.faults == ()
    assert parts.written(panel.preview) == quote.line("fr")
    assert not panel.cut_button.isEnabled() and not panel.restore_button.isEnabled()
    panel.settle()
    assert _cited(desk, quote) == Cited()


def test_words_selected_in_the_source_are_cut_by_one_key(panel: CitedPanel, quote: Quote, desk: Desk,
                                                         qtbot: QtBot) -> None:
    word = quote.plain.split()[1]
    _pick(panel.source, word)
    assert panel.cut_button.isEnabled()
    qtbot.keyClick(panel.source, Qt.Key.Key_Delete)
    cut = quote.plain.replace(word, "[…]", 1)
    assert panel.text.written() == cut == _cited(desk, quote).text
    assert [quote.plain[start:end] for start, end in panel.source.struck()] == [word.strip(".,")]
    assert "[…]" in parts.written(panel.preview)
    assert _quotes(desk)[0].printed == cut
    desk.undo()
    assert panel.text.written() == quote.plain and _cited(desk, quote) == Cited()
    assert panel.source.struck() == ()


def test_words_selected_in_the_text_are_cut_by_the_shortcut(panel: CitedPanel, quote: Quote, desk: Desk,
                                                            qtbot: QtBot) -> None:
    last = quote.plain.split()[-1].rstrip(".")
    _pick(panel.text, last)
    panel.activateWindow()
    panel.text.setFocus()
    qtbot.waitUntil(panel.text.hasFocus)
    qtbot.keyClick(panel.text, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert _cited(desk, quote).text == quote.plain.replace(last, "[…]")


def test_a_precision_is_put_in_brackets_after_the_word_chosen(panel: CitedPanel, quote: Quote, desk: Desk) -> None:
    word = quote.plain.split()[0]
    _pick(panel.source, word)
    panel.add_button.click()
    asked = panel.findChild(NameDialog)
    assert asked is not None
    asked.field.setText("les soignants")
    asked.accept()
    assert _cited(desk, quote).text == quote.plain.replace(word, f"{word} [les soignants]", 1)
    assert panel.check.faults == ()


def test_a_word_of_ones_own_is_a_fault_kept_as_a_draft_and_never_printed(panel: CitedPanel, quote: Quote, desk: Desk,
                                                                         qtbot: QtBot) -> None:
    panel.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(panel.text, "inconnu ")
    panel.text.keep()
    panel._look()
    (fault,) = panel.check.faults
    assert (fault.what, fault.words) == ("not_in_source", "inconnu")
    assert _cited(desk, quote).text.startswith("inconnu ")
    assert _quotes(desk)[0].printed == quote.plain
    assert parts.written(panel.preview) == quote.line("fr")
    panel.check.go.click()
    assert panel.text.textCursor().selectedText() == "inconnu"
    panel.restore_button.click()
    assert _cited(desk, quote) == Cited() and panel.check.faults == ()


def test_a_space_typed_before_a_pause_stays(panel: CitedPanel, quote: Quote, qtbot: QtBot) -> None:
    panel.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.text, " [dit-il] ")
    panel.text.keep()
    assert panel.text.written() == f"{quote.plain} [dit-il] "
    assert panel.text.textCursor().atEnd()


def test_speech_is_cleaned_up(panel: CitedPanel, desk: Desk, quote: Quote) -> None:
    assert not panel.tidy_button.isEnabled()
    desk.do(Label("x"), lambda s: citations.write(s, quote.passage_id, text=f"euh, {quote.plain}"))
    assert panel.tidy_button.isEnabled()
    panel.tidy_button.click()
    assert _cited(desk, quote) == Cited()


def test_another_quote_is_shown_once_what_is_written_is_recorded(panel: CitedPanel, quote: Quote, desk: Desk,
                                                                 qtbot: QtBot) -> None:
    other = _quotes(desk)[1]
    panel.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.text, " [sic]")
    panel.cited_in.setText("Chapitre 2; Conclusion")
    panel.show_quote(other)
    assert _cited(desk, quote) == Cited(f"{quote.plain} [sic]", False, ("Chapitre 2", "Conclusion"))
    assert panel.text.written() == other.plain and panel.cited_in.text() == ""
    completer = panel.cited_in.completer()
    model = completer.model() if completer else None
    assert model is not None and [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Chapitre 2", "Conclusion"]
    panel.show_quote(None)
    assert panel.source.isHidden() or not panel.source.isVisible()


def test_a_quote_withheld_says_so(panel: CitedPanel, quote: Quote, desk: Desk) -> None:
    panel.withheld.click()
    assert _cited(desk, quote).is_withheld and _quotes(desk)[0].withheld
    assert panel.note.isVisible()
    desk.undo()
    assert not panel.withheld.isChecked() and not panel.note.isVisible()


def test_a_project_open_read_only_is_read(qtbot: QtBot, desk: Desk, quote: Quote, monkeypatch: pytest.MonkeyPatch
                                          ) -> None:
    monkeypatch.setattr(Desk, "read_only", property(lambda _desk: True))
    made = CitedPanel(desk)
    qtbot.addWidget(made)
    made.show_quote(quote)
    _pick(made.source, quote.plain.split()[1])
    assert made.text.isReadOnly() and made.cited_in.isReadOnly() and not made.withheld.isEnabled()
    assert not any(button.isEnabled() for button in (made.cut_button, made.add_button, made.tidy_button,
                                                     made.restore_button))
    made.cut()
    assert made.text.written() == quote.plain


def test_an_interview_withheld_is_said_beside_its_quotes(panel: CitedPanel, quote: Quote, desk: Desk) -> None:
    acts.withhold_interviews(desk, interview_ids=[quote.interview_id], withheld=True)
    assert panel.note.isVisible() and not panel.withheld.isChecked()
    assert _quotes(desk)[0].withheld
    desk.undo()
    assert not panel.note.isVisible()

# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QCursor, QKeyEvent, QKeySequence
from PyQt6.QtWidgets import QApplication, QDialog, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import parts
from app.message_box import MessageBox
from app.report_dialog import ReportDialog
from app.widgets.kept_text import KeptText
from app.widgets.pill import Choice, Pill
from coding.metadata.report import Report

WRITTEN = "« Même pas peur » :\n« on verra », 1 200 mots 😀"
SPACED = WRITTEN.replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" :", "\u00a0:").replace("1 2", "1\u202f2")


def test_what_is_written_keeps_its_spaces(qtbot: QtBot) -> None:
    editor = QPlainTextEdit(SPACED)
    qtbot.addWidget(editor)
    assert parts.written(editor) == SPACED
    assert editor.toPlainText() != SPACED  # the trap


def test_showing_a_memo_is_not_changing_it(qtbot: QtBot) -> None:
    kept = KeptText("Synthèse", "")
    qtbot.addWidget(kept)
    kept.show_text(SPACED)
    assert not kept.pending
    with qtbot.assertNotEmitted(kept.kept):
        kept.keep()


def test_what_is_being_written_is_never_replaced(qtbot: QtBot) -> None:
    kept = KeptText("Mémo", "")
    qtbot.addWidget(kept)
    kept.show_text("Premier")
    kept.setPlainText("Premier, puis")
    kept.show_text("Autre chose")  # recorded meanwhile
    assert kept.toPlainText() == "Premier, puis"
    with qtbot.waitSignal(kept.kept) as said:
        kept.keep()
    assert said.args == ["Premier, puis"]


def test_undo_is_the_project_s_until_something_is_typed(qtbot: QtBot) -> None:
    kept = KeptText("Mémo", "")
    qtbot.addWidget(kept)
    kept.show_text("Premier")

    def takes(key: QKeySequence.StandardKey) -> bool:
        pressed = QKeySequence(key)[0]
        event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
        event.ignore()
        QApplication.sendEvent(kept, event)
        return event.isAccepted()

    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    assert (takes(undo), takes(redo)) == (False, False)
    qtbot.keyClicks(kept, "puis ")
    assert takes(undo)
    kept.undo()  # and no further: what was done before it was typed stays
    assert takes(undo)


def test_a_long_text_is_elided_and_told_whole_by_its_tip(qtbot: QtBot) -> None:
    label = parts.Elided("Une association d’entraide par les pairs en addictologie")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert "…" in label.text()
    assert label.toolTip().startswith("Une association")
    label.resize(30, 20)
    assert (label.text(), bool(label.toolTip())) == ("", True)
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    box = MessageBox("Supprimer ?", "", "", ("Supprimer", "Annuler"), warning=False)
    qtbot.addWidget(box)
    cancel = next(made for made in box.findChildren(parts.Button) if made.text() == "Annuler")
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert box.answer == 1


def test_enter_closes_a_report(qtbot: QtBot) -> None:
    report = ReportDialog(Path("codings.csv"), Report())
    qtbot.addWidget(report)
    report.open()
    with qtbot.waitSignal(report.finished):
        qtbot.keyClick(report, Qt.Key.Key_Return)


def test_a_dialog_is_as_tall_as_what_it_shows(qtbot: QtBot) -> None:
    dialog, inside = QDialog(), QWidget()
    qtbot.addWidget(dialog)
    dialog.setFixedWidth(300)
    QVBoxLayout(dialog).addWidget(inside)
    first, second = parts.label(WRITTEN * 9, wrap=True), parts.label(WRITTEN * 9, wrap=True)
    column = QVBoxLayout(inside)
    column.addWidget(first)
    column.addWidget(second)
    dialog.show()
    parts.fit_height(dialog)
    both = dialog.height()
    second.hide()
    parts.fit_height(dialog)
    assert both - dialog.height() >= second.heightForWidth(second.width())


def test_a_button_is_lit_no_more_once_its_menu_has_closed_and_the_pointer_is_elsewhere(qtbot: QtBot) -> None:
    pill = Pill("{choice}")
    pill.offer([Choice(1, "Un")], 1)
    plain = parts.button("Exporter", menu=QMenu())
    for button in (pill, plain):
        qtbot.addWidget(button)
        button.show()
        menu = button.menu()
        assert menu is not None
        for place, lit in ((button.rect().center(), True), (button.rect().bottomRight() * 4, False)):
            QCursor.setPos(button.mapToGlobal(place))
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
            menu.aboutToHide.emit()
            assert button.underMouse() is lit

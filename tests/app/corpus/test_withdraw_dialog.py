# SPDX-License-Identifier: GPL-3.0-or-later
"""A participant withdraws: seen, confirmed by their name, erased, and every view follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QAction, QGuiApplication
from PyQt6.QtWidgets import QLabel, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from app.corpus.exports_dialog import ExportsDialog
from app.corpus.withdraw_dialog import WithdrawDialog
from app.desk import Desk
from app.exchange import EXPORTS
from app.window import MainWindow
from coding import exports_log, project, withdrawing
from coding.check import check
from coding.consent.traces import WRITTEN
from coding.fold import words
from coding.interviews import interviews, text
from models.errors import KnownError
from models.interview import Interview
from tests.app.conftest import Dialogs
from tests.coding.test_withdrawing import traces


def asked(window: MainWindow, key: str) -> None:
    found = window.findChild(QAction, key)
    assert found is not None and found.isEnabled()
    found.trigger()


def the_desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def dialog_of(window: MainWindow, name: str) -> WithdrawDialog:
    """The dialog, opened from the menu, on the participant of that name."""
    asked(window, "corpus.withdraw")
    dialog = window.findChildren(WithdrawDialog)[-1]
    dialog.who.setCurrentText(name)
    return dialog


def said(dialog: WithdrawDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def titles(desk: Desk) -> list[str]:
    return [row.title for row in desk.read_now(interviews)]


def typed_and_pressed(qtbot: QtBot, dialog: WithdrawDialog, name: str) -> None:
    qtbot.keyClicks(dialog.typed, name)
    qtbot.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)


def test_nothing_is_erased_before_the_name_is_typed(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(opened, "Nora")
    assert "Nora" in said(dialog) and not dialog.erase.isEnabled()
    qtbot.keyClicks(dialog.typed, "Norah")
    assert not dialog.erase.isEnabled()
    dialog.reject()
    assert "Nora" in titles(the_desk(opened))


def test_tab_meets_what_is_read_then_what_confirms(opened: MainWindow) -> None:
    dialog = dialog_of(opened, "Malo")
    met: list[QWidget] = [dialog.who]
    while met[-1] is not dialog.close_button:
        following = met[-1].nextInFocusChain()
        assert following is not None and following is not dialog.who
        met.append(following)
    stops = [each for each in met if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(dialog)]
    tables = [each for each in stops if isinstance(each, QTreeWidget)]
    assert len(tables) == 2 and all(each.currentItem() is not None for each in tables)
    assert stops[-2] is dialog.typed
    dialog.reject()


def test_withdrawing_leaves_no_trace_and_every_view_follows(opened: MainWindow, qtbot: QtBot, sample_path: Path,
                                                            built_sample: Path, tmp_path: Path) -> None:
    desk = the_desk(opened)
    nora = next(row for row in desk.read_now(interviews) if row.title == "Nora")
    desk.log_export("quotes", tmp_path / "Nora" / "q.docx")
    desk.place_asked.emit(nora.id, 0, 0)
    coder = opened.pages.page if opened.pages else None
    assert coder is not None and coder.reading.transcript.interview_id == nora.id  # type: ignore[attr-defined]
    dialog = dialog_of(opened, "Nora")
    typed_and_pressed(qtbot, dialog, "Nora")
    left = dialog.exports.table.topLevelItem(0)
    assert left is not None and left.text(2).endswith("q.docx")
    dialog.exports.copy()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None and "q.docx" in clipboard.text()
    dialog.reject()
    assert "Nora" not in titles(desk)
    assert coder.reading is None or coder.reading.transcript.interview_id != nora.id  # type: ignore[attr-defined]
    assert not [key for key in (desk.writer.undo_label, desk.writer.redo_label) if key]
    undo = opened.findChild(QAction, "edit.undo")
    assert undo is not None and not undo.isEnabled()
    for page in ("quotes", "transversal", "saturation", "memos", "coder", "corpus"):
        opened.show_page(page)
    assert check(desk.store).problems == ()
    secret = words_of("Nora", built_sample)
    assert len(secret) > 10 and traces(built_sample.parent, secret[:1])
    assert traces(sample_path.parent / "exemple.sauvegardes", secret) == []
    assert [found for found in traces(tmp_path, secret) if found[0].startswith("exemple")] == []


def words_of(title: str, path: Path) -> list[str]:
    """Long words, folded, that stand in the interview of that title and in no other, nor in what the researcher
    wrote."""
    with project.open_reader(path) as store, store.reading() as session:
        texts = {row.title: words(text(session, row.id)) for row in session.query(Interview)}
        written = [words(getattr(row, column)) for model, _kind, columns in WRITTEN for row in session.query(model)
                   for column in columns if column != "example"]
    mine = {word for word in texts.pop(title) if len(word) > 9}
    return sorted(mine.difference(*texts.values(), *written))


def test_a_shared_interview_stays_open_without_their_words(opened: MainWindow, qtbot: QtBot) -> None:
    desk = the_desk(opened)
    shared = next(row for row in desk.read_now(interviews) if row.title == "Agnès et Malo")
    desk.place_asked.emit(shared.id, 0, 0)
    dialog = dialog_of(opened, "Malo")
    assert "Agnès" in said(dialog)
    lists = [tree for tree in dialog.findChildren(QTreeWidget) if tree.topLevelItemCount()]
    assert lists and all(tree.accessibleName() for tree in lists)
    typed_and_pressed(qtbot, dialog, "Malo")
    dialog.reject()
    coder = opened.pages.page if opened.pages else None
    opened.show_page("coder")
    coder = opened.pages.page if opened.pages else None
    shown = coder.reading.transcript.text  # type: ignore[union-attr]
    assert "[…]" in shown and "Malo" not in shown
    assert check(desk.store).problems == ()


def test_who_is_not_known_is_asked_for(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise KnownError("Say who speaks as “{label}”.", label="H2")

    monkeypatch.setattr(withdrawing, "preview", refuse)
    dialog = dialog_of(opened, "Nora")
    assert "H2" in said(dialog) and not dialog.typed.isVisibleTo(dialog) and not dialog.erase.isEnabled()


def test_lines_to_look_at_lead_there(opened: MainWindow) -> None:
    dialog = dialog_of(opened, "Nora")
    table = next(tree for tree in dialog.findChildren(QTreeWidget) if tree.topLevelItem(0) is not None)
    table.itemActivated.emit(table.topLevelItem(0), 0)
    assert opened.pages is not None and opened.pages.key == "memos"
    assert not dialog.isVisible()


def test_what_left_the_project(opened: MainWindow, tmp_path: Path, dialogs: Dialogs) -> None:
    asked(opened, "corpus.exports")
    dialog = opened.findChildren(ExportsDialog)[-1]
    assert dialog.empty.isVisible() and not dialog.list.copied.isEnabled()
    dialog.close()
    desk = the_desk(opened)
    (tmp_path / "here.docx").write_text("x")
    desk.log_export("quotes", tmp_path / "here.docx")
    desk.log_export("memos", tmp_path / "gone" / "memos.docx")
    asked(opened, "corpus.exports")
    dialog = opened.findChildren(ExportsDialog)[-1]
    there = {Path(item.text(2)).name: item.text(3) for n in range(2)
             if (item := dialog.list.table.topLevelItem(n)) is not None}
    assert set(there) == {"here.docx", "memos.docx"} and there["here.docx"] != there["memos.docx"]
    dialogs.files = [tmp_path / "list.csv"]
    dialog.list.save()
    assert "here.docx" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")


def test_every_export_of_the_menus_has_a_name_in_the_log() -> None:
    assert {what for what, *_rest in EXPORTS.values()} <= set(exports_log.KINDS)


def test_exports_of_the_window_are_logged(opened: MainWindow, tmp_path: Path, dialogs: Dialogs) -> None:
    dialogs.files = [tmp_path / "grille.csv"]
    asked(opened, "coding.codebook_out")
    assert [(one.what, one.path.name) for one in exports_log.read(the_desk(opened).store)] == [
        ("codebook", "grille.csv")]

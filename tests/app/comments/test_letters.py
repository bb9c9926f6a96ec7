# SPDX-License-Identifier: GPL-3.0-or-later
"""A coded interview goes to Word from the menu; what a supervisor wrote in it comes home."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.coder.workspace import CoderWorkspace
from app.comments.arriving_dialog import ArrivingDialog
from app.comments.sending_dialog import SendingDialog
from app.window import MainWindow
from coding import elsewhere, exports_log
from coding.comments import word_file
from models.interview import Interview
from models.memo import Memo
from models.passage import Coding
from tests.app.conftest import Dialogs
from tests.coding.comments.letters import WHO, Supervisor


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs in a process of its own runs in this one."""
    def run(work, *args, told=None, cancelled=None):  # type: ignore[no-untyped-def]
        return work(*args, told=told) if told is not None else work(*args)

    monkeypatch.setattr(elsewhere, "run", run)


def shown(kind: type[QDialog]) -> QDialog:
    """The dialog of that kind that is open."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def ask(window: MainWindow, key: str) -> None:
    window._actions[key].trigger()


@pytest.fixture
def sent(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> Path:
    """The interview being read, in Word."""
    path = tmp_path / "envoi.docx"
    dialogs.files = [path]
    opened.show_page("coder")
    ask(opened, "coding.transcript_out")
    dialog = shown(SendingDialog)
    assert isinstance(dialog, SendingDialog)
    dialog.export.click()
    assert path.name in dialog.exporter.outcome.text
    dialog.reject()
    return path


def take_in(window: MainWindow, path: Path, dialogs: Dialogs) -> None:
    dialogs.files = [path]
    ask(window, "coding.comments_in")


def test_the_interview_leaves_with_its_codes_and_is_logged(opened: MainWindow, sent: Path) -> None:
    letter = word_file.read(sent)
    assert opened.desk is not None
    assert letter.comments
    assert [one.what for one in exports_log.read(opened.desk.store)] == ["transcript"]


def test_only_the_themes_ticked_go(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path / "seul.docx"]
    opened.show_page("coder")
    ask(opened, "coding.transcript_out")
    dialog = shown(SendingDialog)
    assert isinstance(dialog, SendingDialog)
    dialog.none.click()
    assert not dialog.export.isEnabled()
    item = dialog.themes.item(0)
    assert item is not None
    item.setCheckState(Qt.CheckState.Checked)
    dialog.memos.setChecked(False)
    dialog.export.click()
    said = [one.text for one in word_file.read(dialogs.files[0]).comments]
    assert said
    assert all(text.startswith(item.text()) for text in said)


def test_several_go_to_a_folder(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path]
    opened.show_page("corpus")
    ask(opened, "corpus.transcripts_out")
    dialog = shown(SendingDialog)
    assert isinstance(dialog, SendingDialog)
    dialog.export.click()
    folder = next(one for one in tmp_path.iterdir() if one.is_dir())
    assert opened.desk is not None
    assert len(list(folder.glob("*.docx"))) == len(opened.desk.read_now(_titles))


def test_comments_come_home_as_decided_in_one_act(
    qtbot: QtBot, opened: MainWindow, dialogs: Dialogs, sent: Path
) -> None:
    desk = opened.desk
    assert desk is not None
    supervisor = Supervisor(sent)
    words = [paragraph.text.partition(": ")[2] for paragraph in supervisor.document.paragraphs]
    long = [text for text in words if len(text) > 80][:3]
    supervisor.comment(long[0][:40].rsplit(" ", 1)[0], "À reprendre.")
    supervisor.comment(long[1][:40].rsplit(" ", 1)[0], "Un code à trouver")
    supervisor.comment(long[2][:40].rsplit(" ", 1)[0], "Rien d’utile.")
    take_in(opened, supervisor.save(), dialogs)
    dialog = shown(ArrivingDialog)
    assert isinstance(dialog, ArrivingDialog)
    assert dialog.list.acts == ["memo", "memo", "memo"]
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    dialog.panel.buttons["both"].click()
    assert not dialog.take.isEnabled()
    code = desk.codebook.nodes[1].id
    dialog.panel.code.show_code(code)
    assert dialog.take.isEnabled()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(2))
    dialog.panel.buttons["ignore"].click()
    before = desk.read_now(_counts)
    dialog.take.click()
    assert desk.read_now(_counts) == ((before[0] or 0) + 2, (before[1] or 0) + 1)
    assert desk.read_now(lambda s: set(s.scalars(select(Memo.author).where(Memo.author != "")))) == {WHO}
    assert len(dialogs.said) == 1
    _the_panel_shows_it(opened)
    desk.undo()
    assert desk.read_now(_counts) == before


def _the_panel_shows_it(window: MainWindow) -> None:
    assert window.desk is not None
    assert window.pages is not None
    coder = window.pages.page
    assert isinstance(coder, CoderWorkspace)
    key = window.desk.read_now(lambda s: s.scalar(select(Memo.passage_id).where(Memo.text == "À reprendre.")))
    coder.page.choose(key, show=True)
    assert [(one.text, WHO in one.by) for one in coder.passage.received.shown] == [("À reprendre.", True)]
    assert coder.passage.memo.written() == ""


def test_the_same_file_again_is_said_to_bring_nothing(opened: MainWindow, dialogs: Dialogs, sent: Path) -> None:
    take_in(opened, sent, dialogs)
    assert len(dialogs.said) == 1
    assert sent.name in dialogs.said[0].text


def test_which_interview_is_asked_when_nothing_tells(
    qtbot: QtBot, opened: MainWindow, dialogs: Dialogs, sent: Path, tmp_path: Path
) -> None:
    from docx import Document

    path = tmp_path / "inconnu.docx"
    document = Document()
    document.add_comment(document.add_paragraph("Rien de connu ici.").runs, "Une idée.", author=WHO, initials="PM")
    document.save(str(path))
    take_in(opened, path, dialogs)
    dialog = shown(ArrivingDialog)
    assert isinstance(dialog, ArrivingDialog)
    assert dialog.arrivals is None
    assert not dialog.take.isEnabled()
    dialog.interview.setCurrentIndex(0)
    assert dialog.arrivals is not None
    assert dialog.arrivals.doubtful
    assert [one.place for one in dialog.arrivals.new] == [None]
    dialog.take.click()
    assert opened.desk is not None
    memos = opened.desk.read_now(lambda s: s.scalar(select(func.count()).select_from(Memo).where(
        Memo.author == WHO, Memo.interview_id == dialog.interview.itemData(0))))
    assert memos == 1


def _counts(session: Session) -> tuple[int | None, int | None]:
    return (session.scalar(select(func.count()).select_from(Memo)),
            session.scalar(select(func.count()).select_from(Coding)))


def _titles(session: Session) -> list[str]:
    return list(session.scalars(select(Interview.title)))

# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QMimeData, QPointF, Qt, QUrl
from PyQt6.QtGui import QAction, QDropEvent, QKeySequence
from PyQt6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app import menus, theme
from app.acts import codes
from app.report_dialog import ReportDialog
from app.settings import Settings
from app.welcome import RecentRow
from app.window import MainWindow
from app.workspaces.base import WORKSPACES
from coding import corpus, groups
from coding import project as projects
from coding.changes import Label
from coding.interviews import interviews as listed
from models.errors import KnownError
from tests.app.conftest import Dialogs


def action(window: MainWindow, key: str) -> QAction:
    return window._actions[key]


def test_without_a_project_there_is_the_welcome_page(window: MainWindow) -> None:
    assert window.windowTitle() == "Fil rouge"
    assert action(window, "project.new").isEnabled()
    assert not action(window, "corpus.import").isEnabled()
    assert not action(window, "edit.undo").isEnabled()


def test_a_new_project_opens_on_its_empty_corpus(window: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path / "Ma recherche.filrouge"]
    action(window, "project.new").trigger()
    assert window.windowTitle() == "Fil rouge — Ma recherche.filrouge"
    assert window.pages is not None
    assert window.pages.key == "corpus"
    assert (tmp_path / "Ma recherche.sauvegardes").is_dir()


@pytest.mark.parametrize("key", [entry.key for entry in WORKSPACES])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_each_workspace_opens(opened: MainWindow, key: str, choice: theme.Choice) -> None:
    theme.use(choice)
    opened.show_page(key)
    assert opened.pages is not None
    assert opened.pages.key == key
    assert not opened.grab().isNull()
    assert opened.settings.place(projects_path(opened))["workspace"] == key


def projects_path(window: MainWindow) -> Path:
    assert window.desk is not None
    return window.desk.store.path


def test_the_last_workspace_comes_back(opened: MainWindow) -> None:
    path = projects_path(opened)
    opened.show_page("search")
    opened.close_project()
    assert opened.desk is None
    opened.open(path)
    assert opened.pages is not None
    assert opened.pages.key == "search"


def test_undo_and_redo_name_the_act(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.desk is not None
    assert not action(opened, "edit.undo").isEnabled()
    codes.add(opened.desk, name="Fatigue", parent_id=None)
    assert action(opened, "edit.undo").text() == "&Annuler\u00a0: créer «\u00a0Fatigue\u00a0»"
    action(opened, "edit.undo").trigger()
    assert not action(opened, "edit.undo").isEnabled()
    assert "Fatigue" in action(opened, "edit.redo").text()
    action(opened, "edit.redo").trigger()
    assert any(node.name == "Fatigue" for node in opened.desk.codebook)


def test_a_second_window_reads_only_and_says_so(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    from app.translator import Translator

    second = MainWindow(Settings(tmp_path / "second.ini"), Translator(), inline=True)
    qtbot.addWidget(second)
    second.open(projects_path(opened))
    assert second.desk is not None
    assert second.desk.read_only
    assert second._locked.text
    assert not action(second, "corpus.import").isEnabled()
    assert action(second, "corpus.interviews_out").isEnabled()
    second.close()


def test_what_is_not_a_project_is_refused_with_a_sentence(
    window: MainWindow, dialogs: Dialogs, tmp_path: Path
) -> None:
    (tmp_path / "notes.filrouge").write_text("rien", "utf-8")
    window.open(tmp_path / "notes.filrouge")
    assert window.desk is None
    assert [message.face for message in dialogs.said] == ["warning"]


def test_a_known_error_is_a_line_above_the_page_until_the_next_act(opened: MainWindow) -> None:
    assert opened.desk is not None
    codes.add(opened.desk, name="Réticences", parent_id=None)
    assert "Réticences" in opened.notice.text
    codes.add(opened.desk, name="Autre chose", parent_id=None)
    assert opened.notice.text == ""


def test_recent_projects_open_and_are_forgotten(window: MainWindow, sample_path: Path) -> None:
    window.settings.remember_project(sample_path.with_name("partie.filrouge"))
    window.settings.remember_project(sample_path)
    window._welcome.refresh()
    there, gone = window._welcome.findChildren(RecentRow)
    assert there.findChildren(QPushButton)[0].isEnabled()
    assert not gone.findChildren(QPushButton)[0].isEnabled()
    gone.forgotten.emit(gone._path)
    assert window.settings.recent == [str(sample_path)]
    there.findChildren(QPushButton)[0].click()
    assert window.desk is not None


def test_dropping_a_project_opens_it(window: MainWindow, sample_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_path))])
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: window.desk is not None)


def test_the_language_turns_at_once(opened: MainWindow) -> None:
    opened.show_page("search")
    opened._use_language("en")
    assert action(opened, "project.open").text() == "&Open…"
    assert opened.pages is not None
    assert opened.pages.key == "search"
    opened._use_language("fr")


def test_text_grows_and_shrinks_within_bounds(window: MainWindow) -> None:
    for _n in range(40):
        action(window, "view.larger").trigger()
    assert window.settings.reading_size == 30
    action(window, "view.usual").trigger()
    assert window.settings.reading_size == 17


def test_no_two_verbs_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for verb in menus.VERBS if not verb.of_page for key in verb.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("key", ["help.keyboard", "help.about"])
def test_help_opens(window: MainWindow, language: str, key: str) -> None:
    window._use_language(language)
    action(window, key).trigger()
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert len(shown) == 1
    shown[0].close()


def test_tables_come_in_with_a_report(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    table.write_text("group,invited\nFatigue,3\n,4\n", "utf-8")
    dialogs.files = [table]
    action(opened, "corpus.groups_in").trigger()
    assert opened.desk is not None
    assert "Fatigue" in [row.name for row in opened.desk.read_now(groups.listed)]
    report = opened.findChild(ReportDialog)
    assert report is not None
    assert report.problems.toPlainText()
    report.close()
    action(opened, "edit.undo").trigger()
    assert "Fatigue" not in [row.name for row in opened.desk.read_now(groups.listed)]


def test_the_project_checks_itself(opened: MainWindow, dialogs: Dialogs) -> None:
    action(opened, "project.check").trigger()
    assert len(dialogs.said) == 1
    assert dialogs.said[0].detail == ""


def test_every_table_goes_out(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path]
    action(opened, "project.export").trigger()
    assert (tmp_path / "exemple (csv)" / "codings.csv").is_file()
    dialogs.files = [tmp_path / "entretiens.csv"]
    action(opened, "corpus.interviews_out").trigger()
    assert dialogs.files[0].is_file()


def test_a_folder_of_tables_comes_back_in_one_act(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path]
    action(opened, "project.export").trigger()
    folder = tmp_path / "exemple (csv)"
    assert opened.desk is not None
    before = len(opened.desk.read_now(listed))
    (folder / "summaries.csv").unlink()
    table = folder / "codebook.csv"
    table.write_text(table.read_text(encoding="utf-8") + "Sommeil,,,,,,,\n", encoding="utf-8")
    dialogs.files = [folder]
    action(opened, "project.folder_in").trigger()
    report = opened.findChild(ReportDialog)
    assert report is not None and not report.problems.toPlainText()
    report.close()
    assert opened.desk.codebook.find(("Sommeil",)) is not None
    assert len(opened.desk.read_now(listed)) == before
    action(opened, "edit.undo").trigger()
    assert opened.desk.codebook.find(("Sommeil",)) is None


def test_a_damaged_file_is_told(window: MainWindow, dialogs: Dialogs, sample_path: Path,
                               monkeypatch: pytest.MonkeyPatch) -> None:
    from models.store import Store

    monkeypatch.setattr(Store, "damage", lambda _self, thorough=False: ["page 12"])
    window.open(sample_path)
    assert dialogs.said[0].detail == "page 12"


def test_errors_of_acts_keep_the_project_as_it_was(opened: MainWindow) -> None:
    assert opened.desk is not None
    taken: list[KnownError] = []
    opened.desk.failed.connect(taken.append)
    row = opened.desk.read_now(lambda s: __import__("coding.interviews", fromlist=["x"]).interviews(s))[0]
    opened.desk.do(Label("rename"), lambda s: corpus.rename(s, row.id, "Hugo"))
    assert len(taken) == 1
    assert opened.desk.writer.undo_label is None


def test_the_sample_is_built_in_the_documents_folder(window: MainWindow, monkeypatch: pytest.MonkeyPatch,
                                                     tmp_path: Path) -> None:
    from PyQt6.QtCore import QStandardPaths

    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    action(window, "project.sample").trigger()
    assert window.desk is not None
    assert projects_path(window).parent == tmp_path
    with projects.open_reader(projects_path(window)) as store, store.reading() as session:
        assert projects.overview(session).interviews == 16


def test_opening_what_is_already_open_changes_nothing(opened: MainWindow) -> None:
    desk = opened.desk
    opened.open(projects_path(opened))
    assert opened.desk is desk
    assert desk is not None
    assert not desk.read_only


@pytest.mark.parametrize("key", ["corpus", "coder", "quotes", "transversal", "saturation", "search"])
def test_a_project_opens_with_the_keys_in_its_page(
    window: MainWindow, sample_path: Path, settings: Settings, key: str
) -> None:
    settings.remember_place(sample_path, workspace=key)
    window.open(sample_path)
    page = window.pages.page if window.pages else None
    assert page is not None
    assert page.isVisible()  # or it could not take them
    assert page.isAncestorOf(window.focusWidget())


def test_another_language_leaves_one_name_in_the_menu_bar(opened: MainWindow) -> None:
    opened._use_language("en")
    opened._use_language("fr")
    bar = opened.menuBar()
    assert bar is not None
    assert len(bar.findChildren(QLabel, "brand")) == 1
    opened.close_project()
    assert opened._brand.text() == "<b>Fil rouge</b>"
    assert bar.cornerWidget(Qt.Corner.TopLeftCorner) is opened._brand


def test_a_file_dialog_goes_with_its_answer(window: MainWindow, dialogs: Dialogs, qapp: QApplication) -> None:
    action(window, "project.open").trigger()
    assert dialogs.asked_files
    assert window.findChildren(QFileDialog) == []
    window._use_language("en")  # a dialog kept hidden did not survive this
    qapp.processEvents()

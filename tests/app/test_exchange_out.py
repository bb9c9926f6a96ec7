# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.losses_dialog import LossesDialog
from app.progress import Progress
from app.pseudonyms.before_export import ExportCheck
from app.window import MainWindow
from coding import elsewhere
from coding.exchange import gathering_losses, losses, writing
from coding.exports_log import read
from models.errors import KnownError
from tests.app.conftest import Dialogs


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done in this process: another one takes a second to start."""
    monkeypatch.setattr(elsewhere, "run", lambda work, *args, told, cancelled: work(*args, told=told))


def verb(window: MainWindow, key: str) -> Callable[[], None]:
    return window._commands()[key]


def exported(window: MainWindow) -> dict[str, str]:
    assert window.desk is not None
    return {one.path.name: one.what for one in read(window.desk.store)}


@pytest.mark.usefixtures("here")
def test_a_project_leaves_for_another_program(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path / "autre.qdpx"]
    verb(opened, "project.refi_out")()
    with zipfile.ZipFile(tmp_path / "autre.qdpx") as whole:
        assert writing.MAIN in whole.namelist()
    [told] = opened.findChildren(LossesDialog)
    assert opened.desk is not None
    said = losses.said(opened.desk.read_now(gathering_losses.read))
    assert told.lost.toPlainText().splitlines() == [line.replace("\u00a0", " ") for line in said]  # as Qt gives it
    assert exported(opened) == {"autre.qdpx": "qdpx"}
    told.accept()


def test_in_a_process_of_its_own(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path / "autre.qdpx"]
    verb(opened, "project.refi_out")()
    assert zipfile.is_zipfile(tmp_path / "autre.qdpx") and exported(opened) == {"autre.qdpx": "qdpx"}


def test_a_file_that_cannot_be_written_is_said_so(
    opened: MainWindow, dialogs: Dialogs, tmp_path: Path, here: None) -> None:
    (tmp_path / "autre.qdpx").mkdir()
    dialogs.files = [tmp_path / "autre.qdpx"]
    verb(opened, "project.refi_out")()
    assert [message.face for message in dialogs.said] == ["warning"]
    assert not exported(opened) and not opened.findChildren(LossesDialog)


def test_stopping_it_leaves_nothing(
    opened: MainWindow, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_args: object, **_named: object) -> None:
        raise elsewhere.Cancelled("")

    monkeypatch.setattr(elsewhere, "run", stopped)
    dialogs.files = [tmp_path / "autre.qdpx"]
    verb(opened, "project.refi_out")()
    assert not dialogs.said and not exported(opened) and not list(tmp_path.glob("*.qdpx"))
    assert not [one for one in opened.findChildren(Progress) if one.isVisible()]


@pytest.mark.usefixtures("here")
def test_what_could_identify_someone_is_looked_for_first(
    opened: MainWindow, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    from coding.pseudonyms import search

    def fails(*_args: object) -> None:
        raise KnownError("x")

    monkeypatch.setattr(search, "search", fails)
    dialogs.files = [tmp_path / "autre.qdpx"]
    verb(opened, "project.refi_out")()
    assert not (tmp_path / "autre.qdpx").exists()
    [check] = opened.findChildren(ExportCheck)
    check.accept()
    qtbot.waitUntil((tmp_path / "autre.qdpx").exists)


def test_a_codebook_leaves_as_qdc(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.files = [tmp_path / "codes.qdc"]
    verb(opened, "coding.codebook_out")()
    assert b"urn:QDA-XML:codebook:1.0" in (tmp_path / "codes.qdc").read_bytes()
    assert exported(opened) == {"codes.qdc": "codebook"}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("choice", "themes"), [(0, False), (1, True)])
def test_a_corpus_for_iramuteq(
    opened: MainWindow, dialogs: Dialogs, tmp_path: Path, choice: int, themes: bool) -> None:
    dialogs.choice, dialogs.files = choice, [tmp_path / "corpus.txt"]
    verb(opened, "project.iramuteq_out")()
    text = (tmp_path / "corpus.txt").read_text(encoding="utf-8")
    assert text.startswith("**** *") and ("\n-*" in text) is themes
    assert exported(opened) == {"corpus.txt": "iramuteq"} and len(dialogs.said) == 2


def test_no_corpus_when_it_is_given_up(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.choice, dialogs.files = 2, [tmp_path / "corpus.txt"]
    verb(opened, "project.iramuteq_out")()
    assert not dialogs.asked_files and not (tmp_path / "corpus.txt").exists()

# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import Qt

from app.exchange_in import importing
from app.exchange_in.codebook_dialog import CodebookDialog
from app.exchange_in.preview_dialog import PreviewDialog
from app.window import MainWindow
from coding import codebook, elsewhere, interviews
from tests.app.conftest import Dialogs
from tests.app.test_window import action
from tests.coding.exchange.foreign import code, codes, guid, qdpx, selection, source

TEXT = "Q : Et alors ?\nMarie : Je travaille au café.\n"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is read in this process: another one takes a second to start."""
    monkeypatch.setattr(elsewhere, "run", lambda work, *args, told, cancelled: work(*args, told=told))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    at = TEXT.index("Je")
    inside = (f'<Users><User guid="{guid(9)}" name="Zoé"/></Users>' + codes(code(1, "Métier::Lieu")) + "<Sources>"
              + source(2, "nouvelle.txt", selection(3, at, at + 12, 1, "Je travaille", 9))
              + "</Sources><Graphs><Graph/></Graphs>")
    return qdpx(tmp_path / "autre.qdpx", inside, {"nouvelle.txt": TEXT.encode()})


def shown(window: MainWindow) -> PreviewDialog:
    [dialog] = window.findChildren(PreviewDialog)
    return dialog


def paths(window: MainWindow) -> list[str]:
    assert window.desk is not None
    return [node.name for node in window.desk.read_now(codebook.read)]


def titles(window: MainWindow) -> list[str]:
    assert window.desk is not None
    return [row.title for row in window.desk.read_now(interviews.interviews)]


def test_a_project_is_looked_at_then_taken(opened: MainWindow, file: Path) -> None:
    assert opened.desk is not None
    arrived: list[int] = []
    importing.read(opened.desk, [file], opened, arrived.extend)
    dialog = shown(opened)
    assert dialog.plan.new["interviews"] == 1
    assert dialog.lost.toPlainText()
    dialog.unfold.setChecked(True)
    assert dialog.plan.new["codes"] == 2
    dialog.boxes[guid(9)].setCurrentText("Inès")
    dialog.take.click()
    assert len(arrived) == 1
    assert "nouvelle" in titles(opened)
    assert {"Métier", "Lieu"} <= set(paths(opened))
    with opened.desk.store.reading() as session:
        from coding import coders

        assert "Inès" in coders.names(session).values()
    opened.desk.undo()
    assert "nouvelle" not in titles(opened)


def test_what_is_there_already_is_not_taken_again(opened: MainWindow, file: Path) -> None:
    assert opened.desk is not None
    importing.read(opened.desk, [file], opened, lambda _ids: None)
    shown(opened).take.click()
    for dialog in opened.findChildren(PreviewDialog):
        dialog.setParent(None)
    importing.read(opened.desk, [file], opened, lambda _ids: None)
    again = shown(opened)
    assert not again.plan
    assert not again.take.isEnabled()
    again.reject()


def test_a_file_that_is_none_is_said_so(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    assert opened.desk is not None
    (tmp_path / "x.qdpx").write_bytes(b"no")
    importing.read(opened.desk, [tmp_path / "x.qdpx"], opened, lambda _ids: None)
    assert len(dialogs.said) == 1


def test_of_a_codebook_what_is_ticked_is_taken(opened: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    assert opened.desk is not None
    before = paths(opened)
    theme = opened.desk.read_now(codebook.read).themes[0].name
    (tmp_path / "grille.csv").write_text(
        f"theme,code,definition\n{theme},,Autre définition\nNouveau,,\nNouveau,Un,Dit\nNouveau,Deux,\n",
        encoding="utf-8")
    dialogs.files = [tmp_path / "grille.csv"]
    opened._commands()["coding.codebook_in"]()
    [dialog] = opened.findChildren(CodebookDialog)
    kinds = [one.kind for one in dialog.chosen]
    assert kinds.count("new") == 3 and kinds.count("changed") == 1 and "gone" not in kinds
    two = next(item for item in dialog._items() if item.text(0).endswith("Deux"))
    two.setCheckState(0, Qt.CheckState.Unchecked)
    dialog.take.click()
    assert set(paths(opened)) - set(before) == {"Nouveau", "Un"}
    opened.desk.undo()
    assert paths(opened) == before


def test_a_level_that_is_not_taken_takes_none_below_it(opened: MainWindow, tmp_path: Path) -> None:
    assert opened.desk is not None
    from app.exchange_in import codebook_importing

    (tmp_path / "grille.txt").write_text("Nouveau>>Un\tDit\nNouveau>>Deux", encoding="utf-8")
    dialog = codebook_importing.show(opened.desk, tmp_path / "grille.txt", opened)
    assert dialog is not None
    top = next(item for item in dialog._items() if item.text(0) == "Nouveau")
    top.setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.chosen
    assert not dialog.take.isEnabled()
    next(item for item in dialog._items() if item.text(0).endswith("Deux")).setCheckState(0, Qt.CheckState.Checked)
    assert [one.path[-1] for one in dialog.chosen] == ["Nouveau", "Deux"]
    dialog.reject()


def test_the_project_menu_brings_a_project_of_another_program(opened: MainWindow, dialogs: Dialogs, file: Path) -> None:
    dialogs.files = [file]
    action(opened, "project.refi_in").trigger()
    shown(opened).take.click()
    assert "nouvelle" in titles(opened)

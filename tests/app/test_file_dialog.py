# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PyQt6.QtCore import QFileInfo
from PyQt6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from app.file_dialog import FileDialog, FileIcons
from coding import project as projects


def locks(path: Path) -> int:
    """How many locks this process has on a file."""
    sign = f":{path.stat().st_ino} "
    return sum(f" {os.getpid()} " in line and sign in line for line in Path("/proc/locks").read_text().splitlines())


@pytest.mark.skipif(sys.platform != "linux", reason="/proc/locks tells")
def test_showing_the_folder_of_the_project_leaves_its_locks(sample_path: Path, qtbot: QtBot) -> None:
    log = sample_path.with_name(sample_path.name + "-shm")
    with projects.open_store(sample_path) as store:
        store.revision()
        assert locks(sample_path)
        assert locks(log)
        dialog = FileDialog(None, "Ouvrir", sample_path.parent, "*")
        qtbot.addWidget(dialog)
        dialog.show()
        listed = dialog.findChild(QTreeView, "treeView")
        assert listed is not None
        model, root = listed.model(), listed.rootIndex
        assert model is not None
        qtbot.waitUntil(lambda: model.rowCount(root()) > 0)
        qtbot.wait(200)  # its thread goes on reading
        assert locks(sample_path)
        assert locks(log)


def test_a_type_is_the_ending_of_the_name(tmp_path: Path) -> None:
    icons = FileIcons()
    assert icons.type(QFileInfo(str(tmp_path / "E01.docx"))) == "docx"
    assert not icons.icon(QFileInfo(str(tmp_path))).isNull()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The researcher's whole job through one window: import, code by keyboard and mouse, undo, read across, Word."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.coder.workspace import CoderWorkspace
from app.corpus.import_dialog import ImportDialog
from app.exchange_in.codebook_dialog import CodebookDialog
from app.report_dialog import ReportDialog
from app.transversal.grid_page import GridPage
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from app.workspaces.quotes import QuotesWorkspace
from app.workspaces.saturation import SaturationWorkspace
from app.workspaces.transversal import TransversalWorkspace
from coding.check import check
from coding.sample import FOLDER as SAMPLE
from tests.app.conftest import Dialogs

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLES = (
    ("corpus.interviews_in", "interviews.csv"), ("corpus.groups_in", "groups.csv"),
    ("coding.codebook_in", "codebook.csv"), ("corpus.asked_in", "asked.csv"), ("coding.codings_in", "codings.csv"),
)


class Sitting:
    """One window, and what a researcher does with it."""

    def __init__(self, window: MainWindow, dialogs: Dialogs, qtbot: QtBot) -> None:
        self.window, self.dialogs, self.qtbot = window, dialogs, qtbot

    def menu(self, key: str, *files: Path) -> None:
        """Choose a verb; ``files`` answer the file dialog it opens."""
        self.dialogs.files = list(files)
        chosen = self.window._actions[key]
        assert chosen.isEnabled(), key
        chosen.trigger()

    def page(self, key: str) -> object:
        """Show a workspace by its key in the View menu."""
        self.menu(f"view.{key}")
        assert self.window.pages is not None
        return self.window.pages.page

    def import_everything(self) -> None:
        """The sample's transcripts and tables, as a user brings her own."""
        corpus = self.page("corpus")
        assert isinstance(corpus, CorpusWorkspace)
        self.menu("corpus.import", *sorted((SAMPLE / "transcripts").iterdir()))
        dialog = corpus.findChild(ImportDialog)
        assert dialog is not None
        assert len(dialog.chosen) == 16
        dialog.accept()
        for verb, name in TABLES:
            self.menu(verb, SAMPLE / name)
            differences = self.window.findChild(CodebookDialog)
            if differences is not None:
                differences.accept()
                differences.setParent(None)
            report = self.window.findChild(ReportDialog)
            if report is not None:
                assert report.problems.toPlainText() == "", name
                report.close()
                report.setParent(None)

    def code(self, words: str, letters: str) -> None:
        """Select words by mouse or not, then by keyboard: Ctrl+K, a few letters, Enter."""
        coder = self.page("coder")
        assert isinstance(coder, CoderWorkspace)
        assert coder.reading is not None
        start = coder.reading.transcript.text.index(words)
        coder.page.pick(start, start + len(words))
        self.qtbot.keyClick(coder.page, Qt.Key.Key_K, CONTROL)
        self.qtbot.keyClicks(coder.giving.palette.field, letters)
        self.qtbot.keyClick(coder.giving.palette.field, Qt.Key.Key_Return)

    def drag_and_double_click(self, words: str, code_id: int) -> None:
        """Drag over words, double-click a code of the tree."""
        coder = self.page("coder")
        assert isinstance(coder, CoderWorkspace)
        read, view = coder.reading, coder.page.viewport()
        assert read is not None
        assert view is not None
        start = read.transcript.text.index(words)
        coder.page.show_offset(start)
        cursor = coder.page.textCursor()
        points = []
        for offset in (start, start + len(words)):
            cursor.setPosition(read.projection.position(offset))
            points.append(coder.page.cursorRect(cursor).center())
        self.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=points[0])
        self.qtbot.mouseMove(view, points[1])
        self.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=points[1])
        tree = coder.codebook.tree
        index = coder.codebook.model.index_of(code_id)
        tree.scrollTo(index)
        assert coder.page.selected() == (start, start + len(words))
        for gesture in (self.qtbot.mouseClick, self.qtbot.mouseDClick):  # the tree wants the first click of the two
            gesture(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())


@pytest.fixture
def sitting(window: MainWindow, dialogs: Dialogs, qtbot: QtBot, tmp_path: Path) -> Sitting:
    made = Sitting(window, dialogs, qtbot)
    made.menu("project.new", tmp_path / "these.filrouge")
    return made


def test_the_whole_job(sitting: Sitting, tmp_path: Path) -> None:
    sitting.import_everything()
    desk = sitting.window.desk
    assert desk is not None
    theme = desk.codebook.find(("Réticences",))
    fear = desk.codebook.find(("Réticences", "Crainte de la rechute"))
    assert theme is not None
    assert fear is not None
    before = desk.counts.total(fear.id)

    sitting.page("coder")
    sitting.code("Docteur, vos groupes du mardi", "rechute")
    assert desk.counts.total(fear.id) == before + 1
    sitting.menu("edit.undo")
    assert desk.counts.total(fear.id) == before
    sitting.drag_and_double_click("Docteur, vos groupes du mardi", fear.id)
    assert desk.counts.total(fear.id) == before + 1
    coder = sitting.page("coder")
    assert isinstance(coder, CoderWorkspace)
    assert coder.reading is not None
    mark = next(m for m in coder.reading.index if fear.id in m.codes)
    assert coder.reading.transcript.text[mark.start : mark.end] == "Docteur, vos groupes du mardi"
    sitting.menu("edit.undo")

    transversal = sitting.page("transversal")
    assert isinstance(transversal, TransversalWorkspace)
    grid = transversal.page
    assert isinstance(grid, GridPage)
    assert (grid.grid.grid.table.group, len(grid.grid.grid.table.columns)) == ("Pairs aidants en structure", 12)
    grid.grid.choose(grid.grid.grid.locate(theme.id, "Nora"))
    sitting.qtbot.waitUntil(lambda: grid.panel.list.quotes.rowCount() > 0)
    sitting.menu("transversal.export", tmp_path / "transversal.xlsx")

    verdicts = sitting.page("saturation")
    assert isinstance(verdicts, SaturationWorkspace)
    tones = {line.name: line.tone for line in verdicts.table.verdicts.lines}
    assert len(set(tones.values())) >= 4  # the sample shows the statuses side by side
    sitting.menu("saturation.report", tmp_path / "saturation.docx")

    quotes = sitting.page("quotes")
    assert isinstance(quotes, QuotesWorkspace)
    sitting.menu("quotes.export", tmp_path / "extraits.docx")
    paragraphs = Document(str(tmp_path / "extraits.docx")).paragraphs
    assert any(p.style is not None and p.style.name == "Heading 1" and p.text == "Réticences" for p in paragraphs)
    assert any(p.text.startswith("«\u00a0") and p.text.endswith("(Nora, médecin dans une structure sanitaire)")
               for p in paragraphs)
    assert (tmp_path / "transversal.xlsx").stat().st_size > 0
    assert "Pairs aidants en structure" in "\n".join(
        p.text for p in Document(str(tmp_path / "saturation.docx")).paragraphs)
    assert check(desk.store).ok
    while desk.writer.undo_label is not None:
        sitting.menu("edit.undo")
    assert len(desk.codebook) == 0

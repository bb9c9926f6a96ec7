# SPDX-License-Identifier: GPL-3.0-or-later
"""Before an import and after it, as a user goes through a batch: labels put right, remembered, and the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PyQt6.QtCore import QRect, Qt
from PyQt6.QtGui import QAction, QGuiApplication
from PyQt6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app import theme
from app.corpus import importing
from app.corpus.arrivals_dialog import REMARKS, ArrivalsDialog
from app.corpus.import_dialog import ImportDialog
from app.corpus.import_files import LEFT_OUT, TO_LOOK_AT
from app.corpus.voices_part import ASKS, SPEAKER
from app.progress import Progress
from app.window import MainWindow
from app.workspaces.corpus import CorpusWorkspace
from coding import interviews, sample
from coding import project as projects
from coding.intake.reader import read_transcript
from coding.speakers import speakers
from tests.app.conftest import Dialogs

TALK = ("Entretien\n\nJulie : Dites-moi comment vous êtes venue ici ?\nMaëlys : Par une amie, le {n}.\n"
        "Julie : Ah ?\nMaelys B : Oui.\nJulie : Et après ?\nMaëlys : Rien.\nChariot : on coupe.\nJulie : Merci ?\n"
        "Maëlys : De rien.\nChariot : fin.\n")


@pytest.fixture
def corpus(window: MainWindow, tmp_path: Path) -> CorpusWorkspace:
    """The workspace, on an empty project."""
    path = tmp_path / "vide.filrouge"
    projects.create(path).store.close()
    window.open(path)
    page = window.pages.page if window.pages else None
    assert isinstance(page, CorpusWorkspace)
    return page


def opened(corpus: CorpusWorkspace, *paths: Path) -> ImportDialog:
    for old in corpus.findChildren(ImportDialog):
        old.setParent(None)
    corpus.read_files(list(paths))
    dialog = corpus.findChild(ImportDialog)
    assert dialog is not None
    return dialog


def talk(folder: Path, name: str, words: str = TALK) -> Path:
    path = folder / name
    path.write_text(words.format(n=name), "utf-8")
    return path


def voices(corpus: CorpusWorkspace, row: int = 0) -> dict[str, tuple[int, bool]]:
    key = corpus.interviews.model.rows[row].id
    return {one.label: (one.turns, one.is_interviewer)
            for one in corpus.desk.read_now(lambda s: speakers(s, key))}


def undo(window: MainWindow) -> None:
    found = window.findChild(QAction, "edit.undo")
    assert found is not None
    found.trigger()


def test_odd_labels_are_gathered_and_joined_by_one_click(
    corpus: CorpusWorkspace, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    words = TALK.replace("Maelys B", "Maëlis")
    dialog = opened(corpus, talk(tmp_path, "a.txt", words))
    page = dialog.page(0)
    (join,) = page.notices.buttons
    assert "Maëlys" in join.text()
    qtbot.mouseClick(join, Qt.MouseButton.LeftButton)
    assert not page.notices.buttons
    assert "Maëlis" not in page.first.toPlainText()
    dialog.accept()
    assert voices(corpus)["Maëlys"] == (4, False)
    text = corpus.desk.read_now(lambda s: interviews.text(s, corpus.interviews.model.rows[0].id))
    assert "Maëlis : Oui." in text
    undo(window)
    assert not corpus.interviews.model.rows


def test_a_label_is_renamed_or_is_none_by_the_keyboard(corpus: CorpusWorkspace, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(corpus, talk(tmp_path, "a.txt"))
    page = dialog.page(0)
    labels = list(dialog.reviews[0].voices)
    page.voices.setCurrentCell(labels.index("Chariot"), ASKS)
    qtbot.keyClick(page.voices, Qt.Key.Key_Delete)
    assert dialog.reviews[0].speaking == ["Julie", "Maëlys", "Maelys B"]
    speaker = page.voices.item(labels.index("Maelys B"), SPEAKER)
    assert speaker is not None
    speaker.setText("Maëlys")
    asker = page.voices.item(labels.index("Julie"), SPEAKER)
    assert asker is not None
    asker.setText("Enquêtrice")
    asks = page.voices.item(labels.index("Julie"), ASKS)
    assert asks is not None
    asks.setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    assert voices(corpus) == {"Enquêtrice": (4, True), "Maëlys": (4, False)}
    text = corpus.desk.read_now(lambda s: interviews.text(s, corpus.interviews.model.rows[0].id))
    assert text == TALK.format(n="a.txt").rstrip("\n") + "\n"


def test_corrections_are_undone_label_by_label(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    dialog = opened(corpus, talk(tmp_path, "a.txt"))
    page, review = dialog.page(0), dialog.reviews[0]
    page.voices.setCurrentCell(list(review.voices).index("Maelys B"), ASKS)
    page.part._fill_menu()
    assert [action.text() for action in page.part._menu.actions()] == ["Julie", "Maëlys", "Chariot"]
    page.part._menu.actions()[1].trigger()
    assert review.voices["Maelys B"].becomes == "Maëlys"
    page.part.undone.click()
    assert not review.changed


def test_what_was_corrected_is_proposed_for_the_next_file(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    dialog = opened(corpus, talk(tmp_path, "a.txt"))
    dialog.reviews[0].join(["Maelys B"], "Maëlys")
    dialog.reviews[0].is_no_speaker(["Chariot"])
    dialog.accept()
    dialog = opened(corpus, talk(tmp_path, "b.txt", TALK.replace("Rien.", "Rien du tout.").replace("amie", "voisine")
                                 .replace("De rien.", "Bon.").replace("Ah", "Mais encore")))
    page = dialog.page(0)
    assert dialog.reviews[0].speaking == ["Julie", "Maëlys"]
    assert len(page.notices.buttons) == 1
    page.notices.buttons[0].click()
    assert dialog.reviews[0].speaking == ["Julie", "Maëlys", "Maelys B", "Chariot"]


def test_files_of_one_make_are_corrected_together(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    dialog = opened(corpus, *(talk(tmp_path, f"{n}.txt") for n in range(3)))
    page = dialog.page(0)
    dialog.reviews[0].join(["Maelys B"], "Maëlys")
    page.part.changed.emit()
    (spread,) = page.notices.buttons
    assert "2" in spread.accessibleDescription()
    spread.click()
    assert [one.speaking for one in dialog.reviews] == [["Julie", "Maëlys", "Chariot"]] * 3
    assert not page.notices.buttons


def sixty(folder: Path) -> list[Path]:
    """Transcripts made of the sample's, one of them empty, another twice."""
    texts = [read_transcript(path).text for path in sorted((sample.FOLDER / "transcripts").iterdir())]
    paths = [folder / f"Entretien {n:02}.txt" for n in range(60)]
    for n, path in enumerate(paths):
        path.write_text(f"Numéro {n}\n\n{texts[n % len(texts)]}", "utf-8")
    paths[7].write_text("", "utf-8")
    paths[30].write_text(paths[29].read_text("utf-8"), "utf-8")
    return paths


def test_sixty_files_are_one_act_with_a_report(
    corpus: CorpusWorkspace, window: MainWindow, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialog = opened(corpus, *sixty(tmp_path))
    assert (len(dialog.chosen), len(dialog.left)) == (58, 2)
    dialog.list.filter.group.button(LEFT_OUT).click()  # type: ignore[union-attr]
    assert [row for row in range(60) if not dialog.files.isRowHidden(row)] == [7, 30]
    assert dialog.files.currentRow() == 7
    dialog.list.filter.group.button(TO_LOOK_AT).click()  # type: ignore[union-attr]
    assert not dialog.files.isRowHidden(7)
    assert len(dialog._made) <= 3  # pages are made when they are shown
    dialog.accept()
    assert len(corpus.interviews.model.rows) == 58
    report = corpus.findChild(ArrivalsDialog)
    assert report is not None
    assert report.table.topLevelItemCount() == 60
    first = report.table.topLevelItem(0)
    assert isinstance(first, QTreeWidgetItem)
    assert first.text(1) == "Entretien 07.txt"
    report.copy()
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert clipboard.text().count("\n") == 61
    for name in ("r.csv", "r.txt", "r.xlsx"):
        dialogs.files = [tmp_path / name]
        report.save()
        assert (tmp_path / name).stat().st_size > 1000
    report.accept()
    undo(window)
    assert not corpus.interviews.model.rows


def test_a_stopped_import_changes_nothing(
    corpus: CorpusWorkspace, monkeypatch: pytest.MonkeyPatch, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialog = opened(corpus, *(talk(tmp_path, f"{n}.txt") for n in range(3)))
    made = Progress.__init__

    def stopped(self: Progress, *args: object, **kwargs: object) -> None:
        made(self, *args, **kwargs)  # type: ignore[arg-type]
        self._stop.set()

    monkeypatch.setattr(Progress, "__init__", stopped)
    dialog.accept()
    assert not corpus.interviews.model.rows
    assert not dialogs.said
    for old in corpus.findChildren(ImportDialog):
        old.setParent(None)
    corpus.read_files([tmp_path / "0.txt"])
    assert corpus.findChild(ImportDialog) is None


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_it_shows(corpus: CorpusWorkspace, tmp_path: Path, choice: theme.Choice) -> None:
    theme.use(choice)
    dialog = opened(corpus, *sixty(tmp_path)[:10])
    for row in range(10):
        dialog.files.setCurrentRow(row)
        assert not dialog.grab().isNull()
    dialog.accept()
    report = corpus.findChild(ArrivalsDialog)
    assert report is not None
    assert not report.grab().isNull()
    report.accept()


def test_large_files_are_read_where_stop_ends_them(tmp_path: Path) -> None:
    small, large = talk(tmp_path, "a.txt"), tmp_path / "b.txt"
    large.write_text(TALK * 5000, "utf-8")
    assert importing.quick([small, small])
    assert not importing.quick([small] * 3)
    assert not importing.quick([large])
    assert importing.quick([tmp_path / "gone.txt"])


def test_why_a_file_was_refused_is_read_whole(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    bad = tmp_path / "Un entretien au nom assez long.docx"
    bad.write_bytes(b"rien du tout")
    opened(corpus, talk(tmp_path, "a.txt"), bad).accept()
    report = corpus.findChild(ArrivalsDialog)
    assert report is not None
    item = report.table.topLevelItem(0)
    assert item is not None and bad.name in item.text(REMARKS)
    heights = []
    for width in (2400, 700):
        report.resize(width, 480)
        report.grab()
        place = report.table.visualItemRect(item)
        heights.append(place.height())
        wanted = report.table.fontMetrics().boundingRect(
            QRect(0, 0, report.table.columnWidth(REMARKS), 10_000), Qt.TextFlag.TextWordWrap, item.text(REMARKS))
        assert place.height() >= wanted.height()
    assert heights[1] > heights[0]
    report.accept()


def test_the_page_says_that_nobody_asks_and_marks_doubtful_remarks(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TALK.format(n="été").encode("cp1252"))
    dialog = opened(corpus, path)
    page, review = dialog.page(0), dialog.reviews[0]
    assert not page.tabs.tabIcon(1).isNull() and "1" in page.tabs.tabText(1)
    for label in review.voices:
        review.set_asks(label, False)
    page.part.changed.emit()
    assert not page.unasked.isHidden()
    page.part.table.item(0, ASKS).setCheckState(Qt.CheckState.Checked)  # type: ignore[union-attr]
    assert page.unasked.isHidden()


def test_nothing_to_import_is_not_counted(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    dialog = opened(corpus, talk(tmp_path, "a.txt"))
    assert (dialog.take.text(), dialog.take.isEnabled()) == ("Importer 1 entretien", True)
    dialog.files.item(0).setCheckState(Qt.CheckState.Unchecked)  # type: ignore[union-attr]
    assert (dialog.take.text(), dialog.take.isEnabled()) == ("Importer", False)


def test_shift_tab_leaves_the_files_and_the_pages(corpus: CorpusWorkspace, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(corpus, *(talk(tmp_path, f"{n}.txt") for n in range(9)))
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    page, passed = dialog.page(0), set()
    dialog.group_box.setFocus()
    for _step in range(30):
        focused = dialog.focusWidget()
        assert focused is not None
        passed.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert {dialog.files, page.voices, page.title, dialog.take} <= passed
    assert passed & set(dialog.list.filter.group.buttons())


def test_the_filters_are_wide_enough_for_their_words(corpus: CorpusWorkspace, tmp_path: Path) -> None:
    dialog = opened(corpus, *(talk(tmp_path, f"{n}.txt") for n in range(120)))
    dialog.grab()
    buttons = dialog.list.filter.group.buttons()
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []

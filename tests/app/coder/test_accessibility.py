# SPDX-License-Identifier: GPL-3.0-or-later
"""The Coder without eyes or without a mouse: what is painted has a twin in words, every control a name, every panel
its way by keys."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from datetime import date
from typing import Any

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTabWidget,
    QWidget,
)

import app.coder
from app import parts
from app.coder.passage.passage_list import PassageList
from app.coder.workspace import CoderWorkspace
from app.window import MainWindow
from coding import memos
from coding.changes import Label
from coding.language import _
from tests.app.coder.conftest import CODES, Coder

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def listed(coder: Coder) -> PassageList:
    """Three passages: one with two codes and a memo, one strong, one plain; their list."""
    coder.select("une inquiétude que personne ne disait")
    coder.key(Qt.Key.Key_1)
    coder.key(Qt.Key.Key_3)
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_2)
    coder.select("Pendant deux mois")
    coder.key(Qt.Key.Key_2)
    first, _second, third = coder.marks
    coder.desk.do(Label("memo"), lambda s: memos.write(s, target="passage_id", target_id=first.id, text="À revoir"))
    coder.page.run_verb("passages")
    assert third is not None
    return coder.page.passages


def spoken(shown: PassageList) -> list[str]:
    """What a screen reader says of each row."""
    model = shown.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_passages_are_listed_in_words(coder: Coder, listed: PassageList) -> None:
    assert listed.isVisible()
    said = spoken(listed)
    assert len(said) == 3
    for part in ("2", "Crainte de la rechute", "Absence de cadre", "une inquiétude que personne ne disait", _("memo")):
        assert part in said[0]
    assert _("memo") not in said[1]


def test_the_list_is_filtered_and_leads_to_the_page(coder: Coder, listed: PassageList) -> None:
    coder.write(listed.field, "SECRET mois")
    assert len(spoken(listed)) == 1
    coder.key(Qt.Key.Key_Return, on=listed.field)
    assert coder.text.chosen == coder.marks[2].id
    assert listed.isVisible()
    coder.write(listed.field, "zzz")
    assert spoken(listed) == []


def test_standing_on_a_row_shows_its_passage(coder: Coder, listed: PassageList) -> None:
    coder.key(Qt.Key.Key_Home, on=listed.list)
    coder.key(Qt.Key.Key_Down, on=listed.field)
    assert coder.text.chosen == coder.marks[1].id
    coder.key(Qt.Key.Key_Up, on=listed.field)
    assert coder.text.chosen == coder.marks[0].id


def test_the_list_follows_what_is_done(coder: Coder, listed: PassageList) -> None:
    coder.desk.undo()
    coder.desk.undo()
    assert len(spoken(listed)) == 2
    coder.text.choose(coder.marks[0].id)
    assert listed.list.currentIndex().row() == 0
    coder.select("Au début")
    coder.key(Qt.Key.Key_1)
    assert len(spoken(listed)) == 3
    assert listed.list.currentIndex().row() == 0


def test_escape_and_the_same_keys_close_the_list(coder: Coder, listed: PassageList) -> None:
    coder.key(Qt.Key.Key_Escape, on=listed.field)
    assert not listed.isVisible()
    assert coder.page.passage.isVisible()


def test_what_stands_at_the_caret_is_said(coder: Coder, listed: PassageList) -> None:
    told: list[None] = []
    coder.page.status_changed.connect(lambda: told.append(None))
    coder.text.set_caret(coder.marks[0].start + 2)
    assert "Crainte de la rechute, Absence de cadre" in coder.page.status_text()
    assert "Absence de cadre" in coder.text.accessibleDescription()
    coder.text.set_caret(coder.marks[1].start + 2)
    assert "Secret professionnel" in coder.page.status_text()
    before = len(told)
    coder.text.set_caret(coder.marks[1].start + 3)
    assert len(told) == before  # nothing new to say
    coder.text.set_caret(0)
    assert "Secret" not in coder.page.status_text()
    assert _("no code") in coder.text.accessibleDescription()


def test_codes_at_the_caret_follow_undo(coder: Coder) -> None:
    start, _end = coder.select("poser mes limites")
    coder.key(Qt.Key.Key_1)
    coder.text.set_caret(start + 1)
    coder.desk.undo()
    assert "Crainte" not in coder.page.status_text()


# -- panels by keys ----------------------------------------------------------------------------------------------


def coder_of(window: MainWindow) -> CoderWorkspace:
    window.show_page("coder")
    assert window.pages is not None
    page = window.pages.page
    assert isinstance(page, CoderWorkspace)
    return page


def focused_heads(page: CoderWorkspace) -> list[parts.Header]:
    return [header for header in page.findChildren(parts.Header)
            if header.isVisible() and header.property("role") == "header-focused"]


def test_f6_goes_round_the_panels(opened: MainWindow) -> None:
    page = coder_of(opened)
    assert page.reading is not None
    page.page.choose(next(iter(page.reading.index)).id)
    places = []
    for _n in range(4):
        page.run_verb("next_panel")
        focused = QApplication.focusWidget()
        assert focused is not None
        places.append([panel.isAncestorOf(focused) for panel in (page.codebook, page.page.parentWidget(), page.passage)
                       if panel is not None].index(True))
        assert len(focused_heads(page)) == 1
    assert places == [2, 0, 1, 2]
    page.run_verb("previous_panel")
    assert page.page.hasFocus()


def test_the_codebook_takes_the_keys_in_its_tree(opened: MainWindow) -> None:
    page = coder_of(opened)
    page.run_verb("previous_panel")
    assert page.codebook.tree.hasFocus()


def test_a_panel_gives_the_keys_back_to_what_had_them(opened: MainWindow) -> None:
    page = coder_of(opened)
    page.codebook.tree.setFocus()
    page.run_verb("next_panel")
    page.run_verb("previous_panel")
    assert page.codebook.tree.hasFocus()


# -- names -------------------------------------------------------------------------------------------------------


def nameless(root: QWidget) -> list[str]:
    """The controls that a screen reader could not name."""
    labelled = {label.buddy() for label in root.findChildren(QLabel)}
    return [f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
            for widget in root.findChildren(QWidget)
            if widget.isVisibleTo(root) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (_inside(widget) or _named(widget) or widget in labelled)]


def _named(widget: QWidget) -> bool:
    written = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return bool(widget.accessibleName() or written) or isinstance(widget, QTabWidget)  # its tabs are named


def _inside(widget: QWidget) -> bool:
    """Whether a widget is part of one that has the name."""
    parent = widget.parentWidget()
    whole = parent.metaObject() if parent is not None else None
    return (isinstance(parent, QComboBox | QAbstractSpinBox) or widget.objectName().startswith("qt_")
            or (isinstance(parent, QAbstractItemView) and not isinstance(widget, QLineEdit))
            or (whole is not None and whole.className() == "QComboBoxPrivateContainer"))


@pytest.mark.parametrize("side", ["passage", "passages"])
def test_every_control_of_the_coder_has_a_name(coder: Coder, listed: PassageList, side: str) -> None:
    coder.text.choose(coder.marks[0].id)
    if side == "passage":
        coder.key(Qt.Key.Key_Escape, on=listed.field)
    assert nameless(coder.page) == []
    assert silent(coder.page) == []


def silent(root: QWidget) -> list[str]:
    """The buttons that neither words nor a tooltip explain."""
    return [type(button).__name__ for button in root.findChildren(QAbstractButton)
            if button.isVisibleTo(root) and not button.text() and not button.toolTip() and not _inside(button)
            and not isinstance(button.parentWidget(), QLineEdit | QCalendarWidget)]


def dialogs() -> list[type[QDialog]]:
    """Every dialog of the Coder."""
    names = [f"app.coder.{found.name}" for found in pkgutil.iter_modules(app.coder.__path__)]
    found = {made for name in names for made in vars(importlib.import_module(name)).values()
             if isinstance(made, type) and issubclass(made, QDialog) and made.__module__ == name}
    return sorted(found, key=lambda made: made.__name__)


@pytest.mark.parametrize("kind", dialogs(), ids=lambda kind: kind.__name__)
def test_every_dialog_of_the_coder_has_names(coder: Coder, listed: PassageList, kind: type[QDialog]) -> None:
    reading, code_id = coder.page.reading, coder.id_of(CODES[0])
    assert reading is not None
    given: dict[str, Any] = {
        "desk": coder.desk, "settings": coder.page.settings, "code_id": code_id, "reading": reading,
        "node": coder.desk.codebook.by_id[code_id], "turn": reading.transcript.turns[1], "read": reading.transcript,
        "words": "personne", "day": date(2026, 1, 5), "show": lambda _done: None, "take": lambda _done: None,
        "parent": coder.page}
    made = kind(*[given[name] for name in list(inspect.signature(kind.__init__).parameters)[1:]])
    made.show()
    assert made.windowTitle()
    assert nameless(made) == []
    assert silent(made) == []
    made.close()


def test_the_palette_speaks(coder: Coder) -> None:
    coder.select("poser mes limites")
    coder.key(Qt.Key.Key_K, CONTROL)
    palette = coder.page.giving.palette
    assert "poser mes limites" in palette.field.accessibleDescription()
    rows = [palette._entries.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert rows[0].startswith("Réticences")
    assert CODES[0].split(" > ")[1] in rows[1]
    assert CODES[0].split(" > ")[0] in rows[1]
    assert nameless(palette) == []
    assert palette.mapTo(coder.page, QPoint(0, 0)).y() >= 0

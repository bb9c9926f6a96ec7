# SPDX-License-Identifier: GPL-3.0-or-later
"""A guide as it was read in a file, to be looked at and corrected before it goes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PyQt6.QtCore import QModelIndex, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QKeyEvent, QPainter
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.widgets.words import joined
from coding.guides.draft import GuideDraft, QuestionDraft
from coding.language import _, ngettext

SECTION, QUESTION, PROMPT = range(3)
PLACE = Qt.ItemDataRole.UserRole
ALT = Qt.KeyboardModifier.AltModifier
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class Entry:
    """A line of the file: what it is, and whether it goes in."""

    level: int
    text: str
    kept: bool = True
    theme: str = ""


def entries_of(draft: GuideDraft) -> list[Entry]:
    """A draft as lines, each section's heading before its questions."""
    found: list[Entry] = []
    section = ""
    for question in draft.questions:
        if question.section != section:
            section = question.section
            found.append(Entry(SECTION, section))
        found.append(Entry(PROMPT if question.is_prompt else QUESTION, question.text, theme=question.theme))
    return found


def draft_of(title: str, entries: Sequence[Entry]) -> GuideDraft:
    """What the kept lines make; questions whose heading is left out go on with the section above."""
    section, questions = "", []
    for entry in entries:
        if entry.kept and entry.level == SECTION:
            section = entry.text
        elif entry.kept:
            questions.append(QuestionDraft(section, entry.text, entry.level == PROMPT, entry.theme))
    return GuideDraft(title, tuple(questions))


class GuideImportDialog(QDialog):
    """``draft`` is the guide as it stands here."""

    def __init__(self, draft: GuideDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import a guide"))
        self._entries = entries_of(draft)
        self.title = QLineEdit(draft.title)
        self.title.setAccessibleName(_("Title of the guide"))
        self.tree = GuideTree()
        self.tree.setHeaderLabels([_("As read in the file"), _("Kind")])
        self.tree.itemChanged.connect(self._changed)
        self.tree.level_asked.connect(self._shift)
        self.count = parts.label("", "muted")
        self.take = parts.button(_("Import the guide"), self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out()
        self.title.textChanged.connect(lambda _text: self._count())
        self.resize(860, 620)
        self._fill()
        self.tree.setFocus()

    @property
    def draft(self) -> GuideDraft:
        """The guide, as corrected."""
        return draft_of(self.title.text().strip(), self._entries)

    def set_level(self, level: int) -> None:
        """Make the selected lines sections, questions or prompts."""
        for place in self.tree.chosen():
            self._entries[place] = replace(self._entries[place], level=level)
        self._fill()

    def _lay_out(self) -> None:
        levels = QHBoxLayout()
        levels.setSpacing(0)
        levels.addWidget(parts.label(_("The selected lines are:"), "muted"))
        levels.addSpacing(8)
        for level, text in ((SECTION, _("Section")), (QUESTION, _("Question")), (PROMPT, _("Prompt"))):
            button = parts.button(text, partial(self.set_level, level), name="segment")
            button.setProperty("last", level == PROMPT)
            levels.addWidget(button)
        levels.addStretch(1)
        levels.addWidget(parts.label(_("Space ticks what goes in · Alt+← → changes the kind · F2 corrects"), "faint"))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.count, 1)
        foot.addWidget(parts.button(_("Cancel"), self.reject))
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(parts.label(_("Title of the guide"), "faint"))
        column.addWidget(self.title)
        column.addWidget(self.tree, 1)
        column.addLayout(levels)
        column.addLayout(foot)

    def _fill(self) -> None:
        """The lines as a tree; a question without a section stands at the left."""
        chosen, current = self.tree.chosen(), self.tree.current()
        self.tree.blockSignals(True)
        self.tree.clear()
        above: list[QTreeWidgetItem | None] = [None, None]
        for place, entry in enumerate(self._entries):
            item = self._item(place, entry)
            parent = None if entry.level == SECTION else above[0] if entry.level == QUESTION else above[1] or above[0]
            if parent is not None:
                parent.addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            if entry.level == SECTION:
                above = [item, None]
            elif entry.level == QUESTION:
                above[1] = item
        self.tree.expandAll()
        self.tree.restore(chosen, current)
        self.tree.blockSignals(False)
        self._count()

    def _item(self, place: int, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem([entry.text, (_("section"), _("question"), _("prompt"))[entry.level]])
        item.setData(0, PLACE, place)
        item.setSizeHint(0, QSize(0, 28))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        _dress(item, entry)
        return item

    def _changed(self, item: QTreeWidgetItem, _column: int) -> None:
        """A line was ticked, unticked or corrected; the box of one of several selected lines ticks them all."""
        place, kept = item.data(0, PLACE), item.checkState(0) == Qt.CheckState.Checked
        entry, chosen = self._entries[place], self.tree.chosen()
        words = " ".join(item.text(0).split()) or entry.text
        self._entries[place] = replace(entry, text=words)
        together = set(chosen) if kept != entry.kept and place in chosen else {place}
        self.tree.blockSignals(True)
        for each in self.tree.every():
            if each.data(0, PLACE) in together:
                self._entries[each.data(0, PLACE)] = replace(self._entries[each.data(0, PLACE)], kept=kept)
                _dress(each, self._entries[each.data(0, PLACE)])
        self.tree.blockSignals(False)
        self._count()

    def _shift(self, by: int) -> None:
        for place in self.tree.chosen():
            entry = self._entries[place]
            self._entries[place] = replace(entry, level=min(PROMPT, max(SECTION, entry.level + by)))
        self._fill()

    def _count(self) -> None:
        kept = [entry.level for entry in self._entries if entry.kept]
        sections, questions, prompts = (kept.count(level) for level in (SECTION, QUESTION, PROMPT))
        self.count.setText(joined(
            ngettext("{n} section", "{n} sections", sections).format(n=sections),
            ngettext("{n} question", "{n} questions", questions).format(n=questions),
            ngettext("{n} prompt", "{n} prompts", prompts).format(n=prompts) if prompts else ""))
        self.take.setEnabled(bool(questions + prompts) and bool(self.title.text().strip()))


class GuideTree(QTreeWidget):
    """``level_asked``: Alt+arrows ask that the selected lines go one level out (-1) or in (1)."""

    level_asked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setAccessibleName(_("Lines of the guide"))
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.header()
        if header is not None:
            header.setStretchLastSection(False)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(1, 100)

    def chosen(self) -> list[int]:
        """The places of the selected lines."""
        return sorted(item.data(0, PLACE) for item in self.selectedItems())

    def current(self) -> int | None:
        """The place of the current line."""
        item = self.currentItem()
        return item.data(0, PLACE) if item is not None else None

    def restore(self, chosen: Sequence[int], current: int | None) -> None:
        """Select these lines again, once all were made anew."""
        items = {item.data(0, PLACE): item for item in self.every()}
        self.setCurrentItem(items.get(current if current is not None else 0))
        for place in chosen:
            items[place].setSelected(True)

    def drawBranches(self, painter: QPainter | None, rect: QRect, index: QModelIndex) -> None:
        """No arrows: nothing is folded here."""

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Alt+arrows are ours."""
        if event is not None and event.modifiers() & ALT and Qt.Key(event.key()) in STEPS:
            self.level_asked.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def every(self) -> list[QTreeWidgetItem]:
        """The lines, in order."""
        found, each = [], QTreeWidgetItemIterator(self)
        while (item := each.value()) is not None:
            found.append(item)
            each += 1
        return found


def _dress(item: QTreeWidgetItem, entry: Entry) -> None:
    """Ticked or not, and written so."""
    colours = theme.palette()
    item.setText(0, entry.text)
    item.setToolTip(0, entry.text)
    item.setCheckState(0, Qt.CheckState.Checked if entry.kept else Qt.CheckState.Unchecked)
    item.setFont(0, theme.ui_font(13, QFont.Weight.DemiBold if entry.level == SECTION else QFont.Weight.Normal))
    ink = colours.faint if not entry.kept else colours.muted if entry.level == PROMPT else colours.ink
    item.setForeground(0, ink)
    item.setForeground(1, colours.faint)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The first codebook that a guide would make, shown before it is made."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.desk import Desk
from app.widgets.words import codes_counted, joined
from coding.guides import first_codebook
from coding.guides.first_codebook import By, Planned
from coding.guides.guides import GuideRow
from coding.language import _, ngettext

PATH = Qt.ItemDataRole.UserRole


class CodebookDialog(QDialog):
    """``by`` and ``left_out`` are what the act takes."""

    def __init__(self, desk: Desk, guide: GuideRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._guide = guide
        self.setWindowTitle(_("First codebook"))
        self.sections = QRadioButton(_("Sections become themes, questions their codes"))
        self.questions = QRadioButton(_("Each question becomes a theme"))
        choices = QButtonGroup(self)
        for button in (self.sections, self.questions):
            choices.addButton(button)
        self.sections.setChecked(True)
        self.sections.toggled.connect(lambda _on: self._fill())
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setAccessibleName(_("Codes that are made"))
        self.tree.itemChanged.connect(lambda item, _column: self._follow(item))
        self.count = parts.label("", "muted", wrap=True)
        self.take = parts.button(_("Make the codebook"), self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out()
        self._fill()
        self.resize(640, 600)

    @property
    def by(self) -> By:
        """What becomes a theme."""
        return "sections" if self.sections.isChecked() else "questions"

    @property
    def left_out(self) -> list[tuple[str, ...]]:
        """The paths of the unticked codes."""
        return [item.data(0, PATH) for item in self._items() if item.checkState(0) == Qt.CheckState.Unchecked]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(parts.label(
            _("First codebook from “{title}”").format(title=self._guide.title), "title", wrap=True))
        column.addWidget(parts.label(
            _("Each code is linked to the question that opens it, and noted as coming from the guide. Names can be "
              "changed in Coding."), "muted", wrap=True))
        column.addWidget(self.sections)
        column.addWidget(self.questions)
        column.addWidget(self.tree, 1)
        column.addLayout(parts.dialog_foot(self, self.count, self.take))

    def _fill(self) -> None:
        plans = self._desk.read_now(lambda session: first_codebook.planned(session, self._guide.id, self.by))
        self.tree.blockSignals(True)
        self.tree.clear()
        made: dict[tuple[str, ...], QTreeWidgetItem] = {}
        for plan in plans:
            item = made[plan.path] = self._item(plan)
            above = made.get(plan.path[:-1])
            if above is not None:
                above.addChild(item)
            else:
                self.tree.addTopLevelItem(item)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self._count()

    def _item(self, plan: Planned) -> QTreeWidgetItem:
        name = plan.path[-1]
        item = QTreeWidgetItem([_("{name} (there already)").format(name=name) if plan.there else name])
        item.setData(0, PATH, plan.path)
        asked = [row.text for row in self._guide.questions if row.id in plan.questions]
        item.setToolTip(0, "\n".join(asked) or name)
        item.setSizeHint(0, QSize(0, 28))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked)
        if plan.there:
            item.setForeground(0, theme.palette().muted)
        return item

    def _follow(self, item: QTreeWidgetItem) -> None:
        """What stands below goes with it; what is ticked needs what stands above."""
        self.tree.blockSignals(True)
        ticked = item.checkState(0)
        for n in range(item.childCount()):
            child = item.child(n)
            if child is not None:
                child.setCheckState(0, ticked)
        parent = item.parent()
        if parent is not None and ticked == Qt.CheckState.Checked:
            parent.setCheckState(0, ticked)
        self.tree.blockSignals(False)
        self._count()

    def _count(self) -> None:
        out = set(self.left_out)
        kept = [item.data(0, PATH) for item in self._items() if item.data(0, PATH) not in out]
        themes = sum(len(path) == 1 for path in kept)
        words = joined(ngettext("{n} theme", "{n} themes", themes).format(n=themes),
                       codes_counted(len(kept) - themes) if len(kept) > themes else "")
        if not self._items():
            words = _("Every question of this guide opens a code already.")
        self.count.setText(words)
        self.take.setEnabled(bool(kept))

    def _items(self) -> list[QTreeWidgetItem]:
        found, each = [], QTreeWidgetItemIterator(self.tree)
        while (item := each.value()) is not None:
            found.append(item)
            each += 1
        return found

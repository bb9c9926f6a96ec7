# SPDX-License-Identifier: GPL-3.0-or-later
"""What a REFI-QDA project would bring, seen before anything goes in."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.desk import Desk
from coding import coders
from coding.exchange import losses, taking
from coding.exchange.model import Exchange
from coding.exchange.taking import Plan
from coding.exchange.taking_work import KINDS, NAMES, Choices
from coding.language import _, ngettext, number

ROW = 26


class PreviewDialog(QDialog):
    """``choices`` are what the act takes."""

    def __init__(self, desk: Desk, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._exchange = exchange
        self.setWindowTitle(_("Import a project"))
        self.plan: Plan = desk.read_now(lambda session: taking.foresee(session, exchange))
        self._names = list(desk.read_now(coders.names).values())
        self.table = QTableWidget(0, 3)
        self.unfold = QCheckBox(_("Make a tree of the codes whose names hold “{sign}”").format(
            sign=self.plan.separator))
        self.unfold.setVisible(bool(self.plan.separator))
        self.boxes: dict[str, QComboBox] = {}
        self.lost = QPlainTextEdit()
        self.count = parts.label("", "muted", wrap=True)
        self.take = parts.button("", self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out()
        self._fill()
        self.unfold.toggled.connect(lambda _on: self._again())
        self.resize(620, 620)

    @property
    def choices(self) -> Choices:
        """The names given to the coders, and whether codes become a tree."""
        usual = {one.guid: one.name for one in self.plan.coders}
        named = {guid: box.currentText().strip() for guid, box in self.boxes.items()}
        return Choices({guid: name for guid, name in named.items() if name and name != usual.get(guid)},
                       self.plan.separator if self.unfold.isChecked() else "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(parts.label(self._exchange.name, "title", wrap=True))
        if self._exchange.origin:
            column.addWidget(parts.label(_("Made by {program}").format(program=self._exchange.origin), "muted",
                                         wrap=True))
        column.addWidget(self._table(), 3)
        column.addWidget(self.unfold)
        if self.plan.coders:
            column.addWidget(parts.label(_("Who coded"), "heading"))
            column.addLayout(self._coders())
        self._lost_title = parts.label(_("What cannot be imported"), "heading")
        self.lost.setReadOnly(True)
        self.lost.setTabChangesFocus(True)
        self.lost.setAccessibleName(self._lost_title.text())
        column.addWidget(self._lost_title)
        column.addWidget(self.lost, 2)
        column.addLayout(parts.dialog_foot(self, self.count, self.take))

    def _table(self) -> QTableWidget:
        table = self.table
        table.setHorizontalHeaderLabels([_("In the file"), _("New"), _("Already here")])
        table.setAccessibleName(_("What the file holds"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        first = table.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side, head = table.verticalHeader(), table.horizontalHeader()
        if side is not None and head is not None:
            side.hide()
            side.setDefaultSectionSize(ROW)
            head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            head.setHighlightSections(False)
        return table

    def _coders(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        for one in self.plan.coders:
            box = self.boxes[one.guid] = QComboBox()
            box.setEditable(True)
            box.addItems(list(dict.fromkeys([one.name, *self._names])))
            box.setToolTip(_("The name under which these codings come: a new one, or a coder of the project"))
            said = ngettext("{name}, {n} coding", "{name}, {n} codings", one.codings).format(
                name=one.name, n=number(one.codings))
            box.setAccessibleName(said)
            form.addRow(parts.label(said), box)
        return form

    def _again(self) -> None:
        """Count anew, by what was chosen."""
        choices = self.choices
        self.plan = self._desk.read_now(lambda session: taking.foresee(session, self._exchange, choices))
        self._fill()

    def _fill(self) -> None:
        plan = self.plan
        shown = [kind for kind in KINDS if plan.new[kind] or plan.same[kind]]
        self.table.setRowCount(len(shown))
        for row, kind in enumerate(shown):
            for place, text in enumerate((_(NAMES[kind]), _figure(plan.new[kind]), _figure(plan.same[kind]))):
                item = QTableWidgetItem(text)
                if place:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, place, item)
        self.lost.setPlainText("\n".join(losses.said(plan.losses)))
        for widget in (self._lost_title, self.lost):
            widget.setVisible(bool(plan.losses))
        n = plan.new["interviews"]
        self.take.setText(ngettext("Import {n} interview", "Import {n} interviews", n).format(n=n) if n
                          else _("Import what is new"))
        self.take.setEnabled(bool(plan) and not self._desk.read_only)
        self.count.setText(_("What is already in the project stays as it is.") if plan
                           else _("Everything in this file is in the project already."))


def _figure(count: int) -> str:
    return number(count) if count else "–"

# SPDX-License-Identifier: GPL-3.0-or-later
"""Someone withdraws their consent: what goes, what stays, what left before; then it is erased for good."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.acts import consent
from app.corpus import loss_words
from app.corpus.exports_list import ExportsList
from app.desk import Desk
from app.settings import Settings
from app.widgets.notice import Notice
from app.widgets.words import joined
from coding import withdrawing
from coding.consent.traces import WHY, Trace
from coding.exports_log import Export
from coding.language import _, say
from coding.withdrawing import Loss, Withdrawn
from models.errors import KnownError

WHERE = 240  # pixels
LISTED = 4  # lines of a list before it scrolls by itself


class WithdrawDialog(QDialog):
    """Choose who, see what goes, type their name, erase; then the exports made before stay to be read."""

    def __init__(self, desk: Desk, settings: Settings, chosen: int | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._loss: Loss | None = None
        self._busy = False
        self.setWindowTitle(_("Withdrawal of consent"))
        self.who = QComboBox()
        self.who.setAccessibleName(_("Who withdraws"))
        for key, name in desk.read_now(withdrawing.people):
            self.who.addItem(name, key)
        self.who.setCurrentIndex(max(self.who.findData(chosen), 0))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        self._title = parts.label(_("Withdrawal of consent"), "title")
        self._of = parts.label(_("of"), "muted")
        self._of.setBuddy(self.who)
        head.addWidget(self._title)
        head.addWidget(self._of)
        head.addWidget(self.who, 1)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self._confirmation())
        column.addLayout(self._foot())
        self.resize(760, 620)
        self.who.currentIndexChanged.connect(lambda _index: self._look())
        self.finished.connect(self.deleteLater)
        self._look()

    def reject(self) -> None:
        """Nothing closes while words are being erased."""
        if not self._busy:
            super().reject()

    # -- what it is made of

    def _confirmation(self) -> QWidget:
        self._asked = parts.label("", wrap=True)
        self.typed = QLineEdit()
        self.typed.textChanged.connect(lambda _text: self._enable())
        self._asked.setBuddy(self.typed)
        self._below = QWidget()
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._asked)
        column.addWidget(self.typed)
        return self._below

    def _foot(self) -> QHBoxLayout:
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Erasing…"))
        self._bar.hide()
        self.close_button = parts.button(_("Cancel"), self.reject)
        self.erase = parts.button(_("Erase for good"), self._erase, name="primary")
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._bar, 1)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.erase)
        return foot

    # -- seeing

    def _look(self) -> None:
        """Read what goes with the one chosen."""
        key, self._loss = self.who.currentData(), None
        self.typed.clear()
        self._below.hide()
        self._enable()
        if key is None:
            self._fill([parts.label(_("There is no participant in this project."), "hint", wrap=True)])
            return
        self._fill([parts.label(_("Looking for their words…"), "hint")])
        consent.preview(self._desk, key, lambda seen: self._show(key, *seen), lambda error: self._refuse(key, error))

    def _show(self, key: int, loss: Loss, exports: tuple[Export, ...], backups: int) -> None:
        if key != self.who.currentData():
            return  # another one was chosen meanwhile
        self._loss = loss
        lines: list[QWidget] = [
            Notice(_("Erased for good."), [loss_words.for_good(backups)], "bad"),
            parts.label(_("What goes"), "heading"),
            *(parts.label(f"–  {line}", wrap=True) for line in loss_words.goes(loss)),
        ]
        if shared := loss_words.passages(loss):
            lines += [parts.label(_("Passages of shared interviews"), "heading"), self._passages(shared)]
        if loss.to_look_at:
            lines += [parts.label(_("To look at first"), "heading"), parts.label(
                _("What you wrote stays as it is. Where it still tells of them, change it first: what stood there then "
                  "goes with the rest. Enter opens a transcript, a memo or a code; the other lines say where to look."),
                "muted", wrap=True), self._traces(loss.to_look_at)]
        if exports:
            lines += [parts.label(_("Earlier files that may hold their words"), "heading"), parts.label(
                _("Fil rouge does not touch them: they are for you to delete."), "muted", wrap=True),
                self._exports(exports)]
        self._fill(lines)
        self._asked.setText(_("Type “{name}” to confirm").format(name=loss.name))
        self._below.show()
        self._enable()

    def _refuse(self, key: int, error: KnownError) -> None:
        if key == self.who.currentData():
            self._fill([Notice("", [say(error)], "warn")])

    def _passages(self, found: Sequence[tuple[str, str, str]]) -> QTreeWidget:
        return _table(_("Passages of shared interviews"), (_("Interview"), _("Becomes"), _("Words")), found)

    def _traces(self, found: Sequence[Trace]) -> QTreeWidget:
        made = _table(_("To look at first"), (_("Where"), _("Why"), _("Words")), [
            (joined(trace.kind, trace.where), _(WHY[trace.why]), trace.words) for trace in found])
        made.itemActivated.connect(lambda item: self._go(found[made.indexOfTopLevelItem(item)]))
        return made

    def _go(self, trace: Trace) -> None:
        """Close, and show what is to be looked at."""
        signals = {"memo": self._desk.memo_asked, "code": self._desk.code_asked}
        if trace.table == "interview":
            self.reject()
            self._desk.place_asked.emit(trace.row_id, trace.start, trace.end)
        elif trace.table in signals:
            self.reject()
            signals[trace.table].emit(trace.row_id)

    def _exports(self, found: Sequence[Export]) -> ExportsList:
        self.exports = ExportsList(self._settings)
        self.exports.take(found)
        _tall_enough(self.exports.table, len(found))
        return self.exports

    def _fill(self, lines: Sequence[QWidget]) -> None:
        inside = parts.Panel("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for place, line in enumerate(lines):
            if place and line.property("role") == "heading":
                column.addSpacing(8)
            column.addWidget(line)
        column.addStretch(1)
        old = self._area.takeWidget()
        self._area.setWidget(inside)
        if old is not None:
            old.deleteLater()
        stops = [each for each in inside.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise((self._area, *stops, self.typed, self.close_button, self.erase)):
            self.setTabOrder(before, after)  # as they stand: what is read comes before what confirms

    def _enable(self) -> None:
        sure = self._loss is not None and self.typed.text().strip() == self._loss.name
        self.erase.setEnabled(sure and not self._busy)

    # -- doing

    def _erase(self) -> None:
        self._set_busy(True)
        consent.withdraw(self._desk, self.who.currentData(), self._done, self._failed)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._bar.setVisible(busy)
        for part in (self.who, self.typed, self.close_button, self._area):
            part.setEnabled(not busy)
        self._enable()

    def _failed(self, error: KnownError) -> None:
        self._set_busy(False)
        self._refuse(self.who.currentData(), error)

    def _done(self, result: Withdrawn) -> None:
        self._set_busy(False)
        self._loss = None
        self._below.hide()
        for part in (self._of, self.who, self.erase):
            part.hide()
        self._title.setText(_("Erased"))
        lines: list[QWidget] = [Notice("", loss_words.done(result), "ok" if result.pending is None else "warn")]
        if result.loss.to_look_at:
            lines += [parts.label(_("Left as it was"), "heading"), self._traces(result.loss.to_look_at)]
        if result.exports:
            lines += [parts.label(_("Earlier files that may hold their words"), "heading"), parts.label(
                _("Delete them yourself, with the copies you gave. This list is not kept with their name: save it now "
                  "if you need it."), "muted", wrap=True), self._exports(result.exports)]
        self._fill(lines)
        self.resize(self.width(), min(self.height(), 160 + sum(line.sizeHint().height() + 14 for line in lines)))
        self.close_button.setText(_("Close"))
        self.close_button.setFocus()


def _table(name: str, titles: Sequence[str], rows: Sequence[tuple[str, str, str]]) -> QTreeWidget:
    made = QTreeWidget()
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    made.setHeaderLabels(list(titles))
    made.setAccessibleName(name)
    made.ensurePolished()  # rows are measured once, when the first comes
    for row in rows:
        item = QTreeWidgetItem(list(row))
        for place, text in enumerate(row):
            item.setToolTip(place, text)
        made.addTopLevelItem(item)
    made.setCurrentItem(made.topLevelItem(0))  # where the keys are is seen
    head = made.header()
    if head is not None:
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.resizeSection(0, WHERE)
    return _tall_enough(made, len(rows))


def _tall_enough(table: QTreeWidget, lines: int) -> QTreeWidget:
    """The table, as tall as its lines, up to LISTED."""
    head = table.header()
    line = max(table.sizeHintForRow(0), table.fontMetrics().height() + 8)
    table.setFixedHeight(line * min(lines, LISTED) + (head.sizeHint().height() if head is not None else 0) + 8)
    return table

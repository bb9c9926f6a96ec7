# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks in a file about to be imported: who asks, and labels that were mistyped or are none, put right."""

from __future__ import annotations

from PyQt6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QFont, QKeyEvent
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.widgets.lead import lead
from coding.intake.unturned import AsText
from coding.language import _, number
from coding.reviewing import FileReview

ASKS, LABEL, SPEAKER, TURNS, FIRST = range(5)


class VoicesTable(QTableWidget):
    """``deleted`` says that Delete was pressed."""

    deleted = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
            return
        super().keyPressEvent(event)


class VoicesPart(QWidget):
    """A row a label of the file. ``changed`` says that the review was corrected here."""

    changed = pyqtSignal()

    def __init__(self, review: FileReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.table = self._table()
        lead(self, lambda: self.table)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.join = parts.button(_("Join to"), menu=self._menu)
        self.join.setToolTip(_("Give the turns of the selected labels to another speaker"))
        self.none = parts.button(_("Not a speaker"), self.is_no_speaker)
        self.none.setToolTip(_("The selected labels are words: their lines go on the turn before (Del)"))
        self.undone = parts.button(_("As in the file"), self.restore)
        self.undone.setToolTip(_("Take the selected labels as they were read"))
        self.text = parts.button(_("A text without turns"), self.take_as_text)
        self.text.setToolTip(_("Nobody speaks in turn here: each paragraph becomes a turn (a diary, a document)"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (self.join, self.none, self.undone, self.text):
            row.addWidget(made)
        row.addWidget(parts.Elided(_("F2 gives the speaker another name."), "hint"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.deleted.connect(self.is_no_speaker)
        self.table.itemChanged.connect(self._edited)
        self.table.itemSelectionChanged.connect(self._enable)
        self.refresh()

    @property
    def labels(self) -> list[str]:
        """The selected labels."""
        every, model = list(self._review.voices), self.table.selectionModel()
        return [every[index.row()] for index in model.selectedRows()] if model is not None else []

    def join_to(self, speaker: str) -> None:
        """The selected labels are this speaker."""
        self._review.join(self.labels, speaker)
        self._tell()

    def is_no_speaker(self) -> None:
        """The selected labels are words."""
        self._review.is_no_speaker(self.labels)
        self._tell()

    def restore(self) -> None:
        """The selected labels are what they seemed."""
        self._review.restore(self.labels)
        self._tell()

    def take_as_text(self) -> None:
        """These labels are headings: it is a diary, a document."""
        self._review.take_as_text(AsText())
        self.changed.emit()

    def refresh(self) -> None:
        """Show the review as it stands."""
        with QSignalBlocker(self.table):
            for row, seen in enumerate(self._review.read.speakers):
                self._show(row, seen.label)
        self._enable()

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()

    def _show(self, row: int, label: str) -> None:
        voice = self._review.voices[label]
        asks, speaker = self.table.item(row, ASKS), self.table.item(row, SPEAKER)
        if asks is None or speaker is None:
            return
        checkable = Qt.ItemFlag.ItemIsUserCheckable
        asks.setFlags(asks.flags() | checkable if voice.becomes else asks.flags() & ~checkable)
        asks.setData(Qt.ItemDataRole.CheckStateRole, None if not voice.becomes else (
            Qt.CheckState.Checked if voice.asks else Qt.CheckState.Unchecked))
        asks.setToolTip(_("{label} asks the questions").format(label=voice.becomes) if voice.becomes else "")
        speaker.setText(voice.becomes or _("not a speaker"))
        speaker.setToolTip(speaker.text())
        font = QFont(self.table.font())
        font.setBold(voice.becomes not in ("", label))
        font.setItalic(not voice.becomes)
        speaker.setFont(font)
        speaker.setForeground(theme.palette().ink if voice.becomes else theme.palette().muted)

    def _edited(self, item: QTableWidgetItem) -> None:
        label = list(self._review.voices)[item.row()]
        if item.column() == ASKS:
            self._review.set_asks(label, item.checkState() == Qt.CheckState.Checked)
        elif item.column() == SPEAKER:
            self._review.rename(label, item.text())
        self._tell()

    def _enable(self) -> None:
        labels = self.labels
        self.none.setEnabled(any(self._review.voices[label].becomes for label in labels))
        self.undone.setEnabled(any(label in self._review.changed for label in labels))
        self.join.setEnabled(bool(labels) and bool(self._others()))

    def _others(self) -> list[str]:
        now = {self._review.voices[label].becomes for label in self.labels}
        return [name for name in self._review.speaking if len(now) > 1 or name not in now]

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name in self._others():
            action = QAction(name.replace("&", "&&"), self._menu)
            action.triggered.connect(lambda _checked, name=name: self.join_to(name))
            self._menu.addAction(action)

    def _table(self) -> VoicesTable:
        seen = self._review.read.speakers
        table = VoicesTable(len(seen), 5)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        table.setAccessibleName(_("Who speaks"))
        table.setTabKeyNavigation(False)
        table.setHorizontalHeaderLabels(
            [_("Asks"), _("In the file"), _("Speaker"), _("Turns"), _("First words")])
        side, head = table.verticalHeader(), table.horizontalHeader()
        if side is not None:
            side.setDefaultSectionSize(30)
            side.hide()
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for row, one in enumerate(seen):
            for place, text in ((ASKS, ""), (LABEL, one.label), (SPEAKER, ""), (TURNS, number(one.turns)),
                                (FIRST, one.first_words)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(shown | Qt.ItemFlag.ItemIsEditable if place == SPEAKER else shown)
                if place == TURNS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, place, item)
        for place, width in ((ASKS, 92), (LABEL, 130), (SPEAKER, 150), (TURNS, 64)):
            table.setColumnWidth(place, width)
        if head is not None:
            head.setHighlightSections(False)
            head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            head.setSectionResizeMode(FIRST, QHeaderView.ResizeMode.Stretch)
        table.setCurrentCell(0, LABEL, QItemSelectionModel.SelectionFlag.NoUpdate)
        return table

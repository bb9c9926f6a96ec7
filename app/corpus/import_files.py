# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the import dialog: ticked or not, and shown all together, or those to look at, or those left out."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QSignalBlocker, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QIcon
from PyQt6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app import icons, parts
from app.coder.page.reading_options import Segments
from app.widgets.lead import lead
from coding.language import N_, _
from coding.reviewing import FileReview

ALL, TO_LOOK_AT, LEFT_OUT = range(3)
TITLES = (("all", N_("All")), ("look", N_("To look at")), ("out", N_("Left out")))
MANY = 8  # files from which showing only some of them helps


class FileList(parts.Panel):
    """``ticked`` says that a file was, or no more; ``shown`` gives the place of the one to show."""

    ticked = pyqtSignal()
    shown = pyqtSignal(int)

    def __init__(self, reviews: Sequence[FileReview]) -> None:
        super().__init__("panel")
        self._reviews = reviews
        self.files = QListWidget()
        self.files.setProperty("role", "panel")
        self.files.setAccessibleName(_("Files"))
        for review in reviews:
            self.files.addItem(_item(review))
        self.filter = Segments(TITLES)
        self.filter.pick(ALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QWidget()
        if len(reviews) < MANY:
            above.hide()
        inside = QVBoxLayout(above)
        inside.setContentsMargins(10, 10, 10, 6)
        inside.addWidget(self.filter)
        column.addWidget(above)
        column.addWidget(self.files, 1)
        self.files.currentRowChanged.connect(self.shown)
        self.files.itemChanged.connect(self._tick)
        self.filter.group.idClicked.connect(self._filter)
        lead(self, lambda: self.files)
        self.refresh()

    def refresh(self) -> None:
        """Show the reviews as they stand."""
        with QSignalBlocker(self.files):
            for row, review in enumerate(self._reviews):
                item = self.files.item(row)
                if item is not None:
                    _show(item, review)
        counts = (len(self._reviews), sum(one.to_look_at for one in self._reviews),
                  sum(one.incoming is None for one in self._reviews))
        for place, (_key, title) in enumerate(TITLES):
            button = self.filter.group.button(place)
            if button is not None:
                button.setText(f"{_(title)} {counts[place]}")
                button.setEnabled(bool(counts[place]) or button.isChecked())

    def _tick(self, item: QListWidgetItem) -> None:
        review = self._reviews[self.files.row(item)]
        wanted = item.checkState() == Qt.CheckState.Checked
        if not review.refusal and review.wanted != wanted:
            review.wanted = wanted
            self.ticked.emit()

    def _filter(self, choice: int) -> None:
        """Show some of the files; the list is not made anew while one works through it."""
        shown = [choice == ALL or (choice == TO_LOOK_AT and one.to_look_at)
                 or (choice == LEFT_OUT and one.incoming is None) for one in self._reviews]
        for row, visible in enumerate(shown):
            self.files.setRowHidden(row, not visible)
        if any(shown) and not shown[max(0, self.files.currentRow())]:
            self.files.setCurrentRow(shown.index(True))


def _item(review: FileReview) -> QListWidgetItem:
    item = QListWidgetItem(review.name)
    item.setToolTip(review.name)
    item.setSizeHint(QSize(0, 34))  # the style forgets the box to tick when it measures a row
    return item


def _show(item: QListWidgetItem, review: FileReview) -> None:
    item.setIcon(_icon(review))
    checkable = Qt.ItemFlag.ItemIsUserCheckable
    item.setFlags(item.flags() & ~checkable if review.refusal else item.flags() | checkable)
    item.setData(Qt.ItemDataRole.CheckStateRole, None if review.refusal else (
        Qt.CheckState.Checked if review.wanted else Qt.CheckState.Unchecked))


def _icon(review: FileReview) -> QIcon:
    if review.refusal:
        return icons.icon("warning", "bad")
    return icons.icon("warning", "warn") if review.to_look_at else QIcon()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Before a file leaves the project: what could still identify someone in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import parts
from app.desk import Desk
from app.pseudonyms import words
from app.pseudonyms.review import Line
from app.pseudonyms.sitting import Sitting
from coding.language import _, ngettext, number, say
from coding.pseudonyms.held import Holds

KEY = Qt.ItemDataRole.UserRole
SHOWN = 8


def look_first(desk: Desk, parent: QWidget, name: str, go: Callable[[], None],
               holds: Holds = lambda _place: True) -> ExportCheck | None:
    """Call ``go`` once nothing in the file ``name`` could identify anyone, or its author said to go on; the dialog that
    asks, if one must. ``holds`` says which places of the project the file takes with it."""
    sitting = Sitting.of(desk)
    if not sitting.asks:
        go()
        return None
    began = not sitting.fresh and not sitting.looking
    if began:
        sitting.look()
    if sitting.fresh and not sitting.looking and not left(sitting, holds):
        go()
        return None
    dialog = ExportCheck(desk, sitting, name, holds, began=began, parent=parent)
    dialog.accepted.connect(go)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog


def left(sitting: Sitting, holds: Holds) -> list[tuple[Line, int]]:
    """The identities that are not to be kept, and at how many places the file has them, but for those left out on
    purpose; the most written first."""
    found = [(line, sum(map(holds, line.places))) for line in sitting.review.lines if not line.stays]
    return sorted((one for one in found if one[1]), key=lambda one: -one[1])


class ExportCheck(QDialog):
    """Looks, then goes on by itself or lists what is left. Accepted: export."""

    def __init__(self, desk: Desk, sitting: Sitting, name: str, holds: Holds, *, began: bool,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Before the export"))
        self.setFixedWidth(520)
        self._desk = desk
        self._sitting = sitting
        self._holds = holds
        self._began = began
        self._name = name
        self.title = parts.label("", "title", wrap=True)
        self.told = parts.label("", "muted", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Identifiers likely left"))
        self.list.itemActivated.connect(self._open)
        self.quiet = QCheckBox(_("Do not look again until the project is closed"))
        self.review = parts.button(_("Review…"), self.open_review)
        self.cancel = parts.button(_("Cancel"), self.reject)
        self.export = parts.button("", self.accept)
        self._lay_out()
        sitting.turned.connect(self._follow)
        sitting.told.connect(self._tell)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for button in (self.cancel, self.export, self.review):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        for part in (self.title, self.told, self._progress, self.list, self.quiet):
            column.addWidget(part)
        column.addLayout(row)

    def accept(self) -> None:
        """Export."""
        self._sitting.asks = self._sitting.asks and not self.quiet.isChecked()
        super().accept()

    def done(self, result: int) -> None:
        """However it closes, a search begun for it alone ends with it."""
        self._sitting.turned.disconnect(self._follow)
        if self._began and self._sitting.looking:
            self._sitting.stop()
        super().done(result)

    def open_review(self) -> None:
        """Give up the export for the review."""
        item = self.list.currentItem()
        key = item.data(KEY) if item is not None else ""
        self._began = False
        self.reject()
        self._desk.identity_asked.emit(key)

    def _open(self, _item: QListWidgetItem) -> None:
        self.open_review()

    def _follow(self) -> None:
        if self._sitting.looking:
            return
        if self._sitting.found and not left(self._sitting, self._holds):
            self.accept()
        else:
            self._show()

    def _tell(self, done: int, total: int, _what: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show(self) -> None:
        sitting = self._sitting
        found = left(sitting, self._holds) if not sitting.looking and sitting.found else []
        for part, shown in ((self._progress, sitting.looking), (self.list, bool(found)), (self.review, bool(found))):
            part.setVisible(shown)
        if sitting.looking:
            self.title.setText(_("Looking for what could identify someone…"))
            self.told.setText(_("“{name}” is written as soon as nothing is found.").format(name=self._name))
            self.export.setText(_("Export without looking"))
        elif found:
            self._list(found)
        else:
            self.title.setText(_("The search could not be made"))
            self.told.setText(say(sitting.error) if sitting.error is not None else "")
            self.export.setText(_("Export all the same"))
        self._make_default(self.review if found else self.cancel)
        parts.fit_height(self)

    def _list(self, found: Sequence[tuple[Line, int]]) -> None:
        n = len(found)
        self.title.setText(ngettext("{n} identifier is likely left", "{n} identifiers are likely left", n).format(
            n=number(n)))
        self.told.setText(_("“{name}” would hold them as they are.").format(name=self._name))
        self.export.setText(_("Export all the same"))
        self.list.clear()
        for line, count in found:
            said = _("{name}   {kind}, {count}").format(
                name=line.identity.name, kind=words.kind(line.identity.label), count=words.occurrences(count))
            item = QListWidgetItem(parts.swatch(words.colour(line.identity.label)), said)
            item.setData(KEY, line.key)
            item.setSizeHint(QSize(0, 30))
            self.list.addItem(item)
        self.list.setFixedHeight(30 * min(n, SHOWN) + 4)
        self.list.setCurrentRow(0)

    def _make_default(self, chosen: QPushButton) -> None:
        for button in (self.review, self.cancel, self.export):
            button.setDefault(button is chosen)
        chosen.setFocus()

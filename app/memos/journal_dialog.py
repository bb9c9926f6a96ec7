# SPDX-License-Identifier: GPL-3.0-or-later
"""Today's page of the field journal, written beside whatever is being read."""

from __future__ import annotations

from datetime import date

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QCloseEvent, QKeyEvent
from PyQt6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.acts import memos as acts
from app.desk import Desk
from app.memos.link_dialog import ask_link
from app.memos.linked_text import LinkedText
from coding import memos
from coding.calendar_words import capital, day_written
from coding.changes import Change
from coding.language import _

SIZE = (460, 320)
INSET = 24  # pixels from the corner of the window


class JournalDialog(QDialog):
    """Kept while one writes; Esc closes it, and so does Ctrl+D, which the window's menu hears: a tool window leaves
    its parent's shortcuts at work. Nothing is lost."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self._desk = desk
        self._day = date.today()
        self.setWindowTitle(_("Field journal"))
        self.setModal(False)
        self.day = parts.label("", "title")
        self.text = LinkedText(desk, _("Field journal"), _("What I did, saw, understood today…"))
        self.text.kept.connect(lambda text: acts.write_day(desk, day=self._day, text=text))
        self._link = parts.button(_("Link…"), self._ask_link, name="flat", icon="link")
        self._link.setToolTip(_("Link to a passage, a code or an interview"))
        self._link.setEnabled(not desk.read_only)
        row = QHBoxLayout()
        row.addWidget(self._link)
        row.addWidget(parts.label(_("Kept as you write."), "faint"))
        row.addStretch(1)
        row.addWidget(parts.button(_("Close"), self.turn))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.day)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        desk.changed.connect(self._follow)
        self.resize(*SIZE)

    def turn(self) -> None:
        """Open it, or close it when it is open."""
        if self.isVisible():
            self.close()
            return
        self._day = date.today()
        self.day.setText(capital(day_written(self._day)))
        self._read()
        self._place()
        self.show()
        self.activateWindow()
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Esc closes, which keeps."""
        if event is not None and event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Keep what is being written, and go back to what was being read."""
        self.text.keep()
        super().closeEvent(event)
        page = self.parentWidget()
        if page is not None and page.isVisible():
            page.activateWindow()

    def _ask_link(self) -> None:
        ask_link(self, self._desk, self.text.insert)

    def _read(self) -> None:
        self.text.show_text(self._desk.read_now(lambda session: memos.read_day(session, self._day)))

    def _follow(self, change: Change) -> None:
        if self.isVisible() and change.touches("memo"):
            self._read()

    def _place(self) -> None:
        page = self.parentWidget()
        window = page.window() if page is not None else None
        if window is not None:
            corner = window.mapToGlobal(window.rect().bottomRight())
            self.move(corner.x() - self.width() - INSET, corner.y() - self.height() - 2 * INSET)

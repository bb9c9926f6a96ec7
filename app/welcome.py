# SPDX-License-Identifier: GPL-3.0-or-later
"""The page shown while no project is open."""

from __future__ import annotations

from pathlib import Path

from PyQt6.QtCore import QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QMouseEvent
from PyQt6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app import icons, parts, theme
from app.settings import Settings
from coding.language import _

COLUMN = 560


class Welcome(parts.Panel):
    """``asked`` carries the key of a verb (project.new, project.open, project.sample); ``chosen`` a project file."""

    asked = pyqtSignal(str)
    chosen = pyqtSignal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._settings = settings
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(2)
        self._add_name(column)
        column.addSpacing(28)
        column.addLayout(self._buttons())
        column.addSpacing(34)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(3)
        column.addWidget(parts.label(
            _("Everything stays on this computer: nothing is sent anywhere."), "faint"))
        column.addSpacing(20)
        middle = QWidget()
        middle.setFixedWidth(COLUMN)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        self.refresh()

    def _add_name(self, column: QVBoxLayout) -> None:
        name = parts.label("Fil rouge", font=theme.reading_font(38, weight=QFont.Weight.DemiBold))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(parts.Picture(icons.application_icon(), 64))
        row.addWidget(name)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(parts.label(
            _("Code your interviews, read across them, see what becomes redundant, and take the quotes to Word."),
            wrap=True, font=theme.reading_font(17)))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for key, text, icon, name in (
            ("project.new", _("New project…"), "new", "primary"), ("project.open", _("Open…"), "open", ""),
            ("project.sample", _("Try the sample"), "sample", ""),
        ):
            made = parts.button(text, name=name, icon=icon)
            made.setMinimumHeight(36)
            made.clicked.connect(lambda _checked, key=key: self.asked.emit(key))
            row.addWidget(made)
        row.addStretch(1)
        return row

    def refresh(self) -> None:
        """Read the recent projects again."""
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        paths = [Path(name) for name in self._settings.recent]
        if not paths:
            self._recent.addWidget(parts.label(_("You may also drop a .filrouge file here."), "hint"))
            return
        heading = parts.label(_("Recent projects"), "heading")
        heading.setContentsMargins(0, 0, 0, 6)
        self._recent.addWidget(heading)
        for path in paths:
            row = RecentRow(path)
            row.chosen.connect(self.chosen)
            row.forgotten.connect(self._forget)
            self._recent.addWidget(row)

    def _forget(self, path: Path) -> None:
        self._settings.forget_project(path)
        self.refresh()


class RecentRow(QWidget):
    """One recent project: opened by a click, greyed when its file is gone, taken off the list by its cross."""

    chosen = pyqtSignal(object)
    forgotten = pyqtSignal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        there = path.is_file()
        name = parts.Button(path.stem)
        name.setProperty("role", "recent" if there else "recent-gone")
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        name.setEnabled(there)
        name.clicked.connect(lambda: self.chosen.emit(path))
        where = parts.Elided(str(path.parent) if there else _("The file is no longer there."), "faint")
        cross = QToolButton()
        cross.setIcon(icons.icon("close", "faint"))
        cross.setIconSize(QSize(12, 12))
        cross.setToolTip(_("Take off this list"))
        cross.setAccessibleName(_("Take “{name}” off this list").format(name=path.stem))
        cross.clicked.connect(lambda: self.forgotten.emit(path))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(name)
        row.addWidget(where, 1)
        row.addWidget(cross)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        if self._path.is_file():
            self.chosen.emit(self._path)

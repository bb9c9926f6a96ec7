# SPDX-License-Identifier: GPL-3.0-or-later
"""The two windows of the Help menu: every key there is, and what the program is."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import crash, icons, menus, parts, theme
from coding.language import _

COLUMNS = 3


class KeyboardHelp(QDialog):
    """The keys, by menu, then those of the pages; made from the same table as the menus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        sections = menus.keyboard()
        most = max(sum(len(keys) + 2 for _title, keys in sections) / COLUMNS, *(len(keys) for _t, keys in sections))
        column, height = _column(), 0
        for title, keys in sections:
            if height and height + len(keys) > most:
                column.addStretch(1)
                columns.addLayout(column, 1)
                column, height = _column(), 0
            column.addWidget(self._section(title, keys))
            column.addSpacing(22)
            height += len(keys) + 2
        column.addStretch(1)
        columns.addLayout(column, 1)
        inside = QWidget()
        inside.setLayout(columns)
        columns.setContentsMargins(4, 0, 18, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.addWidget(area)
        whole.addWidget(parts.button(_("Close"), self.accept), 0, Qt.AlignmentFlag.AlignRight)
        self.resize(inside.sizeHint().width() + 80, 560)

    def _section(self, title: str, keys: list[tuple[str, str]]) -> QWidget:
        made = QWidget()
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.addWidget(parts.label(title, "heading"), 0, 0, 1, 2)
        for row, (what, pressed) in enumerate(keys, 1):
            said = parts.label(what)
            grid.addWidget(said, row, 0)
            key = QLabel(pressed)
            key.setProperty("role", "key")
            key.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
        return made


def _column() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(0)
    return made


class About(QDialog):
    """Name, version, licence, and the typefaces' authors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Fil rouge"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QVBoxLayout()
        text.setSpacing(8)
        text.addWidget(parts.label("Fil rouge", font=theme.reading_font(26)))
        for line, name in (
            (_("Version {version}").format(version=crash.program_version()), "muted"),
            (_("A tool for coding qualitative interviews. It works offline: interview text never leaves this machine."),
             ""),
            (_("Free software under the GNU General Public License, version 3 or later."), ""),
            (_("Typefaces: Inter (Rasmus Andersson) and Source Serif 4 (Frank Grießhammer), SIL Open Font License."),
             "faint"),
        ):
            text.addWidget(parts.label(line, name, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(parts.Picture(icons.application_icon(), 72), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 16)
        whole.addLayout(row)
        whole.addSpacing(10)
        whole.addWidget(parts.button(_("Close"), self.accept), 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(520)


# SPDX-License-Identifier: GPL-3.0-or-later
"""The two windows of the Help menu: every key there is, and what the program is."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import crash, icons, menus, parts, theme
from coding.fold import fold
from coding.language import _

COLUMNS, COLUMN = 3, 352  # pixels; three of them fit a screen of 1280 by 720
Section = tuple[str, list[tuple[str, str]]]


class KeyboardHelp(QDialog):
    """The keys, by menu, then those of the pages; made from the same table as the menus. What one types keeps the
    keys whose words, keys or section answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Filter: what it does, or its keys…"))
        self.field.setAccessibleName(_("Filter the keys"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._show)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(_("Keys"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(14)
        whole.addWidget(self.field)
        whole.addWidget(self._area)
        whole.addWidget(parts.button(_("Close"), self.accept), 0, Qt.AlignmentFlag.AlignRight)
        self._show("")
        self.resize(COLUMNS * COLUMN + 130, 640)

    def shown(self) -> list[Section]:
        """The keys that answer what was typed."""
        wanted = fold(self.field.text()).split()
        found = []
        for title, keys in menus.keyboard():
            kept = [key for key in keys if all(part in fold(" ".join((title, *key))) for part in wanted)]
            if kept:
                found.append((title, kept))
        return found

    def _show(self, _text: str) -> None:
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(2, 0, 8, 0)
        line.setSpacing(34)
        sections = self.shown()
        for column in _columns(sections):
            stack = QVBoxLayout()
            stack.setSpacing(22)
            for title, keys in column:
                stack.addWidget(_section(title, keys))
            stack.addStretch(1)
            line.addLayout(stack)
        line.addStretch(1)
        if not sections:
            line.insertWidget(0, parts.label(_("No key answers this filter."), "muted"), 0, Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(inside)


def _columns(sections: Sequence[Section]) -> list[list[Section]]:
    """Sections in columns of about the same height, in order."""
    heights = [len(keys) + 2 for _title, keys in sections]
    least = max([*heights, -(-sum(heights) // COLUMNS)], default=0)
    while True:
        columns: list[list[Section]] = [[]]
        room = least
        for section, height in zip(sections, heights, strict=True):
            if columns[-1] and height > room:
                columns.append([])
                room = least
            columns[-1].append(section)
            room -= height
        if len(columns) <= COLUMNS:
            return columns
        least += 1


def _section(title: str, keys: Sequence[tuple[str, str]]) -> QWidget:
    made = QWidget()
    made.setFixedWidth(COLUMN)
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setHorizontalSpacing(12)
    grid.setColumnStretch(0, 1)
    grid.addWidget(parts.label(title, "heading"), 0, 0, 1, 2)
    for row, (what, pressed) in enumerate(keys, 1):
        grid.addWidget(parts.label(what, wrap=True), row, 0)
        key = parts.label(pressed, "key")
        key.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
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


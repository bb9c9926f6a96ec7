# SPDX-License-Identifier: GPL-3.0-or-later
"""A code's definition as one reads it while coding."""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from app import icons, theme
from app.desk import Desk
from coding import codebook
from coding.language import N_, _

PARTS = (("include", N_("Include")), ("exclude", N_("Exclude")), ("example", N_("Example")))


class DefinitionView(QWidget):
    """``asked`` carries the id of the code to define; ``edit`` is the button that asks, placed by whoever holds
    this."""

    asked = pyqtSignal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.code_id: int | None = None
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = QToolButton()
        self.edit.setIcon(icons.icon("pencil"))
        self.edit.setToolTip(_("Edit the definition"))
        self.edit.setAccessibleName(self.edit.toolTip())
        self.edit.setEnabled(not desk.read_only)
        self.edit.clicked.connect(self._ask)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 12)
        box.addWidget(self._label)
        box.addStretch(1)
        self.show_code(None)

    def show_code(self, code_id: int | None) -> None:
        """Show a code's definition."""
        known = code_id if code_id in self._desk.codebook.by_id else None
        if known is not None and known == self.code_id:
            return
        self.code_id = known
        self._label.setText(self._html(self.code_id) if self.code_id is not None else "")

    def refresh(self) -> None:
        """Read the definition again: codes have changed, or colours."""
        code_id, self.code_id = self.code_id, None
        self.show_code(code_id)

    def text(self) -> str:
        """What is shown, as HTML."""
        return self._label.text()

    def _html(self, code_id: int) -> str:
        row = self._desk.read_now(lambda session: codebook.get(session, code_id))
        faint = theme.palette().faint.name()
        definition = escape(row.definition).replace("\n", "<br>")
        if not definition:
            definition = f'<span style="color:{faint}">{escape(_("Not defined yet."))}</span>'
        lines = [f"<b>{escape(row.name)}.</b> {definition}"]
        for key, title in PARTS:
            words = escape(getattr(row, key)).replace("\n", "<br>")
            if words:
                lines.append(f'<span style="color:{faint}">{escape(_(title))}</span>&nbsp;: {words}')
        return "".join(f'<p style="line-height:140%; margin:0 0 8px 0">{line}</p>' for line in lines)

    def _ask(self) -> None:
        if self.code_id is not None:
            self.asked.emit(self.code_id)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A code's definition as one reads it while coding, and its memo, written there."""

from __future__ import annotations

from html import escape

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from app import icons, parts, theme
from app.acts import memos as acts
from app.desk import Desk
from app.widgets.kept_text import KeptText
from coding import codebook, memos
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
        self.memo = KeptText(_("Memo on the code"), _("What this code is becoming, what it may merge with…"))
        self.memo.setFixedHeight(110)
        self.memo.setReadOnly(desk.read_only)
        self.memo.kept.connect(self._write_memo)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 12)
        box.setSpacing(8)
        box.addWidget(self._label)
        box.addSpacing(4)
        box.addWidget(parts.label(_("Memo on the code"), "heading"))
        box.addWidget(self.memo)
        box.addStretch(1)
        self.show_code(None)

    def show_code(self, code_id: int | None) -> None:
        """Show a code's definition, once what was being written of another is kept."""
        known = code_id if code_id in self._desk.codebook.by_id else None
        if known is None or known != self.code_id:
            self.memo.keep()
            self.code_id = known
            self.refresh()

    def refresh(self) -> None:
        """Read definition and memo again: they have changed, or colours."""
        if self.code_id not in self._desk.codebook.by_id:
            self.code_id = None
        self._label.setText(self._html(self.code_id) if self.code_id is not None else "")
        self.refresh_memo()

    def refresh_memo(self) -> None:
        """Read the memo again."""
        code_id = self.code_id
        self.memo.show_text("" if code_id is None else self._desk.read_now(
            lambda session: memos.read(session, target="code_id", target_id=code_id)))

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
                part = f'<span style="color:{faint}">{escape(_(title))}</span>'
                lines.append(_("{part}: {words}").format(part=part, words=words))
        return "".join(f'<p style="line-height:140%; margin:0 0 8px 0">{line}</p>' for line in lines)

    def _write_memo(self, text: str) -> None:
        """Write it on the code it was typed for, which may be gone."""
        if self.code_id is not None and self.code_id in self._desk.codebook.by_id:
            acts.write_on_code(self._desk, code_id=self.code_id, text=text)

    def _ask(self) -> None:
        if self.code_id is not None:
            self.asked.emit(self.code_id)

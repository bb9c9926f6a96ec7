# SPDX-License-Identifier: GPL-3.0-or-later
"""The memo of one thing, written beside it: an interview, a participant, a group."""

from __future__ import annotations

from PyQt6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import parts
from app.acts import memos as acts
from app.desk import Desk
from app.memos.linked_text import LinkedText
from coding import memos
from coding.changes import Change
from coding.language import _, ngettext


class MemoField(QWidget):
    """``target`` is what it is on (one of MEMO_TARGETS); ``show_of`` says which. Follows changes by itself."""

    def __init__(self, desk: Desk, *, target: str, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._target = target
        self._id: int | None = None
        self._name = ""
        self.text = LinkedText(desk, title, hint)
        self.text.kept.connect(self._write)
        self.text.setMinimumHeight(72)
        self.others = parts.button("", self._show_others, name="flat")
        self.others.setToolTip(_("Show them on the Memos page"))
        head = QHBoxLayout()
        head.addWidget(parts.label(title, "heading"))
        head.addStretch(1)
        head.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        desk.changed.connect(self._follow)
        self.show_of(None, "")

    def show_of(self, target_id: int | None, name: str) -> None:
        """Show the memo of another thing, or of none, once what is being written is kept."""
        if target_id != self._id:
            self.keep()
        self._id, self._name = target_id, name
        self.setEnabled(target_id is not None)
        self._read()

    def keep(self) -> None:
        """Record what is being written."""
        self.text.keep()

    def _read(self) -> None:
        key = self._id
        if key is None:
            self.text.show_text("")
            self.others.hide()
            return
        rows = self._desk.read_now(lambda session: memos.of(session, target=self._target, target_id=key))
        self.text.show_text(rows[0].text if rows else "")
        self.others.setVisible(len(rows) > 1)
        self.others.setText(ngettext("{n} other memo", "{n} other memos", len(rows) - 1).format(n=len(rows) - 1))

    def _write(self, text: str) -> None:
        if self._id is not None:
            acts.write_on(self._desk, target=self._target, target_id=self._id, name=self._name, text=text)

    def _show_others(self) -> None:
        key = self._id
        rows = self._desk.read_now(lambda session: memos.of(session, target=self._target, target_id=key))
        if rows:
            self.keep()
            self._desk.memo_asked.emit(rows[-1].id)

    def _follow(self, change: Change) -> None:
        if change.touches("memo"):
            self._read()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Merging a code into another, after saying what that changes."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QComboBox, QCompleter, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app import icons, parts
from app.acts import codes
from app.coder.codebook import consequence_words
from app.desk import Desk
from coding import codebook, merging
from coding.codebook import CodeNode
from coding.language import _


class MergeDialog(QDialog):
    """Asks for the code that takes everything over, which ``show`` gets once it has; none is proposed, a few
    letters of its name find it."""

    def __init__(self, desk: Desk, node: CodeNode, show: Callable[[int], None],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._node = node
        self._show = show
        self.setWindowTitle(_("Merge “{name}”").format(name=node.name))
        self.setWindowIcon(icons.icon("merge"))
        counted = desk.read_now(lambda session: codebook.consequence(session, node.id))
        self._before = consequence_words.said(counted)
        self.consequence = parts.label(self._before, "muted", wrap=True)
        self.target = QComboBox()
        self.target.setMinimumWidth(340)
        self.target.setMaxVisibleItems(18)
        self.target.setEditable(True)
        self.target.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.target.setAccessibleName(_("Merge “{name}” into").format(name=node.name))
        below = set(desk.codebook.below(node.id))
        for other in desk.codebook:
            if other.id not in below:
                self.target.addItem(desk.codebook.path_text(other.id), other.id)
        self._let_type()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge = buttons.addButton(_("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        if self.merge is not None:
            self.merge.setEnabled(False)
        self.target.currentTextChanged.connect(self._enable)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        explained = parts.label(
            _("Its passages, memos and summaries go to the other code, with the codes below it; “{name}” then "
              "disappears. This can be undone.").format(name=node.name), wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (parts.label(_("Merge “{name}” into").format(name=node.name), "heading"), self.target, explained,
                       self.consequence, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(420)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Merge, once a code is named."""
        place = self._place()
        if place >= 0:
            into = self.target.itemData(place)
            super().accept()
            show = self._show  # this dialog may be gone by then
            codes.merge(self._desk, self._node.id, into=into, then=lambda _change: show(into))

    def _let_type(self) -> None:
        """Find the target by any part of its name."""
        self.target.setCurrentIndex(-1)
        finder, field = QCompleter(self.target.model(), self.target), self.target.lineEdit()
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.target.setCompleter(finder)
        if field is not None:
            field.setPlaceholderText(_("Code, or Theme > Code…"))

    def _place(self) -> int:
        return self.target.findText(self.target.currentText(), Qt.MatchFlag.MatchFixedString)

    def _enable(self, _text: str) -> None:
        """Once a code is named, say what merging into it changes."""
        place = self._place()
        if self.merge is not None:
            self.merge.setEnabled(place >= 0)
        if place < 0:
            self.consequence.setText(self._before)
            return
        into = self.target.itemData(place)
        seen = self._desk.read_now(lambda session: merging.foreseen(session, self._node.id, into=into))
        self.consequence.setText(consequence_words.merged(seen, self._desk.codebook.by_id[into].name))

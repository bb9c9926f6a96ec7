# SPDX-License-Identifier: GPL-3.0-or-later
"""A field that names a code of the codebook, or one to make."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QComboBox, QCompleter, QVBoxLayout, QWidget

from app import parts
from app.acts.guides import CodeChoice
from coding import code_path
from coding.codebook import PATH_SEPARATOR, Codebook
from coding.language import _


class CodeField(QWidget):
    """``changed`` says that another code is named; ``choice`` is None while none is. ``makes``: a code that is not
    there yet may be named too. ``told`` is what the name typed leaves unsaid."""

    changed = pyqtSignal()

    def __init__(self, book: Codebook, parent: QWidget | None = None, *, makes: bool = True) -> None:
        super().__init__(parent)
        self._book = book
        self._makes = makes
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setAccessibleName(_("Code to give"))
        self.offer(book)
        self.told = parts.label("", "faint")
        line, completer = self.box.lineEdit(), self.box.completer()
        if line is not None:
            line.setPlaceholderText(_("Code, or Theme > Code…"))
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.box.editTextChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.told)
        self.setFocusProxy(self.box)
        self._say()

    @property
    def choice(self) -> CodeChoice | None:
        """The code that is named."""
        names = tuple(code_path.typed(self.box.currentText()))
        if not names:
            return None
        node = code_path.at(self._book, names)
        found = node.id if node is not None else self._alone(names[0]) if len(names) == 1 else None
        return CodeChoice(found, names)

    def offer(self, book: Codebook) -> None:
        """Offer the codes of a codebook; none is chosen."""
        self._book = book
        blocked = self.box.blockSignals(True)
        self.box.clear()
        for node in book:
            self.box.addItem(parts.swatch(node.colour), book.path_text(node.id), node.id)
        self.box.setCurrentIndex(-1)
        self.box.blockSignals(blocked)

    def show_code(self, code_id: int | None) -> None:
        """Propose a code, or none."""
        self.box.setCurrentIndex(self.box.findData(code_id) if code_id is not None else -1)
        if code_id is None:
            self.box.clearEditText()

    def _alone(self, name: str) -> int | None:
        """The one code of that name, wherever it stands."""
        found = code_path.among(list(self._book), name)
        alike = [node for node in self._book if found is not None and node.name == found.name]
        return alike[0].id if len(alike) == 1 else None

    def _follow(self, text: str) -> None:
        """The swatch goes with the name it stood for."""
        line, place = self.box.lineEdit(), self.box.currentIndex()
        if line is not None and place >= 0 and self.box.itemText(place) != text:
            caret = line.cursorPosition()
            self.box.blockSignals(True)
            self.box.setCurrentIndex(-1)
            self.box.setEditText(text)
            self.box.blockSignals(False)
            line.setCursorPosition(caret)
        self._say()

    def _say(self) -> None:
        choice = self.choice
        words = ""
        if choice is not None and choice.code_id is None:
            path = PATH_SEPARATOR.join(choice.names)
            said = (_("No code is called “{path}”.") if not self._makes
                    else _("A new theme, “{path}”, is made.") if len(choice.names) == 1
                    else _("A new code, “{path}”, is made."))
            words = said.format(path=path)
        elif choice is not None and choice.code_id is not None:
            path = self._book.path_text(choice.code_id)
            words = path if path != self.box.currentText().strip() else ""
        self.told.setText(words or " ")
        self.changed.emit()

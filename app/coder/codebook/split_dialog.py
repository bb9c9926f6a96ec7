# SPDX-License-Identifier: GPL-3.0-or-later
"""Splitting a code: which of its passages go to which other codes, and what that leaves."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import parts
from app.acts import codes
from app.coder.codebook.consequence_words import interviews_said, passages_said
from app.coder.codebook.pieces_tree import PiecesTree
from app.desk import Desk
from coding import code_path, splitting
from coding.codebook import CodeNode, clean_name
from coding.language import _, ngettext


class SplitDialog(QDialog):
    """Tick passages, name the code they go to, and again for another code; nothing is done until «Split», which is
    one act. ``show`` then gets the id of the first of these codes."""

    def __init__(self, desk: Desk, node: CodeNode, show: Callable[[int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._node = node
        self._show = show
        self._pieces = desk.read_now(lambda session: splitting.pieces(session, node.id))
        self._interview = {piece.passage_id: piece.interview_id for piece in self._pieces}
        self._sent: dict[int, str] = {}
        self.setWindowTitle(_("Split “{name}”").format(name=node.name))
        self.resize(720, 600)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find a word or an interview…"))
        self.search.setAccessibleName(_("Find among the passages"))
        self.search.setClearButtonEnabled(True)
        self.tree = PiecesTree(self._pieces)
        self.search.textChanged.connect(self.tree.search)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name of the code they go to"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.send = parts.button(_("Then another code"), self.keep)
        self.send.setToolTip(_("Keep this part, and tick passages for another code"))
        self.back = parts.button(_("Put back"), self.put_back)
        self.back.setToolTip(_("The ticked passages stay in “{name}” after all").format(name=node.name))
        self.place = QComboBox()
        self.place.setAccessibleName(_("Where the new codes stand"))
        self.place.addItem(_("beside “{name}”").format(name=node.name), False)
        self.place.addItem(_("under “{name}”").format(name=node.name), True)
        self.consequence = parts.label("", "muted", wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.split = buttons.addButton(_("Split"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.tree.ticked_changed.connect(self._follow)
        self.name.textChanged.connect(lambda _text: self._follow())
        self.place.currentIndexChanged.connect(lambda _place: self._follow())
        self._follow()
        self.finished.connect(self.deleteLater)

    def parts_made(self) -> dict[str, list[int]]:
        """The passages by the name of the code they go to: those kept, and those ticked now."""
        targets = dict(self._sent)
        name = clean_name(self.name.text())
        if name:
            targets.update((key, name) for key in self.tree.ticked())
        made: dict[str, list[int]] = {}
        for piece in self._pieces:
            if piece.passage_id in targets:
                made.setdefault(targets[piece.passage_id], []).append(piece.passage_id)
        return made

    def keep(self) -> None:
        """Send the ticked passages to the code named, and go on with another."""
        name = clean_name(self.name.text())
        self._sent.update((key, name) for key in self.tree.ticked())
        self._untick()
        self.name.clear()
        self.tree.setFocus()

    def put_back(self) -> None:
        """Leave the ticked passages where they are."""
        for key in self.tree.ticked():
            self._sent.pop(key, None)
        self._untick()

    def accept(self) -> None:
        """Split, in one act."""
        made = self.parts_made()
        if made:
            super().accept()
            show = self._show  # this dialog may be gone by then
            codes.split(self._desk, self._node.id, made, below=bool(self.place.currentData()),
                        then=lambda change: show(int(change.result[0])))

    def _untick(self) -> None:
        self.tree.tick(self.tree.ticked(), on=False)
        self._follow()

    def _follow(self) -> None:
        """Say what splitting so would change."""
        ticked, named, made = self.tree.ticked(), bool(clean_name(self.name.text())), self.parts_made()
        own = any(name == self._node.name for name in made) and not self.place.currentData()
        self.tree.show_targets({key: name for name, keys in made.items() for key in keys})
        self.send.setEnabled(bool(ticked) and named)
        self.back.setEnabled(bool(set(ticked) & set(self._sent)))
        if self.split is not None:
            self.split.setEnabled(bool(made) and not own)
        if own:
            self.consequence.setText(_("“{name}” is the code being split. Give the other part another name.").format(
                name=self._node.name))
        elif made:
            self.consequence.setText(self._said(made))
        else:
            self.consequence.setText(ngettext("{n} passage ticked.", "{n} passages ticked.",
                                              len(ticked)).format(n=len(ticked)))

    def _said(self, made: dict[str, list[int]]) -> str:
        left = len(self._pieces) - sum(len(keys) for keys in made.values())
        kept = _("“{name}” keeps {passages}.").format(name=self._node.name, passages=passages_said(left))
        lines = [kept if left else _("“{name}” keeps no passage.").format(name=self._node.name)]
        above = self._node.id if self.place.currentData() else self._node.parent_id
        for name, keys in made.items():
            line = _("“{name}” takes {passages} from {interviews}.").format(
                name=name, passages=passages_said(len(keys)),
                interviews=interviews_said(len({self._interview[key] for key in keys})))
            there = code_path.among(self._desk.codebook.children(above), name)
            lines.append(line + " " + _("It is there already: they join it.") if there else line)
        return "\n".join([*lines, _("This can be undone.")])

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        where = QHBoxLayout()
        for widget in (self.name, self.place):
            where.addWidget(widget, 2 if widget is self.name else 1)
        ways = QHBoxLayout()
        ways.addWidget(self.send)
        ways.addWidget(self.back)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(parts.label(
            _("Tick the passages that leave “{name}”, then name the code they go to.").format(name=self._node.name),
            wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addLayout(where)
        column.addLayout(ways)
        column.addWidget(self.consequence)
        column.addWidget(buttons)

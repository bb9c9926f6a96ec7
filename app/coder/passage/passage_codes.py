# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes of a passage as pills, and who gave them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PyQt6.QtCore import QPoint, Qt, pyqtSignal
from PyQt6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app import icons, parts
from app.acts import passages
from app.coder.passage.chip import AddChip, CodeChip
from app.coder.passage.flow import Flow
from app.desk import Desk
from coding import coders
from coding.changes import Change
from coding.codebook import CodeNode
from coding.intervals import Mark
from coding.language import _


class PassageCodes(QWidget):
    """``clicked`` and ``replace_asked`` carry a code's id; ``add_asked`` asks for the palette."""

    clicked = pyqtSignal(int)
    replace_asked = pyqtSignal(int)
    add_asked = pyqtSignal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names = desk.read_now(coders.names)
        self._shown: tuple[int, list[CodeNode]] | None = None
        self.chips = Flow()
        self.who = parts.label("", "faint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.chips)
        column.addWidget(self.who)
        desk.changed.connect(self._follow)

    def show_codes(self, mark: Mark, codings: Sequence[tuple[int, int]]) -> None:
        """Show the codes of a passage; ``codings`` are its (code id, coder id) pairs."""
        nodes = [self._desk.codebook.by_id[code_id] for code_id in mark.codes]
        if self._shown != (mark.id, nodes):
            self._shown = mark.id, nodes
            self._make_chips(mark, nodes)
        said = self._who(codings) if len(self._names) > 1 else ""
        self.who.setText(said)
        self.who.setVisible(bool(said))

    def _make_chips(self, mark: Mark, nodes: Sequence[CodeNode]) -> None:
        held = next((place for place, chip in enumerate(self.chips.widgets()) if chip.hasFocus()), None)
        self.chips.clear()
        writing = not self._desk.read_only
        for node in nodes:
            chip = CodeChip(node.name, node.colour, removable=writing)
            chip.clicked.connect(partial(self._click, node.id))
            chip.removed.connect(partial(self._remove, mark.id, node.id))
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(partial(self._popup, chip, mark.id, node))
            self.chips.addWidget(chip)
        if writing:
            add = AddChip()
            add.clicked.connect(lambda _checked: self.add_asked.emit())
            self.chips.addWidget(add)
        self.chips.invalidate()
        made = self.chips.widgets()
        if held is not None and made:  # or Qt would give the keyboard to whatever comes next in the window
            made[min(held, len(made) - 1)].setFocus()

    def menu(self, passage_id: int, node: CodeNode) -> QMenu:
        """What can be done with one code of a passage."""
        menu = QMenu(self)
        define = menu.addAction(_("Definition"))
        replace = menu.addAction(_("Replace by…"))
        remove = menu.addAction(icons.icon("close"), _("Remove from this passage"))
        for action, act in ((define, partial(self._click, node.id)),
                            (replace, lambda _checked: self.replace_asked.emit(node.id)),
                            (remove, partial(self._remove, passage_id, node.id))):
            if action is not None:
                action.triggered.connect(act)
                action.setEnabled(action is define or not self._desk.read_only)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _popup(self, chip: CodeChip, passage_id: int, node: CodeNode, where: QPoint) -> None:
        self.menu(passage_id, node).popup(chip.mapToGlobal(where))

    def _click(self, code_id: int, _checked: bool = False) -> None:
        self.clicked.emit(code_id)

    def _remove(self, passage_id: int, code_id: int, _checked: bool = False) -> None:
        passages.uncode(self._desk, passage_id=passage_id, code_id=code_id)

    def _who(self, codings: Sequence[tuple[int, int]]) -> str:
        """«Coded by A, B»; code by code when not all gave the same."""
        gave: dict[int, list[str]] = {}
        for code_id, coder_id in codings:
            gave.setdefault(code_id, []).append(self._names.get(coder_id, ""))
        by_code = {code_id: ", ".join(sorted(names)) for code_id, names in gave.items()}
        if len(set(by_code.values())) == 1:
            return _("Coded by {names}").format(names=next(iter(by_code.values())))
        return "\n".join(_("{code}: {names}").format(code=self._desk.codebook.by_id[code_id].name, names=names)
                         for code_id, names in by_code.items())

    def _follow(self, change: Change) -> None:
        if change.touches("coder"):
            self._names = self._desk.read_now(coders.names)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook at the left of the page: a tree to code from, and to arrange."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from PyQt6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent, QResizeEvent
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app import icons, parts
from app.acts import codes
from app.coder.codebook import arranging, code_filter, code_menu
from app.coder.codebook.code_filter import LATELY, CodeFilter
from app.coder.codebook.codebook_model import CodebookModel
from app.coder.codebook.codebook_tree import CodebookTree
from app.coder.codebook.count_heads import CountHeads
from app.coder.codebook.since_dialog import SinceDialog
from app.coder.codebook.tree_empty import TreeEmpty
from app.desk import Desk
from app.widgets.pill import Pill
from coding import code_path
from coding.changes import Change
from coding.codebook import PATH_SEPARATOR, CodeNode
from coding.language import _


class CodebookPanel(parts.Panel):
    """``picked`` carries the id of a code to give to what is selected, ``wanted`` the name typed of a code that does
    not exist yet, ``current_changed`` that another code is current; ``history_asked``: show what became of the
    codebook."""

    picked = pyqtSignal(int)
    wanted = pyqtSignal(str)
    current_changed = pyqtSignal()
    history_asked = pyqtSignal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._desk = desk
        self._collapsed: set[int] = set()
        self._current_id: int | None = None
        self._shown = CodeFilter()
        self.model = CodebookModel(desk, self)
        self.model.renamed.connect(lambda key, name: codes.edit(desk, key, name=name))
        self.model.moved.connect(lambda key, above, place: codes.move(desk, key, parent_id=above, position=place))
        self.model.coded.connect(self.picked)
        self.field = self._make_field()
        self.pill = Pill("{choice}")
        self.pill.setToolTip(_("Which codes are shown"))
        self.pill.chosen.connect(self._choose)
        self.tree = self._make_tree()
        self.heads = CountHeads(self.tree)
        self.empty = TreeEmpty()
        self.empty.all_asked.connect(self.show_all)
        self.note = parts.label("", "muted", wrap=True)
        self.note.setContentsMargins(12, 6, 12, 8)
        self.note.hide()
        self._build()
        self.setFocusProxy(self.tree)
        desk.interview_read.connect(self._refilter)
        self._offer()
        self._expand()

    def current(self) -> CodeNode | None:
        """The code the tree stands on, or stood on before the filter hid it."""
        return self._desk.codebook.by_id.get(self._current_id) if self._current_id is not None else None

    def current_theme_id(self) -> int | None:
        """Where a new code goes: the theme of the current code."""
        node = self.current()
        return self._desk.codebook.theme_of(node.id).id if node is not None else None

    def show_code(self, code_id: int) -> None:
        """Make a code current, and seen."""
        index = self.model.index_of(code_id)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def show_all(self) -> None:
        """Leave no code out."""
        self._show(CodeFilter())
        self.field.clear()

    def show_since(self, day: date) -> None:
        """Show the codes made that day or later."""
        self._show(CodeFilter("since", day))

    def follow(self, change: Change) -> None:
        """Show a change: the tree again when codes changed, the counts when passages did."""
        self.note.hide()
        if change.touches("code"):
            self.model.filter(self.field.text(), self._shown.kept(self._desk))
            self.model.reload()
            self._expand()
            if self._current_id is not None:
                self.show_code(self._current_id)
        elif change.touches("coding"):
            rows = [row for image in change.images if image.table == "coding" for row in (image.before, image.after)]
            self.model.recount({row["code_id"] for row in rows if row and "code_id" in row})
            if self._shown.which in ("here", "unused"):
                self._refilter()
        self.heads.update()

    def rename_current(self) -> None:
        """Write another name in place."""
        if not self._desk.read_only and self.tree.currentIndex().isValid():
            self.tree.edit(self.tree.currentIndex())

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """In the filter: Down goes to the tree, Ctrl+Enter makes the code although others answer."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.tree.setFocus()
                if not self.tree.currentIndex().isValid():
                    self.tree.setCurrentIndex(self.model.index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._want(self.field.text().strip())
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """The figures may have moved."""
        super().resizeEvent(event)
        self.heads.update()

    # -- gestures ------------------------------------------------------------------------------------------------

    def run_verb(self, verb: str) -> None:
        """Do what a key of the tree asks for (``app.coder.codebook.tree_keys``)."""
        node = self.model.node(self.tree.currentIndex())
        if node is None:
            return
        if verb == "give":
            self.picked.emit(node.id)
        elif self._desk.read_only:
            return
        elif verb.startswith("pin "):
            digit = int(verb.removeprefix("pin "))
            self.pin(node, None if node.pin == digit else digit)
        elif verb == "delete":
            code_menu.delete(self, self._desk, node)
        elif verb == "define":
            code_menu.define(self, self._desk, node)
        else:
            place = arranging.moved(self._desk.codebook, node, verb) if not self.model.filtered else None
            if place is not None:
                codes.move(self._desk, node.id, parent_id=place[0], position=place[1])

    def pin(self, node: CodeNode, digit: int | None) -> None:
        """Give a code a digit, or none; say so when another code loses it."""
        holder = next((other for other in self._desk.codebook if digit and other.pin == digit), None)
        codes.pin(self._desk, node.id, digit, then=lambda _change: self._say_pinned(node, digit, holder))

    def _say_pinned(self, node: CodeNode, digit: int | None, holder: CodeNode | None) -> None:
        if holder is not None and holder.id != node.id:
            self.note.setText(_("Key {digit} now codes “{code}”, no longer “{other}”.").format(
                digit=digit, code=node.name, other=holder.name))
            self.note.show()

    def _show_menu(self, point: QPoint) -> None:
        index, view = self.tree.indexAt(point), self.tree.viewport()
        if view is not None:
            self.menu_for(self.model.node(index)).popup(view.mapToGlobal(point))

    def menu_for(self, node: CodeNode | None) -> QMenu:
        """What can be done to a code; to the codebook when there is none."""
        return code_menu.for_code(self, self._desk, node, rename=self.rename_current, show=self.show_code,
                                  pin=self.pin)

    # -- what is shown -------------------------------------------------------------------------------------------

    def _choose(self, which: Hashable) -> None:
        if which == "since":
            SinceDialog(self._shown.since or date.today() - LATELY, self.show_since, self).open()
            self._offer()  # until a day is given, what was shown still is
        else:
            found = next(key for key, _title in code_filter.CHOICES if key == which)
            self._show(CodeFilter(found))

    def _show(self, wanted: CodeFilter) -> None:
        self._shown = wanted
        self._offer()
        self._refilter()

    def _offer(self) -> None:
        self.pill.offer(code_filter.choices(self._shown), self._shown.which)
        parts.role(self.pill, "chip" if self._shown.which == "all" else "chip-accent")

    def _refilter(self) -> None:
        """Show what answers, and keep standing where one stood."""
        if self.model.filter(self.field.text(), self._shown.kept(self._desk)):
            self._expand()
            if not self.field.text() and self._current_id is not None:
                self.show_code(self._current_id)

    def _enter_field(self) -> None:
        """The code that answers becomes current and is given; none does, it is made."""
        text = self.field.text().strip()
        match = self.model.first_match() if text else None
        if match is not None:
            self.show_code(match.id)
            self.picked.emit(match.id)
            self.field.clear()
        else:
            self._want(text)

    def _want(self, text: str) -> None:
        if text and not self._desk.read_only:
            self._shown = CodeFilter()  # or the new code might not be seen
            self._offer()
            self.wanted.emit(text)
        self.field.clear()

    def _expand(self) -> None:
        nothing = self.model.rowCount() == 0
        self.empty.setVisible(nothing)
        self.tree.setVisible(not nothing)
        self.pill.setVisible(len(self._desk.codebook) > 0)
        if nothing:
            self.empty.say(self._nothing(), narrowed=len(self._desk.codebook) > 0)
        self.tree.blockSignals(True)
        self.tree.expandAll()
        if not self.model.filtered:
            for code_id in self._collapsed:
                self.tree.collapse(self.model.index_of(code_id))
        self.tree.blockSignals(False)

    def _nothing(self) -> str:
        """Why no code is shown."""
        names = code_path.typed(self.field.text())
        if not len(self._desk.codebook):
            return _("No code yet. Type a name above, or select words in the transcript and press Ctrl+K.")
        if not names:
            return self._shown.nothing()
        said = _("No code answers “{text}”.").format(text=self.field.text().strip())
        if self._desk.read_only:
            return said
        theme_id = self.current_theme_id() if len(names) == 1 else None
        if theme_id is not None:
            names = [*self._desk.codebook.path(theme_id), *names]
        elif len(names) == 1:
            return said + " " + _("Enter makes the theme “{name}”.").format(name=names[0])
        return said + " " + _("Enter makes “{path}”.").format(path=PATH_SEPARATOR.join(names))

    # -- building ------------------------------------------------------------------------------------------------

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Filter or create a code…"))
        field.setToolTip(_("Enter gives the code marked ↵, or makes it when none answers; Ctrl+Enter makes it anyway"))
        field.setAccessibleName(_("Filter the codebook"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda _text: self._refilter())
        field.returnPressed.connect(self._enter_field)
        field.installEventFilter(self)
        return field

    def _make_tree(self) -> CodebookTree:
        tree = CodebookTree(self.model)
        tree.verb.connect(self.run_verb)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.clicked.connect(lambda _index: self.current_changed.emit())
        tree.doubleClicked.connect(lambda index: self.picked.emit(index.internalId()))
        tree.collapsed.connect(lambda index: self._collapsed.add(index.internalId()))
        tree.expanded.connect(lambda index: self._collapsed.discard(index.internalId()))
        selection = tree.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self._stand)
        return tree

    def _stand(self, index: QModelIndex) -> None:
        node, selection = self.model.node(index), self.tree.selectionModel()
        if node is not None and selection is not None:  # Qt does not select the row that the first focus makes current
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if node is not None and node.id != self._current_id:
            self._current_id = node.id
            self.current_changed.emit()

    def _build(self) -> None:
        header = parts.Header(_("Codebook"), small=True)
        new = _tool("plus", _("New theme or code"), code_menu.additions(self, self._desk, self.current, self.show_code))
        new.setEnabled(not self._desk.read_only)
        header.add_right(new)
        header.add_right(_tool("more", _("The whole codebook"), code_menu.for_codebook(
            self, self._desk, self.tree, self.history_asked.emit)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(header)
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 8, 10, 2)
        inner.addWidget(self.field)
        box.addLayout(inner)
        line = QHBoxLayout()
        line.setContentsMargins(10, 4, 0, 4)
        line.setSpacing(0)
        line.addWidget(self.pill)
        line.addWidget(self.heads, 1)
        box.addLayout(line)
        box.addWidget(self.empty, 1)
        box.addWidget(self.tree, 1)
        box.addWidget(self.note)


def _tool(icon: str, tip: str, menu: QMenu) -> QToolButton:
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    parts.opens(made, menu)
    return made

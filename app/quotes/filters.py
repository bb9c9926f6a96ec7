# SPDX-License-Identifier: GPL-3.0-or-later
"""What the quotes are narrowed to: codes ticked in their tree, and groups, interviews and values ticked below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PyQt6.QtCore import QEvent, QModelIndex, QSignalBlocker, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QIcon, QPainter, QPixmap
from PyQt6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.widgets.strokes import swatch
from coding.codebook import Codebook, CodeNode
from coding.counts import Counts
from coding.fold import fold
from coding.language import _, number
from coding.quotes import Query
from coding.scope import Scope

KEY = Qt.ItemDataRole.UserRole  # ("code", id), ("group", id), ("interview", id), ("where", (name, value))
_CHECK = Qt.CheckState


class Filters(parts.Panel):
    """``changed`` is emitted when the query may have."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._nodes: dict[int, CodeNode] = {}
        super().__init__("panel", parent)
        self._find = QLineEdit()
        self._find.setPlaceholderText(_("Find a code, an interview…"))
        self._find.setClearButtonEnabled(True)
        self._find.setAccessibleName(_("Find a code, an interview…"))
        self._find.textChanged.connect(self._narrow)
        self._tree = QTreeWidget()
        self._tree.setProperty("role", "panel")
        self._tree.setItemDelegate(_Tall(self._tree))
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(True)
        self._tree.setIndentation(16)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(_("Filters"))
        self._tree.itemChanged.connect(self._ticked)
        self._strong = QCheckBox(_("Strong quotes only"))
        self._strong.toggled.connect(lambda _on: self.changed.emit())
        self._clear = parts.button(_("Clear"), self.clear, name="flat")
        head = parts.Header(_("Filters"), small=True)
        head.add_right(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(8)
        column.addWidget(head)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 2, 12, 0)
        inset.setSpacing(8)
        inset.addWidget(self._find)
        inset.addWidget(self._strong)
        column.addLayout(inset)
        beside = QVBoxLayout()
        beside.setContentsMargins(4, 0, 8, 0)
        beside.addWidget(self._tree)
        column.addLayout(beside, 1)
        self._clear.setVisible(False)

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: what was coloured is coloured anew."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange and self._nodes:
            self._colour()

    def show_scope(self, book: Codebook, counts: Counts, scope: Scope) -> None:
        """List what there is; what was ticked stays ticked, what was closed stays closed."""
        ticked = set(self._keys())
        closed = {item.text(0) for item in self._items() if item.childCount() and not item.isExpanded()}
        first = not self._tree.topLevelItemCount()
        self._nodes = dict(book.by_id)
        with QSignalBlocker(self._tree):
            self._tree.clear()
            self._codes(book, counts)
            self._section(_("Groups"), [(("group", row.id), row.name, row.interviews) for row in scope.groups])
            self._section(_("Interviews"), [(("interview", row.id), row.title, None) for row in scope.interviews])
            for name, values in scope.attributes.items():
                self._section(name, [(("where", (name, value)), value, None) for value in values])
            for item in self._items():
                if item.data(0, KEY) in ticked:
                    item.setCheckState(0, _CHECK.Checked)
        for place in range(self._tree.topLevelItemCount()):
            top = self._tree.topLevelItem(place)
            if top is not None:
                top.setExpanded(place == 0 if first else top.text(0) not in closed)
        for item in self._items():
            if item.parent() is not None:
                item.setExpanded(item.text(0) not in closed)
        self._colour()
        self._fit()
        self._narrow(self._find.text())

    def query(self) -> Query:
        """What is ticked."""
        keys = self._keys()

        def ids(kind: str) -> tuple[Any, ...]:
            return tuple(value for name, value in keys if name == kind)

        return Query(
            code_ids=ids("code"), group_ids=ids("group"), interview_ids=ids("interview"),
            where=tuple(value for name, value in keys if name == "where"), strong=self._strong.isChecked(),
        )

    def tick(self, *keys: tuple[str, Any]) -> None:
        """Ask for these and nothing else."""
        with QSignalBlocker(self._tree):
            for item in self._items():
                if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                    item.setCheckState(0, _CHECK.Checked if item.data(0, KEY) in keys else _CHECK.Unchecked)
        self._ticked()

    def clear(self) -> None:
        """Ask for everything."""
        self._strong.setChecked(False)
        self.tick()

    def _codes(self, book: Codebook, counts: Counts) -> None:
        top = self._heading(_("Codes"))
        made: dict[int, QTreeWidgetItem] = {}
        for node in book:
            above = made[node.parent_id] if node.parent_id is not None else top
            made[node.id] = self._line(above, ("code", node.id), node.name, counts.total(node.id))
            if node.parent_id is None:
                _embolden(made[node.id])

    def _section(self, title: str, lines: Iterable[tuple[tuple[str, Any], str, int | None]]) -> None:
        listed = list(lines)
        if listed:
            top = self._heading(title)
            for key, text, count in listed:
                self._line(top, key, text, count)

    def _heading(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self._tree, [title])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        _embolden(item)
        return item

    def _line(self, above: QTreeWidgetItem, key: tuple[str, Any], text: str, count: int | None) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [text, "" if count is None else number(count)])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, _CHECK.Unchecked)
        item.setData(0, KEY, key)
        item.setToolTip(0, text)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _colour(self) -> None:
        """Give counts and codes the colours of the theme in use."""
        with QSignalBlocker(self._tree):
            for item in self._items():
                item.setForeground(1, theme.palette().muted)
                kind, value = item.data(0, KEY) or ("", 0)
                if kind == "code":
                    item.setIcon(0, _square(_shade(self._nodes[value])))

    def _fit(self) -> None:
        header = self._tree.header()
        if header is not None:
            header.setStretchLastSection(False)
            header.setMinimumSectionSize(20)
            header.setSectionResizeMode(0, header.ResizeMode.Stretch)
            header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        waiting = [self._tree.topLevelItem(n) for n in reversed(range(self._tree.topLevelItemCount()))]
        while waiting:
            item = waiting.pop()
            if item is not None:
                found.append(item)
                waiting.extend(item.child(n) for n in reversed(range(item.childCount())))
        return found

    def _keys(self) -> list[tuple[str, Any]]:
        return [item.data(0, KEY) for item in self._items()
                if item.data(0, KEY) is not None and item.checkState(0) == _CHECK.Checked]

    def _ticked(self) -> None:
        self._clear.setVisible(bool(self._keys()))
        self.changed.emit()

    def _narrow(self, text: str) -> None:
        """Hide the lines that do not hold ``text``, and open what holds one that does."""
        wanted = fold(text.strip())
        for item in reversed(self._items()):
            below = any(not item.child(n).isHidden() for n in range(item.childCount()))  # type: ignore[union-attr]
            named = item.data(0, KEY) is not None and wanted in fold(item.text(0))
            item.setHidden(bool(wanted) and not below and not named)
            if wanted and below:
                item.setExpanded(True)


def _embolden(item: QTreeWidgetItem) -> None:
    font = item.font(0)
    font.setWeight(font.Weight.DemiBold)
    item.setFont(0, font)


def _shade(node: CodeNode) -> QColor:
    """A theme's own colour; a code without one of its own shows its theme's, lighter."""
    colour = QColor(node.colour or "#888888")
    return colour if node.parent_id is None or node.own_colour else theme.tint(colour, 0.55)


class _Tall(QStyledItemDelegate):
    """Lines one can hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, 26))


def _square(colour: QColor) -> QIcon:
    picture = QPixmap(12, 12)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    swatch(painter, 1, 6, colour)
    painter.end()
    return QIcon(picture)

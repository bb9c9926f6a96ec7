# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything quotes can be narrowed to, as a tree: codes, marks, who speaks, groups, interviews, attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PyQt6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import (
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app import theme
from app.quotes import state_box
from app.quotes.states import Key, State, put, state, turned
from coding.codebook import Codebook, CodeNode
from coding.counts import Counts
from coding.fold import fold
from coding.language import _, ngettext, number
from coding.quote_query import RELATIONS, Meets, Query
from coding.scope import Scope

KEY = Qt.ItemDataRole.UserRole  # as app.quotes.states says
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Line = tuple[Key, str]
LINE, ABOVE, BESIDE = 26, 10, 20  # pixels: a line, what is free above and below the words, beside the box


class FilterTree(QTreeWidget):
    """``asked`` carries the query once a line was clicked. A click on the name or the box, or Space, turns a line; a
    right click offers everything that a code may be."""

    asked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.query = Query()
        self._nodes: dict[int, CodeNode] = {}
        self._by_key: dict[Key, QTreeWidgetItem] = {}
        self._listed: object = None
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setItemDelegate(_Tall(self))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setIndentation(16)
        self.setWordWrap(True)
        self.setAccessibleName(_("Filters"))
        self.setIconSize(QSize(state_box.WITH_SWATCH, 16))
        self.setExpandsOnDoubleClick(False)
        self._fit()

    def changeEvent(self, event: QEvent | None) -> None:
        """The theme turned: what was coloured is coloured anew."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self._colour(self.items())

    def show_scope(self, book: Codebook, counts: Counts, scope: Scope, people: Sequence[tuple[int, str]]) -> None:
        """List what there is; what was closed stays closed."""
        listed = (book.nodes, scope, people)
        if listed != self._listed:
            closed = {item.text(0) for item in self.items() if item.childCount() and not item.isExpanded()}
            first = self._listed is None
            self._listed, self._nodes = listed, dict(book.by_id)
            self.clear()
            self._by_key = {}
            self._fill(book, scope, people)
            for item in self.items():
                item.setExpanded(item.text(0) not in closed)
                if first and item.parent() is None:
                    item.setExpanded(item.text(0) == _("Codes"))
            self._colour(self.items())
        for node in book:
            total = counts.total(node.id)
            self.tell(("code", node.id), number(total),
                      ngettext("{n} quote in all", "{n} quotes in all", total).format(n=number(total)))

    def show_query(self, query: Query) -> None:
        """Show what is asked."""
        before, self.query = self.query, query
        self._colour(item for key, item in self._by_key.items() if state(before, key) != state(query, key))

    def tell(self, key: Key, count: str, why: str = "") -> None:
        """Write a count at the right of a line; ``why`` says what is counted."""
        item = self._by_key.get(key)
        if item is not None:
            item.setText(1, count)
            item.setToolTip(1, why)

    def lines(self) -> list[Key]:
        """The keys of every line."""
        return list(self._by_key)

    def items(self) -> list[QTreeWidgetItem]:
        """Every line, in order."""
        found: list[QTreeWidgetItem] = []
        waiting = [self.topLevelItem(n) for n in reversed(range(self.topLevelItemCount()))]
        while waiting:
            item = waiting.pop()
            if item is not None:
                found.append(item)
                waiting.extend(item.child(n) for n in reversed(range(item.childCount())))
        return found

    def narrow(self, text: str) -> None:
        """Hide the lines that do not hold ``text``, and open what holds one that does."""
        wanted = fold(text.strip())
        for item in reversed(self.items()):
            below = any(not child.isHidden() for n in range(item.childCount()) if (child := item.child(n)) is not None)
            named = item.data(0, KEY) is not None and wanted in fold(item.text(0))
            item.setHidden(bool(wanted) and not below and not named)
            if wanted and below:
                item.setExpanded(True)

    def turn(self, key: Key) -> None:
        """Turn a line, as a click does."""
        self.asked.emit(turned(self.query, key))

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A click turns a line; the mark before it opens what is below."""
        super().mouseReleaseEvent(event)
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        item = self.itemAt(place)
        if item is not None and place.x() >= self.visualItemRect(item).left():
            self._turn(item)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Space turns a line; the menu key opens its menu."""
        item = self.currentItem()
        if event is not None and event.key() == Qt.Key.Key_Space and item is not None:
            self._turn(item)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """What a code may be."""
        item = self.currentItem()
        if event is None or item is None or (key := item.data(0, KEY)) is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        viewport = self.viewport()
        place = self.visualItemRect(item).bottomLeft()
        where = viewport.mapToGlobal(place) if by_key and viewport is not None else event.globalPos()
        self.menu(tuple(key)).popup(where)

    def menu(self, key: Key) -> QMenu:
        """Everything that may be asked of a line."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        now = state(self.query, key)
        wordings: tuple[tuple[State, str], ...] = (
            ("any", _("Any of these (or)")), ("all", _("Each of these (and)")),
            ("without", _("None of these (without)")), ("", _("Ask nothing of it")),
        ) if key[0] == "code" else (("any", _("Narrow to it")), ("", _("Ask nothing of it")))
        for wanted, words in wordings:
            action = menu.addAction(words, lambda wanted=wanted: self.asked.emit(put(self.query, key, wanted)))
            if action is not None:
                action.setCheckable(True)
                action.setChecked(wanted == now)
        if key[0] == "code":
            menu.addSeparator()
            near = menu.addMenu(_("In relation to this code"))
            assert near is not None
            for kind in RELATIONS:
                near.addAction(relation_name(kind), lambda kind=kind: self._meet(Meets(kind, (key[1],))))
        return menu

    def _meet(self, meets: Meets) -> None:
        self.asked.emit(replace(self.query, meets=(*self.query.meets, meets)))

    def _turn(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, KEY)
        if key is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.turn(tuple(key))

    def _fill(self, book: Codebook, scope: Scope, people: Sequence[tuple[int, str]]) -> None:
        self._section(_("Marks"), [
            (("strong", True), _("Strong quotes")), (("memo", True), _("With a memo")),
            (("memo", False), _("Without a memo")), (("cited", True), _("Cited in a chapter")),
            (("cited", False), _("Not cited yet")), (("withheld", False), _("May be cited")),
            (("withheld", True), _("Not to be cited")),
        ])
        self._section(_("Who speaks"), [
            (("asks", False), _("Those who answer")), (("asks", True), _("The interviewer")),
            *((("person", key), name) for key, name in people),
        ])
        self._section(_("Groups"), [(("group", row.id), row.name) for row in scope.groups])
        self._section(_("Interviews"), [(("interview", row.id), row.title) for row in scope.interviews])
        top = self._heading(_("Codes"))
        made: dict[int, QTreeWidgetItem] = {}
        for node in book:
            above = made[node.parent_id] if node.parent_id is not None else top
            made[node.id] = self._line(above, ("code", node.id), node.name)
            if node.parent_id is None:
                _embolden(made[node.id])
        for name, values in scope.attributes.items():
            self._section(name, [(("where", (name, value)), value) for value in values])

    def _section(self, title: str, lines: Iterable[Line]) -> None:
        listed = list(lines)
        if listed:
            top = self._heading(title)
            for key, text in listed:
                self._line(top, key, text)

    def _heading(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [title])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        _embolden(item)
        return item

    def _line(self, above: QTreeWidgetItem, key: Key, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [text, ""])
        item.setData(0, KEY, key)
        item.setToolTip(0, _("{name}\nClick: any, each, none of them, nothing").format(name=text)
                        if key[0] == "code" else text)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._by_key[key] = item
        return item

    def _colour(self, items: Iterable[QTreeWidgetItem]) -> None:
        """Draw the boxes, in the colours of the theme in use."""
        for item in items:
            item.setForeground(1, theme.palette().muted)
            key = item.data(0, KEY)
            if key is not None:
                now = state(self.query, tuple(key))
                item.setIcon(0, state_box.icon(now, _shade(self._nodes[key[1]]) if key[0] == "code" else None))
                item.setData(0, SPOKEN, f"{item.text(0)}, {spoken(now)}" if now else item.text(0))

    def _fit(self) -> None:
        header = self.header()
        if header is not None:
            header.setStretchLastSection(False)
            header.setMinimumSectionSize(20)
            header.setSectionResizeMode(0, header.ResizeMode.Stretch)
            header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)
            header.sectionResized.connect(lambda *_sizes: self.scheduleDelayedItemsLayout())


def spoken(now: State) -> str:
    """How a line stands, for who cannot see its box."""
    return {"any": _("any of these"), "all": _("each of these"), "without": _("none of these"), "": ""}[now]


def relation_name(kind: str) -> str:
    """A relation by itself."""
    return {
        "overlaps": _("overlapping"), "near": _("near"), "same_turn": _("in the same turn as"),
        "before": _("before"), "after": _("after"),
    }[kind]


def _embolden(item: QTreeWidgetItem) -> None:
    font = item.font(0)
    font.setWeight(font.Weight.DemiBold)
    item.setFont(0, font)


def _shade(node: CodeNode) -> QColor:
    """A theme's own colour; a code without one of its own shows its theme's, lighter."""
    colour = QColor(node.colour or "#888888")
    return colour if node.parent_id is None or node.own_colour else theme.tint(colour, 0.55)


class _Tall(QStyledItemDelegate):
    """Lines one can hit; a long name goes on below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        tree, above, depth = self.parent(), index.parent(), 1
        if index.column() or not isinstance(tree, FilterTree):
            return super().sizeHint(option, index).expandedTo(QSize(0, LINE))
        while above.isValid():
            above, depth = above.parent(), depth + 1
        self.initStyleOption(option, index)
        room = tree.columnWidth(0) - depth * tree.indentation() - (BESIDE + tree.iconSize().width() if depth > 1 else 0)
        words = option.fontMetrics.boundingRect(QRect(0, 0, max(room, 60), 0), Qt.TextFlag.TextWordWrap, option.text)
        return QSize(0, max(LINE, words.height() + ABOVE))

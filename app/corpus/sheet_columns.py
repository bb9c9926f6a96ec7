# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of a table: which are shown, and those that are attributes of one's own: added, changed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QPushButton, QWidget

from app import messages, parts
from app.acts import tables as acts
from app.corpus.attribute_dialog import AttributeDialog
from app.corpus.columns import Column
from app.corpus.sheet_layout import SheetLayout
from app.corpus.sheet_view import SheetView
from app.desk import Desk
from coding.cells import ATTRIBUTE
from coding.language import _, ngettext


class SheetColumns:
    """``button`` opens the menu about the current column; a right click on a heading, the one about that column.
    ``own``: the rows may have attributes."""

    def __init__(self, desk: Desk, table: SheetView, layout: SheetLayout, parent: QWidget, *, own: bool) -> None:
        self._desk = desk
        self._table = table
        self._layout = layout
        self._parent = parent
        self._own = own
        self._menu = QMenu(parent)
        self._menu.aboutToShow.connect(lambda: self.fill(self._menu, self._current()))
        self._menu.setTitle(_("Columns"))
        table.columns_menu = self._menu
        self.button: QPushButton = parts.button(_("Columns"), name="chip", menu=self._menu)
        self.button.setProperty("opens", "menu")
        self.button.setToolTip(_("Show or hide columns; add, change or delete an attribute"))
        head = table.horizontalHeader()
        if head is not None:
            head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            head.customContextMenuRequested.connect(self._at)

    def fill(self, menu: QMenu, column: Column | None) -> None:
        """Make the menu about a column."""
        menu.clear()
        if self._own:
            self._add(menu, _("Add an attribute…"), self.add, writes=True)
            if column is not None and column.attribute is not None:
                self._add(menu, _("Change “{name}”…").format(name=column.title), partial(self.revise, column),
                          writes=True)
                self._add(menu, _("Delete “{name}”…").format(name=column.title), partial(self.remove, column),
                          writes=True)
            menu.addSeparator()
        if column is not None:
            name = column.title
            self._add(menu, _("Sort by “{name}”").format(name=name), partial(self._sort, column, down=False))
            self._add(menu, _("Sort by “{name}”, from the last").format(name=name),
                      partial(self._sort, column, down=True))
            self._add(menu, _("No longer sort"), partial(self._sort, None, down=False)).setEnabled(
                self._table.sheet.sorted_by is not None)
            self._add(menu, _("Fit “{name}” to what it holds").format(name=name), lambda: self._fit(column))
            if column is not self._table.sheet.columns[0]:
                self._add(menu, _("Hide “{name}”").format(name=name), partial(self._layout.hide, column.key, True))
            menu.addSeparator()
        for each in self._table.sheet.columns[1:]:
            action = self._add(menu, each.title, partial(self._turn, each))
            action.setCheckable(True)
            action.setChecked(each.key not in self._layout.hidden)

    def add(self) -> None:
        """Ask for the name and type of a new attribute."""
        target = self._table.sheet.target
        title = _("New attribute of interviews") if target == "interview" else _("New attribute of participants")
        self._open(AttributeDialog(title, lambda name, type_, choices: acts.add_attribute(
            self._desk, target=target, name=name, type_=type_, choices=choices,
            then=lambda _change: self._stand(f"{ATTRIBUTE}{name}")), self._parent))

    def revise(self, column: Column) -> None:
        """Ask for another name, type or choices."""
        row = column.attribute
        if row is not None:
            self._open(AttributeDialog(
                _("Attribute “{name}”").format(name=row.name),
                lambda name, type_, choices: acts.revise_attribute(
                    self._desk, attribute_id=row.id, old=row.name, name=name, type_=type_, choices=choices),
                self._parent, row=row, values=self._table.sheet.known(self._table.sheet.column_of(column.key))))

    def remove(self, column: Column) -> None:
        """Delete an attribute, once it is known what goes with it."""
        row = column.attribute
        if row is None:
            return
        filled = sum(bool(column.show(each)) for each in self._table.sheet.every)
        values = ngettext("{n} value", "{n} values", filled).format(n=filled)
        if messages.confirm(self._parent, _("Delete the attribute “{name}”?").format(name=row.name),
                            _("{values} go with it. Ctrl+Z brings them back until the project is closed.")
                            .format(values=values), yes=_("Delete")):
            acts.remove_attribute(self._desk, attribute_id=row.id, name=row.name)

    def _open(self, dialog: AttributeDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _turn(self, column: Column) -> None:
        self._layout.hide(column.key, column.key not in self._layout.hidden)

    def _sort(self, column: Column | None, *, down: bool) -> None:
        head = self._table.horizontalHeader()
        if head is not None:
            head.setSortIndicator(
                self._table.sheet.column_of(column.key) if column is not None else -1,
                Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    def _fit(self, column: Column) -> None:
        self._table.resizeColumnToContents(self._table.sheet.column_of(column.key))

    def _stand(self, key: str) -> None:
        """Go to a column, in the current row: one just added stands beyond what is in sight."""
        place = self._table.sheet.column_of(key)
        if place >= 0:
            self._table.setCurrentIndex(self._table.sheet.index(self._table.currentIndex().row(), place))

    def _current(self) -> Column | None:
        at = self._table.currentIndex()
        return self._table.sheet.columns[at.column()] if at.isValid() else None

    def _at(self, place: QPoint) -> None:
        head = self._table.horizontalHeader()
        if head is not None and (column := head.logicalIndexAt(place)) >= 0:
            menu = QMenu(self._parent)
            self.fill(menu, self._table.sheet.columns[column])
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(head.mapToGlobal(place))

    def _add(self, menu: QMenu, text: str, act: Callable[[], None], *, writes: bool = False) -> QAction:
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(lambda _checked: act())
        action.setEnabled(not writes or not self._desk.read_only)
        menu.addAction(action)
        return action

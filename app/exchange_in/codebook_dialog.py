# SPDX-License-Identifier: GPL-3.0-or-later
"""A codebook beside the project's own: what is new, changed, moved, gone; what is ticked is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QRect, QSize, Qt
from PyQt6.QtWidgets import QCheckBox, QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app import parts, theme
from app.desk import Desk
from app.widgets.notice import Notice
from coding import codebook_differences
from coding.codebook import PATH_SEPARATOR
from coding.codebook_differences import Difference, Kind, Value
from coding.exchange import losses
from coding.exchange.codebooks import Book
from coding.language import N_, _, ngettext, number
from coding.metadata import values

HEADINGS: dict[Kind, str] = {
    "new": N_("New ({n})"), "changed": N_("Changed ({n})"), "moved": N_("Placed elsewhere ({n})"),
    "gone": N_("In the project, not in the file ({n}): kept unless ticked"), "same": N_("The same ({n})"),
}
FIELDS = {
    "name": N_("Name"), "definition": N_("Definition"), "include": N_("Include"), "exclude": N_("Exclude"),
    "example": N_("Example"), "colour": N_("Colour"), "origin": N_("Origin"),
}
TICKED: tuple[Kind, ...] = ("new", "changed", "moved")
ROW = 26
IN_PROJECT, IN_FILE = 1, 2  # columns
BESIDE = 14  # pixels of a cell that hold no words
DIFFERENCE = Qt.ItemDataRole.UserRole


class CodebookDialog(QDialog):
    """``chosen`` are the differences to take."""

    def __init__(self, desk: Desk, book: Book, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._book = book
        self.setWindowTitle(_("Import a codebook"))
        self.unfold = QCheckBox(_("Make a tree of the codes whose names hold “{sign}”").format(sign=book.separator))
        self.unfold.setVisible(bool(book.separator))
        self.unfold.setChecked(bool(book.separator))
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([_("Code"), _("In the project"), _("In the file")])
        self.tree.setAccessibleName(_("What differs"))
        self.tree.setWordWrap(True)
        self.tree.itemChanged.connect(lambda item, _column: self._follow(item))
        self.count = parts.label("", "muted", wrap=True)
        self.take = parts.button(_("Import what is ticked"), self.accept, name="primary")
        self.take.setDefault(True)
        self._lay_out(file)
        self._fill()
        header = self.tree.header()
        if header is not None:
            header.sectionResized.connect(lambda column, _old, _new: self._fit() if column == IN_FILE else None)
        self.unfold.toggled.connect(lambda _on: self._fill())
        self.resize(860, 620)

    @property
    def chosen(self) -> list[Difference]:
        """The ticked differences."""
        return [item.data(0, DIFFERENCE) for item in self._items()
                if item.data(0, DIFFERENCE) is not None and item.checkState(0) == Qt.CheckState.Checked
                and item.flags() & Qt.ItemFlag.ItemIsUserCheckable]

    def _lay_out(self, file: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(parts.label(file, "title", wrap=True))
        said = [*losses.said(self._book.losses), *(problem.say() for problem in self._book.problems)]
        if said:
            column.addWidget(Notice(_("Not taken:"), said))
        column.addWidget(self.unfold)
        column.addWidget(self.tree, 1)
        column.addLayout(parts.dialog_foot(self, self.count, self.take))

    def _fill(self) -> None:
        rows = self._book.unfolded if self.unfold.isChecked() else self._book.rows
        found = self._desk.read_now(lambda session: codebook_differences.compare(session, rows))
        self.tree.blockSignals(True)
        self.tree.clear()
        for kind in HEADINGS:
            self._add(kind, [one for one in found if one.kind == kind])
        self.tree.blockSignals(False)
        header = self.tree.header()
        if header is not None:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setStretchLastSection(True)
        self._fit()
        self._count()

    def _add(self, kind: Kind, found: Sequence[Difference]) -> None:
        """The differences of one kind, under their heading."""
        if not found:
            return
        top = QTreeWidgetItem([_(HEADINGS[kind]).format(n=number(len(found)))])
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.setSizeHint(0, QSize(0, ROW))
        self.tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        for one in found:
            item = QTreeWidgetItem([PATH_SEPARATOR.join(one.path)])
            item.setData(0, DIFFERENCE, one)
            item.setToolTip(0, item.text(0))
            item.setSizeHint(0, QSize(0, ROW))
            if kind != "same":
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Checked if kind in TICKED else Qt.CheckState.Unchecked)
            else:
                item.setForeground(0, theme.palette().muted)
            top.addChild(item)
            if kind == "moved":
                item.addChild(_row(_("Place"), PATH_SEPARATOR.join(one.old_path or ()), PATH_SEPARATOR.join(one.path)))
            item.setFirstColumnSpanned(True)
            for value in one.values:
                item.addChild(_of(value))
            item.setExpanded(kind in ("changed", "moved"))
        top.setExpanded(kind != "same")

    def _fit(self) -> None:
        """Make each field as high as its words are: a tree does not wrap by itself."""
        metrics, wrap = self.tree.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        for item in self._items():
            for row in filter(None, (item.child(place) for place in range(item.childCount()))):
                for column in (IN_PROJECT, IN_FILE):
                    room = QRect(0, 0, max(1, self.tree.columnWidth(column) - BESIDE), 10_000)
                    words = metrics.boundingRect(room, wrap, row.text(column))
                    row.setSizeHint(column, QSize(0, ROW + words.height() - metrics.height()))

    def _follow(self, item: QTreeWidgetItem) -> None:
        """A new code needs those above it; without one, those below it do not come."""
        one: Difference | None = item.data(0, DIFFERENCE)
        if one is None or one.kind != "new":
            self._count()
            return
        ticked = item.checkState(0)
        self.tree.blockSignals(True)
        for other in self._items():
            held: Difference | None = other.data(0, DIFFERENCE)
            if held is None or held.kind != "new":
                continue
            below = held.path[: len(one.path)] == one.path and ticked == Qt.CheckState.Unchecked
            above = one.path[: len(held.path)] == held.path and ticked == Qt.CheckState.Checked
            if below or above:
                other.setCheckState(0, ticked)
        self.tree.blockSignals(False)
        self._count()

    def _count(self) -> None:
        n = len(self.chosen)
        gone = sum(one.kind == "gone" for one in self.chosen)
        said = ngettext("{n} code will be taken.", "{n} codes will be taken.", n - gone).format(n=number(n - gone))
        if gone:
            said += " " + ngettext("{n} code is deleted with its codings.", "{n} codes are deleted with their codings.",
                                   gone).format(n=number(gone))
        self.count.setText(said if n else _("Nothing is ticked."))
        self.take.setEnabled(n > 0 and not self._desk.read_only)

    def _items(self) -> list[QTreeWidgetItem]:
        """The rows of codes."""
        tops = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        return [child for top in tops if top is not None for place in range(top.childCount())
                if (child := top.child(place)) is not None]


def _of(value: Value) -> QTreeWidgetItem:
    old, new = (values.written(values.ORIGIN_WORDS, said) if value.field == "origin" and said else said
                for said in (value.old, value.new))
    return _row(_(FIELDS[value.field]), old or "–", new)


def _row(name: str, old: str, new: str) -> QTreeWidgetItem:
    """One field: what it says in the project, what in the file."""
    item = QTreeWidgetItem([name, old, new])
    for place in (IN_PROJECT, IN_FILE):
        item.setToolTip(place, item.text(place))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item

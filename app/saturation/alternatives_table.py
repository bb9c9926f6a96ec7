# SPDX-License-Identifier: GPL-3.0-or-later
"""What the status would be by other thresholds: a choice a row, its usual values side by side, each with a dot.

Imports numpy: import this module where it is used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PyQt6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PyQt6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app import theme
from app.saturation.delegate import dot, tone_colours
from app.saturation.reading import TONES
from coding.language import N_, _, number
from coding.saturation import Alternative, status_label

HEIGHT, NAMES_LEAST, NAMES_MOST, MARK = 26, 90, 116, 12
NAMES = {
    "tail": N_("Without a new code"), "coverage_min": N_("Coverage, %"), "expected_max": N_("Codes expected"),
    "few_codes": N_("Codes in a theme"), "non_response_max": N_("Non-responses, %"),
}
_CELL = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class AlternativesTable(QTableWidget):
    """``picked`` carries the values to try, by field of Parameters: those of the cell clicked or entered."""

    picked = pyqtSignal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setProperty("role", "panel")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("What the verdict would be by other values"))
        down, across = self.verticalHeader(), self.horizontalHeader()
        if down is not None and across is not None:
            down.hide()
            across.hide()
            across.setMinimumSectionSize(20)
            down.setDefaultSectionSize(HEIGHT)
            across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            across.setStretchLastSection(True)
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)

    def show_alternatives(self, found: Sequence[Alternative]) -> None:
        """Fill the table."""
        rows: dict[str, list[Alternative]] = {}
        for one in found:
            rows.setdefault(_row_name(one), []).append(one)
        status = {one.choice: one.status for one in found if one.chosen}
        place = self.currentRow(), self.currentColumn()
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(1 + max(map(len, rows.values()), default=0))
        for at, (name, cells) in enumerate(rows.items()):
            title = QTableWidgetItem(name)
            title.setFlags(Qt.ItemFlag.ItemIsEnabled)
            title.setToolTip(name)
            self.setItem(at, 0, title)
            for nth, one in enumerate(cells):
                self.setItem(at, 1 + nth, _item(name, one, one.status != status[one.choice]))
        self._share()
        self.setCurrentCell(*place)
        self.setFixedHeight(HEIGHT * len(rows) + 2)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """The columns share what there is."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """To each column its widest words, and an equal part of what is left."""
        if self.columnCount() < 2:
            return
        names, *needs = (self._widest(column) for column in range(self.columnCount()))
        names = min(max(NAMES_LEAST, names + 4), NAMES_MOST)
        spare = (self.maximumViewportSize().width() - names - sum(needs)) // len(needs)
        for column, wide in enumerate((names, *(need + spare for need in needs))):
            self.setColumnWidth(column, wide)

    def _widest(self, column: int) -> int:
        words = QFontMetrics(theme.ui_font(12, QFont.Weight.DemiBold if column else QFont.Weight.Normal))
        items = (self.item(row, column) for row in range(self.rowCount()))
        return max(words.horizontalAdvance(item.text()) for item in items if item is not None)

    def minimumSizeHint(self) -> QSize:
        """The panel gives the width."""
        return QSize(200, super().minimumSizeHint().height())

    def _pick(self, item: QTableWidgetItem) -> None:
        one = item.data(_CELL)
        if one is not None and not one[0].chosen:
            self.picked.emit(values(one[0]))


def values(one: Alternative) -> Mapping[str, Any]:
    """The fields of Parameters that an alternative changes."""
    if isinstance(one.value, tuple):
        return dict(zip(("base", "run"), one.value, strict=True))
    return {one.choice: one.value}


def _row_name(one: Alternative) -> str:
    if isinstance(one.value, tuple):
        return _("Base {n}, run").format(n=one.value[0])
    return _(NAMES[one.choice])


def value_words(one: Alternative) -> str:
    """«2», «95», «0,25»: the number of a cell; shares in percents, which the name of the row says."""
    if isinstance(one.value, tuple):
        return str(one.value[1])
    if one.choice in ("coverage_min", "non_response_max"):
        return number(one.value * 100)
    return number(one.value, next(digits for digits in (0, 1, 2) if round(one.value, digits) == round(one.value, 2)))


def _item(name: str, one: Alternative, differs: bool) -> QTableWidgetItem:
    made = QTableWidgetItem(value_words(one))
    said = _("{choice} {value}: {status}").format(choice=name, value=value_words(one), status=status_label(one.status))
    if one.chosen:
        said = _("{said} (the present value)").format(said=said)
    made.setToolTip(said)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    made.setData(_CELL, (one, differs))
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return made


class _Delegate(QStyledItemDelegate):
    """The value with the dot of its status; the present one in a frame, those that change the status on its paper."""

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        if painter is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, text, cell = QRectF(option.rect), str(index.data() or ""), index.data(_CELL)
        if cell is None:
            painter.setFont(theme.ui_font(12))
            painter.setPen(theme.palette().muted)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | _MIDDLE, shown)
        else:
            _paint(painter, area, text, *cell, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.restore()


def _paint(painter: QPainter, area: QRectF, text: str, one: Alternative, differs: bool, *, focused: bool) -> None:
    colours, tone = theme.palette(), TONES[one.status]
    ink, paper = tone_colours(tone)
    framed = one.chosen or focused
    painter.setPen(QPen(colours.accent, 2 if focused else 1) if framed else Qt.PenStyle.NoPen)
    painter.setBrush(paper if differs else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1.5, 2.5, -1.5, -2.5), 4, 4)
    painter.setFont(theme.ui_font(12, QFont.Weight.DemiBold if differs or one.chosen else QFont.Weight.Normal))
    wide = painter.fontMetrics().horizontalAdvance(text)
    left = area.center().x() - (wide + MARK) / 2
    dot(painter, QPointF(left + 4, area.center().y()), tone)
    painter.setPen(ink if differs else colours.ink if one.chosen else colours.muted)
    painter.drawText(QRectF(left + MARK, area.top(), wide + 4, area.height()), _MIDDLE, text)

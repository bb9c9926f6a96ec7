# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found, turn by turn: a card each, its first place in its line."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PyQt6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import theme
from app.search.model import HIT, OTHERS, TIMES, HitsModel
from coding.language import _, ngettext
from coding.search import Hit

HEIGHT = 58
LEFT = 18
BAR = 5  # pixels of the mark of a turn that is ticked


class Turns(QListView):
    """``opened`` carries the row to show in its transcript."""

    opened = pyqtSignal(QModelIndex)

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Results"))
        self.clicked.connect(self.opened)

    def in_sight(self) -> tuple[int, int]:
        """The first and the last row shown."""
        view, bar = self.viewport(), self.verticalScrollBar()
        top = (bar.value() if bar is not None else 0) // HEIGHT
        return top, top + (view.height() if view is not None else 0) // HEIGHT + 1

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        index = self.currentIndex()
        if event is not None and index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index)
        elif event is not None and index.isValid() and event.key() == Qt.Key.Key_Space:
            self._model.tick(index.row())
        else:
            super().keyPressEvent(event)


class HitDelegate(QStyledItemDelegate):
    """Interview and turn above; below, the words found in bold within their line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(400, HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        hit: Hit | None = index.data(HIT)
        if painter is None:
            return
        colours = theme.palette()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colours.hover)
        area = option.rect.adjusted(LEFT, 7, -LEFT, -7)
        if hit is not None:
            self._paint_head(painter, area, hit, index.data(TIMES))
            self._paint_line(painter, area.adjusted(0, 20, 0, 0), hit, index.data(OTHERS))
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), BAR, option.rect.height()), colours.accent)
        painter.setPen(colours.rule)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, hit: Hit, times: int) -> None:
        colours = theme.palette()
        painter.setPen(colours.accent)
        painter.setFont(theme.ui_font(12, QFont.Weight.DemiBold))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, hit.interview)
        name = painter.fontMetrics().horizontalAdvance(hit.interview)
        speaker = hit.speaker if hit.speaker != hit.interview else ""
        said = [speaker, _("turn {n}").format(n=hit.turn)]
        if times > 1:
            said.append(ngettext("{n} time", "{n} times", times).format(n=times))
        painter.setPen(colours.faint)
        painter.setFont(theme.ui_font(12))
        painter.drawText(area.adjusted(name + 10, 0, 0, 0), Qt.AlignmentFlag.AlignTop,
                         " · ".join(part for part in said if part))

    def _paint_line(self, painter: QPainter, area: QRect, hit: Hit, others: list[tuple[int, int]]) -> None:
        plain, strong = theme.reading_font(16), theme.reading_font(16, weight=QFont.Weight.Bold)
        metrics, strong_metrics = QFontMetrics(plain), QFontMetrics(strong)
        found = hit.found.replace("\n", " ")
        room = area.width() - strong_metrics.horizontalAdvance(found)
        pieces = [(metrics.elidedText(hit.before, Qt.TextElideMode.ElideLeft, max(0, room // 2)), False), (found, True)]
        at = 0
        for start, end in others:
            if end <= len(hit.after):
                pieces += [(hit.after[at:start], False), (hit.after[start:end], True)]
                at = end
        pieces.append((hit.after[at:], False))
        left, base = area.left(), area.top() + metrics.ascent()
        for text, bold in pieces:
            measured, room = (strong_metrics if bold else metrics), area.right() - left
            painter.setFont(strong if bold else plain)
            painter.setPen(theme.palette().ink if bold else theme.palette().muted)
            painter.drawText(left, base, measured.elidedText(text, Qt.TextElideMode.ElideRight, room))
            left += measured.horizontalAdvance(text)
            if left >= area.right():
                return

# SPDX-License-Identifier: GPL-3.0-or-later
"""The Search page: words anywhere in the transcripts, in their context; a result opens its place."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PyQt6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.desk import Desk
from app.settings import Settings
from app.workspaces.base import Workspace
from app.workspaces.search_model import HitsModel
from coding import search
from coding.changes import Change
from coding.language import _, ngettext
from coding.search import Hit

PAUSE = 120  # ms without typing before the search runs
LIMIT = 500
AROUND = 160  # characters either side; what does not fit is elided
HEIGHT = 58
LEFT = 18


class SearchWorkspace(Workspace):
    """A line to write in, the number of turns found, and one row a turn."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Words to look for in every transcript…"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(360)
        self.found = parts.label("", "muted")
        self.model = HitsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Results"))
        self._sought = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search)
        header = parts.Header(_("Search"))
        header.add_left(self.line)
        header.add_left(self.found)
        self.memos = parts.button(_("Look in the memos too"), lambda: desk.memos_sought.emit(self.line.text().strip()),
                                  name="flat", icon="notebook")
        self.memos.hide()
        header.add_right(self.memos)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        self._hint = parts.label(
            _("Accents and capitals do not matter. Several words: all of them in the same turn. The last word may be "
              "unfinished."), "hint", wrap=True)
        self._hint.setContentsMargins(LEFT, 16, LEFT, 0)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.line.returnPressed.connect(self._enter)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        desk.changed.connect(self._follow)

    def activate(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def hints(self) -> str:
        return _("Enter open the place · ↓ results · F1 help")

    def status_text(self) -> str:
        return self.found.text()

    def search(self) -> None:
        """Look for what is written."""
        self._pause.stop()
        query = self.line.text().strip()
        self._sought = query
        self._hint.setVisible(not query)
        self.memos.setVisible(bool(query))
        if not query:
            self._show(query, [])
            return
        self.desk.read(lambda s: search.find(s, query, limit=LIMIT, around=AROUND),
                       lambda hits: self._show(query, hits))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() == Qt.Key.Key_Down and self.model.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            return
        super().keyPressEvent(event)

    def _show(self, query: str, hits: Sequence[Hit]) -> None:
        if query != self._sought:
            return  # an answer to what was written before
        self.model.take(hits)
        count = len(hits)
        if not query:
            said = ""
        elif count == LIMIT:
            said = _("more than {n} turns").format(n=LIMIT - 1)
        else:
            said = ngettext("{n} turn", "{n} turns", count).format(n=count) if count else _("nothing found")
        self.found.setText(said)
        self.status_changed.emit()

    def _enter(self) -> None:
        if self._pause.isActive() or self.line.text().strip() != self._sought:
            self.search()
        elif self.model.rowCount():
            self._open(self.model.index(0))

    def _open(self, index: QModelIndex) -> None:
        hit = self.model.hit(index)
        self.desk.place_asked.emit(hit.interview_id, hit.start, hit.end)

    def _follow(self, change: Change) -> None:
        if self._sought and change.touches("turn", "interview"):
            self.search()


class HitDelegate(QStyledItemDelegate):
    """Interview and turn above; below, the words found in bold within their line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(400, HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        if painter is None:
            return
        hit: Hit = index.data(HitsModel.HIT)
        colours = theme.palette()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colours.hover)
        area = option.rect.adjusted(LEFT, 7, -LEFT, -7)
        painter.setPen(colours.accent)
        painter.setFont(theme.ui_font(12, QFont.Weight.DemiBold))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, hit.interview)
        name = painter.fontMetrics().horizontalAdvance(hit.interview)
        painter.setPen(colours.faint)
        painter.setFont(theme.ui_font(12))
        painter.drawText(area.adjusted(name + 10, 0, 0, 0), Qt.AlignmentFlag.AlignTop,
                         _("turn {n}").format(n=hit.turn))
        self._paint_line(painter, area.adjusted(0, 20, 0, 0), hit)
        painter.setPen(colours.rule)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        plain, strong = theme.reading_font(16), theme.reading_font(16, weight=QFont.Weight.Bold)
        metrics, strong_metrics = QFontMetrics(plain), QFontMetrics(strong)
        room = area.width() - strong_metrics.horizontalAdvance(hit.found)
        before = metrics.elidedText(hit.before, Qt.TextElideMode.ElideLeft, max(0, room // 2))
        used = metrics.horizontalAdvance(before)
        after = metrics.elidedText(hit.after, Qt.TextElideMode.ElideRight, max(0, room - used))
        left = area.left()
        base = area.top() + metrics.ascent()
        for text, font in ((before, plain), (hit.found, strong), (after, plain)):
            painter.setFont(font)
            painter.setPen(theme.palette().ink if font is strong else theme.palette().muted)
            painter.drawText(left, base, text)
            left += QFontMetrics(font).horizontalAdvance(text)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The code line: a lane for each theme along the interview, a bar for each passage; a theme opens on its quotes."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt6.QtWidgets import QToolTip, QTreeView, QVBoxLayout, QWidget

from app import theme
from app.profiles.code_line_delegate import LANE, PAD, CodeLineDelegate, Columns
from app.profiles.code_line_model import CodeLineModel
from app.widgets.words import joined
from coding.codebook import Codebook
from coding.language import _
from coding.profiles import words
from coding.profiles.profile import Mark, Profile, ThemePart
from coding.typography import quoted

SLACK = 3  # pixels beside a bar that still count as on it
TOLD = 240  # characters of a passage in a tooltip
AXIS = 22


class CodeLine(QWidget):
    """``place_asked`` carries the interview, start and end of a passage that was clicked or entered."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = LaneView()
        self._axis = _Axis(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._axis)
        column.addWidget(self.view)
        self.view.place_asked.connect(self.place_asked)

    def show_profile(self, profile: Profile, book: Codebook, *, anew: bool) -> None:
        """Show an interview's; the themes that are open stay so unless it is shown ``anew``."""
        self.view.show_profile(profile, book, anew=anew)
        self._axis.update()


class LaneView(QTreeView):
    """As tall as what it shows: the page around it scrolls."""

    place_asked = pyqtSignal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = CodeLineModel(self)
        self._painter = CodeLineDelegate(self)
        self._language = "fr"
        self.setModel(self.lanes)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Code line"))
        self.setAccessibleDescription(_("A theme a line; opened, its passages in the order of the interview"))
        self.clicked.connect(self._toggle)
        self.expanded.connect(self.fit)
        self.collapsed.connect(self.fit)
        self._pressed: Mark | None = None

    @property
    def columns(self) -> Columns:
        """Where the lanes stand."""
        return Columns.of(self._painter.width)

    def show_profile(self, profile: Profile, book: Codebook, *, anew: bool) -> None:
        """Show an interview's lanes."""
        opened = set() if anew else {
            part.theme_id for row, part in enumerate(self.lanes.themes) if self.isExpanded(self.lanes.index(row, 0))}
        at = self.currentIndex().row() if not anew else -1
        self._painter.ticks, self._language = profile.ticks, profile.language
        self.lanes.show(profile, book)
        for row, part in enumerate(profile.raised):
            if part.theme_id in opened:
                self.expand(self.lanes.index(row, 0))
        self.setCurrentIndex(self.lanes.index(max(0, min(at, len(profile.raised) - 1)), 0))
        self.fit()

    def fit(self) -> None:
        """Be as tall as the rows."""
        model, height = self.lanes, 0
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            height += self.rowHeight(index)
            if self.isExpanded(index):
                height += sum(self.rowHeight(model.index(each, 0, index)) for each in range(model.rowCount(index)))
        self.setFixedHeight(height + 2)

    def mark_at(self, place: QPoint) -> Mark | None:
        """The passage whose bar is there, in the viewport."""
        index = self.indexAt(place)
        part, area = self.lanes.entry(index), self.visualRect(index)
        if not isinstance(part, ThemePart) or not PAD - 4 <= place.y() - area.top() <= PAD + LANE + 2:
            return None
        columns, x = self.columns, place.x() - area.left()
        near = [(mark.quote.end - mark.quote.start, mark.quote.start, mark) for mark in part.marks
                if columns.bar(mark)[0] - SLACK <= x <= columns.bar(mark)[1] + SLACK]
        on = [found for found in near if columns.bar(found[2])[0] <= x <= columns.bar(found[2])[1]]
        return min(on or near, key=lambda found: found[:2])[2] if near else None

    def tip(self, mark: Mark) -> str:
        """The codes of a passage, its turn, its words."""
        said = mark.quote.printed
        cut = said if len(said) <= TOLD else said[:TOLD].rsplit(" ", 1)[0] + " …"
        codes = joined(*(ref.text for ref in mark.quote.codes))
        return "\n".join((codes, joined(words.where(mark), _("strong quote") if mark.quote.strong else ""),
                          quoted(cut, self._language)))

    # -- Qt's events

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        if event is not None:
            self._pressed = self.mark_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A click on a bar goes to its place, anywhere else on a theme opens or closes it."""
        pressed = self._pressed
        over = self.mark_at(event.position().toPoint()) if event is not None else None
        super().mouseReleaseEvent(event)
        self._pressed = None
        if pressed is not None and over == pressed:
            self._go(pressed)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        super().mouseMoveEvent(event)
        viewport = self.viewport()
        if event is not None and viewport is not None:
            over = self.indexAt(event.position().toPoint()).isValid()
            viewport.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent | None) -> bool:
        """What a bar stands for, in its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())
            if mark is not None:
                QToolTip.showText(event.globalPos(), self.tip(mark), self)
                return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter opens a theme, or goes to a passage."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Words wrap anew at another width."""
        super().resizeEvent(event)
        viewport = self.viewport()
        if viewport is not None and viewport.width() != self._painter.width:
            self._painter.width = viewport.width()
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            self.fit()

    def _toggle(self, index: QModelIndex) -> None:
        mark = self.lanes.mark(index)
        if mark is not None:
            self._go(mark)
        elif index.isValid() and self._pressed is None:
            self.setExpanded(index, not self.isExpanded(index))

    def _go(self, mark: Mark) -> None:
        self.place_asked.emit(mark.quote.interview_id, mark.quote.start, mark.quote.end)


class _Axis(QWidget):
    """The landmarks above the lanes; a screen reader has the places of the passages themselves."""

    def __init__(self, view: LaneView) -> None:
        super().__init__()
        self._view = view
        self.setFixedHeight(AXIS)

    def paintEvent(self, _event: QPaintEvent | None) -> None:
        painter, columns = QPainter(self), self._view.columns
        font = theme.ui_font(11)
        painter.setFont(font)
        painter.setPen(theme.palette().faint)
        metrics, free = QFontMetrics(font), 0.0
        for tick in self._view.lanes.ticks:
            text = words.landmark(tick)
            wide = metrics.horizontalAdvance(text)
            left = min(columns.x(tick.at) - wide / 2, columns.left + columns.wide - wide)
            if left < free:
                continue  # where landmarks crowd, the first one is told
            painter.drawText(QRect(round(left), 0, wide + 2, AXIS - 4), Qt.AlignmentFlag.AlignBottom, text)
            free = left + wide + 10
        painter.end()

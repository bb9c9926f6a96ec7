# SPDX-License-Identifier: GPL-3.0-or-later
"""The margin to the right of the words: a stripe beside each passage, and the names of its codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEvent, QPoint, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from app import icons, theme
from app.coder.beneath import NO_CODE
from app.coder.geometry import Stripe
from app.coder.margin_layout import Name, Placed, place
from coding.language import _

if TYPE_CHECKING:
    from app.coder.page import Page

STRIPES = 3  # lanes of stripes; deeper ones share the last
STRIPE_STEP = 5
PILL_HEIGHT = 20
SIGN = 14  # a passage that bears a memo, or makes a strong quote, says so on its first name
LEFT = 10


class Margin(QWidget):
    """Follows its page. ``clicked`` carries the id of the passage whose name or stripe was clicked."""

    clicked = pyqtSignal(int)

    def __init__(self, page: Page, colour: Callable[[int], str], name: Callable[[int], str]) -> None:
        super().__init__(page)
        self._page = page
        self._colour = colour
        self._name = name
        self.setMouseTracking(True)

    def placed(self, top: int, bottom: int) -> list[Placed]:
        """The names that stand between two ordinates of the viewport."""
        found: list[Placed] = []
        for pile in self._page.sight.piles(top, bottom) if self._page.sight else ():
            found.extend(place(pile.names, pile.top, pile.limit))
        return [name for name in found if name.y + PILL_HEIGHT > top and name.y < bottom]

    def box(self, placed: Placed) -> QRectF:
        """Where a name stands."""
        left = LEFT + STRIPES * STRIPE_STEP + 3
        return QRectF(left, placed.y, self.width() - left - 8, PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the stripes and names in sight."""
        if event is None:
            return
        clip = event.rect()
        painter = QPainter(self)
        painter.fillRect(clip, theme.palette().page)
        self._paint_stripes(painter, clip.top(), clip.bottom())
        painter.setFont(theme.ui_font(12))
        for placed in self.placed(clip.top() - PILL_HEIGHT, clip.bottom() + 1):
            self._paint_name(painter, placed)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose the passage under the pointer."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            found = self._at(event.position().toPoint())
            if found is not None:
                self.clicked.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show what can be clicked."""
        if event is not None:
            over = self._at(event.position().toPoint()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent | None) -> bool:
        """Give names in full, those without room included, in the tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self._name_at(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(placed) if placed is not None else "", self)
            return True
        return super().event(event)

    def _tip(self, placed: Placed) -> str:
        """Every name in full, then what the signs mean."""
        said = [self._title(name) for name in (placed.name, *placed.hidden)]
        meanings = {"memo": _("Has a memo"), "star": _("Strong quote")}
        return "\n".join(said + [meanings[sign] for sign, _role in self._signs(placed.name)])

    def _at(self, point: QPoint) -> int | None:
        placed = self._name_at(point)
        if placed is not None:
            return placed.name.passage_id
        for stripe in self._stripes(point.y(), point.y() + 1):
            if any(_x(lane) - 1 <= point.x() < _x(lane) + 4 for lane in stripe.lanes):
                return stripe.mark.id
        return None

    def _stripes(self, top: int, bottom: int) -> list[Stripe]:
        return self._page.sight.stripes(top, bottom) if self._page.sight else []

    def _name_at(self, point: QPoint) -> Placed | None:
        near = self.placed(point.y() - PILL_HEIGHT, point.y() + PILL_HEIGHT)
        return next((placed for placed in near if self.box(placed).contains(point.toPointF())), None)

    def _title(self, name: Name) -> str:
        return self._name(name.code_id) if name.code_id is not None else _("Memo")

    def _of(self, code_id: int | None) -> QColor:
        return QColor(self._colour(code_id) if code_id is not None else NO_CODE)

    def _signs(self, name: Name) -> list[tuple[str, str]]:
        """The icons of a name, from the right, and the palette's colours for them."""
        mark = self._page.reading.index.get(name.passage_id) if self._page.reading is not None else None
        if mark is None or name.code_id not in (None, *mark.codes[:1]):
            return []
        return [*([("memo", "muted")] if mark.has_memo else []), *([("star", "warn")] if mark.strong else [])]

    def _paint_stripes(self, painter: QPainter, top: int, bottom: int) -> None:
        for stripe in self._stripes(top, bottom):
            strength = 1.0 if stripe.mark.id == self._page.chosen else 0.55
            for code_id, lane in zip(stripe.mark.codes or (None,), stripe.lanes, strict=False):
                painter.fillRect(QRectF(_x(lane), stripe.top, 2, stripe.bottom - stripe.top),
                                 theme.tint(self._of(code_id), strength))

    def _paint_name(self, painter: QPainter, placed: Placed) -> None:
        box, colour = self.box(placed), self._of(placed.name.code_id)
        chosen = placed.name.passage_id == self._page.chosen
        painter.fillRect(box, theme.tint(colour, 0.24 if chosen else 0.08))
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.tint(colour, 1.0))
        words = box.adjusted(11, 0, -4, 0)
        metrics = QFontMetricsF(painter.font())
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        if placed.hidden:
            more = f"+{len(placed.hidden)}"
            painter.setPen(theme.palette().muted)
            painter.drawText(words, middle | int(Qt.AlignmentFlag.AlignRight), more)
            words.setRight(words.right() - metrics.horizontalAdvance(more) - 6)
        for sign, role in self._signs(placed.name):
            side = QRectF(words.right() - SIGN, box.center().y() - SIGN / 2, SIGN, SIGN).toRect()
            icons.icon(sign, role).paint(painter, side)
            words.setRight(words.right() - SIGN - 4)
        painter.setPen(theme.palette().ink)
        title = metrics.elidedText(self._title(placed.name), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, title)


def _x(lane: int) -> int:
    """The first lane is the nearest to the names."""
    return LEFT + (STRIPES - 1 - min(lane, STRIPES - 1)) * STRIPE_STEP

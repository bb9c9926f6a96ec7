# SPDX-License-Identifier: GPL-3.0-or-later
"""The margin to the right of the words: a stripe beside each passage, and the names of its codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEvent, QPoint, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PyQt6.QtWidgets import QToolTip, QWidget

from app import icons, theme
from app.coder.page.beneath import NO_CODE
from app.coder.page.geometry import Stripe
from app.coder.page.margin_layout import REST, Name, Placed, Rest, place
from coding.language import _

if TYPE_CHECKING:
    from app.coder.page.page import Page

STRIPES = 3, 8  # lanes of stripes, as many as the interview needs; deeper ones share the last
STRIPE_STEP = 4
PILL_HEIGHT = 20
BEFORE, AFTER = 11, 6  # within a pill, beside its words
SIGN = 14  # a passage that bears a memo, or makes a strong quote, says so on its first name
LEFT, RIGHT = 6, 6
TEXT = 12  # size of letters


class Margin(QWidget):
    """Follows its page. ``clicked`` carries the id of the passage whose name or stripe was clicked, ``rest`` the ids
    of the passages of a pile that has too little room, and where on the screen. ``tell`` gives in full what a name
    stands for: its passage and code."""

    clicked = pyqtSignal(int)
    rest = pyqtSignal(list, QPoint)

    def __init__(self, page: Page, colour: Callable[[int], str], name: Callable[[int], str]) -> None:
        super().__init__(page)
        self._page = page
        self._colour = colour
        self._name = name
        self.tell: Callable[[int, int | None], str] = lambda _passage, code: self._title(code)
        self._metrics = QFontMetricsF(theme.ui_font(TEXT))
        self._elided: dict[tuple[str, int], str] = {}
        self._widths: dict[str, float] = {}
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def placed(self, top: int, bottom: int) -> list[Placed]:
        """The names that stand between two ordinates of the viewport."""
        return [one for one in self._standing(top, bottom) if isinstance(one, Placed)]

    def rests(self, top: int, bottom: int) -> list[Rest]:
        """The «+12» that stand between two ordinates of the viewport."""
        return [one for one in self._standing(top, bottom) if isinstance(one, Rest)]

    def box(self, placed: Placed | Rest) -> QRectF:
        """Where a name stands."""
        width = REST if isinstance(placed, Rest) else placed.width
        return QRectF(self._names_left() + placed.x, placed.y - self._down(), width, PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the stripes and names in sight."""
        if event is None:
            return
        clip = event.rect()
        painter = QPainter(self)
        painter.fillRect(clip, theme.palette().page)
        chosen = self._page.chosen
        self._paint_stripes(painter, clip.top(), clip.bottom(), chosen)
        painter.setFont(theme.ui_font(TEXT))
        for one in self._standing(clip.top(), clip.bottom() + 1):
            if isinstance(one, Placed):
                self._paint_name(painter, one, chosen)
            else:
                self._paint_rest(painter, one)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Choose the passage under the pointer; with Shift, the next of those beside it."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        over = self._over(point)
        if isinstance(over, Rest):
            self.rest.emit(list(dict.fromkeys(name.passage_id for name in over.names)),
                           self.mapToGlobal(self.box(over).bottomLeft().toPoint()))
            return
        found = self._at(point, over)
        if found is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            found = self._after(found)
        if found is not None:
            self.clicked.emit(found)

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Choose the passage under the pointer, and ask for what can be done with it."""
        found = self._at(event.pos(), self._over(event.pos())) if event is not None else None
        if event is not None and found is not None:
            self._page.clear_selection()
            self.clicked.emit(found)
            self._page.menu_asked.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show what can be clicked."""
        if event is not None:
            point = event.position().toPoint()
            over = self._over(point)
            hand = isinstance(over, Rest) or self._at(point, over) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent | None) -> bool:
        """Say in the tooltip all that a name or a stripe stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def _tip(self, point: QPoint) -> str:
        over = self._over(point)
        if isinstance(over, Rest):
            return "\n".join(self._title(name.code_id) for name in over.names)
        if isinstance(over, Placed):
            return self.tell(over.name.passage_id, over.name.code_id)
        stripes = self._stripes(point.y(), point.y() + 1)
        return "\n\n".join(self.tell(stripe.mark.id, code) for stripe in stripes if self._crosses(stripe, point)
                           for code in stripe.mark.codes or (None,))

    def _at(self, point: QPoint, over: Placed | Rest | None) -> int | None:
        if isinstance(over, Placed):
            return over.name.passage_id
        stripes = self._stripes(point.y(), point.y() + 1)
        return next((stripe.mark.id for stripe in stripes if self._crosses(stripe, point)), None)

    def _after(self, passage_id: int) -> int:
        """Of the passages that overlap one, the one after the chosen one; itself when none of them is chosen."""
        reading = self._page.reading
        mark = reading.view.get(passage_id) if reading is not None else None
        ids = [other.id for other in reading.view.between(mark.start, mark.end)] if reading and mark else []
        chosen = self._page.chosen
        return ids[(ids.index(chosen) + 1) % len(ids)] if chosen in ids else passage_id

    def _crosses(self, stripe: Stripe, point: QPoint) -> bool:
        return any(self._x(lane) - 1 <= point.x() < self._x(lane) + 4 for lane in stripe.lanes)

    def _x(self, lane: int) -> int:
        """The first lane is the nearest to the names."""
        last = self._lanes() - 1
        return LEFT + (last - min(lane, last)) * STRIPE_STEP

    def _stripes(self, top: int, bottom: int) -> list[Stripe]:
        return self._page.sight.stripes(top, bottom) if self._page.sight else []

    def _over(self, point: QPoint) -> Placed | Rest | None:
        near = self._standing(point.y(), point.y() + 1)
        return next((one for one in near if self.box(one).contains(point.toPointF())), None)

    def _standing(self, top: int, bottom: int) -> Iterable[Placed | Rest]:
        """What stands between two ordinates of the viewport, placed in the document's."""
        if self._page.sight is None:
            return
        down, room = self._down(), self.width() - self._names_left() - RIGHT
        for pile in self._page.sight.piles(top + down, bottom + down):
            if pile.limit + PILL_HEIGHT < top + down or pile.top > bottom + down:
                continue
            placed, rest = place(pile.names, pile.top, pile.limit, room, self._wide)
            standing: list[Placed | Rest] = [*placed, *([rest] if rest is not None else [])]
            for one in standing:
                if one.y - down + PILL_HEIGHT > top and one.y - down < bottom:
                    yield one

    def _down(self) -> int:
        return self._page.sight.scrolled if self._page.sight is not None else 0

    def _lanes(self) -> int:
        depth = self._page.reading.lanes.depth if self._page.reading is not None else 0
        return min(max(depth, STRIPES[0]), STRIPES[-1])

    def _names_left(self) -> int:
        return LEFT + self._lanes() * STRIPE_STEP + 3

    def _title(self, code_id: int | None) -> str:
        return self._name(code_id) if code_id is not None else _("Memo")

    def _of(self, code_id: int | None) -> str:
        return self._colour(code_id) if code_id is not None else NO_CODE

    def _signs(self, name: Name) -> list[tuple[str, str]]:
        """The icons of a name, from the right, and the palette's colours for them."""
        mark = self._page.reading.view.get(name.passage_id) if self._page.reading is not None else None
        if mark is None or not (mark.has_memo or mark.strong) or name.code_id not in (None, *mark.codes[:1]):
            return []
        return [*([("memo", "muted")] if mark.has_memo else []), *([("star", "warn")] if mark.strong else [])]

    def _wide(self, name: Name) -> float:
        """What a name takes whole."""
        title = self._title(name.code_id)
        words = self._widths.get(title)
        if words is None:
            words = self._widths[title] = self._metrics.horizontalAdvance(title) + 1
        return BEFORE + words + AFTER + len(self._signs(name)) * (SIGN + 4)

    def _paint_stripes(self, painter: QPainter, top: int, bottom: int, chosen: int | None) -> None:
        for stripe in self._stripes(top, bottom):
            strength = 1.0 if stripe.mark.id == chosen else 0.55
            high = max(top, round(stripe.top))
            height = min(bottom + 1, round(stripe.bottom)) - high
            for code_id, lane in zip(stripe.mark.codes or (None,), stripe.lanes, strict=False):
                painter.fillRect(self._x(lane), high, 2, height, theme.tint(self._of(code_id), strength))

    def _paint_name(self, painter: QPainter, placed: Placed, chosen: int | None) -> None:
        box, colour = self.box(placed), self._of(placed.name.code_id)
        painter.fillRect(box, theme.tint(colour, 0.24 if placed.name.passage_id == chosen else 0.08))
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.tint(colour, 1.0))
        words = box.adjusted(BEFORE, 0, -AFTER, 0)
        for sign, role in self._signs(placed.name):
            side = QRectF(words.right() - SIGN, box.center().y() - SIGN / 2, SIGN, SIGN).toRect()
            icons.icon(sign, role).paint(painter, side)
            words.setRight(words.right() - SIGN - 4)
        painter.setPen(theme.palette().ink)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._fitted(placed.name, words.width()))

    def _paint_rest(self, painter: QPainter, rest: Rest) -> None:
        box = self.box(rest)
        painter.fillRect(box, theme.palette().chip)
        painter.setPen(theme.palette().muted)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"+{rest.hidden}")

    def _fitted(self, name: Name, width: float) -> str:
        """As much of a name as its pill holds."""
        title = self._title(name.code_id)
        key = title, int(width)
        if key not in self._elided:
            self._elided[key] = self._metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)
        return self._elided[key]

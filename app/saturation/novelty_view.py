# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart of novelty as a widget: what it says of each interview, a way to its passages, a picture to keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import QPoint, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QToolTip, QWidget

from app import theme
from app.saturation.novelty_chart import draw, lay
from app.widgets.picture import write_picture
from coding.language import _, ngettext, number

if TYPE_CHECKING:
    from coding.nuance_candidates import Ranked

HEIGHT = 118
PICTURE = QSize(1100, 420)
TIP = 30  # pixels from the left, where a tooltip asked by the keys stands


class NoveltyView(QWidget):
    """``place_chosen`` carries the place, in the order, of the interview whose passages are asked for, by a click or
    by the arrows and Enter."""

    place_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ranked: Ranked | None = None
        self._name = ""
        self._pointed: int | None = None
        self._chosen: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Novelty by interview"))

    def show_ranked(self, ranked: Ranked, name: str) -> None:
        """Draw the passages of a theme."""
        self._ranked, self._name = ranked, name
        if self._pointed is not None and self._pointed >= len(ranked.interviews):
            self._pointed = None
        self.setAccessibleName(_("Novelty by interview: {name}").format(name=name))
        self.setAccessibleDescription(". ".join(words(ranked, n) for n in range(len(ranked.interviews))))
        self.update()

    def choose(self, passage_id: int | None) -> None:
        """Ring a passage."""
        self._chosen = passage_id
        self.update()

    def write(self, path: Path) -> None:
        """Keep the chart as a picture, .png or .svg by its ending. Raises KnownError when it cannot be written."""
        ranked = self._ranked
        if ranked is not None:
            area = QRectF(10, 12, PICTURE.width() - 20, PICTURE.height() - 20)
            write_picture(path, PICTURE, self.accessibleName(),
                          lambda painter: draw(painter, area, ranked, theme.LIGHT))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The chart, and where the keys are."""
        if self._ranked is None:
            return
        painter = QPainter(self)
        draw(painter, self._area(), self._ranked, theme.palette(), pointed=self._pointed, chosen=self._chosen)
        if self.hasFocus():
            painter.setPen(QPen(theme.palette().accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Say what the interview under the mouse holds."""
        if event is not None and self._ranked is not None:
            self._point(lay(self._ranked, self._area()).place(event.position().x()), event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Go to its passages."""
        if event is not None and self._ranked is not None and event.button() == Qt.MouseButton.LeftButton:
            self._point(lay(self._ranked, self._area()).place(event.position().x()), None)
            self._ask()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Arrows go from interview to interview, Enter to its passages, Escape lets go."""
        if event is None or self._ranked is None or not self._ranked.interviews:
            return
        last = len(self._ranked.interviews) - 1
        at = self._pointed
        moves = {
            Qt.Key.Key_Left: last if at is None else max(at - 1, 0),
            Qt.Key.Key_Right: last if at is None else min(at + 1, last),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }
        if event.key() in moves:
            self._point(moves[Qt.Key(event.key())], self.mapToGlobal(QPoint(TIP, self.height())))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask()
        elif event.key() == Qt.Key.Key_Escape and self._pointed is not None:
            self._point(None, None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:
        """Reached by Tab: point at the latest interview, so that one sees where the keys are."""
        super().focusInEvent(event)
        tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event is not None and event.reason() in tab and self._ranked is not None and self._ranked.interviews:
            self._point(len(self._ranked.interviews) - 1, self.mapToGlobal(QPoint(TIP, self.height())))

    def leaveEvent(self, event: object) -> None:
        """Nothing is pointed at any longer."""
        if not self.hasFocus():
            self._point(None, None)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:
        """Nor by the keys."""
        super().focusOutEvent(event)
        self._point(None, None)

    def _point(self, place: int | None, at: QPoint | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self.update()
        if place is None or self._ranked is None:
            QToolTip.hideText()
        elif at is not None:
            QToolTip.showText(at, words(self._ranked, place), self)

    def _ask(self) -> None:
        if self._pointed is not None:
            self.place_chosen.emit(self._pointed)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(2, 2, -2, -2)


def words(ranked: Ranked, place: int) -> str:
    """An interview of the chart in a sentence."""
    name = ranked.interviews[place]
    figures = [point.novelty for point in ranked.points if point.place == place]
    if not figures:
        return _("{interview} ({place}): nothing to compare").format(interview=name, place=place + 1)
    compared = ngettext("{n} passage compared", "{n} passages compared", len(figures)).format(n=len(figures))
    asked = sum(one.place == place for one in ranked.candidates)
    told = _("{interview} ({place}): {compared}, novelty {least} to {most}; asked about: {asked}")
    return told.format(interview=name, place=place + 1, compared=compared, least=number(min(figures), 2),
                       most=number(max(figures), 2), asked=asked)

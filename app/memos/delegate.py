# SPDX-License-Identifier: GPL-3.0-or-later
"""One memo in the list: what it is about, when it was changed, and its first words."""

from __future__ import annotations

from PyQt6.QtCore import QModelIndex, QRect, QSize, Qt
from PyQt6.QtGui import QFont, QFontMetrics, QPainter
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import icons, theme
from app.memos.model import ENTRY
from app.widgets.words import joined
from coding.calendar_words import byline, local_day
from coding.language import _, short_date
from coding.memo_shelf import Entry
from coding.typography import one_line

HEIGHT, HEADING = 68, 34
LEFT, ICON = 14, 15
ICONS = {"journal": "notebook", "project": "memo", "group": "groups", "interview": "book", "participant": "person",
         "code": "tag", "passage": "quotes"}


class MemoDelegate(QStyledItemDelegate):
    """Draws the rows of a MemosModel."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(220, HEADING if isinstance(index.data(ENTRY), str) else HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        if painter is None:
            return
        row = index.data(ENTRY)
        painter.save()
        if isinstance(row, str):
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_entry(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(theme.ui_font(12, QFont.Weight.DemiBold))
        painter.setPen(theme.palette().muted)
        painter.drawText(area.adjusted(LEFT, 12, -LEFT, -2), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        colours = theme.palette()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colours.hover)
        area = option.rect.adjusted(LEFT, 9, -LEFT, -8)
        icons.icon(ICONS[entry.kind]).paint(painter, QRect(area.left(), area.top() + 1, ICON, ICON))
        day = _day(entry)
        painter.setFont(theme.ui_font(11))
        painter.setPen(colours.muted)
        taken = QFontMetrics(painter.font()).horizontalAdvance(day) + 8 if day else 0
        line = QRect(area.left() + ICON + 7, area.top(), area.width() - ICON - 7, 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day)
        bold = theme.ui_font(13, QFont.Weight.DemiBold)
        self._line(painter, line.adjusted(0, 0, -taken, 0), entry.heading, bold, first=True)
        words = one_line(entry.plain)
        if entry.memo.title and entry.kind not in ("journal", "project"):
            words = joined(entry.about, words)
        below = QRect(area.left(), area.top() + 21, area.width(), area.height() - 21)
        self._words(painter, below, words or _("Nothing written yet."))
        painter.setPen(colours.rule)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _line(self, painter: QPainter, area: QRect, text: str, font: QFont, *, first: bool) -> None:
        painter.setFont(font)
        painter.setPen(theme.palette().ink if first else theme.palette().muted)
        mode = Qt.TextElideMode.ElideMiddle if first else Qt.TextElideMode.ElideRight
        cut = QFontMetrics(font).elidedText(text, mode, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, cut)

    def _words(self, painter: QPainter, area: QRect, words: str) -> None:
        """Two lines of it."""
        font = theme.ui_font(12)
        metrics = QFontMetrics(font)
        cut = first_line(words, metrics, area.width())
        rest = words[len(cut):].lstrip()
        half = area.height() // 2
        self._line(painter, QRect(area.left(), area.top(), area.width(), half), cut, font, first=False)
        self._line(painter, QRect(area.left(), area.top() + half, area.width(), half), rest, font, first=False)


def _day(entry: Entry) -> str:
    """The day of a titled journal entry, which its heading does not say; else when a memo was changed, or who wrote it
    and when."""
    if entry.memo.author:
        return byline(entry.memo.author, entry.memo.created_at)
    if entry.memo.day is None:
        return short_date(local_day(entry.memo.updated_at))
    return short_date(entry.memo.day) if entry.memo.title else ""


def first_line(words: str, metrics: QFontMetrics, width: int) -> str:
    """As many words as a line holds; all of the first one, when it alone is too long."""
    if metrics.horizontalAdvance(words[:400]) <= width and len(words) <= 400:
        return words
    taken = ""
    for word in words[:400].split(" "):
        longer = f"{taken} {word}" if taken else word
        if taken and metrics.horizontalAdvance(longer) > width:
            break
        taken = longer
    return taken

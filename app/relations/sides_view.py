# SPDX-License-Identifier: GPL-3.0-or-later
"""Contradictions: the pairs marked, and which interviews hold each, both or neither."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QModelIndex, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QResizeEvent
from PyQt6.QtWidgets import (
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app import parts, theme
from app.desk import Desk
from app.quotes.sections import Section, sections
from app.relations.asked import Asked
from app.relations.mark_dialog import ask_pair
from app.relations.sides_model import BOTH, ONE, ONLY_ONE, OTHER, READING, SidesModel
from app.relations.sides_panel import SidesPanel
from app.settings import Settings
from app.widgets import tables
from app.widgets.empty import Empty
from app.widgets.freshness import Latest
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.strokes import ground, swatch
from coding import codebook, contradictions
from coding.codebook import Codebook
from coding.contradictions import Reading
from coding.language import _, ngettext, number

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ROW_HEIGHT, COUNT = 32, 84  # pixels


@dataclass(frozen=True)
class _Found:
    book: Codebook
    readings: tuple[Reading, ...]


class SidesView(QWidget):
    """``show_asked`` reads; ``tools`` is the button that marks a pair, which the page places."""

    counted = pyqtSignal()  # what the status bar tells has changed

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest, self._latest_pair = Latest(desk), Latest(desk)
        self._asked = Asked()
        self._wanted: tuple[int, int] | None = None
        self.tools = parts.button(_("Mark a pair…"), self.mark)
        self.tools.setEnabled(not desk.read_only)
        self.table, self.empty, self.panel = _Table(), Empty(), SidesPanel(desk)
        self.empty.asked.connect(self.mark)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        legend = parts.label(_("An interview holds a code when a passage bears it, or a code below it."), "faint",
                             wrap=True)
        legend.setContentsMargins(16, 8, 14, 10)
        left = parts.Panel("page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(legend)
        KeptSplitter("relations.sides", settings, (left, self.panel), usual=(800, 400), main=0, parent=self)
        self._rest = tables.Rest(self.table, self._open)

    def show_asked(self, asked: Asked) -> None:
        """Read the project again."""
        self._asked = asked
        self._latest.read(partial(_read, asked=asked), self._show)

    def lead(self) -> QWidget:
        """What has the keys when the view is shown."""
        return self._pages.currentWidget() or self.table

    def mark(self) -> None:
        """Ask for a pair."""
        ask_pair(self._desk, self)

    def pick(self, one_id: int, other_id: int) -> None:
        """Choose a pair, now or as soon as it is read."""
        self._wanted = (one_id, other_id)
        self._go()

    def settle(self) -> None:
        """Keep what is being written."""
        self.panel.note.keep()

    def status_text(self) -> str:
        """How many pairs."""
        pairs = len(self.table.sides.readings)
        return ngettext("{n} contradictory pair", "{n} contradictory pairs", pairs).format(n=number(pairs))

    def hints(self) -> str:
        """The keys."""
        return _("Arrows move · Tab goes to the note and the quotes")

    def _show(self, found: _Found) -> None:
        kept = self.panel.reading
        if self._wanted is None and kept is not None:
            self._wanted = (kept.one_id, kept.other_id)
        self.table.sides.show(found.readings, found.book)
        self._pages.setCurrentWidget(self.table if found.readings else self.empty)
        if not found.readings:
            self._say_empty()
            self.panel.show_nothing()
        else:
            self._go()
        self.counted.emit()

    def _say_empty(self) -> None:
        if self._asked.theme_id is not None:
            self.empty.say(_("No contradictory pair in this theme"), _("Choose every theme, or mark a pair."))
            return
        self.empty.say(
            _("No contradictory pair yet"),
            _("Mark two codes that say opposite things, such as a fear and its denial: you will see which interviews "
              "hold each, both or neither."), "" if self._desk.read_only else _("Mark a pair…"))

    def _go(self) -> None:
        """To the pair wanted, or to the first."""
        readings = self.table.sides.readings
        row = next((row for row, reading in enumerate(readings)
                    if self._wanted is not None and {reading.one_id, reading.other_id} == set(self._wanted)), None)
        if row is None and not (readings and self.table.currentIndex().row() < 0):
            return
        self._wanted = None
        self.table.setCurrentIndex(self.table.sides.index(row or 0, ONE))
        self._open()

    def _open(self) -> None:
        reading = self.table.currentIndex().data(READING)
        if isinstance(reading, Reading):
            self._latest_pair.read(
                lambda session: _quotes(session, reading),
                lambda made: self.panel.show_reading(reading, made, self._asked.language))


class _Table(QTableView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = SidesModel(self)
        self.setModel(self.sides)
        self.setItemDelegate(_SideDelegate(self))
        tables.rows(self, _("Contradictory pairs"), ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """The two names share what the counts, as wide as their titles, leave."""
        super().resizeEvent(event)
        view = self.viewport()
        room = view.width() if view is not None else self.width()
        across = self.horizontalHeader()
        counts = {column: max(COUNT, across.sectionSizeHint(column) if across is not None else 0)
                  for column in range(ONLY_ONE, self.sides.columnCount())}
        names = max(room - sum(counts.values()), 160)
        for column in range(self.sides.columnCount()):
            self.setColumnWidth(column, counts.get(column, names // 2))


class _SideDelegate(QStyledItemDelegate):
    """A swatch before each name; those who hold both stand out."""

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """One cell."""
        model, reading = index.model(), index.data(READING)
        if painter is None or not isinstance(model, SidesModel) or not isinstance(reading, Reading):
            return
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, option)
        area = QRectF(option.rect).adjusted(8, 0, -8, -1)
        painter.setFont(theme.ui_font(13))
        if index.column() in (ONE, OTHER):
            code_id = reading.one_id if index.column() == ONE else reading.other_id
            swatch(painter, area.left() + 2, area.center().y() + 1,
                   QColor(model.book.by_id[code_id].colour or "#888888"))
            area.adjust(18, 0, 0, 0)
        elif index.column() == BOTH and reading.both:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.warn_paper)
            painter.drawRoundedRect(QRectF(area.left() - 2, area.center().y() - 10, 34, 20), 10, 10)
            area.adjust(9, 0, 0, 0)
        painter.setPen(colours.ink if index.column() in (ONE, OTHER, BOTH) else colours.muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                         painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight,
                                                          int(area.width())))
        painter.restore()


def _read(session: Session, asked: Asked) -> _Found:
    book = codebook.read(session)
    within = asked.within(book)
    return _Found(book, tuple(
        reading for reading in contradictions.readings(session, asked.group_id)
        if within is None or reading.one_id in within or reading.other_id in within))


def _quotes(session: Session, reading: Reading) -> list[Section]:
    return sections(contradictions.quotes_of(session, reading), codebook.read(session), order="interview")

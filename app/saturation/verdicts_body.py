# SPDX-License-Identifier: GPL-3.0-or-later
"""The verdicts of a group: the table, the chart of the line that is selected, and the passages that were new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.desk import Desk
from app.saturation.chart_pane import ChartPane
from app.saturation.delegate import ROW_HEIGHT
from app.saturation.drawn import Drawn, drawn
from app.saturation.lines import Line
from app.saturation.new_passages import NewPassages
from app.saturation.table import VerdictTable
from app.settings import Settings
from app.widgets.kept_splitter import KeptSplitter

if TYPE_CHECKING:
    from app.saturation.reading import Reading
    from coding.codebook_marks import Mark

LOW = 5 * ROW_HEIGHT  # the table's height while passages are read below it


class VerdictsBody(QWidget):
    """``chosen`` carries the Line that is now selected, after its chart is drawn."""

    chosen = pyqtSignal(object)

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._reading: Reading | None = None
        self._marks: Sequence[Mark] = ()
        self.table, self.pane, self.new = VerdictTable(), ChartPane(settings), NewPassages(desk)
        self.chart = self.pane.view
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.table.setMinimumHeight(160)
        below = QWidget()
        KeptSplitter("saturation-new", settings, (self.pane, self.new), usual=(560, 400), main=0, parent=below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 3)
        column.addWidget(below, 2)
        self.table.chosen.connect(self._show_line)
        self.pane.extrapolated.connect(lambda _wanted: self._draw())
        self.chart.opened.connect(self._open)
        self.new.closed.connect(self._close)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Escape puts the passages away, wherever the keys are."""
        if event is not None and event.key() == Qt.Key.Key_Escape and not self.new.isHidden():
            self.new.put_away()
            return
        super().keyPressEvent(event)

    def show_reading(self, reading: Reading, marks: Sequence[Mark]) -> None:
        """Show an analysis; ``marks`` are the changes of the codebook."""
        before, self._reading, self._marks = self._reading, reading, marks
        if before is None or before.material is not reading.material:
            self._follow_new(before)
        self.table.show_lines(reading.lines)
        self._fit()

    def drawn(self, line: Line) -> Drawn:
        """The chart of a line."""
        assert self._reading is not None
        return drawn(line, self._reading, self._marks, extrapolated=self._settings.extrapolated)

    def charts(self) -> list[Drawn]:
        """The charts of every line, in the order of the codebook."""
        return [self.drawn(line) for line in self._reading.lines] if self._reading is not None else []

    def _show_line(self, line: Line) -> None:
        if self._reading is None:
            return
        shown = self.chart.drawn
        if shown is not None and shown.block.theme != line.block.theme:
            self.new.put_away()
        self._draw()
        self.chosen.emit(line)

    def _draw(self) -> None:
        line = self.table.line()
        if line is not None:
            self.pane.show_drawn(self.drawn(line))

    def _open(self, place: int) -> None:
        if self.chart.drawn is not None:
            self.new.show_place(self.chart.drawn, place)
            self._fit()

    def _follow_new(self, before: Reading | None) -> None:
        """Passages listed are read again in the same group, and put away in another, or where nothing is new now."""
        line, key, reading = self.table.line(), self.new.interview_id, self._reading
        if key is None or line is None or reading is None:
            return
        same = before is not None and (before.group and before.group.id) == (reading.group and reading.group.id)
        now = next((one for one in reading.lines if one.theme_id == line.theme_id), None)
        found = self.drawn(now) if now is not None and same else None
        place = found.interview_ids.index(key) if found is not None and key in found.interview_ids else None
        if found is None or place is None or not found.code_ids[place]:
            self.new.put_away()
        else:
            self.new.show_place(found, place)

    def _close(self) -> None:
        self._fit()
        self.chart.setFocus()

    def _fit(self) -> None:
        wanted = self.table.sizeHint().height()
        self.table.setMaximumHeight(wanted if self.new.isHidden() else min(wanted, LOW))
        self.table.scrollTo(self.table.currentIndex())

# SPDX-License-Identifier: GPL-3.0-or-later
"""The first column of a table, kept in sight while the others are scrolled away: a picture of it, which clicks select
in and the keyboard never enters."""

from __future__ import annotations

from PyQt6.QtCore import QEvent, QObject, Qt
from PyQt6.QtWidgets import QAbstractItemView, QTableView

from app.corpus.table_look import look_like_a_table


class FrozenColumn(QTableView):
    """Laid over ``table``, whose model and selection it shares; shown as soon as that is scrolled."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        look_like_a_table(self)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setProperty("role", "frozen")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(table.doubleClicked)
        self.pressed.connect(lambda _index: table.setFocus())
        table.installEventFilter(self)
        down, across = table.verticalScrollBar(), table.horizontalScrollBar()
        mine, head, side = self.verticalScrollBar(), table.horizontalHeader(), table.verticalHeader()
        if down is not None and mine is not None:
            down.valueChanged.connect(mine.setValue)
            mine.valueChanged.connect(down.setValue)
        if across is not None:
            across.valueChanged.connect(lambda _value: self.fit())
        if head is not None:
            head.sectionResized.connect(lambda *_sizes: self.fit())
        if side is not None:
            side.geometriesChanged.connect(self.fit)
        self.fit()

    @property
    def covered(self) -> int:
        """How many pixels of the table's left it hides."""
        return 0 if self.isHidden() else self.width()

    def fit(self) -> None:
        """Take the place of the first column, or none while that is in sight itself."""
        across, mine, head = self._table.horizontalScrollBar(), self.horizontalHeader(), self._table.horizontalHeader()
        away = across is not None and across.value() > 0
        if away and mine is not None and head is not None and mine.count():
            for place in range(1, mine.count()):
                self.setColumnHidden(place, True)
            self.setColumnWidth(0, self._table.columnWidth(0))
            mine.setFixedHeight(head.height())
            port = self._table.viewport()
            if port is not None:
                room = port.geometry()
                self.setGeometry(room.left(), room.top() - head.height(), self._table.columnWidth(0) + 1,
                                 room.height() + head.height())
        self.setVisible(away)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        if event is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self.fit()
        return super().eventFilter(watched, event)

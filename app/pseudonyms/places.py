# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an identity stands: each place with the words around it, ticked unless it is left as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PyQt6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PyQt6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import icons, theme
from app.pseudonyms.review import Line
from coding.language import N_, _
from coding.memos import MemoPlace
from coding.pseudonyms.adding import AROUND
from coding.pseudonyms.identity import Place

PLACE = Qt.ItemDataRole.UserRole
OUT = Qt.ItemDataRole.UserRole + 1
HEIGHT, PAD, BOX = 74, 14, 16
STEP = 21
NO_MEMO: Mapping[int, MemoPlace] = {}
TITLES = {
    ("interview", "title"): N_("title of an interview"), ("interview", "file_name"): N_("name of a file"),
    ("interview", "portrait"): N_("portrait"), ("speaker", "label"): N_("label in a transcript"),
    ("participant", "name"): N_("name of a participant"), ("participation", "role"): N_("role of a participant"),
    ("memo", "title"): N_("title of a memo"), ("memo", "text"): N_("memo"),
    ("cell_summary", "text"): N_("summary of a cell"), ("unit", "name"): N_("unit"),
    ("interview_group", "name"): N_("name of a group"), ("project", "title"): N_("title of the project"),
    ("sampling_frame", "justification"): N_("sampling"), ("attribute", "name"): N_("attribute"),
    ("attribute", "choices"): N_("attribute"), ("attribute_value", "value"): N_("attribute"),
    ("guide_question", "text"): N_("question of the guide"), ("guide_question", "section"): N_("guide"),
    ("guide", "title"): N_("guide"), ("code", "name"): N_("name of a code"),
}


class PlacesModel(QAbstractListModel):
    """The places of one line. ``toggled`` carries those to leave out, or no longer, and which of the two."""

    toggled = pyqtSignal(object, bool)

    def __init__(self, *, read_only: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._line: Line | None = None
        self._titles: Mapping[int, str] = {}
        self._memos: Mapping[int, MemoPlace] = NO_MEMO
        self.places: Sequence[Place] = ()

    def show_line(self, line: Line | None, titles: Mapping[int, str],
                  memos: Mapping[int, MemoPlace] = NO_MEMO) -> None:
        """Show the places of a line; ``titles`` are those of the interviews, ``memos`` where memos stand, by id."""
        places = line.identity.places if line is not None else ()
        same, self._line, self._titles, self._memos = places == self.places, line, titles, memos
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
            return
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags if self._read_only else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.places[index.row()]
        if role == PLACE:
            return place
        if role == OUT:
            return self._line is not None and place in self._line.left_out
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if self.data(index, OUT) else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("Enter opens the place; Space leaves it as it is")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.where(place)} : {place.before}{place.form}{place.after}"
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggled.emit([self.places[index.row()]], Qt.CheckState(value) == Qt.CheckState.Unchecked)
        return True

    def where(self, place: Place) -> str:
        """«Nora, turn 12», or what is not a transcript, with the interview of a memo that is on one."""
        if place.table == "interview":
            title = self._titles.get(place.row_id, "")
            if place.column == "text":
                return _("{interview}, turn {n}").format(interview=title, n=place.turn) if place.turn else title
            return f"{title}, {_(TITLES[place.table, place.column])}" if place.column != "mode" else title
        known = TITLES.get((place.table, place.column))
        what = _(known) if known else _("elsewhere in the project")
        on = self._memos.get(place.row_id) if place.table == "memo" else None
        if on is None:
            return what
        told = _("{interview}, on a passage: {what}") if on.on_passage else _("{interview}: {what}")
        return told.format(interview=self._titles.get(on.interview_id, ""), what=what)


class PlacesList(QListView):
    """``opened`` carries the place to show: Enter, or a double click."""

    opened = pyqtSignal(object)

    def __init__(self, model: PlacesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(PlaceDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Places"))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(PLACE)))

    def picked(self) -> list[Place]:
        """The places selected."""
        return [index.data(PLACE) for index in self.selectedIndexes()]

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        index = self.currentIndex()
        model = self.model()
        if event is not None and index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index.data(PLACE))
        elif event is not None and index.isValid() and event.key() == Qt.Key.Key_Space:
            if isinstance(model, PlacesModel) and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                model.toggled.emit(self.picked() or [index.data(PLACE)], not index.data(OUT))
        else:
            super().keyPressEvent(event)


class PlaceDelegate(QStyledItemDelegate):
    """The interview and turn above; below, two lines of words with the form lit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        model = index.model()
        if painter is None or not isinstance(model, PlacesModel):
            return
        place: Place = index.data(PLACE)
        colours = theme.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colours.hover)
        area = option.rect.adjusted(PAD, 7, -PAD, -6)
        out = bool(index.data(OUT))
        _box(painter, QRect(area.left(), area.top() + 1, 14, 14), ticked=not out)
        where = theme.ui_font(12, QFont.Weight.DemiBold)
        painter.setFont(where)
        painter.setPen(colours.faint if out else colours.accent)
        head = area.adjusted(BOX + 6, 0, 0, 0)
        said = _("{place} · left as it is").format(place=model.where(place)) if out else model.where(place)
        painter.drawText(head, Qt.AlignmentFlag.AlignTop,
                         QFontMetrics(where).elidedText(said, Qt.TextElideMode.ElideMiddle, head.width()))
        _context(painter, area.adjusted(BOX + 6, 18, 0, 0), place, out=out)
        painter.setPen(colours.rule)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def editorEvent(self, event: Any, model: Any, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        """A click on the box turns it."""
        box = QRect(option.rect.left(), option.rect.top(), PAD + BOX + 4, 28)
        if (event.type() == event.Type.MouseButtonRelease and box.contains(event.position().toPoint())
                and index.flags() & Qt.ItemFlag.ItemIsUserCheckable):
            state = Qt.CheckState.Checked if index.data(OUT) else Qt.CheckState.Unchecked
            return bool(model.setData(index, state, Qt.ItemDataRole.CheckStateRole))
        return False


def _box(painter: QPainter, area: QRect, *, ticked: bool) -> None:
    colours = theme.palette()
    painter.setPen(colours.control if ticked else colours.border)
    painter.setBrush(colours.control if ticked else colours.field)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if ticked:
        icons.icon("mark-tick", "on_control").paint(painter, area.adjusted(2, 2, -2, -2))


def _context(painter: QPainter, area: QRect, place: Place, *, out: bool) -> None:
    """The words around, in two lines at the most, cut before rather than after."""
    colours = theme.palette()
    font = theme.reading_font(14)
    metrics = QFontMetrics(font)
    room = int(area.width() * 1.75)
    before = "…" * (len(place.before) == AROUND) + " ".join(place.before.split())
    before = whole_words(before) + " " * place.before[-1:].isspace()
    form = " ".join(place.form.split())
    lead = max(60, min((room - metrics.horizontalAdvance(form)) // 2, area.width() - 40))
    before = whole_words(metrics.elidedText(before, Qt.TextElideMode.ElideLeft, lead))
    left = max(40, room - metrics.horizontalAdvance(before + form))
    after = " " * place.after[:1].isspace() + " ".join(place.after.split())
    after = whole_words(after + "…" * (len(place.after) == AROUND))
    after = whole_words(metrics.elidedText(after, Qt.TextElideMode.ElideRight, left))
    layout = QTextLayout(before + form + after, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lit = QTextLayout.FormatRange()
    lit.start, lit.length = len(before.encode("utf-16-le")) // 2, len(form.encode("utf-16-le")) // 2
    look = QTextCharFormat()
    look.setForeground(colours.muted if out else colours.ink)
    if not out:
        look.setBackground(colours.found)
    lit.format = look
    layout.setFormats([lit])
    layout.beginLayout()
    for number in range(2):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, number * STEP))
    layout.endLayout()
    painter.setPen(colours.faint if out else colours.muted)
    layout.draw(painter, QPointF(area.left(), area.top()))


def whole_words(cut: str) -> str:
    """Words of which «…» took a part at an end go whole, unless nothing else is there."""
    if cut.startswith("…") and cut.partition(" ")[2].strip():
        cut = "… " + cut.partition(" ")[2]
    if cut.endswith("…") and cut.rpartition(" ")[0].strip():
        cut = cut.rpartition(" ")[0].rstrip(" .,;:…") + "…"
    return cut

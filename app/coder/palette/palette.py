# SPDX-License-Identifier: GPL-3.0-or-later
"""The palette: a few letters, Enter, and the words are coded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PyQt6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent
from PyQt6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from app import parts, theme
from app.coder.page.beneath import NO_CODE
from app.coder.palette import target
from app.coder.palette.palette_delegate import ROW, PaletteDelegate
from app.coder.palette.palette_lines import Create, Elsewhere, Entries, Entry, InVivo, creations, name_of, under
from app.coder.palette.ranking import Found, rank
from app.coder.passage.chip import CodeChip
from app.coder.passage.flow import Flow
from coding import code_path
from coding.codebook import Codebook
from coding.language import _

WIDTH, MARGIN, APART = 420, 8, 14
ROWS, FEW_ROWS, OTHER = 8, 4, 480  # lines shown at most and at least; the height that a page keeps for the rest
PAGE = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
LINE = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Question:
    """What the palette asks: ``title`` and ``words`` say what will be coded; ``borne`` are the codes it has already.
    New codes go under ``parent_id``; ``in_vivo`` is the name the words would give. ``one``: a single code, of those
    that are there, is asked for."""

    title: str
    words: str
    borne: frozenset[int] = field(default_factory=frozenset)
    parent_id: int | None = None
    in_vivo: str = ""
    one: bool = False


class CodePalette(QFrame):
    """A panel over the page. ``closed`` comes after a choice, or after Esc."""

    closed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("code-palette")
        self.setProperty("role", "card")
        self.setAccessibleName(_("Codes to give"))
        self.setFixedWidth(WIDTH)
        self.marked: list[Entry] = []
        self._naming: str | None = None  # the code for which a theme is being chosen
        self.title, self.words = parts.label("", "heading"), parts.label("", "muted")
        self.words.setFont(theme.reading_font(13, italic=True))
        self.chips = Flow()
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Codes to give"))
        self.field.textChanged.connect(self._refresh)
        self.field.installEventFilter(self)
        self._entries = Entries(self)
        self._list = self._make_list()
        self.hint = parts.label("", "faint")
        self._build()
        self.hide()

    def ask(self, question: Question, beside: QRect, book: Codebook, then: Callable[[Sequence[Entry]], None], *,
            recent: Sequence[int], uses: Callable[[int], int], typed: str = "") -> None:
        """Open below the rectangle of the words, or above it; ``then`` gets what was chosen, at least one entry."""
        self._question, self._book, self._then = question, book, then
        self._recent, self._uses = recent, uses
        self.marked, self._naming = [], None
        self.title.setText(question.title)
        room = WIDTH - 40 - self.title.sizeHint().width()
        metrics = self.words.fontMetrics()
        self.words.setText(target.shown(question.words, lambda text: metrics.horizontalAdvance(text) <= room))
        self.field.setText(typed)
        self._refresh()
        self._move_near(beside)
        self.show()
        self.raise_()
        self.field.setFocus()

    def entries(self) -> list[Entry]:
        """The lines shown."""
        return self._entries.entries

    def close_now(self) -> None:
        """Close without choosing."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Arrows, Tab and Enter belong to the list while one types; leaving closes."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self.close_now()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        elif (isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
              and watched is self._list.viewport()):
            return self._click(event)
        return super().eventFilter(watched, event)

    # -- keys and clicks -----------------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        key, control = Qt.Key(event.key()), bool(event.modifiers() & CONTROL)
        if key == Qt.Key.Key_Tab or (control and key in (*ENTER, Qt.Key.Key_Space)):
            self._mark(self._current())
        elif key in ENTER:
            self._give(self._current())
        elif key == Qt.Key.Key_Escape:
            self._back()
        elif key in LINE:
            self._step(LINE[key])
        elif key in PAGE:
            self._step(PAGE[key] * self._rows())
        elif key == Qt.Key.Key_Backspace and not self.field.text() and (self.marked or self._naming is not None):
            self._unmark(self.marked[-1]) if self._naming is None else self._back()
        elif key == Qt.Key.Key_F2 and self._current() is not None and not self._question.one:
            self._edit(self._current())
        elif control and key == Qt.Key.Key_I and self._question.in_vivo:
            self._give(InVivo(self._question.in_vivo))
        else:
            return False
        return True

    def _click(self, event: QMouseEvent) -> bool:
        index = self._list.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            entry = self._entries.entries[index.row()]
            (self._mark if event.modifiers() & CONTROL else self._give)(entry)
        return True

    def _hover(self, index: QModelIndex) -> None:
        """The line under the pointer is the current one, but none while Enter would give what is marked alone."""
        if not self._idle():
            self._list.setCurrentIndex(index)

    def _step(self, step: int) -> None:
        rows, row = max(1, self._entries.rowCount()), self._list.currentIndex().row()
        if abs(step) == 1:
            row = (row + step) % rows if row >= 0 else (0 if step > 0 else rows - 1)
        else:
            row = min(max(row + step, 0), rows - 1)
        self._list.setCurrentIndex(self._entries.index(row))

    def _current(self) -> Entry | None:
        index = self._list.currentIndex()
        return self._entries.entries[index.row()] if index.isValid() else None

    def _back(self) -> None:
        """From the choice of a theme to the name it is for; else away."""
        if self._naming is None:
            self.close_now()
        else:
            name, self._naming = self._naming, None
            self.field.setText(name)
            self._refresh()

    def _edit(self, entry: Entry | None) -> None:
        """Write the name of a line in the field, to be changed before it is made."""
        if isinstance(entry, Create | InVivo):
            self.field.setText(name_of(entry))

    # -- choosing ------------------------------------------------------------------------------------------------

    def _mark(self, entry: Entry | None) -> None:
        """Keep an entry for Enter, or no longer; then another one can be typed."""
        if entry is None or self._question.one:
            return
        if isinstance(entry, Elsewhere):
            self._ask_theme(entry)
            return
        same = next((other for other in self.marked if _same(other, entry)), None)
        if same is not None:
            self._unmark(same)
        elif not (isinstance(entry, Found) and entry.node.id in self._question.borne):
            self._naming = None
            self.marked.append(entry)
            self._start_again()

    def _unmark(self, entry: Entry) -> None:
        self.marked.remove(entry)
        self._start_again()

    def _start_again(self) -> None:
        if self.field.text():
            self.field.clear()  # which refreshes
        else:
            self._refresh()

    def _give(self, entry: Entry | None) -> None:
        """All that is marked, and this."""
        if isinstance(entry, Elsewhere):
            self._ask_theme(entry)
            return
        chosen = [*self.marked, *([entry] if entry and not any(_same(entry, other) for other in self.marked) else [])]
        if chosen:
            self.close_now()  # first: what follows may ask again
            self._then(chosen)

    def _ask_theme(self, entry: Elsewhere) -> None:
        self._naming = entry.name
        self.field.clear()
        self._refresh()

    # -- showing -------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        entries = self._lines(self.field.text())
        self._entries.show(entries, self.marked, self._question.borne)
        self._list.setCurrentIndex(QModelIndex() if self._idle() else self._entries.index(0))
        self._list.setFixedHeight(min(len(entries), self._rows()) * ROW)
        self._list.setVisible(bool(entries))
        self._say()
        self._show_chips()
        self.adjustSize()
        lowest = self._lowest(self.height())
        if self.isVisible() and self.y() > lowest:  # it grew: a line of chips
            self.move(self.x(), lowest)

    def _idle(self) -> bool:
        """Codes are marked and nothing more is typed: Enter gives these alone, unless an arrow chose a line."""
        return bool(self.marked) and not self.field.text() and self._naming is None

    def _lines(self, text: str) -> list[Entry]:
        found = rank(self._book, text, recent=self._recent, uses=self._uses)
        if self._naming is not None:
            return [under(self._book, self._naming, each.node.id) for each in found if each.node.depth == 0]
        if self._question.one:
            return [each for each in found if each.node.id not in self._question.borne]
        entries: list[Entry] = [*found]
        names = code_path.typed(text)
        exact = any(each.node.name == names[-1] for each in found) if names else True
        if not exact:
            entries.extend(creations(self._book, names, self._question.parent_id))
        if self._question.in_vivo not in ("", text) and len(names) < 2:
            entries.append(InVivo(self._question.in_vivo))
        return entries

    def _say(self) -> None:
        """What to write in the field, and the keys worth knowing now."""
        what = _("Code, or Theme > Code…")
        if self._naming is not None:
            what = _("Theme of “{name}”…").format(name=self._naming)
        elif self.marked:
            what = _("Another code, or Enter to give these…")
        self.field.setPlaceholderText(what)
        self.field.setAccessibleName(f"{self.title.text()}. {what}")
        self.field.setAccessibleDescription(self.words.text())
        self.hint.setText(_("Tab: give several at once  ·  F2: change a new name"))
        self.hint.setVisible(not self._question.one and self._naming is None)

    def _show_chips(self) -> None:
        self.chips.clear()
        for entry in self.marked:
            colour = entry.node.colour if isinstance(entry, Found) else ""
            if isinstance(entry, Create):
                colour = entry.colour
            chip = CodeChip(name_of(entry), colour or NO_CODE, removable=True)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps it: Backspace takes the last one off
            chip.removed.connect(lambda one=entry: self._unmark(one))
            self.chips.addWidget(chip)
            chip.show()  # what is hidden has no size
        self._holder.setVisible(bool(self.marked))
        self._holder.setFixedHeight(self.chips.heightForWidth(WIDTH - 20))

    def full_height(self) -> int:
        """How high it is with as many lines as it shows."""
        return self.sizeHint().height() - self._list.height() + self._rows() * ROW

    def _rows(self) -> int:
        parent = self.parentWidget()
        room = (parent.height() - OTHER) // ROW if parent is not None else ROWS
        return min(ROWS, max(FEW_ROWS, room))

    def _lowest(self, height: int) -> int:
        parent = self.parentWidget()
        return max(MARGIN, (parent.height() if parent is not None else 0) - MARGIN - height)

    def _move_near(self, beside: QRect) -> None:
        """With room for a full list, which a shorter one leaves empty."""
        height = self.full_height()
        below, above = beside.bottom() + APART, beside.top() - APART - height
        if below > self._lowest(height):
            below = above if above >= MARGIN else self._lowest(height)
        self.move(max(MARGIN, beside.left(), beside.right() - WIDTH - 20), below)

    # -- building ------------------------------------------------------------------------------------------------

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self._entries)
        made.setItemDelegate(PaletteDelegate(self))
        made.setAccessibleName(_("Codes found"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMouseTracking(True)
        made.entered.connect(self._hover)
        view = made.viewport()
        if view is not None:
            view.installEventFilter(self)
        return made

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(3, 0, 3, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.words, 1)
        self._holder = QWidget()
        self._holder.setLayout(self.chips)
        foot = QHBoxLayout()
        foot.setContentsMargins(3, 0, 3, 0)
        foot.addWidget(self.hint)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 9, 10, 8)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self._holder)
        box.addWidget(self.field)
        box.addWidget(self._list)
        box.addLayout(foot)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)


def _same(one: Entry, other: Entry) -> bool:
    if isinstance(one, Found) and isinstance(other, Found):
        return one.node.id == other.node.id
    return one == other

# SPDX-License-Identifier: GPL-3.0-or-later
"""The quotes of the page: read, starred, put in order, shown in their context, opened in their transcript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PyQt6.QtWidgets import QAbstractItemView, QMenu, QToolTip, QWidget

from app.quotes.delegate import QuoteDelegate
from app.quotes.sections import Card, Section
from app.quotes.view import QuoteView
from coding.codebook import Codebook
from coding.language import _
from coding.quotes import Quote

if TYPE_CHECKING:
    from coding.quote_context import Context

FIRST = 120  # cards under the headings that open at once; the others open when there is time
SLICE = 150  # cards measured at a time, before their heading opens
FAR = 1_000  # cards that are measured at once to come back to where one was
MOST = 2_500  # cards under the headings that open by themselves

SectionKey = tuple[str | None, int | None, str]


class QuoteList(QuoteView):
    """``current_changed`` carries the quote one is on (or None); the others ask for something: ``strong_asked`` (the
    cards' passages, wanted), ``context_asked`` (a quote, one more or one less turn before, after), ``order_asked``
    (section, passages, the row they go before), ``usual_asked`` (section)."""

    current_changed = pyqtSignal(object)
    strong_asked = pyqtSignal(object, bool)
    context_asked = pyqtSignal(object, int, int)
    order_asked = pyqtSignal(object, object, int)
    usual_asked = pyqtSignal(object)

    def __init__(self, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=22, size=16, full=True)
        self._read_only = read_only
        self._shut: set[SectionKey] = set()
        self._waiting: list[int] = []
        self._measured = 0  # cards of the next heading
        self._by_itself = False  # the first quote was chosen, nobody asked for it
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._open_more)
        self.extra: Callable[[QMenu, list[Quote]], None] = lambda _menu, _quotes: None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        if not read_only:
            self.quotes.hand = self._dropped
            self.setDragEnabled(True)
            self.setAcceptDrops(True)
            self.setDropIndicatorShown(True)
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.collapsed.connect(lambda index: self._shut.add(self._key(index.row())))
        self.expanded.connect(lambda index: self._shut.discard(self._key(index.row())))

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_sections(self, sections: Sequence[Section], book: Codebook, language: str) -> None:
        """Replace what is listed; one stays where one was, headings that were closed stay closed."""
        here = None if self._by_itself else self._here()
        chosen, top = {quote.passage_id for quote in self.quotes_chosen()}, self._top_card()
        rows = range(self.quotes.rowCount())
        opened = {self._key(row) for row in rows if self.isExpanded(self.quotes.index(row, 0))}
        self._later.stop()
        self._lay(sections, book, language)
        self._measured = 0
        self._waiting = [row for row in range(len(sections)) if self._key(row) not in self._shut]
        place = self._find(here) if here is not None else None
        self._open_some(FIRST)
        for row in [row for row in self._waiting if self._key(row) in opened]:  # measured already
            self._open_row(row)
        if place is not None and place[0] in self._waiting and sum(
                len(section.quotes) for section in sections[: place[0] + 1]) <= FAR:
            self._open_some(FAR, place[0])
        self._come_back(None if place is None or place[0] in self._waiting else place, chosen, top)
        if self._waiting:
            self._later.start()

    def quotes_chosen(self) -> list[Quote]:
        """The quotes selected, each once, in the order they stand."""
        return list({card.quote.passage_id: card.quote for card in self.cards()}.values())

    def current_quote(self) -> Quote | None:
        """The quote one is on."""
        entry = self.quotes.entry(self.currentIndex())
        return entry.quote if isinstance(entry, Card) else None

    def show_around(self, passage_id: int, around: Context | None) -> None:
        """Show what was said before and after a quote, or no longer."""
        if around is None:
            self.quotes.around.pop(passage_id, None)
        else:
            self.quotes.around[passage_id] = around
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    def finish(self) -> None:
        """Open now what waits for its turn."""
        while self._waiting:
            self._open_more()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Another quote."""
        super().currentChanged(current, previous)
        self._by_itself = False
        self.current_changed.emit(self.current_quote())

    # -- what is done --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Ctrl+B stars, → and ← show more and less around, Alt+↑ and Alt+↓ move."""
        quote = self.current_quote()
        self._by_itself = False
        if event is None or quote is None:
            super().keyPressEvent(event)
            return
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and alt:
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not alt:
            more = 1 if key == Qt.Key.Key_Right else -1
            self.context_asked.emit(quote, more, more)
        elif key == Qt.Key.Key_B and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._star(self.quotes_chosen() or [quote])
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Move the quotes selected up or down under their heading."""
        place = self.currentIndex()
        section = self._section(place)
        if section is None or self._read_only:
            return
        rows = sorted({index.row() for index in self.selectedIndexes() if index.parent() == place.parent()})
        rows = rows or [place.row()]
        to = max(rows[0] - 1, 0) if by < 0 else min(rows[-1] + 2, len(section.quotes))
        self.order_asked.emit(section, [section.quotes[row].passage_id for row in rows], to)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """The star, the dots and the line of who speaks are pressed; elsewhere a press chooses."""
        zone = self._zone(event.position().toPoint()) if event is not None else ""
        self._by_itself = False
        super().mousePressEvent(event)
        quote = self.current_quote()
        if event is None or event.button() != Qt.MouseButton.LeftButton or quote is None or event.modifiers():
            return
        if zone == "star":
            self._star([quote])
        elif zone in ("before", "after"):
            self.context_asked.emit(quote, int(zone == "before"), int(zone == "after"))
        elif zone == "place":
            self.place_asked.emit(quote.interview_id, quote.start, quote.end)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """A hand over what can be pressed."""
        super().mouseMoveEvent(event)
        viewport = self.viewport()
        if event is not None and viewport is not None:
            zone = self._zone(event.position().toPoint())
            viewport.setCursor(Qt.CursorShape.PointingHandCursor if zone else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent | None) -> bool:
        """What can be pressed says what it does."""
        if isinstance(event, QHelpEvent) and (zone := self._zone(event.pos())):
            QToolTip.showText(event.globalPos(), _zones()[zone], self)
            return True
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:
        """Opens the place."""
        super().mouseDoubleClickEvent(event)
        if event is not None and not self._zone(event.position().toPoint()) and self.current_quote() is not None:
            self._open(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:
        """Everything that can be done with the quotes selected, or with a heading."""
        if event is not None:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            below = self.visualRect(self.currentIndex()).center()
            viewport = self.viewport()
            self.menu().popup(viewport.mapToGlobal(below) if by_key and viewport is not None else event.globalPos())

    def menu(self) -> QMenu:
        """What the context menu offers now."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        chosen = self.quotes_chosen()
        entry = self.quotes.entry(self.currentIndex())
        if isinstance(entry, Section):
            self._offer_usual(menu, entry)
            return menu
        menu.addActions(self.actions())
        quote = self.current_quote()
        if quote is None or not chosen:
            return menu
        menu.addSeparator()
        _add(menu, _("More of what was said around"), "Right", lambda: self.context_asked.emit(quote, 1, 1))
        if quote.passage_id in self.quotes.around:
            _add(menu, _("Less"), "Left", lambda: self.context_asked.emit(quote, -1, -1))
        menu.addSeparator()
        strong = _add(menu, _("Strong quote"), "Ctrl+B", lambda: self._star(chosen))
        strong.setCheckable(True)
        strong.setChecked(all(one.strong for one in chosen))
        strong.setEnabled(not self._read_only)
        self.extra(menu, chosen)
        menu.addSeparator()
        for text, keys, by in ((_("Move up"), "Alt+Up", -1), (_("Move down"), "Alt+Down", 1)):
            _add(menu, text, keys, partial(self.step, by)).setEnabled(not self._read_only)
        section = self._section(self.currentIndex())
        if section is not None:
            self._offer_usual(menu, section)
        return menu

    # -- how -----------------------------------------------------------------------------------------------------

    def _offer_usual(self, menu: QMenu, section: Section) -> None:
        usual = _add(menu, _("Back to the usual order"), "", lambda: self.usual_asked.emit(section))
        usual.setEnabled(section.by_hand and not self._read_only)

    def _star(self, chosen: Sequence[Quote]) -> None:
        if not self._read_only:
            self.strong_asked.emit(list(chosen), not all(quote.strong for quote in chosen))

    def _dropped(self, row: int, passage_ids: list[int], to: int) -> None:
        section = self.quotes.entry(self.quotes.index(row, 0))
        if isinstance(section, Section):
            self.order_asked.emit(section, passage_ids, to)

    def _click(self, index: QModelIndex) -> None:
        """A click chooses; on a heading it opens or closes it."""
        if isinstance(self.quotes.entry(index), Section):
            super()._click(index)

    def _zone(self, place: QPoint) -> str:
        index = self.indexAt(place)
        entry = self.quotes.entry(index)
        delegate = self.itemDelegate()
        if not isinstance(entry, Card) or not isinstance(delegate, QuoteDelegate):
            return ""
        zone = delegate.zone(QRect(self.visualRect(index)), entry, place)
        return "" if zone == "star" and self._read_only else zone

    def _section(self, index: QModelIndex) -> Section | None:
        entry = self.quotes.entry(index.parent()) if index.parent().isValid() else None
        return entry if isinstance(entry, Section) else None

    def _key(self, row: int) -> SectionKey:
        entry = self.quotes.entry(self.quotes.index(row, 0))
        return key_of(entry) if isinstance(entry, Section) else (None, None, "")

    def _open_more(self) -> None:
        shown = sum(self.quotes.rowCount(self.quotes.index(row, 0)) for row in range(self.quotes.rowCount())
                    if self.isExpanded(self.quotes.index(row, 0)))
        if not self._waiting or shown > MOST:
            self._waiting = []
            self._later.stop()
            return
        above = self.quotes.index(self._waiting[0], 0)
        cards = self.quotes.rowCount(above)
        for row in range(self._measured, min(self._measured + SLICE, cards)):
            self.sizeHintForIndex(self.quotes.index(row, 0, above))  # the delegate keeps what it measured
        self._measured += SLICE
        if self._measured >= cards:
            self._open_row(self._waiting[0])

    def _open_some(self, cards: int, through: int | None = None) -> None:
        """Open the headings that wait, until so many cards are shown, or that row is open."""
        opened = 0
        while self._waiting and opened < cards and (through is None or self._waiting[0] <= through):
            opened += self._open_row(self._waiting[0])

    def _open_row(self, row: int) -> int:
        self._waiting.remove(row)
        self._measured = 0
        self.expand(self.quotes.index(row, 0))
        return self.quotes.rowCount(self.quotes.index(row, 0))

    def _here(self) -> tuple[SectionKey, int | None] | None:
        index = self.currentIndex()
        entry = self.quotes.entry(index)
        if isinstance(entry, Section):
            return key_of(entry), None
        section = self._section(index)
        return (key_of(section), entry.quote.passage_id) if section is not None and isinstance(entry, Card) else None

    def _top_card(self) -> int | None:
        """How far below the top of the view the current row stands, when it can be seen."""
        viewport = self.viewport()
        rect = self.visualRect(self.currentIndex())
        return rect.top() if viewport is not None and viewport.rect().intersects(rect) else None

    def _come_back(self, found: tuple[int, int | None] | None, chosen: set[int], top: int | None) -> None:
        selection = self.selectionModel()
        if found is None or selection is None:
            self._choose_first()
            return
        above = self.quotes.index(found[0], 0)
        place = above if found[1] is None else self.quotes.index(found[1], 0, above)
        selection.setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        for row in range(self.quotes.rowCount(above) if len(chosen) > 1 else 0):
            index = self.quotes.index(row, 0, above)
            entry = self.quotes.entry(index)
            if isinstance(entry, Card) and entry.quote.passage_id in chosen:
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)
        bar = self.verticalScrollBar()
        if top is not None and bar is not None:
            bar.setValue(bar.value() + self.visualRect(place).top() - top)

    def _choose_first(self) -> None:
        """The first quote that can be seen, so that its text as cited stands beside."""
        self.scrollToTop()
        above = next((place for row in range(self.quotes.rowCount())
                      if self.isExpanded(place := self.quotes.index(row, 0))), QModelIndex())
        first = self.quotes.index(0, 0, above) if above.isValid() else QModelIndex()
        selection = self.selectionModel()
        if selection is None or not first.isValid():
            self.current_changed.emit(None)
            return
        selection.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollToTop()
        self._by_itself = True

    def _find(self, here: tuple[SectionKey, int | None]) -> tuple[int, int | None] | None:
        """The section and the card's row where one was; where the section is gone, the first that has the quote."""
        wanted, passage_id = here
        sections = [(row, entry) for row in range(self.quotes.rowCount())
                    if isinstance(entry := self.quotes.entry(self.quotes.index(row, 0)), Section)]
        for row, section in sorted(sections, key=lambda pair: key_of(pair[1]) != wanted):
            if passage_id is None:
                return (row, None) if key_of(section) == wanted else None
            at = next((n for n, quote in enumerate(section.quotes) if quote.passage_id == passage_id), None)
            if at is not None:
                return row, at
        return None


def key_of(section: Section) -> SectionKey:
    """What tells a section from another."""
    return section.heading, section.key, "" if section.key is not None else section.title


def _zones() -> dict[str, str]:
    return {
        "star": _("Strong quote, or no longer (Ctrl+B)"), "place": _("Show the place in the transcript (Enter)"),
        "before": _("What was said before (→)"), "after": _("What was said after (→)"),
    }


def _add(menu: QMenu, text: str, keys: str, act: Callable[[], object]) -> QAction:
    action = QAction(text, menu)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown; the list itself hears the keys
    action.triggered.connect(lambda _checked: act())
    menu.addAction(action)
    return action

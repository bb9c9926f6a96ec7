# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of quotes: read, opened in their transcript, copied as they are cited."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QModelIndex, Qt, QTimer, pyqtSignal
from PyQt6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PyQt6.QtWidgets import QAbstractItemView, QToolTip, QTreeView, QWidget

from app.quotes.delegate import QuoteDelegate
from app.quotes.model import QuoteModel
from app.quotes.sections import Card, Section
from coding.codebook import Codebook
from coding.language import _
from coding.quote_words import Words
from coding.reports.cover import kept_back

# Scrolling by pixels measures every card that can be scrolled to: beyond this many a list without headings scrolls
# card by card, and one with headings opens the first of them only.
MANY = 1_500


class QuoteView(QTreeView):
    """``place_asked`` carries interview id, start and end of a quote that was clicked or entered, ``link_asked`` the
    passage a link to which is to be copied, ``told`` what is to be known of what was done. ``measured`` says that cards
    were wrapped anew."""

    place_asked = pyqtSignal(int, int, int)
    link_asked = pyqtSignal(int)
    told = pyqtSignal(str)
    measured = pyqtSignal()

    def __init__(self, parent: QWidget | None = None, *, flat: bool = False, margin: int = 14, size: int = 15,
                 full: bool = False) -> None:
        super().__init__(parent)
        self.language = "fr"
        self.quotes = QuoteModel(self, flat=flat)
        self._cards = QuoteDelegate(self, margin=margin, size=size, full=full)
        self.setModel(self.quotes)
        self.setItemDelegate(self._cards)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Quotes"))
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(30)
        self._relayout.timeout.connect(self._measure)
        self.clicked.connect(self._click)
        copy = QAction(_("Copy as cited"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_cited)
        show = QAction(_("Show in the transcript"), self)
        show.triggered.connect(lambda: self._open(self.currentIndex()))
        link = QAction(_("Copy a link for a memo"), self)
        link.triggered.connect(self._ask_link)
        self.addActions([show, copy, link])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_sections(self, sections: Sequence[Section], book: Codebook, language: str) -> None:
        """Replace what is listed; ``language`` is that of the citations. Beyond MANY quotes headings begin closed."""
        total = self._lay(sections, book, language)
        if total <= MANY:
            self.expandAll()
        elif not self.quotes.flat:
            self.expand(self.quotes.index(0, 0))

    def mark(self, asked: str) -> None:
        """The words sought, shown in the quotes that hold them (those of ``Query.words``)."""
        self._cards.sought = Words(asked)

    def _lay(self, sections: Sequence[Section], book: Codebook, language: str) -> int:
        """Replace what is listed, every heading closed; returns how many quotes there are."""
        self.language = language
        total = sum(len(section.quotes) for section in sections)
        by_pixel = total <= MANY or not self.quotes.flat
        mode = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(mode.ScrollPerPixel if by_pixel else mode.ScrollPerItem)
        self.quotes.show(sections, book, language)
        bar = self.verticalScrollBar()
        if bar is not None:
            bar.setSingleStep(24 if by_pixel else 1)
        return total

    def cards(self) -> list[Card]:
        """The cards selected, in the order they stand."""
        chosen = [(index.parent().row(), index.row(), self.quotes.entry(index)) for index in self.selectedIndexes()]
        chosen.sort(key=lambda found: found[:2])
        return [entry for _section, _row, entry in chosen if isinstance(entry, Card)]

    def copy_cited(self) -> None:
        """Put the selected quotes on the clipboard, each as the thesis prints it, a line each; those that are not to be
        cited stay, and ``told`` says so."""
        chosen = [card.quote for card in self.cards()]
        lines = [quote.line(self.language) for quote in chosen if not quote.withheld]
        if len(lines) < len(chosen):
            self._tell(kept_back(len(chosen) - len(lines)))
        clipboard = QGuiApplication.clipboard()
        if lines and clipboard is not None:
            clipboard.setText("\n".join(lines))

    def _tell(self, sentence: str) -> None:
        """To whoever listens, else beside the quote."""
        if self.receivers(self.told):
            self.told.emit(sentence)
        else:
            QToolTip.showText(self.mapToGlobal(self.visualRect(self.currentIndex()).topLeft()), sentence, self)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Enter opens the quote's place, or a heading."""
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Cards wrap anew at another width."""
        super().resizeEvent(event)
        viewport = self.viewport()
        if viewport is not None and viewport.width() != self._cards.width:
            self._cards.width = viewport.width()
            self._relayout.start()

    def content_height(self) -> int:
        """What every row takes together; for short lists."""
        model = self.quotes
        return sum(self.rowHeight(model.index(row, 0)) for row in range(model.rowCount()))

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.measured.emit()

    def _click(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(index)

    def _ask_link(self) -> None:
        entry = self.quotes.entry(self.currentIndex())
        if isinstance(entry, Card):
            self.link_asked.emit(entry.quote.passage_id)

    def _open(self, index: QModelIndex) -> None:
        entry = self.quotes.entry(index)
        if isinstance(entry, Card):
            quote = entry.quote
            self.place_asked.emit(quote.interview_id, quote.start, quote.end)
        elif isinstance(entry, Section):
            self.setExpanded(index, not self.isExpanded(index))

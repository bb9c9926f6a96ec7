# SPDX-License-Identifier: GPL-3.0-or-later
"""Which passage, code or interview to link to: those chosen lately, or what is written above."""

from __future__ import annotations

from collections.abc import Callable

from PyQt6.QtCore import QEvent, QObject, Qt, QTimer
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app import icons, parts
from app.desk import Desk
from app.widgets.freshness import Latest
from coding import memo_link_search
from coding.language import _
from coding.memo_link_search import Offer
from coding.memo_links import Link

PAUSE = 150  # ms
ICONS = {"passage": "quotes", "code": "tag", "interview": "book"}


class LinkDialog(QDialog):
    """``take`` is called with the link chosen."""

    def __init__(self, desk: Desk, take: Callable[[Link], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._take = take
        self._offers: list[Offer] = []
        self._latest = Latest(desk)
        self.setWindowTitle(_("Link to a passage"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Words of a passage, a code or an interview…"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self._hint = parts.label("", "hint", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What may be linked to"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self.accept())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        if self._ok is not None:
            self._ok.setText(_("Link"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search)
        self.line.textChanged.connect(lambda _text: self._pause.start())
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (self.line, self._hint, self.list, buttons):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self.resize(560, 420)
        self.search()

    def search(self) -> None:
        """Offer what answers the words."""
        self._pause.stop()
        query, lately = self.line.text(), tuple(self._desk.lately)
        self._latest.read(lambda session: memo_link_search.offers(session, query, lately), self._show)

    def accept(self) -> None:
        """Hand over the link of the current row."""
        place = self.list.currentRow()
        if 0 <= place < len(self._offers):
            super().accept()
            self._take(self._offers[place].link)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Arrows move in the list while one writes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.line and (
                event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            return True
        return super().eventFilter(watched, event)

    def _show(self, offers: list[Offer]) -> None:
        self._offers = offers
        self.list.clear()
        query = self.line.text()
        for offer in offers:
            words = memo_link_search.around(offer.target.words, query)
            said = f"{offer.target.where} – {words}" if offer.target.where else words
            item = QListWidgetItem(icons.icon(ICONS[offer.link.kind]), said)
            item.setToolTip(offer.target.words)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if offers else -1)
        asked = bool(self.line.text().strip())
        if offers:
            said = "" if asked else _("Passages chosen lately:")
        else:
            said = _("Nothing answers these words.") if asked else _("There is no passage yet.")
        self._hint.setText(said)
        self._hint.setVisible(bool(said))
        if self._ok is not None:
            self._ok.setEnabled(bool(offers))


def ask_link(parent: QWidget, desk: Desk, take: Callable[[Link], None]) -> LinkDialog:
    """Open the window; it closes by itself."""
    dialog = LinkDialog(desk, take, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog

# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor of a memo: plain text, kept as it is written, in which links to passages, codes and interviews stand as
chips that lead there."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QEvent, QMimeData, QPoint, Qt, pyqtSignal
from PyQt6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor, QTextDocument
from PyQt6.QtWidgets import QToolTip, QWidget

from app.desk import Desk
from app.memos import chips
from app.memos.chips import Chip
from app.widgets.kept_text import KeptText
from coding import memo_links
from coding.changes import Change
from coding.memo_links import Link, Targets

LED_TO = ("passage", "code", "interview", "turn")  # when these change, links may lead elsewhere
Keep = QTextCursor.MoveMode.KeepAnchor


class LinkedText(KeptText):
    """``links_changed``: links came, went, or lead elsewhere. Pasting the plain form of a link makes it a chip;
    copying a chip gives the plain form. A click on a chip, or Ctrl+Enter beside it, goes there."""

    links_changed = pyqtSignal()

    _seen: Sequence[Link] = ()

    def __init__(self, desk: Desk, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self._desk = desk
        self._pressed: Link | None = None
        self._at = 0
        self.targets: Targets = {}
        self.setReadOnly(desk.read_only)
        viewport = self.viewport()
        if viewport is not None:
            viewport.setMouseTracking(True)
        self.textChanged.connect(self._note_links)
        self.cursorPositionChanged.connect(self._snap)
        desk.changed.connect(self._follow)

    @property
    def links(self) -> list[Link]:
        """The links in it, in order."""
        return [chip.link for chip in chips.chips(self._document())]

    def written(self) -> str:
        """What is in the editor, links in their plain form."""
        return chips.written(self._document())

    def fill(self, text: str) -> None:
        """Put a text in the editor; that cannot be undone there."""
        document = self._document()
        self.targets = self._resolved(text)
        document.setUndoRedoEnabled(False)
        self.clear()
        chips.insert(self.textCursor(), text, self.targets)
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_text(self, text: str) -> None:
        """Show what is recorded; what is being written stays."""
        super().show_text(text)
        self._note_links()  # while it is filled, nothing is said

    def insert(self, link: Link) -> None:
        """Put a link at the caret, a space on either side."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        before = self._document().characterAt(start - 1) if start else " "
        self._insert(("" if before.isspace() else " ") + link.source + " ")
        self.setFocus()

    def go(self, link: Link) -> None:
        """Show what a link leads to; when that has gone, say so."""
        target = self.targets.get(link.guid)
        self.keep()
        if target is None:
            QToolTip.showText(self.mapToGlobal(QPoint(12, 12)), memo_links.shown(link, self.targets), self)
        elif target.kind == "code":
            self._desk.code_asked.emit(target.id)
        elif target.interview_id is not None:
            self._desk.place_asked.emit(target.interview_id, target.start, target.end)

    # -- Qt's events

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Ctrl+Enter follows the chip beside the caret; Backspace and Del take a chip whole."""
        if event is None:
            return
        cursor = self.textCursor()
        chip = chips.chip_at(self._document(), cursor.position())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            if chip is not None:
                self.go(chip.link)
            return
        gone = self._taken_by(event.key(), cursor)
        if gone is not None and not self.isReadOnly():
            cursor.setPosition(gone.start)
            cursor.setPosition(gone.end, Keep)
            cursor.removeSelectedText()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.link_under(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A click on a chip follows it; a drag that begins on one selects."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if event is not None and pressed is not None and not self.textCursor().hasSelection() and (
                self.link_under(event.position().toPoint()) == pressed):
            self.go(pressed)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        super().mouseMoveEvent(event)
        viewport = self.viewport()
        if event is not None and viewport is not None and not event.buttons():
            over = self.link_under(event.position().toPoint()) is not None
            viewport.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent | None) -> bool:
        """The whole quote of a chip, in its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            link = self.link_under(event.pos())
            if link is not None:
                target = self.targets.get(link.guid)
                QToolTip.showText(event.globalPos(), target.words if target else memo_links.shown(link, {}), self)
                return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent | None) -> None:
        """Chips are tinted anew in the colours of another theme."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self._retint()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The plain form, which any editor takes."""
        cursor, made = self.textCursor(), QMimeData()
        made.setText(chips.written(self._document(), cursor.selectionStart(), cursor.selectionEnd()))
        return made

    def insertFromMimeData(self, source: QMimeData | None) -> None:
        """Text alone; its links become chips."""
        if source is not None and source.hasText():
            self._insert(source.text())

    def link_under(self, place: QPoint) -> Link | None:
        """The link whose chip is at a place of the viewport."""
        position = self.cursorForPosition(place).position()
        chip = chips.chip_at(self._document(), position)
        if chip is None:
            return None
        cursor = self.textCursor()
        cursor.setPosition(position)
        caret = self.cursorRect(cursor)
        beside = (position == chip.start and place.x() < caret.left()) or (
            position == chip.end and place.x() > caret.right())
        return None if beside or not caret.top() <= place.y() <= caret.bottom() else chip.link

    # -- inside

    def _document(self) -> QTextDocument:
        document = self.document()
        if document is None:
            raise RuntimeError("an editor has a document")
        return document

    def _insert(self, text: str) -> None:
        """Put a text in place of the selection."""
        self.targets = {**self.targets, **self._resolved(text)}
        chips.insert(self.textCursor(), text, self.targets)
        self._plain()

    def _taken_by(self, key: int, cursor: QTextCursor) -> Chip | None:
        """The chip that a key would bite into."""
        chip = chips.chip_at(self._document(), cursor.position())
        if chip is None or cursor.hasSelection():
            return None
        if key == Qt.Key.Key_Backspace:
            return chip if chip.end == cursor.position() else None
        following = chips.chip_at(self._document(), cursor.position() + 1)
        if key == Qt.Key.Key_Delete and following is not None:
            return following if following.start == cursor.position() else None
        return None

    def _snap(self) -> None:
        """The caret never stands within a chip, and what is typed beside one is plain."""
        cursor, before = self.textCursor(), self._at
        self._at = cursor.position()
        chip = chips.chip_at(self._document(), self._at)
        if chip is None:
            return
        if chip.start < self._at < chip.end:
            cursor.setPosition(chip.start if before >= chip.end else chip.end,
                               Keep if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor)
            self.setTextCursor(cursor)  # which brings us here again, beside the chip
            return
        self._plain()

    def _plain(self) -> None:
        self.setCurrentCharFormat(QTextCharFormat())

    def _note_links(self) -> None:
        found = self.links
        if found != self._seen:
            self._seen = found
            self.links_changed.emit()

    def _resolved(self, text: str) -> Targets:
        wanted = memo_links.links(text)
        return self._desk.read_now(lambda session: memo_links.resolve(session, wanted)) if wanted else {}

    def _follow(self, change: Change) -> None:
        if self._seen and change.touches(*LED_TO):
            self._retint()
            self.links_changed.emit()

    def _retint(self) -> None:
        """Make the chips anew where they stand."""
        if not self._seen:
            return
        at, shown = self.textCursor().position(), self.blockSignals(True)
        self.fill(self.written())
        cursor = self.textCursor()
        cursor.setPosition(min(at, self._document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.blockSignals(shown)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Small widgets that every page is made of; their look is the stylesheet's, by ``role``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtCore import QEvent, QSize, Qt
from PyQt6.QtGui import QColor, QCursor, QFont, QIcon, QKeyEvent, QPainter, QPixmap
from PyQt6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app import icons
from coding.language import _

LEAST = 6  # letters of a cut line that still tell something


def role(widget: QWidget, name: str) -> None:
    """Give a widget another role, and the look that goes with it."""
    widget.setProperty("role", name)
    style = widget.style()
    if style is not None:
        style.unpolish(widget)
        style.polish(widget)


def label(text: str = "", name: str = "", *, wrap: bool = False, font: QFont | None = None) -> QLabel:
    """Plain text; ``name`` is its role."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if name:
        made.setProperty("role", name)
    if font is not None:
        made.setFont(font)
    return made


def fit_height(dialog: QWidget) -> None:
    """As tall as its wrapped text needs at its width, which ``adjustSize`` reckons at another one."""
    layout = dialog.layout()
    if layout is not None:
        for within in reversed(dialog.findChildren(QLayout)):
            within.activate()  # what was hidden in a part a moment ago counts no more
        layout.activate()
        dialog.setFixedHeight(layout.totalHeightForWidth(dialog.width()))


class Button(QPushButton):
    """Enter presses the button that has the focus, as Space does; never another one, in a dialog or out of it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def button(text: str, act: Callable[[], None] | None = None, *, name: str = "", icon: str = "",
           menu: QMenu | None = None) -> QPushButton:
    """A push button; ``name`` is its role (primary, flat, chip, chip-accent), ``icon`` one of resources/icons."""
    made = Button(text)
    if name:
        made.setProperty("role", name)
    if icon:
        made.setIcon(icons.icon(icon, "on_control" if name == "primary" else "muted"))
        made.setIconSize(QSize(18, 18))
    if act is not None:
        made.clicked.connect(lambda _checked: act())
    if menu is not None:
        opens(made, menu)
    return made


def opens(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Give a button its menu. Qt leaves it lit once the menu has closed, until the pointer passes again."""
    button.setMenu(menu)
    menu.aboutToHide.connect(partial(_unlight, button))


def _unlight(button: QPushButton | QToolButton) -> None:
    over = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, over)
    button.update()


def swatch(colour: str) -> QIcon:
    """A square of a code's colour, for menus and lists."""
    pixmap = QPixmap(32, 32)  # sharp up to 200 %
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.fillRect(2, 2, 12, 12, QColor(colour))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or Qt would tint it
    return icon


def written(editor: QPlainTextEdit) -> str:
    """What was written, exactly: toPlainText would turn no-break spaces into spaces."""
    document = editor.document()
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n") if document is not None else ""


class Picture(QLabel):
    """An icon by itself, drawn again when the theme turns; ``size`` in pixels."""

    def __init__(self, icon: QIcon, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = size
        self._draw()

    def changeEvent(self, event: QEvent | None) -> None:
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._icon.pixmap(QSize(self._size, self._size)))


class Panel(QFrame):
    """A frame with a paper: ``panel``, ``page``, ``card``, ``notice-ok``, ``notice-warn`` or ``notice-bad``."""

    def __init__(self, name: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", name)


class Header(Panel):
    """The line at the head of a page or panel: a title, then what is added to its left and right halves."""

    def __init__(self, title: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("header", parent)
        self.setFixedHeight(40 if small else 48)
        self.title = label(title, "heading" if small else "title")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        if not title:
            self.title.hide()
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)

    def add_left(self, widget: QWidget) -> None:
        """Put a widget after the title."""
        self._left.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right edge."""
        self._right.addWidget(widget)


class Elided(QLabel):
    """One line of plain text that is cut by «…» when there is no room, and gone when next to nothing of it would be
    left; the whole of it is in the tooltip."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("role", name)
        self._whole = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, max(40, self.width()))
        if shown != self._whole and len(shown) < LEAST:
            shown = ""
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def dialog_foot(dialog: QDialog, said: QWidget, take: QWidget) -> QHBoxLayout:
    """The last line of a dialog: what it counts, the way back, what it does."""
    foot = QHBoxLayout()
    foot.setSpacing(10)
    foot.addWidget(said, 1)
    foot.addWidget(button(_("Cancel"), dialog.reject))
    foot.addWidget(take)
    return foot

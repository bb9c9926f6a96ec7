# SPDX-License-Identifier: GPL-3.0-or-later
"""Going from panel to panel by keys, and showing which one has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PyQt6 import sip
from PyQt6.QtCore import QObject, Qt
from PyQt6.QtWidgets import QApplication, QWidget

from app import parts


class Panels(QObject):
    """The panels of a page, from left to right; ``main`` is the place of the one to which keys go when none has them.
    A panel that takes the focus again gives it to what had it; its head says so until it goes elsewhere."""

    def __init__(self, panels: Sequence[QWidget], main: int, parent: QObject) -> None:
        super().__init__(parent)
        self._panels = list(panels)
        self._main = main
        self._last: dict[QWidget, QWidget] = {}
        self._stepping = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"next_panel": partial(self._step, 1), "previous_panel": partial(self._step, -1)}

    def _step(self, direction: int) -> None:
        here = self._place_of(QApplication.focusWidget())
        if here is None:
            order = [self._main]
        else:
            order = [(here + direction * n) % len(self._panels) for n in range(1, len(self._panels))]
        for place in order:
            widget = self._entrance(self._panels[place])
            if widget is not None:
                self._stepping = True
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                self._stepping = False
                return

    def _entrance(self, panel: QWidget) -> QWidget | None:
        """What takes the focus in a panel: what had it last, else its proxy, else the first that can."""
        for widget in (self._last.get(panel), panel.focusProxy()):
            # what had it may be gone: the line in which a name was changed
            if widget is not None and not sip.isdeleted(widget) and _takes(widget) and panel.isAncestorOf(widget):
                return widget
        widget = panel
        while (following := widget.nextInFocusChain()) is not None and following is not panel:
            widget = following
            if panel.isAncestorOf(widget) and _takes(widget):
                return widget
        return None

    def _place_of(self, widget: QWidget | None) -> int | None:
        return next((place for place, panel in enumerate(self._panels)
                     if widget is not None and (panel is widget or panel.isAncestorOf(widget))), None)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        before, after = self._place_of(old), self._place_of(new)
        if new is not None and after is not None:
            self._last[self._panels[after]] = new
        if new is None or before == after:  # another window has the keys, or a menu: nothing moved here
            return
        for place, panel in enumerate(self._panels):
            header = next((each for each in panel.findChildren(parts.Header) if each.isVisible()), None)
            focused = place == after and self._stepping
            if header is not None and (header.property("role") == "header-focused") != focused:
                parts.role(header, "header-focused" if focused else "header")


def _takes(widget: QWidget) -> bool:
    """Whether Tab could bring one there."""
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

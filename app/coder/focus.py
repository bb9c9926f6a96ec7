# SPDX-License-Identifier: GPL-3.0-or-later
"""The panels beside the page, folded one by one, or all at once with the rest of the window to read in peace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtWidgets import QApplication, QToolButton, QWidget

from app import icons
from app.coder import keys
from app.settings import Settings
from coding.language import _

NEEDS = {"passages": "passage", "memo": "passage"}  # verbs that lead into a panel, which they unfold


class Focus(QObject):
    """``panels`` are those beside the page, by the name under which the settings keep which are folded. ``asked``
    says whether the window should step back too."""

    asked = pyqtSignal(bool)

    def __init__(self, settings: Settings, panels: Mapping[str, QWidget], page: QWidget) -> None:
        super().__init__(page)
        self._settings = settings
        self._panels = panels
        self._page = page
        self._opened: set[str] = set()  # panels called back in focus mode
        self.on = False
        self.left = self._button("panel-left", "fold_codebook", _("Codebook"), "codebook")
        self.right = self._button("panel-right", "fold_passage", _("Passage"), "passage")
        self.back = self._button("focus", "focus_mode", _("Show the panels and menus again"), "")
        self._show()

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What it does, by verb of ``app.coder.keys``."""
        return {"focus_mode": self.toggle, "fold_codebook": partial(self.fold, "codebook"),
                "fold_passage": partial(self.fold, "passage")}

    def toggle(self) -> None:
        """Leave nothing but the page, or bring all back."""
        self.on = not self.on
        self._opened.clear()
        self.asked.emit(self.on)
        self._show()
        self._page.setFocus()

    def leave(self) -> None:
        """Bring all back."""
        if self.on:
            self.toggle()

    def fold(self, name: str) -> None:
        """Put a panel away, or bring it back."""
        if self.on:
            self._opened ^= {name}
        else:
            folded = self._settings.folded_panels
            self._settings.folded_panels = [n for n in folded if n != name] if name in folded else [*folded, name]
        self._show()

    def make_room_for(self, verb: str) -> None:
        """Unfold the panel that a verb leads into."""
        name = NEEDS.get(verb)
        if name is not None and self._panels[name].isHidden():
            self.fold(name)

    def _show(self) -> None:
        away = set(self._panels) - self._opened if self.on else set(self._settings.folded_panels)
        for name, panel in self._panels.items():
            focused = QApplication.focusWidget()
            if name in away and focused is not None and panel.isAncestorOf(focused):
                self._page.setFocus()  # the keys must not go with it
            panel.setVisible(name not in away)
        for name, button in (("codebook", self.left), ("passage", self.right)):
            button.setChecked(name not in away)
        self.back.setVisible(self.on)

    def _button(self, icon: str, verb: str, title: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setIcon(icons.icon(icon))
        made.setToolTip(f"{title} ({keys.native(verb)})")
        made.setAccessibleName(title)
        made.setCheckable(bool(name))
        made.clicked.connect(partial(self.fold, name) if name else self.toggle)
        return made

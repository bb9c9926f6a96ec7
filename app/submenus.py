# SPDX-License-Identifier: GPL-3.0-or-later
"""The menus that offer a choice: recent projects, appearance, language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu, QWidget

from app.settings import Settings
from coding.language import _


def recent(settings: Settings, choose: Callable[[Path], None], parent: QWidget) -> QMenu:
    """The recent projects whose files are there; read again each time it opens."""
    menu = QMenu(parent)

    def fill() -> None:
        menu.clear()
        paths = [Path(name) for name in settings.recent if Path(name).is_file()]
        for path in paths:
            _add(menu, f"{path.stem}  –  {path.parent}", partial(choose, path))
        if not paths:
            _add(menu, _("None yet"), lambda: None).setEnabled(False)

    menu.aboutToShow.connect(fill)
    fill()
    return menu


def appearance(settings: Settings, choose: Callable[[str], None], parent: QWidget) -> QMenu:
    """As the system, light or dark."""
    return _choice(parent, settings.theme, choose, (
        ("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))))


def language(settings: Settings, choose: Callable[[str], None], parent: QWidget) -> QMenu:
    """As the system, French or English; each language is named in itself."""
    return _choice(parent, settings.language, choose, (
        ("system", _("As the system")), ("fr", "Français"), ("en", "English")))


def _choice(parent: QWidget, current: str, choose: Callable[[str], None],
            offered: Sequence[tuple[str, str]]) -> QMenu:
    menu = QMenu(parent)
    group = QActionGroup(menu)
    for value, text in offered:
        action = _add(menu, text, partial(choose, value))
        action.setCheckable(True)
        action.setChecked(value == current)
        group.addAction(action)
    return menu


def _add(menu: QMenu, text: str, act: Callable[[], None]) -> QAction:
    action = QAction(text.replace("&", "&&"), menu)
    action.triggered.connect(lambda _checked: act())
    menu.addAction(action)
    return action

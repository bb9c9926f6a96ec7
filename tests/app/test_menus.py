# SPDX-License-Identifier: GPL-3.0-or-later
"""The menus: short, reached by letters that do not collide; the help tells every key."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PyQt6.QtWidgets import QLabel, QMenu

from app import menus
from app.coder import keys
from app.help import KeyboardHelp
from app.window import MainWindow

LONGEST = 18  # lines of a menu, those between included, so that it opens on a small screen


def letters(menu: QMenu) -> list[str]:
    """The letters that Alt underlines."""
    return [found[1].lower() for action in menu.actions()
            if (found := re.search(r"&([^&])", action.text().replace("&&", "")))]


def every_menu(window: MainWindow) -> dict[str, QMenu]:
    """The menus of the bar, and those within."""
    found: dict[str, QMenu] = {}
    waiting = [action.menu() for action in window._bar.actions()]
    while waiting:
        menu = waiting.pop()
        if menu is not None:
            found[menu.title()] = menu
            waiting.extend(action.menu() for action in menu.actions())
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_letters_do_not_collide_in_a_menu(opened: MainWindow, language: str) -> None:
    opened._use_language(language)
    shared = {title: [letter for letter, times in Counter(letters(menu)).items() if times > 1]
              for title, menu in every_menu(opened).items()}
    bar = Counter(found[1].lower() for action in opened._bar.actions() if (found := re.search("&(.)", action.text())))
    assert {title: twice for title, twice in shared.items() if twice} == {}
    assert max(bar.values()) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_menus_are_short(opened: MainWindow, language: str) -> None:
    opened._use_language(language)
    long = {title: len(menu.actions()) for title, menu in every_menu(opened).items() if len(menu.actions()) > LONGEST}
    assert long == {}
    assert not [menu for menu in every_menu(opened).values() if not menu.actions()]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_help_tells_every_key_in_a_small_window(opened: MainWindow, language: str) -> None:
    opened._use_language(language)
    help_window = KeyboardHelp(opened)
    help_window.show()
    assert help_window.width() <= 1270
    assert help_window.height() <= 680
    told = {label.text() for label in help_window.findChildren(QLabel)}
    for _title, section in menus.keyboard():
        for what, pressed in section:
            assert {what, pressed} <= told
    labels = [label for label in help_window.findChildren(QLabel) if label.property("role") == "key"]
    assert all(label.width() >= label.sizeHint().width() for label in labels)
    inside = help_window._area.widget()
    view = help_window._area.viewport()
    assert inside is not None
    assert view is not None
    assert inside.width() <= view.width()
    help_window.close()


def test_help_is_filtered_by_words_and_keys(opened: MainWindow) -> None:
    opened._use_language("en")
    help_window = KeyboardHelp(opened)
    every = sum(len(section) for _title, section in help_window.shown())
    help_window.field.setText("WHOLE turn")
    assert [what for _title, section in help_window.shown() for what, _keys in section] == [
        "Code the whole turn", "Give the last codes to the whole turn"]
    help_window.field.setText(keys.native("passages").lower())
    assert "List of passages" in [what for _title, section in help_window.shown() for what, _keys in section]
    help_window.field.setText("zzz")
    assert help_window.shown() == []
    help_window.field.clear()
    assert sum(len(section) for _title, section in help_window.shown()) == every
    opened._use_language("fr")

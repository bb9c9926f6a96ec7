# SPDX-License-Identifier: GPL-3.0-or-later
"""A menu of the codebook, a theme being a menu of its codes; what is ticked is chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PyQt6.QtWidgets import QMenu

from app import parts
from coding.codebook import Codebook, CodeNode
from coding.language import _


def fill(menu: QMenu, book: Codebook, chosen: Collection[int], toggle: Callable[[int], None]) -> None:
    """Offer every code; ``toggle`` gets the id of the one that was clicked."""
    menu.clear()
    for node in book:
        if node.parent_id is None:
            _offer(menu, book, node, chosen, toggle)


def _offer(menu: QMenu, book: Codebook, node: CodeNode, chosen: Collection[int], toggle: Callable[[int], None]) -> None:
    below = [other for other in book if other.parent_id == node.id]
    if not below:
        _line(menu, node, node.name, chosen, toggle)
        return
    within = menu.addMenu(parts.swatch(node.colour or "#888888"), _plain(node.name))
    if within is not None:
        _line(within, node, _("All of “{name}”").format(name=node.name), chosen, toggle)
        within.addSeparator()
        for other in below:
            _offer(within, book, other, chosen, toggle)


def _line(menu: QMenu, node: CodeNode, text: str, chosen: Collection[int], toggle: Callable[[int], None]) -> None:
    action = menu.addAction(parts.swatch(node.colour or "#888888"), _plain(text))
    if action is not None:
        action.setCheckable(True)
        action.setChecked(node.id in chosen)
        action.triggered.connect(lambda _checked: toggle(node.id))


def _plain(text: str) -> str:
    return text.replace("&", "&&")

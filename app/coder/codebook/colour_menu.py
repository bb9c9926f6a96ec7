# SPDX-License-Identifier: GPL-3.0-or-later
"""The colour of a code: one of a palette, its theme's, or another."""

from __future__ import annotations

from functools import partial

from PyQt6.QtGui import QColor
from PyQt6.QtWidgets import QColorDialog, QMenu, QWidget

from app import parts
from app.acts import codes
from app.desk import Desk
from coding.codebook import CodeNode
from coding.language import _
from coding.palettes import HOUSE, SAFE, Palette


def colours(parent: QMenu, desk: Desk, node: CodeNode) -> QMenu:
    """The house's colours at once, those safe for colour-blind eyes a level below."""
    menu = QMenu(_("Colour"), parent)
    _offer(menu, desk, node, HOUSE)
    menu.addSeparator()
    for palette in SAFE:
        below = QMenu(_("{palette} (safe for colour-blind eyes)").format(palette=_(palette.title)), menu)
        below.setToolTip(_(palette.source))
        _offer(below, desk, node, palette)
        menu.addMenu(below)
    menu.addSeparator()
    if node.depth and node.own_colour:
        menu.addAction(_("As its theme"), partial(_recolour, desk, node.id, ""))
    menu.addAction(_("Another colour…"), partial(_ask, parent, desk, node))
    return menu


def _offer(menu: QMenu, desk: Desk, node: CodeNode, palette: Palette) -> None:
    for colour, name in palette.colours:
        action = menu.addAction(parts.swatch(colour), _(name))
        if action is not None:
            action.setCheckable(True)
            action.setChecked(node.own_colour == colour)
            action.triggered.connect(partial(_recolour, desk, node.id, colour))


def _recolour(desk: Desk, code_id: int, colour: str, _checked: bool = False) -> None:
    codes.edit(desk, code_id, colour=colour)


def _ask(parent: QWidget, desk: Desk, node: CodeNode) -> None:
    dialog = QColorDialog(QColor(node.colour), parent)
    dialog.setWindowTitle(_("Colour of “{name}”").format(name=node.name))
    dialog.colorSelected.connect(lambda colour: _recolour(desk, node.id, colour.name().upper()))
    dialog.open()

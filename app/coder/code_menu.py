# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done to a code from the tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtGui import QColor, QIcon, QPainter, QPixmap
from PyQt6.QtWidgets import QColorDialog, QMenu, QWidget

from app import icons, messages
from app.acts import codes
from app.coder import consequence_words
from app.coder.definition_dialog import DefinitionDialog
from app.coder.merge_dialog import MergeDialog
from app.desk import Desk
from app.name_dialog import ask_name
from coding import codebook
from coding.codebook import PALETTE, CodeNode
from coding.language import N_, _

# In the order of the palette.
COLOUR_NAMES = dict(zip(PALETTE, (
    N_("Brick"), N_("Pine"), N_("Violet"), N_("Ochre"), N_("Blue"), N_("Plum"), N_("Olive"), N_("Copper"), N_("Teal"),
    N_("Earth"), N_("Indigo"), N_("Straw"),
), strict=True))


def additions(parent: QWidget, desk: Desk, current: Callable[[], CodeNode | None],
              show: Callable[[int], None]) -> QMenu:
    """The menu of «+»: a theme, or a code under the current theme; ``show`` gets the id of what was made."""
    menu = QMenu(parent)
    menu.addAction(_("New theme…"), lambda: new_code(parent, desk, None, show))
    under = menu.addAction(_("New code…"), lambda: new_code(parent, desk, _theme_of(desk, current()), show))
    if under is not None:
        menu.aboutToShow.connect(lambda: under.setEnabled(current() is not None))
    return menu


def for_code(parent: QWidget, desk: Desk, node: CodeNode | None, rename: Callable[[], None],
             show: Callable[[int], None]) -> QMenu:
    """The context menu of a code; of the empty space when ``node`` is None. ``show`` gets the id of the code that
    was made, or merged into."""
    menu = QMenu(parent)
    menu.setEnabled(not desk.read_only)
    menu.addAction(_("New theme…"), lambda: new_code(parent, desk, None, show))
    if node is None:
        return menu
    menu.addAction(_("New code under “{name}”…").format(name=node.name), lambda: new_code(parent, desk, node, show))
    menu.addSeparator()
    menu.addAction(_("Rename"), rename)
    menu.addAction(_("Definition…"), lambda: DefinitionDialog(desk, node.id, parent).open())
    menu.addMenu(_colours(menu, desk, node))
    menu.addMenu(_pins(menu, desk, node))
    menu.addSeparator()
    menu.addAction(icons.icon("merge"), _("Merge into…"), lambda: MergeDialog(desk, node, show, parent).open())
    menu.addAction(icons.icon("trash"), _("Delete…"), lambda: delete(parent, desk, node))
    return menu


def new_code(parent: QWidget, desk: Desk, under: CodeNode | None, show: Callable[[int], None]) -> None:
    """Ask for a name, then make a theme, or a code under another."""
    title = _("New theme") if under is None else _("New code under “{name}”").format(name=under.name)
    ask_name(parent, title, lambda name: codes.add(desk, name=name, parent_id=under.id if under else None,
                                                   then=lambda change: show(int(change.result))))


def delete(parent: QWidget, desk: Desk, node: CodeNode) -> None:
    """Delete a code, after saying what goes with it."""
    counted = desk.read_now(lambda session: codebook.consequence(session, node.id))
    if counted.codes == 1 and counted.passages == 0:
        codes.remove(desk, node.id)
        return
    question = _("Delete “{name}”?").format(name=node.name)
    if messages.confirm(parent, question, consequence_words.said(counted), yes=_("Delete")):
        codes.remove(desk, node.id)


def _theme_of(desk: Desk, node: CodeNode | None) -> CodeNode | None:
    return desk.codebook.theme_of(node.id) if node is not None else None


def _colours(parent: QMenu, desk: Desk, node: CodeNode) -> QMenu:
    menu = QMenu(_("Colour"), parent)
    for colour in PALETTE:
        action = menu.addAction(_swatch(colour), _(COLOUR_NAMES[colour]))
        if action is not None:
            action.setCheckable(True)
            action.setChecked(node.own_colour == colour)
            action.triggered.connect(partial(_recolour, desk, node.id, colour))
    menu.addSeparator()
    if node.depth and node.own_colour:
        menu.addAction(_("As its theme"), partial(_recolour, desk, node.id, ""))
    menu.addAction(_("Another colour…"), partial(_ask_colour, parent, desk, node))
    return menu


def _pins(parent: QMenu, desk: Desk, node: CodeNode) -> QMenu:
    menu = QMenu(_("Key"), parent)
    holders = {other.pin: other.name for other in desk.codebook if other.pin}
    for digit in range(1, 10):
        holder = holders.get(digit)
        action = menu.addAction(f"{digit}   {holder}" if holder else str(digit))
        if action is not None:
            action.setCheckable(True)
            action.setChecked(node.pin == digit)
            action.triggered.connect(partial(_pin, desk, node.id, digit))
    menu.addSeparator()
    none = menu.addAction(_("No key"), partial(_pin, desk, node.id, None))
    if none is not None:
        none.setEnabled(node.pin is not None)
    return menu


def _pin(desk: Desk, code_id: int, digit: int | None, _checked: bool = False) -> None:
    codes.edit(desk, code_id, pin=digit)


def _recolour(desk: Desk, code_id: int, colour: str, _checked: bool = False) -> None:
    codes.edit(desk, code_id, colour=colour)


def _ask_colour(parent: QWidget, desk: Desk, node: CodeNode) -> None:
    dialog = QColorDialog(QColor(node.colour), parent)
    dialog.setWindowTitle(_("Colour of “{name}”").format(name=node.name))
    dialog.colorSelected.connect(lambda colour: _recolour(desk, node.id, colour.name().upper()))
    dialog.open()


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.fillRect(2, 2, 12, 12, QColor(colour))
    painter.end()
    return QIcon(pixmap)

# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done to a code from the tree, and to the whole codebook."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt6.QtWidgets import QMenu, QTreeView, QWidget

from app import icons, messages
from app.acts import codes
from app.coder.codebook import arranging, consequence_words, tree_keys
from app.coder.codebook.colour_menu import colours
from app.coder.codebook.definition_dialog import DefinitionDialog
from app.coder.codebook.merge_dialog import MergeDialog
from app.coder.codebook.recolour_dialog import RecolourDialog
from app.coder.codebook.split_dialog import SplitDialog
from app.desk import Desk
from app.name_dialog import ask_name
from coding import codebook
from coding.codebook import CodeNode
from coding.language import N_, _

Show = Callable[[int], None]
Pin = Callable[[CodeNode, int | None], None]
MOVES = (("up", N_("Up")), ("down", N_("Down")), ("in", N_("Under the one before it")), ("out", N_("A level higher")))


def additions(parent: QWidget, desk: Desk, current: Callable[[], CodeNode | None], show: Show) -> QMenu:
    """The menu of «+»: a theme, or a code under the current theme; ``show`` gets the id of what was made."""
    menu = QMenu(parent)
    menu.addAction(_("New theme…"), lambda: new_code(parent, desk, None, show))
    under = menu.addAction(_("New code…"), lambda: new_code(parent, desk, _theme_of(desk, current()), show))
    if under is not None:
        menu.aboutToShow.connect(lambda: under.setEnabled(current() is not None))
    return menu


def for_codebook(parent: QWidget, desk: Desk, tree: QTreeView, history: Callable[[], None]) -> QMenu:
    """The menu of the whole codebook."""
    menu = QMenu(parent)
    menu.addAction(_("History of the codebook…"), history)
    recolour = menu.addAction(icons.icon("palette"), _("Recolour the themes…"),
                              lambda: RecolourDialog(desk, parent).open())
    menu.addSeparator()
    menu.addAction(_("Unfold all"), tree.expandAll)
    menu.addAction(_("Fold all"), tree.collapseAll)
    if recolour is not None:
        menu.aboutToShow.connect(lambda: recolour.setEnabled(bool(desk.codebook.themes) and not desk.read_only))
    return menu


def for_code(parent: QWidget, desk: Desk, node: CodeNode | None, *, rename: Callable[[], None], show: Show,
             pin: Pin) -> QMenu:
    """The context menu of a code; of the empty space when ``node`` is None. ``show`` gets the id of the code that
    was made, or merged into."""
    menu = QMenu(parent)
    menu.setEnabled(not desk.read_only)
    menu.addAction(_("New theme…"), lambda: new_code(parent, desk, None, show))
    if node is None:
        return menu
    menu.addAction(_("New code under “{name}”…").format(name=node.name), lambda: new_code(parent, desk, node, show))
    menu.addSeparator()
    menu.addAction(_keyed(_("Rename"), "rename"), rename)
    menu.addAction(_keyed(_("Definition…"), "define"), lambda: define(parent, desk, node))
    menu.addMenu(colours(menu, desk, node))
    menu.addMenu(_pins(menu, desk, node, pin))
    menu.addMenu(_moves(menu, desk, node))
    menu.addSeparator()
    menu.addAction(icons.icon("merge"), _("Merge into…"), lambda: MergeDialog(desk, node, show, parent).open())
    split = menu.addAction(_("Split…"), lambda: SplitDialog(desk, node, show, parent).open())
    if split is not None:
        split.setEnabled(desk.counts.own(node.id) > 0)
    close = menu.addAction(_("Close passages…"), lambda: desk.close_asked.emit(node.id))
    if close is not None:
        close.setEnabled(desk.counts.total(node.id) > 0)
    menu.addAction(icons.icon("trash"), _keyed(_("Delete…"), "delete"), lambda: delete(parent, desk, node))
    return menu


def new_code(parent: QWidget, desk: Desk, under: CodeNode | None, show: Show) -> None:
    """Ask for a name, then make a theme, or a code under another."""
    title = _("New theme") if under is None else _("New code under “{name}”").format(name=under.name)
    ask_name(parent, title, lambda name: codes.add(desk, name=name, parent_id=under.id if under else None,
                                                   then=lambda change: show(int(change.result))))


def define(parent: QWidget, desk: Desk, node: CodeNode) -> None:
    """Write what a code means."""
    DefinitionDialog(desk, node.id, parent).open()


def delete(parent: QWidget, desk: Desk, node: CodeNode) -> None:
    """Delete a code, after saying what goes with it."""
    counted = desk.read_now(lambda session: codebook.consequence(session, node.id))
    if counted.codes == 1 and counted.passages == 0:
        codes.remove(desk, node.id)
        return
    question = _("Delete “{name}”?").format(name=node.name)
    if messages.confirm(parent, question, consequence_words.deleted(counted), yes=_("Delete")):
        codes.remove(desk, node.id)


def _theme_of(desk: Desk, node: CodeNode | None) -> CodeNode | None:
    return desk.codebook.theme_of(node.id) if node is not None else None


def _keyed(title: str, verb: str) -> str:
    return f"{title}\t{tree_keys.native(verb)}"


def _pins(parent: QMenu, desk: Desk, node: CodeNode, pin: Pin) -> QMenu:
    menu = QMenu(_("Key"), parent)
    holders = {other.pin: other.name for other in desk.codebook if other.pin}
    for digit in range(1, 10):
        holder = holders.get(digit)
        action = menu.addAction(f"{digit}   {holder}".replace("&", "&&") if holder else str(digit))
        if action is not None:
            action.setCheckable(True)
            action.setChecked(node.pin == digit)
            action.triggered.connect(lambda _checked, digit=digit: pin(node, digit))
    menu.addSeparator()
    none = menu.addAction(_("No key"), lambda: pin(node, None))
    if none is not None:
        none.setEnabled(node.pin is not None)
    return menu


def _moves(parent: QMenu, desk: Desk, node: CodeNode) -> QMenu:
    menu = QMenu(_("Move"), parent)
    for verb, title in MOVES:
        place = arranging.moved(desk.codebook, node, verb)
        action = menu.addAction(_keyed(_(title), verb))
        if action is not None and place is None:
            action.setEnabled(False)
        elif action is not None and place is not None:
            action.triggered.connect(partial(_move, desk, node.id, *place))
    return menu


def _move(desk: Desk, code_id: int, parent_id: int | None, position: int, _checked: bool = False) -> None:
    codes.move(desk, code_id, parent_id=parent_id, position=position)

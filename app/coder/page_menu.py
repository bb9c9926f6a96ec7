# SPDX-License-Identifier: GPL-3.0-or-later
"""What a right click on the page offers: all that its keys do to what is selected or chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PyQt6.QtGui import QKeySequence
from PyQt6.QtWidgets import QMenu, QWidget

from app.coder import keys
from coding.language import _

OFFERED = (("palette", "in_vivo", "repeat"), ("remove",))


def for_page(parent: QWidget, verbs: Collection[str], run: Callable[[str], None],
             copy: Callable[[], None] | None) -> QMenu:
    """The menu; only ``verbs`` (keys of ``app.coder.keys``) can be chosen, and ``copy`` when there is one."""
    menu = QMenu(parent)
    for group in OFFERED:
        for verb in group:
            title = f"{_(keys.BY_VERB[verb].title)}\t{keys.native(verb)}"
            action = menu.addAction(title, lambda wanted=verb: run(wanted))
            if action is not None:
                action.setEnabled(verb in verbs)
        menu.addSeparator()
    copying = menu.addAction(_("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), copy or (lambda: None))
    if copying is not None:
        copying.setEnabled(copy is not None)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu

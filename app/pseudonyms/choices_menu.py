# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be done with an identity: other pseudonyms, other ways, its kind, who it is the same as."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from app.pseudonyms import keys, words
from app.pseudonyms.review import Line, Review
from coding.identifiers.span import Label
from coding.language import N_, _

GENDERS = (("f", N_("A woman’s name")), ("m", N_("A man’s name")))


def choices_menu(review: Review, line: Line, chosen: Sequence[str], do: Callable[[str], None],
                 parent: QWidget) -> QMenu:
    """The menu of the lines ``chosen``; with one alone, the words that may stand for it come first."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    if len(chosen) == 1:
        for one in review.alternatives(line.key):
            _add(menu, f"{one.words}\t{_(words.ACTIONS[one.action])}", partial(review.use, line.key, one))
        if line.identity.label is Label.PERSON:
            for gender, title in GENDERS:
                _add(menu, _(title), partial(review.another, chosen, gender)).setEnabled(
                    line.identity.gender != gender)
        menu.addSeparator()
        _verb(menu, _("Other words…"), "edit", do)
    else:
        for way in ("replace", "class", "generalise"):
            _add(menu, _("By a {way}").format(way=_(words.ACTIONS[way])) if way != "generalise" else _("Generalised"),
                 partial(review.act, chosen, way))
        menu.addSeparator()
    _verb(menu, _("Do as proposed"), "accept", do)
    _verb(menu, _("Keep as it is"), "keep", do)
    _verb(menu, _("Never ask again"), "never", do)
    _verb(menu, _("Back to undecided"), "reopen", do)
    menu.addSeparator()
    kinds = QMenu(_("It is a…"), menu)
    for label in words.KINDS:
        action = _add(kinds, words.kind(label), partial(review.relabel, chosen, label))
        action.setCheckable(True)
        action.setChecked(label is line.identity.label)
    menu.addMenu(kinds)
    _verb(menu, _("The same person or thing"), "join", do).setEnabled(len(chosen) > 1)
    return menu


def _verb(menu: QMenu, title: str, verb: str, do: Callable[[str], None]) -> QAction:
    return _add(menu, f"{title}\t{keys.native(verb)}", partial(do, verb))


def _add(menu: QMenu, title: str, act: Callable[[], object]) -> QAction:
    action = QAction(title.replace("&", "&&"), menu)
    action.triggered.connect(lambda _checked: act())
    menu.addAction(action)
    return action

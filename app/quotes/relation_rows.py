# SPDX-License-Identifier: GPL-3.0-or-later
"""How the passages sought stand to others: a row each, such as «within 2 turns of Confiance»."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QHBoxLayout, QMenu, QSpinBox, QVBoxLayout, QWidget

from app import parts
from app.quotes import code_menu
from app.quotes.asked import Names, codes_said
from app.quotes.filter_tree import relation_name
from app.widgets.pill import Choice, Pill, TextPill
from coding.codebook import Codebook
from coding.language import _, ngettext
from coding.quote_query import RELATIONS, Meets, Relation

MOST = 99  # turns


class RelationRow(parts.Panel):
    """One relation. ``changed`` carries it once it says something else, ``removed`` asks to take it away."""

    changed = pyqtSignal(object)
    removed = pyqtSignal()

    def __init__(self, meets: Meets, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.meets = meets
        self._book = book
        self.kind = Pill("{choice}")
        there = [Choice((kind, False), relation_name(kind)) for kind in RELATIONS]
        none = [Choice((kind, True), _absent(kind), apart=not place) for place, kind in enumerate(RELATIONS)]
        self.kind.offer([*there, *none], (meets.relation, meets.absent))
        self.turns = QSpinBox()
        self.turns.setProperty("role", "compact")
        self.turns.setRange(0 if meets.relation == "near" else 1, MOST)
        self.turns.setValue(meets.turns)
        before, after = ngettext("{n} turn", "{n} turns", meets.turns).split("{n}")
        self.turns.setPrefix(before)
        self.turns.setSuffix(after)
        self.turns.setAccessibleName(_("How many turns away at most"))
        self.turns.setKeyboardTracking(False)
        self.turns.setVisible(meets.relation in ("near", "before", "after"))
        self.codes = TextPill(accent=True)
        self.codes.say(codes_said(meets.code_ids, Names({node.id: node.name for node in book})) if meets.code_ids
                       else _("which code?"))
        self._menu = QMenu(self)
        parts.opens(self.codes, self._menu)
        self._menu.aboutToShow.connect(lambda: code_menu.fill(self._menu, book, self.meets.code_ids, self._toggle))
        self._remove = parts.button("", self.removed.emit, name="flat", icon="close")
        self._remove.setToolTip(_("Take this relation away"))
        self._remove.setAccessibleName(self._remove.toolTip())
        self._lay(self._remove)
        self.kind.chosen.connect(self._pick_kind)
        self.turns.valueChanged.connect(lambda turns: self.changed.emit(replace(self.meets, turns=turns)))

    def parts(self) -> tuple[QWidget, ...]:
        """What the keys can be in."""
        return self.kind, self.turns, self.codes, self._remove

    def _lay(self, remove: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(4)
        above, below = QHBoxLayout(), QHBoxLayout()
        for line, widgets in ((above, (self.kind,)), (below, (self.turns, self.codes))):
            line.setSpacing(6)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
            column.addLayout(line)
        above.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _pick_kind(self, key: tuple[Relation, bool]) -> None:
        relation, absent = key
        turns = self.meets.turns if relation == "near" else max(1, self.meets.turns)
        self.changed.emit(replace(self.meets, relation=relation, absent=absent, turns=turns))

    def _toggle(self, code_id: int) -> None:
        ids = self.meets.code_ids
        chosen = tuple(key for key in ids if key != code_id) if code_id in ids else (*ids, code_id)
        self.changed.emit(replace(self.meets, code_ids=chosen))


class RelationRows(QWidget):
    """``changed`` carries all the relations, those that name no code yet among them."""

    changed = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RelationRow] = []
        self._meets: tuple[Meets, ...] = ()
        self._book = Codebook([])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.add = parts.button(_("Relation to other passages…"), self.add_one, name="flat", icon="plus")
        self.add.setToolTip(_("Only quotes that overlap another code, stand near it, or do not"))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_meets(self, meets: tuple[Meets, ...], book: Codebook) -> None:
        """Show these relations. A row that names no code yet stays: it asks nothing."""
        wanted = (*meets, *(one for one in self._meets if not one.code_ids))
        self._meets = wanted
        if wanted == tuple(row.meets for row in self.rows) and book is self._book:
            return
        self._book = book
        held = self._held()
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [RelationRow(one, book, self) for one in wanted]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.changed.connect(partial(self._change, place))
            row.removed.connect(partial(self._change, place, None))
        if held is not None:
            self._hold(*held)

    def add_one(self) -> None:
        """One more row, whose code is to be chosen."""
        self._say((*self._meets, Meets("near", (), 2)))
        self.rows[-1].codes.setFocus()

    def _held(self) -> tuple[int, int] | None:
        """The row that has the keys, and which of its parts."""
        return next(((place, number) for place, row in enumerate(self.rows) for number, part in enumerate(row.parts())
                     if part.hasFocus()), None)

    def _hold(self, place: int, number: int) -> None:
        """The keys stay where they were, though the row was made anew."""
        if place >= len(self.rows):
            self.add.setFocus()
            return
        part = self.rows[place].parts()[number]
        (self.rows[place].codes if part.isHidden() else part).setFocus()

    def _change(self, place: int, meets: Meets | None) -> None:
        others = list(self._meets)
        others[place : place + 1] = [meets] if meets is not None else []
        self._say(tuple(others))

    def _say(self, meets: tuple[Meets, ...]) -> None:
        self._meets = meets
        asked = tuple(one for one in meets if one.code_ids)
        self.show_meets(asked, self._book)
        self.changed.emit(asked)


def _absent(kind: Relation) -> str:
    return {
        "overlaps": _("overlapping none of"), "near": _("not near"),
        "same_turn": _("not in the same turn as"), "before": _("not before"), "after": _("not after"),
    }[kind]

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the grid offers to choose: whose interviews, which columns, what cells show, and how it is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast, get_args

from PyQt6.QtGui import QAction, QActionGroup
from PyQt6.QtWidgets import QMenu, QPushButton, QWidget

from app import parts
from app.transversal.model import Shown
from app.transversal.reading import Asked
from app.widgets.pill import Choice
from coding.arrangement import Arrangement, ColumnOrder, RowOrder
from coding.language import N_, _
from coding.scope import Scope
from coding.transversal import GROUPS

SHOWN: tuple[Shown, ...] = ("passages", "words", "share", "presence", "summaries")
_BASIS = {"date": N_("interview date"), "manual": N_("given order"), "import": N_("import")}


def shown_label(shown: Shown) -> str:
    """What cells show."""
    return {"passages": _("passages"), "words": _("words"), "share": _("share of words"),
            "presence": _("presence"), "summaries": _("summaries")}[shown]


def column_choices(scope: Scope) -> list[Choice]:
    """The interviews; or groups and values in their place; or the interviews side by side in bands. Keys are (by,
    beside)."""
    axes = [*([GROUPS] if scope.groups else []), *scope.attributes]
    names = {axis: axis or _("groups") for axis in axes}
    return [
        Choice((None, False), _("interviews")),
        *(Choice((axis, False), names[axis], apart=not n) for n, axis in enumerate(axes)),
        *(Choice((axis, True), _("interviews side by side: {name}").format(name=names[axis]),
                 _("side by side: {name}").format(name=names[axis]), apart=not n) for n, axis in enumerate(axes)),
    ]


def order_choices(scope: Scope) -> list[Choice]:
    """The orders of the columns."""
    return [Choice("recorded", _(_BASIS[scope.interviews.basis])), Choice("title", _("title")),
            Choice("most", _("most coded first"))]


class LayoutButton(QPushButton):
    """«Rows ▾»: the order of the rows, what is empty, the themes. ``choose`` is given each new Arrangement; ``themes``
    tells which themes there are to fold."""

    def __init__(self, choose: Callable[[Arrangement], None], themes: Callable[[], frozenset[int]],
                 parent: QWidget | None = None) -> None:
        super().__init__(_("Rows"), parent)
        self.setProperty("role", "flat")
        self.setProperty("opens", "menu")
        self.setToolTip(_("Order of the rows, empty rows and columns, themes folded"))
        self.arrangement = Arrangement()
        self._choose, self._themes = choose, themes
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._orders = {order: self._add(menu, title, self._set("rows", order), group) for order, title in (
            ("codebook", _("As in the codebook")), ("most", _("Codes of most interviews first")),
            ("name", _("Alphabetical")))}
        menu.addSeparator()
        self.hide_rows = self._add(menu, _("Hide empty rows"), lambda on: self._tell(hide_empty_rows=on))
        self.hide_columns = self._add(menu, _("Hide empty columns"), lambda on: self._tell(hide_empty_columns=on))
        menu.addSeparator()
        self.fold_all = QAction(_("Fold all themes"), menu)
        self.fold_all.triggered.connect(lambda: self._tell(folded=self._themes()))
        self.unfold_all = QAction(_("Unfold all themes"), menu)
        self.unfold_all.triggered.connect(lambda: self._tell(folded=frozenset()))
        menu.addActions([self.fold_all, self.unfold_all])
        parts.opens(self, menu)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Tick what is chosen."""
        self.arrangement = arrangement
        for order, action in self._orders.items():
            action.setChecked(order == arrangement.rows)
        self.hide_rows.setChecked(arrangement.hide_empty_rows)
        self.hide_columns.setChecked(arrangement.hide_empty_columns)

    def _set(self, field: str, value: str) -> Callable[[bool], None]:
        return lambda _on: self._tell(**{field: value})

    def _tell(self, **fields: Any) -> None:
        self._choose(replace(self.arrangement, **fields))

    def _add(self, menu: QMenu, title: str, act: Callable[[bool], None], group: QActionGroup | None = None) -> QAction:
        action = QAction(title, menu)
        action.setCheckable(True)
        action.triggered.connect(act)
        if group is not None:
            group.addAction(action)
        menu.addAction(action)
        return action


def kept(asked: Asked, arrangement: Arrangement) -> dict[str, Any]:
    """What is remembered of a project's grid, as settings can write it."""
    return {"by": asked.by, "beside": asked.beside, "shown": asked.shown, "rows": arrangement.rows,
            "columns": arrangement.columns, "folded": sorted(arrangement.folded),
            "hide": [arrangement.hide_empty_rows, arrangement.hide_empty_columns]}


def found_again(place: Any) -> tuple[Asked, Arrangement]:
    """What was remembered; whatever is not what ``kept`` writes is forgotten."""
    known = place if isinstance(place, dict) else {}

    def one_of(name: str, usual: str, choices: tuple[Any, ...]) -> Any:
        return known[name] if known.get(name) in choices else usual

    by, folded, hide = known.get("by"), known.get("folded"), known.get("hide")
    rows, columns = hide if isinstance(hide, list) and len(hide) == 2 else (False, False)
    asked = Asked(by=by if isinstance(by, str) else None, beside=known.get("beside") is True,
                  shown=cast(Shown, one_of("shown", "passages", SHOWN)))
    return asked, Arrangement(
        one_of("rows", "codebook", get_args(RowOrder)), one_of("columns", "recorded", get_args(ColumnOrder)),
        frozenset(key for key in folded if isinstance(key, int)) if isinstance(folded, list) else frozenset(),
        rows is True, columns is True)

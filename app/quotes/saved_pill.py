# SPDX-License-Identifier: GPL-3.0-or-later
"""The queries kept under a name: taken up again, saved, brought up to date, renamed, put in order, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QWidget

from app import messages, parts
from app.acts import queries
from app.desk import Desk
from app.name_dialog import NameDialog
from app.widgets.pill import TextPill
from coding.language import _
from coding.quotes import Query
from coding.saved_queries import Saved


class SavedPill(TextPill):
    """``taken`` carries the query that was taken up. ``current`` is its id, whatever was changed since."""

    taken = pyqtSignal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, accent=True)
        self._desk = desk
        self.saved: list[Saved] = []
        self.current: int | None = None
        self.asked = Query()
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        parts.opens(self, self._menu)
        self._say()

    def show_saved(self, saved: Sequence[Saved], asked: Query) -> None:
        """The queries there are, and what is asked now."""
        self.saved, self.asked = list(saved), asked
        if self.found() is None:
            self.current = None
        self._say()

    def found(self) -> Saved | None:
        """The query taken up."""
        return next((one for one in self.saved if one.id == self.current), None)

    @property
    def changed(self) -> bool:
        """Whether what is asked is no longer what the query taken up asks."""
        found = self.found()
        return found is not None and found.query != self.asked

    def take(self, query_id: int) -> None:
        """Take a query up again."""
        self.current = query_id
        found = self.found()
        if found is not None:
            self.taken.emit(found.query)
            self._say()

    def leave(self) -> None:
        """No query is taken up any more."""
        self.current = None
        self._say()

    def fill(self) -> None:
        """What the menu offers now."""
        self._menu.clear()
        for one in self.saved:
            action = self._offer(one.name, partial(self.take, one.id))
            action.setCheckable(True)
            action.setChecked(one.id == self.current)
        if self.saved:
            self._menu.addSeparator()
        else:
            self._offer(_("What you ask can be taken up again under a name"), self.ask_name, False)
        found, writes = self.found(), not self._desk.read_only
        self._offer(_("Save what is asked as…"), self.ask_name, writes and self.asked != Query())
        if found is None:
            return
        self._offer(_("Update “{name}”").format(name=found.name), self.update_saved,
                    writes and (self.changed or found.gone > 0))
        self._offer(_("Back to “{name}” as saved").format(name=found.name), lambda: self.take(found.id), self.changed)
        self._menu.addSeparator()
        self._offer(_("Rename…"), self.ask_new_name, writes)
        place = self.saved.index(found)
        self._offer(_("Move up"), lambda: self.move_by(-1), writes and place > 0)
        self._offer(_("Move down"), lambda: self.move_by(1), writes and place < len(self.saved) - 1)
        self._offer(_("Delete"), lambda: queries.remove(self._desk, query_id=found.id, name=found.name), writes)

    def ask_name(self) -> None:
        """Save what is asked under a name."""
        self._ask(_("Save the query"), "", self.save_as)

    def ask_new_name(self) -> None:
        """Give the query taken up another name."""
        found = self.found()
        if found is not None:
            self._ask(_("Rename the query"), found.name,
                      lambda name: queries.rename(self._desk, query_id=found.id, name=name))

    def save_as(self, name: str) -> None:
        """Save what is asked under a name; one that is taken is asked about."""
        if any(one.name == name for one in self.saved) and not messages.confirm(
                self, _("Replace the saved query “{name}”?").format(name=name),
                _("It will ask what is asked now."), yes=_("Replace"), safe=True):
            return
        queries.save(self._desk, name=name, query=self.asked, then=lambda change: self._saved(change.result))

    def update_saved(self) -> None:
        """Let the query taken up ask what is asked now."""
        found = self.found()
        if found is not None:
            queries.save(self._desk, name=found.name, query=self.asked)

    def move_by(self, by: int) -> None:
        """Move the query taken up among the others."""
        ids = [one.id for one in self.saved]
        if self.current in ids:
            place = ids.index(self.current)
            ids.insert(max(place + by, 0), ids.pop(place))
            queries.reorder(self._desk, query_ids=ids)

    def _saved(self, query_id: int) -> None:
        self.current = query_id
        self._say()

    def _ask(self, title: str, name: str, take: Callable[[str], None]) -> None:
        dialog = NameDialog(title, take, self)
        dialog.field.setText(name)
        dialog.field.selectAll()
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _offer(self, text: str, act: Callable[[], object], enabled: bool = True) -> QAction:
        action = self._menu.addAction(text.replace("&", "&&"))
        assert action is not None
        action.triggered.connect(lambda _checked: act())
        action.setEnabled(enabled)
        return action

    def _say(self) -> None:
        found = self.found()
        if found is None:
            self.say(_("Saved queries"))
        else:
            self.say(_("{name} (changed)").format(name=found.name) if self.changed else found.name)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The Pseudonyms page of the Corpus: what may identify someone, one line an identity, decided and then replaced."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.pseudonyms import keys, words
from app.pseudonyms.applying import Applying
from app.pseudonyms.look_bar import LookBar
from app.pseudonyms.model import IdentitiesModel
from app.pseudonyms.panel import IdentityPanel
from app.pseudonyms.sitting import Sitting
from app.pseudonyms.table import IdentitiesTable
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.lead import lead
from app.widgets.pill import Choice, Pill, PillRow
from app.widgets.words import joined
from coding import memos, order
from coding.changes import Change
from coding.language import _, say
from coding.memos import MemoPlace

if TYPE_CHECKING:
    from coding.pseudonyms.identity import Place


class PseudonymsPage(parts.Panel):
    """Made when its tab is first shown; what is decided stays in the Sitting, which outlives it."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self.sitting = Sitting.of(desk)
        self._titles: dict[int, str] = {}
        self._memos: dict[int, MemoPlace] = {}
        review, read_only = self.sitting.review, desk.read_only
        self.model = IdentitiesModel(review, read_only=read_only, parent=self)
        self.table = IdentitiesTable(review, self.model, read_only=read_only)
        self.panel = IdentityPanel(review, read_only=read_only)
        self.bar = LookBar(self.sitting)
        self.applying = Applying(desk, settings, self.sitting, self)
        self.empty = Empty()
        self.none = Empty()
        self._build(settings)
        self.table.turned.connect(self._show_line)
        self.table.find_asked.connect(self.field.setFocus)
        self.panel.opened.connect(self._open)
        self.panel.parted.connect(self.table.pick)
        self.panel.decide.asked.connect(self.table.do)
        self.panel.decide.menu_asked.connect(self.table.open_menu)
        self.empty.asked.connect(self.sitting.look)
        self.none.asked.connect(self.show_all)
        self.sitting.turned.connect(self._show_state)
        self.model.listed.connect(self._show_state)
        review.changed.connect(lambda _keys: self._count())
        self._read_titles()
        self._show_state()

    # -- building

    def _build(self, settings: Settings) -> None:
        listed = parts.Panel("page")
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters())
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self.none)
        column.addWidget(self._lists, 1)
        self._body = QWidget()
        KeptSplitter("corpus.pseudonyms", settings, (listed, self.panel), usual=(860, 350), main=0, parent=self._body)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.empty)
        self._foot = self._footer()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.bar, self._stack, self.applying.outcome, self._foot):
            whole.addWidget(part, 1 if part is self._stack else 0)
        lead(self, lambda: self.table)

    def _filters(self) -> QWidget:
        self.kind, self.state = Pill(_("Kind: {choice}")), Pill(_("Show: {choice}"))
        self.order = Pill(_("Order: {choice}"))
        kinds = (Choice(label, words.kind(label)) for label in words.KINDS)
        self.kind.offer([Choice(None, _("all kinds")), *kinds], None)
        self.state.offer([
            Choice("all", _("all")), Choice("undecided", _("to decide")), Choice("decided", _("decided")),
            Choice("left", _("likely left in exports"))], "all")
        self.order.offer([
            Choice("places", _("number of places")), Choice("name", _("alphabetical")),
            Choice("first", _("first place"))], "places")
        self.kind.chosen.connect(lambda key: self.model.ask(label=key))
        self.state.chosen.connect(lambda key: self.model.ask(state=key))
        self.order.chosen.connect(lambda key: self.model.ask(order=key))
        self.field = _Find(self.table)
        self.field.textChanged.connect(lambda text: self.model.ask(words=text))
        line = parts.Panel("header")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(PillRow((self.order, self.state, self.kind)), 1)
        add = parts.button(_("Add…"), self.add, name="flat", icon="plus")
        add.setToolTip(_("Words that the search missed: looked for everywhere"))
        row.addWidget(add)
        return line

    def _footer(self) -> QWidget:
        foot = parts.Panel("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(10)
        self.count = parts.label("", "muted")
        row.addWidget(self.count, 1)
        self.done = QProgressBar()
        self.done.setTextVisible(False)
        self.done.setFixedWidth(180)
        self.done.setAccessibleName(_("Decided"))
        row.addWidget(self.done)
        self.apply = parts.button(_("Apply…"), self.applying.ask, name="primary")
        row.addWidget(self.apply)
        return foot

    # -- what the Corpus asks

    def load(self) -> None:
        """Read again what is shown."""
        self._read_titles()

    def follow(self, change: Change) -> None:
        """An interview may be called otherwise, or have come."""
        if change.touches("interview", "memo"):
            self._read_titles()
            self._show_line()

    def settle(self) -> None:
        """Nothing here waits to be recorded."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """The verbs of the Corpus menu that this page does, whichever tab is shown."""
        return {
            "pseudonyms.look": self.sitting.look, "pseudonyms.left": self.show_left, "pseudonyms.add": self.add,
            "pseudonyms.apply": self.applying.ask, "pseudonyms.table": self.applying.open_table,
            "pseudonyms.back": self.applying.go_back,
        }

    def hints(self) -> str:
        """The keys worth knowing."""
        if self._desk.read_only:
            return _("F1 help")
        return _("{accept} as proposed · {keep} keep · ←→ another way · F1 help").format(
            accept=keys.native("accept"), keep=keys.native("keep"))

    def show_left(self) -> None:
        """What would still stand in an export; looked for when it is not known."""
        self._ask_for(state="left")
        if not self.sitting.fresh:
            self.sitting.look()
        self.table.setFocus()

    def show_identity(self, key: str) -> None:
        """Show one identity among those likely left."""
        self.show_left()
        self.table.pick(key)

    def show_all(self) -> None:
        """No filter."""
        self._ask_for(state="all")

    def add(self) -> None:
        """Ask for words that the search missed."""
        self.applying.add(self.field.text(), self._show_added)

    def _show_added(self, key: str) -> None:
        self.show_all()
        self.table.pick(key)
        self.table.setFocus()

    def _ask_for(self, **asked: Any) -> None:
        self.field.clear()
        self.kind.pick(None)
        self.state.pick(asked["state"])

    # -- what is shown

    def _show_state(self) -> None:
        sitting, lines = self.sitting, self.sitting.review.lines
        self._stack.setCurrentWidget(self._body if lines else self.empty)
        self._foot.setVisible(bool(lines))
        if not lines:
            self._say_empty()
        self._lists.setCurrentWidget(self.table if self.model.lines else self.none)
        if not self.model.lines:
            self._say_none()
        self.bar.follow(shown=bool(lines) or sitting.looking)
        self._count()
        self._show_line()

    def _say_empty(self) -> None:
        sitting = self.sitting
        if not self._titles:
            self.empty.say(_("No interview yet"), _(
                "Import transcripts: names, places and dates are looked for in them and in your memos, and replaced "
                "once you decided how."))
        elif sitting.looking:
            self.empty.say(_("Looking for identifiers…"), _(
                "You may go on working elsewhere in the project: what is found will wait for you here."))
        elif sitting.error is not None:
            self.empty.say(_("The search could not be made"), say(sitting.error), _("Look again"))
        elif sitting.found:
            self.empty.say(_("Nothing found that may identify someone"), _(
                "A tool never sees everything: read on, and add here the words that it missed."), _("Look again"))
        else:
            self.empty.say(_("Who could be recognised?"), _(
                "Names, nicknames, places, services, dates, telephones… are looked for in every interview, memo and "
                "title. You then decide, one line at a time, what stands in their place. Nothing changes until you "
                "apply it."), _("Look for identifiers"))

    def _say_none(self) -> None:
        if self.model.filter.state in ("undecided", "left") and not self.model.filter.words:
            self.none.say(_("Nothing is left to decide"), _("Apply what was decided, or look at all of it again."),
                          _("Show all"))
        else:
            self.none.say(_("Nothing answers this filter"), _("Other words, another kind, or all of them."),
                          _("Show all"))

    def _count(self) -> None:
        tally = self.sitting.review.tally()
        self.count.setText(joined(words.undecided(tally.undecided), words.decided(tally.decided),
                                  words.occurrences(tally.places)))
        self.done.setRange(0, max(1, tally.undecided + tally.decided))
        self.done.setValue(tally.decided)
        self.apply.setText(_("Apply {n}…").format(n=tally.decided) if tally.decided else _("Apply…"))
        self.apply.setEnabled(tally.decided > 0 and self.sitting.fresh and not self._desk.read_only)
        self.apply.setToolTip("" if self.sitting.fresh else _("The texts changed: look again first"))

    def _show_line(self) -> None:
        line = self.table.current if self.model.lines else None
        self.panel.show_line(line, self._titles, len(self.table.picked()), self._memos)

    def _read_titles(self) -> None:
        self._titles = {row.id: row.title for row in self._desk.read_now(order.ordered_interviews).rows}
        self._memos = self._desk.read_now(memos.places)

    def _open(self, place: Place) -> None:
        if place.table == "interview":
            within = place.column == "text"
            self._desk.place_asked.emit(place.row_id, place.start if within else 0, place.end if within else 0)
        elif place.table == "memo":
            self._desk.memo_asked.emit(place.row_id)
        elif place.table == "code":
            self._desk.code_asked.emit(place.row_id)


class _Find(QLineEdit):
    """Words to filter by; Enter and ↓ go to the list."""

    def __init__(self, table: IdentitiesTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Filter…"))
        self.setAccessibleName(_("Filter the identities"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(180)
        self._table = table

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._table.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

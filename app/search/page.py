# SPDX-License-Identifier: GPL-3.0-or-later
"""Words anywhere in the transcripts, in their lines; a line opens its place, all or some can be coded at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PyQt6.QtCore import QModelIndex, Qt, QTimer
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app import parts
from app.desk import Desk
from app.search import exports
from app.search.choices import Choices, offered
from app.search.code_bar import CodeBar
from app.search.model import HitsModel
from app.search.table import Concordance
from app.search.tabs import page_tabs
from app.search.turns import Turns
from app.settings import Settings
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.learn_bar import LearnBar
from app.widgets.learning import Learning
from app.workspaces.base import Workspace
from coding import project as projects
from coding.changes import Change
from coding.language import _, ngettext, number
from coding.search import Hit
from coding.searching import find, lines, places
from coding.searching.find import First
from coding.searching.lemma_forms import LemmaForms
from coding.searching.places import Place
from coding.searching.query import Mode, Sought, terms

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAUSE = 120  # ms without typing before the search runs
SLICE = 8  # interviews looked through at a time, once the first lines are shown
AHEAD = 40  # rows read beyond those in sight
LEFT = 18


@dataclass(frozen=True)
class Told:
    """What was found so far: in how many turns and interviews, and whether some are still to be looked through."""

    turns: int = 0
    interviews: int = 0
    counting: bool = False


class SearchPage(Workspace):
    """A line to write in, what narrows it, and the places found."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self.tabs = page_tabs("found")
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Words to look for…"))
        self.line.setAccessibleName(_("Words to look for"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(300)
        self.found = parts.label("", "muted")
        self.choices = Choices()
        self.model = HitsModel(self)
        self.list, self.turns = Concordance(self.model), Turns(self.model)
        self.lemmas = LemmaForms()
        self.learning = Learning(desk, self)
        self.exporter = Exporter(desk, settings, self)
        self.sought = Sought()
        self.code_bar = CodeBar(desk, settings, self, self.chosen, self.words)
        self._told = Told()
        self._order: Sequence[int] | None = None
        self._found, self._seen, self._offers = Latest(desk), Latest(desk), Latest(desk)
        self._fresh = Freshness(self, self._reload)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search)
        self._build()
        self._connect()
        self._show_view()

    def activate(self) -> None:
        self._fresh.catch_up()
        self.line.setFocus()
        self.line.selectAll()

    def settle(self) -> None:
        self.code_bar.recent.keep()

    def hints(self) -> str:
        if self.model.rowCount():
            return _("Enter opens the place · Space tick · F1 help")
        return _("Enter opens the place · ↓ results · F1 help")

    def status_text(self) -> str:
        return self.found.text()

    def export_found(self) -> None:
        """Take out what is found, as a spreadsheet; without anything, look for it first."""
        if self._told.turns:
            self.exporter.run(self._formats()[0])
        else:
            self.line.setFocus()

    def look_for(self, words: str, mode: Mode = "words", voice: str | None = None, within: int | None = None) -> None:
        """Write these words and look for them, said by these voices, in a group or everywhere."""
        self._fresh.catch_up()
        self.choices.pick(mode, voice, within)
        self.line.setText(words)
        self.search()

    def words(self) -> str:
        """What was looked for, as it was written."""
        return self.sought.line.strip()

    def chosen(self) -> list[Place]:
        """The places ticked; all when none is."""
        return self.model.chosen() or list(self.model.found)

    def search(self) -> None:
        """Look for what is written."""
        self._pause.stop()
        line, mode = self.line.text(), self.choices.asked_mode()
        self.memos.setVisible(bool(line.strip()))
        if mode == "lemma" and line.strip() and not self.lemmas.known:
            self._learn()
            return
        either, without = terms(line, mode, self.lemmas.forms if mode == "lemma" else None)
        self.sought = sought = Sought(either, without, line=line, **self.choices.narrowed())
        self.code_bar.hide()
        self._tell("")
        self._found.read(lambda s: find.first(s, sought), self._show)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        view = self._view()
        if event is not None and event.key() == Qt.Key.Key_Down and self.model.rowCount() and not view.hasFocus():
            view.setFocus()
            if not view.currentIndex().isValid():
                view.setCurrentIndex(self.model.index(0, 5 if view is self.list else 0))
            return
        super().keyPressEvent(event)

    # -- what comes back -------------------------------------------------------------------------------------------

    def _show(self, first: First) -> None:
        self._told = Told(first.tally.total, len(first.tally.turns), bool(first.left))
        self._order = None
        self.model.take(first.places, self.choices.by_turn)
        self._show_view()
        self._bar.setVisible(bool(first.tally.total))
        self._read_lines()
        self._say()
        self._go_on(first.left)

    def _go_on(self, left: Sequence[int]) -> None:
        """Look through the interviews that are left, some at a time, so that nothing else has to wait."""
        if not left:
            self._told = Told(self._told.turns, self._told.interviews)
            self._say()
            self._arrange()
            return
        sought, now, then = self.sought, left[:SLICE], left[SLICE:]

        def more(session: Session) -> list[Place]:
            return [place for some in places.walk(session, sought, now) for place in some]

        def take(found: list[Place]) -> None:
            self.model.add(found)
            self._say()
            self._go_on(then)

        self._found.read(more, take)

    def _arrange(self) -> None:
        """Put what was found in the order asked for; that of the corpus needs no reading."""
        order, all_found = self.choices.asked_order(), self.model.found
        self.choices.order.setEnabled(not self.choices.by_turn)
        self._show_view()
        if self._told.counting:
            return  # it will be, once all is found
        if order == "corpus":
            if self._order is not None or self.model.by_turn != self.choices.by_turn:
                self._take_order(None)
            return
        self._found.read(lambda s: lines.ordered(s, all_found, order), self._take_order)

    def _take_order(self, order: Sequence[int] | None) -> None:
        self._order = order
        self.model.arrange(order, self.choices.by_turn)
        self._read_lines()

    def _read_lines(self) -> None:
        """The lines of the rows in sight that are not known yet."""
        first, last = self._view().in_sight()
        missing = self.model.missing(first - AHEAD, last + AHEAD)
        wanted = [self.model.found[at] for at in missing]
        around = 2 * lines.AROUND if self.choices.by_turn else lines.AROUND

        def take(hits: list[Hit]) -> None:
            self.model.give(missing, hits)
            self.list.fit()

        if missing:
            self._seen.read(lambda s: lines.lines(s, wanted, around), take)

    def _say(self) -> None:
        told, count = self._told, len(self.model.found)
        if not self.sought:
            said = ""
        elif not told.turns:
            said = _("nothing found")
        else:
            said = _("{places} in {interviews}").format(
                places=(ngettext("{n} place", "{n} places", count).format(n=number(count)) if not told.counting else
                        ngettext("{n} turn", "{n} turns", told.turns).format(n=number(told.turns))),
                interviews=ngettext("{n} interview", "{n} interviews", told.interviews).format(
                    n=number(told.interviews)))
        self.found.setText(said)
        self.code.setEnabled(bool(told.turns) and not told.counting and not self.desk.read_only)
        self.export.setEnabled(bool(told.turns))
        self.status_changed.emit()

    def _say_ticked(self) -> None:
        count = len(self.model.ticked)
        self.ticked.setText(ngettext("{n} ticked", "{n} ticked", count).format(n=number(count)) if count else "")
        self.code.setText(_("Code what is ticked…") if count else _("Code all…"))
        self.code_bar.reckon()

    # -- gestures --------------------------------------------------------------------------------------------------

    def _learn(self) -> None:
        language = self.desk.read_now(projects.language)
        if language != "fr":
            self._empty.say(_("Lemmas are for French"), _(
                "The project’s language is another one: look for words, the last of which may be unfinished."))
            self._stack.setCurrentWidget(self._empty)
            return
        path = self.desk.store.path
        self.learning.learn(lambda told, stopped: self.lemmas.learn(path, told, stopped), lambda _none: self.search())

    def _learnt(self) -> None:
        """What is shown stays what the pill says: words, when the lemmas were not read to the end."""
        if not self.learning.busy and self.choices.asked_mode() == "lemma" and not self.lemmas.known:
            self.choices.mode.pick("words")

    def _enter(self) -> None:
        if self._pause.isActive() or self.line.text() != self.sought.line:
            self.search()
        elif self.model.rowCount():
            self._open(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        place = self.model.place(index)
        self.desk.place_asked.emit(place.turn.interview_id, place.start, place.end)

    def _sort(self, order: str) -> None:
        self.choices.order.pick(order)

    def _show_view(self) -> None:
        if not self.sought:
            self._empty.say(_("Look for words"), _(
                "Accents and capitals do not matter. Several words: all of them in the same turn; the last one may be "
                "unfinished. “A phrase” in quotation marks; one | the other; -without this one."))
        elif not self._told.turns:
            self._empty.say(_("Nothing found"), _(
                "Try fewer words, or only the beginning of the last one; check who speaks and in which group."))
        self._stack.setCurrentWidget(self._view() if self._told.turns else self._empty)

    def _view(self) -> Concordance | Turns:
        return self.turns if self.choices.by_turn else self.list

    def _reload(self) -> None:
        self._offers.read(offered, self.choices.offer)
        if self.sought:
            self.search()

    def _follow(self, change: Change) -> None:
        self._tell("")  # undo would take back something else now; the act that it tells of is told after this
        if change.touches("turn"):
            self.lemmas = LemmaForms()
        if find.outdated_by(change):
            self._fresh.mark()

    def _formats(self) -> list[Format]:
        return exports.concordance(self.sought, self.choices.asked_order(), self.desk.store.path.stem)

    def _tell(self, said: str) -> None:
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if said:
            self._view().setFocus()  # the bar that had the keys is gone

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        header = parts.Header("")
        for widget in (self.tabs, self.line, self.found):
            header.add_left(widget)
        self.memos = parts.button(_("Look in the memos too"),
                                  lambda: self.desk.memos_sought.emit(self.line.text().strip()),
                                  name="flat", icon="notebook")
        self.memos.hide()
        self.export = export_button(self.exporter, self._formats, self)
        self.code = parts.button(_("Code all…"), self.code_bar.open)
        self.code.setToolTip(_("Give codes to every place found, or to those ticked, in one act"))
        self.ticked, self.said = parts.label("", "muted"), parts.label("", "notice-ok")
        self.said.hide()
        header.add_right(self.memos)
        header.add_right(self.export)
        second = parts.Panel("page")
        row = QHBoxLayout(second)
        row.setContentsMargins(LEFT, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.choices, 1)
        self._bar = QWidget()
        beside = QHBoxLayout(self._bar)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.ticked)
        beside.addWidget(self.code)
        self._bar.hide()
        second.setMinimumHeight(self.code.sizeHint().height() + 16)  # it stands as tall without the button
        row.addWidget(self._bar)
        self._empty = Empty()
        self._stack = QStackedWidget()
        for view in (self.list, self.turns, self._empty):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (header, second, self.code_bar, self.said, LearnBar(self.learning, _("Reading the transcripts"))):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.exporter.outcome)
        self._say()

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.line.returnPressed.connect(self._enter)
        self.learning.turned.connect(self._learnt)
        self.choices.changed.connect(self.search)
        self.choices.arranged.connect(self._arrange)
        for view in (self.list, self.turns):
            view.opened.connect(self._open)
            bar = view.verticalScrollBar()
            if bar is not None:
                bar.valueChanged.connect(lambda _value: self._read_lines())
                bar.rangeChanged.connect(lambda _low, _high: self._read_lines())
        self.list.sorted_by.connect(self._sort)
        self.model.ticked_changed.connect(self._say_ticked)
        self.code_bar.told.connect(self._tell)
        self.desk.changed.connect(self._follow)

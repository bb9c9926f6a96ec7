# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the Corpus that shows the guides: as written, as put, and the themes asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app import messages, parts
from app.acts import guides as acts
from app.desk import Desk
from app.guide.asked_page import AskedPage
from app.guide.doing import Doing
from app.guide.empty import EmptyGuide
from app.guide.guides_list import GuidesList
from app.guide.matrix_read import Found, compared, put_words, read
from app.guide.outline_page import OutlinePage
from app.guide.proposal_page import ProposalPage
from app.settings import Settings
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.lead import lead
from app.widgets.pill import PillRow, TextPill
from app.widgets.told import ToldLine
from coding.changes import Change
from coding.guides import reading
from coding.guides.guides import GuideRow
from coding.guides.match import Match
from coding.language import _, ngettext, number

if TYPE_CHECKING:
    from coding.guides.match import Proposal

TABLES = ("guide", "guide_question", "interview_guide", "question_asked", "theme_asked", "code", "interview", "turn",
          "speaker", "project")
OUTLINE, PUT, THEMES, CHECK = range(4)


class GuidePage(parts.Panel):
    """Made when its tab is first shown. ``follow`` hears of each change, shown or not; ``turned`` says that another
    of its views is shown."""

    turned = pyqtSignal()

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self._desk = desk
        self._guide_id: int | None = None
        self.found: Found
        self._stale = True
        self.told = ToldLine()
        self.doing = Doing(desk, settings, self, self.told.say, self._show_new)
        self.guides = GuidesList(read_only=desk.read_only)
        self.empty = EmptyGuide(read_only=desk.read_only)
        self.outline = OutlinePage(desk)
        self.put, self.themes = AskedPage(desk, "questions"), AskedPage(desk, "themes")
        self.proposal = ProposalPage()
        self.stack = QStackedWidget()
        for page in (self.outline, self.put, self.themes, self.proposal, self.empty):
            self.stack.addWidget(page)
        self.views = QButtonGroup(self)
        self.follow_button = TextPill(accent=True)
        self.follow_button.clicked.connect(self._ask_follow)
        self._pills = PillRow((self.follow_button,))
        self.find_button = parts.button(_("Find the questions…"), self.find_questions, icon="search")
        self.find_button.setToolTip(_("Find in the interviews the turns that put these questions"))
        self.more = self._make_more()
        KeptSplitter("guide", settings, (self.guides, self._make_right()), usual=(210, 1000), main=1, parent=self)
        lead(self, self.stack.currentWidget)
        self._connect()
        self.load()

    def _make_right(self) -> QWidget:
        right = parts.Panel("page")
        head = parts.Panel("header")
        head.setFixedHeight(48)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(0)
        for place, text in enumerate((_("Guide"), _("Put to whom"), _("Themes raised"), "")):
            button = parts.button(text, partial(self.show_view, place), name="segment")
            button.setCheckable(True)
            self.views.addButton(button, place)
            line.addWidget(button)
        line.addSpacing(12)
        line.addWidget(self._pills, 1)
        line.addWidget(self.find_button)
        line.addSpacing(6)
        line.addWidget(self.more)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.told)
        return right

    def _make_more(self) -> QPushButton:
        menu = QMenu(self)
        for text, act in (
            (_("First codebook from the guide…"), self.first_codebook),
            (_("Code the answers to a question…"), self.code_answers),
            (_("Code what a participant says…"), self.doing.code_speaker),
            ("", None),
            (_("Rename the guide…"), self._rename),
            (_("Delete the guide…"), self._remove),
        ):
            if act is None:
                menu.addSeparator()
                continue
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked, act=act: act())
            menu.addAction(action)
        made = parts.button(_("More"), name="flat", menu=menu)
        made.setProperty("opens", "menu")
        made.setEnabled(not self._desk.read_only)
        return made

    def _connect(self) -> None:
        self.guides.picked.connect(self.show_guide)
        self.guides.rename_asked.connect(self._rename)
        self.guides.remove_asked.connect(self._remove)
        for asks in (self.guides, self.empty):
            asks.import_asked.connect(self.doing.import_guide)
            asks.new_asked.connect(self.doing.new_guide)
        self.put.follow_asked.connect(self._ask_follow)
        self.proposal.taken.connect(self._take)
        self.proposal.dropped.connect(self._drop)
        self.proposal.read_asked.connect(self._read_match)

    @property
    def guide(self) -> GuideRow | None:
        """The guide that is shown."""
        return self.found.guide

    def load(self) -> None:
        """Read again what is shown."""
        self._stale = False
        guide_id = self._guide_id
        self.found = self._desk.read_now(lambda session: read(session, guide_id))
        guide = self.guide
        if guide is None or guide.id != guide_id:
            self.proposal.show_matches((), {}, {})
        self._guide_id = guide.id if guide is not None else None
        self.guides.show_guides(self.found.guides, self._guide_id)
        self.guides.setVisible(bool(self.found.guides))
        self.outline.show_guide(guide, put_words(self.found))
        self.put.show_found(self.found)
        self.themes.show_found(self.found)
        followed = len(guide.interviews) if guide is not None else 0
        whole = len(self.found.interviews)
        self.follow_button.say(ngettext(
            "Followed by {n} of {whole} interviews", "Followed by {n} of {whole} interviews", followed).format(
                n=followed, whole=whole), f"{followed}/{whole}")
        self._pills.fit()
        self.show_view(self.views.checkedId())

    def show_guide(self, guide_id: int) -> None:
        """Show a guide."""
        if self.views.checkedId() == CHECK:
            self.show_view(OUTLINE)
        self._guide_id = guide_id
        self.load()

    def _show_new(self, guide_id: int) -> None:
        """One that is new is looked at first."""
        self.show_view(OUTLINE)
        self.show_guide(guide_id)

    def show_view(self, view: int) -> None:
        """Show the guide as written, where it was put, the themes asked, or what is to be checked."""
        found = len(self.proposal.model.matches)
        if view < 0 or (view == CHECK and not found):
            view = OUTLINE
        for place in range(4):
            button = self.views.button(place)
            if button is not None:
                button.setChecked(place == view)
                button.setVisible(place != CHECK or found > 0)
                button.setProperty("last", place == (CHECK if found else THEMES))
                parts.role(button, "segment")  # its look goes by its place
                if place == CHECK:
                    button.setText(_("To check ({n})").format(n=number(found)))
        guide = self.guide
        shown = view == THEMES or guide is not None
        self.stack.setCurrentWidget(self.stack.widget(view) if shown else self.empty)
        writes = guide is not None and not self._desk.read_only
        for widget in (self.follow_button, self.find_button):
            widget.setVisible(guide is not None and view != CHECK)
            widget.setEnabled(writes)
        self.more.setVisible(guide is not None)
        self.turned.emit()

    def follow(self, change: Change) -> None:
        """A change was made somewhere."""
        self.told.hide()  # it spoke of the act before
        if change.touches(*TABLES):
            self._stale = True
            if self.isVisible():
                self.load()  # at once: whoever made the change may go on with what it made

    def showEvent(self, event: object) -> None:
        """Catch up with what changed meanwhile."""
        if self._stale:
            self.load()

    def settle(self) -> None:
        """Another page is about to be shown: record what is still being written."""
        self.outline.view.end_writing()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What this page does for the menus, while it is shown."""
        return {
            "guide.import": self.doing.import_guide, "guide.find": self.find_questions,
            "guide.codebook": self.first_codebook, "guide.answers": self.code_answers,
            "guide.speaker": self.doing.code_speaker,
        }

    def hints(self) -> str:
        """The keys of what is shown."""
        if self._desk.read_only:
            reads = self.views.checkedId() == PUT
            return _("Enter goes to the turns · F1 help") if reads else _("F1 help")
        return {
            PUT: _("Enter goes to the turns · Space ticks one · F1 help"),
            THEMES: _("Space, + and − say what was asked · Del leaves it to the guide · F1 help"),
            CHECK: _("Space ticks · Enter reads the turn · F1 help"),
        }.get(self.views.checkedId(), _("Enter writes · Ins adds · Alt+↑ ↓ moves · F1 help"))

    def find_questions(self) -> None:
        """Look for the questions in the interviews, once it is known which followed the guide."""
        guide = self._asked_guide()
        if guide is None:
            return
        if not guide.interviews:
            self.doing.follow(guide, set(), then=self._find_later)
        else:
            self.doing.find(guide, self._propose)

    def first_codebook(self) -> None:
        """The first codebook of the guide."""
        guide = self._asked_guide()
        if guide is not None:
            self.doing.first_codebook(guide)

    def code_answers(self) -> None:
        """Code the answers to the current question."""
        guide = self._asked_guide()
        if guide is None:
            return
        place = self.put.matrix.current() if self.views.checkedId() == PUT else None
        self.doing.code_answers(guide, place[0] if place is not None else self.outline.current_question())

    def _asked_guide(self) -> GuideRow | None:
        """The guide that is shown; without one, what one brings is shown instead."""
        if self.guide is None:
            self.show_view(OUTLINE)
            messages.tell(self, _("There is no interview guide in this project yet."),
                          _("Import one, or begin an empty one."))
        return self.guide

    def _find_later(self) -> None:
        """The interviews were just chosen: look in them."""
        if self.guide is not None and self.guide.interviews:
            self.doing.find(self.guide, self._propose)

    def _ask_follow(self) -> None:
        if self.guide is not None:
            self.doing.follow(self.guide, compared(self.found.matrix))

    def _propose(self, proposal: Proposal) -> None:
        guide = self.guide
        if guide is not None:
            self.proposal.show_matches(proposal.matches, {row.id: row.text for row in guide.questions},
                                       dict(self.found.interviews))
            self.show_view(CHECK)
            self.proposal.table.setFocus()

    def _take(self, matches: list[Match]) -> None:
        if self._guide_id is not None:
            acts.accept(self._desk, guide_id=self._guide_id, matches=matches, then=self._taken)

    def _taken(self, change: Change) -> None:
        self._show_put()
        n = int(change.result)
        self.told.say(ngettext("{n} question put was taken in. Ctrl+Z takes it back.",
                               "{n} questions put were taken in. Ctrl+Z takes them back.", n).format(n=number(n)))

    def _drop(self) -> None:
        if messages.confirm(self, _("Take none of these matches?"), _("They can be looked for again."),
                            yes=_("Take none")):
            self._show_put()

    def _show_put(self) -> None:
        """Nothing is left to check: what had the keys is gone, and the matrix has them."""
        self.proposal.show_matches((), {}, {})
        self.show_view(PUT)
        self.put.matrix.setFocus()

    def _read_match(self, match: Match) -> None:
        turns = self._desk.read_now(lambda session: reading.asking_turns(session, match.interview_id))
        turn = next((each for each in turns if each.id == match.turn_id), None)
        if turn is not None:
            self._desk.place_asked.emit(match.interview_id, turn.start, turn.end)

    def _rename(self) -> None:
        if self.guide is not None:
            self.doing.rename(self.guide)

    def _remove(self) -> None:
        if self.guide is not None:
            self.doing.remove(self.guide)

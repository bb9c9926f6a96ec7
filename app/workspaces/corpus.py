# SPDX-License-Identifier: GPL-3.0-or-later
"""The Corpus workspace: interviews, participants, groups and their sampling; transcripts come in here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PyQt6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app import messages, parts
from app.acts import interviews as acts
from app.corpus import importing
from app.corpus.empty import EmptyCorpus
from app.corpus.groups_page import GroupsPage
from app.corpus.interviews_page import InterviewsPage
from app.corpus.participants_page import ParticipantsPage
from app.corpus.sheet_keys import TURN
from app.corpus.structures_page import StructuresPage
from app.corpus.withdraw_dialog import WithdrawDialog
from app.desk import Desk
from app.exchange_in import importing as exchange_in
from app.settings import Settings
from app.workspaces.base import Workspace
from coding.changes import Change
from coding.intake.kinds import READERS
from coding.language import _, ngettext
from coding.participants import ParticipantRow

if TYPE_CHECKING:
    from app.guide.page import GuidePage
    from app.pseudonyms.page import PseudonymsPage

SHOWN_HERE = frozenset((
    "interview", "speaker", "turn", "unit", "interview_unit", "participant", "participation", "attribute",
    "attribute_value", "interview_group", "group_member", "sampling_frame", "project",
))
GUIDE = tuple(f"guide.{verb}" for verb in ("import", "find", "codebook", "answers", "speaker"))
PSEUDONYMS = tuple(f"pseudonyms.{verb}" for verb in ("look", "left", "add", "apply", "table", "back"))


class CorpusWorkspace(Workspace):
    """Tabs over one reading of the interviews."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self.setAcceptDrops(not desk.read_only)
        self._stale = False
        self.interviews = InterviewsPage(desk, settings)
        self.participants = ParticipantsPage(desk, settings)
        self.participants.withdrawal_asked.connect(self.withdraw)
        self.groups = GroupsPage(desk, settings)
        self.structures = StructuresPage(desk, settings)
        self.empty = EmptyCorpus(read_only=desk.read_only)
        self.empty.asked.connect(self.import_transcripts)
        self.tabs = QTabBar()
        self.tabs.setObjectName("corpus")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget()
        for title, page in (
            (_("Interviews"), self.interviews), (_("Participants"), self.participants), (_("Groups"), self.groups),
            (_("Structures"), self.structures),
        ):
            self.tabs.addTab(title)
            self.stack.addWidget(page)
        # pages made when their tab is first shown
        self._later: dict[int, Callable[[], GuidePage | PseudonymsPage]] = {}
        self._made: dict[int, GuidePage | PseudonymsPage] = {}
        for title, make in ((_("Guide"), self._make_guide), (_("Pseudonyms"), self._make_pseudonyms)):
            self._later[self.tabs.addTab(title)] = make
            self.stack.addWidget(QWidget())
        self.stack.addWidget(self.empty)
        self.tabs.currentChanged.connect(self._turn)
        for keys, step in zip(TURN, (-1, 1), strict=True):
            turn = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._turn_by, step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self.stack, 1)
        self.interviews.table.opened.connect(lambda key: desk.place_asked.emit(key, 0, 0))
        for sheet in (self.interviews.sheet, self.participants.sheet, self.structures.sheet):
            sheet.model.refused.connect(desk.failed)
        for page in (self.participants, self.structures):
            page.table.opened.connect(partial(self._go_to, page))
        self.interviews.model.summed.connect(self.status_changed)
        self.interviews.selected_changed.connect(self.status_changed)
        self._count()
        desk.changed.connect(self._follow)
        self._show_tab()

    def _make_guide(self) -> GuidePage:
        from app.guide.page import GuidePage

        page = GuidePage(self.desk, self.settings)
        page.turned.connect(self.status_changed)
        return page

    def _make_pseudonyms(self) -> PseudonymsPage:
        from app.pseudonyms.page import PseudonymsPage

        return PseudonymsPage(self.desk, self.settings)

    def _header(self) -> QWidget:
        header = parts.Panel("header")
        header.setFixedHeight(48)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(18)
        row.addWidget(parts.label(_("Corpus"), "title"))
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self._import = parts.button(_("Import transcripts…"), self.import_transcripts, name="primary", icon="import")
        self._import.setEnabled(not self.desk.read_only)
        row.addWidget(self._import)
        return header

    def activate(self) -> None:
        if self._stale:
            self._load()
        self._focus_page()

    def settle(self) -> None:
        self.groups.settle()
        self.participants.settle()
        self.interviews.people.settle()
        for page in self._made.values():
            page.settle()

    def status_text(self) -> str:
        counted = [self.interviews.model.summary()]
        groups = len(self.groups.rows)
        if groups:
            counted.append(ngettext("{n} group", "{n} groups", groups).format(n=groups))
        return " · ".join(counted)

    def hints(self) -> str:
        page = self._made.get(self.tabs.currentIndex())
        if page is not None:
            return page.hints()
        return _("Enter read · F1 help") if self.desk.read_only else _("Enter read · F2 edit · F1 help")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {
            "corpus.import": self.import_transcripts, "project.refi_in": self.import_project,
            "corpus.attribute": self.add_attribute, "corpus.withdraw": self.withdraw}
        if self.interviews.selected is not None and self.stack.currentWidget() is self.interviews:
            found["corpus.delete"] = self.delete_interview
        if self.interviews.model.rows:
            found["corpus.transcripts_out"] = self.send_transcripts
        found |= {key: partial(self._ask_page, _("Guide"), key) for key in GUIDE}
        found |= {key: partial(self._ask_page, _("Pseudonyms"), key) for key in PSEUDONYMS}
        current = self._made.get(self.tabs.currentIndex())
        return found | (current.commands() if current is not None else {})

    def show_tab(self, title: str) -> None:
        """Show the tab of that title, already translated."""
        self.tabs.setCurrentIndex([self.tabs.tabText(n) for n in range(self.tabs.count())].index(title))

    def show_identity(self, key: str) -> None:
        self.show_tab(_("Pseudonyms"))
        cast("PseudonymsPage", self._made[self.tabs.currentIndex()]).show_identity(key)

    def _ask_page(self, title: str, key: str) -> None:
        """Show the page of guides or of pseudonyms and do one of its verbs."""
        self.show_tab(title)
        self._made[self.tabs.currentIndex()].commands()[key]()

    def add_attribute(self) -> None:
        """Ask for an attribute: the participants get its column when they are shown, else the interviews."""
        page = self.stack.currentWidget()
        if page is not self.participants:
            self.tabs.setCurrentIndex(0)
        (self.participants if page is self.participants else self.interviews).sheet.columns.add()

    def import_transcripts(self) -> None:
        """Ask which files, read them, show what was found, take them."""
        self.read_files(messages.ask_files(
            self, self.settings, _("Import transcripts"), _(messages.TRANSCRIPTS).format(
                kinds=" ".join(f"*{suffix}" for suffix in (*READERS, exchange_in.SUFFIX)))))

    def import_project(self) -> None:
        """Ask for a project of another program and show what it holds."""
        path = messages.ask_file(self, self.settings, _("Import a project"), _(messages.REFI))
        if path is not None:
            exchange_in.read(self.desk, [path], self, self._select_first)

    def read_files(self, paths: list[Path]) -> None:
        """Read these transcripts, and these REFI-QDA projects, and show what was found."""
        projects = exchange_in.among(paths)
        transcripts = [path for path in paths if path not in projects]
        if transcripts:
            importing.read(self.desk, self.settings, transcripts, self, self._select_first)
        exchange_in.read(self.desk, projects, self, self._select_first)

    def send_transcripts(self) -> None:
        """Coded interviews to Word: those selected when there are several, else all that are listed."""
        from app.comments.letters import Letters

        rows = self.interviews.model.rows
        chosen = [rows[place].id for place in self.interviews.table.block()[0]]
        Letters(self.desk, self.settings, self).send(chosen if len(chosen) > 1 else [row.id for row in rows])

    def delete_interview(self) -> None:
        """Delete the selected interview, once its owner knows what goes with it."""
        row = self.interviews.selected
        if row is None:
            return
        lost = ngettext("{n} turn", "{n} turns", row.turns).format(n=row.turns)
        coded = ngettext("{n} coded passage", "{n} coded passages", row.passages).format(n=row.passages)
        if messages.confirm(
            self, _("Delete the interview “{title}”?").format(title=row.title),
            _("Its transcript ({turns}), {passages} and its memos go with it. Ctrl+Z brings them back until the "
              "project is closed.").format(turns=lost, passages=coded), yes=_("Delete"),
        ):
            acts.remove(self.desk, interview_id=row.id, title=row.title)

    def withdraw(self) -> None:
        """Show what goes with a participant who withdraws their consent, the one of the current row at first."""
        self.settle()
        chosen = self.participants.selected
        WithdrawDialog(self.desk, self.settings, chosen.id if chosen is not None else None, self).open()

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        if event is not None and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent | None) -> None:
        if event is not None:
            self.read_files(_dropped(event))

    def _select_first(self, ids: list[int]) -> None:
        if ids:
            self.tabs.setCurrentIndex(0)
            self.interviews.pick(ids[0])
            self._focus_page()  # what had the keys may be gone with the empty page

    def _follow(self, change: Change) -> None:
        for page in self._made.values():
            page.follow(change)
        self.interviews.model.follow(change)
        if not change.touches("passage", "coding", *SHOWN_HERE):
            return
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    def _load(self) -> None:
        self._stale = False
        self.interviews.model.load()
        self.participants.model.load()
        self._count()
        self._show_tab()

    def _count(self) -> None:
        """Show what is counted of the interviews, by group and by structure."""
        self.groups.load(self.interviews.model.every)
        self.structures.count(self.interviews.model.every)

    def _go_to(self, page: ParticipantsPage | StructuresPage, row_id: int) -> None:
        """Show in the table of interviews the first one of a participant or a structure."""
        row = page.model.rows[page.model.row_of(row_id)]
        ids = [part.interview_id for part in row.parts] if isinstance(row, ParticipantRow) else [
            key for key, _title in row.interviews]
        self._select_first(ids)

    def _focus_page(self) -> None:
        current = self.stack.currentWidget()
        (self.interviews.table if current is self.interviews else current or self).setFocus()

    def _turn_by(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _turn(self, tab: int) -> None:
        if tab in self._later:
            page = self._made[tab] = self._later.pop(tab)()
            blank = self.stack.widget(tab)
            self.stack.insertWidget(tab, page)
            if blank is not None:
                self.stack.removeWidget(blank)
                blank.deleteLater()
        self._show_tab()
        if not self.tabs.hasFocus():
            self._focus_page()

    def _show_tab(self) -> None:
        empty = not self.interviews.model.every and self.tabs.currentIndex() < 2
        self.stack.setCurrentWidget(self.empty if empty else self.stack.widget(self.tabs.currentIndex()))
        self._import.setVisible(not empty)
        self.status_changed.emit()


def _dropped(event: QDropEvent) -> list[Path]:
    """The transcripts among what is being dropped."""
    data = event.mimeData()
    paths = [Path(url.toLocalFile()) for url in data.urls()] if data is not None else []
    return [*importing.transcripts_among(paths), *exchange_in.among(paths)]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles: each interview on one page (*fiche d'entretien*), to be read one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtGui import QKeySequence, QShortcut
from PyQt6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app import icons, parts
from app.desk import Desk
from app.profiles import exports, keys
from app.profiles.interviews import InterviewList
from app.profiles.sheet import Sheet
from app.settings import Settings
from app.transversal.page import TransversalPage
from app.transversal.tabs import page_tabs
from app.widgets.empty import Empty
from app.widgets.exporting import Exporter, Format, export_button
from app.widgets.freshness import Freshness, Latest
from app.widgets.groups import BEGINNING, ChosenGroup, group_choices, group_read
from app.widgets.kept_splitter import KeptSplitter
from app.widgets.pill import Pill
from app.widgets.words import joined
from coding import groups
from coding import project as projects
from coding.changes import Change
from coding.groups import GroupRow
from coding.language import _
from coding.profiles import reading, words
from coding.profiles.profile import Profile
from coding.profiles.reading import Entry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class _Read:
    """What one reading brought."""

    groups: list[GroupRow]
    interviews: int
    group_id: int | None
    entries: list[Entry]
    profile: Profile | None


class ProfilesPage(TransversalPage):
    """The interviews of a group at the left, the profile of one at the right."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._latest = Latest(desk)
        self._fresh = Freshness(self, self.reload)
        self._group: ChosenGroup = BEGINNING
        self._interview: int | None = desk.interview_id
        self._found: _Read | None = None
        self.list = InterviewList()
        self.sheet = Sheet(desk)
        self.empty = Empty()
        self.group_pill = Pill(_("Group: {choice}"), accent=True)
        self.tabs = page_tabs("profiles")
        self._exporter = Exporter(desk, settings, self)
        self._place = parts.label("", "muted")
        self._build()
        self.group_pill.chosen.connect(self._choose_group)
        self.list.chosen.connect(self.show_interview)
        self.list.field.textChanged.connect(self._tell_place)
        self.sheet.place_asked.connect(desk.place_asked)
        desk.changed.connect(self._follow)

    def _build(self) -> None:
        head = parts.Header("")
        head.add_left(self.tabs)
        head.add_left(self.group_pill)
        self.back = self._arrow("chevron-up", _("Previous interview"), keys.PREVIOUS, -1)
        self.on = self._arrow("chevron-down", _("Next interview"), keys.NEXT, 1)
        for tool in (self.back, self._place, self.on, export_button(self._exporter, self._formats, self)):
            head.add_right(tool)
        self._pages = QStackedWidget()
        body = QWidget()
        KeptSplitter("profiles", self.settings, (self.list, self.sheet), usual=(270, 1000), main=1, parent=body)
        self._pages.addWidget(body)
        self._pages.addWidget(self.empty)
        self._pages.setCurrentWidget(self.empty)  # nothing half drawn before the first reading
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self._exporter.outcome)

    def _arrow(self, icon: str, title: str, pressed: str, by: int) -> QToolButton:
        made = QToolButton()
        made.setIcon(icons.icon(icon))
        made.setIconSize(QSize(16, 16))
        native = QKeySequence(pressed).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{title} ({native})")
        made.setAccessibleName(title)
        made.clicked.connect(partial(self._step, by))
        shortcut = QShortcut(QKeySequence(pressed), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self._step, by))
        return made

    def activate(self) -> None:
        """Read what changed meanwhile."""
        self._fresh.catch_up()
        self.list.view.setFocus()

    def settle(self) -> None:
        """Keep what is being written."""
        self.sheet.keep()

    def status_text(self) -> str:
        """The size of the interview."""
        profile = self._found.profile if self._found is not None else None
        return joined(profile.title, words.length(profile)) if profile is not None else ""

    def hints(self) -> str:
        """The keys of the page."""
        return _("Alt+↑ ↓ another interview · Enter opens a theme, then a quote · F1 help")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """To Word: the one shown, or all of them when none is."""
        return {"profiles.export": lambda: self._exporter.run(self._formats()[0])}

    def reload(self, *, sought: bool = False) -> None:
        """Read the list and the profile again; a profile that is ``sought`` is found in whatever group."""
        group, interview = self._group, self._interview
        self._latest.read(lambda session: _read(session, group, interview, sought), self._show)

    def show_interview(self, interview_id: int) -> None:
        """Show the profile of another interview."""
        self.sheet.keep()
        self._interview = interview_id
        self.reload(sought=True)

    def _show(self, found: _Read) -> None:
        self._found, self._group = found, found.group_id
        self._interview = found.profile.interview_id if found.profile is not None else None
        self.group_pill.offer(group_choices(found.groups, found.interviews), found.group_id)
        self.list.show_entries(found.entries, self._interview)
        if found.profile is not None:
            self.sheet.show_profile(found.profile)
        elif found.interviews:
            self.empty.say(_("No interview in this group"), _("Choose another group, or put interviews in this one "
                                                              "in Corpus."))
        else:
            self.empty.say(_("No interview yet"), _("Import transcripts in Corpus: each interview will have its page "
                                                    "here."))
        waited = self._pages.currentWidget() is self.empty
        self._pages.setCurrentIndex(0 if found.profile is not None else 1)
        if waited and self.isVisible():
            self.list.view.setFocus()
        self._tell_place()
        self.status_changed.emit()

    def _tell_place(self) -> None:
        place, count = self.list.place()
        self._place.setText(_("{n} of {count}").format(n=place, count=count) if place else "")
        self.back.setEnabled(place > 1)
        self.on.setEnabled(place < count)

    def _step(self, by: int) -> None:
        self.list.step(by)

    def _choose_group(self, key: int | None) -> None:
        self.sheet.keep()
        self._group = key
        self.reload()

    def _follow(self, _change: Change) -> None:
        self._fresh.mark()

    def _formats(self) -> list[Format]:
        found = self._found
        group = next((row.name for row in found.groups if row.id == found.group_id), "") if found is not None else ""
        return exports.formats(self.desk.store.path.stem, group, found.group_id if found is not None else None,
                               found.profile if found is not None else None)


def _read(session: Session, group: ChosenGroup, interview: int | None, sought: bool) -> _Read:
    rows = groups.listed(session)
    key = group_read(rows, group)
    entries = reading.listed(session, key)
    if sought and all(entry.interview_id != interview for entry in entries):
        key, entries = None, reading.listed(session, None)
    ids = [entry.interview_id for entry in entries]
    chosen = interview if interview in ids else ids[0] if ids else None
    profile = reading.profile(session, chosen, key) if chosen is not None else None
    return _Read(rows, projects.overview(session).interviews, key, entries, profile)

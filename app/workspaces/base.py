# SPDX-License-Identifier: GPL-3.0-or-later
"""What every workspace is, and the table of those there are."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QWidget

from app.desk import Desk
from app.settings import Settings
from coding.language import N_, _


class Workspace(QWidget):
    """One of the rail's pages, made the first time it is shown and kept until the project closes.

    It listens to ``desk.changed`` by itself. ``status_changed`` asks the shell to read ``status_text`` again and
    to ask again which ``commands`` there are; ``alone_asked`` asks it to leave this page alone on the window, or to
    come back. ``place`` is where ``desk.place_asked`` leads: only the Coder's.
    """

    status_changed = pyqtSignal()
    alone_asked = pyqtSignal(bool)

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")

    def activate(self) -> None:
        """The workspace has just been shown: take the focus, bring up to date what was left to wait."""

    def settle(self) -> None:
        """Another page is about to be shown, or the project to close: record what is still being typed."""

    def status_text(self) -> str:
        """What the status bar says, such as «148 turns · 63 coded passages»."""
        return ""

    def hints(self) -> str:
        """Two or three keys worth knowing here, at the right of the status bar."""
        return _("F1 help") if self.desk.read_only else _("Ctrl+Z undo · F1 help")

    def commands(self) -> Mapping[str, Callable[[], None]]:
        """What this page does for the menus, by key of app.menus.VERBS. Shortcuts live in that table alone: a
        QShortcut of the same keys would make both mute. A verb that no page offers now is greyed."""
        return {}

    def show_place(self, interview_id: int, start: int, end: int) -> None:
        """Show these words of a transcript, or, when the span is empty, the transcript where it was left. The Coder
        alone is asked to: other pages have no transcript to show."""

    def show_code(self, code_id: int) -> None:
        """Make a code the current one: the Coder's codebook, or the search for close passages, is asked to."""

    def show_memo(self, memo_id: int) -> None:
        """Show a memo: only the Memos page is asked to."""

    def show_identity(self, key: str) -> None:
        """Show what may identify someone: only the Corpus is asked to."""

    def seek(self, words: str) -> None:
        """List what holds these words: only the Memos page is asked to."""


@dataclass(frozen=True)
class Entry:
    """One place of the rail. ``factory`` is «module:class», imported when it is first shown."""

    key: str
    title: str
    icon: str
    factory: str

    def build(self, desk: Desk, settings: Settings, parent: QWidget) -> Workspace:
        """Make the page."""
        module, name = self.factory.split(":")
        page: Workspace = getattr(importlib.import_module(module), name)(desk, settings, parent)
        return page


WORKSPACES = (
    Entry("corpus", N_("Corpus"), "book", "app.workspaces.corpus:CorpusWorkspace"),
    Entry("coder", N_("Coding"), "pencil", "app.coder.workspace:CoderWorkspace"),
    Entry("quotes", N_("Quotes"), "quotes", "app.workspaces.quotes:QuotesWorkspace"),
    Entry("transversal", N_("Transversal"), "grid", "app.workspaces.transversal:TransversalWorkspace"),
    Entry("saturation", N_("Saturation"), "curve", "app.workspaces.saturation:SaturationWorkspace"),
    Entry("memos", N_("Memos"), "notebook", "app.workspaces.memos:MemosWorkspace"),
    Entry("search", N_("Search"), "search", "app.workspaces.search:SearchWorkspace"),
)
BY_KEY = {entry.key: entry for entry in WORKSPACES}

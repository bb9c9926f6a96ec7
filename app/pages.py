# SPDX-License-Identifier: GPL-3.0-or-later
"""The workspaces of one open project, each made the first time it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt6.QtCore import pyqtSignal
from PyQt6.QtWidgets import QStackedWidget, QWidget

from app.desk import Desk
from app.settings import Settings
from app.workspaces.base import BY_KEY, Workspace

if TYPE_CHECKING:
    from app.memos.journal_dialog import JournalDialog


class Pages(QStackedWidget):
    """``turned`` carries the key of the page now shown; ``page_changed`` says that its state or verbs did;
    ``alone_asked``, that everything around it should go, or come back."""

    turned = pyqtSignal(str)
    page_changed = pyqtSignal()
    alone_asked = pyqtSignal(bool)

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._made: dict[str, Workspace] = {}
        self.key = ""
        desk.place_asked.connect(self._show_place)
        desk.code_asked.connect(lambda code_id: self.show_page("coder").show_code(code_id))
        desk.memo_asked.connect(lambda memo_id: self.show_page("memos").show_memo(memo_id))
        desk.identity_asked.connect(lambda key: self.show_page("corpus").show_identity(key))
        desk.memos_sought.connect(lambda words: self.show_page("memos").seek(words))
        desk.close_asked.connect(lambda code_id: self.show_page("search").show_code(code_id))
        self._journal: JournalDialog | None = None

    @property
    def page(self) -> Workspace | None:
        """The page being shown."""
        return self._made.get(self.key)

    def show_page(self, key: str) -> Workspace:
        """Show a workspace."""
        page = self._made.get(key)
        if self.page is not None and self.page is not page:
            self.page.settle()
        if page is None:
            page = BY_KEY[key].build(self._desk, self._settings, self)
            page.status_changed.connect(self.page_changed)
            page.alone_asked.connect(self.alone_asked)
            self._made[key] = page
            self.addWidget(page)
        self.key = key
        self.setCurrentWidget(page)
        page.activate()
        self._settings.remember_place(self._desk.store.path, workspace=key)
        self.turned.emit(key)
        return page

    def settle(self) -> None:
        """Have every page record what is still being typed in it."""
        if self._journal is not None:
            self._journal.close()
        for page in self._made.values():
            page.settle()

    def turn_journal(self) -> None:
        """Open the field journal on today's page, beside what is being read; close it when it is open."""
        if self._journal is None:
            from app.memos.journal_dialog import JournalDialog

            self._journal = JournalDialog(self._desk, self)
        self._journal.turn()

    def _show_place(self, interview_id: int, start: int, end: int) -> None:
        self.show_page("coder").show_place(interview_id, start, end)

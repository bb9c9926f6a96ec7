# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window: menus, rail, pages and status bar around one open project, or the welcome page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from pathlib import Path

from PyQt6.QtCore import QByteArray, QSize, Qt, QTimer
from PyQt6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QScreen
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from app import crash, icons, menus, messages, submenus, theme
from app.banner import Banner
from app.collector import Collector
from app.desk import Desk
from app.help import About, KeyboardHelp
from app.menus import Verb
from app.opening import Opening
from app.pages import Pages
from app.rail import Rail
from app.settings import Settings
from app.statusbar import StatusBar
from app.translator import Translator
from app.welcome import Welcome
from app.workspaces.base import BY_KEY
from coding import project as projects
from coding.changes import Change
from coding.language import _, say

SMALLEST, USUAL, LARGEST = 12, 17, 30  # reading sizes, pixels
DRAWN, FRAME = QSize(1440, 900), QSize(8, 40)  # the window as drawn; what its frame takes of the screen


class MainWindow(QMainWindow):
    """One window, one project at a time. ``inline`` does all work on the caller's thread, for tests."""

    def __init__(self, settings: Settings, translator: Translator, *, inline: bool = False) -> None:
        super().__init__()
        self.settings = settings
        self.desk: Desk | None = None
        self.pages: Pages | None = None
        self._translator = translator
        self._inline = inline
        self._actions: dict[str, QAction] = {}
        self._brand = QLabel()  # one for good: Qt moves it from a menu bar to the next
        self._brand.setObjectName("brand")
        self._opening = Opening(self, settings, self._path, self._may_leave, inline=inline)
        self._opening.opened.connect(self._take)
        self.setWindowIcon(icons.application_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 480)  # a screen of 1920 by 1080 at 200 %
        self.resize(first_size(self.screen()))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self._build()

    # -- building

    def _build(self) -> None:
        """Make everything that bears words; called again when the language turns."""
        self._bar = QMenuBar(self)
        self.setMenuBar(self._bar)
        for action in self._actions.values():
            self.removeAction(action)
            action.setParent(None)
            action.deleteLater()
        self._actions = menus.build(self._bar, self, self._ask, {
            "project.recent": submenus.recent(self.settings, self._opening.open, self),
            "view.theme": submenus.appearance(self.settings, self._use_theme, self),
            "view.language": submenus.language(self.settings, self._use_language, self),
        })
        self._status = StatusBar(self)
        self.setStatusBar(self._status)
        self._rail = Rail()
        self._rail.asked.connect(self.show_page)
        self._locked = Banner("warn", "lock", closable=False)
        self.notice = Banner("bad", "warning", closable=True)
        self._welcome = Welcome(self.settings)
        self._welcome.asked.connect(lambda key: self._actions[key].trigger())
        self._welcome.chosen.connect(self._opening.open)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._body.setContentsMargins(0, 0, 0, 0)
        for part in (self._locked, self.notice, self._welcome):
            self._body.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(self._body, 1)
        whole = QWidget()
        whole.setLayout(row)
        self.setCentralWidget(whole)
        self._show_project_name()

    def _show_project_name(self) -> None:
        """A project was opened or closed: bring everything around the page in step."""
        desk = self.desk
        self._rail.setVisible(desk is not None)
        self._welcome.setVisible(desk is None)
        name = desk.store.path.name if desk is not None else ""
        self.setWindowTitle(f"Fil rouge — {name}" if name else "Fil rouge")
        self._brand.setText(f"<b>Fil rouge</b>&nbsp; — {escape(name)}" if name else "<b>Fil rouge</b>")
        self._bar.setCornerWidget(self._brand, Qt.Corner.TopLeftCorner)  # the menus make room for the new width
        if desk is None:
            self._status.clear_all()
        self._refresh()

    def _refresh(self) -> None:
        """The page, or what it holds, changed; called after each act, so it must stay quick."""
        page = self.pages.page if self.pages is not None else None
        if page is not None:
            self._status.show_text(page.status_text(), page.hints())
        here = page.commands() if page is not None else {}
        for verb in menus.VERBS:
            if verb.key in self._actions:
                self._actions[verb.key].setEnabled(self._offered(verb, here))
        self._name_undo()

    def _offered(self, verb: Verb, here: Mapping[str, object]) -> bool:
        """Whether a verb can be asked for; ``here`` are those of the page that is shown."""
        if verb.needs == "nothing":
            return True
        if self.desk is None or self.pages is None or (verb.needs == "writing" and self.desk.read_only):
            return False
        return not verb.here or (self.pages.key == verb.workspace and verb.key in here)

    def _name_undo(self) -> None:
        writer = self.desk.writer if self.desk is not None else None
        undone = writer.undo_label if writer is not None else None
        redone = writer.redo_label if writer is not None else None
        for key, label, named, bare in (
            ("edit.undo", undone, _("&Undo: {act}"), _("&Undo")),
            ("edit.redo", redone, _("&Redo: {act}"), _("&Redo")),
        ):
            self._actions[key].setEnabled(label is not None)
            self._actions[key].setText(named.format(act=label.say().replace("&", "&&")) if label else bare)

    # -- the project

    def _path(self) -> Path | None:
        return self.desk.store.path if self.desk is not None else None

    def open(self, path: Path) -> None:
        """Open a project in place of the one that is open."""
        self._opening.open(path)

    def _take(self, desk: Desk) -> None:
        self.close_project()
        self.desk = desk
        path = desk.store.path
        self.settings.remember_project(path)
        desk.failed.connect(lambda error: self.notice.say(say(error)))
        desk.changed.connect(self._follow)
        desk.tasks.busy.connect(self._show_busy)
        self._show_project(str(self.settings.place(path).get("workspace", "corpus")))
        self._opening.check_later(desk)

    def _follow(self, _change: Change) -> None:
        self.notice.hide()  # what failed was tried again, or left
        self._refresh()

    def _show_busy(self, busy: bool) -> None:
        self._status.show_busy(busy)

    def _show_project(self, key: str) -> None:
        if self.desk is None:
            return
        self.pages = Pages(self.desk, self.settings)
        self.pages.turned.connect(self._rail.show_current)
        self.pages.turned.connect(lambda _key: self._refresh())
        self.pages.page_changed.connect(self._refresh)
        self.pages.alone_asked.connect(self._step_back)
        self._body.addWidget(self.pages, 1)
        self.pages.show()  # the layout would only do so later, and its page could not take the focus now
        self._status.show_project(read_only=self.desk.read_only)
        if self.desk.read_only:
            self._locked.say(_("Open read-only: another window of Fil rouge holds this project, or its file cannot be "
                               "written. You may read and export; close the other window to change it."))
        self._show_project_name()
        self.show_page(key if key in BY_KEY else "corpus")

    def show_page(self, key: str) -> None:
        """Show a workspace."""
        if self.pages is not None:
            self.pages.show_page(key)

    def _may_leave(self) -> bool:
        """Whether nothing would be lost by closing the project, or its author does not mind."""
        lost = self.desk.pending() if self.desk is not None else ""
        return not lost or messages.confirm(self, lost, _(
            "They are kept in memory only, so that no name is written to the disk. Apply them first, or decide "
            "again another time."), yes=_("Close all the same"), safe=True)

    def _ask_close(self) -> None:
        if self._may_leave():
            self.close_project()

    def close_project(self) -> None:
        """Finish what is under way, close the project, go back to the welcome page."""
        if self.desk is None:
            return
        desk, pages = self.desk, self.pages
        if pages is not None:
            pages.settle()
        self.desk, self.pages = None, None
        if pages is not None:
            pages.setParent(None)
            pages.deleteLater()
        desk.close()
        desk.deleteLater()
        self.notice.hide()
        self._locked.hide()
        self._welcome.refresh()
        self._show_project_name()

    # -- verbs

    def _ask(self, verb: Verb) -> None:
        if verb.workspace and self.pages is not None:
            page = self.pages.page if self.pages.key == verb.workspace else self.pages.show_page(verb.workspace)
            if page is not None and verb.key in (offered := page.commands()):
                offered[verb.key]()
        else:
            self._commands()[verb.key]()

    def _commands(self) -> dict[str, Callable[[], None]]:
        """What the window itself does."""
        found: dict[str, Callable[[], None]] = {
            "project.new": self._opening.ask_new, "project.open": self._opening.ask_open,
            "project.sample": self._opening.try_sample, "project.close": self._ask_close,
            "project.quit": self._quit,
            "edit.search": lambda: self.show_page("search"),
            "view.larger": lambda: self._resize_text(1), "view.smaller": lambda: self._resize_text(-1),
            "view.usual": lambda: self._resize_text(0), "view.full_screen": self._full_screen,
            "help.keyboard": lambda: KeyboardHelp(self).open(), "help.about": lambda: About(self).open(),
            "help.log": crash.show_log,
        }
        if self.pages is not None:
            found["coding.journal"] = self.pages.turn_journal
        found |= {f"view.{key}": partial(self.show_page, key) for key in BY_KEY}
        if self.desk is not None:
            desk = self.desk
            found |= {"edit.undo": desk.undo, "edit.redo": desk.redo}
            from app.exchange import Exchange  # with it come the readers of every table: not before they are asked

            found |= Exchange(desk, self.settings, self).commands()
            from app.comments.letters import Letters

            found["coding.comments_in"] = Letters(desk, self.settings, self).ask
        return found

    def _quit(self) -> None:
        self.close()

    def _resize_text(self, step: int) -> None:
        size = self.settings.reading_size + step if step else USUAL
        self.settings.reading_size = min(LARGEST, max(SMALLEST, size))

    def _step_back(self, alone: bool) -> None:
        """Leave the page alone on the window, or come back around it; menu keys work meanwhile."""
        self._bar.setVisible(not alone)
        self._status.setVisible(not alone)
        self._rail.setVisible(self.desk is not None and not alone)

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _use_theme(self, choice: str) -> None:
        self.settings.theme = choice
        theme.use(theme.as_choice(choice))

    def _use_language(self, choice: str) -> None:
        self.settings.language = choice
        self._translator.use(choice)
        key = self.pages.key if self.pages is not None else ""
        if self.pages is not None:
            self.pages.settle()
            self.pages = None
        self._build()
        if key:
            self._show_project(key)

    # -- Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        if event is not None and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent | None) -> None:
        path = _dropped(event) if event is not None else None
        if path is not None:
            QTimer.singleShot(0, lambda: self.open(path))  # the file manager waits until the drop returns

    def closeEvent(self, event: QCloseEvent | None) -> None:
        if event is not None and not self._may_leave():
            event.ignore()
            return
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.close_project()
        super().closeEvent(event)


def first_size(screen: QScreen | None) -> QSize:
    """How large the window first shows: as drawn, or as much of it as the screen has room for."""
    room = screen.availableSize() - FRAME if screen is not None else DRAWN
    return DRAWN.boundedTo(room)


def _dropped(event: QDropEvent) -> Path | None:
    """The project file that is being dropped."""
    data = event.mimeData()
    paths = [Path(url.toLocalFile()) for url in data.urls()] if data is not None else []
    return next((path for path in paths if path.suffix == projects.SUFFIX), None)


def run(path: Path | None) -> int:
    """Open the window, on a project when one is given, and stay until it is closed."""
    QGuiApplication.setDesktopFileName("filrouge")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Fil rouge")
    crash.start_log(crash.log_file())
    crash_desk = crash.CrashDesk(application)
    crash_desk.install()
    settings = Settings()
    translator = Translator()
    translator.use(settings.language)
    theme.install(application, theme.as_choice(settings.theme))
    Collector(application)
    window = MainWindow(settings, translator)
    window.show()
    if path is not None:
        QTimer.singleShot(0, lambda: window.open(path))
    return application.exec()

# SPDX-License-Identifier: GPL-3.0-or-later
"""From a file to an open desk: new, open, sample; then, once the window shows, the check and the backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import QObject, QStandardPaths, Qt, pyqtSignal
from PyQt6.QtWidgets import QApplication, QWidget

from app import messages
from app.desk import Desk
from app.progress import Progress
from app.settings import Settings
from app.tasks import Tasks
from coding import exports_log
from coding import project as projects
from coding.language import _, current_language
from models.errors import KnownError

SAMPLE_NAME = {"fr": "Exemple – pair aidance", "en": "Sample – peer support"}


class Opening(QObject):
    """``opened`` carries the Desk of a project just opened."""

    opened = pyqtSignal(object)

    def __init__(self, window: QWidget, settings: Settings, current: Callable[[], Path | None],
                 may_leave: Callable[[], bool], *, inline: bool) -> None:
        """``current`` gives the project the window is on, which may be closed for another if ``may_leave``."""
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._current = current
        self._may_leave = may_leave
        self._inline = inline

    def open(self, path: Path) -> None:
        """Open a project, read-only when another window holds it; nothing when it is the one already open."""
        if self._current() == path or not self._may_leave():
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            store = projects.open_store(path)
            try:
                desk = Desk(store, Tasks(inline=self._inline))
            except BaseException:
                store.close()
                raise
        except KnownError as error:
            QApplication.restoreOverrideCursor()
            messages.show_error(self._window, error)
            return
        QApplication.restoreOverrideCursor()
        desk.tasks.setParent(desk)
        self.opened.emit(desk)

    def ask_open(self) -> None:
        """Ask which project, and open it."""
        path = messages.ask_file(self._window, self._settings, _("Open a project"), _(messages.PROJECTS))
        if path is not None:
            self.open(path)

    def ask_new(self) -> None:
        """Ask where, make an empty project there, and open it."""
        path = messages.ask_new_file(self._window, self._settings, _("New project"), _(messages.PROJECTS),
                                     name=_("My research") + projects.SUFFIX, confirm_overwrite=False)
        if path is None:
            return
        try:
            projects.create(path, language=current_language()).store.close()
        except KnownError as error:
            messages.show_error(self._window, error)
            return
        self.open(path)

    def try_sample(self) -> None:
        """Open the sample project of the Documents folder, built first when it is not there yet."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = folder if folder.is_dir() else Path.home()
        path = folder / f"{SAMPLE_NAME[current_language()]}{projects.SUFFIX}"
        if path.exists():
            self.open(path)
            return
        from coding import sample

        progress = Progress(_("Building the sample project…"), self._window, inline=self._inline)
        progress.run(lambda told, _cancelled: sample.build(path, told), lambda _done: self.open(path))

    def check_later(self, desk: Desk) -> None:
        """Look the file over and copy it, on the reading thread; first finish what a sitting cut short was erasing."""
        if desk.store.unscrubbed and not desk.read_only:
            desk.tasks.write(desk.writer.finish_erasing, lambda _none: self.check_later(desk))
            return
        desk.tasks.write(lambda: exports_log.take_in(desk.writer))

        def look() -> list[str]:
            damage = desk.store.damage()
            if not damage and not desk.read_only:
                desk.store.backup()
            return damage

        desk.tasks.read(look, lambda damage: self._say_damage(desk, damage))

    def _say_damage(self, desk: Desk, damage: list[str]) -> None:
        if damage:
            messages.tell(
                self._window, _("“{name}” is damaged.").format(name=desk.store.path.name),
                _("Close it, and go on from the latest of its backups: menu Project, Show the backups. Keep the "
                  "damaged file: part of it may still be read."), detail="\n".join(damage),
            )

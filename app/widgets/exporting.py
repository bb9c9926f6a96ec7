# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of a page: the button and its formats, where to write, the work in the background, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu, QPushButton, QWidget

from app import messages, parts
from app.desk import Desk
from app.settings import Settings
from app.widgets.outcome import Outcome
from coding import elsewhere
from coding.language import _, ngettext, quoted_list
from models.errors import KnownError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Format:
    """One way out. ``files`` is the filter of the file dialog («Word documents (*.docx)»), ``name`` what is
    proposed. Either ``work(project, path, *arguments)`` in another process, one of coding.exports_elsewhere, which may
    return other files that it wrote beside that one; ``long`` work tells how far it has come (by its ``told=``) and can
    be stopped. Or ``write``, at once on this thread (a picture), or on the reading thread where it fills a ``folder``
    of that name. ``what`` is a kind of ``coding.exports_log``, under which the files are logged, ``whose`` the
    interviews whose words they may hold; without a kind they hold nobody's. ``beside`` says which other files ``work``
    will write beside the one asked for: none is replaced unasked."""

    title: str
    files: str
    name: str
    work: Callable[..., Sequence[Path] | None] | None = None
    arguments: tuple[Any, ...] = ()
    long: bool = False
    write: Callable[[Path], None] | None = None
    folder: bool = False
    what: str = ""
    whose: Callable[[Session], Iterable[int]] = lambda _session: ()
    beside: Callable[[Path], Sequence[Path]] = lambda _path: ()


class Exporter:
    """Runs the exports of one page, one at a time as far as the user can see."""

    def __init__(self, desk: Desk, settings: Settings, page: QWidget) -> None:
        self._desk = desk
        self._settings = settings
        self._page = page
        self.outcome = Outcome()

    def run(self, chosen: Format) -> None:
        """Ask where, look for what could identify someone, then write."""
        path = self._where(chosen)
        if path is None or not self._may_replace(path, chosen.beside(path)):
            return
        if not chosen.what:
            self._write(chosen, path)
            return
        from app.pseudonyms.before_export import look_first  # not before it is needed: pages open faster
        from coding.pseudonyms.held import held_by, quoted

        whose, spans = self._desk.read_now(lambda session: (chosen.whose(session), quoted(session, chosen.what)))
        look_first(self._desk, self._page, path.name, lambda: self._write(chosen, path),
                   held_by(chosen.what, whose, spans))

    def _where(self, chosen: Format) -> Path | None:
        title = chosen.title.rstrip("…")
        if not chosen.folder:
            return messages.ask_new_file(self._page, self._settings, title, chosen.files, name=chosen.name)
        inside = messages.ask_folder(self._page, self._settings, title)
        return None if inside is None else inside / chosen.name

    def _may_replace(self, path: Path, beside: Sequence[Path]) -> bool:
        """Whether the files beside the one asked for may be replaced: they go with it when it is replaced itself,
        which the file dialog asked about."""
        there = [] if path.exists() else [file for file in beside if file.exists()]
        return not there or messages.confirm(
            self._page, ngettext("Replace {names}?", "Replace {names}?", len(there)).format(
                names=quoted_list(file.name for file in there)),
            _("The report comes with its tables; in {folder}, files already bear their names.").format(
                folder=there[0].parent), yes=_("Replace"), safe=True)

    def _write(self, chosen: Format, path: Path) -> None:
        if chosen.write is not None and chosen.folder:
            write = chosen.write
            self.outcome.working(_("Writing “{name}”…").format(name=path.name))
            self._desk.tasks.read(lambda: write(path), lambda _none: self._done(chosen, path), self._failed)
        elif chosen.write is not None:
            try:
                chosen.write(path)
            except KnownError as error:
                self._failed(error)
                return
            self._done(chosen, path)
        elif chosen.work is not None:
            self._work(chosen, chosen.work, path)

    def _work(self, chosen: Format, work: Callable[..., Sequence[Path] | None], path: Path) -> None:
        """Write in another process."""
        project, stop = self._desk.store.path, Event()
        told = self.outcome.told.emit if chosen.long else None
        self.outcome.working(_("Writing “{name}”…").format(name=path.name), stop.set if chosen.long else None)
        self._desk.tasks.read(
            lambda: elsewhere.run(work, project, path, *chosen.arguments, told=told, cancelled=stop.is_set),
            lambda others: self._done(chosen, path, others or ()), self._failed)

    def _done(self, chosen: Format, path: Path, others: Sequence[Path] = ()) -> None:
        for file in (path, *others) if chosen.what else ():
            self._desk.log_export(chosen.what, file, chosen.whose)
        if others:
            said = _("“{name}” is written in {folder}, with {others}.").format(
                name=path.name, folder=path.parent, others=quoted_list(other.name for other in others))
        else:
            said = _("“{name}” is written in {folder}.").format(name=path.name, folder=path.parent)
        self.outcome.done(said, path)

    def _failed(self, error: KnownError) -> None:
        self.outcome.hide()
        if not isinstance(error, elsewhere.Cancelled):
            self._desk.failed.emit(error)


def export_button(exporter: Exporter, formats: Callable[[], Sequence[Format]], parent: QWidget,
                  *others: tuple[str, Callable[[], object]]) -> QPushButton:
    """«Export ▾»: ``formats`` is asked each time the menu opens, since names follow what is shown; ``others`` stand
    below a line."""
    menu = QMenu(parent)

    def fill() -> None:
        menu.clear()
        for chosen in formats():
            action = QAction(chosen.title, menu)
            action.triggered.connect(lambda _checked, chosen=chosen: exporter.run(chosen))
            menu.addAction(action)
        if others:
            menu.addSeparator()
        for title, act in others:
            action = QAction(title, menu)
            action.triggered.connect(lambda _checked, act=act: act())
            menu.addAction(action)

    menu.aboutToShow.connect(fill)
    made = parts.button(_("Export"), name="flat", menu=menu)
    made.setProperty("opens", "menu")
    return made


def file_name(*parts_of_name: str) -> str:
    """A name any system takes."""
    joined = " - ".join(part for part in parts_of_name if part)
    return "".join("_" if sign in '\\/:*?"<>|' else sign for sign in joined)[:120].strip(" .")

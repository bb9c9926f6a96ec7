# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's tables in and out, from the menus: one verb a table, with a report of what was taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import QUrl
from PyQt6.QtGui import QDesktopServices
from PyQt6.QtWidgets import QWidget

from app import messages
from app.corpus.exports_dialog import ExportsDialog
from app.desk import Desk
from app.exchange_out import Outward
from app.pseudonyms.before_export import look_first
from app.report_dialog import ReportDialog
from app.settings import Settings
from coding import check, exports
from coding.changes import Writer
from coding.language import N_, _, ngettext
from coding.metadata.asked_table import import_asked
from coding.metadata.codings_table import import_codings
from coding.metadata.folder import export_folder, import_folder
from coding.metadata.groups_table import export_groups, import_groups
from coding.metadata.interviews_table import export_interviews, import_interviews
from coding.metadata.participants_table import export_participants, import_participants
from coding.metadata.report import Report, together
from coding.pseudonyms.held import held_by, quoted

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coding.reports.participants_annex import Order

IMPORTS: dict[str, tuple[str, Callable[[Writer, Path], Report]]] = {
    "corpus.interviews_in": (N_("Import the interviews table"), import_interviews),
    "corpus.participants_in": (N_("Import the participants table"), import_participants),
    "corpus.groups_in": (N_("Import sampling frames"), import_groups),
    "corpus.asked_in": (N_("Import the themes asked"), import_asked),
    "coding.codings_in": (N_("Import codings"), import_codings),
}
# The kind of export, its title, the name proposed, what writes it.
EXPORTS: dict[str, tuple[str, str, str, Callable[[Session, Path], None]]] = {
    "corpus.interviews_out": ("interviews", N_("Export the interviews table"), N_("interviews"), export_interviews),
    "corpus.participants_out": (
        "participants", N_("Export the participants table"), N_("participants"), export_participants),
    "corpus.groups_out": ("groups", N_("Export sampling frames"), N_("groups"), export_groups),
}


class Exchange:
    """Imports and exports of one open project; ``commands`` are its verbs."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget) -> None:
        self._desk = desk
        self._settings = settings
        self._parent = parent

    def commands(self) -> dict[str, Callable[[], None]]:
        """By key of app.menus.VERBS."""
        found: dict[str, Callable[[], None]] = {
            key: partial(self._take, title, take) for key, (title, take) in IMPORTS.items()
        }
        return found | {key: partial(self._table_out, *how) for key, how in EXPORTS.items()} | {
            "coding.codebook_in": self._codebook_in, "coding.codebook_out": self._codebook_out,
            "corpus.exports": self._show_exports, "corpus.annex": self._annex, "project.export": self._export_all,
            "project.folder_in": self._folder_in, "project.check": self._check,
            "project.backups": self._show_backups,
        } | Outward(self._desk, self._settings, self._parent).commands()

    def _take(self, title: str, take: Callable[[Writer, Path], Report]) -> None:
        path = messages.ask_file(self._parent, self._settings, _(title), _(messages.TABLES))
        if path is not None:
            self._desk.run(lambda writer: take(writer, path), lambda report: self._told(path, report))

    def _told(self, path: Path, report: Report) -> None:
        dialog = ReportDialog(path, report, self._parent)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _table_out(self, what: str, title: str, name: str, export: Callable[[Session, Path], None]) -> None:
        path = messages.ask_new_file(self._parent, self._settings, _(title), _(messages.TABLES), name=_(name) + ".csv")
        self._write(what, path, export)

    def _codebook_in(self) -> None:
        from app.exchange_in import codebook_importing

        codebook_importing.ask(self._desk, self._settings, self._parent)

    def _codebook_out(self) -> None:
        path = messages.ask_new_file(self._parent, self._settings, _("Export the codebook"),
                                     _(messages.CODEBOOK), name=_("codebook") + ".csv")
        if path is not None:
            self._write("codebook", path, exports.codebook)

    def _annex(self) -> None:
        from app.corpus.annex_dialog import ask_columns
        from coding.reports import participants_annex

        ask_columns(self._settings, self._desk.read_now(participants_annex.columns), self._annex_out, self._parent)

    def _annex_out(self, columns: tuple[str, ...], order: Order) -> None:
        path = messages.ask_new_file(self._parent, self._settings, _("Table of participants"), _(messages.ANNEX),
                                     name=_("table of participants") + ".docx")
        self._write("annex", path, lambda session, where: exports.annex(session, where, columns, order))

    def _export_all(self) -> None:
        folder = messages.ask_folder(self._parent, self._settings, _("Export all tables"))
        if folder is not None:
            target = folder / f"{self._desk.store.path.stem} (csv)"
            self._write("folder", target, export_folder)

    def _folder_in(self) -> None:
        folder = messages.ask_folder(self._parent, self._settings, _("Import a folder of tables"))
        if folder is not None:
            self._desk.run(lambda writer: together(import_folder(writer, folder)),
                           lambda report: self._told(folder, report))

    def _write(self, what: str, path: Path | None, export: Callable[[Session, Path], object]) -> None:
        if path is not None:
            look_first(self._desk, self._parent, path.name, lambda: self._desk.read(
                lambda session: export(session, path), lambda _done: self._written(what, path)),
                held_by(what, spans=self._desk.read_now(lambda session: quoted(session, what))))

    def _written(self, what: str, path: Path) -> None:
        self._desk.log_export(what, path)
        messages.tell(self._parent, _("“{name}” is written.").format(name=path.name), str(path.parent))

    def _show_exports(self) -> None:
        ExportsDialog(self._desk, self._settings, self._parent).open()

    def _check(self) -> None:
        self._desk.tasks.read(lambda: check.check(self._desk.store), self._say_check)

    def _say_check(self, report: check.Report) -> None:
        if report.ok:
            messages.tell(self._parent, _("The project is whole."),
                          _("The file, every offset, every quote and every link were checked."))
        else:
            count = len(report.problems)
            messages.tell(
                self._parent, ngettext("{n} thing is wrong.", "{n} things are wrong.", count).format(n=count),
                _("Go on from a backup made before: menu Project, Show the backups."),
                detail="\n".join(fault.say() for fault in report.problems),
            )

    def _show_backups(self) -> None:
        folder = self._desk.store.backups_folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder if folder.is_dir() else folder.parent)))

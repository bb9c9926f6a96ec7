# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole project out, for another program: where to, what could identify someone, then the work in a process of its
own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PyQt6.QtWidgets import QWidget

from app import messages
from app.desk import Desk
from app.losses_dialog import LossesDialog
from app.progress import Progress
from app.pseudonyms.before_export import look_first
from app.settings import Settings
from coding import elsewhere, exports_elsewhere
from coding.exchange.model import Loss
from coding.language import N_, _, ngettext, number
from coding.pseudonyms.held import held_by

TEXT = N_("Plain text (*.txt)")
BY_THEME, CANCEL = 1, 2  # the places of two buttons


class Outward:
    """Exports of one open project to other programs; ``commands`` are its verbs."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget) -> None:
        self._desk = desk
        self._settings = settings
        self._parent = parent

    def commands(self) -> dict[str, Callable[[], None]]:
        """By key of app.menus.VERBS."""
        return {"project.refi_out": self._refi, "project.iramuteq_out": self._iramuteq}

    def _refi(self) -> None:
        self._ask("qdpx", _("Export to another program"), _(messages.REFI), ".qdpx", exports_elsewhere.refi,
                  self._tell_losses)

    def _iramuteq(self) -> None:
        wanted = messages.run(self._parent, messages.Message(
            _("What should IRaMuTeQ read?"),
            _("Only what is answered is written: the interviewer’s words are left out. Open the file in IRaMuTeQ as "
              "UTF-8."), choices=(_("Whole interviews"), _("Coded passages, by theme"), _("Cancel")), face="question"))
        if wanted < CANCEL:
            self._ask("iramuteq", _("Corpus for IRaMuTeQ"), _(TEXT), " (IRaMuTeQ).txt",
                      partial(exports_elsewhere.iramuteq, by_theme=wanted == BY_THEME), self._tell_texts)

    def _ask(self, what: str, title: str, filters: str, ending: str, work: Callable[..., Any],
             told: Callable[[Path, Any], None]) -> None:
        path = messages.ask_new_file(
            self._parent, self._settings, title, filters, name=self._desk.store.path.stem + ending)
        if path is not None:
            look_first(self._desk, self._parent, path.name, lambda: self._write(what, path, work, told), held_by(what))

    def _write(self, what: str, path: Path, work: Callable[..., Any], told: Callable[[Path, Any], None]) -> None:
        project = self._desk.store.path

        def done(outcome: Any) -> None:
            self._desk.log_export(what, path)
            told(path, outcome)

        Progress(_("Writing “{name}”…").format(name=path.name), self._parent, can_cancel=True,
                 inline=self._desk.tasks.inline).run(
            lambda tell, cancelled: elsewhere.run(work, project, path, told=tell, cancelled=cancelled), done)

    def _tell_texts(self, path: Path, count: int) -> None:
        messages.tell(self._parent, _("“{name}” is written.").format(name=path.name), ngettext(
            "{n} text, in {folder}.", "{n} texts, in {folder}.", count).format(n=number(count), folder=path.parent))

    def _tell_losses(self, path: Path, lost: Sequence[Loss]) -> None:
        dialog = LossesDialog(path, lost, self._parent)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

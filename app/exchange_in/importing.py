# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA projects, from the files chosen to one act each: read in a process of its own, looked at, taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtWidgets import QWidget

from app import messages
from app.desk import Desk
from app.progress import Cancelled, Progress, Told
from coding import elsewhere
from coding.language import _

if TYPE_CHECKING:  # the corpus page knows this module from the start, and reading needs what it does not
    from app.exchange_in.preview_dialog import PreviewDialog
    from coding.exchange.model import Exchange
    from coding.exchange.taking import Report

SUFFIX = ".qdpx"


def among(paths: Sequence[Path]) -> list[Path]:
    """The REFI-QDA projects, by their ending."""
    return [path for path in paths if path.suffix.lower() == SUFFIX]


def read(desk: Desk, paths: Sequence[Path], parent: QWidget, then: Callable[[list[int]], None]) -> None:
    """Read the first of the files and show what it holds, then the others; ``then`` gets the ids of the interviews that
    went in."""
    if not paths:
        return
    first, others = paths[0], paths[1:]

    from coding.exchange.reading import read_project

    def work(told: Told, cancelled: Cancelled) -> Exchange:
        return elsewhere.run(read_project, first, told=told, cancelled=cancelled)

    progress = Progress(_("Reading “{file}”…").format(file=first.name), parent, can_cancel=True,
                        inline=desk.tasks.inline)
    progress.run(work, lambda found: _show(desk, found, parent, then, lambda: read(desk, others, parent, then)))


def _show(desk: Desk, found: Exchange, parent: QWidget, then: Callable[[list[int]], None],
          after: Callable[[], None]) -> None:
    from app.exchange_in.preview_dialog import PreviewDialog

    dialog = PreviewDialog(desk, found, parent)

    def ended(_result: int) -> None:
        dialog.deleteLater()
        after()

    dialog.accepted.connect(lambda: _take(desk, dialog, found, parent, then))
    dialog.finished.connect(ended)
    dialog.open()


def _take(desk: Desk, dialog: PreviewDialog, found: Exchange, parent: QWidget,
          then: Callable[[list[int]], None]) -> None:
    from app.acts import exchange as acts
    from coding.exchange import losses

    foreseen = {loss.what for loss in dialog.plan.losses}

    def done(report: Report) -> None:
        then(list(report.interviews))
        later = [loss for loss in report.losses if loss.what not in foreseen]
        if later:
            messages.tell(parent, _("“{name}” is imported.").format(name=found.name),
                          _("Some of it came otherwise, or did not come."), detail="\n".join(losses.said(later)))

    progress = Progress(_("Importing “{name}”…").format(name=found.name), parent, can_cancel=True,
                        inline=desk.tasks.inline)
    acts.take(desk, exchange=found, choices=dialog.choices, progress=progress, then=done)

# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts, from the files chosen to one act: read in the background, looked at, taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PyQt6.QtWidgets import QWidget

from app.acts import interviews as acts
from app.corpus.arrivals_dialog import ArrivalsDialog
from app.corpus.import_dialog import ImportDialog
from app.desk import Desk
from app.progress import Cancelled, Progress, Told
from app.settings import Settings
from coding import groups
from coding.arrivals import Arrivals
from coding.arrivals_report import rows
from coding.comparing import Compared, compared
from coding.intake.batch import read_many
from coding.intake.kinds import READERS
from coding.language import ngettext

FEW = 2  # files that are quicker read in the thread than in a process of their own
LARGE = 1_000_000  # bytes from which one would be long to stop there


def read(desk: Desk, settings: Settings, paths: Sequence[Path], parent: QWidget,
         then: Callable[[list[int]], None]) -> None:
    """Read files and show what was found; ``then`` gets the ids of the interviews that went in."""
    inline = desk.tasks.inline
    here = inline or quick(paths)

    def work(told: Told, cancelled: Cancelled) -> list[Compared]:
        outcomes = read_many(paths, progress=told, cancelled=cancelled, in_process=here)
        return desk.read_now(lambda session: compared(session, outcomes, told, cancelled))

    title = ngettext("Reading {n} file…", "Reading {n} files…", len(paths)).format(n=len(paths))
    progress = Progress(title, parent, can_cancel=True, inline=inline)
    progress.run(work, lambda found: show(desk, settings, found, parent, then))


def show(desk: Desk, settings: Settings, found: Sequence[Compared], parent: QWidget,
         then: Callable[[list[int]], None]) -> ImportDialog | None:
    """Show what was read; what is accepted goes in as one act."""
    if not found:
        return None
    names = [row.name for row in desk.read_now(groups.listed)]
    dialog = ImportDialog(found, names, parent)
    dialog.accepted.connect(lambda: _take(desk, settings, dialog, parent, then))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog


def _take(desk: Desk, settings: Settings, dialog: ImportDialog, parent: QWidget,
          then: Callable[[list[int]], None]) -> None:
    chosen, left, alone = dialog.chosen, dialog.left, len(dialog.reviews) == 1

    def done(arrivals: Arrivals) -> None:
        if arrivals.imported:
            then([arrival.interview_id for arrival in arrivals.imported])
        if not alone or arrivals.failed:
            ArrivalsDialog(rows(arrivals, left), settings, parent).open()

    title = ngettext("Importing {n} interview…", "Importing {n} interviews…", len(chosen)).format(n=len(chosen))
    acts.add_all(desk, transcripts=chosen, group=dialog.group, learnt=dialog.learnt, then=done,
                 progress=Progress(title, parent, can_cancel=True, inline=desk.tasks.inline))


def quick(paths: Sequence[Path]) -> bool:
    """Whether files are read faster than a process starts, and never so long that one would stop them."""
    return len(paths) <= FEW and not any(path.is_file() and path.stat().st_size > LARGE for path in paths)


def transcripts_among(paths: Sequence[Path]) -> list[Path]:
    """The files that may be transcripts, by their ending."""
    return [path for path in paths if path.suffix.lower() in READERS and path.is_file()]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Many transcripts at once, in a process of their own, so that a window stays alive and can stop them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from coding.intake import refusals
from coding.intake.reader import read_file
from coding.intake.transcript import Transcript
from coding.intake.unturned import paragraphs
from coding.language import N_
from models.errors import KnownError

Progress = Callable[[int, int, str], None]

# How often, in seconds, a cancel is looked for while a file is read.
_LOOK = 0.05


@dataclass(frozen=True)
class Refusal:
    """A file that was not taken, and why; ``text`` is what it holds, a turn a paragraph, when it can be read and
    nothing says who speaks."""

    path: Path
    error: KnownError
    text: Transcript | None = None


def read_many(
    paths: Sequence[Path],
    *,
    progress: Progress = lambda done, total, name: None,
    cancelled: Callable[[], bool] = lambda: False,
    interviewer: str | None = None,
    in_process: bool = False,
) -> list[Transcript | Refusal]:
    """Read every file, in order; a refused one stops nothing.

    ``progress(done, total, name)`` is called before each file and once at the end with an empty name. When
    ``cancelled()`` turns true the reading process is ended and what was read so far is returned. ``in_process``
    reads here, which is quicker for one or two files. An exception that is no KnownError propagates.
    """
    if in_process:
        return _read_here(paths, progress, cancelled, interviewer)
    results: list[Transcript | Refusal] = []
    while len(results) < len(paths) and not cancelled():
        before = len(results)
        _read_beside(paths, results, progress, cancelled, interviewer)
        if cancelled():
            return results
        if len(results) < len(paths):
            # The process died on this file (memory, a crash in a library); the others still go in.
            results.append(_died(paths[len(results)]))
        assert len(results) > before
    progress(len(results), len(paths), "")
    return results


def _read_here(
    paths: Sequence[Path], progress: Progress, cancelled: Callable[[], bool], interviewer: str | None
) -> list[Transcript | Refusal]:
    results: list[Transcript | Refusal] = []
    for path in paths:
        progress(len(results), len(paths), path.name)
        if cancelled():
            return results
        results.append(_read_one(path, interviewer))
    progress(len(results), len(paths), "")
    return results


def _read_one(path: Path, interviewer: str | None) -> Transcript | Refusal:
    try:
        read = read_file(path, interviewer=interviewer)
    except KnownError as error:
        return Refusal(path, error)
    return read if read.turns else Refusal(path, refusals.no_turns(read.file_name), paragraphs(read))


def _read_beside(
    paths: Sequence[Path],
    results: list[Transcript | Refusal],
    progress: Progress,
    cancelled: Callable[[], bool],
    interviewer: str | None,
) -> None:
    """Fill ``results`` from one spawned process, until the end, a cancel or its death."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_work, args=(there, list(paths[len(results) :]), interviewer), daemon=True)
    process.start()
    there.close()
    try:
        while len(results) < len(paths):
            progress(len(results), len(paths), paths[len(results)].name)
            if not _wait(here, cancelled):
                return
            try:
                outcome = here.recv()
            except EOFError:
                return
            if isinstance(outcome, Exception):
                raise outcome
            results.append(outcome)
    finally:
        here.close()
        process.terminate()
        process.join()


def _wait(connection: Connection, cancelled: Callable[[], bool]) -> bool:
    """Wait for an outcome; False once cancelled."""
    while not connection.poll(_LOOK):
        if cancelled():
            return False
    return not cancelled()


def _work(connection: Connection, paths: list[Path], interviewer: str | None) -> None:
    for path in paths:
        try:
            connection.send(_read_one(path, interviewer))
        except Exception as bug:  # noqa: BLE001 - raised again in the parent, where the crash dialog is
            connection.send(bug)
            return


def _died(path: Path) -> Refusal:
    key = N_("{file} could not be read: the reading process stopped. It may be too large or damaged.")
    return Refusal(path, KnownError(key, file=path.name))

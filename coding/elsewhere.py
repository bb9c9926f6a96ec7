# SPDX-License-Identifier: GPL-3.0-or-later
"""CPU-bound work in a process of its own, so that the window never stutters and a cancel ends it at once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from coding.language import N_, current_language, set_language
from coding.reports import leaving
from models.errors import KnownError

T = TypeVar("T")

Told = Callable[[int, int, str], None]  # done, total, what is being done

_LOOK = 0.05  # seconds between two looks for a cancel


class Cancelled(KnownError):
    """The user stopped the work."""


def run(
    work: Callable[..., T], *args: Any, told: Told | None = None, cancelled: Callable[[], bool] = lambda: False,
) -> T:
    """``work(*args)`` in a spawned process that speaks the user's language; returns what it returns.

    ``work``, its arguments and its result are pickled. With ``told``, work is given a ``told=`` of its own, and what it
    tells is told here. What it raises is raised here; Cancelled when ``cancelled()`` turned true, the process being
    ended; KnownError when the process died. Beside the paths among the arguments, nothing half written is left.
    """
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_work, args=(there, current_language(), work, args, told is not None), daemon=True)
    process.start()
    there.close()
    try:
        done: bool | None = None
        while done is None:
            while not here.poll(_LOOK):
                _stop_if(cancelled)
            done, outcome = here.recv()
            if done is None and told is not None:
                told(*outcome)
                _stop_if(cancelled)
    except EOFError:
        raise KnownError(
            N_("The work stopped before its end; the machine may lack memory. Nothing was changed.")) from None
    finally:
        here.close()
        process.terminate()
        process.join()
        for path in args:
            if isinstance(path, Path):
                leaving.sweep(path.parent, process.pid or 0)
    if not done:
        raise outcome
    result: T = outcome
    return result


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled(N_("Stopped. Nothing was changed."))


def _work(
    connection: Connection, language: str, work: Callable[..., Any], args: tuple[Any, ...], telling: bool
) -> None:
    set_language(language)

    def tell(done: int, total: int, what: str) -> None:
        connection.send((None, (done, total, what)))

    try:
        connection.send((True, work(*args, told=tell) if telling else work(*args)))
    except Exception as error:  # noqa: BLE001 - raised again in the parent, where the crash dialog is
        connection.send((False, error))

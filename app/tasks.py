# SPDX-License-Identifier: GPL-3.0-or-later
"""Work off the GUI thread: one serial worker that writes, one that reads; answers come home as signals."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, cast

from PyQt6.QtCore import QObject, Qt, pyqtSignal

from models.errors import KnownError

log = logging.getLogger(__name__)


class Inline(Executor):
    """An executor that does the work at once, on the caller's thread: what tests use."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - kept for whoever asks the future, as every executor does
            future.set_exception(error)
        return future


class Tasks(QObject):
    """Runs functions elsewhere and calls back on the GUI thread.

    ``failed`` carries the KnownErrors that no callback took; bugs are raised again on the GUI thread, where the
    crash dialog meets them. ``busy`` says whether anything is under way.
    """

    failed = pyqtSignal(object)
    busy = pyqtSignal(bool)
    _home = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        super().__init__(parent)
        self.inline = inline
        self._writer: Executor = Inline() if inline else ThreadPoolExecutor(1, "writer")
        self._reader: Executor = Inline() if inline else ThreadPoolExecutor(1, "reader")
        self._under_way = 0
        kind = Qt.ConnectionType.DirectConnection if inline else Qt.ConnectionType.QueuedConnection
        cast(Any, self._home).connect(self._run_home, type=kind)  # the stubs forget the kind of connection

    def write(self, work: Callable[[], Any], then: Callable[[Any], None] | None = None,
              otherwise: Callable[[KnownError], None] | None = None) -> None:
        """Run ``work`` on the one thread that writes, after whatever was asked of it before."""
        self._submit(self._writer, work, then, otherwise)

    def read(self, work: Callable[[], Any], then: Callable[[Any], None] | None = None,
             otherwise: Callable[[KnownError], None] | None = None) -> None:
        """Run ``work`` on the thread for long reads, exports and parsing that waits on a process."""
        self._submit(self._reader, work, then, otherwise)

    @property
    def under_way(self) -> bool:
        """Whether anything was asked that has not come home yet."""
        return self._under_way > 0

    def close(self) -> None:
        """Finish what is under way and stop the threads."""
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True, cancel_futures=True)

    def _submit(self, executor: Executor, work: Callable[[], Any], then: Callable[[Any], None] | None,
                otherwise: Callable[[KnownError], None] | None) -> None:
        self._under_way += 1
        if self._under_way == 1:
            self.busy.emit(True)
        future = executor.submit(work)
        future.add_done_callback(lambda done: self._home.emit((done, then, otherwise)))

    def _run_home(self, answer: tuple[Future[Any], Callable[[Any], None] | None,
                                      Callable[[KnownError], None] | None]) -> None:
        future, then, otherwise = answer
        self._under_way -= 1
        if self._under_way == 0:
            self.busy.emit(False)
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            if then is not None:
                then(future.result())
        elif isinstance(error, KnownError):
            log.info("known error: %s", error.key)
            (otherwise or self.failed.emit)(error)
        else:
            raise error

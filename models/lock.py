# SPDX-License-Identifier: GPL-3.0-or-later
"""One writer a project: a lock file that the system releases when its holder ends, however it ends."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

from models.errors import N_

LOCKED = N_(
    "“{name}” is open in another window of Fil rouge, which alone may change it. Close that window, or open the "
    "project to read it only."
)


BARRED = N_("“{name}” cannot be written. Check that you may change the file and its folder.")


class Lock:
    """The right to write to one project. ``held`` says whether this process has it, ``refusal`` why it may not write
    (a msgid with {name})."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f".{path.name}.lock")
        self._lock = FileLock(self._path, timeout=0, thread_local=False)
        self.refusal = LOCKED

    def acquire(self) -> bool:
        """Take the lock if it is free; say whether it is now held."""
        try:
            self._lock.acquire()
        except Timeout:
            self.refusal = LOCKED
        except OSError:  # a folder that cannot be written, a disk that is full
            self.refusal = BARRED
        return self.held

    def release(self) -> None:
        """Give it back; harmless when it is not held."""
        if self.held and os.name == "posix":
            # While it is still held, so that whoever opened this file meets an unlinked one and starts over.
            self._path.unlink(missing_ok=True)
        self._lock.release()

    @property
    def held(self) -> bool:
        return self._lock.is_locked

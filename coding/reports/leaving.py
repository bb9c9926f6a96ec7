# SPDX-License-Identifier: GPL-3.0-or-later
"""How a file leaves the program: written beside its place, then put there in one step."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coding.language import N_
from models.errors import KnownError

NOT_WRITABLE = N_(
    "“{name}” cannot be written. Close it if it is open in Word or another program, or choose another place."
)
FULL = N_("The disk is full: “{name}” was not written. Free some space and do it again.")
NO_FOLDER = N_("The folder “{folder}” does not exist. Create it first.")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, beside ``path``, which takes its name when the block ends well.

    A block that fails leaves the earlier file whole and nothing else. Raises KnownError when ``path`` cannot be
    written or the disk is full.
    """
    if not path.parent.is_dir():
        raise KnownError(NO_FOLDER, folder=str(path.parent))
    if path.is_dir() or (path.exists() and not os.access(path, os.W_OK)):
        raise KnownError(NOT_WRITABLE, name=path.name)
    partial = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        yield partial
        partial.replace(path)
    except PermissionError as error:
        raise KnownError(NOT_WRITABLE, name=path.name) from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise
        raise KnownError(NOT_WRITABLE if error.errno == errno.EROFS else FULL, name=path.name) from error
    finally:
        partial.unlink(missing_ok=True)

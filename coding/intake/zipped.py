# SPDX-License-Identifier: GPL-3.0-or-later
"""A zipped document, opened as what it is: a foreign file."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from coding.intake import refusals

# The text part of a 5-million-character interview stays below this; a zip bomb does not.
_LARGEST_PART = 150_000_000
_MOST_ENTRIES = 20_000
# What a damaged or odd zip raises in the standard library.
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError, OverflowError)


class Zipped:
    """The parts of one file. Every method may raise a KnownError naming the file."""

    def __init__(self, path: Path | IO[bytes], name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(path)
        except BROKEN as error:
            raise refusals.damaged(name) from error
        except OSError as error:
            raise refusals.unreadable(name, error) from error
        if len(self._zip.namelist()) > _MOST_ENTRIES:
            self.close()
            raise refusals.too_large(name)

    @property
    def parts(self) -> list[str]:
        """The names of the parts."""
        return self._zip.namelist()

    def close(self) -> None:
        """Let the file go."""
        self._zip.close()

    def read(self, part: str) -> bytes | None:
        """The bytes of a part; None when the file has none of that name."""
        try:
            declared = self._zip.getinfo(part).file_size
        except KeyError:
            return None
        if declared > _LARGEST_PART:
            raise refusals.too_large(self.name)
        try:
            with self._zip.open(part) as stream:
                raw = stream.read(_LARGEST_PART + 1)
        except RuntimeError as error:
            # The zip module's word for an encrypted entry.
            raise refusals.password(self.name) from error
        except (*BROKEN, OSError) as error:
            raise refusals.damaged(self.name) from error
        if len(raw) > _LARGEST_PART:
            raise refusals.too_large(self.name)
        return raw

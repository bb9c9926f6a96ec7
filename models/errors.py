# SPDX-License-Identifier: GPL-3.0-or-later
"""Failures that are expected: a bad file, a locked project, a full disk."""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark a msgid for extraction; it is translated where it is shown."""
    return message


class KnownError(Exception):
    """A failure the user can do something about.

    ``key`` is an English sentence with named placeholders (a gettext msgid, marked with ``N_`` where it is
    written); ``values`` fill them. The sentence says what happened and what to do. Everything that is not a
    KnownError is a bug and reaches the crash dialog with its traceback.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return self.key.format(**self.values)

    def __reduce__(self) -> tuple[object, ...]:
        # Worker processes send their errors home by pickle, which would otherwise drop the values.
        return (_rebuild, (type(self), self.key, self.values))


def _rebuild(kind: type[KnownError], key: str, values: dict[str, object]) -> KnownError:
    return kind(key, **values)

# SPDX-License-Identifier: GPL-3.0-or-later
"""An XML document written element by element, what XML cannot hold being replaced sign for sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from datetime import datetime
from io import TextIOWrapper
from typing import IO

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A reader turns a bare line break of an attribute into a space.
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_TOUCHED = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what any of these changes
Attribute = str | int | datetime | None


def legal(text: str) -> str:
    """The text with each sign that XML 1.0 forbids (control characters) replaced by one «�»: offsets stay."""
    return _FORBIDDEN.sub("\ufffd", text)


def moment(at: datetime) -> str:
    """A moment of ours (UTC, without a zone) as xsd:dateTime."""
    return f"{at.isoformat(timespec='seconds')}Z"


class Elements:
    """Writes elements, a line each. Attributes that are None are left out."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._depth = 0

    @contextmanager
    def within(self, name: str, /, **attributes: Attribute) -> Iterator[None]:
        """An element around those that are written in the block."""
        margin = " " * self._depth
        self._file.write(f"{margin}<{name}{_written(attributes)}>\n")
        self._depth += 1
        yield
        self._depth -= 1
        self._file.write(f"{margin}</{name}>\n")

    @contextmanager
    def within_some(self, name: str, members: Sized) -> Iterator[None]:
        """The element around a list, left out when the list is empty: the schemas allow no empty one."""
        if members:
            with self.within(name):
                yield
        else:
            yield

    def put(self, name: str, text: str | None = None, /, **attributes: Attribute) -> None:
        """An element that holds text, or nothing."""
        end = "/>" if text is None else f">{legal(text).translate(_TEXT)}</{name}>"
        self._file.write(f"{' ' * self._depth}<{name}{_written(attributes)}{end}\n")

    def refer(self, name: str, guids: Iterable[str]) -> None:
        """An element by GUID that it points to."""
        for guid in guids:
            self.put(name, targetGUID=guid)


@contextmanager
def document(file: IO[bytes]) -> Iterator[Elements]:
    """A UTF-8 document on ``file``, which stays open; the block writes its root."""
    text = TextIOWrapper(file, encoding="utf-8", newline="\n")
    text.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    yield Elements(text)
    text.detach()


def _written(attributes: dict[str, Attribute]) -> str:
    return "".join(f' {name}="{_attribute(value)}"' for name, value in attributes.items() if value is not None)


def _attribute(value: Attribute) -> str:
    if isinstance(value, datetime):
        return moment(value)
    if not isinstance(value, str):
        return str(value)
    return legal(value).translate(_ATTRIBUTE) if _TOUCHED.search(value) else value

# SPDX-License-Identifier: GPL-3.0-or-later
"""Where known words stand in a text: whole words, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coding.fold import fold, fold_with_offsets

_HEAD = re.compile(r"[^\W_]+|[^\w\s]")


@dataclass(frozen=True)
class Spot:
    """``form`` stands at [start, end)."""

    start: int
    end: int
    form: str


class Spotter:
    """Looks for forms, as they are written or whatever the accents and case. A form within a word is not found; an
    underscore is no letter («guilbaud_martine.docx»). As they are written, «Marie» is not found in «Marie-Annick»."""

    def __init__(self, forms: Iterable[str], *, loose: bool = False) -> None:
        self._loose = loose
        self._by_head: dict[str, list[tuple[str, str]]] = {}
        for form in forms:
            sought = fold(form) if loose else form
            head = _HEAD.search(sought)
            if head is not None and head.start() == 0:
                self._by_head.setdefault(head[0], []).append((sought, form))
        for known in self._by_head.values():
            known.sort(key=lambda one: -len(one[0]))

    def spots(self, text: str) -> Iterator[Spot]:
        """Where forms stand, in order, none over another."""
        sought = fold(text) if self._loose else text
        found = list(self._found(sought))
        if found and self._loose and len(sought) != len(text):
            origin = fold_with_offsets(text)[1]
            found = [Spot(origin[spot.start], origin[spot.end - 1] + 1, spot.form) for spot in found]
        yield from found

    def _found(self, text: str) -> Iterator[Spot]:
        end = 0
        for head in _HEAD.finditer(text):
            if head.start() < end or head[0] not in self._by_head:
                continue
            for sought, form in self._by_head[head[0]]:
                stop = head.start() + len(sought)
                if text.startswith(sought, head.start()) and whole(text, head.start(), stop) and (
                    self._loose or not _compound(text, head.start(), stop)
                ):
                    yield Spot(head.start(), stop, form)
                    end = stop
                    break


def whole(text: str, start: int, end: int) -> bool:
    """Whether [start, end) cuts no word at either end."""
    return not (_joined(text, start) or _joined(text, end))


def _compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes [start, end) one name with another."""
    after = text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()
    return after or (text[max(0, start - 1) : start] == "-" and text[max(0, start - 2) : start - 1].isalpha())


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Links as they stand among the words of a memo: « quote… » (Inès, turn 42), tinted words that go as one.

They are words of the document, so that they wrap, and a screen reader reads them; their format says which link they
are. Positions are Qt’s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from PyQt6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from app import theme
from coding import memo_links
from coding.memo_links import Link, Targets

_SOURCE, _SHOWN, _NUMBER = (QTextFormat.Property.UserProperty.value + place for place in (1, 2, 3))
_number = count()  # keeps two equal links apart when they touch


@dataclass(frozen=True)
class Chip:
    """One link of a document, from ``start`` to ``end``."""

    start: int
    end: int
    link: Link


def insert(cursor: QTextCursor, text: str, targets: Targets) -> None:
    """Put a text there, its links as chips."""
    cursor.beginEditBlock()
    for piece in memo_links.pieces(text):
        if isinstance(piece, str):
            cursor.insertText(piece, QTextCharFormat())
        else:
            shown = memo_links.shown(piece, targets)
            cursor.insertText(shown, _format(piece, shown, there=piece.guid in targets))
    cursor.endEditBlock()
    cursor.setCharFormat(QTextCharFormat())


def written(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """The text of a stretch of the document, links in their plain form. A chip that lost some of its words is the
    words that are left."""
    units = document.toRawText().encode("utf-16-le", "surrogatepass")
    last = document.characterCount() - 1 if end is None else end
    said, at = [], start
    for chip in chips(document):
        if start <= chip.start and chip.end <= last:
            said += [_cut(units, at, chip.start), chip.link.source]
            at = chip.end
    said.append(_cut(units, at, last))
    return "".join(said).replace("\u2029", "\n").replace("\u2028", "\n")


def chips(document: QTextDocument) -> Iterator[Chip]:
    """The chips of a document, in order."""
    block = document.begin()
    while block.isValid():
        yield from _of_block(block)
        block = block.next()


def chip_at(document: QTextDocument, position: int) -> Chip | None:
    """The chip that holds a position, or ends there; else the one that begins there."""
    found = [chip for chip in _of_block(document.findBlock(position)) if chip.start <= position <= chip.end]
    return found[0] if found else None


def _of_block(block: QTextBlock) -> Iterator[Chip]:
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        format_ = fragment.charFormat()
        source = format_.property(_SOURCE)
        if isinstance(source, str) and fragment.text() == format_.property(_SHOWN):
            start = fragment.position()
            yield Chip(start, start + fragment.length(), memo_links.links(source)[0])
        step += 1


def _format(link: Link, shown: str, *, there: bool) -> QTextCharFormat:
    colours = theme.palette()
    made = QTextCharFormat()
    made.setForeground(colours.accent if there else colours.bad)
    made.setBackground(colours.chip_accent if there else colours.bad_paper)
    made.setProperty(_SOURCE, link.source)
    made.setProperty(_SHOWN, shown)
    made.setProperty(_NUMBER, next(_number))
    return made


def _cut(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")

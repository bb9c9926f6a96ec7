# SPDX-License-Identifier: GPL-3.0-or-later
"""The comments of a Word file, each with the words it is on, as Word or LibreOffice writes them.

The text is the one that was sent: what was inserted under track changes is left out, what was deleted or moved away
stands. Offsets are code points of ``Letter.text``.
"""

from __future__ import annotations

import posixpath
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from lxml import etree

from coding.intake import refusals
from coding.intake.docx_package import Package, attribute, child, is_on
from coding.intake.xml import local

GUID, SENT, BODY = "FilRougeInterview", "FilRougeSent", "FilRougeText"  # two properties and a bookmark of ours
_LEFT_OUT = frozenset(
    "instrText delInstrText drawing pict object txbxContent rPr pPr sdtPr sdtEndPr sectPr tblPr tblGrid trPr tcPr "
    "footnoteReference endnoteReference annotationRef fldData rt".split()
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NEW, _HEAD = frozenset({"ins", "moveTo"}), 19  # what was put in since; characters of a date and its time


@dataclass(frozen=True)
class Comment:
    """One comment. ``start`` and ``end`` are None where it is on no words of the text; ``at`` is the time its author's
    clock gave; ``parent`` is the place, among the comments of its file, of the one it answers."""

    author: str
    at: datetime | None
    text: str
    start: int | None
    end: int | None
    done: bool = False
    parent: int | None = None


@dataclass(frozen=True)
class Letter:
    """A Word file with its comments. ``guid`` is the interview's it was made from, ``sent`` when, ``body`` where the
    transcript stands in ``text``: known for files that the program wrote."""

    name: str
    text: str
    comments: tuple[Comment, ...]
    guid: str = ""
    sent: datetime | None = None
    body: tuple[int, int] | None = None


def read(path: Path) -> Letter:
    """Read a .docx. Raises KnownError when it is damaged, protected, or no Word document."""
    refusals.check(path, path.name)
    if path.suffix.lower() != ".docx":
        raise refusals.not_word(path.name)
    package = _Commented(path, path.name)
    try:
        body = child(package.document(), "body")
        properties = package.properties()
        comments, threads = package.comments(), package.threads()
    finally:
        package.close()
    if body is None:
        raise refusals.not_word(path.name)
    walk = _Walk()
    walk.through(body)
    text = "".join(walk.pieces)
    return Letter(path.name, text, _comments(comments, threads, walk), properties.get(GUID, ""),
                  _moment(properties.get(SENT)), walk.body and _to_line_end(text, *walk.body))


class _Commented(Package):
    """The parts of a Word file that comments are in."""

    def comments(self) -> etree._Element | None:
        """The comments themselves."""
        return self._beside("comments")

    def threads(self) -> dict[str, tuple[str, bool]]:
        """By the id of a comment's last paragraph: that of the comment it answers, and whether it is resolved."""
        root = self._beside("commentsExtended")
        return {
            attribute(e, "paraId") or "": (attribute(e, "paraIdParent") or "", attribute(e, "done") in ("1", "true"))
            for e in (root if root is not None else ())}

    def properties(self) -> dict[str, str]:
        """The custom properties of the file."""
        root = self._parse("docProps/custom.xml")
        return {attribute(e, "name") or "": "".join(str(piece) for piece in e.itertext())
                for e in (root if root is not None else ())}

    def _beside(self, kind: str) -> etree._Element | None:
        """The part that the document names as its ``kind``."""
        folder, main = posixpath.split(self._main_part())
        relations = self._parse(posixpath.join(folder, "_rels", f"{main}.rels"))
        for relation in relations if relations is not None else ():
            if str(relation.get("Type", "")).rpartition("/")[2] == kind:
                target = str(relation.get("Target", ""))
                return self._parse(target.lstrip("/") if target.startswith("/") else posixpath.normpath(
                    posixpath.join(folder, target)))
        return None


class _Walk:
    """Goes through a document once: its text, and where comments begin and end."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.starts: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        self.points: dict[str, int] = {}
        self.body: tuple[int, int] | None = None
        self._at = 0
        self._mark: str | None = None

    def through(self, container: etree._Element, *, new: bool = False) -> None:
        """Read what an element holds; ``new``: it was put in since, its words are left out."""
        for e in container:
            name = local(e)
            if name in _LEFT_OUT:
                continue
            if name in ("t", "delText"):
                self._say((e.text or "").replace("\n", " "), new)
            elif name in _CHARACTERS:
                self._say(_CHARACTERS[name], new)
            elif name == "p":
                self.through(e, new=new)
                self._say("\n", new or _mark_is_new(e))
            elif name == "AlternateContent":
                chosen = child(e, "Choice")
                self.through(chosen if chosen is not None else e, new=new)
            else:
                self._note(e, name)
                self.through(e, new=new or name in _NEW)

    def _say(self, words: str, new: bool) -> None:
        if words and not new:
            words = unicodedata.normalize("NFC", words)
            self.pieces.append(words)
            self._at += len(words)

    def _note(self, e: etree._Element, name: str) -> None:
        key = attribute(e, "id") or ""
        if name == "commentRangeStart":
            self.starts.setdefault(key, self._at)
        elif name == "commentRangeEnd":
            self.ends[key] = self._at
        elif name == "commentReference":
            self.points.setdefault(key, self._at)
        elif name == "bookmarkStart" and attribute(e, "name") == BODY:
            self._mark, self.body = key, (self._at, self._at)
        elif name == "bookmarkEnd" and key == self._mark and self.body is not None:
            self.body = (self.body[0], self._at)


def _comments(root: etree._Element | None, threads: dict[str, tuple[str, bool]], walk: _Walk) -> tuple[Comment, ...]:
    """The comments in the order of their words, an answer after what it answers."""
    found: list[Comment] = []
    paragraphs: list[str] = []  # the id of each one's last paragraph
    for e in root if root is not None else ():
        if local(e) != "comment":
            continue
        lines = [p for p in e.iter() if local(p) == "p"]
        key = attribute(e, "id") or ""
        paragraphs.append((attribute(lines[-1], "paraId") if lines else None) or "")
        point = walk.points.get(key)
        start = walk.starts.get(key, point)
        end = walk.ends.get(key, point)
        found.append(Comment(
            (attribute(e, "author") or "").strip(), _moment(attribute(e, "date")), _said(lines),
            start, start if start is not None and (end is None or end < start) else end,
            threads.get(paragraphs[-1], ("", False))[1]))
    by_paragraph = {key: place for place, key in enumerate(paragraphs) if key}
    answered = [by_paragraph.get(threads.get(key, ("", False))[0]) for key in paragraphs]
    return _in_order(found, answered)


def _in_order(found: list[Comment], answered: list[int | None]) -> tuple[Comment, ...]:
    def where(place: int) -> tuple[int, int, int]:
        parent = answered[place]
        one = found[place if parent is None else parent]
        return (one.start is None, one.start or 0, place if parent is None else parent)

    order = sorted(range(len(found)), key=lambda place: (*where(place), answered[place] is not None, place))
    rank = {place: number for number, place in enumerate(order)}
    made = []
    for place in order:
        one, parent = found[place], answered[place]
        if parent is not None:
            first = found[parent]
            one = replace(one, parent=rank[parent], done=one.done or first.done)
            if one.start is None or one.start == one.end:
                one = replace(one, start=first.start, end=first.end)
        made.append(one)
    return tuple(made)


def _said(paragraphs: list[etree._Element]) -> str:
    walk = _Walk()
    for paragraph in paragraphs:
        walk.through(paragraph)
        walk.pieces.append("\n")
    return unicodedata.normalize("NFC", "".join(walk.pieces)).strip()


def _mark_is_new(paragraph: etree._Element) -> bool:
    """Whether a paragraph's end was inserted under track changes."""
    marks = child(child(paragraph, "pPr"), "rPr")
    return any(is_on(child(marks, name)) for name in _NEW)


def _to_line_end(text: str, start: int, end: int) -> tuple[int, int]:
    """LibreOffice may end a bookmark a word too early."""
    line = text.find("\n", end)
    return start, len(text) if line < 0 else line


def _moment(written: str | None) -> datetime | None:
    """A date as Word writes it: the time of the author's clock, whatever zone it claims."""
    with suppress(ValueError):
        return datetime.fromisoformat((written or "")[:_HEAD]) if written else None
    return None

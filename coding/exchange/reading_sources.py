# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources of a REFI-QDA project: texts, the texts of PDF files, the transcripts of recordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from coding.exchange import foreign, hostile
from coding.exchange.foreign import Foreign, within, words
from coding.exchange.hostile import Package, child, children
from coding.exchange.model import Coding, Selection, Source, ValueType
from coding.exchange.positions import DEFAULT, Counting, Placed, Span, Text, infer
from coding.exchange.texts import Texts
from coding.intake.xml import local
from coding.language import N_, _
from models.errors import KnownError

if TYPE_CHECKING:
    from coding.elsewhere import Told

MOST_CHARACTERS = 5_000_000  # of one source, as intake bounds an interview
MEDIA = ("PDFSource", "PictureSource", "AudioSource", "VideoSource")
_SELECTIONS = ("PictureSelection", "AudioSelection", "VideoSelection", "PDFSelection")
_TOLD = {"moved": foreign.MOVED, "other_words": foreign.OTHER_WORDS, "empty": foreign.ZERO,
         "outside": foreign.OUTSIDE}


@dataclass
class _Marked:
    """A selection of a text, before it is known how the file counts."""

    span: Span
    made: Selection


@dataclass
class _Pending:
    """A source, its text as it was written, and its selections."""

    source: Source
    text: Text
    marked: list[_Marked] = field(default_factory=list)
    sought: list[tuple[str, Selection]] = field(default_factory=list)  # words known, place unknown


class Sources:
    """Reads them; ``aliases`` gives the GUID of the source for those of its representations and other versions.
    ``ours``: the file is of our make, clean, and counts by the default."""

    def __init__(self, file: Foreign, package: Package, folder: Path, types: Mapping[str, ValueType], *,
                 ours: bool = False) -> None:
        self.aliases: dict[str, str] = {}
        self._file = file
        self._texts = Texts(file, package, folder)
        self._types = types
        self._ours = ours
        self._codes: set[str] = set()
        self._by_text: dict[str, _Pending] = {}

    def read(self, root: etree._Element, told: Told) -> list[Source]:
        """The sources with their selections on their words."""
        self._codes = {self._file.guid(code, "code", self._file.said(code, "name"))
                       for code in root.iter("{*}Code") if code.get("guid")}
        elements = list(within(root, "Sources", "TextSource|" + "|".join(MEDIA)))
        pending: list[_Pending] = []
        for done, element in enumerate(elements):
            told(done, 2 * len(elements), self._file.said(element, "name"))
            pending += self._pending(element)
        for each in pending:
            each.text.spans = [marked.span for marked in each.marked]
        counting = DEFAULT if self._ours else infer([each.text for each in pending])
        for done, each in enumerate(pending, len(elements)):
            told(min(done, 2 * len(elements) - 1), 2 * len(elements), each.source.name)
            self._place(each, counting)
        return [each.source for each in pending]

    def _pending(self, element: etree._Element) -> Iterator[_Pending]:
        kind = local(element)
        if kind == "TextSource":
            found = self._text(element, element)
            if found:
                yield found
        elif kind == "PDFSource":
            yield from self._pages(element)
        else:
            yield from self._recording(element)

    def _text(self, element: etree._Element, holder: etree._Element) -> _Pending | None:
        """A source whose text ``holder`` points to."""
        name = self._file.said(element, "name") or self._file.said(holder, "name") or _("Source")
        text = self._texts.of(holder)
        selections = list(children(holder, "PlainTextSelection"))
        if text is None or not text[0].strip("\ufeff \t\r\n"):
            self._file.lose(foreign.MISSING_TEXTS if text is None else foreign.EMPTY_TEXTS, name)
            if selections:
                self._file.lose(foreign.LOST_SELECTIONS, *[name] * len(selections))
            return None
        if len(text[0]) > MOST_CHARACTERS:
            raise KnownError(N_("{file}: “{source}” is too long to be one interview. Split it where it was made."),
                             file=self._file.name, source=name)
        if text[1]:
            self._file.lose(foreign.WORD_ONLY, name)
        elif self._file.said(holder, "richTextPath"):
            self._file.lose(foreign.RICH, name)
        found = _Pending(self._source(element, name), Text(text[0], is_ours=self._ours))
        if key := self._texts.key(holder):
            self._by_text.setdefault(key, found)
        found.source.text = found.text.clean
        for each in selections:
            self._mark(found, each)
        return found

    def _source(self, element: etree._Element, name: str) -> Source:
        return Source(
            self._file.guid(element, "source", name), name, "", words(element, "Description"), self._file.by(element),
            self._file.at(element), codings=self._codings(element), notes=self._file.references(element, "NoteRef"),
            values=self._file.values(element, self._types))

    def _mark(self, found: _Pending, element: etree._Element) -> None:
        start, end = (self._file.whole_number(element, name) for name in ("startPosition", "endPosition"))
        if start is None or end is None:
            self._file.lose(foreign.OUTSIDE, found.source.name)
            return
        name = hostile.attribute(element, "name", self._file.name, most=MOST_CHARACTERS)
        found.marked.append(_Marked(Span(start, end, name), self._selection(element, found, f"{start}-{end}")))

    def _selection(self, element: etree._Element, found: _Pending, place: str) -> Selection:
        return Selection(
            self._file.guid(element, "selection", found.source.guid, place), 0, 0, "", words(element, "Description"),
            self._file.by(element), self._file.at(element), self._codings(element),
            self._file.references(element, "NoteRef"))

    def _codings(self, element: etree._Element) -> list[Coding]:
        """The codings of an element; whoever made none is whoever made the element, or the project."""
        found = []
        user, at = self._file.by(element), self._file.at(element)
        for each in children(element, "Coding"):
            for code in self._file.references(each, "CodeRef") or [""]:
                if code not in self._codes:
                    self._file.lose(foreign.NO_CODE)
                    continue
                found.append(Coding(
                    self._file.guid(each, "coding", self._file.guid(element, "?"), code), code,
                    self._file.by(each) or user or self._file.user, self._file.at(each) or at,
                    self._file.references(each, "NoteRef")))
        return found

    def _pages(self, element: etree._Element) -> Iterator[_Pending]:
        """A PDF file, by the text that represents it; its selections by their place there, or by their words."""
        name = self._file.said(element, "name")
        self._file.lose(foreign.MEDIA, name)
        selections = list(children(element, "PDFSelection"))
        holder = child(element, "Representation")
        found = self._text(element, holder) if holder is not None else None
        if found is None or holder is None:
            if selections:
                self._file.lose(foreign.MEDIA_SELECTIONS, *[name] * len(selections))
            return
        self.aliases[self._file.guid(holder, "representation", name)] = found.source.guid
        there = {marked.made.guid for marked in found.marked}
        for each in selections:
            made = self._selection(each, found, self._file.said(each, "name"))
            held = child(each, "Representation")
            quoted = words(held, "PlainTextContent") if held is not None else ""
            if made.guid in there:
                continue
            if quoted:
                found.sought.append((quoted, made))
            else:
                self._file.lose(foreign.MEDIA_SELECTIONS, name)
        yield found

    def _recording(self, element: etree._Element) -> Iterator[_Pending]:
        """A recording or a picture, by its transcripts; a text that another source holds already is that source."""
        name = self._file.said(element, "name")
        self._file.lose(foreign.MEDIA, name)
        lost = sum(1 for _each in children(element, *_SELECTIONS))
        if lost:
            self._file.lose(foreign.MEDIA_SELECTIONS, *[name] * lost)
        own = self._file.guid(element, "source", name)
        for number, holder in enumerate(children(element, "Transcript", "Representation")):
            there = self._by_text.get(self._texts.key(holder)) if self._texts.key(holder) else None
            found = there or self._text(element if number == 0 else holder, holder)
            if found is None:
                continue
            self.aliases[self._file.guid(holder, "transcript", name, str(number))] = found.source.guid
            self.aliases.setdefault(own, found.source.guid)
            self._synchronised(found, holder)
            if there is None:
                yield found

    def _synchronised(self, found: _Pending, holder: etree._Element) -> None:
        """The selections of a transcript, which name moments whose place in the text is known."""
        places = {self._file.guid(each, "?"): self._file.whole_number(each, "position")
                  for each in children(holder, "SyncPoint")}
        for each in children(holder, "TranscriptSelection"):
            low, high = (places.get(self._file.guid_at(each, key)) for key in ("fromSyncPoint", "toSyncPoint"))
            if low is None or high is None:
                self._file.lose(foreign.MEDIA_SELECTIONS, found.source.name)
            else:
                span = Span(low, high, self._file.said(each, "name"))
                found.marked.append(_Marked(span, self._selection(each, found, f"{low}-{high}")))

    def _place(self, pending: _Pending, counting: Counting) -> None:
        for marked in pending.marked:
            self._settle(pending.source, marked.made, pending.text.place(marked.span, counting))
        for quoted, made in pending.sought:
            at = pending.text.find(quoted)
            if at is None:
                self._file.lose(foreign.MEDIA_SELECTIONS, pending.source.name)
            else:
                self._settle(pending.source, made, Placed(*at))

    def _settle(self, source: Source, made: Selection, placed: Placed) -> None:
        if placed.told:
            self._file.lose(_TOLD[placed.told], source.name)
        if placed.start < placed.end:
            made.start, made.end = placed.start, placed.end
            made.name = source.text[placed.start : placed.end]
            source.selections.append(made)
